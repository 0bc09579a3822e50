import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { LinkRequest } from "../../contract/lineage.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { FindingAnswer, FindingEdit, FindingsAnswer, ReviewAnswer } from "../../contract/review.ts";
import type { Failure, Result } from "../../domain/basics/result.ts";
import { ask, fetchAnswer } from "../api.ts";
import { keepOrder, orderForReview } from "./review-order.ts";
import { untilAnswered } from "./until-answered.ts";

type Decision = "accepted" | "general" | "dropped";
type FindingLink = Omit<LinkRequest, "version">;

/** The findings of a document, the order a person goes through them, and what can be done with them. */
export function useReview(id: string) {
  const findings = useQuery({
    queryKey: keyOf(id),
    queryFn: () => fetchAnswer<FindingsAnswer>(pathTo(apiPaths.documentFindings, { id })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const queries = useQueryClient();
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const data = findings.data;
  useEffect(() => {
    if (data) setOrder((now) => (now ? keepOrder(now, data.findings) : orderForReview(data.findings)));
  }, [data]);
  const line = useChangeLine(id, findings.refetch);
  const { change, changeOne, show, find } = line;
  return {
    findings,
    order: order ?? [],
    failure: line.failure,
    saving: line.saving,
    forget: line.forget,
    decide: (findingId: string, decision: Decision, reason?: string) => {
      // Shown at once; the answer brings the truth.
      show((before) => ({
        ...before,
        findings: before.findings.map((one) => (one.id === findingId ? { ...one, decision } : one)),
      }));
      return changeOne(
        findingId,
        ({ version }) =>
          ask("POST", pathTo(apiPaths.findingDecision, { id: findingId }), {
            version,
            decision,
            ...(reason === undefined ? {} : { reason }),
          }),
        (truth) => find(findingId, truth)?.decision === decision,
      );
    },
    undo: async (findingId: string) => {
      const answer = await changeOne(
        findingId,
        ({ version }) => ask("DELETE", pathTo(apiPaths.findingDecision, { id: findingId }), { version }),
        (truth) => find(findingId, truth)?.decision === null,
      );
      // What was linked may be proposed again.
      await queries.invalidateQueries({ queryKey: ["lineage", id] });
      return answer;
    },
    ...linksOf(line),
    edit: (findingId: string, edited: FindingEdit) =>
      changeOne(findingId, ({ version }) =>
        ask("PATCH", pathTo(apiPaths.finding, { id: findingId }), { version, edited }),
      ),
    split: (findingId: string, parts: readonly FindingEdit[]) =>
      changeOne(findingId, ({ version }) =>
        ask("POST", pathTo(apiPaths.findingSplit, { id: findingId }), { version, parts }),
      ),
    merge: (ids: readonly string[]) =>
      change(() => {
        const parts = ids.flatMap((one) => find(one) ?? []);
        const named = parts.map((part) => ({ id: part.id, version: part.version }));
        return ask("POST", apiPaths.findingsMerge, { findings: named });
      }),
    add: (task: FindingEdit, after: string | null) =>
      change(() =>
        ask("POST", pathTo(apiPaths.documentFindings, { id }), {
          task,
          ...(after === null ? {} : { after }),
        }),
      ),
    ...stepsOfAll(line, id),
  };
}

/** What is done with all rows at once. */
function stepsOfAll({ change }: ChangeLine, id: string) {
  const post = (path: string) => () =>
    change(
      () => ask("POST", pathTo(path, { id }), {}),
      () => false,
    );
  return { acceptClear: post(apiPaths.documentAcceptClear), tieAll: post(apiPaths.documentOwnPlanSteps) };
}

/** What is done with links of findings to earlier tasks. */
function linksOf({ show, changeOne }: ChangeLine) {
  return {
    link: (findingId: string, link: FindingLink, joins: boolean) => {
      if (joins)
        show((before) => ({
          ...before,
          findings: before.findings.map((one) =>
            one.id === findingId ? { ...one, decision: "linked" as const, taskId: link.task } : one,
          ),
        }));
      return changeOne(findingId, ({ version }) =>
        ask("POST", pathTo(apiPaths.findingLinks, { id: findingId }), { version, ...link }),
      );
    },
    unlink: (findingId: string, task: string) =>
      changeOne(findingId, ({ version }) =>
        ask("DELETE", pathTo(apiPaths.findingLinks, { id: findingId }), { version, task }),
      ),
    refuseLink: (findingId: string, task: string) =>
      changeOne(findingId, ({ version }) =>
        ask("POST", pathTo(apiPaths.findingRefusals, { id: findingId }), { version, task }),
      ),
  };
}

type Send = () => Promise<Result<ReviewAnswer> | null>;
type Sent = Awaited<ReturnType<typeof untilAnswered<ReviewAnswer>>>;
type IsDone = (truth: FindingsAnswer | undefined) => boolean;

async function once(send: Send): Promise<Sent> {
  return { answer: await send(), again: false };
}

function keyOf(id: string) {
  return ["findings", id] as const;
}

/** The line in which changes wait for each other; what each gives is shown. */
function useChangeLine(id: string, refetch: () => Promise<{ readonly data: FindingsAnswer | undefined }>) {
  const queries = useQueryClient();
  const key = keyOf(id);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(0);
  useWarningWhile(pending > 0);
  // One change after the other: each needs the version that the one before it left.
  const line = useRef<Promise<unknown>>(Promise.resolve());

  const now = () => queries.getQueryData<FindingsAnswer>(key);
  const find = (findingId: string, among = now()) => among?.findings.find((one) => one.id === findingId);
  const show = (change: (before: FindingsAnswer) => FindingsAnswer) =>
    queries.setQueryData<FindingsAnswer>(key, (before) => before && change(before));
  const take = (answer: ReviewAnswer) => show((before) => withAnswer(before, answer));

  /**
   * Sends a change behind those under way; what it gives is shown, a failure is said and the truth asked for again. A
   * change that comes with `isDone` waits for a server that does not answer: it tells from the truth whether the change
   * had arrived after all, when the server refuses it the second time. Others are given back to the form they came from.
   */
  const change = (send: Send, isDone?: IsDone): Promise<ReviewAnswer | null> => {
    setPending((count) => count + 1);
    const done = line.current.then(async () => {
      const sent = await (isDone ? untilAnswered(send, setFailure) : once(send));
      const answer = await settle(sent, isDone);
      setPending((count) => count - 1);
      return answer;
    });
    line.current = done;
    return done;
  };
  const settle = async ({ answer, again }: Sent, isDone?: IsDone): Promise<ReviewAnswer | null> => {
    if (answer === null) return null;
    setFailure(null);
    if (answer.ok) {
      take(answer.value);
      void queries.invalidateQueries({ queryKey: ["document", id] });
      // A server that was away may have been told more than this page heard of.
      if (again) await refetch();
      return answer.value;
    }
    const truth = await refetch();
    if (!(again && isDone?.(truth.data))) setFailure(answer.failure);
    return null;
  };
  const changeOne = (
    findingId: string,
    send: (one: FindingAnswer) => Promise<Result<ReviewAnswer>>,
    isDone?: IsDone,
  ) =>
    change(async () => {
      const one = find(findingId);
      return one ? send(one) : null;
    }, isDone);
  return { change, changeOne, show, find, failure, saving: pending > 0, forget: () => setFailure(null) };
}

type ChangeLine = ReturnType<typeof useChangeLine>;

export type Review = ReturnType<typeof useReview>;

function withAnswer(before: FindingsAnswer, answer: ReviewAnswer): FindingsAnswer {
  const changed = new Map(answer.findings.map((one) => [one.id, one]));
  const gone = new Set(answer.removed);
  const kept = before.findings.filter((one) => !gone.has(one.id)).map((one) => changed.get(one.id) ?? one);
  const known = new Set(kept.map((one) => one.id));
  const added = answer.findings.filter((one) => !known.has(one.id) && !gone.has(one.id));
  return {
    ...before,
    findings: [...kept, ...added].toSorted((a, b) => a.position - b.position),
    balance: answer.balance,
    reviewedAt: answer.reviewedAt,
  };
}

/** The browser asks before the page is left while something is on its way to the server. */
function useWarningWhile(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);
}
