import type { AddresseeAnswer, TaskAnswer } from "../../contract/read.ts";
import type { FindingEdit } from "../../contract/review.ts";

/** The fields of a row as a person types them: plain words; the server reads bodies and times as if the document said so. */
export interface FindingFields {
  readonly content: string;
  readonly label: string;
  readonly group: string;
  readonly leadText: string;
  readonly coordinatingText: string;
  readonly time: string;
  readonly result: string;
  readonly approver: string;
  readonly general: boolean;
}

export const emptyFields: FindingFields = {
  content: "",
  label: "",
  group: "",
  leadText: "",
  coordinatingText: "",
  time: "",
  result: "",
  approver: "",
  general: false,
};

/** What stands in the form before anything is typed. */
export function fieldsOf(task: TaskAnswer): FindingFields {
  return {
    content: task.content,
    label: task.label ?? "",
    group: task.group ?? "",
    leadText: task.leadText ?? wordsOf(task.leads),
    coordinatingText: task.coordinatingText ?? wordsOf(task.coordinators),
    time: task.time ?? "",
    result: task.result ?? "",
    approver: task.approver ?? "",
    general: task.general,
  };
}

function wordsOf(bodies: readonly AddresseeAnswer[]): string {
  return bodies.map((body) => ("unit" in body ? body.unit : body.collective)).join("; ");
}

const texts = [
  "label",
  "group",
  "leadText",
  "coordinatingText",
  "time",
  "result",
  "approver",
] as const satisfies readonly (keyof FindingFields)[];

/** What was changed, as the API takes it: an emptied field is null, an untouched one is absent. */
export function editOf(before: FindingFields, after: FindingFields): FindingEdit {
  const edit: FindingEdit = {};
  if (after.content.trim() !== before.content) edit.content = after.content.trim();
  for (const name of texts) {
    const typed = after[name].trim();
    if (typed !== before[name].trim()) edit[name] = typed === "" ? null : typed;
  }
  if (after.general !== before.general) edit.general = after.general;
  return edit;
}

/** A part of a row that is to be split. */
export interface PartFields {
  readonly content: string;
  readonly leadText: string;
  readonly time: string;
}

/** A first proposal: the clauses between semicolons or lines when there are several, else the whole and an empty part. */
export function proposeParts(fields: FindingFields): readonly PartFields[] {
  const clauses = fields.content
    .split(/;\s+|\n+/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
  const contents = clauses.length > 1 ? clauses : [fields.content, ""];
  return contents.map((content) => ({ content, leadText: fields.leadText, time: fields.time }));
}

/** The parts as the API takes them; a field that a part shares with the whole is absent. Empty parts are left out. */
export function partEdits(
  whole: FindingFields,
  parts: readonly PartFields[],
): readonly (FindingEdit & { content: string })[] {
  return parts
    .filter((part) => part.content.trim() !== "")
    .map((part) => ({
      ...editOf(whole, { ...whole, leadText: part.leadText, time: part.time }),
      content: part.content.trim(),
    }));
}
