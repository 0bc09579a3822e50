import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { FindingAnswer, FindingEdit } from "../../contract/review.ts";
import { reviewWords } from "../../domain/language/web-review.ts";
import { useWords } from "../language.tsx";
import { DraftNotes } from "./DraftNotes.tsx";
import styles from "./FindingForm.module.css";
import { rowsFor } from "./FindingForm.tsx";
import { fieldsOf, type PartFields, partEdits, proposeParts } from "./finding-fields.ts";
import { useDraft } from "./use-draft.ts";
import { useInView } from "./use-in-view.ts";

/** One row into several: a part each with its content, lead and time; the rest comes from the whole. */
export function SplitForm(props: {
  readonly draft: string;
  readonly finding: FindingAnswer;
  readonly onSave: (parts: readonly FindingEdit[]) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const words = useWords(reviewWords);
  const frame = useInView<HTMLDivElement>();
  const whole = fieldsOf(props.finding.task);
  const draft = useDraft(props.draft, props.finding.version, { parts: proposeParts(whole) });
  const { parts } = draft.fields;
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState(false);
  const setPart = (at: number, changes: Partial<PartFields>) =>
    draft.change({ parts: parts.map((part, place) => (place === at ? { ...part, ...changes } : part)) });
  const save = async () => {
    const edits = partEdits(whole, parts);
    setFault(edits.length < 2);
    if (edits.length < 2 || busy) return;
    setBusy(true);
    const saved = await props.onSave(edits);
    setBusy(false);
    if (!saved) return;
    draft.drop();
    props.onClose();
  };
  const discard = () => {
    draft.drop();
    props.onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the form, whichever field has the focus
    <div
      ref={frame}
      className={styles.form}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
        if (event.key === "Escape") props.onClose();
      }}
    >
      <p className="muted">{words.splitTitle}</p>
      <DraftNotes draft={draft} />
      {parts.map((part, at) => (
        // Parts have no name of their own; they are only added at the end.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={at} className={styles.part}>
          <Part part={part} at={at} onChange={(changes) => setPart(at, changes)} />
        </div>
      ))}
      {fault && <p role="alert">{words.twoParts}</p>}
      <div className={styles.actions}>
        <Button size="xs" loading={busy} onClick={() => void save()}>
          {words.splitSave}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            draft.change({ parts: [...parts, { content: "", leadText: whole.leadText, time: whole.time }] })
          }
        >
          {words.addPart}
        </Button>
        <button type="button" className="link-button" onClick={discard}>
          {words.discard}
        </button>
      </div>
    </div>
  );
}

function Part(props: {
  readonly part: PartFields;
  readonly at: number;
  readonly onChange: (changes: Partial<PartFields>) => void;
}) {
  const words = useWords(reviewWords);
  const { part, at, onChange } = props;
  return (
    <>
      <Textarea
        size="xs"
        label={words.part(at + 1)}
        rows={rowsFor(part.content)}
        autoFocus={at === 0}
        value={part.content}
        onChange={(event) => onChange({ content: event.currentTarget.value })}
      />
      <div className={styles.beside}>
        <TextInput
          size="xs"
          label={words.fields.leadText}
          value={part.leadText}
          onChange={(event) => onChange({ leadText: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          label={words.fields.time}
          value={part.time}
          onChange={(event) => onChange({ time: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
