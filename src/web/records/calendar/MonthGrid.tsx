import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import {
  addDays,
  addMonths,
  type CalendarDate,
  formatVietnamese,
  parseIsoDate,
} from "../../../domain/basics/calendar-date.ts";
import {
  layWeek,
  monthOf,
  type PlacedSpan,
  type Week,
  weeksOfMonth,
} from "../../../domain/calendar/month-weeks.ts";
import { markOf, sayEntry } from "../../../domain/cooperation/record-calendar.ts";
import { recordCalendarWords } from "../../../domain/language/web-record-calendar.ts";
import { Icon } from "../../components/Icon.tsx";
import { usePrinting } from "../../components/use-printing.ts";
import { useNumber, useSpeech, useWords } from "../../language.tsx";
import { Link } from "../../navigation.tsx";
import { places } from "../../places.ts";
import styles from "./Calendar.module.css";
import type { CalendarMonth, Entry } from "./use-calendar.ts";

/** Bars over a day, on the screen and on a sheet of A4 across. */
const lanes = { screen: 3, paper: 5 };

interface GridProps {
  readonly calendar: CalendarMonth;
  readonly first: CalendarDate;
  readonly onOpen: (day: CalendarDate) => void;
  readonly onMonth: (month: string) => void;
}

/**
 * A month by weeks from Monday on, what lasts several days drawn over them. One day is in the order of Tab, arrows move it
 * (WAI-ARIA, Grid Pattern); Enter opens the day with all that stands on it.
 */
export function MonthGrid({ calendar, first, onOpen, onMonth }: GridProps) {
  const words = useWords(recordCalendarWords);
  const printing = usePrinting();
  const weeks = weeksOfMonth(first);
  const { days, active, onKey } = useMovedDay({ calendar, first, onOpen, onMonth });
  const title = words.month(calendar.month.split("-").reverse().join("/"));
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: bars lie over several days, which cells of a table do not allow */}
      <div ref={days} role="grid" aria-label={title} className={styles.grid} onKeyDown={onKey} tabIndex={-1}>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the days have the focus */}
        <div role="row" className={styles.heads}>
          {words.weekdays.map((name) => (
            // biome-ignore lint/a11y/useSemanticElements: as above
            // biome-ignore lint/a11y/useFocusableInteractive: the days have the focus
            <div key={name} role="columnheader">
              {name}
            </div>
          ))}
        </div>
        {weeks.map((week) => (
          <WeekRow
            key={week[0]}
            {...{ calendar, week, first, active, onOpen }}
            lanes={printing ? lanes.paper : lanes.screen}
          />
        ))}
      </div>
      <p className={`small muted ${styles.legend}`}>
        <span className={styles.sample}>{words.takesPlace}</span>
        <span className={styles.sample} data-due>
          <Icon name="clock" size={12} />
          {words.due}
        </span>
        <span className={styles.sample} data-expected>
          {words.expectedLegend}
        </span>
        <span data-screen-only>{words.keys}</span>
      </p>
    </>
  );
}

/** The day that has the focus, and the keys that move it; beyond the month shown, the next one is asked for. */
function useMovedDay({ calendar, first, onOpen, onMonth }: GridProps) {
  const days = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<CalendarDate | null>(null);
  const isMoved = useRef(false);
  const month = monthOf(first);
  const usual = monthOf(calendar.today) === month ? calendar.today : first;
  const active = chosen && monthOf(chosen) === month ? chosen : usual;
  useEffect(() => {
    if (!isMoved.current) return;
    isMoved.current = false;
    days.current?.querySelector<HTMLElement>(`[data-day="${active}"]`)?.focus();
  }, [active]);
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    // A link within a day hears its own keys.
    const on = parseIsoDate((event.target instanceof HTMLElement && event.target.dataset.day) || "");
    if (on === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      return onOpen(on);
    }
    const to = dayAfterKey(on, event.key);
    if (to === null) return;
    event.preventDefault();
    isMoved.current = true;
    setChosen(to);
    if (monthOf(to) !== month) onMonth(monthOf(to));
  };
  return { days, active, onKey };
}

