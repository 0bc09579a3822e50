import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RegisteredTaskAnswer, TaskListAnswer } from "../../src/contract/task.ts";
import type { ImportUndoAnswer, TaskImportAnswer } from "../../src/contract/task-change.ts";
import { readCsv, writeCsv } from "../../src/domain/text/csv.ts";
import { writeSpreadsheet } from "../../src/print/spreadsheet.ts";
import { openRows, provinceId, type Rows } from "../../src/store/database.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { officeForSheets, throughLibreOffice } from "../support/office.ts";
import { fillRegister, madeId } from "../support/register-rows.ts";
import { jsonOf, refusalOf, registerApp, today } from "./register-app.ts";

let database: TestDatabase;
let rows: Rows;
let ask: ReturnType<typeof registerApp>["ask"];
let send: ReturnType<typeof registerApp>["send"];

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  ({ ask, send } = registerApp(rows));
  const province = provinceId(52);
  if (province !== null)
    await fillRegister(rows.kysely, province, { documents: 2, tasksEach: 60, units: 6, today });
  // Texts that programs like to change.
  const hard = {
    version: 1,
    content: '=HYPERLINK("x")\n- dòng "hai";\t cột, 1.5',
    result: "007",
    approver: "-1",
  };
  await jsonOf(send("PATCH", `/api/tasks/${madeId("task", 20)}`, hard));
});

afterAll(async () => {
  await rows.close();
  await database.drop();
});

async function exported(format: "csv" | "xlsx", query = ""): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await ask(`/api/tasks/export.${format}?${query}`);
  expect(answer.headers.get("content-disposition")).toBe(
    `attachment; filename="nhiem-vu-${today}.${format}"`,
  );
  return new Uint8Array(await answer.arrayBuffer());
}

function bring(name: string, bytes: Uint8Array<ArrayBuffer> | string, dry = true): Promise<TaskImportAnswer> {
  return jsonOf(sent(name, bytes, dry));
}

function sent(name: string, bytes: Uint8Array<ArrayBuffer> | string, dry = true) {
  const body = new FormData();
  body.append("files", new File([bytes], name));
  return ask(`/api/tasks/import${dry ? "?dry=1" : ""}`, { method: "POST", body });
}

/** The exported rows as texts, changed by the test and written again. */
async function edited(
  query: string,
  change: (cells: Map<string, string>, index: number) => void,
): Promise<string> {
  const read = readCsv(new TextDecoder().decode(await exported("csv", query)));
  if (!read.ok) throw new Error(read.failure.code);
  const [heading, ...lines] = read.value.map(({ cells }) => cells);
  if (!heading) throw new Error("nothing was exported");
  const changed = lines.map((cells, index) => {
    const row = new Map(heading.map((name, at) => [name, cells[at] ?? ""]));
    change(row, index);
    return [...row.values()];
  });
  return writeCsv([heading, ...changed]);
}

describe("the kinds of targets", () => {
  const task = madeId("task", 31);
  it("are read with a changed result, go out with the list, come back changed and are taken back", async () => {
    const result = "Tổ chức ít nhất 02 hội nghị; khoảng 300 lượt người tham gia";
    const before = await jsonOf<RegisteredTaskAnswer>(
      send("PATCH", `/api/tasks/${task}`, { version: 1, result }),
    );
    expect(before.targets.map(({ measure, scope }) => [measure, scope ?? "joint"])).toEqual([
      ["hội nghị", "joint"],
      ["lượt người", "joint"],
    ]);
    const sheet = await edited("", (cells) => {
      if (cells.get("Mã") === task)
        cells.set("Cách tính chỉ tiêu", "hội nghị: từng đơn vị\nlượt người: chung");
    });
    const taken = await bring("a.csv", sheet, false);
    expect(taken).toMatchObject({ refused: [], changed: [{ id: task }] });
    const after = await jsonOf<RegisteredTaskAnswer>(ask(`/api/tasks/${task}`));
    expect(after.targets[0]).toMatchObject({ measure: "hội nghị", scope: "each", value: 2 });
    expect(await bring("b.csv", await exported("csv"), false)).toMatchObject({ changed: [], refused: [] });
    await jsonOf<ImportUndoAnswer>(send("POST", `/api/tasks/import/${taken.id}/undo`, {}));
    expect((await jsonOf<RegisteredTaskAnswer>(ask(`/api/tasks/${task}`))).targets).toEqual(before.targets);
  });

  it("are refused aloud where a cell names no kind", async () => {
    const sheet = await edited("", (cells) => {
      if (cells.get("Mã") === task) cells.set("Cách tính chỉ tiêu", "hội nghị: mỗi nơi");
    });
    expect((await bring("a.csv", sheet)).refused).toMatchObject([
      { column: "Cách tính chỉ tiêu", error: { code: "register.value-wrong" } },
    ]);
  });
});

