import { open } from "node:fs/promises";
import { hostname } from "node:os";
import { type LogCall, runLog } from "../cli/log.ts";
import { fail, type Result } from "../domain/basics/result.ts";
import { programActor } from "../domain/organisation/actor.ts";
import { exportLog } from "../operations/export-log.ts";
import { withClient } from "../store/connection.ts";
import { openRows } from "../store/database.ts";
import { readSchemaState } from "../store/migrations.ts";
import { provinceToServe } from "./import.ts";
import { type Installation, withInstallation } from "./installation.ts";
import { plainWorld } from "./register-world.ts";
import type { World } from "./world.ts";

export function run(args: readonly string[], world: World): Promise<number> {
  return runLog(args, {
    print: world.print,
    complain: world.complain,
    exportTo: (call) =>
      withInstallation(world, "join", (installation) => exportTo(installation, call, world)),
  });
}

/** Exports beside a running server, or alone. */
async function exportTo(
  { database, migrations }: Installation,
  { path, format, filter, province: asked }: LogCall,
  world: World,
): Promise<Result<number>> {
  const schema = await withClient(database.logins.owner, (client) => readSchemaState(client, migrations));
  if (!schema.ok) return schema;
  if (schema.value.missing.length > 0)
    return fail("database.schema-behind", { missing: schema.value.missing.length });
  const rows = openRows(database.logins.program, 2);
  try {
    const province = await provinceToServe(rows, asked);
    if (!province.ok) return province;
    // Whoever works at the machine itself reads the log as an auditor does.
    const held = [{ role: "auditor", unit: null, actingFor: null }] as const;
    const actor = { ...programActor("sauro log", province.value), held };
    // A new file, for this account alone: an older export is not written over.
    const file = await open(path, "wx", 0o600);
    try {
      const write = async (lines: string) => void (await file.appendFile(lines));
      const request = { filter, words: null, format, host: hostname(), headings: [], write };
      return await exportLog(actor, request, plainWorld(rows.kysely, world.clock));
    } finally {
      await file.close();
    }
  } catch (error) {
    // What the file system refuses is expected; anything else is a bug.
    if (!(error instanceof Error && "syscall" in error && "code" in error)) throw error;
    return fail("register.export-unwritable", { path, reason: String(error.code) });
  } finally {
    await rows.close();
  }
}
