import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseIsoDate } from "../basics/calendar-date.ts";
import { buildGazetteer } from "../organisation/gazetteer.ts";
import { bodyNamed, bodyNamesOf, provinceMentioned, titleCased } from "./head-name.ts";

const data = (name: string) => readFileSync(new URL(`../../../data/${name}`, import.meta.url), "utf8");
const gazetteer = buildGazetteer({
  units: data("administrative-units.tsv"),
  bodies: data("bodies.tsv"),
  provinces: data("provinces.tsv"),
});
const context = { gazetteer, date: parseIsoDate("2025-08-21"), province: null };

describe("bodyNamesOf", () => {
  it.each([
    [["ỦY BAN NHÂN DÂN", "TỈNH GIA LAI"], ["ỦY BAN NHÂN DÂN TỈNH GIA LAI"]],
    [
      ["BỘ CÔNG THƯƠNG", "CỤC XÚC TIẾN THƯƠNG MẠI"],
      ["BỘ CÔNG THƯƠNG", "CỤC XÚC TIẾN THƯƠNG MẠI"],
    ],
    [["VĂN PHÒNG", "CHÍNH PHỦ"], ["VĂN PHÒNG CHÍNH PHỦ"]],
    [["ỦY BAN THƯỜNG VỤ", "QUỐC HỘI"], ["ỦY BAN THƯỜNG VỤ QUỐC HỘI"]],
    [["SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"], ["SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"]],
    [["SỞ VĂN HÓA, THỂ THAO VÀ", "DU LỊCH"], ["SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"]],
    [["TỈNH ỦY GIA LAI", "*"], ["TỈNH ỦY GIA LAI"]],
    [
      ["ĐẢNG BỘ TỈNH GIA LAI", "ĐẢNG ỦY UBND TỈNH"],
      ["ĐẢNG BỘ TỈNH GIA LAI", "ĐẢNG ỦY UBND TỈNH"],
    ],
    [["UBND TỈNH GIA LAI SỞ NGOẠI VỤ"], ["UBND TỈNH GIA LAI", "SỞ NGOẠI VỤ"]],
    [[], []],
  ])("%j → %j", (lines, names) => {
    expect(bodyNamesOf(lines)).toEqual(names);
  });
});

describe("bodyNamed", () => {
  it.each([
    ["ỦY BAN NHÂN DÂN TỈNH GIA LAI", "Ủy ban nhân dân tỉnh Gia Lai", 0],
    ["BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Bộ Nông nghiệp và Môi trường", 0],
    ["THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ", 0],
    ["HỢP TÁC XÃ CHÈ SUỐI ĐÁ", "Hợp tác xã Chè Suối Đá", 0.1],
  ])("%s → %s, doubt %d", (printed, name, doubt) => {
    expect(bodyNamed(printed, context)).toMatchObject({ name, doubt });
  });
});

describe("titleCased", () => {
  it.each([
    ["CỤC XÚC TIẾN THƯƠNG MẠI", "Cục Xúc tiến thương mại"],
    ["ỦY BAN NHÂN DÂN TỈNH GIA LAI", "Ủy ban nhân dân tỉnh Gia Lai"],
    ["SỞ DU LỊCH VÀ THỂ THAO", "Sở Du lịch và Thể thao"],
    ["ĐẢNG ỦY UBND TỈNH", "Đảng ủy UBND tỉnh"],
    ["HỘI NÔNG DÂN VIỆT NAM", "Hội Nông dân Việt Nam"],
    ["CHI CỤC THỦY SẢN", "Chi cục Thủy sản"],
    ["BAN QUẢN LÝ CHỢ VÀ BẾN XE", "Ban quản lý Chợ và Bến xe"],
  ])("%s → %s", (printed, name) => {
    expect(titleCased(printed, gazetteer)).toBe(name);
  });
});

describe("provinceMentioned", () => {
  it.each([
    ["Tỉnh Gia Lai và xã biên giới tỉnh Gia Lai", 2, "Gia Lai"],
    ["Tỉnh Gia Lai có chợ", 2, null],
    ["Tỉnh Gia Lai và tỉnh Lâm Đồng", 1, null],
    ["không có tỉnh nào", 1, null],
  ])("%j, at least %d → %s", (text, least, name) => {
    expect(provinceMentioned(text, gazetteer, context.date, least)?.name ?? null).toBe(name);
  });
});
