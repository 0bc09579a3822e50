import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { apiPaths } from "../../../contract/paths.ts";
import { addMonths, type CalendarDate } from "../../../domain/basics/calendar-date.ts";
import { firstDayOfMonth, monthOf } from "../../../domain/calendar/month-weeks.ts";
import { declarationOf } from "../../../domain/cooperation/declarations.ts";
import { focalOwner } from "../../../domain/cooperation/record-query.ts";
import { recordCalendarWords } from "../../../domain/language/web-record-calendar.ts";
import { FailureError } from "../../api.ts";
import { FailureNote } from "../../components/FailureNote.tsx";
import { FilterChip } from "../../components/FilterChip.tsx";
import { MoreMenu } from "../../components/MoreMenu.tsx";
import { Page } from "../../components/Page.tsx";
import { Waiting } from "../../components/Waiting.tsx";
import { useNumber, useSpeech, useWords } from "../../language.tsx";
import { useGo, useQueryOf } from "../../navigation.tsx";
import { places, writeQuery } from "../../places.ts";
import { useMay } from "../../session.ts";
import { CooperationWays } from "../CooperationWays.tsx";
import styles from "./Calendar.module.css";
import { CalendarList } from "./CalendarList.tsx";
import { DayDialog } from "./DayDialog.tsx";
import { MonthGrid } from "./MonthGrid.tsx";
import { type AskedCalendar, type CalendarMonth, calendarSearchNames, useCalendar } from "./use-calendar.ts";

/** Delegations, events, and what ends or is due, on their days: as a month, as a list on a phone. */
export default function CalendarPlace() {
  const words = useWords(recordCalendarWords);
  const say = useNumber();
  const asked = useQueryOf(calendarSearchNames);
  const calendar = useCalendar(asked);
  const [opened, setOpened] = useState<CalendarDate | null>(null);
  const go = useGo();
  const onPhone = useMediaQuery("(max-width: 720px)") ?? false;
  const { data } = calendar;
  const asList = onPhone || asked.view === "list";
  const first = firstDayOfMonth(asked.month ?? data?.month ?? "");
  const set = (changes: AskedCalendar) =>
    go(places.recordCalendar({ ...asked, ...changes }), { replace: true });
  const shown = data && { ...data, month: first ? monthOf(first) : data.month };
  return (
    <Page
      title={words.title}
      line={shown && words.line(say(shown.entries.length), sayMonth(shown.month))}
      actions={shown && <CalendarActions month={shown.month} asked={asked} />}
    >
      <CooperationWays here="calendar" />
      {calendar.error instanceof FailureError ? (
        <FailureNote failure={calendar.error.failure} onRetry={() => void calendar.refetch()} />
      ) : !shown || !first ? (
        <Waiting />
      ) : (
        <>
          <CalendarFilters {...{ calendar: shown, asked, first, set, onPhone }} />
          {shown.leftOut > 0 && <p className={styles.warn}>{words.leftOut(say(shown.leftOut))}</p>}
          {asList ? (
            <CalendarList calendar={shown} />
          ) : (
            <MonthGrid
              calendar={shown}
              first={first}
              onOpen={setOpened}
              onMonth={(month) => set({ month })}
            />
          )}
        </>
      )}
      {opened && data && <DayDialog calendar={data} day={opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}

/** "11/2026", as offices write it in either language. */
function sayMonth(month: string): string {
  return month.split("-").reverse().join("/");
}

function CalendarActions({ month, asked }: { readonly month: string; readonly asked: AskedCalendar }) {
  const words = useWords(recordCalendarWords);
  const mayExport = useMay("export-register");
  const { register, owner } = asked;
  const file = apiPaths.recordCalendarFile + writeQuery({ month, register, owner });
  return (
    <MoreMenu
      label={words.actions}
      items={[
        ...(mayExport ? [{ label: words.download, download: file }] : []),
        { label: words.print, onSelect: () => window.print() },
      ]}
    />
  );
}

function CalendarFilters(props: {
  readonly calendar: CalendarMonth;
  readonly asked: AskedCalendar;
  readonly first: CalendarDate;
  readonly onPhone: boolean;
  readonly set: (changes: AskedCalendar) => void;
}) {
  const { calendar, asked, first, set } = props;
  const words = useWords(recordCalendarWords);
  const say = useNumber();
  const { language } = useSpeech();
  const beside = (months: number) => set({ month: monthOf(addMonths(first, months)) });
  const thisMonth = monthOf(calendar.today);
  return (
    <div className={styles.filters}>
      <div className={styles.months}>
        <Button
          {...{ size: "xs", variant: "default", "data-screen-only": true }}
          aria-label={words.previous}
          onClick={() => beside(-1)}
        >
          ‹
        </Button>
        <h2 className={styles.month} aria-live="polite">
          {words.month(sayMonth(calendar.month))}
        </h2>
        <Button
          {...{ size: "xs", variant: "default", "data-screen-only": true }}
          aria-label={words.next}
          onClick={() => beside(1)}
        >
          ›
        </Button>
        {calendar.month !== thisMonth && (
          <button
            type="button"
            className="link-button"
            data-screen-only
            onClick={() => set({ month: thisMonth })}
          >
            {words.now}
          </button>
        )}
      </div>
      <search className={styles.chips} data-screen-only>
        <FilterChip
          label={words.register}
          all={words.all}
          value={asked.register ?? ""}
          choices={calendar.registers.map(({ key, count }) => ({
            ...{ value: key, label: `${declarationOf(key)?.name[language] ?? key} (${say(count)})` },
          }))}
          onChange={(register) => set({ register })}
        />
        <FilterChip
          label={words.unit}
          all={words.all}
          value={asked.owner ?? ""}
          choices={calendar.owners.map(({ owner, count }) => ({
            ...{ value: owner?.id ?? focalOwner, label: `${owner?.name ?? words.focal} (${say(count)})` },
          }))}
          onChange={(owner) => set({ owner })}
        />
        {!props.onPhone && (
          <button
            type="button"
            className="link-button"
            onClick={() => set({ view: asked.view === "list" ? "" : "list" })}
          >
            {asked.view === "list" ? words.asMonth : words.asList}
          </button>
        )}
      </search>
    </div>
  );
}
