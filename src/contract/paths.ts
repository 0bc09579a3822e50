/** Where the program answers; the routes and the web application use the same words. */
export const apiPaths = {
  read: "/api/read",
  state: "/api/state",
  session: "/api/session",
  sessionWays: "/api/session/ways",
  sessionCode: "/api/session/code",
  sessionPasskey: "/api/session/passkey",
  sessionPasskeyOptions: "/api/session/passkey/options",
  sessionProof: "/api/session/proof",
  sessionProofPasskey: "/api/session/proof/passkey",
  singleSignOn: "/api/session/sso",
  singleSignOnBack: "/api/session/sso/back",
  account: "/api/account",
  accountPassword: "/api/account/password",
  accountApp: "/api/account/app",
  accountCodes: "/api/account/codes",
  accountPasskeys: "/api/account/passkeys",
  accountPasskeyOptions: "/api/account/passkeys/options",
  accountPasskey: "/api/account/passkeys/{id}",
  accountSessions: "/api/account/sessions",
  accountSession: "/api/account/sessions/{id}",
  invitations: "/api/invitations",
  invitation: "/api/invitations/{id}",
  invitationCheck: "/api/invitations/check",
  invitationAccept: "/api/invitations/accept",
  recoveries: "/api/recoveries",
  recoveryCheck: "/api/recoveries/check",
  recoveryUse: "/api/recoveries/use",
  entry: "/api/session/entry",
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
  duties: "/api/duties",
  dutiesNothing: "/api/duties/nothing",
  dutiesFacts: "/api/duties/facts",
  duty: "/api/duties/{id}",
  dutyReports: "/api/duties/{id}/reports",
  dutyApproval: "/api/duties/{id}/approval",
  proofFiles: "/api/proofs",
  proofFile: "/api/proofs/{id}/file",
  overview: "/api/overview",
  units: "/api/units",
  taskHeir: "/api/tasks/{id}/heir",
  unitTree: "/api/units/tree",
  unitList: "/api/units/list",
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
  apiKeys: "/api/keys",
  apiKey: "/api/keys/{id}",
  taskAssignments: "/api/tasks/{id}/assignments",
  assignments: "/api/assignments",
  timeline: "/api/timeline",
  views: "/api/views",
  view: "/api/views/{id}",
  log: "/api/log",
  logExport: "/api/log/export.{format}",
  logEntry: "/api/log/{id}",
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
  invitation: "/invitation",
  recovery: "/recovery",
  entry: "/entry",
} as const;

/** The address of a one-time link. The token stands behind "#", so that no server log and no referrer ever holds it. */
export function setupLink(origin: string, token: string): string {
  return `${origin}${webPaths.setup}#${token}`;
}

/** The address that a printed code opens; the code stands behind "#" as the token of a one-time link does. */
export function codeLink(origin: string, place: "invitation" | "recovery" | "entry", code: string): string {
  return `${origin}${webPaths[place]}#${code}`;
}

/** A path with its blanks filled: `pathTo(apiPaths.document, { id })`. Throws when a blank has no value: a bug. */
export function pathTo(path: string, values: Readonly<Record<string, string | number>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${path} needs ${name}`);
    return encodeURIComponent(value);
  });
}
