import { fail, type Result, succeed } from "../basics/result.ts";
import type { Schedule } from "../calendar/schedule.ts";
import type { Addressee, AddresseeRole } from "../organisation/addressee.ts";
import { readAddressees } from "../organisation/addressees.ts";
import { unclearOf } from "../reading/clears.ts";
import type { ReadingContext } from "../reading/context.ts";
import type { Clear, Doubts, Target, TaskFinding } from "../reading/findings.ts";
import { combineSchedule } from "../reading/schedule.ts";
import { readTargets } from "../reading/target.ts";
import { sameValue } from "./same-value.ts";
import { faultOfSchedule } from "./schedule-fault.ts";

/** Fields of a finding that a person may change. */
export const editableFields = [
  ...(["content", "label", "group", "leads", "leadText", "coordinators", "coordinatingText"] as const),
  ...(["time", "schedule", "result", "targets", "approver", "general"] as const),
] as const;
export type EditableField = (typeof editableFields)[number];

/** An addressee as a person gives it; without `text` the name stands for the words. */
export type GivenAddressee = ({ readonly unit: string } | { readonly collective: string }) & {
  readonly text?: string | undefined;
  readonly role: AddresseeRole;
  readonly share?: string | null | undefined;
};

/** What a person asks to change; what is absent stays. */
export interface FindingChange {
  readonly content?: string | undefined;
  readonly label?: string | null | undefined;
  readonly group?: string | null | undefined;
  readonly leadText?: string | null | undefined;
  readonly leads?: readonly GivenAddressee[] | undefined;
  readonly coordinatingText?: string | null | undefined;
  readonly coordinators?: readonly GivenAddressee[] | undefined;
  readonly time?: string | null | undefined;
  readonly schedule?: Schedule | null | undefined;
  readonly result?: string | null | undefined;
  readonly targets?: readonly Target[] | undefined;
  readonly approver?: string | null | undefined;
  readonly general?: boolean | undefined;
}

/** What a person made of a finding: whole fields in place of those read, and the doubts of what was read from his words. */
export type EditedFields = Partial<Pick<TaskFinding, EditableField>> & { readonly doubts?: Doubts };

/** A finding with what a person made of it. */
export interface EditedFinding {
  readonly read: TaskFinding;
  readonly edited: EditedFields | null;
}

/** The clears that a field is judged for: changing it judges them anew. */
export const judgedBy: Readonly<Record<EditableField, readonly Clear[]>> = {
  content: ["what", "when", "empowered"],
  leads: ["who", "responsible"],
  time: ["when"],
  schedule: ["when"],
  result: ["product"],
  approver: ["empowered"],
  general: ["who", "what", "when", "responsible", "empowered", "product"],
  ...{ label: [], group: [], leadText: [], coordinators: [], coordinatingText: [], targets: [] },
};

/** The finding as it stands now: what was read, with what the person changed. */
export function currentFinding({ read, edited }: EditedFinding): TaskFinding {
  if (edited === null) return read;
  const { doubts: own = {}, ...fields } = edited;
  const now: TaskFinding = { ...read, ...fields };
  const changed = editableFields.filter((field) => field in fields);
  const judged = new Set(changed.flatMap((field) => judgedBy[field]));
  const anew = unclearOf(now).filter(({ clear }) => judged.has(clear));
  return {
    ...now,
    number: "label" in fields ? numberOf(now.label) : read.number,
    groups: "group" in fields ? withLast(read.groups, now.group) : read.groups,
    unclear: now.general ? [] : [...read.unclear.filter(({ clear }) => !judged.has(clear)), ...anew],
    doubts: { ...without(read.doubts, changed), ...own },
  };
}

/**
 * Makes a change to a finding: words about bodies and time are read as if they stood in the document, unless the person
 * says what they mean. A field that comes out as it was read is no longer edited. Null: nothing differs from what was
 * read. Fails with `register.content-empty`, `register.name-empty` and `register.schedule-wrong` ({ part }).
 */
export function changeFinding(
  finding: EditedFinding,
  change: FindingChange,
  context: ReadingContext,
): Result<EditedFields | null> {
  const fault = faultOf(change);
  if (fault) return fault;
  const { fields, doubts } = readChange(change, currentFinding(finding), context);
  const { doubts: before = {}, ...edited } = finding.edited ?? {};
  const touched = editableFields.filter((field) => field in fields);
  return succeed(
    differences(finding.read, { ...edited, ...fields }, { ...without(before, touched), ...doubts }),
  );
}

