import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { apiPaths } from "../../contract/paths.ts";
import type { DaysAnswer } from "../../contract/settings.ts";
import { parseIsoDate } from "../../domain/basics/calendar-date.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { isWeekend } from "../../domain/calendar/holidays.ts";
import { settingsWords } from "../../domain/language/web-settings.ts";
import { ask, FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { PlainTable } from "../components/PlainTable.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import styles from "./Settings.module.css";
import { SettingsWays } from "./SettingsWays.tsx";

/** The days off of a year: what the province adds, and those of the country. */
export default function DaysPlace() {
  const words = useWords(settingsWords).days;
  const say = useNumber();
  const [year, setYear] = useState<number | null>(null);
  const days = useQuery({
    queryKey: ["days", year],
    queryFn: () => fetchAnswer<DaysAnswer>(`${apiPaths.settingsDays}${year === null ? "" : `?year=${year}`}`),
    staleTime: 0,
  });
  const { data } = days;
  const off = data ? data.national.filter(({ day }) => !isSaturdayOrSunday(day)).length : 0;
  const around = data ? [-1, 0, 1, 2].map((step) => data.year + step) : [];
  return (
    <Page title={words.title} line={data && words.line(String(data.year), say(off))}>
      <SettingsWays here="days" />
      {days.error instanceof FailureError ? (
        <FailureNote failure={days.error.failure} onRetry={() => void days.refetch()} />
      ) : data ? (
        <>
          <NativeSelect
            size="sm"
            className={styles.year}
            label={words.year}
            value={String(data.year)}
            data={around.map(String)}
            onChange={(event) => setYear(Number(event.currentTarget.value))}
          />
          <OwnDays days={data} onYear={setYear} />
          <NationalDays days={data} />
        </>
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

function isSaturdayOrSunday(text: string): boolean {
  const day = parseIsoDate(text);
  return day !== null && isWeekend(day);
}

/** What the province adds, each to be taken back, and a line to add another. */
function OwnDays({ days, onYear }: { days: DaysAnswer; onYear: (year: number) => void }) {
  const words = useWords(settingsWords).days;
  const queries = useQueryClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const change = async (method: "POST" | "DELETE", body: object) => {
    const answer = await ask<DaysAnswer>(method, apiPaths.settingsDays, body);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return false;
    queries.setQueryData(["days", answer.value.year], answer.value);
    onYear(answer.value.year);
    return true;
  };
  const { day, kind, name, act } = words.columns;
  return (
    <section className={styles.part}>
      <h2 className="subtitle">{words.own}</h2>
      <p className="small muted">{words.ownHelp}</p>
      {failure && <FailureNote failure={failure} />}
      {days.own.length === 0 ? (
        <p className="muted">{words.ownNone}</p>
      ) : (
        <PlainTable stacks heads={[day, kind, name, act].map((title) => ({ title }))}>
          {days.own.map((one) => (
            <tr key={one.day}>
              <td className={styles.day}>{sayDay(one.day)}</td>
              <td>{one.off ? words.off : words.worked}</td>
              <td>{one.name}</td>
              <td>
                <button
                  type="button"
                  className="link-button"
                  aria-label={words.removeOf(sayDay(one.day))}
                  onClick={() => void change("DELETE", { day: one.day })}
                >
                  {words.remove}
                </button>
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      <NewDay onAdd={(given) => change("POST", given)} />
    </section>
  );
}

/** A day to be added; what was typed stays when it is refused. */
function NewDay({ onAdd }: { onAdd: (day: DaysAnswer["own"][number]) => Promise<boolean> }) {
  const words = useWords(settingsWords).days;
  const [day, setDay] = useState("");
  const [off, setOff] = useState(true);
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (day === "" || name.trim() === "" || !(await onAdd({ day, off, name: name.trim() }))) return;
    setDay("");
    setName("");
    setTried(false);
  };
  return (
    <form className={styles.fieldsLine} onSubmit={(event) => void add(event)} noValidate>
      <TextInput
        size="xs"
        type="date"
        label={words.day}
        value={day}
        error={tried && day === "" ? words.dayNeeded : null}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={words.kind}
        value={off ? "off" : "worked"}
        data={(["off", "worked"] as const).map((value) => ({ value, label: words[value] }))}
        onChange={(event) => setOff(event.currentTarget.value === "off")}
      />
      <TextInput
        size="xs"
        label={words.name}
        maxLength={120}
        value={name}
        error={tried && name.trim() === "" ? words.nameNeeded : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button size="xs" type="submit" variant="default">
        {words.add}
      </Button>
    </form>
  );
}

function NationalDays({ days }: { days: DaysAnswer }) {
  const words = useWords(settingsWords).days;
  const { language } = useSpeech();
  const rows = [
    ...days.national.map(({ day, reason, name }) => ({
      ...{ day, kind: words.off },
      name: [name?.[language], reason === "holiday" ? null : words.reasons[reason]]
        .filter(Boolean)
        .join(", "),
    })),
    ...days.worked.map((day) => ({ day, kind: words.worked, name: words.swapped })),
  ].sort((a, b) => (a.day < b.day ? -1 : 1));
  const { day, kind, name } = words.columns;
  return (
    <section className={styles.part}>
      <h2 className="subtitle">{words.national}</h2>
      {!days.decided && <p className="small muted">{words.expected}</p>}
      <PlainTable heads={[day, kind, name].map((title) => ({ title }))}>
        {rows.map((row) => (
          <tr key={row.day}>
            <td className={styles.day}>{sayDay(row.day)}</td>
            <td>{row.kind}</td>
            <td>{row.name}</td>
          </tr>
        ))}
      </PlainTable>
    </section>
  );
}
