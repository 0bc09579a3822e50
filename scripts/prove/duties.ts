// How fast lists of duties, the leaders' page and the figures of the country answer as duties grow from 10,000 to a million
// over 34 provinces, five facts each, on the database that the program brings itself; how long it takes to fan one task out
// to 135 communes and 20 departments; that the country is the sum of the provinces, and every row what its facts say.
import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, setPriority, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { OpenAPIHono } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { CountryAnswer } from "../../src/contract/country.ts";
import type { DutyListAnswer } from "../../src/contract/duty.ts";
import type { LeadersAnswer } from "../../src/contract/leaders.ts";
import type { HeldRole } from "../../src/domain/organisation/rights.ts";
import { addCountryRoute } from "../../src/http/country.ts";
import type { AccountsPort } from "../../src/http/dependencies.ts";
import { addDutyRoutes } from "../../src/http/duties.ts";
import { addLeadersRoutes } from "../../src/http/leaders.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { checkDuties } from "../../src/operations/check-duties.ts";
import { keepCountry } from "../../src/operations/keep-country.ts";
import { makeDuties } from "../../src/operations/make-duties.ts";
import { connect } from "../../src/store/connection.ts";
import { openRows, provinceId, type Rows, withProvince } from "../../src/store/database.ts";
import { openFileFolder } from "../../src/store/files.ts";
import { loadLeadersFigures } from "../../src/store/leaders-figures.ts";
import { migrate, readMigrations } from "../../src/store/migrations.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { readProvinces, saveProvinces } from "../../src/store/provinces.ts";
import { wholeProvince } from "../../src/store/sight.ts";
import { insertUnits } from "../../src/store/units.ts";
import { realGazetteer } from "../../tests/support/gazetteer.ts";
import { day, madeId } from "../../tests/support/register-rows.ts";
import { worksThere } from "../../tests/support/roles.ts";
import { unwrap } from "../../tests/support/server.ts";
import { madeUnit } from "../../tests/support/unit-rows.ts";
import { visitor } from "../../tests/support/visitor.ts";
import { fillDuties } from "./parts/many-duties.ts";

const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const provinceList = readProvinces(readFileSync(join(checkout, "data/administrative-units.tsv"), "utf8"));
const numbers = provinceList.map(({ id }) => id);
/** All provinces together. */
const sizes = [10_000, 1_000_000];
const most = 50;
const mostLeaders = 100;
const mostCountry = 200;
const mostFanOut = 300;
/** From a change to the country that shows it: five seconds, without the pause between two passes. */
const mostKeeping = 3500;
const times = 60;
const today = day("2026-05-20");
const asked = provinceId(52) ?? refused();

function refused(): never {
  throw new Error("not asked for here");
}

let held: readonly HeldRole[] = worksThere;
const accounts: AccountsPort = {
  hasAdministrator: async () => true,
  userOf: async () => visitor({ id: "mai", name: "Mai", email: "mai@vd.vn" }),
  provinceOf: async () => ({ id: asked, name: "Gia Lai", nameEn: "Gia Lai" }),
  heldRoles: async () => held,
  ...{ provinces: refused, chooseProvince: refused, signIn: refused, signOut: refused },
  ...{ checkSetupLink: refused, setUp: refused },
};

async function openDuties(data: string, total: number) {
  const engine = { checkout, dataFolder: data, identity: data, searchPath: process.env.PATH ?? "" };
  const request = { engine, databaseUrl: null, databaseOwnerUrl: null, manner: "own" as const };
  const database = unwrap(await openDatabase(request));
  const owner = unwrap(await connect(database.logins.owner));
  unwrap(await migrate(owner, readMigrations(join(checkout, "src/store/migrations"))));
  await saveProvinces(owner, provinceList);
  const made = await fillDuties(owner, numbers, total / numbers.length);
  await owner.query(`insert into accounts.users (id, name, email, created_at, updated_at)
    values ('mai', 'Mai', 'mai@vd.vn', now(), now())`);
  await owner.query("insert into accounts.country_readers values ('mai', now())");
  const rows = openRows(database.logins.program, 4);
  const begun = performance.now();
  await keepCountry(rows.kysely);
  const counted = performance.now() - begun;
  await owner.query("vacuum analyze reference.duty_rollup");
  await owner.end();
  return { made, rows, counted, close: () => rows.close().then(() => database.close()) };
}

interface Measured {
  readonly total: number;
  readonly question: string;
  readonly found: number;
  readonly half: number;
  readonly p95: number;
  readonly most: number;
}

function summed(runs: readonly number[]): { readonly half: number; readonly p95: number } {
  const ordered = runs.toSorted((a, b) => a - b);
  const at = (share: number) => ordered[Math.ceil(ordered.length * share) - 1] ?? Number.NaN;
  return { half: at(0.5), p95: at(0.95) };
}

