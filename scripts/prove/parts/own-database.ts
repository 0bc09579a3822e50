import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { connect } from "../../../src/store/connection.ts";
import { openRows, type Rows } from "../../../src/store/database.ts";
import { migrate, readMigrations } from "../../../src/store/migrations.ts";
import { openDatabase } from "../../../src/store/open-database.ts";
import { readProvinces, saveProvinces } from "../../../src/store/provinces.ts";
import { unwrap } from "../../../tests/support/server.ts";

export const checkout = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** All provinces of the country. */
export const provinceList = readProvinces(
  readFileSync(join(checkout, "data/administrative-units.tsv"), "utf8"),
);

/** A database that the program brings itself, with its tables and provinces, in a folder that goes when it is closed. */
export async function openOwnDatabase(): Promise<{
  readonly folder: string;
  /** The owner of the tables. */
  readonly owner: pg.Client;
  /** As the program works with rows. */
  readonly rows: Rows;
  readonly close: () => Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), "sauro-prove-"));
  chmodSync(folder, 0o755);
  const engine = { checkout, dataFolder: folder, identity: folder, searchPath: process.env.PATH ?? "" };
  const request = { engine, databaseUrl: null, databaseOwnerUrl: null, manner: "own" as const };
  const database = unwrap(await openDatabase(request));
  const owner = unwrap(await connect(database.logins.owner));
  unwrap(await migrate(owner, readMigrations(join(checkout, "src/store/migrations"))));
  await saveProvinces(owner, provinceList);
  const rows = openRows(database.logins.program, 4);
  return {
    ...{ folder, owner, rows },
    close: async () => {
      await owner.end();
      await rows.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
