import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  ImportPreviewAnswer,
  ImportRequest,
  ImportUndoneAnswer,
  RecordAnswer,
  RecordListAnswer,
  TakenListsAnswer,
} from "../../src/contract/record.ts";
import { writeCsv } from "../../src/domain/text/csv.ts";
import { provinceId, withProvince } from "../../src/store/database.ts";
import { officeForSheets, throughLibreOffice } from "../support/office.ts";
import { jsonRequest, openRegisterApp, type RegisterApp, uploadOf } from "../support/register-app.ts";
import { jsonOf, refusalOf } from "./register-app.ts";

const giaLai = provinceId(52);
if (giaLai === null) throw new Error("52 is a province");
let app: RegisterApp;
let now = new Date("2026-03-02T03:00:00Z");
beforeAll(async () => {
  // No two things happen at the same instant.
  app = await openRegisterApp(() => {
    now = new Date(now.getTime() + 1);
    return now;
  });
}, 120_000);
afterAll(async () => {
  expect(app.bugs).toEqual([]);
  await app.close();
});

const partners = "/api/records/partners";

function send(name: string, content: string | Uint8Array): Promise<ImportPreviewAnswer> {
  return jsonOf(app.ask("mai", `${partners}/imports`, uploadOf([name, content])));
}

function settle(
  list: ImportPreviewAnswer,
  step: "preview" | "take",
  changes: Partial<ImportRequest> = {},
): Promise<ImportPreviewAnswer> {
  const request = { mapping: list.columns.map(({ key }) => key), likely: list.likely, ...changes };
  return jsonOf(app.ask("mai", `${partners}/imports/${list.id}/${step}`, jsonRequest("POST", request)));
}

function summed({ rows, counts }: ImportPreviewAnswer) {
  const { added, changed, unchanged, refused } = counts;
  expect(added + changed + unchanged + refused).toBe(rows);
  return { added, changed, unchanged, refused };
}

