// How fast the tree of units answers: provinces of 101, 250 and 4,000 units on the database that the program brings
// itself. Each request goes through the whole application, session look-up apart, and is checked to hold every unit.
import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { OpenAPIHono } from "@hono/zod-openapi";
import { treeRowsAtOnce, type UnitAnswer, type UnitTreeAnswer } from "../../src/contract/unit.ts";
import type { Unit } from "../../src/domain/organisation/unit.ts";
import type { AccountsPort } from "../../src/http/dependencies.ts";
import { addUnitRoutes } from "../../src/http/units.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { connect } from "../../src/store/connection.ts";
import { openRows, provinceId, withProvince } from "../../src/store/database.ts";
import { migrate, readMigrations } from "../../src/store/migrations.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { readProvinces, saveProvinces } from "../../src/store/provinces.ts";
import { insertUnits } from "../../src/store/units.ts";
import { realGazetteer } from "../../tests/support/gazetteer.ts";
import { day } from "../../tests/support/register-rows.ts";
import { worksThere } from "../../tests/support/roles.ts";
import { unwrap } from "../../tests/support/server.ts";
import { visitor } from "../../tests/support/visitor.ts";

const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Provinces by their number, with how many units each has. */
const sizes = [
  { province: 48, units: 101 },
  { province: 66, units: 250 },
  { province: 52, units: 4000 },
] as const;
const most = 100;
const times = 60;

function refused(): never {
  throw new Error("not asked for here");
}

let asking: (typeof sizes)[number] = sizes[0];
const accounts: AccountsPort = {
  hasAdministrator: async () => true,
  userOf: async () => visitor({ id: "mai", name: "Mai", email: "mai@vd.vn" }),
  provinceOf: async () => ({ id: asking.province, name: "Gia Lai", nameEn: "Gia Lai" }),
  heldRoles: async () => worksThere,
  ...{ provinces: refused, chooseProvince: refused, signIn: refused, signOut: refused },
  ...{ checkSetupLink: refused, setUp: refused },
};

/** A tree of three levels: a committee, units below it, and rooms below every tenth. */
function madeUnits(count: number): readonly Unit[] {
  const none = { aliases: [], traits: [], gazetteerId: null, standing: null, from: null, to: null };
  const units: Unit[] = [];
  for (let n = 0; n < count; n++) {
    const house = units[n - (n % 10)] ?? units[0];
    const isRoom = n % 10 > 6;
    units.push({
      ...none,
      id: randomUUID(),
      parent: n === 0 ? null : ((isRoom ? house : units[0])?.id ?? null),
      kind: n === 0 ? "peoplesCommittee" : isRoom ? "subdivision" : "commune",
      relation: "subordinate",
      name: n === 0 ? "Ủy ban nhân dân tỉnh" : `${isRoom ? "Phòng" : "Ủy ban nhân dân xã"} Mẫu số ${n}`,
      shortName: isRoom ? null : `xã Mẫu số ${n}`,
      symbol: `M${n}`,
    });
  }
  return units;
}

async function openTrees(data: string) {
  const engine = { checkout, dataFolder: data, identity: data, searchPath: process.env.PATH ?? "" };
  const request = { engine, databaseUrl: null, databaseOwnerUrl: null, manner: "own" as const };
  const database = unwrap(await openDatabase(request));
  const owner = unwrap(await connect(database.logins.owner));
  unwrap(await migrate(owner, readMigrations(join(checkout, "src/store/migrations"))));
  await saveProvinces(
    owner,
    readProvinces(readFileSync(join(checkout, "data/administrative-units.tsv"), "utf8")),
  );
  const rows = openRows(database.logins.program, 4);
  for (const { province, units } of sizes) {
    const id = provinceId(province);
    if (id === null) throw new Error(`${province} is a province`);
    await withProvince(rows.kysely, id, (transaction) => insertUnits(transaction, id, madeUnits(units)));
  }
  await owner.query("vacuum analyze");
  await owner.end();
  return { rows, close: () => rows.close().then(() => database.close()) };
}

