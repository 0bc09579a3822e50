// How fast the earlier tasks are found that a new document gives again: 20 directives among 30,000 tasks of one province,
// on the database that the program brings itself. Each directive is an order of the register in other words, and must be
// proposed to it.
import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { emptyFinding } from "../../src/domain/duty/review.ts";
import { type Actor, programActor } from "../../src/domain/organisation/actor.ts";
import { foldedKey } from "../../src/domain/text/fold.ts";
import { pairAll } from "../../src/operations/pair-tasks.ts";
import { proposeLineage } from "../../src/operations/propose-lineage.ts";
import { connect } from "../../src/store/connection.ts";
import { openRows, provinceId, withProvince } from "../../src/store/database.ts";
import { insertFindings } from "../../src/store/findings.ts";
import { migrate, readMigrations } from "../../src/store/migrations.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { readProvinces, saveProvinces } from "../../src/store/provinces.ts";
import { day } from "../../tests/support/register-rows.ts";
import { unwrap } from "../../tests/support/server.ts";

const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const province = provinceId(52) ?? misnumbered();
function misnumbered(): never {
  throw new Error("52 is the number of a province");
}
const taskCount = 30_000;
const directives = 20;
const tasksEach = 60;
const times = 20;
const most = 300;

/** Words of names of the country's units: as many and as uneven as those of orders. */
const units = readFileSync(join(checkout, "data/administrative-units.tsv"), "utf8");
const words = [...new Set(units.match(/\p{L}{2,}/gu) ?? [])];
let seed = 7;
function random(): number {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed / 0x7fffffff;
}
/** A word, the first ones far oftener than the last, as words are in any language. */
function word(): string {
  return words[Math.floor(words.length * random() ** 3)] ?? "";
}
const verbs = ["Xây dựng", "Rà soát", "Tổ chức", "Triển khai", "Tham mưu ban hành", "Báo cáo kết quả"];
function phrase(count: number): string {
  return Array.from({ length: count }, word).join(" ").toLowerCase();
}
function order(): string {
  const verb = verbs[Math.floor(random() * verbs.length)];
  return `${verb} ${phrase(12)} tại xã ${word()} ${word()}, ${phrase(14)}`;
}

async function openRegister(data: string) {
  const engine = { checkout, dataFolder: data, identity: data, searchPath: process.env.PATH ?? "" };
  const request = { engine, databaseUrl: null, databaseOwnerUrl: null, manner: "own" as const };
  const database = unwrap(await openDatabase(request));
  const owner = unwrap(await connect(database.logins.owner));
  unwrap(await migrate(owner, readMigrations(join(checkout, "src/store/migrations"))));
  await saveProvinces(owner, readProvinces(units));
  const rows = openRows(database.logins.program, 4);
  const analyse = () => owner.query("vacuum analyze");
  const close = () => owner.end().then(() => rows.close().then(() => database.close()));
  return { rows, analyse, close };
}

async function addDocument(rows: Opened["rows"], number: string, on: string, orders: readonly Order[]) {
  const id = randomUUID();
  await withProvince(rows.kysely, province, async (transaction) => {
    await sql`
      insert into document (province_id, id, number, kind, kind_name, issuer, issued_on, subject, file_name, sha256,
                            imported_at, recipients, doubts, imported_by, folded)
      values (${province}, ${id}, ${number}, 'TB', 'Thông báo', 'Ủy ban nhân dân tỉnh', ${on}, 'Kết luận cuộc họp',
              ${number}, ${randomUUID()}, now(), '[]', '{}', 'test', ${foldedKey(number)})`.execute(
      transaction,
    );
    await sql`
      insert into task (province_id, id, document_id, ref, content, assigned_on, accepted_at, accepted_by, folded)
      select ${province}, w.id, ${id}, w.ref, w.content, ${on}, now(), 'test', w.folded
        from unnest(${orders.map((one) => one.id)}::uuid[], ${orders.map((_, at) => String(at + 1))}::text[],
                    ${orders.map((one) => one.content)}::text[],
                    ${orders.map((one) => foldedKey(one.content))}::text[]) w (id, ref, content, folded)`.execute(
      transaction,
    );
  });
  return id;
}

