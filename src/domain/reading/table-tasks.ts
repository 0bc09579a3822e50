import type { Table } from "../document/block.ts";
import { labelKind, loneLabel, markerOf } from "../document/marker.ts";
import { unitePlaces } from "../document/place.ts";
import type { Addressee } from "../organisation/addressee.ts";
import { readAddressees } from "../organisation/addressees.ts";
import { singleSpaced } from "../text/fold.ts";
import { unclearOf } from "./clears.ts";
import type { Column, ColumnKind } from "./columns.ts";
import type { ReadingContext } from "./context.ts";
import type { Doubts, TaskFinding } from "./findings.ts";
import { onlyBodies } from "./only-bodies.ts";
import { type OrderRow, type OrderTable, readOrderTable } from "./order-rows.ts";
import type { References } from "./refs.ts";
import { combineSchedule } from "./schedule.ts";
import { readTargets } from "./target.ts";

/** Where a table stands in its document. */
export interface TablePlace {
  /** Heading of the annex or section it stands in. */
  readonly part: string | null;
  /** Beginning of the references of its rows: "PL", "PL2", "B". */
  readonly prefix: string;
}

export interface TableReading {
  readonly tasks: readonly TaskFinding[];
  readonly table: OrderTable;
}

/** The tasks of an order table. Null when the table gives no orders. */
export function readTableTasks(
  table: Table,
  inherited: readonly Column[] | null,
  place: TablePlace,
  references: References,
  context: ReadingContext,
): TableReading | null {
  const read = readOrderTable(table, inherited);
  if (!read) return null;
  const labels = read.rows.map((row) => row.label);
  const restarts = new Set(labels).size < labels.length;
  const refs = read.rows.map((row) => references.take(wishedRef(row, place.prefix, restarts)));
  const tasks = read.rows.map((row, i) =>
    taskOfRow(
      row,
      {
        ref: refs[i] ?? "",
        parent: row.parent === null ? null : (refs[row.parent] ?? null),
        part: place.part,
      },
      context,
    ),
  );
  return { tasks, table: read };
}

/** "PL.5"; with the number of the group where numbering begins again: "PL.II.1". */
function wishedRef(row: OrderRow, prefix: string, restarts: boolean): string {
  const label = row.label?.replaceAll(" ", "") ?? "";
  const groups = restarts
    ? row.groups
        .map((group) => markerOf(group)?.label ?? loneLabel(group.split(" ")[0] ?? "") ?? "")
        .filter((part) => part !== "")
    : [];
  return [prefix, ...groups, label].filter((part) => part !== "").join(".");
}

/** The task that a row stands for; `identity` is its place among the tasks of the document. */
export function taskOfRow(
  row: OrderRow,
  identity: { ref: string; parent: string | null; part: string | null },
  context: ReadingContext,
): TaskFinding {
  const text = (kind: ColumnKind): string | null => {
    const cell = row.cells.find((candidate) => candidate.column.kind === kind);
    return cell ? evened(cell.text) : null;
  };
  const lead = readBodies(text("lead"), context);
  const coordinating = readBodies(text("coordinating"), context);
  const [time, result] = [text("time"), text("result")];
  const schedule = combineSchedule(time ?? "", result ?? "", { documentDate: context.addressing.date });
  const named = parted(lead.addressees);
  const headed = named.leads.length === 0 ? leadsOfGroups(row.groups, context) : [];
  const split = headed.length > 0 ? { ...named, leads: headed } : named;
  const base = {
    content: text("content") ?? "",
    leads: split.leads,
    leadText: text("lead"),
    time,
    schedule: schedule?.schedule ?? null,
    result,
    approver: text("approver") || split.approver,
    origin: "table" as const,
  };
  return {
    ...identity,
    ...base,
    groups: row.groups,
    group: row.groups.at(-1) ?? null,
    label: row.label,
    number:
      row.label !== null && labelKind(row.label) === "arabic" && /^\d+$/.test(row.label)
        ? Number(row.label)
        : null,
    coordinators: [...split.coordinators, ...coordinating.addressees].map(
      (addressee): Addressee => ({ ...addressee, role: "with" }),
    ),
    coordinatingText: text("coordinating"),
    targets: readTargets(result ?? "", { leads: split.leads }),
    cells: row.cells.map((cell) => ({
      heading: cell.column.heading,
      text: evened(cell.text),
      places: cell.places,
    })),
    unclear: unclearOf(base),
    sources: unitePlaces(row.places),
    alsoAt: [],
    general: false,
    doubts: doubtsOf({
      leads: headed.length > 0 ? 0.1 : row.inherited.has("lead") ? Math.max(lead.doubt, 0.2) : lead.doubt,
      coordinators: coordinating.doubt,
      schedule: schedule?.doubt ?? 0,
    }),
  };
}

/** In tables arranged by body the heading row is the lead: "II. Sở Công Thương". The innermost such heading counts. */
function leadsOfGroups(groups: readonly string[], context: ReadingContext): readonly Addressee[] {
  for (const group of groups.toReversed()) {
    const words = group.slice(markerOf(group)?.end ?? 0).replace(/^[IVXL]{1,7}\s+|[:.\s]+$/g, "");
    const bodies = onlyBodies(words, context, 0.85) ?? onlyBodies(inSmallLetters(words), context, 0.85);
    if (bodies) return bodies;
  }
  return [];
}

/** "UBND CÁC XÃ, PHƯỜNG" as it stands in a sentence: "UBND các xã, phường"; what has small letters stays. */
function inSmallLetters(words: string): string {
  if (/\p{Ll}/u.test(words)) return words;
  const abbreviation = /^(?:UBND|HĐND|MTTQ|BCH|BQL|UBMTTQ|TW)$/u;
  const small = words.replace(/\p{Lu}+/gu, (word) => (abbreviation.test(word) ? word : word.toLowerCase()));
  return small.slice(0, 1).toUpperCase() + small.slice(1);
}

/** A lead cell may also name who helps and who approves ("Sở A chủ trì, phối hợp Sở B; UBND tỉnh phê duyệt"). */
function parted(addressees: readonly Addressee[]): {
  leads: readonly Addressee[];
  coordinators: readonly Addressee[];
  approver: string | null;
} {
  const approving = addressees.find((addressee) => addressee.role === "approves");
  return {
    leads: addressees.filter((addressee) => addressee.role !== "with" && addressee.role !== "approves"),
    coordinators: addressees.filter((addressee) => addressee.role === "with"),
    approver: approving ? ("unit" in approving ? approving.unit : approving.collective) : null,
  };
}

function readBodies(
  text: string | null,
  context: ReadingContext,
): { addressees: readonly Addressee[]; doubt: number } {
  if (text === null || text.trim() === "") return { addressees: [], doubt: 0 };
  const reading = readAddressees(text, context.gazetteer, context.addressing);
  return { addressees: reading.addressees, doubt: reading.doubt };
}

/** One space between words, a line break between the paragraphs of a cell. */
function evened(text: string): string {
  return text.split("\n").map(singleSpaced).join("\n");
}

export function doubtsOf(doubts: Doubts): Doubts {
  return Object.fromEntries(Object.entries(doubts).filter(([, doubt]) => doubt > 0));
}
