import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Result } from "../../src/domain/basics/result.ts";
import { type Connection, withClient } from "../../src/store/connection.ts";
import { type RunningEngine, startEngine } from "../../src/store/engine.ts";
import type { EngineBinaries } from "../../src/store/engine-binaries.ts";
import { migrate, readMigrations } from "../../src/store/migrations.ts";
import { readProvinces, saveProvinces } from "../../src/store/provinces.ts";
import { ensureDatabase } from "../../src/store/roles.ts";

/** What a test is told of the server of its run. */
export interface TestServer {
  readonly source: EngineBinaries["source"];
  readonly version: string;
  /** May make databases; connects to no database of a test. */
  readonly superuser: Connection;
  readonly owner: Connection;
  readonly program: Connection;
  readonly jobs: Connection;
  /** A database with the whole schema and the provinces, to be cloned. */
  readonly template: string;
}

declare module "vitest" {
  interface ProvidedContext {
    server: TestServer;
  }
}

export const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const migrations = readMigrations(join(checkout, "src/store/migrations"));
const template = "sauro_template";

/**
 * Starts the one server of a test run and makes the template. It forgets what a power cut would cost: nothing here
 * outlives the run.
 */
export async function startTestServer(
  source: EngineBinaries["source"],
): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const folder = makeDataFolder();
  const engine = unwrap(
    await startEngine({
      ...{ checkout, dataFolder: folder, identity: folder, source, searchPath: process.env.PATH ?? "" },
      parameters: ["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
    }),
  );
  await makeTemplate(engine);
  const { superuser, logins, binaries, stop } = engine;
  return {
    server: { source, version: binaries.version, superuser, ...logins, template },
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A folder for data in the temporary folder; the account of the database may pass through it. */
export function makeDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sauro-test-"));
  chmodSync(folder, 0o755);
  return folder;
}

/** The value of a result that a test takes for granted. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.failure.code} ${JSON.stringify(result.failure.detail)}`);
}

export function readProvinceList() {
  return readProvinces(readFileSync(join(checkout, "data/administrative-units.tsv"), "utf8"));
}

async function makeTemplate({ superuser, logins }: RunningEngine): Promise<void> {
  unwrap(
    await withClient(superuser, async (client) => {
      await ensureDatabase(client, template, logins.owner.user ?? "");
      return { ok: true, value: null };
    }),
  );
  unwrap(
    await withClient({ ...logins.owner, database: template }, async (client) => {
      const migrated = await migrate(client, migrations);
      if (migrated.ok) await saveProvinces(client, readProvinceList());
      return migrated;
    }),
  );
}
