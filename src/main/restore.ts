import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { runRestore } from "../cli/restore.ts";
import { restore } from "../operations/restore.ts";
import { withInstallation } from "./installation.ts";
import { readPassphrase } from "./passphrase.ts";
import { newIdAt } from "./register-world.ts";
import type { World } from "./world.ts";

export function run(args: readonly string[], world: World): Promise<number> {
  return runRestore(args, {
    print: world.print,
    complain: world.complain,
    restore: async ({ path, replace, passphraseFile }, onStep) => {
      const given = await readPassphrase(world, passphraseFile);
      if (!given.ok) return given;
      return withInstallation(world, "own", ({ database, files, migrations }) =>
        restore({
          ...{ owner: database.logins.owner, files, migrations, path: resolve(path), replace, onStep },
          ...{ passphrase: given.value, workFile: join(database.dataFolder, "restore.partial") },
          ...{ now: world.clock(), newId: () => newIdAt(world.clock(), randomBytes(10)) },
        }),
      );
    },
  });
}
