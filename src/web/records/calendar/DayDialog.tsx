import { type CalendarDate, formatVietnamese } from "../../../domain/basics/calendar-date.ts";
import { recordCalendarWords } from "../../../domain/language/web-record-calendar.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { useSpeech, useWords } from "../../language.tsx";
import styles from "./Calendar.module.css";
import { EntryLine } from "./EntryLine.tsx";
import type { CalendarMonth } from "./use-calendar.ts";

/** All that stands on a day. */
export function DayDialog(props: {
  readonly calendar: CalendarMonth;
  readonly day: CalendarDate;
  readonly onClose: () => void;
}) {
  const { calendar, day } = props;
  const words = useWords(recordCalendarWords);
  const { language } = useSpeech();
  const entries = calendar.entries.filter(({ from, to }) => from <= day && day <= to);
  const off = calendar.daysOff.find((one) => one.day === day);
  const weekday = words.weekdays[(new Date(day).getUTCDay() + 6) % 7];
  return (
    <Dialog title={`${weekday} ${formatVietnamese(day)}`} onClose={props.onClose}>
      {off && <p className="muted">{off.name ? words.dayOff(off.name[language]) : words.weekend}</p>}
      {entries.length === 0 ? (
        <p>{words.noneOnDay}</p>
      ) : (
        <ul className={styles.list}>
          {entries.map((entry) => (
            <EntryLine key={`${entry.id} ${entry.mark}`} entry={entry} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}
