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

/** A text of fewer words and pairs says too little to be known again. */
const fewest = 4;

/** Finds the annex row that says the same as an item of the body, if one stands out. */
export class RowMatcher {
  private readonly rows: readonly { readonly task: TaskFinding; readonly size: number }[];
  /** For each word the rows that hold it, by index: a text is compared only with rows that share words with it. */
  private readonly holders = new Map<string, number[]>();
  /** How many words of the text at hand each row holds. */
  private readonly common: Uint32Array;

  constructor(tasks: readonly TaskFinding[]) {
    this.rows = tasks.map((task, index) => {
      const words = wordsOf(task.content);
      for (const word of words) {
        const holders = this.holders.get(word);
        if (holders) holders.push(index);
        else this.holders.set(word, [index]);
      }
      return { task, size: words.size };
    });
    this.common = new Uint32Array(tasks.length);
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
    if (words.size < fewest) return null;
    this.count(words);
    let best: { task: TaskFinding; rank: number } | null = null;
    for (let index = 0; index < this.rows.length; index++) {
      const common = this.common[index] ?? 0;
      // Nearly all rows end here: a share of four words or more was asked for.
      if (common < atLeast * fewest) continue;
      const row = this.rows[index];
      if (!row || row.size < fewest) continue;
      const share = common / Math.min(row.size, words.size);
      // Of two rows inside a long text, the one that fills more of it is meant.
      const rank = share + common / (2 * Math.max(row.size, words.size));
      if (share >= atLeast && (best === null || rank > best.rank)) best = { task: row.task, rank };
    }
    return best?.task ?? null;
  }

  private count(words: ReadonlySet<string>): void {
    this.common.fill(0);
    for (const word of words)
      for (const index of this.holders.get(word) ?? []) this.common[index] = (this.common[index] ?? 0) + 1;
  }
}

/** The task with the place of an item that repeats it. */
export function alsoStandsAt(task: TaskFinding, item: OutlineItem): TaskFinding {
  return { ...task, alsoAt: [...task.alsoAt, ...placesOfItem(item)] };
}
