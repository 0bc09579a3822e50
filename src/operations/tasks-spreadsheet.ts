import { describePlace } from "../domain/document/place.ts";
import type { Addressee } from "../domain/organisation/addressee.ts";
import type { TaskFinding } from "../domain/reading/findings.ts";
import { type SpreadsheetColumn, type SpreadsheetValue, writeSpreadsheet } from "../print/spreadsheet.ts";
import type { ReadDocument } from "./read-document.ts";

interface TaskColumn extends SpreadsheetColumn {
  readonly of: (task: TaskFinding, document: ReadDocument) => SpreadsheetValue;
}

const taskColumns: readonly TaskColumn[] = [
  textColumn("Văn bản", 22, (_, { output }) => output.document.number ?? output.file),
  textColumn("Mục", 12, (task) => task.ref),
  textColumn("Nhóm", 30, (task) => task.group),
  textColumn("Nội dung", 80, (task) => task.content),
  textColumn("Chủ trì", 40, (task) => task.leads.map(nameOf).join("; ")),
  textColumn("Phối hợp", 40, (task) => task.coordinators.map(nameOf).join("; ")),
  textColumn("Thời gian", 24, (task) => task.time),
  textColumn("Sản phẩm, kết quả", 50, (task) => task.result),
  textColumn("Chưa rõ", 40, (task) => task.unclear.map((found) => found.reason).join("; ")),
  textColumn("Chỉ đạo chung", 14, (task) => (task.general ? "x" : null)),
  textColumn("Vị trí", 24, (task) => task.sources.map(describePlace).join("; ")),
];

const rejectedColumns: readonly SpreadsheetColumn[] = [
  { heading: "Văn bản", kind: "text", width: 22 },
  { heading: "Bước", kind: "text", width: 16 },
  { heading: "Phần không xếp được", kind: "text", width: 80 },
  { heading: "Vị trí", kind: "text", width: 24 },
  { heading: "Lý do", kind: "text", width: 40 },
];

/** The tasks of documents as a workbook (.xlsx): one sheet of tasks, one of what could not be placed. */
export function tasksSpreadsheet(documents: readonly ReadDocument[]): Promise<Uint8Array> {
  const tasks = documents.flatMap((document) =>
    document.output.tasks.map((task) => taskColumns.map((column) => column.of(task, document))),
  );
  const rejected = documents.flatMap(({ output }) =>
    output.ledger.steps.flatMap((step) =>
      step.rejected.map(({ what, where, why }) => [
        output.document.number ?? output.file,
        step.name,
        what,
        where,
        why,
      ]),
    ),
  );
  return writeSpreadsheet([
    {
      name: "Nhiệm vụ",
      columns: taskColumns.map(({ heading, kind, width }) => ({ heading, kind, width })),
      rows: tasks,
    },
    { name: "Chưa xếp được", columns: rejectedColumns, rows: rejected },
  ]);
}

function textColumn(heading: string, width: number, of: TaskColumn["of"]): TaskColumn {
  return { heading, kind: "text", width, of };
}

function nameOf(addressee: Addressee): string {
  return "unit" in addressee ? addressee.unit : addressee.collective;
}
