import { runEntry } from "../cli/entry.ts";
import { codeLink } from "../contract/paths.ts";
import { type Result, succeed } from "../domain/basics/result.ts";
import { openRows } from "../store/database.ts";
import { openFileFolder } from "../store/files.ts";
import { openSecrets } from "../store/secrets.ts";
import { openInstallationAccounts } from "./accounts.ts";
import { isAdministrator } from "./door.ts";
import { withInstallation } from "./installation.ts";
import { openReading } from "./reading.ts";
import { openRegister } from "./register-world.ts";
import { settingsOf, type World } from "./world.ts";

export function run(args: readonly string[], world: World): Promise<number> {
  return runEntry(args, {
    print: world.print,
    complain: world.complain,
    issue: (email) => issue(world, email),
  });
}

/** Gives the code beside a program that serves, or without one. */
function issue(world: World, email: string): Promise<Result<{ code: string; link: string; name: string }>> {
  return withInstallation(world, "join", async ({ database }) => {
    const settings = settingsOf(world);
    if (!settings.ok) return settings;
    const { port } = settings.value;
    const origin = settings.value.origin ?? `http://localhost:${port}`;
    const rows = openRows(database.logins.program, 2);
    const reading = openReading(world);
    try {
      const files = openFileFolder(`${database.dataFolder}/files`);
      const register = openRegister({ kysely: rows.kysely, files, reading, clock: world.clock });
      const secret = openSecrets(database.dataFolder).session;
      const accounts = openInstallationAccounts({
        ...{ world, settings: settings.value, pool: rows.pool, origin, secret, register },
      });
      const issued = await accounts.issueEntry(email, (person) =>
        isAdministrator(accounts, person, register),
      );
      if (!issued.ok) return issued;
      const { code, person } = issued.value;
      return succeed({ code, name: person.name, link: codeLink(origin, "entry", code) });
    } finally {
      reading.close();
      await rows.close();
    }
  });
}
