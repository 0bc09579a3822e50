/** A text as PostgreSQL can keep it: without the character 0 and halves of surrogate pairs, which damaged files hold. */
export function plainText(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

/** A value as the text of a `jsonb` column. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  // Both stand in JSON as escapes; only then every text within is looked at by itself.
  if (!/\\u(?:0000|d[89a-f])/.test(text)) return text;
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "string" ? plainText(inner) : inner));
}
