import { fold } from "../../text/fold.ts";
import type { SideBySide } from "./columns.ts";
import { aroundAll, type Line, lineOf, median, textOf } from "./line.ts";
import { isCapitals } from "./wording.ts";

/**
 * The end of a document, recipients beside the signer, that did not find room on its page: takes the lines at the top of
 * the next page that stand in its columns. Null when the first of them does not, or when it is no such end.
 */
export function continuedEnd(end: SideBySide, lines: readonly Line[]): SideBySide | null {
  const [recipients, signers] = end.columns;
  const opens = recipients?.[0];
  if (end.columns.length !== 2 || !recipients || !signers || !opens || !/^noi nhan/.test(fold(textOf(opens))))
    return null;
  const gutter = [
    aroundAll(recipients.map((line) => line.box))[2],
    aroundAll(signers.map((line) => line.box))[0],
  ] as const;
  const columns: [Line[], Line[]] = [[...recipients], [...signers]];
  let taken = 0;
  for (const line of lines) {
    const parts = partsOf(line, gutter, recipients);
    if (parts === null) break;
    if (parts[0]) columns[0].push(parts[0]);
    if (parts[1]) columns[1].push(parts[1]);
    taken++;
  }
  return taken === 0 ? null : { kind: "sideBySide", columns, taken: end.taken + taken };
}

type Parts = readonly [left: Line | null, right: Line | null];

/** A line split between the columns; null when it does not stand in them. */
function partsOf(line: Line, gutter: readonly [number, number], recipients: readonly Line[]): Parts | null {
  const middle = (gutter[0] + gutter[1]) / 2;
  const left = line.words.filter((word) => (word.box[0] + word.box[2]) / 2 < middle);
  const right = line.words.filter((word) => (word.box[0] + word.box[2]) / 2 >= middle);
  const [end, start] = [
    left.at(-1)?.box[2] ?? Number.NEGATIVE_INFINITY,
    right[0]?.box[0] ?? Number.POSITIVE_INFINITY,
  ];
  if (start - end < 0.9 * line.size) return null;
  const parts: Parts = [
    left.length > 0 ? lineOf(line.page, left) : null,
    right.length > 0 ? lineOf(line.page, right) : null,
  ];
  if (parts[0] && !isOfRecipients(parts[0], recipients)) return null;
  // A heading in the middle of the page begins something new; a name is not written in capitals.
  if (!parts[0] && parts[1] && isCapitals(parts[1])) return null;
  return parts;
}

function isOfRecipients(line: Line, recipients: readonly Line[]): boolean {
  const [left] = aroundAll(recipients.map((other) => other.box));
  const size = median(recipients.map((other) => other.size));
  return line.size < size + 0.8 && line.box[0] - left < 2 * size && !isCapitals(line);
}
