import { describe, expect, it } from "vitest";
import type { Bilingual } from "../language/language.ts";
import { foldedKey } from "../text/fold.ts";
import { type Declaration, fieldOf, sensitivityOf } from "./declaration.ts";
import { declarationOf, declarations } from "./declarations.ts";
import { readOrder, readWhere } from "./record-query.ts";
import { capitalRemarks } from "./records/investment.ts";

/** Every wording of a declaration, with where it stands. */
function wordings(declaration: Declaration): readonly (readonly [string, Bilingual])[] {
  const { fields, computed = [] } = declaration;
  return [
    ...([["name", declaration.name] as const, ["one", declaration.one] as const] as const),
    ["about", declaration.about],
    ...computed.map(({ key, label }) => [key, label] as const),
    ...fields.flatMap((field) => [
      [field.key, field.label] as const,
      ...(field.help ? [[`${field.key} help`, field.help] as const] : []),
      ...(field.heading ? [[`${field.key} heading`, field.heading] as const] : []),
      ...choicesOf(field).map((choice) => [`${field.key} ${choice.key}`, choice] as const),
    ]),
  ];
}

function choicesOf(field: Declaration["fields"][number]) {
  return field.kind === "choice" || field.kind === "choices" ? field.choices : [];
}

it("gives each register an address of its own", () => {
  expect(new Set(declarations.map(({ key }) => key)).size).toBe(declarations.length);
});

describe.each(declarations.map((declaration) => [declaration.key, declaration] as const))(
  "%s",
  (_, declaration) => {
    const { fields, title, likeness = [] } = declaration;

    it("says everything in both languages", () => {
      for (const [where, { vi, en }] of wordings(declaration)) {
        expect({ where, vi: vi.trim() === vi && vi !== "", en: en.trim() === en && en !== "" }).toEqual({
          ...{ where, vi: true, en: true },
        });
        expect({ where, nfc: vi.normalize("NFC") === vi }).toEqual({ where, nfc: true });
      }
    });

    it("has keys that stay keys, and headings that a sheet tells apart", () => {
      expect(declaration.key).toMatch(/^[a-z][A-Za-z-]{1,39}$/);
      for (const { key } of fields) expect(key).toMatch(/^[a-z][A-Za-z0-9]{0,39}$/);
      expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
      for (const language of ["vi", "en"] as const)
        expect(new Set(fields.map(({ label }) => foldedKey(label[language]))).size).toBe(fields.length);
    });

    it("has choices that are told apart in either language and in lists of choices", () => {
      for (const field of fields) {
        const choices = choicesOf(field);
        const words = choices.flatMap(({ vi, en }) => [...new Set([foldedKey(vi), foldedKey(en)])]);
        expect({ field: field.key, all: new Set(words).size }).toEqual({
          field: field.key,
          all: words.length,
        });
        expect(new Set(choices.map(({ key }) => key)).size).toBe(choices.length);
        for (const { vi, en } of choices) expect(`${vi}${en}`).not.toContain(";");
      }
    });

    it("is named by a text that everybody who may know of the record sees", () => {
      const field = fieldOf(declaration, title);
      expect(field?.kind).toBe("text");
      expect(field?.required).toBe(true);
      if (field && !declaration.restricted)
        expect(["open", "internal"]).toContain(sensitivityOf(declaration, field));
    });

    it("refers to fields and registers that are there, and publishes nothing but what is open", () => {
      for (const key of likeness) expect(fieldOf(declaration, key)).not.toBeNull();
      expect(readOrder(declaration, null).ok).toBe(true);
      for (const key of declaration.summed ?? []) {
        const field = fieldOf(declaration, key);
        expect([key, field?.kind === "integer" || (field?.kind === "money" && field.currency)]).not.toEqual([
          key,
          undefined,
        ]);
        if (field) expect(["personal", "restricted"].includes(field.sensitivity ?? "internal")).toBe(false);
      }
      for (const keys of declaration.yearly?.by ?? [])
        for (const key of keys) expect(readWhere(declaration, `${key}:x`).ok).toBe(true);
      for (const key of declaration.yearly?.sums ?? [])
        expect(["integer", "money"]).toContain(fieldOf(declaration, key)?.kind);
      if (declaration.yearly)
        expect(["date", "period", "year"]).toContain(fieldOf(declaration, declaration.yearly.year)?.kind);
      if (declaration.share) expect(fieldOf(declaration, declaration.share.field)?.kind).toBe("date");
      for (const field of fields) {
        if (field.published)
          expect([field.key, sensitivityOf(declaration, field)]).toEqual([field.key, "open"]);
        if (field.kind === "date" && field.after)
          expect(fieldOf(declaration, field.after)?.kind).toBe("date");
        if (field.kind === "link" && typeof field.to === "object")
          expect(declarationOf(field.to.register)).not.toBeNull();
      }
    });
  },
);

it.each([
  [26_000, 26_000_000_000, 1_000_000, 0, "as it should be"],
  [26_000, 26_010_000_000, 1_000_000, 0, "both were rounded"],
  [26_000, 2_600_000_000, 1_000_000, 1, "a nought was forgotten"],
  [2600, 26_000_000_000, 1_000_000, 1, "the rate was mistyped"],
])("a capital at the rate %d of %d đồng and %d dollars has %d remarks: %s", (rate, dong, dollars, count) => {
  const money = (amount: number, currency: string) => ({ amount, currency, dong: null });
  const values = { rate, dong: money(dong, "VND"), dollars: money(dollars, "USD") };
  expect(capitalRemarks(values)).toHaveLength(count);
  expect(capitalRemarks({ dong: values.dong })).toEqual([]);
});
