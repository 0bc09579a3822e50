import { webPaths } from "../contract/paths.ts";

/** What may stand behind "?" of an address; an empty value is left out. */
export type Query = Readonly<Record<string, string | undefined>>;

/** Addresses of the places of the application; everything that leads somewhere asks here. */
export const places = {
  first: "/",
  overview: "/overview",
  leaders: "/leaders",
  country: "/country",
  unitFigures: (id: string, query: Query = {}) => `/leaders/${id}${writeQuery(query)}`,
  tasks: (query: Query = {}) => `/tasks${writeQuery(query)}`,
  duties: (query: Query = {}) => `/duties${writeQuery(query)}`,
  duty: (id: string) => `/duties/${id}`,
  proposals: (query: Query = {}) => `/proposals${writeQuery(query)}`,
  signed: (query: Query = {}) => `/signed${writeQuery(query)}`,
  importTasks: "/tasks/import",
  importPlans: "/tasks/plans",
  task: (id: string) => `/tasks/${id}`,
  units: (query: Query = {}) => `/units${writeQuery(query)}`,
  organisation: (query: Query = {}) => `/organisation${writeQuery(query)}`,
  unitChange: (query: Query = {}) => `/organisation/change${writeQuery(query)}`,
  collectives: "/organisation/collectives",
  unit: (id: string) => `/organisation/${id}`,
  timeline: (query: Query = {}) => `/timeline${writeQuery(query)}`,
  documents: (query: Query = {}) => `/documents${writeQuery(query)}`,
  importing: "/documents/import",
  document: (id: string) => `/documents/${id}`,
  ownPlans: (id: string, query: Query = {}) => `/documents/${id}/plans${writeQuery(query)}`,
  review: (id: string, query: Query = {}) => `/documents/${id}/review${writeQuery(query)}`,
  unplaced: (query: Query = {}) => `/unplaced${writeQuery(query)}`,
  cooperation: "/cooperation",
  worldMap: (query: Query = {}) => `/cooperation/world${writeQuery(query)}`,
  border: "/cooperation/border",
  timeLimits: (query: Query = {}) => `/cooperation/time-limits${writeQuery(query)}`,
  recordCalendar: (query: Query = {}) => `/cooperation/calendar${writeQuery(query)}`,
  records: (register: string, query: Query = {}) => `/cooperation/${register}${writeQuery(query)}`,
  recordSums: (register: string, query: Query = {}) => `/cooperation/${register}/sums${writeQuery(query)}`,
  newRecord: (register: string) => `/cooperation/${register}/new`,
  importRecords: (register: string) => `/cooperation/${register}/import`,
  recordTwins: (register: string) => `/cooperation/${register}/twins`,
  record: (register: string, id: string) => `/cooperation/${register}/${id}`,
  agreementTexts: (id: string, query: Query = {}) =>
    `/cooperation/agreements/${id}/texts${writeQuery(query)}`,
  agreementLimits: (query: Query = {}) => `/cooperation/agreements/limits${writeQuery(query)}`,
  agreementReport: (query: Query = {}) => `/cooperation/agreements/report${writeQuery(query)}`,
  people: (query: Query = {}) => `/people${writeQuery(query)}`,
  person: (id: string) => `/people/${id}`,
  rights: "/rights",
  keys: "/keys",
  log: (query: Query = {}) => `/log${writeQuery(query)}`,
  settings: "/settings",
  dutySettings: "/settings/duties",
  days: "/settings/days",
  limitSettings: "/settings/time-limits",
  urging: "/settings/urging",
  agreementSettings: "/settings/agreements",
  letters: "/urging",
  meeting: "/urging/meeting",
  messages: "/messages",
  account: "/account",
  invitations: "/invitations",
  read: "/read",
  state: webPaths.state,
} as const;

/** "?q=so+ngoai+vu&year=2026": plain words, so that an address can be read and sent on; empty when nothing is asked. */
export function writeQuery(query: Query): string {
  const kept = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  return kept.length === 0 ? "" : `?${new URLSearchParams(kept).toString()}`;
}

/** What stands behind "?" of an address; of a name given twice, the last. */
export function readQuery(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Whether two sets of filters give the same list, in whatever order they are written. */
export function sameQuery(a: Query, b: Query): boolean {
  const ordered = (query: Query) =>
    writeQuery(Object.fromEntries(Object.entries(query).toSorted(([x], [y]) => (x < y ? -1 : 1))));
  return ordered(a) === ordered(b);
}

/** The named values of an address that are texts; what else stands there is not heard. */
export function pickQuery<Name extends string>(
  search: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): { readonly [name in Name]?: string } {
  const picked: { [name in Name]?: string } = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === "string" && value !== "") picked[name] = value;
  }
  return picked;
}
