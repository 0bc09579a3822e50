import { Button, NativeSelect, NumberInput, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { AgreementAnswer, AgreementEvaluation, EvaluationRequest } from "../../../contract/agreement.ts";
import { apiPaths, pathTo } from "../../../contract/paths.ts";
import { verdicts } from "../../../domain/cooperation/agreement/clause.ts";
import { fieldsOfWork } from "../../../domain/cooperation/records/common.ts";
import { agreementWords } from "../../../domain/language/web-agreements.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { PlainTable } from "../../components/PlainTable.tsx";
import { useSpeech, useWords } from "../../language.tsx";
import styles from "./Agreement.module.css";
import { FormButtons } from "./FormButtons.tsx";
import { useAgreementWriting } from "./use-agreement.ts";

/** What became of the agreement in each year, by field of work (nhiệm vụ đánh giá hằng năm). */
export function AgreementEvaluations(props: {
  readonly id: string;
  readonly life: AgreementAnswer;
  /** The fields of work of the agreement, by their keys. */
  readonly fields: readonly string[];
}) {
  const { id, life } = props;
  const { year } = life;
  const words = useWords(agreementWords);
  const { language } = useSpeech();
  const { busy, failure, write } = useAgreementWriting(id);
  const [open, setOpen] = useState(false);
  const nameOf = (key: string) => fieldsOfWork.find((one) => one.key === key)?.[language] ?? key;
  const drop = (one: AgreementEvaluation) =>
    write("DELETE", pathTo(apiPaths.agreementEvaluation, { id, evaluation: one.id }));
  return (
    <section aria-labelledby="agreement-evaluations" className={styles.section}>
      <h2 id="agreement-evaluations" className="subtitle">
        {words.evaluations}
      </h2>
      {failure && <FailureNote failure={failure} />}
      {life.evaluations.length === 0 ? (
        <p className="muted">{words.noEvaluations}</p>
      ) : (
        <PlainTable
          stacks
          heads={[words.year, words.field, words.verdict, words.content].map((title) => ({ title }))}
        >
          {life.evaluations.map((one) => (
            <tr key={one.id}>
              <td>{one.year}</td>
              <td>{nameOf(one.field)}</td>
              <td>{words.verdicts[one.verdict]}</td>
              <td>
                {one.content}{" "}
                {life.mayEdit && (
                  <button
                    type="button"
                    className="link-button"
                    data-screen-only
                    disabled={busy}
                    onClick={() => void drop(one)}
                  >
                    {words.dropClause}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      {life.mayEdit && (
        <div data-screen-only>
          <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
            {words.evaluate}
          </Button>
        </div>
      )}
      {open && <EvaluationDialog id={id} fields={props.fields} year={year} onClose={() => setOpen(false)} />}
    </section>
  );
}

function EvaluationDialog(props: {
  readonly id: string;
  readonly fields: readonly string[];
  readonly year: number;
  readonly onClose: () => void;
}) {
  const { id, onClose } = props;
  const words = useWords(agreementWords);
  const { language } = useSpeech();
  const { busy, failure, write } = useAgreementWriting(id);
  const choices = fieldsOfWork.filter(({ key }) => props.fields.length === 0 || props.fields.includes(key));
  const [given, setGiven] = useState<EvaluationRequest>({
    ...{ year: props.year, field: choices[0]?.key ?? "other", verdict: "effective", content: "" },
  });
  const [tried, setTried] = useState(false);
  const set = (changes: Partial<EvaluationRequest>) => setGiven((now) => ({ ...now, ...changes }));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (given.content.trim() === "" || busy) return;
    if (await write("POST", pathTo(apiPaths.agreementEvaluations, { id }), given)) onClose();
  };
  return (
    <Dialog title={words.evaluate} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void send(event)} noValidate>
        {failure && <FailureNote failure={failure} />}
        <NumberInput
          label={words.year}
          min={1990}
          max={2100}
          value={given.year}
          onChange={(value) => set({ year: Number(value) || props.year })}
        />
        <NativeSelect
          label={words.field}
          value={given.field}
          data={choices.map((one) => ({ value: one.key, label: one[language] }))}
          onChange={({ currentTarget: { value } }) => set({ field: value })}
        />
        <NativeSelect
          label={words.verdict}
          value={given.verdict}
          data={verdicts.map((value) => ({ value, label: words.verdicts[value] }))}
          onChange={({ currentTarget: { value } }) => {
            const verdict = verdicts.find((one) => one === value);
            if (verdict) set({ verdict });
          }}
        />
        <Textarea
          data-autofocus
          rows={4}
          label={words.content}
          value={given.content}
          error={tried && given.content.trim() === "" ? words.missing : null}
          onChange={({ currentTarget: { value } }) => set({ content: value })}
        />
        <FormButtons busy={busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
