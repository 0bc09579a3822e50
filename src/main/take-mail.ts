import { readFile } from "node:fs/promises";
import { Kysely, PostgresDialect } from "kysely";
import { provincesServed } from "../accounts/memberships.ts";
import type { AccountsTables } from "../accounts/tables.ts";
import { runTakeMail, type TakeMailCall } from "../cli/take-mail.ts";
import { type Failure, fail, type Result, succeed } from "../domain/basics/result.ts";
import { type ProvinceNumber, provinceNumber } from "../domain/organisation/actor.ts";
import { readSigned } from "../operations/receive-signed.ts";
import { type TakenMail, takeMail } from "../operations/take-mail.ts";
import { withClient } from "../store/connection.ts";
import { openRows, type Rows } from "../store/database.ts";
import { readSchemaState } from "../store/migrations.ts";
import { provinceToServe } from "./import.ts";
import { type Installation, withInstallation } from "./installation.ts";
import { openReading } from "./reading.ts";
import { openRegister } from "./register-world.ts";
import type { World } from "./world.ts";

export function run(args: readonly string[], world: World): Promise<number> {
  return runTakeMail(args, {
    print: world.print,
    complain: world.complain,
    takeMails: (call) =>
      withInstallation(world, "join", (installation) => takeInto(installation, call, world)),
  });
}

async function takeInto(
  { database, files, migrations }: Installation,
  call: TakeMailCall,
  world: World,
): Promise<Result<readonly Result<TakenMail>[]>> {
  const schema = await withClient(database.logins.owner, (client) => readSchemaState(client, migrations));
  if (!schema.ok) return schema;
  if (schema.value.missing.length > 0)
    return fail("database.schema-behind", { missing: schema.value.missing.length });
  const rows = openRows(database.logins.program, 2);
  const reading = openReading(world);
  try {
    const provinces = await provincesAsked(rows, call.province);
    if (!provinces.ok) return provinces;
    const register = openRegister({ kysely: rows.kysely, files, reading, clock: world.clock });
    const taking = {
      ...register,
      receive: (...[actor, sent, hint]: Parameters<Parameters<typeof takeMail>[2]["receive"]>) =>
        readSigned(actor, { files: sent, hint }, register),
    };
    const taken: Result<TakenMail>[] = [];
    for (const path of call.files) {
      const bytes = await opened(path);
      taken.push(bytes.ok ? await takeMail(bytes.value, provinces.value, taking) : bytes);
    }
    return succeed(taken);
  } finally {
    reading.close();
    await rows.close();
  }
}

async function provincesAsked(rows: Rows, asked: string | null): Promise<Result<readonly ProvinceNumber[]>> {
  if (asked === null) return succeed(await allProvinces(rows));
  const one = await provinceToServe(rows, asked);
  return one.ok ? succeed([one.value]) : one;
}

/** The provinces that anybody works for. */
export async function allProvinces(rows: Pick<Rows, "pool">): Promise<readonly ProvinceNumber[]> {
  const accounts = new Kysely<AccountsTables>({ dialect: new PostgresDialect({ pool: rows.pool }) });
  return (await provincesServed(accounts)).flatMap((number) => provinceNumber(number) ?? []);
}

async function opened(path: string): Promise<Result<Uint8Array>> {
  try {
    return succeed(await readFile(path));
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const failure: Failure = {
      code: error.code === "ENOENT" ? "file.not-found" : "file.unreadable",
      detail: { path },
    };
    return { ok: false, failure };
  }
}
