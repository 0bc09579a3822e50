import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ImportPreviewAnswer, ImportRequest, RecordListAnswer } from "../../src/contract/record.ts";
import { writeCsv } from "../../src/domain/text/csv.ts";
import { officeForSheets, throughLibreOffice } from "../support/office.ts";
import { jsonRequest, openRegisterApp, type RegisterApp, uploadOf } from "../support/register-app.ts";
import { jsonOf, refusalOf } from "./register-app.ts";

let app: RegisterApp;
beforeAll(async () => {
  app = await openRegisterApp(() => new Date("2026-03-02T03:00:00Z"));
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
    ["rong.csv", "", "422 record.list-empty"],
    ["chi-tieu-de.csv", "Tên đối tác,Loại đối tác\n", "422 record.list-empty"],
    ["hong.csv", 'Tên đối tác\n"mở mà không đóng', "422 register.sheet-broken"],
    ["anh.png", "x", "415 register.sheet-format"],
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
