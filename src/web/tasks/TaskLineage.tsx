import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { LineageAnswer, LineageNoteAnswer } from "../../contract/lineage.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { type LineageWords, lineageWords } from "../../domain/language/web-lineage.ts";
import { ask, FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay, sayMoment } from "../day-words.ts";
import { DocumentName } from "../documents/document-name.tsx";
import { useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./TaskLineage.module.css";
import place from "./TaskPlace.module.css";

/** How the task came to be what it is: its directives and what stands beside them, as a chain of dated notes. */
export function TaskLineage({ id }: { id: string }) {
  const words = useWords(lineageWords);
  const queries = useQueryClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const chain = useQuery({
    queryKey: ["chain", id],
    queryFn: () => fetchAnswer<LineageAnswer>(pathTo(apiPaths.taskLineage, { id })),
    staleTime: 0,
  });
  const remove = async (note: LineageNoteAnswer) => {
    const answer = await ask<LineageAnswer>("DELETE", pathTo(apiPaths.lineageNote, { id: note.id }));
    setFailure(answer.ok ? null : answer.failure);
    await queries.invalidateQueries({ queryKey: ["chain", id] });
  };
  const times = Math.max(0, ...(chain.data?.notes ?? []).map(({ time }) => time ?? 0));
  return (
    <section aria-labelledby="lineage-title">
      <h2 id="lineage-title" className={place.heading}>
        {words.title}
      </h2>
      {failure && <FailureNote failure={failure} />}
      {chain.error instanceof FailureError ? (
        <FailureNote failure={chain.error.failure} onRetry={() => void chain.refetch()} />
      ) : !chain.data ? (
        <Waiting />
      ) : (
        <>
          <p className={styles.summary}>{words.summary(chain.data.days.map(sayDay), times)}</p>
          <ol className={styles.chain}>
            {chain.data.notes.map((note) => (
              <Note key={note.id} note={note} onRemove={() => void remove(note)} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Note({ note, onRemove }: { note: LineageNoteAnswer; onRemove: () => void }) {
  const words = useWords(lineageWords);
  const { language } = useSpeech();
  const due = sayNoteDue(note, words);
  return (
    <li className={styles.note} data-gives={note.time !== null || undefined}>
      <p className={styles.head}>
        <span className="numbers">{note.givenOn ? sayDay(note.givenOn) : words.noDay}</span>
        <strong>
          {words.kinds[note.kind]}
          {note.time !== null && note.time > 1 && `, ${words.again(note.time)}`}
        </strong>
        {due && <span className="numbers">{due}</span>}
      </p>
      <p className={styles.from}>
        {note.number !== null && `${words.paper(note.number)} · `}
        {note.document && (
          <Link href={places.document(note.document.id)}>
            <DocumentName of={note.document} />
          </Link>
        )}
        {note.joinedFrom !== null && <span className="muted"> · {words.joinedFrom(note.joinedFrom)}</span>}
        {note.time === null && note.finding === null && (
          <>
            {" · "}
            <button type="button" className={styles.remove} onClick={onRemove} data-screen-only>
              {words.remove}
            </button>
          </>
        )}
      </p>
      <details className={styles.words}>
        <summary>{note.words}</summary>
        <p className="small muted">
          {words.confirmed(note.confirmedBy, sayMoment(note.confirmedAt, language))}
        </p>
      </details>
    </li>
  );
}

function sayNoteDue({ dueOn, strictlyBefore }: LineageNoteAnswer, words: LineageWords): string | null {
  if (dueOn === null) return null;
  return strictlyBefore ? words.before(sayDay(dueOn)) : words.due(sayDay(dueOn));
}
