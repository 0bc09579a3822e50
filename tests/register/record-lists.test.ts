import { afterAll, beforeAll, expect, it } from "vitest";
import type { RecordListAnswer } from "../../src/contract/record.ts";
import { fieldOf } from "../../src/domain/cooperation/declaration.ts";
import { declarations } from "../../src/domain/cooperation/declarations.ts";
import { isOrdered } from "../../src/domain/cooperation/record-query.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { provinceId, withProvince } from "../../src/store/database.ts";
import { insertUnits } from "../../src/store/units.ts";
import { fillRecords, madeRecord } from "../support/record-rows.ts";
import { openRegisterApp, type RegisterApp } from "../support/register-app.ts";
import { day, fillRegister, madeId } from "../support/register-rows.ts";
import { madeUnit, unitNumber } from "../support/unit-rows.ts";
import { jsonOf } from "./register-app.ts";

const each = 8;
let app: RegisterApp;

beforeAll(async () => {
  app = await openRegisterApp(() => new Date("2026-05-20T03:00:00Z"), startReading(), {
    head: {
      name: "Thủ trưởng",
      province: 52,
      held: [{ role: "unitHead", unit: unitNumber(1), actingFor: null }],
    },
  });
  const [province, units] = [provinceId(52), [1, 2, 3]];
  if (province === null) throw new Error("52 is a province");
  const { kysely } = app.rows;
  await withProvince(kysely, province, (transaction) =>
    insertUnits(
      transaction,
      province,
      units.map((n) => madeUnit(n, null)),
    ),
  );
  await fillRegister(kysely, province, { documents: 2, tasksEach: 2, units: 3, today: day("2026-05-20") });
  await fillRecords(kysely, province, {
    counts: new Map(declarations.map(({ key }) => [key, each])),
    units: units.map(unitNumber),
    documents: [madeId("document", 0), madeId("document", 1)],
    tasks: [madeId("task", 0), madeId("task", 1)],
  });
}, 120_000);
afterAll(async () => {
  expect(app.bugs).toEqual([]);
  await app.close();
});

/** The addresses of lists and pages of a register, the next page of a list among them. */
async function pagesOf(key: string): Promise<readonly string[]> {
  const list = `/api/records/${key}`;
  const { total, next } = await jsonOf<RecordListAnswer>(app.ask("mai", `${list}?limit=3`));
  expect([key, total]).toEqual([key, each]);
  return [
    ...[list, `${list}?facets=1`, `${list}?facets=1&q=lan&owner=${unitNumber(1)}`],
    ...[`${list}?limit=3&after=${next}`, `${list}/${madeRecord(key, 0)}`],
  ];
}

it("lists and pages of every register take three statements at most, whoever asks", async () => {
  const paths = [
    ...["/api/records", "/api/cooperation/world", "/api/cooperation/calendar?month=2020-05"],
    `/api/agreements/${madeRecord("agreements", 0)}`,
    ...(await Promise.all(declarations.map(({ key }) => pagesOf(key)))).flat(),
  ];
  expect(paths.length).toBe(4 + 5 * declarations.length);
  const taken: [string, number][] = [];
  for (const path of paths)
    for (const person of ["mai", "head"]) {
      app.statements.length = 0;
      const { status } = await app.ask(person, path);
      // Who may not know of restricted records is told that there is none.
      expect([path, status === 200 || (person === "head" && status === 404)]).toEqual([path, true]);
      taken.push([`${path} as ${person}`, app.statements.length]);
    }
  expect(taken.filter(([, count]) => count > 3)).toEqual([]);
  expect(taken.filter(([, count]) => count === 0)).toEqual([]);
});

it("what a list may be narrowed by is counted as narrowing gives it", async () => {
  const wrong: string[] = [];
  let narrowed = 0;
  for (const declaration of declarations) {
    const list = `/api/records/${declaration.key}?limit=1`;
    const { facets } = await jsonOf<RecordListAnswer>(app.ask("mai", `${list}&facets=1`));
    const byField = Object.groupBy(facets ?? [], ({ field }) => field);
    for (const { field, value, count } of Object.values(byField).flatMap((some = []) => some.slice(0, 2))) {
      const query = field === "owner" ? { owner: value } : { where: `${field}:${value}` };
      const path = `${list}&${new URLSearchParams(query)}`;
      const { total } = await jsonOf<RecordListAnswer>(app.ask("mai", path));
      // A span is counted in the year in which it begins, and found in every year that it touches.
      const isSpan = fieldOf(declaration, field)?.kind === "period";
      if (isSpan ? total < count : total !== count) wrong.push(`${path}: ${total}, not ${count}`);
      narrowed += 1;
    }
  }
  expect(wrong).toEqual([]);
  expect(narrowed).toBeGreaterThan(10 * declarations.length);
});

it("a list comes page by page in the order of every column that heads one, each record once", async () => {
  for (const declaration of declarations) {
    const { key, fields, computed = [] } = declaration;
    const columns = [...fields, ...computed].map((column) => column.key);
    for (const sort of columns.filter((column) => isOrdered(declaration, column))) {
      const ids: string[] = [];
      let after = "";
      do {
        const path = `/api/records/${key}?limit=5&sort=-${sort}${after && `&after=${after}`}`;
        const { records, next } = await jsonOf<RecordListAnswer>(app.ask("mai", path));
        ids.push(...records.map(({ id }) => id));
        after = next ?? "";
      } while (after !== "");
      expect([key, sort, ids.length, new Set(ids).size]).toEqual([key, sort, each, each]);
    }
  }
});
