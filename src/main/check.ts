import { type CheckedInstallation, runCheck } from "../cli/check.ts";
import { type Result, succeed } from "../domain/basics/result.ts";
import { checkDuties, concernsOfDuties, repairDuties } from "../operations/check-duties.ts";
import { checkInstallation } from "../operations/check-installation.ts";
import { openRows } from "../store/database.ts";
import { runLogAudit } from "./audit.ts";
import { type Installation, withInstallation } from "./installation.ts";
import { recogniserOf } from "./recogniser.ts";
import { plainWorld } from "./register-world.ts";
import { programOf, type World } from "./world.ts";

export function run(args: readonly string[], world: World): Promise<number> {
  if (args.includes("--audit")) return runLogAudit(args, world);
  return runCheck(args, {
    print: world.print,
    complain: world.complain,
    check: (repair) => withInstallation(world, "join", (installation) => check(installation, repair, world)),
  });
}

/** Looks at the installation and, when its schema is whole, at every duty; beside a running server or alone. */
async function check(
  { database, migrations }: Installation,
  repair: boolean,
  world: World,
): Promise<Result<CheckedInstallation>> {
  const state = await checkInstallation({
    ...{ kind: database.kind, owner: database.logins.owner, migrations },
    ...{ dataFolder: database.dataFolder, program: programOf(world) },
    recogniser: await recogniserOf(world),
  });
  const { schema } = state.database;
  if (schema === null || schema.applied < schema.known)
    return succeed({ ...state, duties: null, repaired: null });
  const rows = openRows(database.logins.program, 1);
  try {
    const found = await checkDuties(rows.kysely);
    const repaired = repair
      ? await repairDuties(found.differing, plainWorld(rows.kysely, world.clock))
      : null;
    const duties = repaired ? await checkDuties(rows.kysely) : found;
    return succeed({
      ...state,
      duties,
      repaired,
      concerns: [...state.concerns, ...concernsOfDuties(duties)],
    });
  } finally {
    await rows.close();
  }
}
