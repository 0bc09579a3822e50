import { type CalendarDate, calendarDate } from "../basics/calendar-date.ts";
import { fold } from "../text/fold.ts";

/**
 * A law cited by its name, as the rules of layout want it in the bases of a decision: laws and ordinances without
 * number and issuer (NĐ 30/2020/NĐ-CP Phụ lục I mục II.6.b). These are no citations of a number; they stand apart.
 */
export interface NamedLaw {
  /** Offsets in the text, from "Luật" to the end of the name or its date. */
  readonly start: number;
  readonly end: number;
  /** "Luật Bảo vệ môi trường", without year or date. */
  readonly name: string;
  /** Year or day of adoption, when said. */
  readonly year: number | null;
  readonly date: CalendarDate | null;
}

const opening = /(?<![\p{L}\p{N}])(?:Luật|Bộ luật|Bộ Luật|Pháp lệnh|Hiến pháp)(?=\s+\p{L})/gu;
/** Where a name ends at the latest: punctuation, a number, or words that begin the next thought. */
const nameEnd =
  /[,;:.()“”"/\n]|\s(?=\d)|\s(?=(?:ngày|năm|số|được|đã|quy định|và các|và Nghị|và Luật|và Pháp|và Quyết|về việc|có hiệu lực|sửa đổi)(?!\p{L}))/u;
const adopted =
  /^\s*(?:ngày\s+(\d{1,2})\s*(?:tháng\s+(\d{1,2})\s+năm\s+|[/-]\s*(\d{1,2})\s*[/-]\s*)(\d{4})|năm\s+(\d{4}))/u;

/**
 * Laws cited by name with the day or year of their adoption: "Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015",
 * "Luật Bảo vệ môi trường năm 2020". A name without day or year counts only behind "Căn cứ".
 */
export function findNamedLaws(text: string): readonly NamedLaw[] {
  const found: NamedLaw[] = [];
  for (const match of text.matchAll(opening)) {
    const start = match.index;
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const rest = text.slice(start, start + 240);
    const cut = nameEnd.exec(rest.slice(match[0].length));
    const length = match[0].length + (cut?.index ?? rest.length - match[0].length);
    const name = rest.slice(0, length).trimEnd();
    const day = adopted.exec(rest.slice(length));
    const isBasis = /can cu\s*$/u.test(fold(text.slice(Math.max(0, start - 12), start)));
    if ((!day && !isBasis) || !/^\S+(?:\s+\S+)?\s+\p{Lu}/u.test(name)) continue;
    found.push({
      start,
      end: start + length + (day?.[0].length ?? 0),
      name,
      year: day ? Number(day[4] ?? day[5]) : null,
      date: day?.[1] ? calendarDate(Number(day[4]), Number(day[2] ?? day[3]), Number(day[1])) : null,
    });
  }
  return found;
}
