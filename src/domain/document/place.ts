/** A rectangle on a page in points (1/72 inch), origin at the top left of the page as read: left, top, right, bottom. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Where a finding stands in its source. A text file has lines, a paged document has a page and a box; null = not known. */
export interface Place {
  /** Page, from 1. */
  readonly page: number | null;
  /** First and last line of a text file, from 1. */
  readonly lineFrom: number | null;
  readonly lineTo: number | null;
  readonly box: Box | null;
  /** Index of the file in a document of several files; absent for the main file. */
  readonly file?: number;
  /** Number of the paragraph in a file that knows neither pages nor lines, from 1. */
  readonly paragraph?: number;
}

export const nowhere: Place = { page: null, lineFrom: null, lineTo: null, box: null };

/** The place of one or several lines of a text file. */
export function atLines(from: number, to: number = from): Place {
  return { page: null, lineFrom: from, lineTo: to, box: null };
}

/** The place of a box on a page. */
export function onPage(page: number, box: Box | null): Place {
  return { page, lineFrom: null, lineTo: null, box };
}

/** Unites places: one per page of a file (boxes grow to cover), text lines become one span. Order of first appearance is kept. */
export function unitePlaces(places: readonly Place[]): readonly Place[] {
  const united = new Map<string, Place>();
  for (const place of places) {
    const key = `${place.file ?? 0}/${place.page}`;
    const before = united.get(key);
    united.set(key, before ? uniteTwo(before, place) : place);
  }
  return [...united.values()];
}

function uniteTwo(a: Place, b: Place): Place {
  return {
    ...a,
    lineFrom: least(a.lineFrom, b.lineFrom),
    lineTo: greatest(a.lineTo, b.lineTo),
    box:
      a.box && b.box
        ? [
            Math.min(a.box[0], b.box[0]),
            Math.min(a.box[1], b.box[1]),
            Math.max(a.box[2], b.box[2]),
            Math.max(a.box[3], b.box[3]),
          ]
        : (a.box ?? b.box),
  };
}

function least(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}

function greatest(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}

/** Says a place to a person: "trang 3", "dòng 12-14", "đoạn 7", "không rõ vị trí". */
export function describePlace(place: Place): string {
  if (place.lineFrom !== null)
    return place.lineTo !== null && place.lineTo !== place.lineFrom
      ? `dòng ${place.lineFrom}-${place.lineTo}`
      : `dòng ${place.lineFrom}`;
  if (place.page !== null) return `trang ${place.page}`;
  return place.paragraph === undefined ? "không rõ vị trí" : `đoạn ${place.paragraph}`;
}

/** Whether two places have something of a page, of its lines or of a paragraph in common. */
export function meets(one: Place, other: Place): boolean {
  if ((one.file ?? 0) !== (other.file ?? 0) || one.page !== other.page) return false;
  if (one.lineFrom !== null && other.lineFrom !== null)
    return one.lineFrom <= (other.lineTo ?? other.lineFrom) && other.lineFrom <= (one.lineTo ?? one.lineFrom);
  if (one.box && other.box) return one.box[1] < other.box[3] && other.box[1] < one.box[3];
  return one.paragraph === other.paragraph;
}
