import { createHash } from "node:crypto";

/** How long a one-time link opens. */
export const setupLinkHours = 24;

/** A one-time link as it is kept. */
export interface SetupLinkRow {
  readonly expires_at: Date;
  readonly used_at: Date | null;
}

/** What a token is kept as: SHA-256 is enough for 256 random bits, which cannot be guessed. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("hex");
}

/** A token of 32 random bytes in the letters of an address. */
export function tokenOf(bytes: Uint8Array): string {
  if (bytes.length < 32) throw new Error(`a one-time link needs 32 random bytes, not ${bytes.length}`);
  return Buffer.from(bytes).toString("base64url");
}

/** When a link issued now ends. */
export function expiryOf(issued: Date): Date {
  return new Date(issued.getTime() + setupLinkHours * 3600 * 1000);
}

/** Why a link does not open, or null when it does. A used link says so even when it is also too old. */
export function refusalOf(
  link: SetupLinkRow | null,
  now: Date,
): "account.setup-link-unknown" | "account.setup-link-used" | "account.setup-link-expired" | null {
  if (!link) return "account.setup-link-unknown";
  if (link.used_at) return "account.setup-link-used";
  return link.expires_at.getTime() <= now.getTime() ? "account.setup-link-expired" : null;
}
