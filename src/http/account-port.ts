import type { Result } from "../domain/basics/result.ts";
import type { Language } from "../domain/language/language.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { PostRole } from "../domain/organisation/rights.ts";

/** The person behind a session. */
export interface SignedInUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** A user and the cookies that carry the new session, ready as `Set-Cookie` values. */
export interface NewSession {
  readonly user: SignedInUser;
  readonly cookies: readonly string[];
}

/** The person behind a session, and what that session may. */
export interface Visitor extends SignedInUser {
  readonly session: string;
  /** Runs the program. */
  readonly administrator: boolean;
  readonly hasSecondFactor: boolean;
  /** A second factor has to be enrolled before anything else. */
  readonly mustEnrol: boolean;
  readonly way: "password" | "passkey" | "singleSignOn" | "link";
  /** The person proved himself within the last ten minutes. */
  readonly fresh: boolean;
}

/** Where a request comes from, and what its browser calls itself. */
export interface Caller {
  readonly address: string | null;
  readonly agent: string | null;
}

/** An answer for the browser's own functions (WebAuthn), or one of theirs; the library behind the port knows its shape. */
export type BrowserMessage = object;

interface Asked {
  readonly options: BrowserMessage;
  readonly cookie: string;
}

/** Further ways in, and what people do with their own account; `openAccounts` of `accounts/` makes it. */
export interface OwnAccountPort {
  readonly ways: { readonly passwords: boolean; readonly singleSignOn: string | null };
  /** Fails with `account.wrong-code`, `account.code-locked`, `account.code-over`. */
  readonly signInWithCode: (
    given: { readonly code: string; readonly kind: "app" | "written" },
    caller: Caller,
    headers: Headers,
  ) => Promise<Result<NewSession>>;
  readonly askPasskey: () => Promise<Asked>;
  /** Fails with `account.passkey-refused` and `account.passwords-off`. */
  readonly signInWithPasskey: (
    response: BrowserMessage,
    caller: Caller,
    headers: Headers,
  ) => Promise<Result<NewSession>>;
  /** Fails with `account.sso-…`. */
  readonly beginSingleSignOn: () => Promise<Result<{ readonly address: string; readonly cookie: string }>>;
  readonly finishSingleSignOn: (
    search: string,
    caller: Caller,
    headers: Headers,
  ) => Promise<Result<NewSession>>;
  /** Fails as signing in does. */
  readonly proveAgain: (visitor: Visitor, password: string, caller: Caller) => Promise<Result<null>>;
  readonly proveWithPasskey: (
    visitor: Visitor,
    response: BrowserMessage,
    headers: Headers,
  ) => Promise<Result<null>>;
  readonly hasPassword: (person: string) => Promise<boolean>;
  readonly hasApp: (person: string) => Promise<boolean>;
  /** Fails with `account.app-enrolled`. */
  readonly beginApp: (visitor: Visitor) => Promise<Result<{ readonly uri: string; readonly secret: string }>>;
  /** Fails with `account.wrong-code`. */
  readonly finishApp: (
    visitor: Visitor,
    code: string,
    caller: Caller,
    headers: Headers,
  ) => Promise<Result<{ readonly codes: readonly string[]; readonly cookies: readonly string[] }>>;
  /** Fails with `account.app-missing`. */
  readonly newCodes: (visitor: Visitor, address: string | null) => Promise<Result<readonly string[]>>;
  readonly removeApp: (visitor: Visitor, address: string | null) => Promise<Result<null>>;
  readonly passkeysOf: (person: string) => Promise<
    readonly {
      readonly id: string;
      readonly name: string;
      readonly createdAt: Date;
      readonly usedAt: Date | null;
    }[]
  >;
  readonly beginPasskey: (visitor: Visitor) => Promise<Asked>;
  /** Fails with `account.passkey-refused`. */
  readonly finishPasskey: (
    visitor: Visitor,
    made: { readonly name: string; readonly response: BrowserMessage },
    from: { readonly headers: Headers; readonly address: string | null },
  ) => Promise<Result<null>>;
  readonly removePasskey: (visitor: Visitor, id: string, address: string | null) => Promise<void>;
  readonly sessionsOf: (person: string) => Promise<
    readonly {
      readonly id: string;
      readonly openedAt: Date;
      readonly seenAt: Date;
      readonly address: string | null;
      readonly agent: string | null;
      readonly way: Visitor["way"];
    }[]
  >;
  readonly endSessions: (
    visitor: Visitor,
    which: { readonly id: string } | "others",
    address: string | null,
  ) => Promise<number>;
  readonly rename: (visitor: Visitor, name: string, address: string | null) => Promise<void>;
  /** Fails with `account.wrong-password` and `account.password-…`. */
  readonly changePassword: (
    visitor: Visitor,
    given: { readonly old: string; readonly password: string },
    address: string | null,
  ) => Promise<Result<null>>;
}

/** Invitations and codes for one use. */
export interface InvitationsPort {
  /** Fails with `people.…` when the actor may not give these posts, and `account.already-member`. */
  readonly invite: (
    actor: Actor,
    request: {
      readonly name: string;
      readonly email: string;
      readonly officialId: string | null;
      readonly days: number;
      readonly posts: readonly {
        readonly role: PostRole;
        readonly unit: string | null;
        readonly title: string | null;
      }[];
      /** The language of a letter to the person; null: none is sent. */
      readonly mail: Language | null;
    },
    address: string | null,
  ) => Promise<
    Result<{
      readonly id: string;
      readonly code: string;
      readonly expiresAt: Date;
      /** What became of the letter; null: none was asked for. */
      readonly mailed: Result<null> | null;
    }>
  >;
  /** Whether letters can be sent. */
  readonly mail: boolean;
  readonly openInvitations: (actor: Actor) => Promise<
    Result<
      readonly {
        readonly id: string;
        readonly name: string;
        readonly email: string;
        readonly posts: readonly {
          readonly role: PostRole;
          readonly unit: string | null;
          readonly unitName: string | null;
          readonly title: string | null;
        }[];
        readonly issuedAt: Date;
        readonly issuedBy: string;
        readonly expiresAt: Date;
      }[]
    >
  >;
  /** Fails with `account.code-unknown`. */
  readonly withdrawInvitation: (actor: Actor, id: string, address: string | null) => Promise<Result<null>>;
  /** Fails with `account.code-…`. */
  readonly checkInvitation: (code: string) => Promise<
    Result<{
      readonly name: string;
      readonly email: string;
      readonly province: string;
      readonly hasAccount: boolean;
    }>
  >;
  readonly acceptInvitation: (
    given: { readonly code: string; readonly name: string | null; readonly password: string | null },
    visitor: SignedInUser | null,
    caller: Caller,
  ) => Promise<Result<NewSession>>;
  /** A code for a person of the actor's province. Fails with `account.person-unknown`. */
  readonly issueRecovery: (
    actor: Actor,
    person: string,
    address: string | null,
  ) => Promise<Result<{ readonly code: string; readonly expiresAt: Date; readonly person: SignedInUser }>>;
  readonly checkPersonalCode: (
    code: string,
  ) => Promise<
    Result<{ readonly kind: "recovery" | "entry"; readonly name: string; readonly email: string }>
  >;
  readonly recover: (
    given: { readonly code: string; readonly password: string; readonly dropFactors: boolean },
    address: string | null,
  ) => Promise<Result<null>>;
  readonly enterByCode: (code: string, caller: Caller) => Promise<Result<NewSession>>;
}
