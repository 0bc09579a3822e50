import { editDistance } from "../../../src/domain/text/edit-distance.ts";

/** A row of a table of tasks as somebody wrote it down, and as it was read. */
export interface WantedRow {
  readonly number?: number;
  readonly label?: string;
  readonly content: string;
  readonly lead: string;
  readonly coordinating?: string;
  readonly time?: string;
  readonly result?: string;
}
export interface ReadRow {
  readonly number: number | null;
  readonly origin: string;
  readonly content: string;
  readonly leadText: string | null;
  readonly coordinatingText: string | null;
  readonly time: string | null;
  readonly result: string | null;
}

export interface RowsScore {
  readonly wanted: number;
  readonly found: number;
  /** Rows with number, lead and time as wanted. */
  readonly right: number;
  /** 1 − letters wrong of letters wanted, over all cells. */
  readonly letters: number;
}

/** Compares rows by their number; a row that was not found has all its letters wrong. */
export function scoreRows(wanted: readonly WantedRow[], read: readonly ReadRow[]): RowsScore {
  const rows = new Map(read.filter((row) => row.origin === "table").map((row) => [row.number, row]));
  let [found, right, wrong, all] = [0, 0, 0, 0];
  for (const want of wanted) {
    const row = rows.get(want.number ?? null);
    if (row) found++;
    const cells: readonly (readonly [string | undefined, string | null | undefined])[] = [
      [want.content, row?.content],
      [want.lead, row?.leadText],
      [want.coordinating, row?.coordinatingText],
      [want.time, row?.time],
      [want.result, row?.result],
    ];
    for (const [one, other] of cells) {
      all += plain(one).length;
      wrong += editDistance(plain(one), plain(other));
    }
    if (row && plain(want.lead) === plain(row.leadText) && plain(want.time) === plain(row.time)) right++;
  }
  return { wanted: wanted.length, found, right, letters: 1 - wrong / Math.max(1, all) };
}

/** Share of letters wrong in a text, of those that stand in another. */
export function letterErrors(wanted: string, read: string): number {
  return editDistance(plain(wanted), plain(read)) / Math.max(1, plain(wanted).length);
}

/** White space, and the two ways of writing an ellipsis, do not count. */
function plain(text: string | null | undefined): string {
  return (text ?? "")
    .normalize("NFC")
    .replaceAll("…", "...")
    .replace(/\s*([-–/])\s*/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
