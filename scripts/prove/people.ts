// How fast people are found and how far reads reach: 8,000 people with posts in 4,000 units, 4,000 tasks that each have
// one of the units as party, on the database that the program brings itself.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import type { Result } from "../../src/domain/basics/result.ts";
import { allTasks } from "../../src/domain/duty/task-query.ts";
import type { Actor } from "../../src/domain/organisation/actor.ts";
import type { Role } from "../../src/domain/organisation/rights.ts";
import { foldedKey } from "../../src/domain/text/fold.ts";
import { listTasks } from "../../src/operations/list-tasks.ts";
import { showOverview } from "../../src/operations/overview.ts";
import { listPeople, type PeopleFilter } from "../../src/operations/people.ts";
import { connect } from "../../src/store/connection.ts";
import { openRows, provinceId, withProvince } from "../../src/store/database.ts";
import { migrate, readMigrations } from "../../src/store/migrations.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { readProvinces, saveProvinces } from "../../src/store/provinces.ts";
import { day, fillRegister, madeId } from "../../tests/support/register-rows.ts";
import { unwrap } from "../../tests/support/server.ts";
import { fillUnits, topUnit, unitNumber } from "../../tests/support/unit-rows.ts";
import { families, given, middles } from "./parts/made-names.ts";

const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const size = { people: 8000, units: 4000, documents: 40, tasksEach: 100 };
const today = day("2026-05-20");
const times = 60;
const found = provinceId(52);
if (found === null) throw new Error("52 is a province");
const province = found;

function madePerson(n: number) {
  const name = [families[n % 10], middles[n % 7], given[n % 13], String(n)].join(" ");
  const email = `nguoi${n}@vd.gov.vn`;
  return { id: `p${n}`, name, email, folded: foldedKey(name), post: madeId("post", n) };
}

async function openProvince(data: string) {
  const engine = { checkout, dataFolder: data, identity: data, searchPath: process.env.PATH ?? "" };
  const database = unwrap(
    await openDatabase({ engine, databaseUrl: null, databaseOwnerUrl: null, manner: "own" as const }),
  );
  const owner = unwrap(await connect(database.logins.owner));
  unwrap(await migrate(owner, readMigrations(join(checkout, "src/store/migrations"))));
  const gazetteer = readFileSync(join(checkout, "data/administrative-units.tsv"), "utf8");
  await saveProvinces(owner, readProvinces(gazetteer));
  const rows = openRows(database.logins.program, 4);
  await fillRegister(rows.kysely, province, { ...size, units: 150, today });
  await fillUnits(rows.kysely, province, size.units);
  const people = Array.from({ length: size.people }, (_, n) => madePerson(n));
  await withProvince(rows.kysely, province, async (transaction) => {
    const of = (name: keyof (typeof people)[number]) => people.map((person) => person[name]);
    await sql`insert into person (province_id, id, name, email, folded)
      select ${province}::int, * from unnest(${of("id")}::text[], ${of("name")}::text[], ${of("email")}::text[],
        ${of("folded")}::text[])`.execute(transaction);
    const units = people.map((_, n) => unitNumber((n % size.units) + 1));
    await sql`insert into post (province_id, id, person_id, unit_id, role, from_day)
      select ${province}::int, p.id, p.person, p.unit, 'unitOfficer', date '2026-01-01'
        from unnest(${of("post")}::uuid[], ${of("id")}::text[], ${units}::uuid[]) as p (id, person, unit)`.execute(
      transaction,
    );
  });
  await owner.query("vacuum analyze");
  await owner.end();
  return { rows, close: () => rows.close().then(() => database.close()) };
}

function actor(role: Role, units: readonly (string | null)[]): Actor {
  return {
    ...{ person: "mai", name: "Mai", province, address: null },
    held: units.map((unit) => ({ role, unit, actingFor: null })),
  };
}

const data = mkdtempSync(join(tmpdir(), "sauro-prove-"));
chmodSync(data, 0o755);
const { rows, close } = await openProvince(data);
const world = { kysely: rows.kysely, today: () => today };
const administrator = actor("administrator", [null]);
const above = actor("unitHead", [topUnit]);
const everyUnit = actor(
  "unitHead",
  Array.from({ length: size.units }, (_, n) => unitNumber(n + 1)),
);
const one = actor("unitHead", [unitNumber(7)]);
const none: PeopleFilter = { words: null, unit: null, role: null, left: false };
const people = (who: Actor, filter: Partial<PeopleFilter>) => async () =>
  total(await listPeople(who, { filter: { ...none, ...filter }, after: null, limit: 60 }, world));
const order = { key: "due", descending: false } as const;
const tasks = (who: Actor) => async () =>
  total(await listTasks(who, { filter: allTasks, order, after: null, limit: 60, withFacets: false }, world));

function total(result: Result<{ readonly total: number }>): number {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.total;
}

const questions: readonly (readonly [name: string, ask: () => Promise<number>, most: number | null])[] = [
  ["people, first page", people(administrator, {}), 50],
  ["people by name", people(administrator, { words: "nguyen hoa" }), 50],
  ["people by e-mail", people(administrator, { words: "nguoi4321@" }), 50],
  ["people of a unit with all below", people(administrator, { unit: topUnit }), 50],
  ["people by role and name", people(administrator, { role: "unitOfficer", words: "mai" }), 50],
  ["people, as head of one unit", people(one, {}), 50],
  ["tasks, as head above 4,000 units", tasks(above), null],
  ["tasks, with a post in each of 4,000", tasks(everyUnit), null],
  ["tasks, as head of one unit", tasks(one), 50],
  ["overview, as head above 4,000 units", async () => total(await showOverview(above, world)), 100],
];

const lines: string[] = [];
let kept = true;
for (const [name, ask, most] of questions) {
  const runs: number[] = [];
  for (let turn = 0; turn < 5; turn++) await ask();
  let count = 0;
  for (let turn = 0; turn < times; turn++) {
    const begun = performance.now();
    count = await ask();
    runs.push(performance.now() - begun);
  }
  runs.sort((a, b) => a - b);
  const at = (share: number) => runs[Math.ceil(runs.length * share) - 1] ?? Number.NaN;
  kept &&= most === null || at(0.95) <= most;
  lines.push(
    `| ${name} | ${count} | ${at(0.5).toFixed(0)} ms | ${at(0.95).toFixed(0)} ms | ${most === null ? "–" : `${most} ms`} |`,
  );
}
await close();
rmSync(data, { recursive: true, force: true });

const table = [
  "# People and reach",
  "",
  `${size.people} people with posts in ${size.units} units, ${size.documents * size.tasksEach} tasks, each with one of the units as party; the embedded PostgreSQL; ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}.`,
  `Each question through its operation, ${times} times after 5 that do not count. Whoever heads the unit above all, or has a post in each, sees all tasks.`,
  "",
  "| question | found | half of them within | 95 % within | most |",
  "|---|---:|---:|---:|---:|",
  ...lines,
  "",
].join("\n");
writeFileSync(join(checkout, "docs/figures/people.md"), table);
console.log(table);
process.exitCode = kept ? 0 : 1;
