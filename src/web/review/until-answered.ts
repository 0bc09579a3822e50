import type { Failure, Result } from "../../domain/basics/result.ts";

/** Between two attempts to reach a server that does not answer, in milliseconds. */
const pause = 1500;

/** An answer, and whether it was asked for more than once; no answer when there was nothing to send. */
export interface Answered<Answer> {
  readonly answer: Result<Answer> | null;
  readonly again: boolean;
}

/**
 * Sends until the server answers, whatever it says; each attempt that finds nobody is told to `onAway`. Only for what
 * the server does once however often it is sent, as what names the version that it changes: an attempt without an
 * answer may have arrived. `wait` gives the time between two attempts; tests do not wait.
 */
export async function untilAnswered<Answer>(
  send: () => Promise<Result<Answer> | null>,
  onAway: (failure: Failure) => void,
  wait: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, pause)),
): Promise<Answered<Answer>> {
  for (let again = false; ; again = true) {
    const answer = await send();
    if (answer === null || answer.ok || answer.failure.code !== "server.unreachable")
      return { answer, again };
    onAway(answer.failure);
    await wait();
  }
}
