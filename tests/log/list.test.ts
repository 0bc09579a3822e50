import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LogAnswer, LogEntryAnswer } from "../../src/contract/log.ts";
import type { HeldRole } from "../../src/domain/organisation/rights.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { type ProvinceId, provinceId, withProvince } from "../../src/store/database.ts";
import { entryId, writeEntries } from "../support/log-rows.ts";
import { openRegisterApp, type RegisterApp } from "../support/register-app.ts";

const held = (role: HeldRole["role"]): readonly HeldRole[] => [{ role, unit: null, actingFor: null }];
const clock = () => new Date("2026-03-10T03:00:00Z");

let app: RegisterApp;

function provinceOf(number: number): ProvinceId {
  const found = provinceId(number);
  if (found === null) throw new Error("a province of the list");
  return found;
}

beforeAll(async () => {
  app = await openRegisterApp(clock, startReading(), {
    auditor: { name: "Nguyễn Văn Kiểm", province: 52, held: held("auditor") },
    admin: { name: "Trần Thị Quản", province: 52, held: held("administrator") },
    leader: { name: "Lê Văn Lãnh", province: 52, held: held("leader") },
    elsewhere: { name: "Đỗ Văn Nơi", province: 48, held: held("auditor") },
  });
  for (const [id, name] of [
    ["admin", "Trần Thị Quản"],
    ["auditor", "Nguyễn Văn Kiểm"],
  ])
    await app.rows.pool.query(
      "insert into accounts.users (id, name, email, email_verified, created_at, updated_at) values ($1, $2, $1 || '@vd.gov.vn', true, now(), now())",
      [id, name],
    );
  await writeEntries(app.rows, provinceOf(52), 1, 12_000);
  await writeEntries(app.rows, provinceOf(48), 20_001, 20_003);
  await add(30_001, "refusal", "wrong-password", "person:auditor", null, "2026-03-05T01:00:00Z");
  const phone = { name: "Lê Thị Sen", phone: "0912345678" };
  await add(30_002, "change", "edit-person", "person:auditor", phone, "2026-03-05T02:00:00Z");
});
afterAll(() => app.close());

function add(n: number, kind: string, what: string, subject: string, after: object | null, at: string) {
  const json = after === null ? null : JSON.stringify(after);
  return withProvince(app.rows.kysely, provinceOf(52), (transaction) =>
    sql`insert into history (province_id, id, at, who, what, subject, after, kind)
      values (52, ${entryId(n)}, ${at}, 'admin', ${what}, ${subject}, ${json}::jsonb, ${kind})`.execute(
      transaction,
    ),
  );
}

