import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { apiPaths } from "../../../contract/paths.ts";
import type { RecordCalendarAnswer } from "../../../contract/record-calendar.ts";
import { type CalendarDate, parseIsoDate } from "../../../domain/basics/calendar-date.ts";
import type { DaySpan } from "../../../domain/calendar/month-weeks.ts";
import { fetchAnswer } from "../../api.ts";
import { writeQuery } from "../../places.ts";

/** What stands behind "?" of the calendar. `view`: "list", or the month when nothing is said. */
export const calendarSearchNames = ["month", "register", "owner", "view"] as const;
export type AskedCalendar = Partial<Record<(typeof calendarSearchNames)[number], string>>;

/** Something that stands in the calendar. */
export type Entry = RecordCalendarAnswer["entries"][number] & DaySpan;

export interface CalendarMonth extends Omit<RecordCalendarAnswer, "entries" | "today"> {
  readonly today: CalendarDate;
  readonly entries: readonly Entry[];
}

/** A month with what stands in it; what was shown before stays while another one is asked for. */
export function useCalendar({ month, register, owner }: AskedCalendar) {
  return useQuery({
    queryKey: ["records", "calendar", month, register, owner],
    queryFn: () =>
      fetchAnswer<RecordCalendarAnswer>(apiPaths.recordCalendar + writeQuery({ month, register, owner })),
    select: (answer): CalendarMonth => ({
      ...answer,
      today: dayOf(answer.today),
      entries: answer.entries.map((entry) => ({ ...entry, from: dayOf(entry.from), to: dayOf(entry.to) })),
    }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

function dayOf(text: string): CalendarDate {
  const day = parseIsoDate(text);
  if (day === null) throw new Error(`the calendar told of ${text}, which is no day`);
  return day;
}
