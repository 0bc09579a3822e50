import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { type ProvinceNumber, programActor, provinceNumber } from "../../../src/domain/organisation/actor.ts";
import { openScanRegister } from "../../../src/main/jobs.ts";
import { openReading } from "../../../src/main/reading.ts";
import { receiveDocuments } from "../../../src/operations/receive-documents.ts";
import { connect } from "../../../src/store/connection.ts";
import { openRows } from "../../../src/store/database.ts";
import { openFileFolder } from "../../../src/store/files.ts";
import { migrate, readMigrations } from "../../../src/store/migrations.ts";
import { openDatabase } from "../../../src/store/open-database.ts";
import { readProvinces, saveProvinces } from "../../../src/store/provinces.ts";
import { unwrap } from "../../../tests/support/server.ts";

/** What became of scans that two machines read, one of which was killed in the middle. */
export interface QueueRun {
  readonly scans: number;
  readonly pages: number;
  /** Pages that were kept more than once, and those that were never. */
  readonly twice: number;
  readonly lost: number;
  readonly imported: number;
  readonly pagesAMinute: number;
  /** Pages that were kept when the machine was killed. */
  readonly killedAt: number;
}

/** Notes each page that is kept, for those who count behind the scenes. */
const notePages = `
  create table page_kept (sha256 text, page int);
  create function note_page() returns trigger language plpgsql security definer as $$
    begin insert into page_kept values (new.sha256, new.page); return new; end $$;
  create trigger note_page after insert or update on file_page for each row execute function note_page();`;

/**
 * Sends scans into the register of a made-up installation and has two `sauro work` read them; the one that reads the first
 * is killed (SIGKILL) when a third of all pages are kept, and another takes its place. Ends when every scan has ended.
 */
export async function runQueue(checkout: string, paths: readonly string[]): Promise<QueueRun> {
  const folder = mkdtempSync(join(tmpdir(), "sauro-queue-"));
  chmodSync(folder, 0o755);
  const engine = { checkout, dataFolder: folder, identity: folder, searchPath: process.env.PATH ?? "" };
  const database = unwrap(
    await openDatabase({ engine, databaseUrl: null, databaseOwnerUrl: null, manner: "own" as const }),
  );
  const owner = unwrap(await connect(database.logins.owner));
  const workers: ChildProcess[] = [];
  try {
    unwrap(await migrate(owner, readMigrations(join(checkout, "src/store/migrations"))));
    await saveProvinces(
      owner,
      readProvinces(readFileSync(join(checkout, "data/administrative-units.tsv"), "utf8")),
    );
    await owner.query(notePages);
    await send(checkout, folder, database.logins, paths);
    const begun = performance.now();
    const start = (): void => {
      workers.push(
        spawn(process.execPath, [join(checkout, "src/main.ts"), "work"], {
          env: { PATH: process.env.PATH ?? "", SAURO_DATA: folder },
          stdio: "ignore",
        }),
      );
    };
    start();
    start();
    const { wanted } = await countsOf(owner);
    let killedAt = 0;
    for (;;) {
      await sleep(500);
      const { kept, open } = await countsOf(owner);
      if (killedAt === 0 && kept * 3 >= wanted) {
        workers[0]?.kill("SIGKILL");
        killedAt = kept;
        start();
      }
      if (open === 0) break;
    }
    const minutes = (performance.now() - begun) / 60_000;
    const { wanted: pages, kept, distinct, scans, imported } = await countsOf(owner);
    return {
      ...{ scans, pages, imported, killedAt, pagesAMinute: pages / minutes },
      ...{ twice: kept - distinct, lost: pages - distinct },
    };
  } finally {
    await Promise.all(workers.map(ended));
    await owner.end();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tells a worker to end and waits until it has; one that was killed has ended. */
function ended(worker: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (worker.exitCode !== null || worker.signalCode !== null) resolve();
    else worker.once("exit", () => resolve()).kill("SIGTERM");
  });
}

/** Sends the files and waits until the head of each was read and its job asked for; nobody works on it yet. */
async function send(
  checkout: string,
  folder: string,
  logins: { readonly program: Parameters<typeof openRows>[0]; readonly jobs: Parameters<typeof openRows>[0] },
  paths: readonly string[],
): Promise<void> {
  const rows = openRows(logins.program, 4);
  const world = {
    ...{ environment: process.env, checkout, programFolder: join(checkout, "src"), version: "0", width: 100 },
    ...{ clock: () => new Date(), print: () => undefined, complain: console.error },
  };
  const reading = openReading(world);
  const files = openFileFolder(join(folder, "files"));
  const { register, close } = await openScanRegister({
    ...{ kysely: rows.kysely, jobs: logins.jobs, files, reading, clock: world.clock, dataFolder: folder },
    reportBug: console.error,
  });
  const actor = programActor("prove", provinceNumber(52) as ProvinceNumber); // 52 is a province
  const sent = paths.map((path) => ({ name: basename(path), bytes: readFileSync(path) }));
  unwrap(
    await receiveDocuments(
      actor,
      { files: sent, together: false, force: new Set<string>(), declaredOpen: false },
      register,
    ),
  );
  while ((await register.quarantine.list()).length > 0) await sleep(200);
  await close();
  reading.close();
  await rows.close();
}

/** Counted behind the scenes: rows are seen one province at a time. */
async function countsOf(owner: pg.Client) {
  await owner.query("select set_config('app.province', '52', false)");
  const { rows } = await owner.query<
    Record<"scans" | "wanted" | "open" | "imported" | "kept" | "distinct", string>
  >(`
    select (select count(*) from scan) as scans, (select sum(pages) from scan) as wanted,
           (select count(*) from scan where ended_at is null) as open,
           (select count(*) from scan s, jsonb_array_elements(s.outcomes) o where o->>'outcome' = 'imported') as imported,
           (select count(*) from page_kept) as kept,
           (select count(distinct (sha256, page)) from page_kept) as distinct`);
  const [row] = rows;
  const number = (name: keyof NonNullable<typeof row>): number => Number(row?.[name] ?? 0);
  return {
    ...{ scans: number("scans"), wanted: number("wanted"), open: number("open") },
    ...{ imported: number("imported"), kept: number("kept"), distinct: number("distinct") },
  };
}
