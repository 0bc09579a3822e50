import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { ActionRequest, AgreementProceeding, ProceedingRequest } from "../../../contract/agreement.ts";
import { apiPaths, pathTo } from "../../../contract/paths.ts";
import { opinionBodies } from "../../../domain/cooperation/agreement/procedure.ts";
import {
  type AgreementActionKind,
  opinionAnswers,
  type ProceedingPurpose,
  proceedingPurposes,
  signedPurposes,
} from "../../../domain/cooperation/agreement/proceeding.ts";
import { agreementWords } from "../../../domain/language/web-agreements.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { useWords } from "../../language.tsx";
import styles from "./Agreement.module.css";
import { FormButtons } from "./FormButtons.tsx";
import { useAgreementWriting } from "./use-agreement.ts";

/** Records what happened in a proceeding, or begins one by its first action. */
export function RecordAction(props: {
  readonly id: string;
  /** Null: a new one is begun. */
  readonly proceeding: AgreementProceeding | null;
  /** It was concluded or is being: only what comes after concluding may be begun. */
  readonly signed: boolean;
  readonly onClose: () => void;
}) {
  const words = useWords(agreementWords);
  const form = useActionForm(props);
  const { fields, set } = form;
  const title = props.proceeding ? words.purposes[props.proceeding.purpose] : words.begin;
  return (
    <Dialog title={title} onClose={props.onClose}>
      <form className={styles.form} onSubmit={form.send} noValidate>
        {form.failure && <FailureNote failure={form.failure} />}
        {!props.proceeding && <Beginning form={form} signed={props.signed} />}
        {form.kinds.length > 1 && (
          <NativeSelect
            label={words.kind}
            value={fields.kind}
            data={form.kinds.map((value) => ({ value, label: words.kinds[value] }))}
            onChange={(event) => {
              const { value } = event.currentTarget;
              set({ kind: form.kinds.find((kind) => kind === value) ?? fields.kind });
            }}
          />
        )}
        <Asked form={form} />
        <FormButtons busy={form.busy} onCancel={props.onClose} />
      </form>
    </Dialog>
  );
}

type Form = ReturnType<typeof useActionForm>;

function Beginning({ form, signed }: { readonly form: Form; readonly signed: boolean }) {
  const words = useWords(agreementWords);
  const { fields, set } = form;
  const purposes = proceedingPurposes.filter((one) => signed === (one !== "conclude"));
  return (
    <>
      {purposes.length > 1 && (
        <NativeSelect
          label={words.purpose}
          value={fields.purpose}
          data={purposes.map((value) => ({ value, label: words.purposes[value] }))}
          onChange={(event) => {
            const { value } = event.currentTarget;
            const purpose = purposes.find((one) => one === value) ?? fields.purpose;
            set({ purpose, kind: firstKind(purpose, fields.onlyOutcome) });
          }}
        />
      )}
      <Checkbox
        label={words.onlyOutcome}
        checked={fields.onlyOutcome}
        onChange={(event) => {
          const onlyOutcome = event.currentTarget.checked;
          set({ onlyOutcome, kind: firstKind(fields.purpose, onlyOutcome) });
        }}
      />
    </>
  );
}

/** What a new proceeding begins with. */
function firstKind(purpose: ProceedingPurpose, onlyOutcome: boolean): AgreementActionKind {
  if (!onlyOutcome) return "proposed";
  return signedPurposes.includes(purpose) ? "signed" : "tookEffect";
}

