import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { AgreementAnswer, AgreementClause, ClauseRequest } from "../../../contract/agreement.ts";
import { apiPaths, pathTo } from "../../../contract/paths.ts";
import { clauseParties } from "../../../domain/cooperation/agreement/clause.ts";
import { agreementWords } from "../../../domain/language/web-agreements.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { useWords } from "../../language.tsx";
import { Link } from "../../navigation.tsx";
import { places } from "../../places.ts";
import styles from "./Agreement.module.css";
import { type AgreementText, FollowClause } from "./FollowClause.tsx";
import { FormButtons } from "./FormButtons.tsx";
import { useAgreementWriting } from "./use-agreement.ts";

/** What the agreement binds to, each clause with the task that follows it. */
export function AgreementClauses(props: {
  readonly id: string;
  readonly life: AgreementAnswer;
  readonly texts: readonly AgreementText[];
  /** The person may make tasks. */
  readonly mayFollow: boolean;
}) {
  const { id, life, texts, mayFollow } = props;
  const words = useWords(agreementWords);
  const [edited, setEdited] = useState<AgreementClause | "new" | null>(null);
  const [followed, setFollowed] = useState<AgreementClause | null>(null);
  const { busy, failure, write } = useAgreementWriting(id);
  const canFollow = (clause: AgreementClause) =>
    mayFollow && life.mayEdit && clause.task === null && clause.party !== "theirs";
  return (
    <section aria-labelledby="agreement-clauses" className={styles.section}>
      <h2 id="agreement-clauses" className="subtitle">
        {words.clauses}
      </h2>
      {failure && <FailureNote failure={failure} />}
      {life.clauses.length === 0 && <p className="muted">{words.noClauses}</p>}
      <ul className={styles.list}>
        {life.clauses.map((clause) => (
          <li key={clause.id} className={styles.item}>
            <span>
              {clause.label && <strong>{clause.label} </strong>}
              {clause.content}
            </span>
            <span className="small muted">
              {words.parties[clause.party]}
              {clause.task && (
                <>
                  {" · "}
                  <Link href={places.task(clause.task.id)}>
                    {words.task}: {clause.task.content}
                  </Link>
                </>
              )}
            </span>
            {life.mayEdit && (
              <span className={styles.buttons} data-screen-only>
                {canFollow(clause) && (
                  <button type="button" className="link-button" onClick={() => setFollowed(clause)}>
                    {words.follow}
                  </button>
                )}
                <button type="button" className="link-button" onClick={() => setEdited(clause)}>
                  {words.editClause}
                </button>
                <button
                  type="button"
                  className="link-button"
                  disabled={busy}
                  onClick={() =>
                    void write("DELETE", pathTo(apiPaths.agreementClause, { id, clause: clause.id }))
                  }
                >
                  {words.dropClause}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {life.mayEdit && (
        <div data-screen-only>
          <Button size="compact-sm" variant="default" onClick={() => setEdited("new")}>
            {words.addClause}
          </Button>
        </div>
      )}
      {edited && (
        <ClauseDialog id={id} clause={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
      {followed && <FollowClause id={id} clause={followed} texts={texts} onClose={() => setFollowed(null)} />}
    </section>
  );
}

/** A clause as it is typed; `initial`: what it begins with when it is new. */
export function ClauseDialog(props: {
  readonly id: string;
  readonly clause: AgreementClause | null;
  readonly initial?: { readonly label: string; readonly content: string };
  readonly onClose: (written: boolean) => void;
}) {
  const { id, clause, onClose } = props;
  const words = useWords(agreementWords);
  const { busy, failure, write } = useAgreementWriting(id);
  const [fields, setFields] = useState({
    ...{ label: clause?.label ?? props.initial?.label ?? "", party: clause?.party ?? "ours" },
    content: clause?.content ?? props.initial?.content ?? "",
  });
  const [tried, setTried] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fields.content.trim() === "" || busy) return;
    const label = fields.label.trim() || null;
    const body: ClauseRequest = { label, content: fields.content.trim(), party: fields.party };
    const written = clause
      ? await write("PUT", pathTo(apiPaths.agreementClause, { id, clause: clause.id }), body)
      : await write("POST", pathTo(apiPaths.agreementClauses, { id }), body);
    if (written) onClose(true);
  };
  return (
    <Dialog title={clause ? words.editClause : words.addClause} onClose={() => onClose(false)}>
      <form className={styles.form} onSubmit={(event) => void send(event)} noValidate>
        {failure && <FailureNote failure={failure} />}
        <TextInput
          data-autofocus
          label={`${words.label} (${words.optional})`}
          value={fields.label}
          onChange={({ currentTarget: { value } }) => setFields((now) => ({ ...now, label: value }))}
        />
        <Textarea
          rows={4}
          label={words.content}
          value={fields.content}
          error={tried && fields.content.trim() === "" ? words.missing : null}
          onChange={({ currentTarget: { value } }) => setFields((now) => ({ ...now, content: value }))}
        />
        <NativeSelect
          label={words.party}
          value={fields.party}
          data={clauseParties.map((value) => ({ value, label: words.parties[value] }))}
          onChange={({ currentTarget: { value } }) => {
            const party = clauseParties.find((one) => one === value);
            if (party) setFields((now) => ({ ...now, party }));
          }}
        />
        <FormButtons busy={busy} onCancel={() => onClose(false)} />
      </form>
    </Dialog>
  );
}
