import { type CalendarDate, partsOf } from "../domain/basics/calendar-date.ts";

/**
 * "Gia Lai, ngày 05 tháng 02 năm 2026": days below ten and the months 1 and 2 get a leading zero, so that no figure can
 * be added before them; other months do not (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4). Without a day, blanks to be
 * filled by hand: a draft is dated by whoever gives it its number.
 */
export function placeAndDate(place: string, date: CalendarDate | null): string {
  return `${place}, ${dateInWords(date)}`;
}

/** "ngày 05 tháng 02 năm 2026", with the same zeros; blanks when there is no day yet. */
export function dateInWords(date: CalendarDate | null): string {
  if (date === null) return `ngày${blank(6)}tháng${blank(6)}năm${blank(8)}`;
  const { year, month, day } = partsOf(date);
  return `ngày ${pad(day)} tháng ${month <= 2 ? pad(month) : month} năm ${year}`;
}

/**
 * "Số: 05/QĐ-UBND": numbers below ten get a leading zero, no blank stands around "/" and "-" (Phụ lục I, II.3). A number
 * that begins with "/" has not been given yet and keeps its room.
 */
export function numberLine(number: string): string {
  const tight = number.trim().replace(/\s*([/-])\s*/g, "$1");
  if (tight.startsWith("/")) return `Số:${blank(10)}${tight}`;
  return `Số: ${tight.replace(/^(\d)(?=\D|$)/, "0$1")}`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}

/** Room that does not break over a line. */
function blank(width: number): string {
  return "\u00a0".repeat(width);
}
