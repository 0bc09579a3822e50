import { randomBytes } from "node:crypto";
import { type CountryCall, runCountry } from "../cli/country.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { withClient } from "../store/connection.ts";
import { type CountryReader, listCountryReaders, setCountryReader } from "../store/country.ts";
import { logInstallation } from "../store/installation-log.ts";
import { readSchemaState } from "../store/migrations.ts";
import { type Installation, withInstallation } from "./installation.ts";
import { newIdAt } from "./register-world.ts";
import type { World } from "./world.ts";

export function run(args: readonly string[], world: World): Promise<number> {
  return runCountry(args, {
    print: world.print,
    complain: world.complain,
    set: (call) => withInstallation(world, "join", (installation) => set(installation, call, world)),
  });
}

/** Only the owner's login, which stands at the machine itself, says who looks across provinces; their logs tell it. */
function set(
  { database, migrations }: Installation,
  call: CountryCall | null,
  { clock }: World,
): Promise<Result<readonly CountryReader[]>> {
  return withClient(database.logins.owner, async (client) => {
    const schema = await readSchemaState(client, migrations);
    if (!schema.ok) return schema;
    if (schema.value.missing.length > 0)
      return fail("database.schema-behind", { missing: schema.value.missing.length });
    if (call === null) return succeed(await listCountryReaders(client));
    await client.query("begin");
    const name = await setCountryReader(client, { ...call, at: clock() });
    if (name === null) {
      await client.query("rollback");
      return fail("account.person-unknown");
    }
    const note = { kind: "change", what: "country-reader", who: "sauro country", at: clock() } as const;
    await logInstallation(client, { ...note, after: { ...call } }, () => newIdAt(clock(), randomBytes(10)));
    await client.query("commit");
    return succeed(await listCountryReaders(client));
  });
}
