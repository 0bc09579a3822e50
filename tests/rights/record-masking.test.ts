import { afterAll, beforeAll, expect, it } from "vitest";
import { type Declaration, type Field, sensitivityOf } from "../../src/domain/cooperation/declaration.ts";
import { declarations } from "../../src/domain/cooperation/declarations.ts";
import { type HeldRole, type Role, reachOf, roles, unitRoles } from "../../src/domain/organisation/rights.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { provinceId, withProvince } from "../../src/store/database.ts";
import { insertUnits } from "../../src/store/units.ts";
import { jsonRequest, openRegisterApp, type RegisterApp } from "../support/register-app.ts";
import { madeUnit, unitNumber } from "../support/unit-rows.ts";

/** Words that stand in personal and in restricted fields, and nowhere else. */
const marks = { personal: "zriengtuz", restricted: "zkinmatz" } as const;

/** Each role where it is, or in a unit beside the one that entered the records. */
function heldBy(role: Role): readonly HeldRole[] {
  return [{ role, unit: unitRoles.includes(role) ? unitNumber(1) : null, actingFor: null }];
}

const people = Object.fromEntries(
  roles.map((role) => [role, { name: `Vai ${role}`, province: 52, held: heldBy(role) }]),
);
const entering: readonly HeldRole[] = [
  { role: "focalOfficer", unit: null, actingFor: null },
  { role: "unitHead", unit: unitNumber(2), actingFor: null },
];
let app: RegisterApp;

beforeAll(async () => {
  app = await openRegisterApp(() => new Date("2026-03-02T03:00:00Z"), startReading(), {
    ...people,
    enters: { name: "Người nhập", province: 52, held: entering },
  });
  const province = provinceId(52);
  if (province === null) throw new Error("52 is a province");
  await withProvince(app.rows.kysely, province, (transaction) =>
    insertUnits(transaction, province, [madeUnit(1, null), madeUnit(2, null)]),
  );
}, 120_000);
afterAll(async () => {
  expect(app.bugs).toEqual([]);
  await app.close();
});

/** A value that the field takes: with the mark where it is personal or restricted and can hold words. */
function valueFor(declaration: Declaration, field: Field): string | null {
  const sensitivity = sensitivityOf(declaration, field);
  const mark = sensitivity === "personal" || sensitivity === "restricted" ? marks[sensitivity] : "thường";
  switch (field.kind) {
    case "text":
      return field.pattern ? null : mark;
    case "longText":
      return mark;
    case "email":
      return `${mark === "thường" ? "a" : mark}@vd.vn`;
    case "choice":
    case "choices":
      return field.choices[0]?.key ?? null;
    case "integer":
    case "decimal":
      return String(field.min ?? 1);
    case "year":
      return "2026";
    case "period":
    case "date":
      return "05/08/2026";
    case "country":
      return "Lào";
    case "yesNo":
      return "có";
    default:
      return null;
  }
}

async function enter(declaration: Declaration): Promise<string | null> {
  const values = Object.fromEntries(
    declaration.fields.map((field) => [field.key, valueFor(declaration, field)]),
  );
  const linked = declaration.fields.filter(
    (field) => field.kind === "link" && field.required && field.to === "unit",
  );
  const links = Object.fromEntries(linked.map(({ key }) => [key, [unitNumber(2)]]));
  const owner = declaration.owned === "each" ? unitNumber(2) : null;
  const body = { values, links, owner, sure: true };
  const answer = await app.ask("enters", `/api/records/${declaration.key}`, jsonRequest("POST", body));
  // What a rule of its own refuses is walked by the tests of that feature.
  return answer.status === 200 ? ((await answer.json()) as { id: string }).id : null;
}

it("personal data and restricted records leave by no list, page, export or log for a role without the right", async () => {
  const entered: { readonly key: string; readonly id: string }[] = [];
  for (const declaration of declarations) {
    const id = await enter(declaration);
    if (id !== null) entered.push({ key: declaration.key, id });
  }
  const walked = new Set(entered.map(({ key }) => key));
  for (const key of ["partners", "advisers", "consular", "cases"]) expect(walked).toContain(key);
  const wrong: string[] = [];
  let [asked, shown] = [0, 0];
  for (const role of roles) {
    const sees = (mark: keyof typeof marks) =>
      reachOf(heldBy(role), mark === "personal" ? "see-personal-data" : "see-restricted-records")?.kind ===
      "province";
    const log = await app.ask(role, "/api/log?limit=200");
    const entries = log.status === 200 ? ((await log.json()) as { entries: { id: string }[] }).entries : [];
    const paths = [
      ...entered.flatMap(({ key, id }) => [
        ...[`/api/records/${key}`, `/api/records/${key}?facets=1&q=z`, `/api/records/${key}/${id}`],
        ...[`/api/records/${key}/export.csv`, `/api/records/${key}/targets?field=partners`],
      ]),
      ...["/api/records", "/api/log?limit=200", "/api/log?q=z", ...entries.map(({ id }) => `/api/log/${id}`)],
    ];
    for (const path of paths) {
      const text = await (await app.ask(role, path)).text();
      asked += 1;
      for (const mark of ["personal", "restricted"] as const) {
        if (!text.includes(marks[mark])) continue;
        shown += 1;
        if (!sees(mark)) wrong.push(`${path} as ${role} shows what is ${mark}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  // The words are there for whom they are meant.
  expect(shown).toBeGreaterThan(10);
  console.info(
    `${asked} requests over ${entered.length} registers × ${roles.length} roles: nothing shown without the right`,
  );
}, 240_000);