async function measureLists(rows: Rows, total: number, folder: string): Promise<readonly Measured[]> {
  const reading = startReading();
  const app = new OpenAPIHono();
  const deps = {
    accounts,
    register: {
      ...{ kysely: rows.kysely, reading, gazetteer: realGazetteer(), clock: () => new Date() },
      ...{ today: () => today, newId: randomUUID, readDocuments: refused, files: openFileFolder(folder) },
    },
  };
  addDutyRoutes(app, deps);
  addLeadersRoutes(app, deps);
  addCountryRoute(app, deps);
  // The schemas of the routes.
  const read = async <T>(path: string) => {
    const answer = await app.request(`http://localhost${path}`);
    if (answer.status !== 200) throw new Error(await answer.text());
    return (await answer.json()) as T;
  };
  const get = (query: string) => read<DutyListAnswer>(`/api/duties?${query}`);
  const measured: Measured[] = [];
  const measureAsking = async (question: string, ask: () => Promise<number>, limit: number) => {
    const runs: number[] = [];
    let found = 0;
    // A server that has just begun is slower for its first requests; figures are of one that runs.
    for (let turn = -5; turn < times; turn++) {
      const begun = performance.now();
      found = await ask();
      if (turn >= 0) runs.push(performance.now() - begun);
    }
    measured.push({ total, question, found, ...summed(runs), most: limit });
  };
  const measure = (question: string, query: string, limit = most) =>
    measureAsking(question, async () => (await get(query)).total, limit);
  const nothing = async () => (await sql`select 1`.execute(rows.kysely)).rows.length;
  await measureAsking("nothing at all, of the database alone: what the machine adds", nothing, most);
  const first = await get("limit=1&facets=1");
  const unit = first.facets?.units[0]?.value ?? "";
  const group = encodeURIComponent(first.facets?.groups[0]?.value ?? "");
  const leaders = () => read<LeadersAnswer>("/api/leaders");
  const [worst] = (await leaders()).units.toSorted((a, b) => monthOf(b)[1] - monthOf(a)[1]);
  if (!worst) throw new Error("no unit has a duty that fell due");
  const cell = `unit=${worst.id}&alone=1&fallen=overdue&month=${monthOf(worst)[0]}`;
  if ((await get(cell)).total !== monthOf(worst)[1]) throw new Error("a cell of the map opens another list");
  await measure("all of the province, first page", "");
  await measure("page 2", `after=${(await get("")).next ?? ""}`);
  await measure("by the last day", "sort=due");
  await measure("late and silent", "state=late,silent");
  await measure("submitted", "state=submitted");
  await measure("of one group", `group=${group}`);
  await measure("of one unit", `unit=${unit}`);
  await measure("of one unit and month, late: a cell of the leaders' map", cell);
  await measure("late and urged", "state=late,silent&urged=1");
  await measure("reports that wait for the head of their unit", "head=1");
  await measure("with words of every task", "q=hop+tac+quoc+te");
  await measure("with words of few tasks", "q=noi+dung+so+12");
  await measure("counts for all filters", "limit=1&facets=1", 100);
  held = [{ role: "unitOfficer", unit, actingFor: null }];
  await measure("my duties, as the officer of a unit", "");
  held = worksThere;
  await measureAsking("the leaders' page", async () => (await leaders()).units.length, mostLeaders);
  const country = () => read<CountryAnswer>("/api/country");
  await measureAsking(
    "the figures of the country",
    async () => (await country()).provinces.length,
    mostCountry,
  );
  measured.push(await measureKeeping(rows, total));
  if (total === sizes.at(-1)) await checkBalance(await country(), rows);
  reading.close();
  return measured;
}

/** The month in which most of a unit fell late, and how many. */
function monthOf({ months }: LeadersAnswer["units"][number]): readonly [string, number] {
  return Object.entries(months).toSorted(([, a], [, b]) => b - a)[0] ?? ["2026-05", 0];
}

/** One duty of a province changes, and what is marked by it is counted anew. */
async function measureKeeping(rows: Rows, total: number): Promise<Measured> {
  const runs: number[] = [];
  for (let turn = 0; turn < 20; turn++) {
    await withProvince(rows.kysely, asked, (transaction) =>
      sql`update duty set version = version + 1 where province_id = ${asked} and id =
        (select id from duty where province_id = ${asked} order by version, id limit 1)`.execute(transaction),
    );
    const begun = performance.now();
    if ((await keepCountry(rows.kysely)) !== 1) throw new Error("a change left no mark");
    runs.push(performance.now() - begun);
  }
  return {
    total,
    ...{ question: "a change, counted for the country", found: 1, ...summed(runs), most: mostKeeping },
  };
}

/** Throws unless the country is, province by province, what each province counts of itself. */
async function checkBalance(country: CountryAnswer, rows: Rows): Promise<void> {
  for (const province of numbers) {
    const shown = country.kinds.filter((one) => one.province === province);
    const own = await withProvince(rows.kysely, provinceId(province) ?? refused(), (transaction) =>
      loadLeadersFigures(transaction, wholeProvince(provinceId(province) ?? refused()), {
        ...{ today, startDay: null, soonDays: 30 },
      }),
    );
    const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
    const [theirs, ours] = [
      [
        sum(own.units.map(({ now }) => now.late)),
        sum(own.units.map(({ due }) => due)),
        sum(own.units.map(({ inTime }) => inTime)),
      ],
      [
        sum(shown.map(({ late }) => late)),
        sum(shown.map(({ due }) => due)),
        sum(shown.map(({ inTime }) => inTime)),
      ],
    ];
    if (theirs.join() !== ours.join())
      throw new Error(`province ${province} counts ${theirs.join()}, the country shows ${ours.join()} of it`);
  }
}

