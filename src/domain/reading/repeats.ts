import { foldedKey } from "../text/fold.ts";
import type { TaskFinding } from "./findings.ts";
import { type OutlineItem, placesOfItem } from "./outline.ts";

/** Words that every order shares and that say nothing of its subject. */
const common = new Set(
  "cac nhung va voi cua cho trong tren ve theo den tu tai de la duoc co cong tac thuc hien to chuc trien khai tang cuong day manh tinh dia ban nham gop phan so ban nganh don vi co quan dia phuong phoi hop chu tri hieu qua".split(
    " ",
  ),
);

function wordsOf(text: string): ReadonlySet<string> {
  const words = foldedKey(text)
    .split(" ")
    .filter((word) => word.length > 1);
  // Pairs of syllables carry the meaning that single syllables of Vietnamese do not.
  const pairs = words.slice(1).map((word, i) => `${words[i] ?? ""} ${word}`);
  return new Set([...words.filter((word) => !common.has(word)), ...pairs]);
}

/** Finds the annex row that says the same as an item of the body, if one stands out. */
export class RowMatcher {
  private readonly rows: readonly { readonly task: TaskFinding; readonly words: ReadonlySet<string> }[];

  constructor(tasks: readonly TaskFinding[]) {
    this.rows = tasks.map((task) => ({ task, words: wordsOf(task.content) }));
  }

  get size(): number {
    return this.rows.length;
  }

  /**
   * The row whose words are for the most part in the text (plans shorten their body in the annex), or the other way
   * round. `atLeast` 0…1 is the share of common words and word pairs that counts as the same order.
   */
  match(text: string, atLeast = 0.5): TaskFinding | null {
    const words = wordsOf(text);
    if (words.size < 4) return null;
    let best: { task: TaskFinding; rank: number } | null = null;
    for (const row of this.rows) {
      if (row.words.size < 4) continue;
      let common = 0;
      for (const word of row.words) if (words.has(word)) common++;
      const share = common / Math.min(row.words.size, words.size);
      // Of two rows inside a long text, the one that fills more of it is meant.
      const rank = share + common / (2 * Math.max(row.words.size, words.size));
      if (share >= atLeast && (best === null || rank > best.rank)) best = { task: row.task, rank };
    }
    return best?.task ?? null;
  }
}

/** The task with the place of an item that repeats it. */
export function alsoStandsAt(task: TaskFinding, item: OutlineItem): TaskFinding {
  return { ...task, alsoAt: [...task.alsoAt, ...placesOfItem(item)] };
}
