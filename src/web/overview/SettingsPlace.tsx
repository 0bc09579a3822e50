import { Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { apiPaths } from "../../contract/paths.ts";
import type { SettingsAnswer, SettingsRequest } from "../../contract/settings.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { overviewWords } from "../../domain/language/web-overview.ts";
import { ask, FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./SettingsPlace.module.css";

/** How a province keeps its register: from which day on, what is soon, and how long the log is kept. */
export default function SettingsPlace() {
  const words = useWords(overviewWords).settings;
  const settings = useQuery({
    queryKey: ["settings"],
    queryFn: () => fetchAnswer<SettingsAnswer>(apiPaths.settings),
    staleTime: 0,
  });
  return (
    <Page title={words.title}>
      {settings.error instanceof FailureError ? (
        <FailureNote failure={settings.error.failure} onRetry={() => void settings.refetch()} />
      ) : settings.data ? (
        <>
          <SettingsForm settings={settings.data} key={settings.data.version} />
          <BeforeStart count={settings.data.beforeStart} />
        </>
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

function SettingsForm({ settings }: { settings: SettingsAnswer }) {
  const words = useWords(overviewWords).settings;
  const queries = useQueryClient();
  const [startDay, setStartDay] = useState(settings.startDay ?? "");
  const [soonDays, setSoonDays] = useState(String(settings.soonDays));
  const [logMonths, setLogMonths] = useState(String(settings.logMonths));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saved, setSaved] = useState(false);
  const soon = Number(soonDays);
  const wrong = soonDays.trim() === "" || !Number.isInteger(soon) || soon < 0 || soon > 365;
  const months = Number(logMonths);
  const wrongMonths = !Number.isInteger(months) || months < 12 || months > 600;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (wrong || wrongMonths) return;
    const request: SettingsRequest = {
      version: settings.version,
      startDay: startDay === "" ? null : startDay,
      soonDays: soon,
      logMonths: months,
    };
    const answer = await ask("PUT", apiPaths.settings, request);
    setFailure(answer.ok ? null : answer.failure);
    setSaved(answer.ok);
    if (answer.ok) await queries.invalidateQueries();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      {failure && <FailureNote failure={failure} />}
      <TextInput
        size="sm"
        type="date"
        label={words.startDay}
        description={words.startDayHelp}
        inputWrapperOrder={["label", "input", "description", "error"]}
        value={startDay}
        onChange={(event) => setStartDay(event.currentTarget.value)}
      />
      <TextInput
        size="sm"
        inputMode="numeric"
        label={words.soonDays}
        description={words.soonDaysHelp}
        inputWrapperOrder={["label", "input", "description", "error"]}
        value={soonDays}
        error={wrong ? words.soonDaysWrong : null}
        onChange={(event) => setSoonDays(event.currentTarget.value)}
      />
      <TextInput
        size="sm"
        inputMode="numeric"
        label={words.logMonths}
        description={words.logMonthsHelp}
        inputWrapperOrder={["label", "input", "description", "error"]}
        value={logMonths}
        error={wrongMonths ? words.logMonthsWrong : null}
        onChange={(event) => setLogMonths(event.currentTarget.value)}
      />
      <div className={styles.line}>
        <Button size="xs" type="submit">
          {words.save}
        </Button>
        {saved && <span role="status">{words.saved}</span>}
      </div>
    </form>
  );
}

/** What fell due before the first day can be recorded at once. */
function BeforeStart({ count }: { count: number }) {
  const words = useWords(overviewWords).settings;
  const say = useNumber();
  const queries = useQueryClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [filled, setFilled] = useState<number | null>(null);
  const fill = async () => {
    setBusy(true);
    const answer = await ask<{ filled: number }>("POST", apiPaths.occurrencesFill, {
      kind: "done",
      on: null,
    });
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    setFilled(answer.value.filled);
    await queries.invalidateQueries();
  };
  if (count === 0) return filled === null ? null : <p role="status">{words.filled(say(filled))}</p>;
  return (
    <section className={styles.form}>
      {filled !== null && <p role="status">{words.filled(say(filled))}</p>}
      {failure && <FailureNote failure={failure} />}
      <p>
        {words.before(say(count))} <Link href={places.tasks({ state: "beforeStart" })}>{words.list}</Link>
      </p>
      <div className={styles.line}>
        <Button size="xs" variant="default" loading={busy} onClick={() => void fill()}>
          {words.fillDone}
        </Button>
      </div>
    </section>
  );
}