const data = mkdtempSync(join(tmpdir(), "sauro-prove-"));
chmodSync(data, 0o755);
const { rows, close } = await openTrees(data);
const reading = startReading();
const app = new OpenAPIHono();
const today = day("2026-05-20");
addUnitRoutes(app, {
  accounts,
  register: {
    ...{ kysely: rows.kysely, reading, gazetteer: realGazetteer(), clock: () => new Date() },
    ...{ today: () => today, newId: randomUUID },
  },
});

interface Measured {
  readonly units: number;
  readonly question: string;
  readonly found: number;
  readonly kB: number;
  readonly half: number;
  readonly p95: number;
}

const get = async (path: string) => {
  const answer = await app.request(`http://localhost/api/units/${path}`);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(text);
  return text;
};
// The routes' own schemas.
const treeOf = (text: string) => JSON.parse(text) as UnitTreeAnswer;
const unitOf = (text: string) => JSON.parse(text) as UnitAnswer;

async function measure(question: string, path: string, found: (text: string) => number): Promise<Measured> {
  const runs: number[] = [];
  let text = "";
  // A server that has just begun is slower for its first requests; figures are of one that runs.
  for (let turn = -5; turn < times; turn++) {
    const begun = performance.now();
    text = await get(path);
    if (turn >= 0) runs.push(performance.now() - begun);
  }
  runs.sort((a, b) => a - b);
  const at = (share: number) => runs[Math.ceil(runs.length * share) - 1] ?? Number.NaN;
  return {
    ...{ units: asking.units, question, found: found(text), kB: Math.round(text.length / 1000) },
    ...{ half: at(0.5), p95: at(0.95) },
  };
}

/** How many units are seen by going through the whole tree, window by window. */
async function countSeen(): Promise<number> {
  const seen = new Set<string>();
  for (let from = 0, total = 1; from < total; from += treeRowsAtOnce) {
    const tree = treeOf(await get(`tree?open=all&from=${from}`));
    total = tree.total;
    for (const { unit } of tree.rows) seen.add(unit.id);
  }
  return seen.size;
}

const measured: Measured[] = [];
let all = true;
for (asking of sizes) {
  measured.push(await measure("the tree, first view", "tree", (text) => treeOf(text).present));
  all &&= (await countSeen()) === asking.units;
}
const tree = (text: string) => treeOf(text).total;
const last = `tree?open=all&from=${asking.units - treeRowsAtOnce}`;
const [root] = treeOf(await get("tree")).rows;
measured.push(
  await measure("the tree, its last rows", last, tree),
  await measure("the tree, by words", "tree?q=mau+so+39", tree),
  await measure("the unit above all", root?.unit.id ?? "", (text) => unitOf(text).belowCount),
);
reading.close();
await close();
rmSync(data, { recursive: true, force: true });

const table = [
  "# The tree of units",
  "",
  `The embedded PostgreSQL; ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}.`,
  `Each question through the application to the last byte of its JSON, ${times} times after 5 that do not count; the load is that of the whole machine. Going through the tree window by window ${all ? "shows every unit" : "does NOT show every unit"}.`,
  "",
  "| units of the province | question | found | kB | half within | 95 % within | most |",
  "|---:|---|---:|---:|---:|---:|---:|",
  ...measured.map(
    ({ units, question, found, kB, half, p95 }) =>
      `| ${units} | ${question} | ${found} | ${kB} | ${half.toFixed(0)} ms | ${p95.toFixed(0)} ms | ${most} ms |`,
  ),
  "",
].join("\n");
writeFileSync(join(checkout, "docs/figures/units.md"), table);
console.log(table);
process.exitCode = all && measured.every(({ p95 }) => p95 <= most) ? 0 : 1;
