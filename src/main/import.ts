import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Kysely, PostgresDialect } from "kysely";
import { provincesIn, provincesServed } from "../accounts/memberships.ts";
import type { AccountsTables } from "../accounts/tables.ts";
import { type ImportCall, runImport } from "../cli/import.ts";
import { type Failure, fail, type Result, succeed } from "../domain/basics/result.ts";
import { type ProvinceNumber, programActor, provinceNumber } from "../domain/organisation/actor.ts";
import { type ImportOutcome, importDocuments, type SentFile } from "../operations/import-document.ts";
import { withClient } from "../store/connection.ts";
import { openRows, type Rows } from "../store/database.ts";
import { readSchemaState } from "../store/migrations.ts";
import { type Installation, withInstallation } from "./installation.ts";
import { openReading } from "./reading.ts";
import { openRegister } from "./register-world.ts";
import type { World } from "./world.ts";

export function run(args: readonly string[], world: World): Promise<number> {
  return runImport(args, {
    print: world.print,
    complain: world.complain,
    importFiles: (call) =>
      withInstallation(world, "join", (installation) => importInto(installation, call, world)),
  });
}

type Outcomes = Result<readonly ImportOutcome[]>;

/** Imports beside a running server, or alone; what cannot be opened is refused like what cannot be read. */
async function importInto(
  { database, files, migrations }: Installation,
  call: ImportCall,
  world: World,
): Promise<Outcomes> {
  const schema = await withClient(database.logins.owner, (client) => readSchemaState(client, migrations));
  if (!schema.ok) return schema;
  if (schema.value.missing.length > 0)
    return fail("database.schema-behind", { missing: schema.value.missing.length });
  const rows = openRows(database.logins.program, 2);
  const reading = openReading(world);
  try {
    const province = await provinceToServe(rows, call.province);
    if (!province.ok) return province;
    const actor = programActor("sauro import", province.value);
    const { opened, refused } = await openFiles(call.files);
    if (call.together && refused.length > 0) return succeed(refused);
    const force = new Set(
      call.again ? opened.map(({ bytes }) => createHash("sha256").update(bytes).digest("hex")) : [],
    );
    const register = openRegister({ kysely: rows.kysely, files, reading, clock: world.clock });
    const request = { files: opened, together: call.together, force };
    const outcomes = await importDocuments(actor, request, register);
    return outcomes.ok ? succeed([...outcomes.value, ...refused]) : outcomes;
  } finally {
    reading.close();
    await rows.close();
  }
}

/** The province asked for, else the only one that anybody works for. */
export async function provinceToServe(rows: Rows, asked: string | null): Promise<Result<ProvinceNumber>> {
  const accounts = new Kysely<AccountsTables>({ dialect: new PostgresDialect({ pool: rows.pool }) });
  if (asked !== null) {
    const province = provinceNumber(asked);
    const isThere = (await provincesIn(accounts)).some(({ id }) => id === province);
    return province && isThere ? succeed(province) : fail("register.province-unknown", { province: asked });
  }
  const served = await provincesServed(accounts);
  const [only] = served;
  if (only === undefined) return fail("register.no-province");
  if (served.length > 1) return fail("register.which-province", { known: served.join(", ") });
  const province = provinceNumber(only);
  return province ? succeed(province) : fail("register.no-province");
}

async function openFiles(
  paths: readonly string[],
): Promise<{ readonly opened: readonly SentFile[]; readonly refused: readonly ImportOutcome[] }> {
  const opened: SentFile[] = [];
  const refused: ImportOutcome[] = [];
  for (const path of paths)
    try {
      opened.push({ name: basename(path).normalize("NFC"), bytes: await readFile(path) });
    } catch (error) {
      refused.push({ outcome: "refused", files: [path], failure: failureOf(error, path) });
    }
  return { opened, refused };
}

/** What the file system refuses; anything else is a bug and thrown. */
function failureOf(error: unknown, path: string): Failure {
  if (!(error instanceof Error && "code" in error)) throw error;
  return { code: error.code === "ENOENT" ? "file.not-found" : "file.unreadable", detail: { path } };
}
