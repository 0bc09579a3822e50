import type { FailureAnswer } from "../contract/failure.ts";
import type { Failure, FailureCode, Result } from "../domain/basics/result.ts";
import { fail, succeed } from "../domain/basics/result.ts";
import { takeBegun } from "./begun.ts";

/** The failure that an answer of the API carries; an answer of another form comes from something between us. */
export function failureOf(body: unknown): Failure {
  const error = (body as Partial<FailureAnswer> | null)?.error;
  return typeof error?.code === "string"
    ? // The server sends codes of the catalogue; an unknown one is said as such.
      { code: error.code as FailureCode, detail: error.detail ?? {} }
    : { code: "server.unreachable", detail: {} };
}

/** A failure on its way through TanStack Query, which wants errors thrown. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Asks the API and gives its answer; the type is the contract's, which server and page share. */
export async function ask<T>(
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
): Promise<Result<T>> {
  try {
    const inAdvance = method === "GET" ? await takeBegun(path) : undefined;
    if (inAdvance !== undefined) return succeed(inAdvance as T);
    const response = await fetch(path, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
    });
    const answer: unknown = await response.json();
    return response.ok ? succeed(answer as T) : { ok: false, failure: failureOf(answer) };
  } catch {
    return fail("server.unreachable");
  }
}

/** The same for a query: gives the answer or throws a `FailureError`. */
export async function fetchAnswer<T>(path: string): Promise<T> {
  const answer = await ask<T>("GET", path);
  if (!answer.ok) throw new FailureError(answer.failure);
  return answer.value;
}
