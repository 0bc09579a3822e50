import { falseNounEnd } from "./lexicon.ts";
import type { Scene } from "./scene.ts";
import { isCapital } from "./words.ts";

/** Kinds of places below the province, and the province among places of a central document. */
const local = /^(xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố)$/iu;
const provincial = /^(tỉnh|thành phố)$/iu;
const firsts: ReadonlySet<string> = new Set("xa phuong dac thi huyen quan thanh tinh".split(" "));

/** Kinds of places without a name that stand at a word: "xã", or several: "xã, phường, thị trấn". */
export interface Kinds {
  readonly count: number;
  readonly end: number;
}

/**
 * The kinds of places at word `i`, each without a name of its own ("huyện, thị xã, thành phố"); null when there is
 * none. `central`: also "tỉnh, thành phố", which only a document of a central body means in general.
 */
export function kindsAt(scene: Scene, i: number, central: boolean): Kinds | null {
  if (!firsts.has(scene.words[i]?.key ?? "")) return null;
  let count = 0;
  let end = i;
  for (let at: number | null = i; at !== null; at = joined(scene, end)) {
    const after = loneKind(scene, at, central);
    if (after === null) break;
    end = after;
    count++;
  }
  return count === 0 ? null : { count, end };
}

/** The word after one kind that no name follows. */
function loneKind(scene: Scene, i: number, central: boolean): number | null {
  const one = scene.words[i]?.text ?? "";
  const two = /^ $/.test(scene.words[i + 1]?.gap ?? "") ? `${one} ${scene.words[i + 1]?.text}` : "";
  const isKind = (text: string) => local.test(text) || (central && provincial.test(text));
  const end = isKind(two) ? i + 2 : isKind(one) ? i + 1 : null;
  if (end === null || falseNounEnd(scene.words, i) > end) return null;
  const next = scene.words[end];
  // "huyện ủy", "xã đội" are bodies of their own.
  if (/^(uy|doi|doan|hoi)$/.test(next?.key ?? "") && next?.gap === " ") return null;
  return isCapital(next) && /^ +$/.test(next?.gap ?? "") ? null : end;
}

function joined(scene: Scene, end: number): number | null {
  const word = scene.words[end];
  if (!word) return null;
  if (word.key === "va" && /^\s*,?\s*$/.test(word.gap)) return end + 1;
  return /^\s*[,/]\s*$/.test(word.gap) ? end : null;
}

/** The kind of the commune that a document belongs to; null when a body above the commune wrote it, or nobody knows. */
export function ownKind({ context }: Scene): string | null {
  const kind = /(?:^|\s)(xã(?! hội)|phường|đặc khu)(?:\s|$)/iu.exec(context.issuer?.normalize("NFC") ?? "");
  return kind?.[1]?.toLowerCase() ?? null;
}

const communal = /(^|\s)(xã(?! hội)|phường|đặc khu|thị trấn|huyện|quận|thị xã)(\s|$)/iu;

/** Whether "xã" without a name means the commune that the document belongs to: not when a body above it wrote it. */
export function isOwnCommune({ context }: Scene): boolean {
  return context.issuer === null || communal.test(context.issuer.normalize("NFC"));
}
