import { addDays, type CalendarDate } from "../domain/basics/calendar-date.ts";

/** Something that stands on a whole day of a calendar, or on all from one to another. */
export interface DayEvent {
  /** The same for the same thing for ever, unlike for anything else in the world. */
  readonly uid: string;
  readonly day: CalendarDate;
  /** The day itself when nothing is said. */
  readonly lastDay?: CalendarDate;
  readonly summary: string;
  /** May have several lines. */
  readonly description: string;
  readonly url: string;
}

/**
 * A calendar of whole days as iCalendar (RFC 5545): a day has no time zone, it is the same day wherever one is. `stamp`
 * is the moment at which it was made, `hours` after how many it is worth asking again (RFC 7986, 5.7). Every line ends
 * with CR LF and has 75 octets at most.
 */
export function calendarText(
  events: readonly DayEvent[],
  { name, stamp, hours }: { readonly name: string; readonly stamp: Date; readonly hours: number },
): string {
  const made = stamp.toISOString().replace(/[-:]|\.\d+/g, "");
  return [
    ...[
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Sau Ro//Duties//VI",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
    ],
    // NAME is the standard's word, X-WR-CALNAME and X-PUBLISHED-TTL those that older programs know.
    ...[`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`],
    ...[`REFRESH-INTERVAL;VALUE=DURATION:PT${hours}H`, `X-PUBLISHED-TTL:PT${hours}H`],
    ...events.flatMap((event) => eventLines(event, made)),
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
}

function eventLines(
  { uid, day, lastDay = day, summary, description, url }: DayEvent,
  made: string,
): readonly string[] {
  return [
    ...["BEGIN:VEVENT", `UID:${escaped(uid)}`, `DTSTAMP:${made}`],
    // The end is the day after, which does not belong to it (RFC 5545, 3.6.1).
    ...[`DTSTART;VALUE=DATE:${plainDay(day)}`, `DTEND;VALUE=DATE:${plainDay(addDays(lastDay, 1))}`],
    ...[`SUMMARY:${escaped(summary)}`, `DESCRIPTION:${escaped(description)}`, `URL:${url}`],
    // Who has something due is not busy all day.
    ...["TRANSP:TRANSPARENT", "END:VEVENT"],
  ];
}

function plainDay(day: CalendarDate): string {
  return day.replaceAll("-", "");
}

/** A value of type TEXT (RFC 5545, 3.3.11); signs that no line may hold are left out. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n|\u2028|\u2029/g, "\\n")
    .replace(controls, "");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000a-\u001f\u007f]/g;

const mostOctets = 75;

/** A long line goes on after CR LF and a space (3.1); no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const letter of line) {
    const length = Buffer.byteLength(letter);
    if (octets + length > mostOctets) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += letter;
    octets += length;
  }
  return [...parts, part].join("\r\n");
}
