import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { webPaths } from "../contract/paths.ts";
import { App, FirstPlace, NoSuchPlace } from "./App.tsx";
import { Crashed } from "./frame/CrashScreen.tsx";
import { places, readQuery, writeQuery } from "./places.ts";

const root = createRootRoute({ component: App, notFoundComponent: NoSuchPlace });
const within = { getParentRoute: () => root } as const;

const tree = root.addChildren([
  createRoute({ ...within, path: places.first, component: FirstPlace }),
  createRoute({ ...within, path: webPaths.signIn, component: FirstPlace }),
  createRoute({
    ...within,
    path: places.read,
    component: lazyRouteComponent(() => import("./read/ReadPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: places.state,
    component: lazyRouteComponent(() => import("./state/StatePlace.tsx")),
  }),
  createRoute({
    ...within,
    path: "/documents",
    component: lazyRouteComponent(() => import("./documents/DocumentsPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: places.importing,
    component: lazyRouteComponent(() => import("./documents/ImportPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: places.document("$id"),
    component: lazyRouteComponent(() => import("./documents/DocumentPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: places.review("$id"),
    component: lazyRouteComponent(() => import("./review/ReviewPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: "/unplaced",
    component: lazyRouteComponent(() => import("./unplaced/UnplacedPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: "/tasks",
    component: lazyRouteComponent(() => import("./tasks/TasksPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: places.importTasks,
    component: lazyRouteComponent(() => import("./tasks/ImportTasksPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: places.task("$id"),
    component: lazyRouteComponent(() => import("./tasks/TaskPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: places.overview,
    component: lazyRouteComponent(() => import("./overview/OverviewPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: "/units",
    component: lazyRouteComponent(() => import("./overview/UnitsPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: "/organisation",
    component: lazyRouteComponent(() => import("./units/UnitsTreePlace.tsx")),
  }),
  createRoute({
    ...within,
    path: "/organisation/change",
    component: lazyRouteComponent(() => import("./units/ChangePlace.tsx")),
  }),
  createRoute({
    ...within,
    path: places.collectives,
    component: lazyRouteComponent(() => import("./units/CollectivesPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: places.unit("$id"),
    component: lazyRouteComponent(() => import("./units/UnitPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: "/timeline",
    component: lazyRouteComponent(() => import("./overview/TimelinePlace.tsx")),
  }),
  createRoute({
    ...within,
    path: "/people",
    component: lazyRouteComponent(() => import("./people/PeoplePlace.tsx")),
  }),
  createRoute({
    ...within,
    path: places.person("$id"),
    component: lazyRouteComponent(() => import("./people/PersonPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: places.rights,
    component: lazyRouteComponent(() => import("./people/RightsPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: places.keys,
    component: lazyRouteComponent(() => import("./people/KeysPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: places.settings,
    component: lazyRouteComponent(() => import("./overview/SettingsPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: places.account,
    component: lazyRouteComponent(() => import("./accounts/AccountPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: places.invitations,
    component: lazyRouteComponent(() => import("./accounts/InvitationsPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: webPaths.invitation,
    component: lazyRouteComponent(() => import("./accounts/InvitationPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: webPaths.recovery,
    component: lazyRouteComponent(() => import("./accounts/RecoveryPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: webPaths.entry,
    component: lazyRouteComponent(() => import("./accounts/EntryPlace.tsx")),
  }),
  createRoute({
    ...within,
    path: webPaths.setup,
    component: lazyRouteComponent(() => import("./accounts/SetupPlace.tsx")),
  }),
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
