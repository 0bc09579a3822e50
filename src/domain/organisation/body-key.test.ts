import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { realGazetteer } from "../../../tests/support/gazetteer.ts";
import { parseIsoDate } from "../basics/calendar-date.ts";
import { bodyIdOf, keyOfBody } from "./body-key.ts";
import { provinceOfCode } from "./gazetteer.ts";

describe("keyOfBody", () => {
  const same: readonly [string, string, string][] = [
    ["các sở, ban, ngành", "Các Sở, ban ngành", "signs and capitals"],
    ["các cơ quan, đơn vị liên quan", "các cơ quan, đơn vị có liên quan", "a word that changes nothing"],
    ["UBND các xã, phường", "Ủy ban nhân dân các xã và phường", "an abbreviation, and a joining word"],
    ["các sở, ngành và các địa phương", "các sở, ngành, địa phương", "“các” said twice"],
    ["tất cả các đơn vị của tỉnh", "các đơn vị tỉnh", "all of all"],
  ];
  it.each(same)("%s = %s (%s)", (a, b) => {
    expect(keyOfBody(a, true)).toBe(keyOfBody(b, true));
  });

  const different: readonly [string, string, string][] = [
    ["các sở, ban, ngành", "các sở, ngành", "one kind of body more"],
    ["các xã biên giới", "các xã", "narrower"],
    ["các cơ quan liên quan", "các cơ quan", "“liên quan” is open, the other is all"],
  ];
  it.each(different)("%s ≠ %s (%s)", (a, b) => {
    expect(keyOfBody(a, true)).not.toBe(keyOfBody(b, true));
  });

  it("a named unit keeps all its words", () => {
    expect(keyOfBody("Sở Khoa học và Công nghệ", false)).toBe("so khoa hoc va cong nghe");
  });

  it("is never empty for a name, and the key of a key is the key", () => {
    expect(keyOfBody("các", true)).toBe("cac");
    const words = fc.array(
      fc.constantFrom(
        "các",
        "tất",
        "cả",
        "và",
        "sở",
        "ban",
        "có",
        "liên",
        "quan",
        "của",
        "tỉnh",
        "UBND",
        "toàn",
        "thể",
      ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const key = keyOfBody(parts.join(" "), true);
        expect(key).not.toBe("");
        expect(keyOfBody(key, true)).toBe(key);
      }),
    );
  });
});

describe("bodyIdOf", () => {
  const gazetteer = realGazetteer();
  const giaLai = { province: provinceOfCode(gazetteer, 52), date: parseIsoDate("2025-09-01") };
  const cases: readonly [string, string | null, string][] = [
    ["Sở Ngoại vụ", "so-ngv", "a department"],
    ["Bộ Ngoại giao", "bo-ng", "a ministry"],
    ["Ủy ban nhân dân xã Ia Dom", "ubnd-xa/23872", "a commune of the province"],
    ["Trường Mầm non Hoa Sen", null, "nobody the lists know"],
  ];
  it.each(cases)("%s is %s (%s)", (name, id) => {
    expect(bodyIdOf(gazetteer, name, giaLai)).toBe(id);
  });
});
