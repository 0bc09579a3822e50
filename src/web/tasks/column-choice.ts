/** The columns that the register of tasks can show, beside the one that selects. */
export const taskColumnNames = [
  ...(["ref", "content", "lead", "with", "due", "state"] as const),
  ...(["document", "group", "schedule", "product", "approver"] as const),
] as const;
export type TaskColumn = (typeof taskColumnNames)[number];

/** What is shown when nobody chose. */
export const usualColumns: readonly TaskColumn[] = ["content", "lead", "due", "state", "document"];

/** The columns of their word in an address ("content,lead,due"); null when it names none. */
export function readColumns(word: string | null | undefined): readonly TaskColumn[] | null {
  const named = (word ?? "").split(",");
  const columns = named.flatMap((name) => taskColumnNames.find((known) => known === name) ?? []);
  return columns.length === 0 ? null : [...new Set(columns)];
}

/** The word of columns for an address. */
export function writeColumns(columns: readonly TaskColumn[]): string {
  return columns.join(",");
}

/** Adds a column at the end, or takes it away; the last one stays. */
export function toggledColumn(columns: readonly TaskColumn[], column: TaskColumn): readonly TaskColumn[] {
  if (!columns.includes(column)) return [...columns, column];
  return columns.length === 1 ? columns : columns.filter((one) => one !== column);
}

/** A column moved so many places to the right (negative: left), no further than the ends. */
export function movedColumn(
  columns: readonly TaskColumn[],
  column: TaskColumn,
  by: number,
): readonly TaskColumn[] {
  const at = columns.indexOf(column);
  const to = Math.min(Math.max(at + by, 0), columns.length - 1);
  return at < 0 ? columns : columns.toSpliced(at, 1).toSpliced(to, 0, column);
}

const storeKey = (person: string) => `sauro.task-columns.${person}`;

/** What a person chose last in this browser; null when nothing is kept or nothing can be. */
export function rememberedColumns(person: string): readonly TaskColumn[] | null {
  try {
    return readColumns(localStorage.getItem(storeKey(person)));
  } catch {
    return null;
  }
}

/** Remembers a person's columns in this browser; without room for it they stand in the address alone. */
export function rememberColumns(person: string, columns: readonly TaskColumn[]): void {
  try {
    localStorage.setItem(storeKey(person), writeColumns(columns));
  } catch {
    // A browser that keeps nothing still shows what the address says.
  }
}
