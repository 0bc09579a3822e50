import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { webPaths } from "../contract/paths.ts";
import { App, FirstPlace, NoSuchPlace } from "./App.tsx";
import { Crashed } from "./frame/CrashScreen.tsx";
import { places, readQuery, writeQuery } from "./places.ts";
import { screens } from "./screens.ts";

const root = createRootRoute({ component: App, notFoundComponent: NoSuchPlace });
const within = { getParentRoute: () => root } as const;

const tree = root.addChildren([
  createRoute({ ...within, path: places.first, component: FirstPlace }),
  createRoute({ ...within, path: webPaths.signIn, component: FirstPlace }),
  ...screens.map(([path, load]) => createRoute({ ...within, path, component: lazyRouteComponent(load) })),
]);

/** The map of the application: an address, the screen that loads with it, and what may stand behind "?". */
export const router = createRouter({
  routeTree: tree,
  parseSearch: readQuery,
  // The router hands back what the places asked for: texts, or nothing.
  stringifySearch: (search) => writeQuery(search as Readonly<Record<string, string | undefined>>),
  defaultPendingMinMs: 0,
  // The router hands on whatever was thrown.
  defaultErrorComponent: ({ error }) => (
    <Crashed error={error instanceof Error ? error : new Error(String(error))} />
  ),
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
