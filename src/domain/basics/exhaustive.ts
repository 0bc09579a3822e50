/** Closes a `switch` over a union: the compiler rejects the call while a case is missing. Throws when reached. */
export function unreachable(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
