import { Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { apiPaths, pathTo } from "../../../contract/paths.ts";
import type { RecordAnswer } from "../../../contract/record.ts";
import type { LimitStandingAnswer, RecordLimitsAnswer } from "../../../contract/time-limit.ts";
import type { Failure } from "../../../domain/basics/result.ts";
import { travelAuthorities } from "../../../domain/cooperation/time-limit/travel-approval.ts";
import { timeLimitWords } from "../../../domain/language/web-time-limits.ts";
import { ask, FailureError, fetchAnswer } from "../../api.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import listStyles from "../../components/List.module.css";
import { PlainTable } from "../../components/PlainTable.tsx";
import { Waiting } from "../../components/Waiting.tsx";
import { useSpeech, useWords } from "../../language.tsx";
import styles from "../Records.module.css";
import { LimitDue, LimitName, LimitProof, LimitStateWord } from "./limit-words.tsx";

/** What a record has to do by when, by law and by the rules of the province, with the proof of each. */
export default function RecordLimits({ record }: { readonly record: RecordAnswer }) {
  const words = useWords(timeLimitWords);
  const { language } = useSpeech();
  const blanks = { register: record.register, id: record.id };
  // The days of the record are what its time limits are counted from.
  const key = ["time-limits", record.id, record.version];
  const limits = useQuery({
    queryKey: key,
    queryFn: () => fetchAnswer<RecordLimitsAnswer>(pathTo(apiPaths.recordLimits, blanks)),
    staleTime: 1000,
  });
  const [open, setOpen] = useState<LimitStandingAnswer | null>(null);
  if (limits.error instanceof FailureError)
    return <FailureNote failure={limits.error.failure} onRetry={() => void limits.refetch()} />;
  if (!limits.data) return <Waiting />;
  const { standings, authority, mayEdit, today } = limits.data;
  const rules = new Map(limits.data.limits.map((limit) => [limit.key, limit]));
  if (standings.length === 0 && authority === null) return null;
  const permits = travelAuthorities.find((one) => one.key === authority);
  const heads = [words.rule, words.due, words.state, words.proof].map((title) => ({ title }));
  return (
    <section aria-labelledby="limits-title" className={styles.group}>
      <h2 id="limits-title" className="subtitle">
        {words.partTitle}
      </h2>
      {permits && <p>{words.authority(permits[language])}</p>}
      <PlainTable stacks heads={heads}>
        {standings.map((standing) => {
          const limit = rules.get(standing.limit);
          return (
            limit && (
              <tr key={`${standing.limit} ${standing.occurrence}`}>
                <td>
                  <LimitName {...{ limit, standing }} />
                </td>
                <td>
                  <LimitDue {...{ standing, today }} />
                </td>
                <td>
                  <LimitStateWord state={standing.state} />
                </td>
                <td>
                  <LimitProof standing={standing} />{" "}
                  {mayEdit && limit.field === null && (
                    <button
                      type="button"
                      className={`link-button ${styles.whole}`}
                      data-screen-only
                      aria-label={`${standing.doneOn === null ? words.markDone : words.change}: ${limit[language]} ${standing.occurrence}`}
                      onClick={() => setOpen(standing)}
                    >
                      {standing.doneOn === null ? words.markDone : words.change}
                    </button>
                  )}
                </td>
              </tr>
            )
          );
        })}
      </PlainTable>
      {open && (
        <ProofDialog
          record={record}
          standing={open}
          title={rules.get(open.limit)?.[language] ?? words.markDone}
          today={today}
          queryKey={key}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

function ProofDialog(props: {
  readonly record: RecordAnswer;
  readonly standing: LimitStandingAnswer;
  readonly title: string;
  readonly today: string;
  readonly queryKey: readonly unknown[];
  readonly onClose: () => void;
}) {
  const { record, standing, today, onClose } = props;
  const words = useWords(timeLimitWords);
  const queries = useQueryClient();
  const [on, setOn] = useState(standing.doneOn ?? today);
  const [document, setDocument] = useState(standing.documentNumber ?? "");
  const [failure, setFailure] = useState<Failure | null>(null);
  const path = pathTo(apiPaths.recordProof, {
    ...{ register: record.register, id: record.id },
    ...{ limit: standing.limit, occurrence: standing.occurrence },
  });
  const send = async (method: "PUT" | "DELETE", body?: object) => {
    const answer = await ask<RecordLimitsAnswer>(method, path, body);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    queries.setQueryData(props.queryKey, answer.value);
    onClose();
    await queries.invalidateQueries({ queryKey: ["records"] });
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (on !== "") void send("PUT", { on, documentNumber: document.trim() || null });
  };
  return (
    <Dialog title={props.title} onClose={onClose}>
      <form className={styles.form} onSubmit={save} noValidate>
        {failure && <FailureNote failure={failure} />}
        <TextInput
          data-autofocus
          size="sm"
          type="date"
          label={words.on}
          max={today}
          value={on}
          error={on === "" ? words.missing : null}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        <TextInput
          size="sm"
          label={words.document}
          description={words.documentHelp}
          inputWrapperOrder={["label", "input", "description", "error"]}
          maxLength={100}
          value={document}
          onChange={(event) => setDocument(event.currentTarget.value)}
        />
        <div className={listStyles.filters}>
          <Button size="xs" type="submit">
            {words.save}
          </Button>
          {standing.doneOn !== null && (
            <Button size="xs" variant="default" onClick={() => void send("DELETE")}>
              {words.takeBack}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
