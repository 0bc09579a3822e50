import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { QuestionAnswerRequest, QuestionsAnswer } from "../../contract/document-questions.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { lineageWords } from "../../domain/language/web-lineage.ts";
import { ask, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { ReasonDialog } from "../components/ReasonDialog.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { TaskState } from "../tasks/TaskState.tsx";
import styles from "./DocumentQuestions.module.css";
import { DocumentName } from "./document-name.tsx";

type Asked = QuestionsAnswer["asked"][number];

/**
 * What the document asks about tasks of earlier ones: half done where it replaces theirs, orders that dropped out where it
 * is the plan that they wanted. Nothing is shown to people who do not review, nor where nothing is asked.
 */
export function DocumentQuestions({ id }: { id: string }) {
  const words = useWords(lineageWords);
  const say = useNumber();
  const queries = useQueryClient();
  const key = ["questions", id];
  const [failure, setFailure] = useState<Failure | null>(null);
  const [answering, setAnswering] = useState<Pick<
    QuestionAnswerRequest,
    "task" | "question" | "answer"
  > | null>(null);
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => fetchAnswer<QuestionsAnswer>(pathTo(apiPaths.documentQuestions, { id })),
    retry: false,
  });
  if (!data || data.asked.length === 0) return null;
  const answer = async (reason: string) => {
    if (!answering) return;
    setAnswering(null);
    const path = pathTo(apiPaths.documentQuestions, { id });
    const left = await ask<QuestionsAnswer>("POST", path, { ...answering, reason });
    setFailure(left.ok ? null : left.failure);
    if (left.ok) queries.setQueryData(key, left.value);
    await queries.invalidateQueries({ queryKey: ["document", id] });
  };
  return (
    <section className={styles.questions} aria-labelledby="questions-title">
      <h2 id="questions-title" className="subtitle">
        {words.questions}
      </h2>
      <p className="small muted numbers">
        {words.questionBalance(
          say(data.asked.length + data.answered),
          say(data.answered),
          say(data.asked.length),
        )}
      </p>
      {failure && <FailureNote failure={failure} />}
      <ul>
        {data.asked.map((one) => (
          <Question
            key={`${one.question} ${one.task.id} ${one.thing}`}
            one={one}
            onAnswer={(given) => setAnswering({ task: one.task.id, question: one.question, answer: given })}
          />
        ))}
      </ul>
      {answering && (
        <ReasonDialog
          words={answering.answer === "kept" ? words.keepDialog : words.withdrawDialog}
          onReason={(reason) => void answer(reason)}
          onClose={() => setAnswering(null)}
        />
      )}
    </section>
  );
}

function Question({ one, onAnswer }: { one: Asked; onAnswer: (given: "kept" | "withdrawn") => void }) {
  const words = useWords(lineageWords);
  const { task, thing } = one;
  return (
    <li className={styles.question}>
      <p>
        <strong>
          {one.question === "replaced"
            ? words.replaced
            : thing === null
              ? words.droppedOut
              : words.droppedThing(thing)}
        </strong>
      </p>
      <p className={styles.words}>
        <Link href={places.task(task.id)}>{task.content}</Link>
      </p>
      <p className="small muted">
        <DocumentName of={task.document} /> · {words.given(sayDay(task.givenOn))}
        {task.dueOn !== null && ` · ${words.due(sayDay(task.dueOn))}`} · {task.leads.join("; ")}
      </p>
      <div className={styles.actions}>
        <TaskState state={task.state} />
        <Button size="compact-sm" variant="default" onClick={() => onAnswer("kept")}>
          {one.question === "replaced" ? words.keep : words.dismiss}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onAnswer("withdrawn")}>
          {words.withdraw}
        </Button>
      </div>
    </li>
  );
}