async function list(person: string, query = ""): Promise<LogAnswer> {
  const answer = await app.ask(person, `/api/log${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as LogAnswer;
}

const ids = ({ entries }: LogAnswer) => entries.map(({ id }) => id);

describe("the log as a list", () => {
  it("has the newest first, page by page, each entry once", async () => {
    const first = await list("auditor", "?limit=3");
    expect(ids(first)).toEqual([entryId(30_002), entryId(30_001), entryId(12_000)]);
    expect(first.total).toEqual({ count: 10_000, more: true });
    const second = await list("auditor", `?limit=3&after=${encodeURIComponent(first.next ?? "")}`);
    expect(ids(second)).toEqual([entryId(11_999), entryId(11_998), entryId(11_997)]);
    expect(second.total).toBeNull();
  });

  it.each([
    ["kind=refusal", [30_001]],
    ["what=edit-person", [30_002]],
    ["who=admin", [30_002, 30_001]],
    ["who=admin&kind=change", [30_002]],
    ["subject=task:7", [7]],
    ["subject=task:7&address=10.0.0.9", []],
    ["from=2026-03-05&to=2026-03-05", [30_002, 30_001]],
    ["from=2026-03-06", []],
    ["kind=view", []],
  ])("keeps to %s", async (query, expected) => {
    const found = await list("auditor", `?${query}`);
    expect(ids(found)).toEqual(expected.map(entryId));
    expect({ ...found.total, next: found.next }).toEqual({ count: expected.length, more: false, next: null });
  });

  it("finds words through the whole log, 10,000 entries at one asking, accents or none", async () => {
    expect(ids(await list("auditor", "?q=ngoai vu&subject=task:7"))).toEqual([entryId(7)]);
    const nothing = await list("auditor", "?q=không có ở đâu");
    expect(ids(nothing)).toEqual([]);
    expect(nothing.lookedTo).toBe("2026-03-01T03:03:23.000000Z");
    const rest = await list("auditor", `?q=không có ở đâu&after=${encodeURIComponent(nothing.next ?? "")}`);
    expect(rest).toMatchObject({ entries: [], next: null, lookedTo: null });
  });

  it("names people and things, and what an entry changed", async () => {
    const [entry] = (await list("admin", "?what=edit-person")).entries;
    expect(entry).toMatchObject({
      who: { id: "admin", name: "Trần Thị Quản" },
      thing: { name: "Nguyễn Văn Kiểm" },
    });
    const shown = (await (await app.ask("admin", `/api/log/${entryId(30_002)}`)).json()) as LogEntryAnswer;
    expect(shown).toMatchObject({ before: null, after: { phone: "0912345678" }, hidden: [], seal: null });
  });

  it("keeps personal data from who does not see them elsewhere, also as words to look for", async () => {
    const answer = await app.ask("auditor", `/api/log/${entryId(30_002)}`);
    const text = await answer.text();
    expect(text).not.toContain("0912345678");
    expect(JSON.parse(text)).toMatchObject({ after: { name: "Lê Thị Sen" }, hidden: ["phone"] });
    const asked = "?what=edit-person&q=0912345678";
    expect(ids(await list("auditor", asked))).toEqual([]);
    expect(ids(await list("admin", asked))).toEqual([entryId(30_002)]);
  });

  it("is of one province, refused to others, and answers what is wrong in words", async () => {
    expect(ids(await list("elsewhere"))).toEqual([20_003, 20_002, 20_001].map(entryId));
    expect((await app.ask("elsewhere", `/api/log/${entryId(30_002)}`)).status).toBe(404);
    expect((await app.ask("leader", "/api/log")).status).toBe(403);
    expect((await app.ask("leader", "/api/log/export.csv")).status).toBe(403);
    expect((await app.ask("auditor", "/api/log?after=x")).status).toBe(400);
    expect((await app.ask("auditor", "/api/log?kind=other")).status).toBe(400);
    expect(app.bugs).toEqual([]);
  });
});

describe("the log as a file", () => {
  it("comes as a stream of lines, whole, and tells of itself", async () => {
    const answer = await app.ask("elsewhere", "/api/log/export.jsonl");
    const lines = (await answer.text()).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).id)).toEqual([20_001, 20_002, 20_003].map(entryId));
    const [told] = (await list("elsewhere", "?kind=export")).entries;
    expect(told).toMatchObject({ what: "export-log", who: { id: "elsewhere" } });
  });

  it("as a table keeps its columns and marks what a spreadsheet would compute", async () => {
    await add(30_003, "view", "=1+1", "log", { a: "x" }, "2026-03-04T02:00:00Z");
    const answer = await app.ask("auditor", "/api/log/export.csv?kind=view");
    expect(answer.headers.get("content-disposition")).toContain("nhat-ky-2026-03-10.csv");
    const [heading, row] = Buffer.from(await answer.arrayBuffer())
      .toString("utf8")
      .split("\r\n");
    expect(heading).toBe("\ufeffLúc,Loại,Mã người làm,Ai,Địa chỉ mạng,Việc,Liên quan đến,Trước,Sau,Mã mục");
    expect(row).toBe(
      `2026-03-04T02:00:00.000000Z,view,admin,Trần Thị Quản,,'=1+1,log,,"{""a"":""x""}",${entryId(30_003)}`,
    );
  });
});
