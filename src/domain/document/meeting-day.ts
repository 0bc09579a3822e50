import { type CalendarDate, calendarDate } from "../basics/calendar-date.ts";
import { fold } from "../text/fold.ts";
import { type Block, paragraphsOf } from "./block.ts";

/** The meeting is told of where a notice begins. */
const paragraphsLookedAt = 14;
/** At the head of a paragraph, or behind the time of day where a title runs into it. */
const day =
  /(?:^|\b(?:sang|chieu|toi) )ngay\s+(\d{1,2})\s*(?:[/.-]\s*|thang\s+)(\d{1,2})\s*(?:[/.-]\s*|nam\s+)(\d{4})\b/;
const meeting = /\b(?:chu tri|cuoc hop|hop|buoi lam viec|lam viec voi|hoi nghi|giao ban)\b/;

/**
 * The day of the meeting whose conclusions a document gives ("Sáng ngày 12/3/2026, tại trụ sở UBND tỉnh, … chủ trì cuộc
 * họp"): when its orders were given, where no day is printed on it. Null when it tells of none.
 */
export function meetingDayOf(blocks: readonly Block[]): CalendarDate | null {
  let looked = 0;
  for (const paragraph of paragraphsOf(blocks)) {
    if (paragraph.role !== "body" || paragraph.text.trim() === "") continue;
    if (++looked > paragraphsLookedAt) return null;
    const folded = fold(paragraph.restored?.text ?? paragraph.text);
    const found = day.exec(folded);
    const date = found && calendarDate(Number(found[3]), Number(found[2]), Number(found[1]));
    if (date && meeting.test(folded.slice(found.index))) return date;
  }
  return null;
}
