import { access, constants, statfs } from "node:fs/promises";
import { type Failure, fail, type Result, succeed } from "../domain/basics/result.ts";
import { type Connection, withClient } from "../store/connection.ts";
import { type Migration, readSchemaState } from "../store/migrations.ts";

/** The state of an installation, for the person who runs it. Sizes are bytes; null = could not be found out. */
export interface InstallationState {
  readonly program: { readonly version: string; readonly node: string; readonly platform: string };
  readonly database: {
    readonly kind: "embedded" | "server";
    readonly reachable: boolean;
    readonly version: string | null;
    readonly sizeBytes: number | null;
    /** Steps of the schema that are applied, and that the program has. */
    readonly schema: { readonly applied: number; readonly known: number } | null;
  };
  readonly dataFolder: string;
  readonly freeBytes: number | null;
  /** What reads letters off scans: the machine's Tesseract, the slower one that comes with the program, or nothing. */
  readonly recogniser: "machine" | "own" | "none";
  /** What a person should look at. Empty when all is well. */
  readonly concerns: readonly Failure[];
}

/** Below this much free space a person should act. */
const littleSpace = 1_000_000_000;

/** Looks at database, schema, data folder and space. Never fails: what is wrong is among the concerns. */
export async function checkInstallation(request: {
  readonly kind: "embedded" | "server";
  readonly owner: Connection;
  readonly migrations: readonly Migration[];
  readonly dataFolder: string;
  readonly program: InstallationState["program"];
  readonly recogniser: InstallationState["recogniser"];
}): Promise<InstallationState> {
  const { kind, dataFolder, program, recogniser } = request;
  const [database, folder] = await Promise.all([checkDatabase(request), checkFolder(dataFolder)]);
  const found = database.ok ? database.value : null;
  return {
    program,
    database: {
      kind,
      reachable: found !== null,
      version: found?.version ?? null,
      sizeBytes: found?.sizeBytes ?? null,
      schema: found?.schema ?? null,
    },
    dataFolder,
    freeBytes: folder.freeBytes,
    recogniser,
    concerns: [...(database.ok ? database.value.concerns : [database.failure]), ...folder.concerns],
  };
}

function checkDatabase(request: { readonly owner: Connection; readonly migrations: readonly Migration[] }) {
  return withClient(request.owner, async (client) => {
    const { rows } = await client.query<{ version: string; size: string }>(
      `select current_setting('server_version') as version, pg_database_size(current_database())::text as size`,
    );
    const state = await readSchemaState(client, request.migrations);
    const missing = state.ok ? state.value.missing.length : 0;
    const behind = missing > 0 ? fail("database.schema-behind", { missing }) : null;
    return succeed({
      version: /^[\d.]+\w*/.exec(rows[0]?.version ?? "")?.[0] ?? null,
      sizeBytes: Number(rows[0]?.size),
      schema: state.ok ? { applied: state.value.applied, known: request.migrations.length } : null,
      concerns: failuresOf([state, behind]),
    });
  });
}

async function checkFolder(
  folder: string,
): Promise<{ freeBytes: number | null; concerns: readonly Failure[] }> {
  const writable = await access(folder, constants.W_OK | constants.X_OK).then(
    () => null,
    () => fail("database.folder-unwritable", { folder }),
  );
  const space = await statfs(folder).catch(() => null);
  const freeBytes = space === null ? null : space.bavail * space.bsize;
  const little =
    freeBytes !== null && freeBytes < littleSpace
      ? fail("database.little-space", { folder, megabytes: Math.floor(freeBytes / 1e6) })
      : null;
  return { freeBytes, concerns: failuresOf([writable, little]) };
}

function failuresOf(results: readonly (Result<unknown> | null)[]): readonly Failure[] {
  return results.flatMap((result) => (result === null || result.ok ? [] : [result.failure]));
}
