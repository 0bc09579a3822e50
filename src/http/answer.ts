import type { Context } from "hono";
import type { ClientErrorStatusCode, ServerErrorStatusCode } from "hono/utils/http-status";
import type { FailureAnswer } from "../contract/failure.ts";
import type { Failure, FailureCode } from "../domain/basics/result.ts";
import { failureEntry, sayFailure } from "../domain/language/failures.ts";
import type { Language } from "../domain/language/language.ts";

/** The language a request asks for; Vietnamese unless English stands first in its `Accept-Language`. */
export function languageOf(c: Context): Language {
  return /^\s*en\b/i.test(c.req.header("accept-language") ?? "") ? "en" : "vi";
}

/** A failure as every route answers it, with its sentence. */
export function presentFailure(failure: Failure, language: Language): FailureAnswer {
  return {
    error: { code: failure.code, detail: { ...failure.detail }, message: sayFailure(failure, language) },
  };
}

/** Answers a failure with the status that the catalogue gives its code. */
export function answerFailure(c: Context, failure: Failure) {
  if (failure.code === "register.not-allowed") c.set("refusal", failure);
  // The catalogue holds statuses of client and server errors only (a test walks it).
  const status = failureEntry(failure.code).status as ClientErrorStatusCode | ServerErrorStatusCode;
  return c.json(presentFailure(failure, languageOf(c)), status);
}

/** Answers a failure that the route itself finds. */
export function refuse(c: Context, code: FailureCode, detail: Failure["detail"] = {}) {
  return answerFailure(c, { code, detail });
}
