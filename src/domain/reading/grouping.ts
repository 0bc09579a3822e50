import { foldedKey } from "../text/fold.ts";
import type { DocumentHead } from "./findings.ts";

/** What is known of a file before it is read as a document. */
export interface FileHead {
  readonly name: string;
  readonly head: DocumentHead;
}

/**
 * Which files are one document: a main text and its appendices, as indices, main text first. A file belongs to
 * another when it says so ("Kèm theo Quyết định số …"), or has no number of its own and is named like an appendix of
 * it. What fits nowhere stays a document of its own.
 */
export function groupFiles(files: readonly FileHead[]): readonly (readonly number[])[] {
  const mains = files.map((file, index) => ({ file, index })).filter(({ file }) => !isAppendix(file));
  const groups = new Map<number, number[]>(mains.map(({ index }) => [index, [index]]));
  for (const [index, file] of files.entries()) {
    if (groups.has(index)) continue;
    const main = mainOf(file, mains);
    if (main === null) groups.set(index, [index]);
    else groups.get(main)?.push(index);
  }
  return [...groups.entries()].sort(([a], [b]) => a - b).map(([, group]) => group);
}

function isAppendix({ name, head }: FileHead): boolean {
  if (head.number !== null) return false;
  return (
    head.attachedTo !== null ||
    /\b(?:phu luc|pl ?\d*|phu bieu|bieu|danh muc|danh sach|kem theo|dinh kem|appendix)\b/.test(
      foldedKey(name),
    )
  );
}

function mainOf(
  file: FileHead,
  mains: readonly { readonly file: FileHead; readonly index: number }[],
): number | null {
  const byNumber = mains.find(
    (main) => main.file.head.number !== null && main.file.head.number === file.head.attachedTo,
  );
  if (byNumber) return byNumber.index;
  if (file.head.attachedTo !== null) return null;
  const named = mains
    .map((main) => ({ index: main.index, common: commonBeginning(main.file.name, file.name) }))
    .sort((a, b) => b.common - a.common)[0];
  if (named && named.common >= 4) return named.index;
  const [only] = mains;
  return mains.length === 1 && only ? only.index : null;
}

/** Letters and digits that two file names share from their beginning, the extension left out. */
function commonBeginning(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => foldedKey(name.replace(/\.[^.]*$/, "")).replaceAll(" ", ""));
  let common = 0;
  while (left?.[common] !== undefined && left[common] === right?.[common]) common++;
  return common;
}
