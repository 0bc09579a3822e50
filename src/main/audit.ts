import { readFile } from "node:fs/promises";
import { type AuditCall, type AuditedLogs, runAudit } from "../cli/audit.ts";
import { readHeads } from "../domain/basics/log-chain.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { auditLog, type LogAudit } from "../operations/audit-log.ts";
import { withClient } from "../store/connection.ts";
import { openRows } from "../store/database.ts";
import { isPublicKey, openLogKey } from "../store/log-key.ts";
import { readSchemaState } from "../store/migrations.ts";
import { listProvinces } from "../store/provinces.ts";
import { type Installation, withInstallation } from "./installation.ts";
import type { World } from "./world.ts";

export function runLogAudit(args: readonly string[], world: World): Promise<number> {
  return runAudit(args, {
    print: world.print,
    complain: world.complain,
    audit: (call) => withInstallation(world, "join", (installation) => audit(installation, call)),
  });
}

/** Checks the logs of all provinces that have one, beside a running server or alone. */
async function audit(
  { database, migrations }: Installation,
  { headsFile, trusted }: AuditCall,
): Promise<Result<AuditedLogs>> {
  const wrong = trusted.find((key) => !isPublicKey(key));
  if (wrong !== undefined) return fail("command.not-a-key", { key: wrong });
  const text = headsFile === null ? null : await readText(headsFile);
  if (text === "") return fail("file.not-found", { path: headsFile ?? "" });
  const schema = await withClient(database.logins.owner, (client) => readSchemaState(client, migrations));
  if (!schema.ok) return schema;
  if (schema.value.missing.length > 0)
    return fail("database.schema-behind", { missing: schema.value.missing.length });
  const heads = text === null ? [] : readHeads(text);
  const { publicKey } = openLogKey(database.dataFolder);
  const rows = openRows(database.logins.program, 1);
  try {
    const audits: LogAudit[] = [];
    for (const province of await listProvinces(rows.kysely)) {
      const request = { kysely: rows.kysely, publicKeys: [publicKey, ...trusted], heads };
      const found = await auditLog(province, request);
      const isEmpty = found.head === null && found.stump === null && found.unsealed.count === 0;
      if (!isEmpty || found.found !== null) audits.push(found);
    }
    return succeed({ publicKey, audits, headsGiven: text === null ? null : heads.length });
  } finally {
    await rows.close();
  }
}

/** A file's text; empty when it cannot be read. */
async function readText(path: string): Promise<string> {
  return readFile(path, "utf8").catch(() => "");
}
