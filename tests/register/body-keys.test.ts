import { afterAll, beforeAll, expect, it } from "vitest";
import { keyOfBody } from "../../src/domain/organisation/body-key.ts";
import { foldedKey } from "../../src/domain/text/fold.ts";
import { openRows, type Rows } from "../../src/store/database.ts";
import { readMigrations } from "../../src/store/migrations.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";

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

it("the schema step gives collectives of before the key that the program gives those of after", async () => {
  const step = readMigrations(`${import.meta.dirname}/../../src/store/migrations`)[3]?.sql ?? "";
  const [, expression = ""] = /SET name_key = (coalesce\([\s\S]*?)\n WHERE/.exec(step) ?? [];
  const names = [
    "các sở, ban, ngành",
    "UBND các xã, phường và đặc khu",
    "tất cả các cơ quan, đơn vị có liên quan của tỉnh",
    "các cơ quan thuộc tỉnh",
    "các",
    "toàn thể cán bộ của các sở và tỉnh",
    "cơ quan chuyên môn có liên quan đến cửa khẩu",
  ];
  const found = await rows.pool.query(
    `select ${expression} as key from unnest($1::text[]) with ordinality as given (name_key, place) order by place`,
    [names.map(foldedKey)],
  );
  expect(found.rows.map((row: { key: string }) => row.key)).toEqual(
    names.map((name) => keyOfBody(name, true)),
  );
});
