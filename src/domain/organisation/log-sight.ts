import type { HeldRole } from "./rights.ts";
import { reachOf } from "./rights.ts";
import { personalFields } from "./sensitivity.ts";

/** What of the contents of log entries somebody may see, beside that they stand there. */
export interface LogSight {
  /** Personal data of other people. */
  readonly personal: boolean;
  /** What changed in documents, tasks and findings. */
  readonly work: boolean;
  /** Restricted records of cooperation, and what is restricted of others. */
  readonly restricted: boolean;
}

/** What a person sees in the log: no more than his rights over the whole province show him elsewhere. */
export function logSightOf(held: readonly HeldRole[]): LogSight {
  const sees = (action: Parameters<typeof reachOf>[1]) => reachOf(held, action)?.kind === "province";
  return {
    personal: sees("see-personal-data"),
    work: sees("see-tasks") && sees("see-documents"),
    restricted: sees("see-restricted-records"),
  };
}

/** A record before or after a change as it may be shown; `hidden` names the fields that were taken out of it. */
export interface ShownRecord {
  readonly record: unknown;
  readonly hidden: readonly string[];
}

/** Kinds of subjects whose contents are those of the register. */
const workKinds: ReadonlySet<string> = new Set([
  "task",
  "document",
  "finding",
  "unplaced",
  "sample",
  "file",
  "record",
]);

/** The kind of a subject: "task" of "task:0199…". */
export function kindOfSubject(subject: string): string {
  return subject.split(":", 1)[0] ?? "";
}

/** Takes out of a record of an entry what the reader may not see. `record` is what was written, parsed. */
export function shownRecord(sight: LogSight, subject: string, record: unknown): ShownRecord {
  if (record === null) return { record, hidden: [] };
  if (!sight.work && workKinds.has(kindOfSubject(subject))) return { record: null, hidden: ["*"] };
  const parts = shownParts(sight, record);
  if (sight.personal || kindOfSubject(subject) === "record") return parts;
  const hidden = new Set(parts.hidden);
  return { record: withoutPersonalFields(parts.record, null, hidden), hidden: [...hidden].toSorted() };
}

/** What is personal or restricted of records of cooperation, and of what was looked for, is written in parts of their own. */
export function shownParts(sight: Pick<LogSight, "personal" | "restricted">, record: unknown): ShownRecord {
  if (typeof record !== "object" || record === null) return { record, hidden: [] };
  const hidden = (["personal", "restricted"] as const).filter((part) => part in record && !sight[part]);
  const kept = Object.entries(record).filter(([part]) => !hidden.some((one) => one === part));
  return { record: Object.fromEntries(kept), hidden };
}

const anywhere: ReadonlySet<string> = new Set([...personalFields.person, "officialId"]);
const ofContacts: ReadonlySet<string> = new Set(personalFields.unitContact);

function withoutPersonalFields(value: unknown, within: string | null, hidden: Set<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutPersonalFields(item, within, hidden));
  if (typeof value !== "object" || value === null) return value;
  const kept: [string, unknown][] = [];
  for (const [field, inner] of Object.entries(value)) {
    const isPersonal = anywhere.has(field) || (within === "contact" && ofContacts.has(field));
    if (isPersonal && inner !== null) hidden.add(field);
    if (!isPersonal) kept.push([field, withoutPersonalFields(inner, field, hidden)]);
  }
  return Object.fromEntries(kept);
}
