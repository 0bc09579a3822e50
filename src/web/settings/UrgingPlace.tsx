import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { apiPaths } from "../../contract/paths.ts";
import type { UrgingAnswer, UrgingPreviewAnswer, UrgingRequest } from "../../contract/urging.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { usualLadder } from "../../domain/duty/ladder.ts";
import { urgingSettingsWords } from "../../domain/language/web-urging-settings.ts";
import { ask, FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay } from "../day-words.ts";
import { useWords } from "../language.tsx";
import styles from "./Settings.module.css";
import { SettingsWays } from "./SettingsWays.tsx";
import { faultOf, fieldsOf, type StepFields, stepOf } from "./step-fields.ts";
import { TrialLetter } from "./TrialLetter.tsx";
import { UntakenMessages } from "./UntakenMessages.tsx";
import { UrgingPreview } from "./UrgingPreview.tsx";
import { UrgingSteps } from "./UrgingSteps.tsx";
import { Webhook } from "./Webhook.tsx";

/** How the province urges: whether, in which hours and by which steps; by what messages go out, and which failed. */
export default function UrgingPlace() {
  const words = useWords(urgingSettingsWords);
  // Kept here: the form begins anew with each version.
  const [saved, setSaved] = useState(false);
  const urging = useQuery({
    queryKey: ["urging"],
    queryFn: () => fetchAnswer<UrgingAnswer>(apiPaths.urging),
    staleTime: 0,
  });
  const { data } = urging;
  return (
    <Page
      title={words.title}
      line={data && (data.from === null ? words.line.off : words.line.on(sayDay(data.from)))}
    >
      <SettingsWays here="urging" />
      {urging.error instanceof FailureError ? (
        <FailureNote failure={urging.error.failure} onRetry={() => void urging.refetch()} />
      ) : data ? (
        <>
          <UrgingForm urging={data} key={data.version} {...{ saved, setSaved }} />
          <TrialLetter mail={data.mail} />
          <Webhook />
          <UntakenMessages untaken={data.untaken} />
        </>
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

const wholeHours = Array.from({ length: 25 }, (_, hour) => hour);

function UrgingForm(props: {
  readonly urging: UrgingAnswer;
  readonly saved: boolean;
  readonly setSaved: (saved: boolean) => void;
}) {
  const { urging, saved, setSaved } = props;
  const words = useWords(urgingSettingsWords);
  const queries = useQueryClient();
  const [on, setOn] = useState(urging.from !== null);
  const [from, setFrom] = useState(urging.from ?? urging.today);
  const [hours, setHours] = useState({ fromHour: urging.fromHour, toHour: urging.toHour });
  const [steps, setSteps] = useState<readonly StepFields[]>(() =>
    (urging.ladder ?? usualLadder).map(fieldsOf),
  );
  const [mailOptional, setMailOptional] = useState(urging.mailOptional);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [preview, setPreview] = useState<UrgingPreviewAnswer | null>(null);
  const rungs = steps.flatMap((step) => stepOf(step) ?? []);
  const isWrong =
    (on && from === "") ||
    hours.fromHour >= hours.toHour ||
    steps.length === 0 ||
    steps.some((_, at) => faultOf(steps, at, words) !== null);
  const isUsual = JSON.stringify(rungs) === JSON.stringify(usualLadder);
  const ladder = isUsual ? null : rungs;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    if (isWrong) return;
    const begins = on ? from : null;
    const request: UrgingRequest = { version: urging.version, ladder, from: begins, ...hours, mailOptional };
    const answer = await ask<UrgingAnswer>("PUT", apiPaths.urging, request);
    setFailure(answer.ok ? null : answer.failure);
    setSaved(answer.ok);
    if (answer.ok) queries.setQueryData(["urging"], answer.value);
  };
  const look = async () => {
    const request = { ladder, from: from === "" ? urging.today : from, toHour: hours.toHour };
    const answer = await ask<UrgingPreviewAnswer>("POST", apiPaths.urgingPreview, request);
    setFailure(answer.ok ? null : answer.failure);
    setPreview(answer.ok ? answer.value : null);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      {failure && <FailureNote failure={failure} />}
      <Beginning {...{ on, from }} onOn={setOn} onFrom={setFrom} />
      <Hours {...hours} onChange={setHours} />
      <Checkbox
        size="sm"
        label={words.mailOptional}
        description={words.mailOptionalHelp}
        checked={mailOptional}
        onChange={(event) => setMailOptional(event.currentTarget.checked)}
      />
      <UrgingSteps steps={steps} onChange={setSteps} />
      <div className={styles.line}>
        <Button size="xs" type="submit">
          {words.save}
        </Button>
        <Button size="xs" variant="default" disabled={isWrong} onClick={() => void look()}>
          {words.preview}
        </Button>
        {!isUsual && (
          <button
            type="button"
            className="link-button"
            onClick={() => setSteps(usualLadder.map((rung, at) => fieldsOf(rung, at + 1000 + steps.length)))}
          >
            {words.usual}
          </button>
        )}
        {saved && <span role="status">{words.saved}</span>}
      </div>
      {preview && <UrgingPreview preview={preview} onClose={() => setPreview(null)} />}
    </form>
  );
}

/** Whether units are urged, and from which day on. */
function Beginning(props: {
  readonly on: boolean;
  readonly from: string;
  readonly onOn: (on: boolean) => void;
  readonly onFrom: (from: string) => void;
}) {
  const { on, from } = props;
  const words = useWords(urgingSettingsWords);
  return (
    <>
      <Checkbox
        size="sm"
        label={words.on}
        checked={on}
        onChange={(event) => props.onOn(event.currentTarget.checked)}
      />
      {on && (
        <TextInput
          size="sm"
          className={styles.narrow}
          type="date"
          label={words.from}
          description={words.fromHelp}
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={from}
          error={from === "" ? words.fromWrong : null}
          onChange={(event) => props.onFrom(event.currentTarget.value)}
        />
      )}
    </>
  );
}

function Hours(props: {
  readonly fromHour: number;
  readonly toHour: number;
  readonly onChange: (hours: { readonly fromHour: number; readonly toHour: number }) => void;
}) {
  const { fromHour, toHour, onChange } = props;
  const words = useWords(urgingSettingsWords);
  const choices = (hours: readonly number[]) =>
    hours.map((hour) => ({ value: String(hour), label: words.hour(hour) }));
  return (
    <fieldset className={styles.fields}>
      <legend className="small muted">{words.hours}</legend>
      <div className={styles.pair}>
        <NativeSelect
          size="sm"
          label={words.fromHour}
          value={String(fromHour)}
          data={choices(wholeHours.slice(0, -1))}
          onChange={(event) => onChange({ toHour, fromHour: Number(event.currentTarget.value) })}
        />
        <NativeSelect
          size="sm"
          label={words.toHour}
          value={String(toHour)}
          data={choices(wholeHours.slice(1))}
          onChange={(event) => onChange({ fromHour, toHour: Number(event.currentTarget.value) })}
        />
      </div>
      {fromHour >= toHour && <p className={styles.fault}>{words.hoursWrong}</p>}
      <p className="small muted">{words.hoursHelp}</p>
    </fieldset>
  );
}
