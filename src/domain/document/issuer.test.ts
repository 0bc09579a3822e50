import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseIsoDate } from "../basics/calendar-date.ts";
import { buildGazetteer } from "../organisation/gazetteer.ts";
import { issuerOfSymbol, readBodyName } from "./issuer.ts";
import { issuerSymbol, issuerSymbolsLike, issuerSymbolsMissingLetter } from "./issuer-symbol.ts";

const data = (name: string) => readFileSync(new URL(`../../../data/${name}`, import.meta.url), "utf8");
const gazetteer = buildGazetteer({
  units: data("administrative-units.tsv"),
  bodies: data("bodies.tsv"),
  provinces: data("provinces.tsv"),
});
const on = (date: string | null, province: string | null) => ({
  gazetteer,
  date: date === null ? null : parseIsoDate(date),
  province,
});

describe("issuerOfSymbol", () => {
  it.each<readonly [string, string | null, string | null, string, number, string]>([
    ["CP", "2025-05-05", null, "Chính phủ", 0, "central, sure"],
    ["TTg", null, null, "Thủ tướng Chính phủ", 0, "central, no date"],
    ["BTNMT", "2024-08-06", null, "Bộ Tài nguyên và Môi trường", 0, "a ministry that has ended"],
    ["BNNMT", "2026-06-10", null, "Bộ Nông nghiệp và Môi trường", 0, "a ministry of 2025"],
    ["UBND", "2025-08-21", "Gia Lai", "Ủy ban nhân dân tỉnh Gia Lai", 0.2, "needs the province"],
    ["UBND", "2025-08-21", "Hà Nội", "Ủy ban nhân dân thành phố Hà Nội", 0.2, "a city"],
    [
      "HĐND",
      "2024-12-01",
      "Bình Định",
      "Hội đồng nhân dân tỉnh Bình Định",
      0.2,
      "a province before its merger",
    ],
    ["SNgV", "2025-07-11", "Gia Lai", "Sở Ngoại vụ", 0.2, "a department prints no province"],
    ["TW", null, null, "Ban Chấp hành Trung ương Đảng", 0.5, "shared by three organs"],
  ])("%s on %s in %s is %s (doubt %d: %s)", (symbol, date, province, name, doubt) => {
    expect(issuerOfSymbol(symbol, on(date, province))).toMatchObject({ name, doubt });
  });

  it.each<readonly [string, string | null, string]>([
    ["UBND", null, "no province"],
    ["XYZ", "Gia Lai", "unknown"],
  ])("%s with province %s gives nothing (%s)", (symbol, province) => {
    expect(issuerOfSymbol(symbol, on(null, province))).toBeNull();
  });

  it("tells the body before a merger from the one after it", () => {
    const before = issuerOfSymbol("UBND", on("2025-06-01", "Gia Lai"));
    const after = issuerOfSymbol("UBND", on("2025-08-21", "Gia Lai"));
    expect(before?.name).toBe(after?.name);
    expect(before?.validTo).toBe("2025-06-30");
    expect(after?.validFrom).toBe("2025-07-01");
  });
});

describe("readBodyName", () => {
  it.each([
    ["UBND tỉnh Lào Cai ngày 5", "Ủy ban nhân dân tỉnh Lào Cai", " ngày 5"],
    ["Ủy ban nhân dân tỉnh về việc", "Ủy ban nhân dân tỉnh Gia Lai", " về việc"],
    ["Ban Thường vụ Tỉnh ủy Bình Định về", "Ban Thường vụ Tỉnh ủy Bình Định", " về"],
    ["Bộ Chính trị về hội nhập", "Bộ Chính trị", " về hội nhập"],
    ["Bộ trưởng Bộ Y tế quy định", "Bộ trưởng Bộ Y tế", " quy định"],
    ["Ủy ban nhân dân xã Ia O.", "Ủy ban nhân dân xã Ia O", "."],
    ["UBND phường Quy Nhơn", "Ủy ban nhân dân phường Quy Nhơn", ""],
    ["Sở Giáo dục - Đào tạo và", "Sở Giáo dục và Đào tạo", " và"],
  ])("%j begins with %s", (text, name, rest) => {
    const read = readBodyName(text, on("2025-08-21", "Gia Lai"));
    expect(read?.body.name).toBe(name);
    expect(text.slice(read?.end)).toBe(rest);
  });

  it.each(["", "các xã", "người dân tỉnh Gia Lai", "ngày 5/6/2025"])("%j begins with none", (text) => {
    expect(readBodyName(text, on("2025-08-21", "Gia Lai"))).toBeNull();
  });
});

describe("symbols", () => {
  it.each([
    ["TTG", ["TTg"]],
    ["TTg", ["TTg"]],
    ["HDND", ["HĐND"]],
    ["BGDDT", ["BGDĐT"]],
    ["SNGV", ["SNgV"]],
    ["TTR", ["TTr"]],
    ["XYZ", []],
  ])("%s may be %j", (written, symbols) => {
    expect(issuerSymbolsLike(written)).toEqual(symbols);
  });

  it("knows what a lost letter leaves", () => {
    expect(issuerSymbolsMissingLetter("Tg")).toEqual(["TTg"]);
    expect(issuerSymbolsMissingLetter("ABC")).toEqual([]);
  });

  it("keeps the days of bodies that have ended", () => {
    expect(issuerSymbol("BTTTT")).toMatchObject({ name: "Bộ Thông tin và Truyền thông", to: "2025-02-28" });
  });
});
