import { writeFile } from "node:fs/promises";
import { type ExportCall, runExport } from "../cli/export.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { programActor } from "../domain/organisation/actor.ts";
import { exportTasks } from "../operations/export-tasks.ts";
import { withClient } from "../store/connection.ts";
import { openRows } from "../store/database.ts";
import { readSchemaState } from "../store/migrations.ts";
import { provinceToServe } from "./import.ts";
import { type Installation, withInstallation } from "./installation.ts";
import { plainWorld } from "./register-world.ts";
import type { World } from "./world.ts";

export function run(args: readonly string[], world: World): Promise<number> {
  return runExport(args, {
    print: world.print,
    complain: world.complain,
    exportTo: (call) =>
      withInstallation(world, "join", (installation) => exportTo(installation, call, world)),
  });
}

/** Exports beside a running server, or alone. */
async function exportTo(
  { database, migrations }: Installation,
  call: ExportCall,
  world: World,
): Promise<Result<number>> {
  const schema = await withClient(database.logins.owner, (client) => readSchemaState(client, migrations));
  if (!schema.ok) return schema;
  if (schema.value.missing.length > 0)
    return fail("database.schema-behind", { missing: schema.value.missing.length });
  const rows = openRows(database.logins.program, 1);
  try {
    const province = await provinceToServe(rows, call.province);
    if (!province.ok) return province;
    const actor = programActor("sauro export", province.value);
    const order = { key: "document", descending: false } as const;
    const request = { filter: call.filter, order, format: call.format };
    const exported = await exportTasks(actor, request, plainWorld(rows.kysely, world.clock));
    if (!exported.ok) return exported;
    return await write(call.path, exported.value);
  } finally {
    await rows.close();
  }
}

async function write(
  path: string,
  { bytes, count }: { readonly bytes: Uint8Array; readonly count: number },
): Promise<Result<number>> {
  try {
    await writeFile(path, bytes);
    return succeed(count);
  } catch (error) {
    // What the file system refuses is expected; anything else is a bug.
    if (!(error instanceof Error && "code" in error)) throw error;
    return fail("register.export-unwritable", { path, reason: String(error.code) });
  }
}
