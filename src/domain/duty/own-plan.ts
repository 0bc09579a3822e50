import { foldedKey } from "../text/fold.ts";
import type { EarlierTask, LineageProposal, LineageReason, NewDirective } from "./lineage.ts";
import type { LineagePool } from "./lineage-likeness.ts";

/** "xây dựng kế hoạch", "ban hành kế hoạch", "cụ thể hóa bằng kế hoạch". */
const makesPlan = /\b(?:xay dung|ban hanh|lap|cu the hoa)(?: [a-z]+){0,4} ke hoach\b/;
/** It is about what the document itself gives: "các nhiệm vụ được giao", "Kế hoạch này", "kế hoạch chi tiết". */
const ofOwnWork =
  /\b(?:duoc (?:phan cong|giao)|(?:quyet dinh|ke hoach|chuong trinh|chi thi|thong bao|nghi quyet) nay|ke hoach (?:chi tiet|cu the|thuc hien|trien khai|hanh dong))\b/;

/**
 * Whether a task asks its leads for a plan of their own, for the work that its document gives them: each unit of several,
 * or one that shall make a detailed plan of what it was given. A person has the last word.
 */
export function asksOwnPlan(content: string): boolean {
  const words = foldedKey(content);
  return makesPlan.test(words) && ofOwnWork.test(words);
}

/** A row is tied to a task that its words are like, or that it names by its number. */
const leastScore = 20;

/** The words say "nhiệm vụ số 12" of a task with that label. */
function namesLabel(content: string, label: string | null): boolean {
  return (
    label !== null &&
    /^\d+$/.test(label) &&
    new RegExp(`\\bnhiem vu (?:so |thu )?${label}\\b`).test(foldedKey(content))
  );
}

/** A task of the parent document, with its number there and whether the unit leads it. */
export interface ParentTask extends EarlierTask {
  readonly label: string | null;
  readonly led: boolean;
}

/**
 * For each row of a unit's own plan the task of the parent document that it is a step of, where one is like it: by its
 * words, or because it names the task by its number. Tasks that the unit leads go before others; the order for the plan
 * itself is left out by who calls.
 */
export function proposeSteps(
  rows: readonly NewDirective[],
  tasks: readonly ParentTask[],
  pool: LineagePool,
): readonly LineageProposal[] {
  return rows.flatMap((row) => {
    const [best] = tasks
      .map((task) => {
        const { words, product, run, names, numbers } = pool.likeness(row, task);
        const named = namesLabel(row.content, task.label);
        const score =
          100 * words +
          20 * (product ?? 0) +
          Math.min(18, 6 * names.length) +
          Math.min(8, 4 * numbers.length) +
          (named ? 60 : 0);
        const reasons: readonly LineageReason[] = [
          ...(named ? [{ code: "cites" as const, words: task.label ?? "" }] : []),
          ...(run === "" ? [] : [{ code: "words" as const, words: run }]),
          ...(names.length === 0 ? [] : [{ code: "names" as const, words: names.join(", ") }]),
          ...(task.led ? [{ code: "leads" as const, words: "" }] : []),
        ];
        // Likeness alone must carry it; leading only decides between two.
        return { task: task.id, enough: score >= leastScore, score: score + (task.led ? 10 : 0), reasons };
      })
      .filter(({ enough }) => enough)
      .toSorted((a, b) => b.score - a.score);
    if (!best) return [];
    const score = Math.round(Math.min(100, best.score));
    return [{ directive: row.id, task: best.task, kind: "step" as const, score, reasons: best.reasons }];
  });
}