/** The fields that an action of a kind asks for. */
function Asked({ form }: { readonly form: Form }) {
  const words = useWords(agreementWords);
  const { fields, set, wants, faults } = form;
  const text = (name: "bodyName" | "documentNumber", label: string, error: string | null = null) => (
    <TextInput
      label={label}
      value={fields[name]}
      error={error}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <TextInput
        data-autofocus
        type="date"
        label={words.on}
        value={fields.on}
        error={faults.on}
        onChange={(event) => set({ on: event.currentTarget.value })}
      />
      {wants.body && (
        <NativeSelect
          label={words.body}
          value={fields.body}
          data={opinionBodies.map((value) => ({ value, label: words.bodies[value] }))}
          onChange={(event) => {
            const { value } = event.currentTarget;
            set({ body: opinionBodies.find((one) => one === value) ?? fields.body });
          }}
        />
      )}
      {wants.bodyName && text("bodyName", words.bodyName, faults.bodyName)}
      {wants.answer && (
        <NativeSelect
          label={words.answer}
          value={fields.answer}
          data={opinionAnswers.map((value) => ({ value, label: words.answers[value] }))}
          onChange={(event) => {
            const { value } = event.currentTarget;
            set({ answer: opinionAnswers.find((one) => one === value) ?? fields.answer });
          }}
        />
      )}
      {text("documentNumber", `${words.documentNumber} (${words.optional})`)}
      {wants.validUntil && (
        <TextInput
          type="date"
          label={`${words.validUntil} (${words.optional})`}
          value={fields.validUntil}
          onChange={(event) => set({ validUntil: event.currentTarget.value })}
        />
      )}
      {wants.note ? (
        <Textarea
          rows={2}
          label={`${words.note} (${words.optional})`}
          value={fields.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      ) : (
        <p className="small muted">{words.partyHelp}</p>
      )}
    </>
  );
}

/** What is likely to be recorded next: the first step that waits, else the first that may be recorded. */
function likelyKind({ steps, allowed }: AgreementProceeding): AgreementActionKind {
  const waits = steps.find(
    ({ key, state }) => (state === "late" || state === "open") && allowed.includes(key),
  );
  return waits?.key ?? allowed[0] ?? "proposed";
}

/** What is typed, what of it the kind of action asks for, and how it is sent. */
function useActionForm(props: Parameters<typeof RecordAction>[0]) {
  const { id, proceeding, onClose } = props;
  const words = useWords(agreementWords);
  const { busy, failure, write } = useAgreementWriting(id);
  const [tried, setTried] = useState(false);
  const [fields, setFields] = useState(() => ({
    purpose: (props.signed ? "amend" : "conclude") as ProceedingPurpose,
    onlyOutcome: false,
    kind: proceeding ? likelyKind(proceeding) : ("proposed" as AgreementActionKind),
    ...{ on: "", body: opinionBodies[0] as (typeof opinionBodies)[number], bodyName: "" },
    answer: opinionAnswers[0] as (typeof opinionAnswers)[number],
    ...{ documentNumber: "", note: "", validUntil: "" },
  }));
  const { kind } = fields;
  const isParty = kind === "partyAsked" || kind === "partyAnswered";
  const asksBody = kind === "opinionAsked" || kind === "opinionGiven";
  const wants = {
    body: asksBody,
    bodyName: isParty || (asksBody && fields.body === "concerned"),
    answer: kind === "opinionGiven" || kind === "primeMinisterAnswered",
    validUntil: kind === "signed" && (proceeding?.purpose ?? fields.purpose) !== "conclude",
    note: !isParty,
  };
  const faults = {
    on: tried && fields.on === "" ? words.missing : null,
    bodyName: tried && wants.bodyName && fields.bodyName.trim() === "" ? words.missing : null,
  };
  const set = (changes: Partial<typeof fields>) => setFields((now) => ({ ...now, ...changes }));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fields.on === "" || (wants.bodyName && fields.bodyName.trim() === "") || busy) return;
    const action: ActionRequest = {
      ...{ kind, on: fields.on, body: wants.body ? fields.body : null },
      bodyName: wants.bodyName ? fields.bodyName.trim() : null,
      answer: wants.answer ? fields.answer : null,
      documentNumber: fields.documentNumber.trim() || null,
      note: wants.note ? fields.note.trim() || null : null,
      validUntil: wants.validUntil ? fields.validUntil || null : null,
    };
    const { purpose, onlyOutcome } = fields;
    const begun: ProceedingRequest = { purpose, onlyOutcome, action };
    const written = proceeding
      ? await write("POST", pathTo(apiPaths.agreementActions, { id, proceeding: proceeding.id }), action)
      : await write("POST", pathTo(apiPaths.agreementProceedings, { id }), begun);
    if (written) onClose();
  };
  const kinds = proceeding ? proceeding.allowed : [kind];
  return { fields, set, wants, faults, kinds, busy, failure, send: (event: FormEvent) => void send(event) };
}
