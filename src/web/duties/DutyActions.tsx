import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { DutyAnswer, DutyFactAnswer, DutyFactRequestBody } from "../../contract/duty.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { dutyWords } from "../../domain/language/web-duties.ts";
import { ask, failureOf } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { useWords } from "../language.tsx";
import styles from "./Duties.module.css";
import { useDutyChanged } from "./use-duties.ts";

type Kind = DutyAnswer["allowed"][number];

/** What each fact asks for beside its day. */
const asks: Readonly<
  Partial<Record<Kind, readonly ("dueOn" | "document" | "product" | "step" | "reason" | "note")[]>>
> = {
  recorded: ["note"],
  sentBack: ["reason"],
  confirmed: ["product", "document", "note"],
  reopened: ["note"],
  withdrawn: ["document", "reason"],
  asked: ["dueOn", "document", "reason"],
  extended: ["dueOn", "document", "note"],
  refused: ["document", "reason"],
  stepped: ["step", "document", "product", "note"],
};

/** The facts that the person may record now, each with its form. */
export function DutyActions({ duty }: { duty: DutyAnswer }) {
  const words = useWords(dutyWords);
  const [open, setOpen] = useState<Kind | null>(null);
  const shown = duty.allowed.filter((kind) => asks[kind] && isInPlace(kind, duty));
  if (shown.length === 0) return null;
  return (
    <section aria-label={words.actTitle} data-screen-only>
      {open ? (
        <FactForm duty={duty} kind={open} onClose={() => setOpen(null)} />
      ) : (
        <div className={styles.buttons}>
          {shown.map((kind) => (
            <Button
              key={kind}
              size="compact-sm"
              variant={kind === shown[0] ? "filled" : "default"}
              onClick={() => setOpen(kind)}
            >
              {kind === "reopened" && duty.state === "submitted" ? words.takeBack : words.act[kind]}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

/** Only what is there is recorded or sent back, and only what was asked is refused. */
function isInPlace(kind: Kind, duty: DutyAnswer): boolean {
  if (kind === "recorded" || kind === "sentBack") return duty.reportedOn !== null;
  if (kind === "refused") return duty.askedOn !== null;
  return kind !== "asked" || duty.askedOn === null;
}

type Fields = Required<Pick<DutyFactRequestBody, "on">> & {
  readonly dueOn: string;
  readonly document: string;
  readonly product: string;
  readonly step: string;
  readonly note: string;
};

function FactForm(props: { readonly duty: DutyAnswer; readonly kind: Kind; readonly onClose: () => void }) {
  const { kind } = props;
  const words = useWords(dutyWords);
  const form = useFactForm(props);
  const { fields, faults } = form;
  return (
    <form
      className={`${styles.form} ${styles.panel}`}
      aria-label={words.act[kind]}
      onSubmit={(event) => {
        event.preventDefault();
        void form.record();
      }}
    >
      <strong>{words.act[kind]}</strong>
      {form.refusal && <FailureNote failure={form.refusal} />}
      <TextInput
        size="xs"
        type="date"
        label={words.on}
        value={fields.on}
        error={faults.on && words.dayNeeded}
        onChange={(event) => form.set({ on: event.currentTarget.value })}
      />
      <AskedFields form={form} />
      <Textarea
        size="xs"
        rows={2}
        label={form.wanted.includes("reason") ? words.reason : `${words.note} (${words.optional})`}
        value={fields.note}
        error={faults.reason && words.reasonNeeded}
        onChange={(event) => form.set({ note: event.currentTarget.value })}
      />
      <div className={styles.buttons}>
        <Button size="compact-sm" type="submit" loading={form.busy}>
          {words.save}
        </Button>
        <Button size="compact-sm" variant="default" onClick={props.onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

/** The fields of a fact, what is missing in them, and how they are sent. */
function useFactForm(props: {
  readonly duty: DutyAnswer;
  readonly kind: Kind;
  readonly onClose: () => void;
}) {
  const { duty, kind } = props;
  const changed = useDutyChanged();
  const wanted = asks[kind] ?? [];
  const asked = duty.facts.find((fact) => fact.kind === "asked");
  const [fields, setFields] = useState<Fields>({
    ...{ on: duty.today, dueOn: (kind === "extended" && asked?.dueOn) || "", document: "", step: "office" },
    ...{ product: kind === "confirmed" ? (duty.product ?? "") : "", note: "" },
  });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const faults = {
    on: tried && fields.on === "",
    due: tried && wanted.includes("dueOn") && fields.dueOn === "",
    reason: tried && wanted.includes("reason") && fields.note.trim() === "",
  };
  const isWhole =
    fields.on !== "" &&
    (fields.dueOn !== "" || !wanted.includes("dueOn")) &&
    (fields.note.trim() !== "" || !wanted.includes("reason"));
  const record = async () => {
    setTried(true);
    if (!isWhole || busy) return;
    setBusy(true);
    const answer = await ask<DutyFactAnswer>("POST", apiPaths.dutiesFacts, {
      ...{ duties: [{ id: duty.id, version: duty.version }], kind, on: fields.on },
      ...(wanted.includes("dueOn") && { dueOn: fields.dueOn }),
      ...(wanted.includes("step") && { step: fields.step }),
      ...{ document: fields.document || null, product: fields.product || null, note: fields.note || null },
    });
    setBusy(false);
    const [first] = answer.ok ? answer.value.refused : [];
    const refused = answer.ok ? (first ? failureOf({ error: first.failure }) : null) : answer.failure;
    setRefusal(refused);
    await changed();
    if (!refused) props.onClose();
  };
  const set = (changes: Partial<Fields>) => setFields({ ...fields, ...changes });
  return { wanted, fields, faults, busy, refusal, set, record };
}

/** What a kind of fact asks for beside day and note. */
function AskedFields({ form }: { form: ReturnType<typeof useFactForm> }) {
  const words = useWords(dutyWords);
  const { wanted, fields, faults, set } = form;
  const text = (name: "document" | "product", label: string) =>
    wanted.includes(name) && (
      <TextInput
        size="xs"
        label={`${label} (${words.optional})`}
        value={fields[name]}
        onChange={(event) => set({ [name]: event.currentTarget.value })}
      />
    );
  return (
    <>
      {wanted.includes("dueOn") && (
        <TextInput
          size="xs"
          type="date"
          label={words.newDue}
          value={fields.dueOn}
          error={faults.due && words.dayNeeded}
          onChange={(event) => set({ dueOn: event.currentTarget.value })}
        />
      )}
      {wanted.includes("step") && (
        <NativeSelect
          size="xs"
          label={words.step}
          value={fields.step}
          data={Object.entries(words.steps).map(([value, label]) => ({ value, label }))}
          onChange={(event) => set({ step: event.currentTarget.value })}
        />
      )}
      {text("product", words.facts.product)}
      {text("document", words.reference)}
    </>
  );
}
