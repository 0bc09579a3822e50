import type { Generated } from "kysely";

/** The tables of schema `accounts` that this folder asks by itself; the rest is better-auth's. */
export interface AccountsTables {
  "accounts.users": { id: string; name: string; email: string; administrator: boolean };
  /** Filled at every start from the list of administrative units; here only read. */
  "reference.province": { id: number; name: string; name_en: string };
  "accounts.memberships": { user_id: string; province_id: number };
  "accounts.setup_links": { token_hash: string; issued_at: Date; expires_at: Date; used_at: Date | null };
  "accounts.sign_in_attempts": {
    id: Generated<string>;
    at: Date;
    email: string;
    address: string | null;
    succeeded: boolean;
  };
}
