// How fast a log of a million entries is looked through, sealed and checked: on the database that the program brings itself.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import type { Actor } from "../../src/domain/organisation/actor.ts";
import { plainWorld } from "../../src/main/register-world.ts";
import { auditLog } from "../../src/operations/audit-log.ts";
import { listLog } from "../../src/operations/list-log.ts";
import { sealLog } from "../../src/operations/seal-log.ts";
import { connect } from "../../src/store/connection.ts";
import { openRows, provinceId, withProvince } from "../../src/store/database.ts";
import { openLogKey } from "../../src/store/log-key.ts";
import type { LogFilter } from "../../src/store/log-read.ts";
import { migrate, readMigrations } from "../../src/store/migrations.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { readProvinces, saveProvinces } from "../../src/store/provinces.ts";
import { day } from "../../tests/support/register-rows.ts";
import { unwrap } from "../../tests/support/server.ts";
import { machine } from "./parts/measure.ts";

const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const count = 1_000_000;
const people = 400;
const times = 30;
const found = provinceId(52);
if (found === null) throw new Error("52 is a province");
const province = found;
const auditor: Actor = {
  ...{ person: "kiem", name: "Kiểm", province, address: null },
  held: [{ role: "auditor", unit: null, actingFor: null }],
};

const data = mkdtempSync(join(tmpdir(), "sauro-prove-"));
chmodSync(data, 0o755);
const engine = { checkout, dataFolder: data, identity: data, searchPath: process.env.PATH ?? "" };
const database = unwrap(
  await openDatabase({ engine, databaseUrl: null, databaseOwnerUrl: null, manner: "own" as const }),
);
const owner = unwrap(await connect(database.logins.owner));
unwrap(await migrate(owner, readMigrations(join(checkout, "src/store/migrations"))));
await saveProvinces(
  owner,
  readProvinces(readFileSync(join(checkout, "data/administrative-units.tsv"), "utf8")),
);
const rows = openRows(database.logins.program, 2);
const clock = () => new Date("2026-11-22T03:00:00Z");
const world = plainWorld(rows.kysely, clock);

/** Entries over two years: six of ten are changes of tasks, one of a thousand is a refusal. */
async function writeEntries(): Promise<void> {
  const step = 50_000;
  for (let from = 1; from <= count; from += step)
    await withProvince(rows.kysely, province, (transaction) =>
      sql`insert into history (province_id, id, at, who, what, subject, before, after, kind, address)
        select ${province}, ('0199' || lpad(to_hex(n / 65536), 4, '0') || '-' || lpad(to_hex(n % 65536), 4, '0') || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
               timestamptz '2024-11-23 00:00:00+07' + n * (interval '729 days' / ${count}::int), 'p' || n % ${people}::int,
               case when n % 1000 = 0 then 'wrong-password' when n % 10 < 6 then 'edit-task' when n % 10 < 9 then 'sign-in' else 'show-person' end,
               case when n % 10 < 6 then 'task:' || md5((n % 5000)::text)::uuid else 'person:p' || n % ${people}::int end,
               case when n % 10 < 6 then jsonb_build_object('content', 'Rà soát các thỏa thuận đã ký ' || n, 'version', n % 9) end,
               case when n % 10 < 6 then jsonb_build_object('content', 'Rà soát và hệ thống hóa các thỏa thuận đã ký ' || n, 'version', n % 9 + 1) end,
               case when n % 1000 = 0 then 'refusal' when n % 10 < 6 then 'change' when n % 10 < 9 then 'signIn' else 'view' end,
               '10.0.' || n % 200 || '.7'
          from generate_series(${from}::int, ${Math.min(count, from + step - 1)}::int) n`.execute(
        transaction,
      ),
    );
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> {
  const begun = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - begun) / 1000 };
}

