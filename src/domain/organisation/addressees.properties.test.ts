import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf, onOneLine, realGazetteer } from "../../../tests/support/gazetteer.ts";
import { readAddressees } from "./addressees.ts";
import { nameOf, provinceNamed } from "./gazetteer.ts";
import { wordsOf } from "./words.ts";

const gazetteer = realGazetteer();
const context = documentOf("Gia Lai");
const province = provinceNamed(gazetteer, "Gia Lai", context.date);
const read = (text: string) => readAddressees(text, gazetteer, context);

const canonicalNames = gazetteer.bodies
  .filter((body) => body.scope !== "thành phố" && body.level !== "commune" && body.to === null)
  .map((body) => nameOf(body, province));

const collectives = ["các cơ quan liên quan", "các sở, ban, ngành", "UBND các xã, phường", "doanh nghiệp"];
const member = fc.oneof(fc.constantFrom(...canonicalNames), fc.constantFrom(...collectives));
const joiner = fc.constantFrom(", ", "; ", " và ", ", và ", "\n", " cùng với ");
const list = fc
  .array(fc.tuple(member, joiner), { minLength: 1, maxLength: 6 })
  .map((parts) =>
    parts.map(([name, sep], i) => (i === 0 ? name : `${parts[i - 1]?.[1] ?? sep}${name}`)).join(""),
  );

describe("lists of bodies", () => {
  it.each(canonicalNames)("reads the canonical name %j as itself", (name) => {
    const reading = read(name);
    const led = name.replace(/^Chủ tịch (?=UBND)/, "");
    expect(onOneLine(reading.addressees)).toBe(led);
    expect(reading.unplaced).toEqual([]);
  });

  it("loses no word: each is in the text of an addressee, a joiner, or unplaced", () => {
    fc.assert(
      fc.property(list, (text) => {
        const reading = read(text);
        const kept = [...reading.addressees.map((addressee) => addressee.text), ...reading.unplaced];
        const rest = wordsOf(kept.join(" ")).map((word) => word.key);
        const lost = wordsOf(text)
          .map((word) => word.key)
          .filter((key) => {
            const at = rest.indexOf(key);
            if (at >= 0) rest.splice(at, 1);
            return at < 0;
          });
        expect(lost.filter((key) => !["va", "cung", "voi"].includes(key))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("finds every named body of a list, in order", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.constantFrom(
            ...canonicalNames.filter((name) => name.startsWith("Sở ") || name.endsWith(" tỉnh")),
          ),
          { minLength: 1, maxLength: 5 },
        ),
        fc.constantFrom(", ", "; ", " và ", "\n"),
        (names, sep) => {
          const led = [...new Set(names.map((name) => name.replace(/^Chủ tịch (?=UBND)/, "")))];
          expect(onOneLine(read(names.join(sep)).addressees)).toBe(led.join(" | "));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("does not depend on capitals or on where the tone stands", () => {
    const otherTone = (text: string) =>
      text.replaceAll("óa", "oá").replaceAll("Ủy", "Uỷ").replaceAll("ủy", "uỷ");
    fc.assert(
      fc.property(fc.constantFrom(...canonicalNames), (name) => {
        const usual = onOneLine(read(name).addressees);
        expect(onOneLine(read(name.toUpperCase()).addressees)).toBe(usual);
        expect(onOneLine(read(otherTone(name)).addressees)).toBe(usual);
        expect(onOneLine(read(name.normalize("NFD")).addressees)).toBe(usual);
      }),
      { numRuns: 300 },
    );
  });

  it("reads any text without failing, and every addressee stands in it", () => {
    const words = fc.constantFrom(
      ..."Sở Tài chính và các , ; ( ) : cơ quan tỉnh xã UBND 30 % theo chủ trì phối hợp với Ia Dom - \n . Bộ Viện thuộc".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), (parts) => {
        const text = parts.join(" ");
        for (const addressee of read(text).addressees) expect(addressee.text.trim()).not.toBe("");
      }),
      { numRuns: 400 },
    );
  });
});
