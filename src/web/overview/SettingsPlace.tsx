import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { apiPaths } from "../../contract/paths.ts";
import type { SettingsAnswer, SettingsPreviewAnswer, SettingsRequest } from "../../contract/settings.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { parseYearlyCutOff } from "../../domain/duty/due-day.ts";
import { heartbeatWords } from "../../domain/language/web-heartbeat.ts";
import { overviewWords } from "../../domain/language/web-overview.ts";
import { ask, FailureError, fetchAnswer } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { SettingsWays } from "../settings/SettingsWays.tsx";
import styles from "./SettingsPlace.module.css";

/** How a province keeps its register: from which day on, what is soon, how due days are counted, and how long the log is kept. */
export default function SettingsPlace() {
  const words = useWords(overviewWords).settings;
  // Kept here: the form begins anew with each version.
  const [saved, setSaved] = useState(false);
  const settings = useQuery({
    queryKey: ["settings"],
    queryFn: () => fetchAnswer<SettingsAnswer>(apiPaths.settings),
    staleTime: 0,
  });
  return (
    <Page title={words.title}>
      <SettingsWays here="register" />
      {settings.error instanceof FailureError ? (
        <FailureNote failure={settings.error.failure} onRetry={() => void settings.refetch()} />
      ) : settings.data ? (
        <>
          <SettingsForm settings={settings.data} key={settings.data.version} {...{ saved, setSaved }} />
          <BeforeStart count={settings.data.beforeStart} />
        </>
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

function SettingsForm(props: {
  readonly settings: SettingsAnswer;
  readonly saved: boolean;
  readonly setSaved: (saved: boolean) => void;
}) {
  const { settings, saved, setSaved } = props;
  const words = useWords(overviewWords).settings;
  const queries = useQueryClient();
  const [startDay, setStartDay] = useState(settings.startDay ?? "");
  const [soonDays, setSoonDays] = useState(String(settings.soonDays));
  const [logMonths, setLogMonths] = useState(String(settings.logMonths));
  const [strict, setStrict] = useState(settings.strictBeforeCounts);
  const [cutOff, setCutOff] = useState(
    settings.yearlyCutOff === null ? "" : turned(settings.yearlyCutOff, "-", "/"),
  );
  const [heartbeat, setHeartbeat] = useState(periods.find((one) => one === settings.heartbeat) ?? null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [preview, setPreview] = useState<SettingsPreviewAnswer | null>(null);
  const [soon, months] = [Number(soonDays), Number(logMonths)];
  const wrong = soonDays.trim() === "" || !Number.isInteger(soon) || soon < 0 || soon > 365;
  const wrongMonths = !Number.isInteger(months) || months < 12 || months > 600;
  const yearlyCutOff = cutOff.trim() === "" ? null : parseYearlyCutOff(turned(cutOff, "/", "-"));
  const cutOffWrong = cutOff.trim() !== "" && yearlyCutOff === null;
  const request: SettingsRequest = {
    version: settings.version,
    startDay: startDay === "" ? null : startDay,
    ...{ soonDays: soon, logMonths: months, strictBeforeCounts: strict, yearlyCutOff, heartbeat },
  };
  const save = async () => {
    const answer = await ask("PUT", apiPaths.settings, request);
    setPreview(null);
    setFailure(answer.ok ? null : answer.failure);
    setSaved(answer.ok);
    if (answer.ok) await queries.invalidateQueries();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (wrong || wrongMonths || cutOffWrong) return;
    const seen = await ask<SettingsPreviewAnswer>("POST", apiPaths.settingsPreview, request);
    if (!seen.ok) return setFailure(seen.failure);
    if (seen.value.moved + seen.value.kept === 0) return save();
    setPreview(seen.value);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      {failure && <FailureNote failure={failure} />}
      <StartDayField value={startDay} onChange={setStartDay} />
      <NumberField
        {...{ label: words.soonDays, help: words.soonDaysHelp, value: soonDays, onChange: setSoonDays }}
        error={wrong ? words.soonDaysWrong : null}
      />
      <NumberField
        {...{ label: words.logMonths, help: words.logMonthsHelp, value: logMonths, onChange: setLogMonths }}
        error={wrongMonths ? words.logMonthsWrong : null}
      />
      <DueFields
        {...{ cutOff, strict, wrong: cutOffWrong }}
        onChange={(fields) => {
          setCutOff(fields.cutOff);
          setStrict(fields.strict);
        }}
      />
      <HeartbeatField value={heartbeat} onChange={setHeartbeat} />
      <div className={styles.line}>
        <Button size="xs" type="submit">
          {words.save}
        </Button>
        {saved && <span role="status">{words.saved}</span>}
      </div>
      {preview && <MovedDays preview={preview} onSave={() => void save()} onClose={() => setPreview(null)} />}
    </form>
  );
}

/** Periods that a province may set for what has no deadline; without one the yearly return counts. */
const periods = ["P6M", "P3M", "P1M"] as const;

function StartDayField(props: { readonly value: string; readonly onChange: (value: string) => void }) {
  const words = useWords(overviewWords).settings;
  return (
    <TextInput
      size="sm"
      type="date"
      label={words.startDay}
      description={words.startDayHelp}
      inputWrapperOrder={["label", "input", "description", "error"]}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

/** How often what has no deadline shall be proven. */
function HeartbeatField(props: {
  readonly value: (typeof periods)[number] | null;
  readonly onChange: (value: (typeof periods)[number] | null) => void;
}) {
  const words = useWords(heartbeatWords);
  return (
    <NativeSelect
      size="sm"
      label={words.setting}
      description={words.settingHelp}
      inputWrapperOrder={["label", "input", "description", "error"]}
      value={props.value ?? "return"}
      data={(["return", ...periods] as const).map((value) => ({ value, label: words.periods[value] }))}
      onChange={(event) => props.onChange(periods.find((one) => one === event.currentTarget.value) ?? null)}
    />
  );
}

function NumberField(props: {
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}) {
  return (
    <TextInput
      size="sm"
      inputMode="numeric"
      label={props.label}
      description={props.help}
      inputWrapperOrder={["label", "input", "description", "error"]}
      value={props.value}
      error={props.error}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

/** How due days are counted. */
function DueFields(props: {
  readonly cutOff: string;
  readonly strict: boolean;
  readonly wrong: boolean;
  readonly onChange: (fields: { readonly cutOff: string; readonly strict: boolean }) => void;
}) {
  const words = useWords(overviewWords).settings;
  const { cutOff, strict, wrong, onChange } = props;
  return (
    <>
      <TextInput
        size="sm"
        label={words.cutOff}
        description={words.cutOffHelp}
        inputWrapperOrder={["label", "input", "description", "error"]}
        value={cutOff}
        error={wrong ? words.cutOffWrong : null}
        onChange={(event) => onChange({ cutOff: event.currentTarget.value, strict })}
      />
      <Checkbox
        size="sm"
        label={words.strict}
        description={words.strictHelp}
        checked={strict}
        onChange={(event) => onChange({ cutOff, strict: event.currentTarget.checked })}
      />
    </>
  );
}

/** "15/11" and "11-15": day and month change places. */
function turned(text: string, from: string, to: string): string {
  return text
    .trim()
    .split(from)
    .map((part) => part.padStart(2, "0"))
    .toReversed()
    .join(to);
}

/** What saving would do to due days, said before it is done. */
function MovedDays(props: {
  readonly preview: SettingsPreviewAnswer;
  readonly onSave: () => void;
  readonly onClose: () => void;
}) {
  const words = useWords(overviewWords).settings;
  const say = useNumber();
  const { moved, kept, becomeLate, nowInTime } = props.preview;
  return (
    <Dialog title={words.movedTitle} onClose={props.onClose}>
      <div className={styles.form}>
        <p>{words.moved(say(moved))}</p>
        {becomeLate > 0 && <p>{words.becomeLate(say(becomeLate))}</p>}
        {nowInTime > 0 && <p>{words.nowInTime(say(nowInTime))}</p>}
        {kept > 0 && <p>{words.keptDays(say(kept))}</p>}
        <div className={styles.line}>
          <Button size="xs" data-autofocus onClick={props.onSave}>
            {words.saveMoved}
          </Button>
          <Button size="xs" variant="default" onClick={props.onClose}>
            {words.keepAsIs}
          </Button>
        </div>
      </div>
    </Dialog>
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
