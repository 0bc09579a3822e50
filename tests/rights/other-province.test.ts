import { afterAll, beforeAll, expect, it } from "vitest";
import type { DocumentAnswer, ImportAnswer } from "../../src/contract/document.ts";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import type { RegisteredTaskAnswer } from "../../src/contract/task.ts";
import type { UnplacedAnswer } from "../../src/contract/unplaced.ts";
import type { ViewsAnswer } from "../../src/contract/view.ts";
import { asLogin } from "../support/database.ts";
import { jsonRequest, openRegisterApp, type RegisterApp, uploadOf } from "../support/register-app.ts";

const notice = `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: 31/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 10 tháng 02 năm 2026
THÔNG BÁO
Kết luận về kho lưu trữ
1. Giao Sở Tài chính lập dự toán sửa kho, trình Ủy ban nhân dân tỉnh trước ngày 15/02/2026.
2. Giao Sở Xây dựng rà soát nền kho; báo cáo kết quả trong tháng 5/2026.
3. Giao Sở Y tế phun thuốc trong kho, hoàn thành trước ngày 30/5/2026.
Nơi nhận:
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn Bình
`;

let app: RegisterApp;

beforeAll(async () => {
  let seconds = 0;
  app = await openRegisterApp(() => new Date(Date.parse("2026-03-02T03:00:00Z") + 1000 * seconds++));
}, 60_000);
afterAll(() => app.close());

async function read<T>(path: string, init: RequestInit = {}): Promise<T> {
  const answer = await app.ask("mai", path, init);
  if (answer.status !== 200) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T; // the contract's test compares answers with schemas
}

/** A document of Gia Lai with one accepted task, two open findings, what was left out, and a kept view. */
async function fill() {
  const [line] = (await read<ImportAnswer>("/api/documents", uploadOf(["a.txt", notice]))).lines;
  if (line?.outcome !== "imported") throw new Error(JSON.stringify(line));
  const document = line.document.id;
  const { findings } = await read<FindingsAnswer>(`/api/documents/${document}/findings`);
  const [first, second, third] = findings;
  if (!first || !second || !third) throw new Error("the notice gives three findings");
  const accept = { version: first.version, decision: "accepted" };
  await read(`/api/findings/${first.id}/decision`, jsonRequest("POST", accept));
  const [row] = (await read<DocumentAnswer>(`/api/documents/${document}`)).tasks;
  const task = await read<RegisteredTaskAnswer>(`/api/tasks/${row?.id}`);
  const [left] = (await read<UnplacedAnswer>("/api/unplaced?kind=all")).parts;
  await read("/api/settings", jsonRequest("PUT", { version: 0, startDay: "2026-03-01", soonDays: 30 }));
  await read("/api/views", jsonRequest("POST", { name: "Kho", place: "tasks", query: "state=late" }));
  const [view] = (await read<ViewsAnswer>("/api/views")).views;
  return { document, second, third, task, part: { document, position: left?.position }, view };
}

type Wish = readonly [method: string, path: string, body?: unknown];

/** Requests with true ids and versions, each of which changes something when a person of Gia Lai sends them in turn. */
function wishesFor({ document, second, third, task, part, view }: Awaited<ReturnType<typeof fill>>) {
  const finding = `/api/findings/${second.id}`;
  const { version } = second;
  const wishes: readonly Wish[] = [
    ["POST", "/api/occurrences/fill", { kind: "done", on: null, tasks: [task.id] }],
    ["POST", "/api/unplaced/marks", { parts: [part], reason: "đã xem" }],
    ["DELETE", "/api/unplaced/marks", { parts: [part] }],
    ["POST", "/api/unplaced/task", part],
    ["PATCH", finding, { version, edited: { content: "Rà soát cả mái kho" } }],
    ["POST", `${finding}/decision`, { version: version + 1, decision: "accepted" }],
    ["DELETE", `${finding}/decision`, { version: version + 2 }],
    [
      ...(["POST", "/api/findings/merge"] as const),
      {
        findings: [
          { id: second.id, version: version + 3 },
          { id: third.id, version: third.version },
        ],
      },
    ],
    ["DELETE", `${finding}/decision`, { version: version + 4 }],
    ["POST", `${finding}/split`, { version: version + 5, parts: [{ content: "Một" }, { content: "Hai" }] }],
    ["POST", `/api/documents/${document}/findings`, { task: { content: "Thêm một việc" } }],
    ["POST", `/api/documents/${document}/accept-clear`],
    ["PATCH", `/api/tasks/${task.id}`, { version: task.version, content: "Việc khác" }],
    ["DELETE", `/api/views/${view?.id}`],
  ];
  return wishes;
}

/** Names no task: whatever is in sight and fell due before the start day is filled. */
const fillAll: Wish = ["POST", "/api/occurrences/fill", { kind: "withdrawn", on: null }];

function send(person: string, [method, path, body]: Wish): Promise<Response> {
  return app.ask(person, path, body === undefined ? { method } : jsonRequest(method, body));
}

/** Every row of Gia Lai, by its table. */
function rowsOfGiaLai(): Promise<Readonly<Record<string, readonly string[]>>> {
  return asLogin(app.database.superuser, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select c.table_schema || '.' || c.table_name as name from information_schema.columns c
         join information_schema.tables t using (table_schema, table_name)
        where c.column_name = 'province_id' and t.table_type = 'BASE TABLE' order by 1`,
    );
    const found: Record<string, readonly string[]> = {};
    for (const { name } of tables.rows) {
      const rows = await client.query<{ row: string }>(
        `select t::text as row from ${name} t where province_id = 52 order by 1`,
      );
      found[name] = rows.rows.map(({ row }) => row);
    }
    return found;
  });
}

const lists = ["tasks", "overview", "units", "timeline", "documents", "unplaced?kind=all", "views"] as const;

/** What a person of Đà Nẵng is answered by each list. */
function seenInDaNang(): Promise<readonly string[]> {
  return Promise.all(lists.map(async (list) => (await app.ask("dung", `/api/${list}`)).text()));
}

it("changes no row of this one with true ids and versions, and counts nothing of it; the same is let in from here", async () => {
  const seen = await seenInDaNang();
  const wishes = wishesFor(await fill());
  expect(await seenInDaNang()).toEqual(seen);
  const before = await rowsOfGiaLai();
  const changing: Readonly<Record<string, readonly number[]>> = { "/api/occurrences/fill": [200, 409] };
  for (const wish of [...wishes, fillAll]) {
    const { status } = await send("dung", wish);
    expect(changing[wish[1]] ?? [404], wish.slice(0, 2).join(" ")).toContain(status);
  }
  expect(await rowsOfGiaLai()).toEqual(before);
  for (const wish of wishes) {
    const from = await rowsOfGiaLai();
    const answer = await send("mai", wish);
    expect([...wish.slice(0, 2), answer.status, await answer.text()]).toEqual([
      ...[...wish.slice(0, 2), 200, expect.any(String)],
    ]);
    expect(await rowsOfGiaLai(), wish.slice(0, 2).join(" ")).not.toEqual(from);
  }
  expect(app.bugs).toEqual([]);
});
