import { createHash } from "node:crypto";
import type { FailureCode } from "../domain/basics/result.ts";
import type { PostRole } from "../domain/organisation/rights.ts";

/** A post that an invitation carries; its id is chosen when it is issued, so that it is given once. */
export interface InvitedPost {
  readonly id: string;
  readonly role: PostRole;
  /** Null: over the whole province. */
  readonly unit: string | null;
  readonly title: string | null;
}

/** How long codes open: an invitation so many days as the inviter says, within these; the others fixed. */
export const codeRules = {
  invitationDays: { least: 1, usual: 14, most: 60 },
  recoveryHours: 24,
  entryMinutes: 15,
} as const;

/** Crockford's letters: none that looks like another on paper. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const codeLength = 20;

/** A code of 100 random bits, to be printed and typed: "7K2M-…" in five groups of four. Needs 20 random bytes. */
export function codeOf(bytes: Uint8Array): string {
  if (bytes.length < codeLength) throw new Error(`a code needs ${codeLength} random bytes`);
  const signs = [...bytes.slice(0, codeLength)].map((byte) => letters[byte % letters.length]).join("");
  return signs.replace(/(.{4})(?=.)/g, "$1-");
}

/** What a code is kept as: SHA-256 is enough for 100 random bits. Spaces, dashes, capitals and O for 0 do not matter. */
export function hashOfCode(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1")
    .replace(/[^0-9A-Z]/g, "");
  return createHash("sha256").update(plain, "utf8").digest("hex");
}

/** A code as it is kept. */
export interface CodeRow {
  readonly expires_at: Date;
  readonly used_at: Date | null;
  readonly withdrawn_at?: Date | null;
}

/** Why a code does not open, or null when it does. That it was used says more than that it is old. */
export function codeRefusal(row: CodeRow | null | undefined, now: Date): FailureCode | null {
  if (!row) return "account.code-unknown";
  if (row.used_at) return "account.code-used";
  if (row.withdrawn_at) return "account.code-withdrawn";
  return row.expires_at.getTime() <= now.getTime() ? "account.code-expired" : null;
}
