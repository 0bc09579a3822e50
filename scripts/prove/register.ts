// How fast the register of one province answers: 10,000 tasks of 100 documents, made by the generator of the tests, on
// the database that the program brings itself. Each request goes through the whole application, session look-up apart.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { OpenAPIHono } from "@hono/zod-openapi";
import type { OverviewAnswer } from "../../src/contract/overview.ts";
import type { TaskListAnswer } from "../../src/contract/task.ts";
import type { AccountsPort } from "../../src/http/dependencies.ts";
import { addOverviewRoutes } from "../../src/http/overview.ts";
import { addTaskRoutes } from "../../src/http/tasks.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { connect } from "../../src/store/connection.ts";
import { openRows, provinceId, withProvince } from "../../src/store/database.ts";
import { migrate, readMigrations } from "../../src/store/migrations.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { saveSettings } from "../../src/store/province-settings.ts";
import { readProvinces, saveProvinces } from "../../src/store/provinces.ts";
import { realGazetteer } from "../../tests/support/gazetteer.ts";
import { day, fillRegister, madeId } from "../../tests/support/register-rows.ts";
import { worksThere } from "../../tests/support/roles.ts";
import { unwrap } from "../../tests/support/server.ts";
import { visitor } from "../../tests/support/visitor.ts";

const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const size = { documents: 100, tasksEach: 100, units: 150, today: day("2026-05-20") };
const most = 50;
const times = 60;

function refused(): never {
  throw new Error("not asked for here");
}

const accounts: AccountsPort = {
  hasAdministrator: async () => true,
  userOf: async () => visitor({ id: "mai", name: "Mai", email: "mai@vd.vn" }),
  provinceOf: async () => ({ id: 52, name: "Gia Lai", nameEn: "Gia Lai" }),
  heldRoles: async () => worksThere,
  ...{ provinces: refused, chooseProvince: refused, signIn: refused, signOut: refused },
  ...{ checkSetupLink: refused, setUp: refused },
};

/** Requests by name; null as limit: measured, and not promised to be within 50 ms. */
const questions: readonly (readonly [name: string, path: string, most: number | null])[] = [
  ["first page", "/api/tasks", most],
  ["page 2", "/api/tasks?after=NEXT", most],
  ["by content", "/api/tasks?sort=content", most],
  ["by document", "/api/tasks?sort=-document", most],
  ["by group", "/api/tasks?sort=group", most],
  ["by lead unit", "/api/tasks?sort=lead", most],
  ["filter: late", "/api/tasks?state=late", most],
  ["filter: group", "/api/tasks?group=GROUP", most],
  ["filter: unit leads", "/api/tasks?unit=so%20ngoai%20vu&role=lead", most],
  ["filter: unit co-ordinates", "/api/tasks?unit=so%20ngoai%20vu&role=with", most],
  ["filter: kind of schedule", "/api/tasks?schedule=recurring", most],
  ["filter: year", "/api/tasks?year=2026", most],
  ["filter: late in a quarter", "/api/tasks?year=2026&quarter=1&state=late", most],
  ["filter: document", `/api/tasks?document=${madeId("document", 7)}`, most],
  ["filter: any clear missing", "/api/tasks?unclear=any", most],
  ["filter: one clear missing", "/api/tasks?unclear=when", most],
  ["filter: general", "/api/tasks?general=true", most],
  ["filter: lead unit", "/api/tasks?lead=so%20ngoai%20vu", most],
  ...(["group", "lead", "schedule", "year", "state", "document"] as const).map(
    (by) => [`groups: by ${by}`, `/api/tasks/groups?by=${by}`, most] as const,
  ),
  [
    "groups: by year, late or done, of a search",
    "/api/tasks/groups?by=year&state=late,done&q=hop%20tac",
    most,
  ],
  ["search: a rare word", "/api/tasks?q=9876", most],
  ["search: words in every task", "/api/tasks?q=hieu%20qua%20tien", most],
  ["search: beginning of a unit", "/api/tasks?q=so%20ngo", most],
  ["search and three filters", "/api/tasks?q=hop%20tac&state=late&schedule=once&general=false", most],
  ["one task", `/api/tasks/${madeId("task", 77)}`, most],
  ["overview", "/api/overview", 100],
  ["by unit", "/api/units", 100],
  ["timeline of 3 years", "/api/timeline", 100],
  ["first page with all facets", "/api/tasks?facets=1", null],
  ["export.csv, all tasks", "/api/tasks/export.csv", null],
];

