import { NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { AgreementClause, ClauseOrderRequest } from "../../../contract/agreement.ts";
import { apiPaths, pathTo } from "../../../contract/paths.ts";
import { agreementWords } from "../../../domain/language/web-agreements.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { useWords } from "../../language.tsx";
import styles from "./Agreement.module.css";
import { FormButtons } from "./FormButtons.tsx";
import { useAgreementWriting } from "./use-agreement.ts";

/** An imported document that is linked to an agreement. */
export interface AgreementText {
  readonly id: string;
  readonly name: string;
}

/** Makes a task of a clause: by whom, when, with which product; the words are read as those of a document are. */
export function FollowClause(props: {
  readonly id: string;
  readonly clause: AgreementClause;
  readonly texts: readonly AgreementText[];
  readonly onClose: () => void;
}) {
  const { id, clause, texts, onClose } = props;
  const words = useWords(agreementWords);
  const { busy, failure, write } = useAgreementWriting(id);
  const [fields, setFields] = useState({ document: texts[0]?.id ?? "", lead: "", time: "", product: "" });
  const [tried, setTried] = useState(false);
  const set = (changes: Partial<typeof fields>) => setFields((now) => ({ ...now, ...changes }));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fields.lead.trim() === "" || fields.document === "" || busy) return;
    const body: ClauseOrderRequest = {
      ...{ document: fields.document, lead: fields.lead.trim() },
      ...{ time: fields.time.trim() || null, product: fields.product.trim() || null },
    };
    const path = pathTo(apiPaths.agreementClauseTask, { id, clause: clause.id });
    if (await write("POST", path, body)) onClose();
  };
  if (texts.length === 0)
    return (
      <Dialog title={words.follow} onClose={onClose}>
        <p>{words.noText}</p>
      </Dialog>
    );
  return (
    <Dialog title={words.follow} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void send(event)} noValidate>
        {failure && <FailureNote failure={failure} />}
        <p>{clause.content}</p>
        <p className="small muted">{words.followText}</p>
        {texts.length > 1 && (
          <NativeSelect
            label={words.text}
            value={fields.document}
            data={texts.map((text) => ({ value: text.id, label: text.name }))}
            onChange={({ currentTarget: { value } }) => set({ document: value })}
          />
        )}
        <TextInput
          data-autofocus
          label={words.lead}
          value={fields.lead}
          error={tried && fields.lead.trim() === "" ? words.missing : null}
          onChange={({ currentTarget: { value } }) => set({ lead: value })}
        />
        <TextInput
          label={`${words.time} (${words.optional})`}
          description={words.timeHelp}
          value={fields.time}
          onChange={({ currentTarget: { value } }) => set({ time: value })}
        />
        <TextInput
          label={`${words.product} (${words.optional})`}
          value={fields.product}
          onChange={({ currentTarget: { value } }) => set({ product: value })}
        />
        <FormButtons send={words.follow} busy={busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