/** What is left of edited fields when those that are as they were read are taken out; null when none is left. */
export function differences(read: TaskFinding, edited: EditedFields, doubts: Doubts): EditedFields | null {
  const changed = editableFields.filter((field) => field in edited && !sameValue(edited[field], read[field]));
  if (changed.length === 0) return null;
  const own = Object.entries(doubts).filter(
    ([field, doubt]) => doubt > 0 && changed.some((name) => name === field),
  );
  return {
    ...Object.fromEntries(changed.map((field) => [field, edited[field]])),
    ...(own.length > 0 ? { doubts: Object.fromEntries(own) } : {}),
  };
}

function faultOf({ content, schedule, leads = [], coordinators = [] }: FindingChange): Result<never> | null {
  if (content !== undefined && content.trim() === "") return fail("register.content-empty");
  if ([...leads, ...coordinators].some((addressee) => nameOf(addressee).trim() === ""))
    return fail("register.name-empty");
  const part = schedule ? faultOfSchedule(schedule) : null;
  return part === null ? null : fail("register.schedule-wrong", { part });
}

/** The fields that a change sets, and the doubts of those that the program read from the person's words. */
function readChange(
  { leads, coordinators, targets, ...plain }: FindingChange,
  before: TaskFinding,
  context: ReadingContext,
): { readonly fields: EditedFields; readonly doubts: Doubts } {
  const leading = leads
    ? { value: leads.map(wholeAddressee), doubt: 0 }
    : bodiesOf(plain.leadText, context, (role) => role !== "with" && role !== "approves");
  const helping = coordinators
    ? { value: coordinators.map(wholeAddressee), doubt: 0 }
    : bodiesOf(plain.coordinatingText, context, () => true);
  const timed = plain.schedule === undefined ? scheduleOf(plain, before, context) : undefined;
  const result = plain.result;
  const set = {
    ...plain,
    ...(leading ? { leads: leading.value } : {}),
    ...(helping ? { coordinators: helping.value.map(coordinating) } : {}),
    ...(timed ? { schedule: timed.value } : {}),
    ...(targets
      ? { targets }
      : result !== undefined
        ? { targets: readTargets(result ?? "", { leads: leading?.value ?? before.leads }) }
        : {}),
  };
  return {
    fields: Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)),
    doubts: {
      ...(leading ? { leads: leading.doubt } : {}),
      ...(helping ? { coordinators: helping.doubt } : {}),
      ...(timed ? { schedule: timed.doubt } : {}),
    },
  };
}

interface ReadWords<T> {
  readonly value: T;
  readonly doubt: number;
}

/** Doubt of words in which something names no body. */
const unplacedDoubt = 0.5;

function bodiesOf(
  words: string | null | undefined,
  { gazetteer, addressing }: ReadingContext,
  isWanted: (role: AddresseeRole) => boolean,
): ReadWords<readonly Addressee[]> | undefined {
  if (words === undefined) return undefined;
  if (words === null || words.trim() === "") return { value: [], doubt: 0 };
  const { addressees, doubt, unplaced } = readAddressees(words, gazetteer, addressing);
  return {
    value: addressees.filter(({ role }) => isWanted(role)),
    doubt: unplaced.length > 0 || addressees.length === 0 ? Math.max(doubt, unplacedDoubt) : doubt,
  };
}

function scheduleOf(
  { time, result }: FindingChange,
  before: TaskFinding,
  { addressing }: ReadingContext,
): ReadWords<Schedule | null> | undefined {
  if (time === undefined) return undefined;
  const reading = combineSchedule(time ?? "", result ?? before.result ?? "", {
    documentDate: addressing.date,
  });
  return { value: reading?.schedule ?? null, doubt: reading?.doubt ?? 0 };
}

function wholeAddressee(given: GivenAddressee): Addressee {
  const name = nameOf(given).trim();
  const text = given.text?.trim() || name;
  const rest = { text, role: given.role, share: given.share?.trim() || null };
  return "unit" in given ? { unit: name, ...rest } : { collective: name, ...rest };
}

function coordinating(addressee: Addressee): Addressee {
  return { ...addressee, role: "with" };
}

function nameOf(addressee: GivenAddressee): string {
  return "unit" in addressee ? addressee.unit : addressee.collective;
}

function numberOf(label: string | null): number | null {
  return label !== null && /^\d{1,9}$/.test(label) ? Number(label) : null;
}

function withLast(groups: readonly string[], group: string | null): readonly string[] {
  return group === null ? [] : [...groups.slice(0, -1), group];
}

function without(doubts: Doubts, fields: readonly string[]): Doubts {
  return Object.fromEntries(Object.entries(doubts).filter(([field]) => !fields.includes(field)));
}
