import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { type BackupCall, runBackup } from "../cli/backup.ts";
import { fail, type Result } from "../domain/basics/result.ts";
import { backup, type WrittenBackup } from "../operations/backup.ts";
import { withInstallation } from "./installation.ts";
import { readPassphrase } from "./passphrase.ts";
import { newIdAt } from "./register-world.ts";
import type { World } from "./world.ts";

export function run(args: readonly string[], world: World): Promise<number> {
  return runBackup(args, {
    print: world.print,
    complain: world.complain,
    backup: (call, onStep) => backUp(world, call, onStep),
  });
}

async function backUp(
  world: World,
  { path, encrypt, passphraseFile }: BackupCall,
  onStep: (step: string) => void,
): Promise<Result<WrittenBackup>> {
  const given = await readPassphrase(world, passphraseFile);
  if (!given.ok) return given;
  if (encrypt && given.value === null) return fail("backup.no-passphrase");
  return withInstallation(world, "join", ({ database, files, migrations }) =>
    backup({
      ...{ owner: database.logins.owner, files, migrations, onStep, path: resolve(path) },
      ...{ program: world.version, postgres: database.version, now: world.clock() },
      passphrase: encrypt ? given.value : null,
      newId: () => newIdAt(world.clock(), randomBytes(10)),
    }),
  );
}
