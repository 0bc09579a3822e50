import { Checkbox, NativeSelect, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { AgreementTextAnswer, AgreementTextsAnswer } from "../../../contract/agreement-text.ts";
import { textLanguages } from "../../../domain/cooperation/agreement/parallel-text.ts";
import { agreementTextWords } from "../../../domain/language/web-agreement-texts.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { useWords } from "../../language.tsx";
import styles from "./Agreement.module.css";
import { FormButtons } from "./FormButtons.tsx";
import { useTextWriting } from "./use-texts.ts";

/** The text of a language: which document it is, or its words; `text` null: a new one. */
export function TextDialog(props: {
  readonly id: string;
  readonly answer: AgreementTextsAnswer;
  readonly text: AgreementTextAnswer | null;
  readonly onClose: () => void;
}) {
  const { id, answer, text, onClose } = props;
  const words = useWords(agreementTextWords);
  const { busy, failure, write } = useTextWriting(id);
  const free = textLanguages.filter((one) => !answer.texts.some(({ language }) => language === one));
  const [language, setLanguage] = useState(text?.language ?? free[0] ?? "vi");
  const [document, setDocument] = useState(
    text ? (text.document?.id ?? "") : (answer.documents[0]?.id ?? ""),
  );
  const [content, setContent] = useState(
    text && text.document === null ? (text.paragraphs ?? []).join("\n") : "",
  );
  const [isAuthentic, setAuthentic] = useState(text?.isAuthentic ?? true);
  const [tried, setTried] = useState(false);
  const isMissing = document === "" && content.trim() === "";
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || isMissing) return;
    const source = document === "" ? { document: null, content } : { document, content: null };
    if (await write(language, { isAuthentic, ...source })) onClose();
  };
  return (
    <Dialog title={text ? words.editOf(words.languages[language]) : words.add} wide onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void send(event)} noValidate>
        {failure && <FailureNote failure={failure} />}
        {!text && (
          <NativeSelect
            label={words.language}
            value={language}
            data={free.map((value) => ({ value, label: words.languages[value] }))}
            onChange={({ currentTarget: { value } }) => {
              const chosen = free.find((one) => one === value);
              if (chosen) setLanguage(chosen);
            }}
          />
        )}
        <NativeSelect
          label={words.source}
          value={document}
          data={[
            ...answer.documents.map((one) => ({ value: one.id, label: one.name })),
            { value: "", label: words.typed },
          ]}
          onChange={({ currentTarget: { value } }) => setDocument(value)}
        />
        {document === "" && (
          <Textarea
            data-autofocus
            rows={12}
            lang={language}
            label={words.content}
            description={words.contentHelp}
            value={content}
            error={tried && isMissing ? words.contentMissing : null}
            onChange={({ currentTarget: { value } }) => setContent(value)}
          />
        )}
        <Checkbox
          label={words.isAuthentic}
          checked={isAuthentic}
          onChange={({ currentTarget: { checked } }) => setAuthentic(checked)}
        />
        <FormButtons busy={busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
