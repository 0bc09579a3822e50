import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type {
  AnswersOutcome,
  AnswersTakenBack,
  CarryOverRequest,
  QuestionAnswerRequest,
  QuestionsAnswer,
} from "../../contract/document-questions.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { carryWords } from "../../domain/language/web-carry.ts";
import { ask, fetchAnswer } from "../api.ts";
import { useWords } from "../language.tsx";

type Asked = QuestionsAnswer["asked"][number];
type Answering = Pick<QuestionAnswerRequest, "task" | "question" | "answer">;

/** What a document asks, what a person has chosen so far, and what can be done; null where nothing was ever asked. */
export function useQuestions(id: string) {
  const carry = useWords(carryWords);
  const queries = useQueryClient();
  const path = pathTo(apiPaths.documentQuestions, { id });
  const key = ["questions", id];
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [answering, setAnswering] = useState<Answering | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [refused, setRefused] = useState<AnswersOutcome["refused"]>([]);
  const [undo, setUndo] = useState<AnswersTakenBack["answers"] | null>(null);
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => fetchAnswer<QuestionsAnswer>(path),
    retry: false,
  });
  if (!data || data.asked.length + data.answers.length === 0) return null;
  const now = Math.min(at, data.asked.length - 1);
  const intoOf = ({ task, carry: pair }: Asked) => (chosen[task.id] ?? pair?.into) || null;
  const write = async (method: "POST" | "DELETE", to: string, body: CarryOverRequest | AnswersTakenBack) => {
    setBusy(true);
    const outcome = await ask<AnswersOutcome>(method, to, body);
    setBusy(false);
    setFailure(outcome.ok ? null : outcome.failure);
    setRefused(outcome.ok ? outcome.value.refused : []);
    if (outcome.ok) queries.setQueryData(key, outcome.value.left);
    await queries.invalidateQueries({ queryKey: ["document", id] });
    return outcome.ok ? outcome.value.done : [];
  };
  const carryOver = async (pairs: CarryOverRequest["pairs"]) => {
    const done = await write("POST", pathTo(apiPaths.documentCarries, { id }), { pairs });
    setUndo(done.length === 0 ? null : done.map((task) => ({ task, question: "replaced" })));
  };
  const carryChosen = async (one: Asked) => {
    const into = intoOf(one);
    if (into !== null && one.question === "replaced" && !busy) await carryOver([{ task: one.task.id, into }]);
  };
  const answer = async (reason: string) => {
    if (!answering) return;
    setAnswering(null);
    const left = await ask<QuestionsAnswer>("POST", path, { ...answering, reason });
    setFailure(left.ok ? null : left.failure);
    if (left.ok) queries.setQueryData(key, left.value);
    await queries.invalidateQueries({ queryKey: ["document", id] });
  };
  /** Does what a key says of the chosen row; false for a key that says nothing. */
  const onKey = (pressed: string): boolean => {
    const one = data.asked[now];
    const lower = pressed.toLowerCase();
    if (lower === "j" || pressed === "ArrowDown") setAt(Math.min(now + 1, data.asked.length - 1));
    else if (lower === "k" || pressed === "ArrowUp") setAt(Math.max(now - 1, 0));
    else if (pressed === "Enter" && one) void carryChosen(one);
    else if (lower === "g" && one)
      setAnswering({ task: one.task.id, question: one.question, answer: "kept" });
    else if (lower === "r" && one)
      setAnswering({ task: one.task.id, question: one.question, answer: "withdrawn" });
    else return false;
    return true;
  };
  return {
    ...{ data, at: now, busy, failure, refused, answering, setAnswering, answer, carry, onKey },
    ...{ intoOf, carryOver, carryChosen, undo, forgetUndo: () => setUndo(null) },
    choose: (task: string, into: string) => setChosen({ ...chosen, [task]: into }),
    takeBack: async (answers: AnswersTakenBack["answers"]) => {
      setUndo(null);
      await write("DELETE", path, { answers });
    },
  };
}

export type QuestionDesk = NonNullable<ReturnType<typeof useQuestions>>;
