import { useQuery } from "@tanstack/react-query";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { TargetAnswer } from "../../contract/read.ts";
import type { RegisteredTaskAnswer, TaskHistoryAnswer } from "../../contract/task.ts";
import { describeSchedule } from "../../domain/calendar/describe.ts";
import type { Schedule } from "../../domain/calendar/schedule.ts";
import { sayKind, sayTarget } from "../../domain/duty/target-words.ts";
import { type Language, sayNumber } from "../../domain/language/language.ts";
import { answeringWords } from "../../domain/language/web-answering.ts";
import { changeProposalWords } from "../../domain/language/web-change-proposals.ts";
import { coordinationWords } from "../../domain/language/web-coordination.ts";
import { lineageWords } from "../../domain/language/web-lineage.ts";
import { targetWords } from "../../domain/language/web-targets.ts";
import { type TaskWords, taskWords } from "../../domain/language/web-tasks.ts";
import { FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay, sayMoment } from "../day-words.ts";
import { useSpeech, useWords } from "../language.tsx";
import { changesOf } from "./history-changes.ts";
import styles from "./TaskPlace.module.css";

/** Every change of a task, newest first: who, when, what it was and what it became. */
export function TaskHistory({ id }: { id: string }) {
  const words = useWords(taskWords);
  const lineage = useWords(lineageWords);
  const more: Readonly<Record<string, string>> = {
    "name-answering": useWords(answeringWords).deed,
    ...useWords(coordinationWords).deeds,
    ...useWords(changeProposalWords).deeds,
  };
  const { language } = useSpeech();
  const history = useQuery({
    queryKey: ["history", id],
    queryFn: () => fetchAnswer<TaskHistoryAnswer>(pathTo(apiPaths.taskHistory, { id })),
    staleTime: 0,
  });
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title" className={styles.heading}>
        {words.history}
      </h2>
      {history.error instanceof FailureError ? (
        <FailureNote failure={history.error.failure} onRetry={() => void history.refetch()} />
      ) : !history.data ? (
        <Waiting />
      ) : history.data.changes.length === 0 ? (
        <p className="muted">{words.noHistory}</p>
      ) : (
        <ol className={styles.history}>
          {history.data.changes.map((change) => (
            <li key={change.id}>
              <p>
                <strong>
                  {words.changes[change.what] ??
                    lineage.changes[change.what] ??
                    more[change.what] ??
                    change.what}
                </strong>{" "}
                <span className="small muted">
                  {sayMoment(change.at, language)}, {change.who}
                </span>
              </p>
              <Changes before={change.before} after={change.after} words={words} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Bodies and schedules of the history in words; anything else as it is. */
function sayStructure(field: string, value: unknown, language: Language, words: TaskWords): unknown {
  if (value === null || typeof value !== "object") return value;
  if (field === "addressees" && Array.isArray(value))
    return (
      value
        // The history keeps what the program wrote: addressees of a task.
        .map(
          ({ role, name }: RegisteredTaskAnswer["addressees"][number]) =>
            `${words.addresseeRoles[role]}: ${name}`,
        )
        .join("; ") || null
    );
  // Likewise its targets.
  if (field === "targets" && Array.isArray(value))
    return (
      value
        .map((one: TargetAnswer) => `${sayTarget(one, language)} (${sayKind(one, language)})`)
        .join("; ") || null
    );
  // Likewise plans of its targets.
  if (field === "plans" && Array.isArray(value))
    return value
      .map(
        ({ unit, value: planned }: { readonly unit: string | null; readonly value: number | null }) =>
          `${unit ?? targetWords[language].together}: ${planned === null ? "–" : sayNumber(planned, language)}`,
      )
      .join("; ");
  // Likewise a schedule.
  return field === "schedule" ? describeSchedule(value as Schedule, language) : value;
}

function Changes({ before, after, words }: { before: unknown; after: unknown; words: TaskWords }) {
  const { language } = useSpeech();
  const answering = useWords(answeringWords);
  const coordination = useWords(coordinationWords);
  const named: Readonly<Record<string, string>> = {
    content: words.content,
    timeWords: words.when,
    addressees: words.addressees,
    schedule: words.understood,
    result: words.product,
    targets: words.targets,
    target: words.targets,
    period: targetWords[language].columns.period,
    plans: targetWords[language].columns.plan,
    document: targetWords[language].document,
    group: words.group,
    approver: words.approver,
    on: words.on,
    product: words.product,
    note: words.note,
    holder: words.holder,
    answers: answering.answers,
    coordinators: coordination.title,
  };
  const changes = changesOf(before, after, (field, value) =>
    sayStructure(field, value, language, words),
  ).filter(({ field }) => named[field] !== undefined);
  if (changes.length === 0) return null;
  return (
    <ul className="small">
      {changes.map(({ field, before: old, after: now }) => (
        <li key={field}>
          <span className="muted">{named[field]}: </span>
          {old !== null && (
            <>
              <del>{sayDay(old)}</del> →{" "}
            </>
          )}
          {now === null ? <span className="muted">{words.empty}</span> : <ins>{sayDay(now)}</ins>}
        </li>
      ))}
    </ul>
  );
}
