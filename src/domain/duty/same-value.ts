/** Whether two values say the same as JSON: the order of keys does not matter, and an absent key is as undefined. */
export function sameValue(a: unknown, b: unknown): boolean {
  return ordered(a) === ordered(b);
}

/** A value as JSON text with its keys in order, so that equal values are equal texts. */
export function ordered(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
        : inner,
    ) ?? ""
  );
}
