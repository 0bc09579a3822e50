import { joinsName, type Word, wordsOf } from "./words.ts";

/** Names as a tree of word keys: finding the longest name at a word costs no more than the name is long. */
export interface NameIndex<T> {
  readonly children: Map<string, NameIndex<T>>;
  readonly values: T[];
}

export function emptyIndex<T>(): NameIndex<T> {
  return { children: new Map(), values: [] };
}

/** Adds a name. The word "và" is left out, so that "Giáo dục - Đào tạo" and "Giáo dục và Đào tạo" are one. */
export function addName<T>(index: NameIndex<T>, name: string, value: T): void {
  let node = index;
  for (const { key } of wordsOf(name)) {
    if (key === "va") continue;
    let next = node.children.get(key);
    if (!next) {
      next = emptyIndex<T>();
      node.children.set(key, next);
    }
    node = next;
  }
  if (!node.values.includes(value)) node.values.push(value);
}

/** A name found: its values and the index of the word after it. */
export interface NameMatch<T> {
  readonly values: readonly T[];
  readonly end: number;
}

/** All names that begin with word `from`, the longest first. */
export function namesAt<T>(
  index: NameIndex<T>,
  words: readonly Word[],
  from: number,
): readonly NameMatch<T>[] {
  const found: NameMatch<T>[] = [];
  let node: NameIndex<T> | undefined = index;
  for (let i = from; i < words.length; i++) {
    const word = words[i];
    if (!word || (i > from && !joinsName(word.gap))) break;
    if (i > from && word.key === "va") continue;
    node = node.children.get(word.key);
    if (!node) break;
    if (node.values.length > 0) found.unshift({ values: node.values, end: i + 1 });
  }
  return found;
}

/** The part of the index below a beginning ("Sở" → all departments by their field), or null when there is none. */
export function below<T>(index: NameIndex<T>, beginning: string): NameIndex<T> | null {
  let node: NameIndex<T> | undefined = index;
  for (const { key } of wordsOf(beginning)) {
    node = node.children.get(key);
    if (!node) return null;
  }
  return node;
}
