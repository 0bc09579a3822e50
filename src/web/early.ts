// The first script of the page: a few kB that ask for what the address shows first, while the browser still reads the
// application.
import { apiPaths } from "../contract/paths.ts";
import { begin } from "./begun.ts";
import { places, readQuery } from "./places.ts";
import { screenOf } from "./screens.ts";
import { firstAsked } from "./tasks/task-search.ts";

const { pathname, search } = window.location;
begin(apiPaths.session);
if (pathname === places.tasks()) begin(firstAsked(readQuery(search)));
if (pathname === places.overview || pathname === places.first) begin(apiPaths.overview);
// A script that does not come is said where it is needed.
screenOf(pathname === places.first ? places.overview : pathname)?.[1]().catch(() => undefined);
