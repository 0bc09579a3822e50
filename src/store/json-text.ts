/** A text as PostgreSQL can keep it: without the character 0 and halves of surrogate pairs, which damaged files hold. */
export function plainText(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

/** A value as the text of a `jsonb` column. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "string" ? plainText(inner) : inner));
}
