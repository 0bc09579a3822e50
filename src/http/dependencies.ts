import type { Failure, Result } from "../domain/basics/result.ts";
import type { Block } from "../domain/document/block.ts";
import type { ExtractNotice } from "../domain/document/extract.ts";
import type { FileSignature } from "../domain/document/signature.ts";
import type { Actor, ProvinceNumber } from "../domain/organisation/actor.ts";
import type { HeldRole } from "../domain/organisation/rights.ts";
import type { DocumentFindings } from "../domain/reading/findings.ts";
import type { AgreementWorld } from "../operations/agreement-work.ts";
import type { TaskImportWorld } from "../operations/import-tasks.ts";
import type { ScanWorld } from "../operations/receive-documents.ts";
import type { EventWorld } from "../operations/record-event.ts";
import type { ReviewWorld } from "../operations/review-findings.ts";
import type { SampleProgress } from "../operations/sample.ts";
import type { Post } from "../operations/send-urging.ts";
import type { CallOut } from "../operations/send-webhook.ts";
import type { BorderWorld } from "../operations/show-border.ts";
import type { LimitWorld } from "../operations/time-limits.ts";
import type {
  Caller,
  InvitationsPort,
  NewSession,
  OwnAccountPort,
  SignedInUser,
  Visitor,
} from "./account-port.ts";

export type { NewSession, SignedInUser } from "./account-port.ts";

/** A file as it came over the wire; it lives in memory only. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What one reading gives: the output of `sauro read`, the laid-out source for showing it, and what intake noticed. */
export interface ReadingResult {
  readonly output: DocumentFindings & {
    readonly version: 1;
    readonly file: string;
    readonly files: readonly string[];
    readonly sha256: string;
    readonly signatures?: readonly FileSignature[];
  };
  readonly blocks: readonly Block[];
  readonly notices: readonly ExtractNotice[];
}

/** A file that could not be read, or must not be. */
export interface UnreadFile {
  readonly file: string;
  readonly failure: Failure;
}

/** What became of the files of one request: each stands in a document or is unread with its reason. */
export interface ReadFiles {
  readonly documents: readonly ReadingResult[];
  readonly unread: readonly UnreadFile[];
}

/** The state of the program for the person who runs it. Sizes are bytes; null = could not be found out. */
export interface ProgramState {
  readonly database: {
    /** "embedded": the program runs its own server; "server": one reached by URL. */
    readonly kind: "embedded" | "server";
    readonly reachable: boolean;
    /** PostgreSQL's own version, "18.4". */
    readonly version: string | null;
    readonly sizeBytes: number | null;
  };
  readonly dataFolder: string;
  readonly freeBytes: number | null;
  /** What reads letters off scans. */
  readonly recogniser: "machine" | "own" | "none";
  /** What a person should look at, as failures of the catalogue. Empty when all is well. */
  readonly concerns: readonly Failure[];
}

/** The password was right, the code of the second factor is still asked for; the cookies tie it to this browser. */
export interface CodeAsked {
  readonly user: null;
  readonly cookies: readonly string[];
}

/** A province or city as a person chooses it. */
export interface ProvinceChoice {
  readonly id: number;
  readonly name: string;
  readonly nameEn: string;
}

/** Accounts as the routes see them; `openAccounts` of `accounts/` makes them. */
export interface AccountsPort {
  /** True once the first administrator was made; from then on a session is needed. */
  readonly hasAdministrator: () => Promise<boolean>;
  /** The person whose session cookie the request carries, with what his session may; or null. */
  readonly userOf: (headers: Headers) => Promise<Visitor | null>;
  /** Fails with `account.wrong-password`, `account.too-many-attempts` or `account.slow-down`. `address` is the caller's network address. */
  readonly signIn: (
    credentials: { readonly email: string; readonly password: string },
    address: string | null,
    agent: string | null,
  ) => Promise<Result<NewSession | CodeAsked>>;
  /** Ends the session that the request carries; gives the cookies that erase it. */
  readonly signOut: (headers: Headers, address: string | null) => Promise<readonly string[]>;
  /** Whether a one-time link still opens. Fails with `account.setup-link-unknown`, `…-expired` or `…-used`. */
  readonly checkSetupLink: (token: string) => Promise<Result<null>>;
  /** Makes the first administrator and signs him in; the link is used up. */
  readonly setUp: (
    request: {
      readonly token: string;
      readonly name: string;
      readonly email: string;
      readonly password: string;
      readonly province?: number | undefined;
    },
    caller: Caller,
  ) => Promise<Result<NewSession>>;
  /** The province that a person works for, or null. */
  readonly provinceOf: (person: string) => Promise<ProvinceChoice | null>;
  /** The roles that a person has in a province today, his own and those of people he acts for. */
  readonly heldRoles: (person: SignedInUser, province: ProvinceNumber) => Promise<readonly HeldRole[]>;
  readonly provinces: () => Promise<readonly ProvinceChoice[]>;
  /** Fails with `register.not-administrator`, `register.province-chosen`, `register.province-unknown`. */
  readonly chooseProvince: (person: SignedInUser, province: number) => Promise<Result<null>>;
}

/** The sample that can be filled into an empty register. */
export interface SamplePort {
  /** The province whose sample it is. */
  readonly province: ProvinceNumber;
  /** How far the filling under way is, or null; and why the last one stopped. */
  readonly now: () => { readonly progress: SampleProgress | null; readonly failure: Failure | null };
  /**
   * Fills in the background, or lets the filling under way go on. Fails with `register.sample-not-empty` and
   * `register.sample-elsewhere`.
   */
  readonly begin: (actor: Actor) => Promise<Result<null>>;
}

/** Everything the HTTP application is made of; `main.ts` makes it. */
export interface AppDependencies {
  /**
   * Reads files into documents: a main text and its appendices become one; `together` says that all files are one.
   * One file that fails harms no other.
   */
  readonly readDocuments: (
    files: readonly UploadedFile[],
    how: { readonly together: boolean; readonly signal?: AbortSignal | undefined },
  ) => Promise<ReadFiles>;
  readonly checkProgram: () => Promise<ProgramState>;
  /** What the operations of the register stand on. */
  readonly register: ScanWorld &
    ReviewWorld &
    TaskImportWorld &
    EventWorld &
    AgreementWorld &
    LimitWorld &
    BorderWorld;
  readonly accounts: AccountsPort;
  readonly ownAccount: OwnAccountPort;
  readonly invitations: InvitationsPort;
  readonly sample: SamplePort;
  /** Null: no mail server is set. */
  readonly post: Post | null;
  /** How programs of others are called. */
  readonly callOut: CallOut;
  readonly clock: () => Date;
  readonly version: string;
  /** Folder of the built web application (`dist/web`). */
  readonly webFolder: string;
  /**
   * Names and ports under which the program answers, as in the `Host` header ("localhost:8080", "sauro.gialai.gov.vn").
   * Any other is refused (DNS rebinding).
   */
  readonly hosts: readonly string[];
  /** Addresses of the proxies whose word about a visitor's address is taken. */
  readonly proxies: readonly string[];
  /** True when people reach the program over https (directly or through a proxy): session cookies are then Secure. */
  readonly secure: boolean;
  /** An error that nobody expected, to be written down whole. */
  readonly reportBug: (error: unknown) => void;
}
