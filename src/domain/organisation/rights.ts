/**
 * What a person is in the province. A role is held by a post, in a unit or over the whole province; `integration` is no
 * person but a program with a key.
 */
export const roles = [
  "administrator",
  "focalOfficer",
  "governmentOffice",
  "unitHead",
  "unitOfficer",
  "leader",
  "auditor",
  "integration",
] as const;
export type Role = (typeof roles)[number];

/** Roles that a post can give. */
export const postRoles = roles.filter((role) => role !== "integration");
export type PostRole = Exclude<Role, "integration">;

/** Roles that only mean something inside a unit. */
export const unitRoles: readonly Role[] = ["unitHead", "unitOfficer"];

/** How far a right reaches: over the province, or over the units of the post with all below them. */
export type RightReach = "province" | "own";

/**
 * What each role may do: the one table that every operation asks and that the administrator sees as a page. A missing
 * entry is a no.
 */
export const rights = {
  "see-documents": seen(),
  "see-tasks": seen(),
  "keep-views": { ...seen(), administrator: "province", auditor: "province" },
  "import-document": { focalOfficer: "province", governmentOffice: "province" },
  "review-findings": { focalOfficer: "province", governmentOffice: "province" },
  "edit-task": { focalOfficer: "province", governmentOffice: "province" },
  "set-plans": { focalOfficer: "province", governmentOffice: "province" },
  "record-fact": { focalOfficer: "province", governmentOffice: "province" },
  "export-register": { ...seen(), integration: "province" },
  "assign-work": { unitHead: "own" },
  "see-duties": seen(),
  "compare-units": { leader: "province", focalOfficer: "province", governmentOffice: "province" },
  "report-duty": { unitHead: "own", unitOfficer: "own" },
  "approve-report": { unitHead: "own" },
  "file-signed": {
    focalOfficer: "province",
    governmentOffice: "province",
    unitHead: "own",
    unitOfficer: "own",
  },
  // Leads ask co-ordinating units and name those that a document leaves open; who follows records it for both sides.
  coordinate: {
    unitHead: "own",
    unitOfficer: "own",
    focalOfficer: "province",
    governmentOffice: "province",
  },
  "record-report": { focalOfficer: "province", governmentOffice: "province" },
  "confirm-duty": { governmentOffice: "province" },
  // Only while the assigning authority has delegated it by a dated document.
  "confirm-delegated": { focalOfficer: "province" },
  // Everybody reads the database of cooperation; each enters only what is his own.
  "see-records": { ...seen(), unitHead: "province", unitOfficer: "province" },
  "edit-records": { focalOfficer: "province", governmentOffice: "own", unitHead: "own", unitOfficer: "own" },
  "see-restricted-records": {
    ...{ focalOfficer: "province", leader: "province", governmentOffice: "own" },
    ...{ unitHead: "own", unitOfficer: "own" },
  },
  // Says that records of several units tell of one thing: none of these units decides that alone.
  "join-records": { focalOfficer: "province" },
  "own-registers": { administrator: "province", focalOfficer: "province" },
  "see-settings": { ...seen(), administrator: "province" },
  "change-settings": { administrator: "province", focalOfficer: "province" },
  "see-units": { ...seen(), administrator: "province" },
  "change-units": { administrator: "province" },
  "bind-collectives": { administrator: "province", focalOfficer: "province", governmentOffice: "province" },
  "see-people": { ...seen(), administrator: "province" },
  "see-personal-data": { administrator: "province", focalOfficer: "province", unitHead: "own" },
  "change-people": { administrator: "province", unitHead: "own" },
  "change-rights": { administrator: "province" },
  "see-rights": { ...seen(), administrator: "province" },
  "see-log": { administrator: "province", auditor: "province" },
  "export-log": { administrator: "province", auditor: "province" },
  "see-sample": { ...seen(), administrator: "province" },
  "fill-sample": { administrator: "province", focalOfficer: "province" },
  "clear-sample": { administrator: "province", focalOfficer: "province" },
  "manage-keys": { administrator: "province" },
} as const satisfies Record<string, Partial<Record<Role, RightReach>>>;

export type Action = keyof typeof rights;

/** Every action, in the order of the table. */
export const actions = Object.keys(rights).filter(isAction);

/** What a key may be for: what programs of others may do. */
export const keyScopes = actions.filter((action) =>
  reachesOf(action).some(({ role }) => role === "integration"),
);

/** What somebody may do at all by the roles that he has. */
export function allowedActions(held: readonly HeldRole[]): Action[] {
  return actions.filter((action) => reachOf(held, action) !== null);
}

export function isAction(text: string): text is Action {
  return Object.hasOwn(rights, text);
}

/** Which roles may do a thing, and how far, in the order of the roles. */
export function reachesOf(action: Action): readonly { readonly role: Role; readonly reach: RightReach }[] {
  const table: Partial<Record<Role, RightReach>> = rights[action];
  return roles.flatMap((role) => {
    const reach = table[role];
    return reach === undefined ? [] : [{ role, reach }];
  });
}

/** Who reads the register: the focal body, the government office, leaders and auditors all of it, units their own. */
function seen() {
  return {
    focalOfficer: "province",
    governmentOffice: "province",
    leader: "province",
    auditor: "province",
    unitHead: "own",
    unitOfficer: "own",
    integration: "province",
  } as const;
}

/** A role that somebody has today. `actingFor` names the person who is away and in whose stead he acts. */
export interface HeldRole {
  readonly role: Role;
  /** Null: over the whole province. */
  readonly unit: string | null;
  readonly actingFor: string | null;
  /** Of a program with a key: all that the key is for, of what the role may do. */
  readonly scopes?: readonly Action[];
}

/** Over what somebody may do something: all of the province, or units with all below them. */
export type Reach =
  | { readonly kind: "province" }
  | { readonly kind: "units"; readonly roots: readonly string[] };

/** How far somebody may go in one thing by all the roles that he has; null: not at all. */
export function reachOf(held: readonly HeldRole[], action: Action): Reach | null {
  const table: Partial<Record<Role, RightReach>> = rights[action];
  const given = held.flatMap(({ role, unit, scopes }) => {
    const reach = table[role];
    return reach === undefined || scopes?.includes(action) === false ? [] : [{ reach, unit }];
  });
  if (given.some(({ reach, unit }) => reach === "province" || (unit === null && reach !== "own")))
    return { kind: "province" };
  const roots = [...new Set(given.flatMap(({ unit }) => unit ?? []))];
  return roots.length > 0 ? { kind: "units", roots } : null;
}
