import { resolve } from "node:path";
import { runRestore } from "../cli/restore.ts";
import { restore } from "../operations/restore.ts";
import { withInstallation } from "./installation.ts";
import type { World } from "./world.ts";

export function run(args: readonly string[], world: World): Promise<number> {
  return runRestore(args, {
    print: world.print,
    complain: world.complain,
    restore: (path, replace, onStep) =>
      withInstallation(world, "own", ({ database, files, migrations }) =>
        restore({ owner: database.logins.owner, files, migrations, path: resolve(path), replace, onStep }),
      ),
  });
}
