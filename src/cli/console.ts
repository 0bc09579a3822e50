import type { Failure } from "../domain/basics/result.ts";
import { sayFailure } from "../domain/language/failures.ts";

/** Where a command writes: what was asked for, and what went wrong or is going on. */
export interface Console {
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** Says a failure in Vietnamese, then in English. */
export function complainOfFailure(failure: Failure, { complain }: Pick<Console, "complain">): void {
  complain(sayFailure(failure, "vi"));
  complain(sayFailure(failure, "en"));
}
