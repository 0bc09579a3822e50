import type { ReadOutputAnswer, TaskAnswer } from "../../contract/read.ts";
import { describeSchedule } from "../../domain/calendar/describe.ts";
import { sayTarget } from "../../domain/duty/target-words.ts";
import type { Language } from "../../domain/language/language.ts";
import { sayStep } from "../../domain/language/step-names.ts";
import { readWords } from "../../domain/language/web-read.ts";
import type { ReadWords } from "../../domain/language/web-read-vi.ts";
import { nameOf, sayPlace } from "./task-view.ts";
import { type Sheet, writeXlsx } from "./xlsx.ts";

/** What was read as a workbook: tasks, citations, the balance with its reasons, the head. */
export function workbookOf(output: ReadOutputAnswer, language: Language): Promise<Blob> {
  const words = readWords[language];
  return Promise.resolve(
    writeXlsx([
      taskSheet(output.tasks, words, language),
      citationSheet(output, words),
      balanceSheet(output, words, language),
      headSheet(output, words),
    ]),
  );
}

function taskSheet(tasks: readonly TaskAnswer[], words: ReadWords, language: Language): Sheet {
  const { columns, sheet } = words;
  return {
    name: sheet.tasks,
    widths: [10, 28, 36, 8, 70, 30, 36, 22, 26, 40, 34, 20, 24, 16],
    head: [
      sheet.ref,
      sheet.part,
      sheet.group,
      columns.label,
      columns.content,
      columns.leads,
      columns.coordinators,
      columns.time,
      sheet.schedule,
      words.fields.result ?? "",
      words.fields.targets ?? "",
      sheet.doubts,
      sheet.unclear,
      sheet.place,
    ],
    rows: tasks.map((task) => [
      task.ref,
      task.part,
      task.groups.join(" › "),
      task.label,
      task.content,
      task.leads.map(nameOf).join("; "),
      task.coordinators.map(nameOf).join("; "),
      task.time,
      task.schedule && describeSchedule(task.schedule, language),
      task.result,
      task.targets.map((target) => sayTarget(target, language)).join("; "),
      Object.entries(task.doubts)
        .map(([field, doubt]) => `${words.fields[field] ?? field} ${Math.round(doubt * 100)}%`)
        .join("; "),
      task.unclear.map((finding) => `${words.unclearAbout[finding.clear]}: ${finding.reason}`).join("; "),
      task.sources.map((place) => sayPlace(place, words)).join("; "),
    ]),
  };
}

function citationSheet({ citations }: ReadOutputAnswer, words: ReadWords): Sheet {
  return {
    name: words.sheet.citations,
    widths: [24, 12, 14, 60, 14],
    head: [
      words.citations.number,
      words.citations.date,
      words.citations.relation,
      words.citations.asWritten,
      words.citations.where,
    ],
    rows: citations.map((citation) => [
      citation.number,
      citation.date,
      words.citations.relations[citation.relation],
      citation.asWritten,
      sayPlace(citation.place, words),
    ]),
  };
}

function balanceSheet({ ledger }: ReadOutputAnswer, words: ReadWords, language: Language): Sheet {
  const { balance } = words;
  return {
    name: words.sheet.balance,
    widths: [34, 10, 10, 10, 60, 18, 50],
    head: [
      balance.step,
      balance.taken,
      balance.given,
      balance.dropped,
      balance.what,
      balance.where,
      balance.why,
    ],
    rows: ledger.steps.flatMap((step) => [
      [sayStep(step.name, language), step.in, step.out, step.rejected.length, null, null, null],
      ...step.rejected.map(({ what, where, why }) => [null, null, null, null, what, where, why]),
    ]),
  };
}

function headSheet({ document, file, sha256 }: ReadOutputAnswer, words: ReadWords): Sheet {
  const { head } = words;
  const signer = document.signer && [document.signer.capacity, document.signer.title, document.signer.name];
  return {
    name: words.sheet.document,
    widths: [24, 90],
    head: [words.sheet.field, words.sheet.value],
    rows: [
      [head.number, document.number],
      [head.kind, document.kindName ?? document.kind],
      [head.issuer, document.issuer],
      [head.issuerSuperior, document.issuerSuperior],
      [head.place, document.place],
      [head.date, document.date],
      [head.subject, document.subject],
      [head.signer, signer?.filter((part) => part !== null).join(", ") ?? null],
      [head.recipients, document.recipients.join("; ")],
      [head.attachedTo, document.attachedTo],
      [file, `SHA-256 ${sha256}`],
    ],
  };
}
