import { resolve } from "node:path";
import { runBackup } from "../cli/backup.ts";
import { backup } from "../operations/backup.ts";
import { withInstallation } from "./installation.ts";
import type { World } from "./world.ts";

export function run(args: readonly string[], world: World): Promise<number> {
  return runBackup(args, {
    print: world.print,
    complain: world.complain,
    backup: (path, onStep) =>
      withInstallation(world, "join", ({ database, files, migrations }) =>
        backup({
          ...{ owner: database.logins.owner, files, migrations, onStep, path: resolve(path) },
          ...{ program: world.version, postgres: database.version, now: world.clock() },
        }),
      ),
  });
}
