/** What an operation gives back when failing is an expected outcome: a value, or a failure that names itself. */
export type Result<T, F = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

/**
 * An expected failure. `code` is stable and looked up in the catalogue of sentences
 * (`domain/language/failures.ts`); `detail` fills the blanks of that sentence.
 */
export interface Failure {
  readonly code: FailureCode;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** Stable names of everything that may go wrong in a way the program expects. */
export type FailureCode = `${FailureFamily}.${string}`;

/** The part of the program a failure comes from. */
export type FailureFamily =
  | "file"
  | "secrecy"
  | "setting"
  | "database"
  | "server"
  | "backup"
  | "account"
  | "command"
  | "register"
  | "duty"
  | "unit"
  | "scan"
  | "people"
  | "record"
  | "mail"
  | "agreement";

export function succeed<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function fail(code: FailureCode, detail: Failure["detail"] = {}): Result<never> {
  return { ok: false, failure: { code, detail } };
}
