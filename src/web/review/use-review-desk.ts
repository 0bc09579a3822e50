import { useMemo, useState } from "react";
import type { FindingAnswer, ReviewAnswer } from "../../contract/review.ts";
import type { Chosen } from "../components/register-row.ts";
import type { TaskField } from "../read/task-view.ts";
import { nextOpen } from "./review-order.ts";
import { useDraftOwner } from "./use-draft.ts";
import {
  type DraftedRows,
  draftedForm,
  draftedRows,
  dropDrafts,
  useDraftedRows,
} from "./use-drafted-rows.ts";
import type { Review } from "./use-review.ts";

/** What is open on the desk beside the list. */
export type DeskForm =
  | { readonly kind: "edit" | "split"; readonly id: string }
  | { readonly kind: "add" | "drop" | "merge" | "keys" }
  | null;

/** What was done last and can be taken back. */
export interface Done {
  readonly what:
    | "accepted"
    | "general"
    | "dropped"
    | "split"
    | "merged"
    | "clear"
    | "tied"
    | "linked"
    | "noted";
  readonly ids: readonly string[];
  /** The task in whose chain the row was noted; it stays open beside. */
  readonly task?: string;
}

/** Where the person is in the list, what he has open, and everything the keys and buttons of review do. */
export function useReviewDesk(id: string, review: Review, findings: readonly FindingAnswer[]) {
  const { order } = review;
  const owner = useDraftOwner();
  const [chosen, setChosen] = useState<Chosen<TaskField> | null>(() =>
    firstRow(order, findings, draftedRows(owner, id)),
  );
  const [form, setForm] = useState<DeskForm>(() => firstForm(draftedRows(owner, id)));
  const byId = useMemo(() => new Map(findings.map((one) => [one.id, one])), [findings]);
  const current = (chosen && byId.get(chosen.row)) ?? null;
  const open = useMemo(
    () => new Set(findings.filter((one) => one.decision === null).map((one) => one.id)),
    [findings],
  );
  const drafts = useDraftedRows(id, { findings, open, form });
  const choose = (row: string | null) => {
    if (row !== null) setChosen((now) => ({ row, column: now?.column ?? "content" }));
  };
  const { marked, mark, unmark } = useMarks(current);
  const { done, setDone, undoing, takeBack } = useTakingBack(review, choose);
  const step = (by: number) => {
    const at = chosen ? order.indexOf(chosen.row) : -1;
    choose(order[Math.min(Math.max(at + by, 0), order.length - 1)] ?? null);
  };
  const onward = () => choose(nextOpen(order, open, chosen?.row ?? null));
  const decide = (decision: "accepted" | "general" | "dropped", reason?: string) => {
    if (!current) return;
    if (current.decision !== null) return onward();
    // What was typed and not saved is looked at first: it is saved or thrown away, never left behind.
    const drafted = decision === "dropped" ? null : draftedForm(drafts, current.id);
    if (drafted) return setForm(drafted);
    dropDrafts(owner, id, current.id);
    setDone({ what: decision, ids: [current.id] });
    setForm(null);
    void review.decide(current.id, decision, reason);
    onward();
  };
  const undo = () => {
    if (current && current.decision !== null) return void takeBack([current.id]);
    if (done) void takeBack(done.ids, done.task);
  };
  const onOpen = (kind: "edit" | "split") => {
    if (current && current.decision === null) setForm({ kind, id: current.id });
  };
  const drop = () => current?.decision === null && setForm({ kind: "drop" });
  return {
    step,
    chosen,
    setChosen,
    current,
    form,
    setForm,
    marked,
    done,
    setDone,
    undoing,
    drafts: drafts.all,
    choose,
    accept: () => decide("accepted"),
    general: () => decide("general"),
    drop,
    dropFor: (reason: string) => decide("dropped", reason),
    edit: () => onOpen("edit"),
    split: () => onOpen("split"),
    mark,
    unmark,
    merge: () => setForm({ kind: "merge" }),
    add: () => setForm({ kind: "add" }),
    showKeys: () => setForm({ kind: "keys" }),
    undo,
    takeBack: (ids: readonly string[], task?: string) => void takeBack(ids, task),
    onward,
    ...stepsOfAll(review, setDone),
  };
}

export type ReviewDesk = ReturnType<typeof useReviewDesk>;

/** What is done with all rows at once, and can be taken back at once. */
function stepsOfAll(review: Review, setDone: (done: Done) => void) {
  const done = (what: "clear" | "tied", answer: ReviewAnswer | null) => {
    // Clear general exhortations are taken as such.
    const ids = (answer?.findings ?? []).filter((one) => one.decision !== null).map(({ id }) => id);
    if (ids.length > 0) setDone({ what, ids });
  };
  return {
    acceptClear: () => void review.acceptClear().then((answer) => done("clear", answer)),
    tieAll: () => review.tieAll().then((answer) => done("tied", answer)),
  };
}

/** What each key of review does. */
export function deskKeys(desk: ReviewDesk): Readonly<Record<string, () => void>> {
  return {
    j: () => desk.step(1),
    k: () => desk.step(-1),
    enter: desk.accept,
    g: desk.general,
    x: desk.drop,
    e: desk.edit,
    s: desk.split,
    m: desk.merge,
    a: desk.add,
    u: desk.undo,
    c: desk.acceptClear,
    " ": desk.mark,
    "?": desk.showKeys,
  };
}

/** The rows that are marked to be merged. */
function useMarks(current: FindingAnswer | null) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const mark = () => {
    if (!current || current.decision !== null) return;
    setMarked((now) => {
      const next = new Set(now);
      if (!next.delete(current.id)) next.add(current.id);
      return next;
    });
  };
  return { marked, mark, unmark: () => setMarked(new Set()) };
}

/** What was done last, and taking it back: one row after the other, with how far it is. */
function useTakingBack(review: Review, choose: (row: string | null) => void) {
  const [done, setDone] = useState<Done | null>(null);
  const [undoing, setUndoing] = useState<{ readonly done: number; readonly all: number } | null>(null);
  const takeBack = async (ids: readonly string[], task?: string) => {
    setDone(null);
    setUndoing({ done: 0, all: ids.length });
    for (const [at, one] of ids.entries()) {
      await (task === undefined ? review.undo(one) : review.unlink(one, task));
      setUndoing({ done: at + 1, all: ids.length });
    }
    setUndoing(null);
    choose(ids[0] ?? null);
  };
  return { done, setDone, undoing, takeBack };
}

function firstForm(drafts: DraftedRows): DeskForm {
  const [row] = drafts.all;
  if (row !== undefined) return draftedForm(drafts, row);
  return drafts.add ? { kind: "add" } : null;
}

function firstRow(
  order: readonly string[],
  findings: readonly FindingAnswer[],
  drafts: DraftedRows,
): Chosen<TaskField> | null {
  const known = new Set(findings.map((one) => one.id));
  const row = [...drafts.all].find((one) => known.has(one)) ?? order[0];
  return row == null ? null : { row, column: "content" };
}
