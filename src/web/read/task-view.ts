import type { AddresseeAnswer, TaskAnswer } from "../../contract/read.ts";
import type { PlaceAnswer } from "../../contract/source.ts";
import { isDoubtful } from "../../domain/document/doubt.ts";
import type { ReadWords } from "../../domain/language/web-read-vi.ts";
import { foldedKey } from "../../domain/text/fold.ts";

/** The fields of a task that a cell can show and whose words can be lit. */
export type TaskField = "label" | "content" | "leads" | "coordinators" | "time" | "result" | "unclear";

export type TaskFilter = "all" | "doubtful" | "unclear" | "general";

/** A row of the register: a heading of the document, or a task. */
export type TaskRow =
  | { readonly kind: "group"; readonly key: string; readonly text: string; readonly level: number }
  | { readonly kind: "item"; readonly key: string; readonly item: TaskAnswer };

export function nameOf(addressee: AddresseeAnswer): string {
  return "unit" in addressee ? addressee.unit : addressee.collective;
}

export function hasDoubt(task: TaskAnswer): boolean {
  return isDoubtful(mostDoubt(task));
}

export function passes(task: TaskAnswer, filter: TaskFilter): boolean {
  if (filter === "doubtful") return hasDoubt(task);
  if (filter === "unclear") return task.unclear.length > 0;
  return filter === "all" || task.general;
}

/**
 * The rows to show: tasks that pass, under their headings in document order; or the most doubtful first, without
 * headings.
 */
export function taskRows(
  tasks: readonly TaskAnswer[],
  filter: TaskFilter,
  doubtfulFirst: boolean,
): readonly TaskRow[] {
  const shown = tasks.filter((task) => passes(task, filter));
  if (doubtfulFirst)
    return shown
      .toSorted((a, b) => mostDoubt(b) - mostDoubt(a))
      .map((task) => ({ kind: "item", key: task.ref, item: task }));
  const rows: TaskRow[] = [];
  let above: readonly string[] = [];
  for (const task of shown) {
    const path = headingsOf(task);
    const same = path.findIndex((heading, level) => heading !== above[level]);
    if (same !== -1)
      path.slice(same).forEach((text, at) => {
        rows.push({ kind: "group", key: `group ${task.ref} ${same + at}`, text, level: same + at });
      });
    above = path;
    rows.push({ kind: "item", key: task.ref, item: task });
  }
  return rows;
}

function headingsOf(task: TaskAnswer): readonly string[] {
  const headings = task.part === null ? task.groups : [task.part, ...task.groups];
  // An item that is heading and order in one is shown once, as the order.
  const own = foldedKey(task.content);
  return headings.filter(
    (heading, at) =>
      heading !== headings[at - 1] && !foldedKey(heading).endsWith(own) && !sameBeginning(heading, own),
  );
}

/** Long headings are cut short in places; a cut one still begins as the order does, after its number. */
function sameBeginning(heading: string, own: string): boolean {
  const words = foldedKey(heading).split(" ");
  return [0, 1, 2].some((skipped) => {
    const rest = words.slice(skipped).join(" ");
    return rest.length >= 60 && own.startsWith(rest);
  });
}

function mostDoubt(task: TaskAnswer): number {
  return Math.max(0, ...Object.values(task.doubts));
}

/** The words of the source that a cell was read from. */
export function wordsOfField(task: TaskAnswer, field: TaskField): string {
  switch (field) {
    case "leads":
      return task.leadText ?? task.leads.map((lead) => lead.text).join("\n");
    case "coordinators":
      return task.coordinatingText ?? task.coordinators.map((body) => body.text).join("\n");
    case "time":
      return task.time ?? "";
    case "result":
      return task.result ?? "";
    case "unclear":
      return task.unclear.flatMap((finding) => (finding.words === null ? [] : [finding.words])).join("\n");
    case "label":
    case "content":
      return task.content;
  }
}

/** Doubts that concern a cell and call for a check, as one sentence, or null. */
export function doubtOf(
  doubts: Readonly<Record<string, number>>,
  fields: readonly string[],
  words: ReadWords,
): string | null {
  const found = fields.flatMap((field) => {
    const doubt = doubts[field];
    return doubt === undefined || !isDoubtful(doubt)
      ? []
      : [words.doubtAbout(words.fields[field] ?? field, String(Math.round(doubt * 100)))];
  });
  return found.length === 0 ? null : found.join(" ");
}

/** Which doubts a cell answers for. */
export const doubtFields: Readonly<Record<TaskField, readonly string[]>> = {
  label: ["label", "number"],
  content: ["content", "groups", "group", "part", "parent"],
  leads: ["leads", "leadText"],
  coordinators: ["coordinators", "coordinatingText"],
  time: ["time", "schedule"],
  result: ["result", "targets"],
  unclear: [],
};

/** "trang 3", "dòng 12-14". */
export function sayPlace(place: PlaceAnswer, words: ReadWords): string {
  if (place.lineFrom !== null) return words.line(place.lineFrom, place.lineTo ?? place.lineFrom);
  return place.page === null ? words.noPlace : words.page(place.page);
}