const all: LogFilter = {
  ...{ kinds: [], who: null, what: null, subject: null, address: null, from: null, to: null },
};
const ask = (filter: Partial<LogFilter>, words: string | null = null, after: string | null = null) =>
  listLog(auditor, { filter: { ...all, ...filter }, words, after, limit: 100 }, world).then(unwrap);

const written = await timed(writeEntries);
const key = openLogKey(data);
const sealed = await timed(() => sealLog({ kysely: rows.kysely, clock, key }));
await owner.query("vacuum analyze");
let after: string | null = null;
for (let page = 0; page < 50; page++) after = (await ask({}, null, after)).next;
const deep = after;

const oneTask = (await ask({ what: "edit-task" })).entries[0]?.subject ?? "";

const questions: readonly (readonly [
  name: string,
  ask: () => ReturnType<typeof ask>,
  most: number | null,
])[] = [
  ["first page of 100", () => ask({}), 50],
  ["page 51", () => ask({}, null, deep), 50],
  ["refusals (1 in 1,000)", () => ask({ kinds: ["refusal"] }), 50],
  ["one person's entries", () => ask({ who: "p5" }), 50],
  [
    "one person's changes in one month",
    () => ask({ who: "p5", kinds: ["change"], from: day("2026-03-01"), to: day("2026-03-31") }),
    50,
  ],
  ["one task's entries", () => ask({ subject: oneTask }), 50],
  ["one day, a year ago", () => ask({ from: day("2025-11-20"), to: day("2025-11-20") }), 50],
  ["one address", () => ask({ address: "10.0.7.7" }), null],
  ["words that stand in the newest", () => ask({}, "thoa thuan da ky"), null],
  ["words that stand nowhere (10,000 looked through)", () => ask({}, "không có ở đâu cả"), null],
];

const lines: string[] = [];
let kept = true;
for (const [name, question, most] of questions) {
  const runs: number[] = [];
  for (let turn = 0; turn < 3; turn++) await question();
  let listed = 0;
  for (let turn = 0; turn < times; turn++) {
    const { value, seconds } = await timed(question);
    runs.push(seconds * 1000);
    listed = value.entries.length;
  }
  runs.sort((a, b) => a - b);
  const at = (share: number) => runs[Math.ceil(runs.length * share) - 1] ?? Number.NaN;
  kept &&= most === null || at(0.95) <= most;
  lines.push(
    `| ${name} | ${listed} | ${at(0.5).toFixed(0)} ms | ${at(0.95).toFixed(0)} ms | ${most === null ? "–" : `${most} ms`} |`,
  );
}

const check = () => auditLog(province, { kysely: rows.kysely, publicKeys: [key.publicKey], heads: [] });
const audited = await timed(check);
kept &&= audited.value.found === null;
await rows.close();
await owner.end();
await database.close();
rmSync(data, { recursive: true, force: true });

const whole = count.toLocaleString("en");
const each = (seconds: number) => `${((seconds / count) * 100_000).toFixed(2)} s`;
const table = [
  "# The log",
  "",
  `${whole} entries of one province over two years, by ${people} people; the embedded PostgreSQL; ${machine()}`,
  `Each question through its operation, ${times} times after 3 that do not count.`,
  "",
  "| question | listed | half of them within | 95 % within | most |",
  "|---|---:|---:|---:|---:|",
  ...lines,
  "",
  "| work | whole | for 100,000 entries |",
  "|---|---:|---:|",
  `| writing ${whole} entries | ${written.seconds.toFixed(0)} s | ${each(written.seconds)} |`,
  `| sealing them | ${sealed.seconds.toFixed(0)} s | ${each(sealed.seconds)} |`,
  `| following the chain (\`sauro check --audit\`) | ${audited.seconds.toFixed(1)} s | ${each(audited.seconds)} |`,
  "",
].join("\n");
writeFileSync(join(checkout, "docs/figures/log.md"), table);
console.log(table);
process.exitCode = kept ? 0 : 1;
