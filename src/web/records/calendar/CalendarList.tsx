import { type CalendarDate, formatVietnamese, parseIsoDate } from "../../../domain/basics/calendar-date.ts";
import { firstDayOfMonth, monthOf } from "../../../domain/calendar/month-weeks.ts";
import { recordCalendarWords } from "../../../domain/language/web-record-calendar.ts";
import { useSpeech, useWords } from "../../language.tsx";
import styles from "./Calendar.module.css";
import { EntryLine } from "./EntryLine.tsx";
import type { CalendarMonth } from "./use-calendar.ts";

/** A month as a list: each entry under its first day, or under the first of the month when it began before. */
export function CalendarList({ calendar }: { readonly calendar: CalendarMonth }) {
  const words = useWords(recordCalendarWords);
  const { language } = useSpeech();
  const { month, today } = calendar;
  const begin = firstDayOfMonth(month);
  if (!begin) return null;
  const within = calendar.entries.filter(({ from, to }) => monthOf(from) <= month && monthOf(to) >= month);
  const byDay = Map.groupBy(within, ({ from }) => (monthOf(from) === month ? from : begin));
  const holidays = calendar.daysOff.filter(({ day, name }) => name && day.startsWith(month));
  const off = new Map(holidays.map(({ day, name }) => [day, name?.[language] ?? ""]));
  const days = [...new Set([...byDay.keys(), ...holidays.flatMap(({ day }) => parseIsoDate(day) ?? [])])];
  if (days.length === 0) return <p className="muted">{words.none}</p>;
  const head = (day: CalendarDate) =>
    `${words.weekdays[(new Date(day).getUTCDay() + 6) % 7]} ${formatVietnamese(day)}`;
  return (
    <ol className={styles.list}>
      {days.sort().map((day) => (
        <li key={day} className={styles.listed} aria-current={day === today ? "date" : undefined}>
          <h3 className={styles.listedDay}>
            {head(day)}
            {day === today && ` · ${words.today}`}
            {off.has(day) && <span className={styles.off}> · {words.dayOff(off.get(day) ?? "")}</span>}
          </h3>
          <ul className={styles.list}>
            {(byDay.get(day) ?? []).map((entry) => (
              <EntryLine key={`${entry.id} ${entry.mark}`} entry={entry} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
