import { describe, expect, it } from "vitest";
import { realGazetteer } from "../../../tests/support/gazetteer.ts";
import { parseIsoDate } from "../basics/calendar-date.ts";
import { findBodyByAbbreviation, fullNameOf, nameOf, provinceNamed } from "./gazetteer.ts";

const gazetteer = realGazetteer();

describe("the data", () => {
  it("holds the 34 provinces of today, each with a code, and the 63 that went into them", () => {
    const today = gazetteer.provinces.filter((province) => province.to === null);
    expect(today).toHaveLength(34);
    expect(today.filter((province) => province.code === null)).toEqual([]);
    const inMay2025 = gazetteer.provinces.filter(
      ({ from, to }) => (from === null || from <= "2025-05-01") && (to === null || to >= "2025-05-01"),
    );
    expect(inMay2025).toHaveLength(63);
    for (const { successor } of gazetteer.provinces)
      if (successor !== null) expect(today.map(({ name }) => name)).toContain(successor);
  });

  it("holds 3,321 communes, each in a province of today", () => {
    const codes = new Set(gazetteer.provinces.map((province) => province.code));
    const { all } = gazetteer.communes();
    expect(all).toHaveLength(3321);
    expect(all.filter((commune) => !codes.has(commune.province))).toEqual([]);
  });

  it("names successors that exist, and no id twice", () => {
    expect(gazetteer.byId.size).toBe(gazetteer.bodies.length);
    for (const body of gazetteer.bodies)
      for (const id of body.successors) expect(gazetteer.byId.has(id)).toBe(true);
  });
});

describe("a body by the symbol in a document's number", () => {
  it.each<[string, string | null, string | null, string, string]>([
    ["SNgV", "2025-08-21", "Gia Lai", "Sở Ngoại vụ tỉnh Gia Lai", "department"],
    ["UBND", "2025-06-13", "Bình Định", "Ủy ban nhân dân tỉnh Bình Định", "a province until 30/6/2025"],
    ["UBND", "2025-09-13", "Hà Nội", "Ủy ban nhân dân thành phố Hà Nội", "a city"],
    ["SKHĐT", "2024-05-05", "Gia Lai", "Sở Kế hoạch và Đầu tư tỉnh Gia Lai", "department until 2025"],
    ["TU", "2025-09-01", "Hà Nội", "Thành ủy Hà Nội", "Party committee of a city"],
    ["TU", "2025-09-01", "Gia Lai", "Tỉnh ủy Gia Lai", "Party committee of a province"],
    ["BNG", "2025-01-01", null, "Bộ Ngoại giao", "ministry"],
    ["BNNMT", "2026-06-10", null, "Bộ Nông nghiệp và Môi trường", "ministry since 2025"],
    ["BTNMT", "2024-08-06", null, "Bộ Tài nguyên và Môi trường", "ministry until 2025"],
    ["TTg", null, null, "Thủ tướng Chính phủ", "letter case as written"],
    ["TTG", null, null, "Thủ tướng Chính phủ", "capitals"],
    ["VPCP", "2024-10-14", null, "Văn phòng Chính phủ", "office"],
  ])("%s on %s in %s is %s (%s)", (symbol, day, province, expected) => {
    const date = day === null ? null : parseIsoDate(day);
    const body = findBodyByAbbreviation(gazetteer, symbol, date, province);
    const place = province === null ? null : provinceNamed(gazetteer, province, date);
    expect(body && fullNameOf(body, place)).toBe(expected);
  });

  it("is null for a symbol that nobody has", () => {
    expect(findBodyByAbbreviation(gazetteer, "XYZQ", null, null)).toBeNull();
  });
});

describe("a province by its name", () => {
  it.each<[string, string | null, string | null, string]>([
    ["Gia Lai", "2025-06-30", "2025-06-30", "before the merger: the old one ends that day"],
    ["Gia Lai", "2025-07-01", null, "after the merger: the new one"],
    ["tỉnh Bình Định", "2025-06-13", "2025-06-30", "a province that went into another"],
    ["TP. Hồ Chí Minh", null, null, "abbreviated word for city"],
    ["Hoà Bình", "2024-01-01", "2025-06-30", "other place of the tone"],
    ["ĐẮK LẮK", "2025-09-01", null, "capitals"],
  ])("%s on %s ends %s (%s)", (name, day, end) => {
    const province = provinceNamed(gazetteer, name, day === null ? null : parseIsoDate(day));
    expect(province).not.toBeNull();
    expect(province?.to ?? null).toBe(end);
  });

  it("knows since when a province is a city", () => {
    const kindOn = (day: string) => provinceNamed(gazetteer, "Đồng Nai", parseIsoDate(day))?.kind;
    expect([kindOn("2026-04-29"), kindOn("2026-04-30")]).toEqual(["tỉnh", "thành phố"]);
  });

  it("is null for what is no province", () => {
    expect(provinceNamed(gazetteer, "Pleiku", null)).toBeNull();
  });
});

describe("names filled in for a province", () => {
  const body = (id: string) => {
    const found = gazetteer.byId.get(id);
    if (!found) throw new Error(`no body ${id}`);
    return found;
  };
  it.each([
    ["cong-an", "Gia Lai", "Công an tỉnh"],
    ["ubnd-tinh", "Đà Nẵng", "UBND Thành phố"],
    ["bao-ptth", "Lào Cai", "Báo và Phát thanh, Truyền hình Lào Cai"],
    ["so-tc", "Lào Cai", "Sở Tài chính"],
  ])("%s of %s is %s", (id, province, expected) => {
    expect(nameOf(body(id), provinceNamed(gazetteer, province, null))).toBe(expected);
  });
});