describe("a list that comes back as it went", () => {
  it.each(["csv", "xlsx"] as const)("changes nothing (.%s)", async (format) => {
    const answer = await bring(`a.${format}`, await exported(format), false);
    expect(answer).toMatchObject({
      dry: false,
      rows: 120,
      unchanged: 120,
      left: 0,
      changed: [],
      refused: [],
    });
  });

  it.skipIf(officeForSheets === null)(
    "changes nothing after LibreOffice opened and saved it",
    async () => {
      const answer = await bring("a.xlsx", throughLibreOffice(await exported("xlsx")));
      expect(answer).toMatchObject({ dry: true, rows: 120, unchanged: 120, changed: [], refused: [] });
    },
    120_000,
  );
});

describe("an edited list", () => {
  it("says first what it would change, and then changes it", async () => {
    const { tasks } = await jsonOf<TaskListAnswer>(ask("/api/tasks?state=late&general=false&limit=3"));
    const [first, second] = tasks;
    if (!first || !second) throw new Error("nothing is late");
    const file = await edited("state=late&general=false", (cells, index) => {
      if (index === 0) {
        cells.set("Ngày hoàn thành", "2/5/2026");
        cells.set("Sản phẩm đã có", "15/BC-SNgV");
      }
      if (index === 1) {
        cells.set("Chủ trì", `${cells.get("Chủ trì")}; Sở Du lịch`);
        cells.set("Sản phẩm, kết quả yêu cầu", "");
        cells.set("Tình trạng (tự tính)", "gì cũng được");
      }
    });
    const trial = await bring("a.csv", file);
    expect(trial).toMatchObject({ dry: true, refused: [] });
    expect(trial.changed.map(({ line, id, changes }) => [line, id, changes])).toEqual([
      [
        2,
        first.id,
        [
          { column: "Ngày hoàn thành", before: null, after: "02/05/2026" },
          { column: "Sản phẩm đã có", before: null, after: "15/BC-SNgV" },
        ],
      ],
      [3, second.id, expect.arrayContaining([expect.objectContaining({ column: "Chủ trì" })])],
    ]);
    expect((await jsonOf<RegisteredTaskAnswer>(ask(`/api/tasks/${first.id}`))).state).toBe("late");
    const done = await bring("a.csv", file, false);
    expect(done.changed).toEqual(trial.changed);
    const task = await jsonOf<RegisteredTaskAnswer>(ask(`/api/tasks/${first.id}`));
    expect(task.occurrences.flatMap(({ facts }) => facts)).toMatchObject([
      { kind: "done", on: "2026-05-02", product: "15/BC-SNgV" },
    ]);
    const other = await jsonOf<RegisteredTaskAnswer>(ask(`/api/tasks/${second.id}`));
    expect(other.leads.map(({ name }) => name)).toEqual([
      ...second.leads.map(({ name }) => name),
      "Sở Du lịch",
    ]);
    const again = await bring("a.csv", file);
    expect(again.changed).toEqual([]);
    expect(again.unchanged + again.refused.length).toBe(again.rows);
  });

  it("refuses row by row what cannot be taken, and says why", async () => {
    const made = await edited("sort=document", (cells, index) => {
      if (index === 0) cells.set("Mục", "I.1");
      if (index === 1) cells.set("Phiên bản", "7").set("Nội dung", "Khác");
      if (index === 2) cells.set("Mã", madeId("nowhere", 1));
      if (index === 3) cells.set("Mã", "không có");
      if (index === 4) cells.set("Ngày hoàn thành", "31/02/2026");
      if (index === 5) cells.set("Chỉ đạo chung", "có lẽ");
      if (index === 6) cells.set("Nội dung", "");
      if (index === 7) cells.set("Mã", madeId("task", 0));
      if (index === 8) cells.set("Ngày hoàn thành", "21/05/2026");
    });
    const answer = await bring("a.csv", made, false);
    const codes = answer.refused.map(({ line, error }) => [line, error.code]);
    expect(codes).toEqual([
      [2, "register.column-fixed"],
      [3, "register.task-changed"],
      [4, "register.task-unknown"],
      [5, "register.task-unknown"],
      [6, expect.stringMatching(/register\.(value-wrong|column-fixed)/)],
      [7, "register.value-wrong"],
      [8, "register.content-empty"],
      [9, "register.row-repeated"],
      [10, expect.stringMatching(/register\.(fact-in-future|column-fixed)/)],
    ]);
    expect(answer).toMatchObject({ rows: 120, changed: [], unchanged: 111 });
    expect(answer.refused[0]?.error.message).toContain("II.1");
  });

  it("reads the schedule again from new words about time, and refuses words that give none", async () => {
    const { tasks } = await jsonOf<TaskListAnswer>(
      ask("/api/tasks?general=false&state=late,open&sort=document&limit=2"),
    );
    const file = await edited("general=false&state=late,open&sort=document", (cells, index) => {
      if (index === 0) cells.set("Thời gian", "Trước ngày 30/9/2027");
      if (index === 1) cells.set("Thời gian", "khi nào tiện");
    });
    const trial = await bring("a.csv", file);
    expect(trial.changed).toMatchObject([
      { line: 2, timing: { schedule: { kind: "once", to: "2027-09-30", strictlyBefore: true } } },
    ]);
    expect(trial.refused).toMatchObject([
      {
        line: 3,
        column: "Thời gian",
        error: { code: "register.time-unread", detail: { words: "khi nào tiện" } },
      },
    ]);
    const done = await bring("a.csv", file, false);
    const task = await jsonOf<RegisteredTaskAnswer>(ask(`/api/tasks/${tasks[0]?.id}`));
    expect(task).toMatchObject({ timeWords: "Trước ngày 30/9/2027", schedule: { kind: "once" } });
    expect(task.occurrences.map(({ lastDay }) => lastDay)).toContain("2027-09-29");
    // Back to where it was: words and times, for the tests below.
    expect(await jsonOf(send("POST", `/api/tasks/import/${done.id}/undo`, {}))).toEqual({
      undone: 1,
      kept: [],
    });
  });

  it("says of twenty wrong rows the line, the column and the reason, and keeps the right ones", async () => {
    const file = await edited("sort=document&general=false", (cells, index) => {
      if (index < 20)
        cells.set(index % 2 === 0 ? "Thời gian" : "Nội dung", index % 2 === 0 ? "sớm thôi" : " ");
      if (index === 20) cells.set("Cấp phê duyệt", "Chủ tịch UBND tỉnh");
    });
    const trial = await bring("a.csv", file);
    expect(trial.refused.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
    expect(new Set(trial.refused.map(({ column }) => column))).toEqual(new Set(["Thời gian", "Nội dung"]));
    expect(trial.refused.every(({ error }) => error.message.length > 20)).toBe(true);
    expect(trial.changed.map(({ line }) => line)).toEqual([22]);
    expect(trial.unchanged + trial.changed.length + trial.refused.length + trial.left).toBe(trial.rows);
  });

  it("takes only the chosen lines, and takes its own import back but for what was changed since", async () => {
    const { tasks } = await jsonOf<TaskListAnswer>(
      ask("/api/tasks?general=false&state=open,dueSoon&limit=3"),
    );
    const [first, second, third] = tasks;
    if (!first || !second || !third) throw new Error("too little is open");
    const file = await edited("general=false&state=open,dueSoon", (cells, index) => {
      if (index < 3) cells.set("Nhóm", "Nhóm mới");
      if (index === 0) cells.set("Ngày hoàn thành", "2/5/2026").set("Sản phẩm đã có", "9/BC");
    });
    const body = new FormData();
    body.append("files", new File([file], "a.csv"));
    body.append("lines", "2,3");
    const done = await jsonOf<TaskImportAnswer>(ask("/api/tasks/import", { method: "POST", body }));
    expect(done.changed.map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(done.left).toBe(done.rows - 2);
    const taskOf = (id: string) => jsonOf<RegisteredTaskAnswer>(ask(`/api/tasks/${id}`));
    expect((await taskOf(third.id)).group).toBe(third.group);
    await jsonOf(send("PATCH", `/api/tasks/${second.id}`, { version: second.version + 1, label: "9a" }));
    const undone = await jsonOf<ImportUndoAnswer>(send("POST", `/api/tasks/import/${done.id}/undo`, {}));
    expect(undone).toMatchObject({
      undone: 1,
      kept: [{ id: second.id, error: { code: "register.task-changed" } }],
    });
    expect(await taskOf(first.id)).toMatchObject({ group: first.group, state: first.state });
    expect(
      (await taskOf(first.id)).occurrences.flatMap(({ facts }) => facts.map(({ kind }) => kind)),
    ).toEqual(["reopened", "done"]);
    expect((await taskOf(second.id)).group).toBe("Nhóm mới");
    const other = send("POST", `/api/tasks/import/${done.id}/undo`, {}, "other");
    expect(await refusalOf(other)).toBe("404 register.import-unknown");
  });

  it("takes nothing from behind a blank line of a workbook, where columns are no longer certain", async () => {
    const read = readCsv(new TextDecoder().decode(await exported("csv", "sort=document")));
    if (!read.ok) throw new Error(read.failure.code);
    const [heading = [], first = [], second = []] = read.value.map(({ cells }) => cells);
    const columns = heading.map((name) => ({ heading: name, kind: "text" as const, width: 10 }));
    const book = await writeSpreadsheet([{ name: "Nhiệm vụ", columns, rows: [first, [], second] }]);
    const answer = await bring("a.xlsx", new Uint8Array(book));
    expect(answer).toMatchObject({ rows: 2, unchanged: 1, changed: [] });
    expect(answer.refused.map(({ line, error }) => [line, error.code])).toEqual([[4, "register.row-apart"]]);
  });

  const files: readonly [string, string, string][] = [
    ["a.txt", "x", "422 register.sheet-unknown"],
    ["a.xlsx", "%PDF-1.7\nstartxref\n9\n%%EOF", "415 register.sheet-format"],
    ["a.csv", "Họ tên,Số điện thoại\r\nMai,1\r\n", "422 register.sheet-unknown"],
    ["a.csv", 'Mã,Phiên bản,Nội dung\r\n"x', "422 register.sheet-broken"],
    ["a.xlsx", "no workbook", "422 register.sheet-unknown"],
  ];
  it.each(files)("refuses %s with %j whole: %s", async (name, content, refusal) => {
    const answer = await sent(name, content);
    expect(await refusalOf(answer)).toBe(refusal);
  });
});
