import { randomBytes } from "node:crypto";
import type { Pool } from "pg";
import type { AccountEvent } from "../accounts/ground.ts";
import { type Accounts, openAccounts } from "../accounts/open-accounts.ts";
import { readCommonPasswords } from "../accounts/password.ts";
import { longestPassword, shortestPassword } from "../contract/limits.ts";
import { apiPaths } from "../contract/paths.ts";
import { provinceNumber } from "../domain/organisation/actor.ts";
import type { OwnAccountPort } from "../http/account-port.ts";
import { recordAccountEvent } from "../operations/record-account-event.ts";
import type { RegisterWorld } from "../operations/register.ts";
import type { Settings } from "../settings.ts";
import { dataFile, type World } from "./world.ts";

/** The accounts of this installation, with the log of the register behind them. `origin` is where people open it. */
export function openInstallationAccounts(parts: {
  readonly world: World;
  readonly settings: Settings;
  readonly pool: Pool;
  readonly origin: string;
  /** The key that signs cookies. */
  readonly secret: string;
  readonly register: Pick<RegisterWorld, "kysely" | "clock" | "newId">;
}): Accounts {
  const { world, settings, origin, register } = parts;
  const { signIn } = settings;
  let common: ReturnType<typeof readCommonPasswords> | null = null;
  const record = async (event: AccountEvent) => {
    const numbers = await accounts.provincesOf(event.person);
    const provinces = numbers.flatMap((number) => provinceNumber(number) ?? []);
    const { kind, what, person, by, address, detail } = event;
    const entry = { kind, what, person, who: by ?? person, address, detail: detail ?? null };
    await recordAccountEvent(entry, provinces, register);
  };
  const accounts: Accounts = openAccounts({
    ...{ pool: parts.pool, clock: world.clock, randomBytes, record },
    common: () => {
      common ??= readCommonPasswords(
        dataFile(world, "common-passwords.txt"),
        dataFile(world, "vietnamese-passwords.txt"),
      );
      return common;
    },
    settings: {
      ...{ secret: parts.secret, origin, secure: origin.startsWith("https:") },
      ...{ shortestPassword, longestPassword, localAccounts: signIn.localAccounts },
      secondFactor:
        signIn.secondFactor === "reachable"
          ? isReachable(settings, origin)
            ? "administrators"
            : "nobody"
          : signIn.secondFactor,
      singleSignOn: signIn.singleSignOn && {
        ...{ ...signIn.singleSignOn, callback: `${origin}${apiPaths.singleSignOnBack}` },
      },
    },
  });
  return accounts;
}

/** Whether other machines can come here: it listens to them, or people are told another name than this machine's own. */
function isReachable({ host, origin: given }: Settings, origin: string): boolean {
  const isOwn = (name: string) => /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/.test(name);
  return !isOwn(host) || (given !== null && !isOwn(new URL(origin).hostname));
}

/** What people do with their own account. */
export function ownAccountOf(accounts: Accounts): OwnAccountPort {
  const { localAccounts, singleSignOn } = accounts.settings;
  return { ...accounts, ways: { passwords: localAccounts, singleSignOn: singleSignOn?.name ?? null } };
}
