// How fast lists of duties answer as duties grow from 10,000 to a million over 34 provinces, five facts each, on the
// database that the program brings itself; and how long it takes to fan one task out to 135 communes and 20 departments.
import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { OpenAPIHono } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { DutyListAnswer } from "../../src/contract/duty.ts";
import type { HeldRole } from "../../src/domain/organisation/rights.ts";
import type { AccountsPort } from "../../src/http/dependencies.ts";
import { addDutyRoutes } from "../../src/http/duties.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { makeDuties } from "../../src/operations/make-duties.ts";
import { connect } from "../../src/store/connection.ts";
import { openRows, provinceId, type Rows, withProvince } from "../../src/store/database.ts";
import { openFileFolder } from "../../src/store/files.ts";
import { migrate, readMigrations } from "../../src/store/migrations.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { readProvinces, saveProvinces } from "../../src/store/provinces.ts";
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
const mostFanOut = 300;
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
  await owner.end();
  const rows = openRows(database.logins.program, 4);
  return { made, rows, close: () => rows.close().then(() => database.close()) };
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
  addDutyRoutes(app, {
    accounts,
    register: {
      ...{ kysely: rows.kysely, reading, gazetteer: realGazetteer(), clock: () => new Date() },
      ...{ today: () => today, newId: randomUUID, readDocuments: refused, files: openFileFolder(folder) },
    },
  });
  const get = async (query: string) => {
    const answer = await app.request(`http://localhost/api/duties?${query}`);
    if (answer.status !== 200) throw new Error(await answer.text());
    // The route's own schema.
    return (await answer.json()) as DutyListAnswer;
  };
  const measured: Measured[] = [];
  const measure = async (question: string, query: string, limit = most) => {
    const runs: number[] = [];
    let found = 0;
    // A server that has just begun is slower for its first requests; figures are of one that runs.
    for (let turn = -5; turn < times; turn++) {
      const begun = performance.now();
      found = (await get(query)).total;
      if (turn >= 0) runs.push(performance.now() - begun);
    }
    measured.push({ total, question, found, ...summed(runs), most: limit });
  };
  const first = await get("limit=1&facets=1");
  const unit = first.facets?.units[0]?.value ?? "";
  const group = encodeURIComponent(first.facets?.groups[0]?.value ?? "");
  await measure("all of the province, first page", "");
  await measure("page 2", `after=${(await get("")).next ?? ""}`);
  await measure("by the last day", "sort=due");
  await measure("late and silent", "state=late,silent");
  await measure("submitted", "state=submitted");
  await measure("of one group", `group=${group}`);
  await measure("of one unit", `unit=${unit}`);
  await measure("with words", "q=hop+tac+quoc+te");
  await measure("counts for all filters", "limit=1&facets=1", 100);
  held = [{ role: "unitOfficer", unit, actingFor: null }];
  await measure("my duties, as the officer of a unit", "");
  held = worksThere;
  reading.close();
  return measured;
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

const measured: Measured[] = [];
const books: string[] = [];
for (const total of sizes) {
  const data = mkdtempSync(join(tmpdir(), "sauro-prove-"));
  chmodSync(data, 0o755);
  const { made, rows, close } = await openDuties(data, total);
  books.push(`${made.duties} duties with ${made.facts} facts`);
  measured.push(...(await measureLists(rows, total, join(data, "files"))));
  const fanOut = summed(await measureFanOut(rows));
  measured.push({ total, question: "one task to 155 units", found: 155, ...fanOut, most: mostFanOut });
  await close();
  rmSync(data, { recursive: true, force: true });
}

const table = [
  "# Duties of a country",
  "",
  `${books.join("; ")}; ${numbers.length} provinces of 120 units on one embedded PostgreSQL; ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}.`,
  `Lists are asked of one province, each through the application with its count to the last byte of its JSON, ${times} times after 5 that do not count; the load is that of the whole machine.`,
  "",
  "| duties in all | question | found | half within | 95 % within | most |",
  "|---:|---|---:|---:|---:|---:|",
  ...measured.map(
    ({ total, question, found, half, p95, most: limit }) =>
      `| ${total} | ${question} | ${found} | ${half.toFixed(0)} ms | ${p95.toFixed(0)} ms | ${limit} ms |`,
  ),
  "",
].join("\n");
writeFileSync(join(checkout, "docs/figures/duties.md"), table);
console.log(table);
process.exitCode = measured.every(({ p95, most: limit }) => p95 <= limit) ? 0 : 1;
