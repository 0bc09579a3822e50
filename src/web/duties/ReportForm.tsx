import { Button, Checkbox, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { DutyAnswer, ProofRequest, ReportRequest } from "../../contract/duty.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { dutyWords } from "../../domain/language/web-duties.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { useWords } from "../language.tsx";
import { useDraft } from "../review/use-draft.ts";
import { DutyFigures } from "../targets/DutyFigures.tsx";
import styles from "./Duties.module.css";
import { ProofFields } from "./ProofFields.tsx";
import { useDutyChanged } from "./use-duties.ts";

interface Fields {
  readonly text: string;
  readonly claimsDone: boolean;
  readonly measured: Readonly<Record<string, string>>;
  /** Of figures of work without an end: the stretch of time that they tell of. */
  readonly periods?: Readonly<Record<string, string>>;
  readonly proofs: readonly ProofRequest[];
  readonly signed: boolean;
  readonly number: string;
  readonly on: string;
}

/** What the form begins with: the report that waits, or nothing. */
function beginning(duty: DutyAnswer): Fields {
  const [latest] = duty.reports;
  const waits = latest?.approvedOn === null && !latest.nothing ? latest : undefined;
  return {
    ...{ text: waits?.text ?? "", claimsDone: waits?.claimsDone ?? false },
    measured: Object.fromEntries(waits?.measured.map(({ measure, typed }) => [measure, typed]) ?? []),
    periods: Object.fromEntries(
      waits?.measured.flatMap(({ measure, period }) => (period ? [[measure, period]] : [])) ?? [],
    ),
    proofs: waits?.proofs.map(({ id: _, ...proof }) => proof) ?? [],
    ...{ signed: false, number: "", on: duty.today },
  };
}

/** A report of the unit: what it did, its figures and its proofs; kept in this browser while it is typed. */
export function ReportForm({ duty, onClose }: { duty: DutyAnswer; onClose: () => void }) {
  const words = useWords(dutyWords);
  const { draft, busy, failure, send } = useReport(duty, onClose);
  const { fields, change } = draft;
  const how = fields.signed
    ? { number: fields.number, on: fields.on }
    : duty.mayApprove
      ? "approved"
      : "kept";
  return (
    <form
      className={`${styles.form} ${styles.panel}`}
      aria-label={words.write}
      data-screen-only
      onSubmit={(event) => {
        event.preventDefault();
        void send(how);
      }}
    >
      {duty.submittedOn && <p className="small muted">{words.againHelp}</p>}
      {draft.restored && (
        <p className="small muted" role="status">
          {draft.otherVersion ? words.changedMeanwhile : words.restored}
        </p>
      )}
      {failure && <FailureNote failure={failure} />}
      <Textarea
        size="sm"
        rows={4}
        autoFocus
        label={words.text}
        description={words.textHelp}
        value={fields.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <DutyFigures
        duty={duty.id}
        measured={fields.measured}
        periods={fields.periods ?? {}}
        onChange={change}
      />
      <ProofFields proofs={fields.proofs} onChange={(proofs) => change({ proofs })} />
      {(["claimsDone", "signed"] as const).map((name) => (
        <Checkbox
          key={name}
          size="sm"
          label={name === "signed" ? words.signedWay : words.done}
          checked={fields[name]}
          onChange={(event) => change({ [name]: event.currentTarget.checked })}
        />
      ))}
      {fields.signed && <SignedFields fields={fields} change={change} />}
      <div className={styles.buttons}>
        <Button size="sm" type="submit" loading={busy}>
          {fields.signed ? words.sendSigned : duty.mayApprove ? words.approveAndSend : words.sendToHead}
        </Button>
        {how === "approved" && (
          <Button size="sm" variant="default" onClick={() => void send("kept")}>
            {words.save}
          </Button>
        )}
        <Button size="sm" variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        {draft.touched && (
          <button
            type="button"
            className="link-button"
            onClick={() => {
              draft.drop();
              onClose();
            }}
          >
            {words.throwAway}
          </button>
        )}
      </div>
    </form>
  );
}

/** What is typed of a report, and how it is sent. */
function useReport(duty: DutyAnswer, onClose: () => void) {
  const changed = useDutyChanged();
  const draft = useDraft<Fields>(`duty.${duty.id}`, duty.version, beginning(duty));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async (how: ReportRequest["send"]) => {
    const { text, claimsDone, measured, periods = {}, proofs } = draft.fields;
    setBusy(true);
    const body: ReportRequest = {
      ...{ version: duty.version, text, claimsDone, nothing: false, proofs: [...proofs], send: how },
      measured: Object.entries(measured).map(([measure, typed]) => ({
        ...{ measure, typed, period: periods[measure] ?? null },
      })),
    };
    const answer = await ask("POST", pathTo(apiPaths.dutyReports, { id: duty.id }), body);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) draft.drop();
    await changed();
    if (answer.ok) onClose();
  };
  return { draft, busy, failure, send };
}

function SignedFields(props: {
  readonly fields: Fields;
  readonly change: (changes: Partial<Fields>) => void;
}) {
  const words = useWords(dutyWords);
  const { fields, change } = props;
  return (
    <div className={styles.pair}>
      <TextInput
        size="xs"
        label={words.signedNumber}
        required
        value={fields.number}
        onChange={(event) => change({ number: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="date"
        label={words.signedDay}
        required
        value={fields.on}
        onChange={(event) => change({ on: event.currentTarget.value })}
      />
    </div>
  );
}
