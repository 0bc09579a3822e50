/** A field that a change touched: what it said before and says now; null where it said nothing. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The fields with plain words that differ between two records of the history; `say` puts structures into words; those it leaves are left out. */
export function changesOf(
  before: unknown,
  after: unknown,
  say: (field: string, value: unknown) => unknown = (_, value) => value,
): readonly FieldChange[] {
  const [old, now] = [said(before, say), said(after, say)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((field) => {
    const [was, is] = [plain(old[field]), plain(now[field])];
    return was === undefined || is === undefined || was === is ? [] : [{ field, before: was, after: is }];
  });
}

function said(record: unknown, say: (field: string, value: unknown) => unknown) {
  return Object.fromEntries(
    Object.entries(recordOf(record)).map(([field, value]) => [field, say(field, value)]),
  );
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  // Whatever stands in the history, only its named fields are looked at.
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** Words as they are, nothing as null; undefined for what is no plain words. */
function plain(value: unknown): string | null | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : undefined;
}
