import { readFileSync } from "node:fs";
import { fail, type Result, succeed } from "../domain/basics/result.ts";

/** The account of the machine under which the database server runs. */
export interface EngineAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const preferred = ["postgres", "sauro", "nobody", "daemon", "www-data"];

/**
 * The account for the database server, or null when it is our own. PostgreSQL refuses to run as root, and its initdb
 * fails for a uid without an entry in the list of accounts; so root borrows an unprivileged account that exists.
 * Fails with `database.no-account` when root finds none. `ownUid` is null where the system has no such numbers.
 */
export function findEngineAccount(
  ownUid: number | null,
  passwd: () => string = () => readFileSync("/etc/passwd", "utf8"),
): Result<EngineAccount | null> {
  if (ownUid !== 0) return succeed(null);
  const accounts = parseAccounts(passwd());
  for (const name of preferred) {
    const account = accounts.get(name);
    if (account !== undefined) return succeed(account);
  }
  return fail("database.no-account", { tried: preferred.join(", ") });
}

/** Unprivileged accounts by name, from lines `name:password:uid:gid:…`. */
function parseAccounts(passwd: string): ReadonlyMap<string, EngineAccount> {
  const accounts = new Map<string, EngineAccount>();
  for (const line of passwd.split("\n")) {
    const [name, , uid, gid] = line.split(":");
    const account = { name: name ?? "", uid: Number(uid), gid: Number(gid) };
    if (account.name !== "" && account.uid > 0 && account.gid > 0) accounts.set(account.name, account);
  }
  return accounts;
}
