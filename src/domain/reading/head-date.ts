import { type CalendarDate, calendarDate } from "../basics/calendar-date.ts";
import { type HeadLine, isNationalTitle, withoutLooseLetters } from "../document/head-lines.ts";
import type { Gazetteer } from "../organisation/gazetteer.ts";
import { namesAt } from "../organisation/name-index.ts";
import { wordsOf } from "../organisation/words.ts";
import { fold } from "../text/fold.ts";
import type { Read } from "./head-value.ts";

export interface PlacedDate {
  readonly place: string | null;
  readonly date: Read<CalendarDate | null>;
}

/** "ngày 05 tháng 8 năm 2025" with any of the numbers left blank, spaced out ("0 6") or written by hand ("#3", "`"). */
const dateWords = /ngay([^\p{L}]{0,40})thang([^\p{L}]{0,40})nam\s*(\d[\d\s]{0,6})/u;
/** What a blank is printed as, and a one written by hand read as. */
const blankOrFigure = /^[\d\s.…_|]*$/u;

/**
 * Place and date of the head, "Gia Lai, ngày 21 tháng 8 năm 2025" (NĐ 30/2020/NĐ-CP Phụ lục I mục II.4). A day left
 * blank gives no date, with doubt, unless a stamp on the page holds it.
 */
export function placedDateOf(
  top: readonly HeadLine[],
  all: readonly HeadLine[],
  gazetteer: Gazetteer,
): PlacedDate {
  for (const line of top) {
    const folded = fold(line.text);
    const match = dateWords.exec(folded);
    // Only the date line itself: prose that tells of a day is longer and does not begin with a place.
    if (!match || match.index > 60 || folded.length > match.index + match[0].length + 60) continue;
    const place = placeOf(line.text.slice(0, match.index), gazetteer);
    const misread = match[1]?.includes("|") === true;
    if (!blankOrFigure.test(match[1] ?? "") || !blankOrFigure.test(match[2] ?? ""))
      return { place, date: { value: null, doubt: 0.5 } };
    const [day, month, year] = [match[1]?.replaceAll("|", "1"), match[2], match[3]].map(
      (part) => part?.replace(/[^\d]/gu, "") ?? "",
    );
    const printed = calendarDate(Number(year), Number(month), day === "" ? 0 : Number(day));
    if (printed)
      return {
        place,
        date: {
          value: printed,
          doubt: misread ? 0.5 : /\d\s+\d/u.test(match[0].replace(/(?:thang|nam)\s*/gu, ",")) ? 0.1 : 0,
        },
      };
    const stamp = stampedDay(all, Number(year), Number(month));
    return { place, date: stamp ? { value: stamp, doubt: 0.3 } : { value: null, doubt: 0.5 } };
  }
  return { place: null, date: { value: null, doubt: 0 } };
}

/** The words before ", ngày": the last of them that can be a place. */
function placeOf(before: string, gazetteer: Gazetteer): string | null {
  const text = withoutLooseLetters(before.replace(/[\s,.:*_]+$/u, ""))
    .replace(/^.*(?:số|số hiệu)\s*[:.]?\s*\S*\/\S+\s+/iu, "")
    .trim();
  if (text === "" || isNationalTitle(text)) return null;
  const words = wordsOf(text);
  for (let i = 0; i < words.length; i++) {
    const match = namesAt(gazetteer.provinceNames, words, i)[0];
    if (match?.end === words.length && /^\p{Lu}/u.test(words[i]?.text ?? ""))
      return text.slice(
        i > 0 && /^(?:thanh|pho|tp)$/u.test(words[i - 1]?.key ?? "")
          ? startOfCity(words)
          : (words[i]?.start ?? 0),
      );
  }
  const name = /((?:\p{Lu}[\p{L}'’]*\.?)(?:\s\p{Lu}[\p{L}'’]*)*)$/u.exec(text)?.[1];
  return name ?? null;
}

function startOfCity(words: ReturnType<typeof wordsOf>): number {
  return words.find((word) => word.key === "thanh" || word.key === "tp")?.start ?? 0;
}

/** Stamped digits in reading order: the number comes first, the day after it; a whole date counts at once. */
function stampedDay(all: readonly HeadLine[], year: number, month: number): CalendarDate | null {
  const stamps = all
    .filter((line) => line.role === "annotation" || line.role === "textBox")
    .map((line) => line.text);
  const digits = stamps.filter((text) => /^\d{1,5}[a-zđ]?$/u.test(text));
  for (const text of stamps) {
    const match = /^(?:ngay\s+)?(\d{1,2})[/. -](?:thang\s+)?(\d{1,2})[/. -](?:nam\s+)?(\d{4})$/u.exec(
      fold(text),
    );
    const date = match ? calendarDate(Number(match[3]), Number(match[2]), Number(match[1])) : null;
    if (date) return date;
  }
  const day = digits[1];
  return day === undefined || month < 1 ? null : calendarDate(year, month, Number(day));
}
