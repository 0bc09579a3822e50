import { Button, Checkbox, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { apiPaths } from "../../contract/paths.ts";
import type { DutySettingsAnswer, DutySettingsRequest } from "../../contract/settings.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { settingsWords } from "../../domain/language/web-settings.ts";
import { urgingSettingsWords } from "../../domain/language/web-urging-settings.ts";
import { ask, FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { useMay } from "../session.ts";
import styles from "./Settings.module.css";
import { SettingsWays } from "./SettingsWays.tsx";

/** How duties are followed: who confirms, how often more time is given, what "không phát sinh" needs. */
export default function DutySettingsPlace() {
  const words = useWords(settingsWords).duties;
  // Kept here: the form begins anew with each version.
  const [saved, setSaved] = useState(false);
  const settings = useQuery({
    queryKey: ["settings", "duties"],
    queryFn: () => fetchAnswer<DutySettingsAnswer>(apiPaths.settingsDuties),
    staleTime: 0,
  });
  return (
    <Page title={words.title} line={words.line}>
      <SettingsWays here="duties" />
      {settings.error instanceof FailureError ? (
        <FailureNote failure={settings.error.failure} onRetry={() => void settings.refetch()} />
      ) : settings.data ? (
        <DutySettingsForm settings={settings.data} key={settings.data.version} {...{ saved, setSaved }} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

/** What was typed as a limit; undefined: no whole number from 0 to 20. */
function limitOf(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  return /^\d{1,2}$/.test(text.trim()) && Number(text) <= 20 ? Number(text) : undefined;
}

function DutySettingsForm(props: {
  readonly settings: DutySettingsAnswer;
  readonly saved: boolean;
  readonly setSaved: (saved: boolean) => void;
}) {
  const { settings, saved, setSaved } = props;
  const words = useWords(settingsWords).duties;
  const ways = useWords(urgingSettingsWords).ways;
  const queries = useQueryClient();
  const [document, setDocument] = useState(settings.confirmingDocument ?? "");
  const [from, setFrom] = useState(settings.confirmingFrom ?? "");
  const [extensions, setExtensions] = useState(
    settings.extensionLimit === null ? "" : String(settings.extensionLimit),
  );
  const [nothing, setNothing] = useState(settings.nothingUnapproved);
  const [failure, setFailure] = useState<Failure | null>(null);
  const limit = limitOf(extensions);
  const isIncomplete = (document.trim() === "") !== (from === "");
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    if (limit === undefined || isIncomplete) return;
    const request: DutySettingsRequest = {
      ...{ confirmingDocument: document.trim() || null, confirmingFrom: from || null },
      ...{ extensionLimit: limit, nothingUnapproved: nothing, version: settings.version },
    };
    const answer = await ask<DutySettingsAnswer>("PUT", apiPaths.settingsDuties, request);
    setFailure(answer.ok ? null : answer.failure);
    setSaved(answer.ok);
    if (answer.ok) queries.setQueryData(["settings", "duties"], answer.value);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
      {failure && <FailureNote failure={failure} />}
      <Delegation {...{ document, from, isIncomplete }} onDocument={setDocument} onFrom={setFrom} />
      <TextInput
        size="sm"
        className={styles.narrow}
        inputMode="numeric"
        label={words.extensions}
        description={words.extensionsHelp}
        inputWrapperOrder={["label", "input", "description", "error"]}
        value={extensions}
        error={limit === undefined ? words.extensionsWrong : null}
        onChange={(event) => setExtensions(event.currentTarget.value)}
      />
      <Checkbox
        size="sm"
        label={words.nothing}
        description={words.nothingHelp}
        checked={nothing}
        onChange={(event) => setNothing(event.currentTarget.checked)}
      />
      <p className="muted">
        {words.counted} <Link href={places.settings}>{ways.register}</Link>.
      </p>
      <div className={styles.line}>
        <Button size="xs" type="submit">
          {words.save}
        </Button>
        {saved && <span role="status">{words.saved}</span>}
      </div>
    </form>
  );
}

/** The document that lets the focal body confirm; a right that is given, so only who gives rights writes it. */
function Delegation(props: {
  readonly document: string;
  readonly from: string;
  readonly isIncomplete: boolean;
  readonly onDocument: (document: string) => void;
  readonly onFrom: (from: string) => void;
}) {
  const { document, from, isIncomplete } = props;
  const words = useWords(settingsWords).duties;
  const mayGive = useMay("change-rights");
  return (
    <section className={styles.part}>
      <h2 className="subtitle">{words.confirming}</h2>
      <p className="small muted">
        {words.confirmingHelp} {!mayGive && words.confirmingFixed}
      </p>
      <div className={styles.pair}>
        <TextInput
          size="sm"
          label={words.document}
          maxLength={200}
          disabled={!mayGive}
          value={document}
          onChange={(event) => props.onDocument(event.currentTarget.value)}
        />
        <TextInput
          size="sm"
          type="date"
          label={words.from}
          disabled={!mayGive}
          value={from}
          onChange={(event) => props.onFrom(event.currentTarget.value)}
        />
      </div>
      {isIncomplete ? (
        <p className={styles.fault}>{words.incomplete}</p>
      ) : (
        <p className="small muted">{words.documentHelp}</p>
      )}
    </section>
  );
}