async function openRegister(data: string) {
  const engine = { checkout, dataFolder: data, identity: data, searchPath: process.env.PATH ?? "" };
  const request = { engine, databaseUrl: null, databaseOwnerUrl: null, manner: "own" as const };
  const database = unwrap(await openDatabase(request));
  const owner = unwrap(await connect(database.logins.owner));
  unwrap(await migrate(owner, readMigrations(join(checkout, "src/store/migrations"))));
  const units = readFileSync(join(checkout, "data/administrative-units.tsv"), "utf8");
  await saveProvinces(owner, readProvinces(units));
  const rows = openRows(database.logins.program, 4);
  const province = provinceId(52);
  if (province === null) throw new Error("52 is a province");
  await fillRegister(rows.kysely, province, size);
  await withProvince(rows.kysely, province, (transaction) =>
    saveSettings(transaction, province, { startDay: day("2025-07-01"), soonDays: 30, version: 1 }),
  );
  await owner.query("vacuum analyze");
  await owner.end();
  return { rows, close: () => rows.close().then(() => database.close()) };
}

interface Measured {
  readonly name: string;
  readonly found: string;
  readonly half: number;
  readonly p95: number;
  readonly most: number | null;
}

async function measure(ask: (path: string) => Promise<Response>): Promise<readonly Measured[]> {
  const first = (await (await ask("/api/tasks")).json()) as TaskListAnswer;
  const overview = (await (await ask("/api/overview")).json()) as OverviewAnswer;
  const group = encodeURIComponent(overview.groups.find(({ name }) => name !== null)?.name ?? "");
  const measured: Measured[] = [];
  for (const [name, path, limit] of questions) {
    const asked = path.replace("NEXT", first.next ?? "").replace("GROUP", group);
    const runs: number[] = [];
    let found = "";
    // A server that has just begun is slower for its first requests; figures are of one that runs.
    for (let turn = 0; turn < 5; turn++) await (await ask(asked)).text();
    for (let turn = 0; turn < (limit === null ? 10 : times); turn++) {
      const begun = performance.now();
      const answer = await ask(asked);
      const text = await answer.text();
      runs.push(performance.now() - begun);
      if (answer.status !== 200) throw new Error(`${asked}: ${text}`);
      found = /"total":(\d+)/.exec(text)?.[1] ?? "–";
    }
    runs.sort((a, b) => a - b);
    const at = (share: number) => runs[Math.ceil(runs.length * share) - 1] ?? Number.NaN;
    measured.push({ name, found, half: at(0.5), p95: at(0.95), most: limit });
  }
  return measured;
}

const data = mkdtempSync(join(tmpdir(), "sauro-prove-"));
chmodSync(data, 0o755);
const { rows, close } = await openRegister(data);
const reading = startReading();
const app = new OpenAPIHono();
const register = {
  ...{
    kysely: rows.kysely,
    reading,
    gazetteer: realGazetteer(),
    clock: () => new Date(),
    today: () => size.today,
  },
  newId: () => crypto.randomUUID(),
};
addTaskRoutes(app, { accounts, register });
addOverviewRoutes(app, { accounts, register });
const measured = await measure(async (path) => app.request(`http://localhost${path}`));
reading.close();
await close();
rmSync(data, { recursive: true, force: true });

const table = [
  "# The register of one province",
  "",
  `${size.documents * size.tasksEach} tasks of ${size.documents} documents, ${size.units} bodies, the embedded PostgreSQL; ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}.`,
  `Each request through the application to the last byte of its JSON, ${times} times (10 where nothing is promised) after 5 that do not count.`,
  "",
  "| request | tasks | half of them within | 95 % within | most |",
  "|---|---:|---:|---:|---:|",
  ...measured.map(
    ({ name, found, half, p95, most: limit }) =>
      `| ${name} | ${found} | ${half.toFixed(0)} ms | ${p95.toFixed(0)} ms | ${limit === null ? "–" : `${limit} ms`} |`,
  ),
  "",
].join("\n");
writeFileSync(join(checkout, "docs/figures/register.md"), table);
console.log(table);
process.exitCode = measured.every(({ p95, most: limit }) => limit === null || p95 <= limit) ? 0 : 1;