interface Order {
  readonly id: string;
  readonly content: string;
}
type Opened = Awaited<ReturnType<typeof openRegister>>;

const data = mkdtempSync(join(tmpdir(), "sauro-prove-"));
chmodSync(data, 0o755);
const { rows, analyse, close } = await openRegister(data);
const today = day("2026-05-20");
const world = { kysely: rows.kysely, today: () => today };
const actor: Actor = programActor("mai", province);

const known: Order[] = [];
for (let document = 0; document < taskCount / tasksEach; document++) {
  const orders = Array.from({ length: tasksEach }, () => ({ id: randomUUID(), content: order() }));
  await addDocument(rows, `${document + 1}/TB-UBND`, "2026-01-10", orders);
  known.push(...orders);
}
const began = performance.now();
const paired = await pairAll(province, world);
const pairing = performance.now() - began;
await analyse();

/** An order in other words: the last third is another's, and it is to be done in haste. */
const again = Array.from({ length: directives }, (_, n) => known[(n * 1499 + 7) % known.length]).flatMap(
  (one) => (one ? [one] : []),
);
const document = await addDocument(rows, "9999/TB-UBND", "2026-05-10", []);
await withProvince(rows.kysely, province, (transaction) =>
  insertFindings(
    transaction,
    province,
    document,
    again.map(({ content }, position) => ({
      ...{
        id: randomUUID(),
        position,
        ref: String(position + 1),
        origin: "read",
        parentId: null,
        edited: null,
      },
      read: {
        ...emptyFinding(String(position + 1)),
        content: `Khẩn trương ${content.slice(0, Math.floor(content.length * 0.66))} ${phrase(6)}`,
      },
    })),
  ),
);

const runs: number[] = [];
let found = 0;
for (let turn = -3; turn < times; turn++) {
  const start = performance.now();
  const proposals = unwrap(await proposeLineage(actor, document, world));
  if (turn >= 0) runs.push(performance.now() - start);
  found = again.filter(({ id }) => proposals.some(({ task }) => task === id)).length;
}
const { rows: sizes } = await withProvince(rows.kysely, province, (transaction) =>
  sql<{ pairs: number; bytes: number }>`select count(*)::int as pairs,
    pg_total_relation_size('task_pair')::float8 as bytes from task_pair`.execute(transaction),
);
await close();
rmSync(data, { recursive: true, force: true });

runs.sort((a, b) => a - b);
const at = (share: number) => runs[Math.ceil(runs.length * share) - 1] ?? Number.NaN;
const [size] = sizes;
const text = [
  "# Proposals of lineage",
  "",
  `The embedded PostgreSQL; ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}.`,
  `One province with ${taskCount} tasks; a document of ${directives} directives, each an order of the register in other words. All proposals of the document, ${times} times after 3 that do not count; the load is that of the whole machine.`,
  "",
  "| tasks | directives | proposed to their task | half within | 95 % within | most |",
  "|---:|---:|---:|---:|---:|---:|",
  `| ${taskCount} | ${directives} | ${found} | ${at(0.5).toFixed(0)} ms | ${at(0.95).toFixed(0)} ms | ${most} ms |`,
  "",
  `The pairs of ${paired} tasks were noted within ${(pairing / 1000).toFixed(1)} s, once: ${size?.pairs} rows, ${((size?.bytes ?? 0) / 1e6).toFixed(0)} MB with their index.`,
  "",
].join("\n");
writeFileSync(join(checkout, "docs/figures/lineage.md"), text);
console.log(text);
process.exitCode = found === directives && at(0.95) <= most ? 0 : 1;
