import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { UrgingAnswer } from "../../contract/urging.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { sayFailure } from "../../domain/language/failures.ts";
import { urgingSettingsWords } from "../../domain/language/web-urging-settings.ts";
import { ask, failureOf } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { PlainTable } from "../components/PlainTable.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import styles from "./Settings.module.css";

/** The messages that no server took, each with its reason; one can be tried again. */
export function UntakenMessages({ untaken }: { untaken: UrgingAnswer["untaken"] }) {
  const words = useWords(urgingSettingsWords);
  const say = useNumber();
  const { language } = useSpeech();
  const queries = useQueryClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [retried, setRetried] = useState(false);
  const retry = async (id: string) => {
    const answer = await ask<UrgingAnswer>("POST", pathTo(apiPaths.urgingRetry, { id }));
    setFailure(answer.ok ? null : answer.failure);
    setRetried(answer.ok);
    if (answer.ok) queries.setQueryData(["urging"], answer.value);
  };
  const { on, person, why, tries, act } = words.untakenColumns;
  const heads = [{ title: on }, { title: person }, { title: why }, { title: tries, isNumber: true }];
  return (
    <section className={styles.part}>
      <h2 className="subtitle">{words.untaken}</h2>
      {failure && <FailureNote failure={failure} />}
      {retried && <p role="status">{words.retried}</p>}
      {untaken.length === 0 ? (
        <p className="muted">{words.untakenNone}</p>
      ) : (
        <PlainTable stacks heads={[...heads, { title: act }]}>
          {untaken.map((message) => (
            <tr key={`${message.id} ${message.by}`}>
              <td className={styles.day}>{sayDay(message.on)}</td>
              <td className={styles.who}>
                {message.person.name}
                <br />
                <span className="small muted">{message.person.email}</span>
              </td>
              <td>
                {words.by[message.by]}: {words.untakenStates[message.state]}
                <br />
                <span className="small muted">
                  {message.failure && sayFailure(failureOf({ error: message.failure }), language)}
                </span>
              </td>
              <td data-number data-label={tries}>
                {say(message.tries)}
              </td>
              <td className={styles.day}>
                <button
                  type="button"
                  className="link-button"
                  aria-label={words.retryOf(message.person.name)}
                  onClick={() => void retry(message.id)}
                >
                  {words.retry}
                </button>
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </section>
  );
}