/** One task led by 155 units becomes their duties: the whole step of acceptance that makes them, in its transaction. */
async function measureFanOut(rows: Rows): Promise<readonly number[]> {
  const province = provinceId(48) ?? refused();
  const units = Array.from({ length: 155 }, (_, n) => madeUnit(5000 + n, null));
  await withProvince(rows.kysely, province, (transaction) => insertUnits(transaction, province, units));
  const runs: number[] = [];
  for (let turn = 0; turn < 20; turn++) {
    const task = madeId("fan-out", turn);
    await withProvince(rows.kysely, province, async (transaction) => {
      await sql`insert into task (province_id, id, document_id, ref, content, assigned_on, accepted_at, accepted_by, folded)
        select ${province}, ${task}, id, 'x', 'Báo cáo', '2026-05-20', now(), 'proof', 'x' from document limit 1`.execute(
        transaction,
      );
      await sql`insert into occurrence (province_id, id, task_id, key, due_on, last_day, due_basis)
        values (${province}, ${madeId("kỳ", turn)}, ${task}, '2026', '2026-11-15', '2026-11-15', 'written')`.execute(
        transaction,
      );
      await sql`insert into task_addressee (province_id, task_id, position, role, name, collective, written, name_key)
        values (${province}, ${task}, 0, 'lead', 'các đơn vị', true, 'các đơn vị', 'cac don vi')`.execute(
        transaction,
      );
      await sql`insert into task_party (province_id, task_id, position, unit_id, holder_id)
        select ${province}, ${task}, 0, id, id from unnest(${units.map(({ id }) => id)}::uuid[]) id`.execute(
        transaction,
      );
    });
    const begun = performance.now();
    const { made } = await withProvince(rows.kysely, province, (transaction) =>
      makeDuties(
        transaction,
        { province, person: "proof" },
        { tasks: [task] },
        { today: () => today, clock: () => new Date(), newId: randomUUID },
      ),
    );
    if (made !== units.length) throw new Error(`${made} duties of ${units.length} units`);
    runs.push(performance.now() - begun);
  }
  return runs;
}

// The database is started by this process and inherits how urgent it is; where that is not allowed, it runs as others do.
try {
  setPriority(-10);
} catch {
  console.log("Run at the usual priority.");
}
const measured: Measured[] = [];
const books: string[] = [];
for (const total of sizes) {
  const data = mkdtempSync(join(tmpdir(), "sauro-prove-"));
  chmodSync(data, 0o755);
  const { made, rows, counted, close } = await openDuties(data, total);
  measured.push(...(await measureLists(rows, total, join(data, "files"))));
  const fanOut = summed(await measureFanOut(rows));
  measured.push({ total, question: "one task to 155 units", found: 155, ...fanOut, most: mostFanOut });
  const begun = performance.now();
  const { checked, differing } = await checkDuties(rows.kysely);
  if (differing.length > 0) throw new Error(`${differing.length} rows are not what their facts say`);
  books.push(
    `${made.duties} duties with ${made.facts} facts (counted for the country in ${seconds(counted)}; ${checked} rows built again from their facts in ${seconds(performance.now() - begun)}, all alike)`,
  );
  await close();
  rmSync(data, { recursive: true, force: true });
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** How often as long a question takes with the most duties as with the fewest. */
function growthOf({ question, half }: Measured): string {
  const first = measured.find((one) => one.question === question && one.total === sizes[0]);
  return first ? `× ${(half / first.half).toFixed(1)}` : "";
}

const table = [
  "# Duties of a country",
  "",
  `${books.join("; ")}; ${numbers.length} provinces of 120 units on one embedded PostgreSQL; ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}.`,
  `Lists and pages are asked of one province, each through the application with its count to the last byte of its JSON, ${times} times after 5 that do not count; the load is that of the whole machine. The figures of the country were compared with what each province counts of itself: no difference. Growth is from ${sizes[0]} to ${sizes.at(-1)} duties, by what half are within.`,
  "",
  "| duties in all | question | found | half within | 95 % within | most | growth |",
  "|---:|---|---:|---:|---:|---:|---:|",
  ...measured.map(
    (one) =>
      `| ${one.total} | ${one.question} | ${one.found} | ${one.half.toFixed(0)} ms | ${one.p95.toFixed(0)} ms | ${one.most} ms | ${one.total === sizes[0] ? "" : growthOf(one)} |`,
  ),
  "",
].join("\n");
writeFileSync(join(checkout, "docs/figures/duties.md"), table);
console.log(table);
process.exitCode = measured.every(({ p95, most: limit }) => p95 <= limit) ? 0 : 1;
