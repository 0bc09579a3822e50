import type { Generated, JSONColumnType } from "kysely";
import type { InvitedPost } from "./invitation.ts";

/** How somebody came in. */
export type SignInWay = "password" | "passkey" | "singleSignOn" | "link";

/** The tables of schema `accounts` that this folder asks by itself; the rest is better-auth's. */
export interface AccountsTables {
  "accounts.users": {
    id: string;
    name: string;
    email: string;
    administrator: boolean;
    two_factor_enabled: boolean | null;
    official_id: string | null;
    updated_at: Date;
  };
  "accounts.sessions": {
    id: string;
    user_id: string;
    token: string;
    expires_at: Date;
    created_at: Date;
    ip_address: string | null;
    user_agent: string | null;
    seen_at: Date;
    proved_at: Date;
    way: SignInWay;
  };
  "accounts.credentials": {
    id: string;
    user_id: string;
    account_id: string;
    provider_id: string;
    password: string | null;
    created_at: Date;
    updated_at: Date;
  };
  "accounts.two_factors": {
    id: string;
    secret: string;
    backup_codes: string;
    user_id: string;
    verified: boolean | null;
    failed_verification_count: Generated<number | null>;
    locked_until: Date | null;
    last_code: string | null;
    last_code_at: Date | null;
    /** Until when the lock holds that was told to the log. */
    lock_told: Generated<Date | null>;
  };
  "accounts.passkeys": {
    id: string;
    user_id: string;
    name: string;
    credential_id: string;
    public_key: Uint8Array;
    counter: string | number;
    transports: JSONColumnType<readonly string[]>;
    created_at: Date;
    used_at: Date | null;
  };
  "accounts.challenges": {
    token_hash: string;
    purpose: "passkeyNew" | "passkeySignIn" | "singleSignOn";
    user_id: string | null;
    asked: JSONColumnType<Readonly<Record<string, string>>>;
    expires_at: Date;
  };
  "accounts.invitations": {
    id: string;
    province_id: number;
    name: string;
    email: string;
    official_id: string | null;
    posts: JSONColumnType<readonly InvitedPost[]>;
    code_hash: string;
    issued_at: Date;
    issued_by: string;
    expires_at: Date;
    withdrawn_at: Date | null;
    accepted_at: Date | null;
    accepted_by: string | null;
    entered_at: Date | null;
  };
  "accounts.personal_codes": {
    id: string;
    user_id: string;
    kind: "recovery" | "entry";
    code_hash: string;
    issued_at: Date;
    issued_by: string;
    expires_at: Date;
    used_at: Date | null;
  };
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
    /** Whether a wait that this failure made was told to the log. */
    wait_told: Generated<boolean>;
  };
}
