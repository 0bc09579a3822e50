import { join } from "node:path";
import type { Result } from "../domain/basics/result.ts";
import { type FileStore, openFileFolder } from "../store/files.ts";
import { type Migration, readMigrations } from "../store/migrations.ts";
import { type OpenedDatabase, openDatabase } from "../store/open-database.ts";
import { engineRequest, migrationsFolder, settingsOf, type World } from "./world.ts";

/** The parts of an installation that a command without a web server works with. */
export interface Installation {
  readonly database: OpenedDatabase;
  readonly files: FileStore;
  readonly migrations: readonly Migration[];
}

/** Opens the installation for a command, does the work, and closes it. `manner`: see `DatabaseRequest`. */
export async function withInstallation<T>(
  world: World,
  manner: "own" | "join",
  work: (installation: Installation) => Promise<Result<T>>,
): Promise<Result<T>> {
  const settings = settingsOf(world);
  if (!settings.ok) return settings;
  const { databaseUrl, databaseOwnerUrl, databaseJobsUrl } = settings.value;
  const engine = engineRequest(world, settings.value);
  const database = await openDatabase({ engine, databaseUrl, databaseOwnerUrl, databaseJobsUrl, manner });
  if (!database.ok) return database;
  try {
    return await work({
      database: database.value,
      files: openFileFolder(join(database.value.dataFolder, "files")),
      migrations: readMigrations(migrationsFolder(world)),
    });
  } finally {
    await database.value.close();
  }
}
