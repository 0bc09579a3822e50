/** One field of a record, by its way from the outside: what it said before and says now; null: it was not there. */
export interface Difference {
  readonly way: readonly string[];
  readonly before: string | boolean | null;
  readonly after: string | boolean | null;
  readonly isChanged: boolean;
}

type Leaf = string | boolean | null;

/** All fields of two records of the log with plain values, in their order; lists are read as one value. */
export function differencesOf(before: unknown, after: unknown): readonly Difference[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].map((key) => {
    const [was, is] = [old.get(key)?.value ?? null, now.get(key)?.value ?? null];
    const way = (now.get(key) ?? old.get(key))?.way ?? [];
    return { way, before: was, after: is, isChanged: was !== is };
  });
}

type Leaves = Map<string, { readonly way: readonly string[]; readonly value: Leaf }>;

function leavesOf(record: unknown, way: readonly string[] = [], leaves: Leaves = new Map()): Leaves {
  if (isRecord(record)) {
    for (const [field, value] of Object.entries(record)) leavesOf(value, [...way, field], leaves);
    return leaves;
  }
  if (record !== null && record !== undefined) leaves.set(way.join("\n"), { way, value: plain(record) });
  return leaves;
}

/** A list of plain values is said with commas, anything deeper as it was written. */
function plain(value: unknown): Leaf {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.some((item) => typeof item === "object" && item !== null)
    ? value.map((item) => summaryOf(item)).join("\n")
    : value.join(", ");
}

function summaryOf(item: unknown): string {
  if (!isRecord(item)) return String(item);
  return Object.values(item)
    .filter((value) => value !== null && value !== "")
    .map((value) => (typeof value === "object" ? JSON.stringify(value) : String(value)))
    .join(" · ");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
