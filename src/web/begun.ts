/** How long an answer that was asked for in advance is good, in milliseconds. */
const goodFor = 10_000;

interface Begun {
  readonly at: number;
  readonly coming: Promise<unknown>;
  /** What came; absent while it has not, and for good when it was refused. */
  answer?: unknown;
}

const begun = new Map<string, Begun>();

/** Asks the API in advance, before the part of the application that needs the answer stands. */
export function begin(path: string): void {
  const coming = fetch(path)
    .then(async (response) => (response.ok ? ((await response.json()) as unknown) : undefined))
    // An answer that breaks off half-way is none either.
    .catch(() => undefined);
  const asked: Begun = { at: performance.now(), coming };
  begun.set(path, asked);
  void coming.then((answer) => {
    asked.answer = answer;
  });
}

/** Ends when all that was asked for in advance has come or failed. */
export async function allArrived(): Promise<void> {
  await Promise.all([...begun.values()].map(({ coming }) => coming));
}

/** The answer that was asked for in advance and is there already; once. */
export function takeArrived<T>(path: string): T | undefined {
  const asked = begun.get(path);
  if (asked?.answer === undefined) return undefined;
  begun.delete(path);
  // The type is the contract's, as in `ask`.
  return isOld(asked) ? undefined : (asked.answer as T);
}

/** The answer that was asked for in advance, once; undefined when there is none, it was refused or has grown old. */
export async function takeBegun(path: string): Promise<unknown> {
  const asked = begun.get(path);
  begun.delete(path);
  return !asked || isOld(asked) ? undefined : asked.coming;
}

function isOld({ at }: Begun): boolean {
  return performance.now() - at > goodFor;
}
