import { Button, Checkbox, Textarea, TextInput } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { reviewWords } from "../../domain/language/web-review.ts";
import { useWords } from "../language.tsx";
import { DraftNotes } from "./DraftNotes.tsx";
import styles from "./FindingForm.module.css";
import type { FindingFields } from "./finding-fields.ts";
import { useDraft } from "./use-draft.ts";
import { useInView } from "./use-in-view.ts";

/** All fields of a row, edited in place. What is typed is kept until it is saved or thrown away. */
export function FindingForm(props: {
  readonly draft: string;
  readonly version: number;
  readonly initial: FindingFields;
  readonly saveLabel: string;
  /** Gives true when it was saved. */
  readonly onSave: (fields: FindingFields) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const words = useWords(reviewWords);
  const frame = useInView<HTMLDivElement>();
  const { fields, change, ...draft } = useDraft(props.draft, props.version, props.initial);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const missing = fields.content.trim() === "";
  const save = async () => {
    setTried(true);
    if (missing || busy) return;
    setBusy(true);
    const saved = await props.onSave(fields);
    setBusy(false);
    if (!saved) return;
    draft.drop();
    props.onClose();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      props.onClose();
    }
  };
  const discard = () => {
    draft.drop();
    props.onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the form, whichever field has the focus
    <div ref={frame} className={styles.form} onKeyDown={keys}>
      <DraftNotes draft={draft} />
      <Fields fields={fields} change={change} missing={tried && missing} />
      <div className={styles.actions}>
        <Button size="xs" loading={busy} onClick={() => void save()}>
          {props.saveLabel}
        </Button>
        <Button size="xs" variant="default" onClick={props.onClose}>
          {words.cancel}
        </Button>
        {draft.touched && (
          <button type="button" className="link-button" onClick={discard}>
            {words.discard}
          </button>
        )}
      </div>
    </div>
  );
}

function Fields(props: {
  readonly fields: FindingFields;
  readonly change: (changes: Partial<FindingFields>) => void;
  readonly missing: boolean;
}) {
  const all = useWords(reviewWords);
  const words = all.fields;
  const { fields, change } = props;
  const text = (name: Exclude<keyof FindingFields, "general">) => ({
    size: "xs" as const,
    label: words[name],
    value: fields[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  return (
    <>
      <Textarea
        {...text("content")}
        rows={rowsFor(fields.content)}
        error={props.missing ? all.contentMissing : null}
        data-autofocus
        autoFocus
      />
      <div className={styles.pair}>
        <Textarea {...text("leadText")} rows={2} description={all.bodiesHelp} {...belowField} />
        <Textarea {...text("coordinatingText")} rows={2} />
      </div>
      <div className={styles.pair}>
        <TextInput {...text("time")} description={all.timeHelp} {...belowField} />
        <Textarea {...text("result")} rows={2} />
      </div>
      <div className={styles.three}>
        <TextInput {...text("label")} />
        <TextInput {...text("group")} />
        <TextInput {...text("approver")} />
      </div>
      <Checkbox
        size="xs"
        label={words.general}
        checked={fields.general}
        onChange={(event) => change({ general: event.currentTarget.checked })}
      />
    </>
  );
}

const belowField = { inputWrapperOrder: ["label", "input", "description", "error"] as const } as {
  inputWrapperOrder: ("label" | "input" | "description" | "error")[];
};

/** Rows of a text field that shows its text without scrolling, within reason. */
export function rowsFor(text: string): number {
  return Math.min(8, Math.max(2, Math.ceil(text.length / 80)));
}
