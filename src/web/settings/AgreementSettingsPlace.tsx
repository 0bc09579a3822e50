import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { AgreementSettingsAnswer } from "../../contract/agreement-lists.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { reportPeriods } from "../../domain/cooperation/agreement/settings.ts";
import { agreementSettingWords } from "../../domain/language/web-agreement-settings.ts";
import { ask, FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useWords } from "../language.tsx";
import { useMay } from "../session.ts";
import { AgreementLevel } from "./AgreementLevel.tsx";
import {
  type AgreementFields,
  agreementFieldsOf,
  agreementRequestOf,
  typedAlertDays,
  typedDue,
} from "./agreement-fields.ts";
import styles from "./Settings.module.css";
import { SettingsWays } from "./SettingsWays.tsx";

const key = ["settings", "agreements"] as const;

/** How the province handles agreements, as far as the law leaves it or its text was not read. */
export default function AgreementSettingsPlace() {
  const words = useWords(agreementSettingWords);
  // Kept here: the form begins anew with each version.
  const [saved, setSaved] = useState(false);
  const settings = useQuery({
    queryKey: key,
    queryFn: () => fetchAnswer<AgreementSettingsAnswer>(apiPaths.agreementSettings),
    staleTime: 0,
  });
  const { data } = settings;
  return (
    <Page title={words.title} line={words.line}>
      <SettingsWays here="agreements" />
      {settings.error instanceof FailureError ? (
        <FailureNote failure={settings.error.failure} onRetry={() => void settings.refetch()} />
      ) : data ? (
        <SettingsForm answer={data} key={data.settings.version} {...{ saved, setSaved }} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

function SettingsForm(props: {
  readonly answer: AgreementSettingsAnswer;
  readonly saved: boolean;
  readonly setSaved: (saved: boolean) => void;
}) {
  const { answer, saved, setSaved } = props;
  const { settings, procedures } = answer;
  const words = useWords(agreementSettingWords);
  const queries = useQueryClient();
  const mayChange = useMay("change-settings");
  const [fields, setFields] = useState(() =>
    agreementFieldsOf(
      settings,
      procedures.map(({ level }) => level),
    ),
  );
  const [failure, setFailure] = useState<Failure | null>(null);
  const set = (changes: Partial<AgreementFields>) => {
    setSaved(false);
    setFields((now) => ({ ...now, ...changes }));
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const request = agreementRequestOf(fields, settings.version);
    if (!request) return;
    const written = await ask<AgreementSettingsAnswer>("PUT", apiPaths.agreementSettings, request);
    setFailure(written.ok ? null : written.failure);
    setSaved(written.ok);
    if (written.ok) queries.setQueryData(key, written.value);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
      {failure && <FailureNote failure={failure} />}
      <fieldset className={styles.fields} disabled={!mayChange}>
        <Checkbox
          size="sm"
          label={words.party}
          description={words.partyHelp}
          checked={fields.asksParty}
          onChange={(event) => set({ asksParty: event.currentTarget.checked })}
        />
        <TextInput
          size="sm"
          className={styles.narrow}
          label={words.alerts}
          description={words.alertsHelp}
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={fields.alertDays}
          error={typedAlertDays(fields.alertDays) === null ? words.alertsWrong : null}
          onChange={(event) => set({ alertDays: event.currentTarget.value })}
        />
        <TextInput
          size="sm"
          className={styles.narrow}
          label={words.tells}
          description={words.tellsHelp}
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={fields.tellDays}
          error={typedAlertDays(fields.tellDays) === null ? words.alertsWrong : null}
          onChange={(event) => set({ tellDays: event.currentTarget.value })}
        />
        <Report fields={fields} set={set} />
        <Levels {...{ procedures, fields, set }} />
      </fieldset>
      <div className={styles.line}>
        {mayChange && (
          <Button size="sm" type="submit">
            {words.save}
          </Button>
        )}
        {saved && <span role="status">{words.saved}</span>}
      </div>
    </form>
  );
}

/** Whose opinion is asked, by level of signatory. */
function Levels(props: {
  readonly procedures: AgreementSettingsAnswer["procedures"];
  readonly fields: AgreementFields;
  readonly set: (changes: Partial<AgreementFields>) => void;
}) {
  const { procedures, fields, set } = props;
  const words = useWords(agreementSettingWords);
  return (
    <section className={styles.part}>
      <h2 className="subtitle">{words.levels}</h2>
      <p className="small muted">{words.levelsHelp}</p>
      {procedures.map((procedure) => {
        const typed = fields.levels.find(({ level }) => level === procedure.level);
        if (!typed) return null;
        const change = (changed: typeof typed) =>
          set({ levels: fields.levels.map((one) => (one === typed ? changed : one)) });
        return <AgreementLevel key={procedure.level} {...{ procedure, typed }} onChange={change} />;
      })}
    </section>
  );
}

/** To whom the yearly report goes, when, over which days, and by which form. */
function Report(props: {
  readonly fields: AgreementFields;
  readonly set: (changes: Partial<AgreementFields>) => void;
}) {
  const { fields, set } = props;
  const words = useWords(agreementSettingWords);
  return (
    <section className={styles.part} aria-labelledby="yearly-report">
      <h2 id="yearly-report" className="subtitle">
        {words.report}
      </h2>
      <p className="small muted">{words.reportHelp}</p>
      <TextInput
        size="sm"
        className={styles.narrow}
        label={words.recipient}
        maxLength={300}
        value={fields.recipient}
        error={fields.recipient.trim() === "" ? words.recipientMissing : null}
        onChange={(event) => set({ recipient: event.currentTarget.value })}
      />
      <NativeSelect
        size="sm"
        className={styles.narrow}
        label={words.period}
        value={fields.period}
        data={reportPeriods.map((value) => ({ value, label: words.periods[value] }))}
        onChange={({ currentTarget: { value } }) => {
          const period = reportPeriods.find((one) => one === value);
          if (period) set({ period });
        }}
      />
      <TextInput
        size="sm"
        className={styles.narrow}
        label={`${words.due} (${words.optional})`}
        description={words.dueHelp}
        inputWrapperOrder={["label", "input", "description", "error"]}
        value={fields.due}
        error={typedDue(fields.due) === undefined ? words.dueWrong : null}
        onChange={(event) => set({ due: event.currentTarget.value })}
      />
      <TextInput
        size="sm"
        className={styles.narrow}
        label={`${words.form} (${words.optional})`}
        description={words.formHelp}
        inputWrapperOrder={["label", "input", "description", "error"]}
        maxLength={300}
        value={fields.form}
        onChange={(event) => set({ form: event.currentTarget.value })}
      />
    </section>
  );
}
