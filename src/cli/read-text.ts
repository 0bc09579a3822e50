import { formatVietnamese, parseIsoDate } from "../domain/basics/calendar-date.ts";
import type { Ledger } from "../domain/basics/ledger.ts";
import type { FileSignature } from "../domain/document/signature.ts";
import { saySignature } from "../domain/document/signature-words.ts";
import { sayStep } from "../domain/language/step-names.ts";
import { readWords } from "../domain/language/web-read.ts";
import type { Addressee } from "../domain/organisation/addressee.ts";
import type { TaskFinding } from "../domain/reading/findings.ts";
import type { ReadDocument } from "../operations/read-document.ts";

/** One document as readable text: its head, a table of its orders, and the books. `width` is in columns of the terminal. */
export function describeDocument({ output, notices }: ReadDocument, width: number): string {
  const { document, tasks } = output;
  const kept = tasks.filter((task) => !task.general);
  return [
    headLine(output),
    document.subject === null ? "" : `  ${document.subject.replaceAll("\n", " ")}`,
    ...notices
      .filter(({ code }) => code === "damagedText")
      .map(({ code, count }) => `  ${readWords.vi.notices[code]?.(String(count)) ?? code}`),
    "",
    ...taskTable(kept, width),
    ...(tasks.length > kept.length
      ? ["", `Chỉ đạo chung (không theo dõi riêng): ${tasks.length - kept.length}`]
      : []),
    "",
    ...(output.signatures ?? []).map(signatureLine),
    `Văn bản viện dẫn: ${output.citations.length}`,
    ...balanceLines(output.ledger),
    "",
  ].join("\n");
}

function signatureLine(signature: FileSignature): string {
  const { headline, verdict, details } = saySignature(signature, "vi");
  return `${headline}: ${verdict}. ${details.join(" ")}`;
}

function headLine({ document, file }: ReadDocument["output"]): string {
  const date = document.date === null ? null : parseIsoDate(document.date);
  const parts = [
    document.kindName,
    document.number,
    date === null ? null : `ngày ${formatVietnamese(date)}`,
    document.issuer,
  ];
  const known = parts.filter((part) => part !== null).join(", ");
  return `${file}: ${known === "" ? "không có phần đầu văn bản" : known}`;
}

const columns = [
  { heading: "Mục", share: 0.09, text: (task: TaskFinding) => task.ref },
  { heading: "Nội dung", share: 0.37, text: (task: TaskFinding) => task.content },
  { heading: "Chủ trì", share: 0.22, text: (task: TaskFinding) => task.leads.map(nameOf).join("; ") },
  { heading: "Thời gian", share: 0.16, text: (task: TaskFinding) => task.time ?? "" },
  {
    heading: "Chưa rõ",
    share: 0.16,
    text: (task: TaskFinding) => task.unclear.map((found) => clearNames[found.clear]).join(", "),
  },
] as const;

const clearNames = {
  who: "người",
  what: "việc",
  when: "thời gian",
  responsible: "trách nhiệm",
  empowered: "thẩm quyền",
  product: "sản phẩm",
} as const;

function nameOf(addressee: Addressee): string {
  return "unit" in addressee ? addressee.unit : addressee.collective;
}

function taskTable(tasks: readonly TaskFinding[], width: number): readonly string[] {
  if (tasks.length === 0) return ["Không có nhiệm vụ nào được giao trong văn bản này."];
  const widths = columns.map(({ share }) => Math.max(7, Math.floor((width - columns.length * 2) * share)));
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, i) => fitted(text, widths[i] ?? 0))
      .join("  ")
      .trimEnd();
  return [
    line(columns.map(({ heading }) => heading)),
    line(widths.map((columnWidth) => "─".repeat(columnWidth))),
    ...tasks.map((task) => line(columns.map(({ text }) => text(task)))),
  ];
}

/** The text in exactly so many columns, cut with an ellipsis. */
function fitted(text: string, width: number): string {
  const plain = text.replaceAll("\n", " ");
  return plain.length > width ? `${plain.slice(0, width - 1)}…` : plain.padEnd(width);
}

function balanceLines(ledger: Ledger): readonly string[] {
  return ledger.steps.flatMap((step) => [
    `${sayStep(step.name, "vi")}: ${step.in} vào = ${step.out} nhận + ${step.rejected.length} loại`,
    ...step.rejected.map(
      (rejected) => `    ${rejected.where}: ${rejected.why} (${rejected.what.slice(0, 60)})`,
    ),
  ]);
}
