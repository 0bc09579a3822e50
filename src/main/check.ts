import { runCheck } from "../cli/check.ts";
import { succeed } from "../domain/basics/result.ts";
import { checkInstallation } from "../operations/check-installation.ts";
import { runLogAudit } from "./audit.ts";
import { withInstallation } from "./installation.ts";
import { recogniserOf } from "./recogniser.ts";
import { programOf, type World } from "./world.ts";

export function run(args: readonly string[], world: World): Promise<number> {
  if (args.includes("--audit")) return runLogAudit(args, world);
  return runCheck(args, {
    print: world.print,
    complain: world.complain,
    check: () =>
      withInstallation(world, "join", async ({ database, migrations }) =>
        succeed(
          await checkInstallation({
            ...{ kind: database.kind, owner: database.logins.owner, migrations },
            ...{ dataFolder: database.dataFolder, program: programOf(world) },
            recogniser: await recogniserOf(world),
          }),
        ),
      ),
  });
}
