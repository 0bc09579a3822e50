import { createHmac, randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { replaceFileSync } from "./durable-file.ts";

/** What an installation keeps to itself: passwords of its database logins, and the key that signs session cookies. */
export interface Secrets {
  readonly superuser: string;
  readonly owner: string;
  readonly program: string;
  readonly session: string;
}

/** The password of the login that works off the queue: made from another, so that what is written down stays as it is. */
export function jobsPassword({ program }: Secrets): string {
  return createHmac("sha256", program).update("jobs").digest("base64url");
}

const fileName = "secrets.json";

/** Reads the secrets of a data folder; makes them, random and readable by this account alone, when there are none. */
export function openSecrets(folder: string): Secrets {
  const known = readSecrets(folder);
  if (known !== null) return known;
  const random = () => randomBytes(32).toString("base64url");
  const secrets: Secrets = { superuser: random(), owner: random(), program: random(), session: random() };
  replaceFileSync(join(folder, fileName), JSON.stringify(secrets), 0o600);
  return secrets;
}

/** The secrets of a data folder, or null when it has none. */
export function readSecrets(folder: string): Secrets | null {
  const path = join(folder, fileName);
  if (!existsSync(path)) return null;
  const value: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (typeof value !== "object" || value === null) throw new Error(`${path} holds no secrets`);
  const { superuser, owner, program, session } = value as Partial<Record<keyof Secrets, unknown>>;
  if (
    typeof superuser !== "string" ||
    typeof owner !== "string" ||
    typeof program !== "string" ||
    typeof session !== "string"
  )
    throw new Error(`${path} lacks a secret`);
  return { superuser, owner, program, session };
}
