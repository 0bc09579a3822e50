/** Where the program answers; the routes and the web application use the same words. */
export const apiPaths = {
  read: "/api/read",
  state: "/api/state",
  session: "/api/session",
  setup: "/api/setup",
  setupCheck: "/api/setup/check",
  province: "/api/session/province",
  provinces: "/api/provinces",
  documents: "/api/documents",
  document: "/api/documents/{id}",
  documentSource: "/api/documents/{id}/source",
  documentFindings: "/api/documents/{id}/findings",
  documentAcceptClear: "/api/documents/{id}/accept-clear",
  documentFile: "/api/documents/{id}/file/{position}",
  documentUnplaced: "/api/documents/{id}/unplaced/{position}",
  unplaced: "/api/unplaced",
  unplacedMarks: "/api/unplaced/marks",
  unplacedTask: "/api/unplaced/task",
  finding: "/api/findings/{id}",
  findingDecision: "/api/findings/{id}/decision",
  findingSplit: "/api/findings/{id}/split",
  findingsMerge: "/api/findings/merge",
  tasks: "/api/tasks",
  tasksExport: "/api/tasks/export.{format}",
  tasksImport: "/api/tasks/import",
  tasksImportUndo: "/api/tasks/import/{id}/undo",
  task: "/api/tasks/{id}",
  taskPreview: "/api/tasks/{id}/preview",
  taskHistory: "/api/tasks/{id}/history",
  occurrenceFacts: "/api/occurrences/{id}/facts",
  occurrencesFill: "/api/occurrences/fill",
  overview: "/api/overview",
  units: "/api/units",
  unitTree: "/api/units/tree",
  unit: "/api/units/{id}",
  unitChangePreview: "/api/unit-changes/preview",
  unitChanges: "/api/unit-changes",
  unitChangeUndo: "/api/unit-changes/{id}/undo",
  collectives: "/api/collectives",
  collective: "/api/collectives/{id}",
  collectivePreview: "/api/collectives/preview",
  collectiveWordings: "/api/collective-wordings",
  unitNames: "/api/unit-names",
  people: "/api/people",
  person: "/api/people/{id}",
  personPosts: "/api/people/{id}/posts",
  personLeaving: "/api/people/{id}/leaving",
  postEnd: "/api/posts/{id}/end",
  postHandOver: "/api/posts/{id}/hand-over",
  rights: "/api/rights",
  timeline: "/api/timeline",
  views: "/api/views",
  view: "/api/views/{id}",
  settings: "/api/settings",
  sample: "/api/sample",
  openApi: "/api/openapi.json",
  health: "/healthz",
} as const;

/** Places of the web application that a link may lead to. */
export const webPaths = {
  read: "/",
  state: "/state",
  signIn: "/sign-in",
  setup: "/setup",
} as const;

/** The address of a one-time link. The token stands behind "#", so that no server log and no referrer ever holds it. */
export function setupLink(origin: string, token: string): string {
  return `${origin}${webPaths.setup}#${token}`;
}

/** A path with its blanks filled: `pathTo(apiPaths.document, { id })`. Throws when a blank has no value: a bug. */
export function pathTo(path: string, values: Readonly<Record<string, string | number>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${path} needs ${name}`);
    return encodeURIComponent(value);
  });
}