/** Where a key leads from a day; null: nowhere. */
function dayAfterKey(day: CalendarDate, key: string): CalendarDate | null {
  const column = (new Date(day).getUTCDay() + 6) % 7;
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, Home: -column, End: 6 - column },
  };
  const step = steps[key];
  if (step !== undefined) return addDays(day, step);
  return key === "PageUp" ? addMonths(day, -1) : key === "PageDown" ? addMonths(day, 1) : null;
}

function WeekRow(props: {
  readonly calendar: CalendarMonth;
  readonly week: Week;
  readonly first: CalendarDate;
  readonly active: CalendarDate;
  readonly lanes: number;
  readonly onOpen: (day: CalendarDate) => void;
}) {
  const { calendar, week } = props;
  const laid = layWeek(week, calendar.entries, props.lanes);
  return (
    // biome-ignore lint/a11y/useSemanticElements: bars lie over several days, which cells of a table do not allow
    // biome-ignore lint/a11y/useFocusableInteractive: the days have the focus
    <div role="row" className={styles.week} style={{ "--lanes": props.lanes }}>
      {week.map((day, column) => (
        <DayCell
          key={day}
          {...{ calendar, day, onOpen: props.onOpen }}
          isActive={day === props.active}
          isBeside={monthOf(day) !== monthOf(props.first)}
          hidden={laid.hidden[column] ?? 0}
          bars={laid.placed.filter((bar) => bar.column === column)}
        />
      ))}
    </div>
  );
}

function DayCell(props: {
  readonly calendar: CalendarMonth;
  readonly day: CalendarDate;
  readonly isActive: boolean;
  readonly isBeside: boolean;
  readonly hidden: number;
  readonly bars: readonly PlacedSpan<Entry>[];
  readonly onOpen: (day: CalendarDate) => void;
}) {
  const { calendar, day, hidden, bars } = props;
  const words = useWords(recordCalendarWords);
  const say = useNumber();
  const { language } = useSpeech();
  const off = calendar.daysOff.find((one) => one.day === day);
  const isToday = day === calendar.today;
  const count = calendar.entries.filter(({ from, to }) => from <= day && day <= to).length;
  const name = [
    `${words.weekdays[(new Date(day).getUTCDay() + 6) % 7]} ${formatVietnamese(day)}`,
    ...(isToday ? [words.today] : []),
    ...(off ? [off.name ? words.dayOff(off.name[language]) : words.weekend] : []),
    words.entries(say(count)),
  ].join(", ");
  return (
    // biome-ignore lint/a11y/useSemanticElements: bars lie over several days, which cells of a table do not allow
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys
    <div
      role="gridcell"
      className={styles.day}
      data-day={day}
      data-off={off ? true : undefined}
      data-beside={props.isBeside || undefined}
      data-today={isToday || undefined}
      aria-current={isToday ? "date" : undefined}
      tabIndex={props.isActive ? 0 : -1}
      onClick={() => props.onOpen(day)}
    >
      <span className={styles.number}>
        <span className="unseen">{name}</span>
        <span aria-hidden="true">{Number(day.slice(8))}</span>
        {off?.name && (
          <span className={styles.off} aria-hidden="true">
            {off.name[language]}
          </span>
        )}
        {hidden > 0 && <span className={styles.more}>{words.more(say(hidden))}</span>}
      </span>
      {bars.map((bar) => (
        <Bar key={`${bar.span.id} ${bar.span.mark}`} bar={bar} />
      ))}
    </div>
  );
}

/** Something over its days; a press opens its record. The keyboard comes to it by its day. */
function Bar({ bar }: { readonly bar: PlacedSpan<Entry> }) {
  const { language } = useSpeech();
  const { span, column, days, lane, before, after } = bar;
  const isDue = markOf(span.register, span.mark)?.label !== undefined;
  return (
    <Link
      href={places.record(span.register, span.id)}
      className={styles.bar}
      style={{ "--column": column, "--days": days, "--lane": lane }}
      data-due={isDue || undefined}
      data-expected={span.expected || undefined}
      data-before={before || undefined}
      data-after={after || undefined}
      title={sayEntry(span, language)}
      tabIndex={-1}
      onClick={(event) => event.stopPropagation()}
    >
      {isDue && <Icon name="clock" size={12} />}
      <span>{sayEntry(span, language)}</span>
    </Link>
  );
}
