import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { openRows, type Rows } from "./database.ts";
import { jsonText, plainText } from "./json-text.ts";

let database: TestDatabase;
let rows: Rows;

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
});
afterAll(async () => {
  await rows.close();
  await database.drop();
});

it("the database keeps every text that a damaged file may give", async () => {
  const anyText = fc.string({ unit: "binary" }).map((text) => `${text}\0\ud800Đ${text}`);
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const kept = await sql<{ plain: string; json: { text: string } }>`
        select ${plainText(text)}::text as plain, ${jsonText({ text })}::jsonb as json`.execute(rows.kysely);
      expect(kept.rows).toEqual([{ plain: plainText(text), json: { text: plainText(text) } }]);
    }),
  );
});

it("what is not damaged stays as it is", () => {
  expect(plainText("Sở Ngoại vụ 😀\n")).toBe("Sở Ngoại vụ 😀\n");
  expect(jsonText({ a: null, b: [1, "x"] })).toBe('{"a":null,"b":[1,"x"]}');
});
