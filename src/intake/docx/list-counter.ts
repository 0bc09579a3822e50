import { formatNumber } from "./number-format.ts";
import type { Level, NumberedList, Numbering } from "./numbering.ts";
import { bulletText } from "./symbols.ts";

/** Counts the numbered paragraphs of one story (body, notes, text boxes) in their order. */
export class ListCounter {
  private readonly numbering: Numbering;
  /** Last number of a level, by the key of its counter; absent before the first paragraph and after a restart. */
  private readonly last = new Map<string, number>();

  constructor(numbering: Numbering) {
    this.numbering = numbering;
  }

  /**
   * The number or bullet that the next paragraph of this list and level (from 0) shows; null when it shows none.
   * Counting follows Word: lists of one definition share their counters, levels restarted in a list have their own.
   */
  next(listId: string, levelIndex: number): string | null {
    const list = this.numbering.get(listId);
    const level = list?.levels.get(levelIndex);
    if (!list || !level) return null;
    const key = keyOf(list, levelIndex);
    const before = this.last.get(key);
    this.last.set(key, before === undefined ? startOf(list, level, levelIndex) : before + 1);
    this.restartBelow(list, levelIndex);
    return this.show(list, level) || null;
  }

  /** A paragraph of a higher level makes the lower ones begin again (`w:lvlRestart`). */
  private restartBelow(list: NumberedList, levelIndex: number): void {
    for (const [index, level] of list.levels) {
      if (index <= levelIndex) continue;
      if (level.restartAfter === null || levelIndex + 1 <= level.restartAfter)
        this.last.delete(keyOf(list, index));
    }
  }

  private show(list: NumberedList, level: Level): string {
    if (level.format === "bullet") return level.hasPicture ? "•" : bulletText(level.text, level.bulletFont);
    return level.text
      .replace(/%([1-9])/g, (_all, digit: string) => {
        const index = Number(digit) - 1;
        const shown = list.levels.get(index);
        if (!shown) return "";
        // A level that was not counted yet shows the number it would begin with.
        const value = this.last.get(keyOf(list, index)) ?? startOf(list, shown, index);
        return formatNumber(
          value,
          level.legal ? "decimal" : shown.format,
          level.legal ? null : shown.customFormat,
        );
      })
      .replace(/\s+/g, " ")
      .trim();
  }
}

function keyOf(list: NumberedList, levelIndex: number): string {
  return list.restarts.has(levelIndex)
    ? `list ${list.id} ${levelIndex}`
    : `definition ${list.abstractId} ${levelIndex}`;
}

function startOf(list: NumberedList, level: Level, levelIndex: number): number {
  return list.restarts.get(levelIndex) ?? level.start;
}