async function exported(format: "xlsx" | "csv"): Promise<Uint8Array> {
  const answer = await app.ask("mai", `${partners}/export.${format}`);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

const kinds = ["Địa phương", "Cơ quan nhà nước", "Doanh nghiệp", "Tổ chức phi chính phủ"];
const countries = ["Lào", "Campuchia", "Nhật Bản", "Hàn Quốc", "Mỹ"];
const heading = ["TT", "Tên đối tác", "Loại đối tác", "Nước", "Gặp gần nhất", "Thư điện tử"];
const row = (n: number): string[] => [
  ...[String(n), `Đối tác số ${n}`, kinds[n % 4] ?? "", countries[n % 5] ?? "", "12/09/2025", `p${n}@vd.vn`],
];

describe("a list of partners as its owner has it", { timeout: 60_000 }, () => {
  const wrong: readonly (readonly [string[], string, string | null])[] = [
    [["", "", "Địa phương", "Lào", "", ""], "record.value-missing", "name"],
    [["", "Không loại", "", "Lào", "", ""], "record.value-missing", "kind"],
    [["", "Loại lạ", "Hội kín", "Lào", "", ""], "record.choice-unknown", "kind"],
    [["", "Nước lạ", "Địa phương", "Wakanda", "", ""], "record.country-unknown", "country"],
    [["", "Ngày lạ", "Địa phương", "Lào", "31/02/2025", ""], "record.date-wrong", "lastMet"],
    [["", "Thư lạ", "Địa phương", "Lào", "", "không có"], "record.email-wrong", "email"],
    [["", "Đối tác số 4", "Địa phương", "Mỹ", "", ""], "record.row-repeated", null],
  ];
  const list = [heading, ...Array.from({ length: 60 }, (_, n) => row(n)), ...wrong.map(([cells]) => cells)];

  it("is looked at first: what a heading means is proposed, mended, and every row is booked", async () => {
    const preview = await send("doi-tac.csv", writeCsv([["Danh sách đối tác năm 2025"], ...list]));
    expect(preview.columns.map(({ key }) => key)).toEqual([null, "name", "kind", null, "lastMet", "email"]);
    const mended = await settle(preview, "preview", {
      mapping: [null, "name", "kind", "country", "lastMet", "email"],
    });
    expect(summed(mended)).toEqual({ added: 60, changed: 0, unchanged: 0, refused: 7 });
    expect(mended.refused.map(({ error, field }) => [error.code, field])).toEqual(
      wrong.map(([, code, field]) => [code, field]),
    );
    expect(mended.refused[0]?.line).toBe(63);
    expect((await jsonOf<RecordListAnswer>(app.ask("mai", partners))).total).toBe(0);
    expect(summed(await settle(mended, "take"))).toEqual({ added: 60, changed: 0, unchanged: 0, refused: 7 });
    expect((await jsonOf<RecordListAnswer>(app.ask("mai", partners))).total).toBe(60);
    const again = jsonRequest("POST", { mapping: [], likely: "refuse" });
    expect(await refusalOf(app.ask("mai", `${partners}/imports/${preview.id}/take`, again))).toBe(
      "404 record.list-unknown",
    );
  });

  it("comes again with the mapping remembered: likely the same is said, and updates when asked to", async () => {
    const changed = list.slice(0, 11).map((cells, at) => (at === 3 ? cells.with(4, "13/10/2025") : cells));
    const preview = await send("doi-tac-moi.csv", writeCsv(changed));
    expect(preview.columns.map(({ key }) => key)).toEqual([
      null,
      "name",
      "kind",
      "country",
      "lastMet",
      "email",
    ]);
    expect(summed(preview)).toEqual({ added: 0, changed: 0, unchanged: 0, refused: 10 });
    expect(new Set(preview.refused.map(({ error }) => error.code))).toEqual(new Set(["record.row-likely"]));
    const update = await settle(preview, "take", { likely: "update" });
    expect(summed(update)).toEqual({ added: 0, changed: 1, unchanged: 9, refused: 0 });
    expect(update.changed[0]?.cells).toEqual([
      { field: "lastMet", before: "12/09/2025", after: "13/10/2025" },
    ]);
  });

  it("is another's to look at for nobody", async () => {
    const preview = await send("cua-toi.csv", writeCsv([heading, row(500)]));
    const request = jsonRequest("POST", { mapping: [], likely: "refuse" });
    expect(await refusalOf(app.ask("dung", `${partners}/imports/${preview.id}/preview`, request))).toBe(
      "404 record.list-unknown",
    );
  });

  it.each([
    ["rong.csv", "", "422 file.empty"],
    ["chi-tieu-de.csv", "Tên đối tác,Loại đối tác\n", "422 record.list-empty"],
    ["hong.csv", 'Tên đối tác\n"mở mà không đóng', "422 register.sheet-broken"],
  ])("%s is refused", async (name, content, refusal) => {
    expect(await refusalOf(app.ask("mai", `${partners}/imports`, uploadOf([name, content])))).toBe(refusal);
  });
});

describe("an exported list that comes back", { timeout: 120_000 }, () => {
  it.each(["xlsx", "csv"] as const)("as .%s changes nothing", async (format) => {
    const list = await send(`doi-tac.${format}`, await exported(format));
    expect(summed(list)).toEqual({ added: 0, changed: 0, unchanged: 60, refused: 0 });
  });

  it.skipIf(officeForSheets === null)("saved by LibreOffice changes nothing", async () => {
    const saved = throughLibreOffice(await exported("xlsx"));
    expect(summed(await send("doi-tac.xlsx", saved))).toEqual({
      added: 0,
      changed: 0,
      unchanged: 60,
      refused: 0,
    });
  });

  it("with one cell emptied and one filled says so before it is taken, and the history tells it", async () => {
    const csv = new TextDecoder()
      .decode(await exported("csv"))
      .replace("p7@vd.vn", "")
      .replace("p8@vd.vn", "moi@vd.vn");
    const list = await send("doi-tac.csv", csv);
    expect(list.changed.flatMap(({ cells }) => cells)).toEqual([
      { field: "email", before: "p7@vd.vn", after: "" },
      { field: "email", before: "p8@vd.vn", after: "moi@vd.vn" },
    ]);
    await settle(list, "take");
    const id = list.changed[0]?.id ?? "";
    const shown = await jsonOf<{ changes: { what: string }[]; values: object }>(
      app.ask("mai", `${partners}/${id}`),
    );
    expect(shown.changes[0]?.what).toBe("import-records");
    expect(shown.values).not.toHaveProperty("email");
  });
});

describe("a list that was taken and is taken back", { timeout: 60_000 }, () => {
  const events = "/api/records/events";
  const sendEvents = (lines: readonly (readonly string[])[], likely: ImportRequest["likely"] = "refuse") =>
    takeOf(events, [["Tên sự kiện", "Loại sự kiện", "Thời gian", "Mã tại nguồn"], ...lines], likely);
  const takeOf = async (
    path: string,
    lines: readonly (readonly string[])[],
    likely: ImportRequest["likely"],
  ): Promise<ImportPreviewAnswer> => {
    const sent = await jsonOf<ImportPreviewAnswer>(
      app.ask("mai", `${path}/imports`, uploadOf(["ds.csv", writeCsv(lines)])),
    );
    const request = { mapping: sent.columns.map(({ key }) => key), likely };
    return jsonOf(app.ask("mai", `${path}/imports/${sent.id}/take`, jsonRequest("POST", request)));
  };
  const event = (n: number, kind = "Kỷ niệm, gặp mặt") => [`Gặp mặt ${n}`, kind, `0${n}/05/2026`, `SK-${n}`];
  const undo = (id: string) => app.ask("mai", `${events}/imports/${id}/undo`, jsonRequest("POST", {}));
  const listed = () => jsonOf<RecordListAnswer>(app.ask("mai", `${events}?sort=name`));
  const idOf = async (title: string) =>
    (await listed()).records.find((record) => record.title === title)?.id ?? "";
  const shown = (id: string) => jsonOf<RecordAnswer>(app.ask("mai", `${events}/${id}`));
  const change = async (id: string, values: object) =>
    jsonOf(
      app.ask(
        "mai",
        `${events}/${id}`,
        jsonRequest("PATCH", { values, links: {}, version: (await shown(id)).version }),
      ),
    );

  it("leaves the register as it was: additions out, changes back, and the history tells both", async () => {
    await sendEvents([event(1), event(2)]);
    const before = await listed();
    const second = await sendEvents([event(1).with(2, "11/05/2026"), event(3), event(4)], "update");
    expect(summed(second)).toEqual({ added: 2, changed: 1, unchanged: 0, refused: 0 });
    const taken = await jsonOf<TakenListsAnswer>(app.ask("mai", `${events}/imports`));
    expect(taken.lists.map(({ fileName, records }) => [fileName, records])).toEqual([
      ["ds.csv", 3],
      ["ds.csv", 2],
    ]);
    expect(await jsonOf<ImportUndoneAnswer>(undo(second.id))).toEqual({ written: 3, undone: 3, kept: [] });
    const values = ({ records }: RecordListAnswer) =>
      records.map(({ title, values: of, sourceKey }) => [title, of, sourceKey]);
    expect(values(await listed())).toEqual(values(before));
    expect((await shown(await idOf("Gặp mặt 1"))).changes.map(({ what }) => what)).toEqual([
      ...["undo-record-import", "import-records", "import-records"],
    ]);
    expect(await refusalOf(undo(second.id))).toBe("404 record.import-unknown");
    // What left the register by the undo may come again under the same ids at the source, and is not put back then.
    const left = await withProvince(app.rows.kysely, giaLai, (transaction) =>
      sql<{ id: string; version: number }>`
        select id, version from record where title = 'Gặp mặt 3' and removed_at is not null`.execute(
        transaction,
      ),
    );
    expect(summed(await sendEvents([event(3), event(4)]))).toEqual({
      added: 2,
      changed: 0,
      unchanged: 0,
      refused: 0,
    });
    const [{ id = "", version = 0 } = {}] = left.rows;
    const restored = app.ask("mai", `${events}/${id}/restore`, jsonRequest("POST", { version }));
    expect(await refusalOf(restored)).toBe("409 record.source-taken");
  });

  it("leaves what was changed since, what others link to and what is gone, and says so of each", async () => {
    const list = await sendEvents([event(5), event(6), event(7), event(8)]);
    const [changed, linked, gone] = [
      await idOf("Gặp mặt 5"),
      await idOf("Gặp mặt 6"),
      await idOf("Gặp mặt 7"),
    ];
    await change(changed, { name: "Gặp mặt năm" });
    const { version } = await shown(gone);
    await jsonOf(app.ask("mai", `${events}/${gone}`, jsonRequest("DELETE", { version })));
    await withProvince(app.rows.kysely, giaLai, (transaction) =>
      sql`insert into record_link (province_id, record_id, field, position, kind, target_id)
          values (${giaLai}, ${changed}, 'partners', 0, 'record', ${linked})`.execute(transaction),
    );
    const undone = await jsonOf<ImportUndoneAnswer>(undo(list.id));
    expect([undone.written, undone.undone, undone.kept.length]).toEqual([4, 1, 3]);
    expect(undone.kept.map(({ title, error }) => [title, error.code]).toSorted()).toEqual([
      [gone, "record.unknown"],
      ["Gặp mặt 6", "record.linked"],
      ["Gặp mặt năm", "record.worked-on"],
    ]);
    expect((await listed()).records.map(({ title }) => title)).not.toContain("Gặp mặt 8");
    // Nothing more was taken back, and it may be asked for again.
    expect((await jsonOf<ImportUndoneAnswer>(undo(list.id))).undone).toBe(0);
  });

  it("is another's to take back for nobody, and for nobody after a day", async () => {
    const list = await sendEvents([event(9)]);
    const asked = app.ask("dung", `${events}/imports/${list.id}/undo`, jsonRequest("POST", {}));
    expect(await refusalOf(asked)).toBe("404 record.import-unknown");
    now = new Date("2026-03-03T03:00:01Z");
    expect(await refusalOf(undo(list.id))).toBe("404 record.import-unknown");
    expect((await jsonOf<TakenListsAnswer>(app.ask("mai", `${events}/imports`))).lists).toEqual([]);
  });

  it("has no two rows of one id at the source, nor takes the one of another record", async () => {
    const rows = [
      event(1).with(0, "Việc khác").with(2, "20/06/2026").with(3, "X-1"),
      ["Việc nữa", "", "21/06/2026", "X-1"],
    ];
    const sent = await sendEvents(rows.map((cells) => cells.with(1, "Kỷ niệm, gặp mặt")));
    expect(sent.refused.map(({ error, line }) => [line, error.code])).toEqual([[3, "record.row-repeated"]]);
    const other = await idOf("Việc khác");
    const lines = [
      ["Mã", "Tên sự kiện", "Mã tại nguồn"],
      [other, "Việc khác", "SK-1"],
    ];
    const stolen = await takeOf(events, lines, "refuse");
    expect(stolen.refused.map(({ error }) => error.code)).toEqual(["record.source-taken"]);
  });
});
