import { bodyAt } from "./body-at.ts";
import { determiners, falseNounEnd, generics, phrasesAt, qualifiers } from "./lexicon.ts";
import { placeAt } from "./place-at.ts";
import { asWritten, type BodyMatch, type Scene } from "./scene.ts";
import { endsBefore } from "./unlisted-name.ts";
import { isCapital } from "./words.ts";

/** Whether words in general begin at word `i`: "các sở", "một số doanh nghiệp", "07 xã", "cơ quan, đơn vị". */
export function opensCollective(scene: Scene, i: number): boolean {
  const word = scene.words[i];
  if (!word) return false;
  const opened = openedAt(scene, i);
  if (opened > i) {
    const noun = phrasesAt(generics, scene.words, opened)[0];
    return noun !== undefined || (scene.kind === "list" && /^(cac|nhung|mot|tat|toan|moi)$/.test(word.key));
  }
  const noun = phrasesAt(generics, scene.words, i)[0];
  if (!noun || isOtherWord(scene, i, noun.end)) return false;
  const next = scene.words[noun.end];
  return !(isCapital(next) && next !== undefined && /^ +$/.test(next.gap));
}

/** "trường hợp", "xã hội", "tổ chức thực hiện": words that begin like a common noun for bodies. */
function isOtherWord(scene: Scene, i: number, end: number): boolean {
  return falseNounEnd(scene.words, i) > end;
}

/** The word after "các", "tất cả các", "07"; `i` itself when nothing opens. */
function openedAt(scene: Scene, i: number): number {
  const determiner = phrasesAt(determiners, scene.words, i)[0];
  if (determiner) return determiner.end;
  return /^\d{1,4}$/.test(scene.words[i]?.text ?? "") &&
    phrasesAt(generics, scene.words, i + 1).length > 0 &&
    /^\s+$/.test(scene.words[i + 1]?.gap ?? "")
    ? i + 1
    : i;
}

/**
 * Where a run of common nouns in prose ends: nouns joined by commas, "và" or "/", each with what narrows it ("liên
 * quan", "trong tỉnh", "thuộc Bộ Ngoại giao"). Returns the word after it, or null when no run begins at `i`.
 * A noun without "các" counts only inside a run, or at its head when a second noun follows.
 */
export function collectiveEnd(scene: Scene, i: number, kindOfMany: boolean): number | null {
  const opened = openedAt(scene, i);
  const first = nounEnd(scene, opened);
  if (first === null) return null;
  let end = first;
  let nouns = 1;
  for (let next = nextNoun(scene, end); next !== null; next = nextNoun(scene, end)) {
    end = next;
    nouns++;
  }
  return opened > i || kindOfMany || nouns > 1 || isAsked(scene, i) ? end : null;
}

/** "Yêu cầu nhà đầu tư …", "giao chủ đầu tư …": one common noun is enough when it is asked to do something. */
function isAsked(scene: Scene, i: number): boolean {
  const before = scene.words
    .slice(Math.max(0, i - 2), i)
    .map((word) => word.text.toLowerCase())
    .join(" ");
  const [one, two] = [scene.words[i]?.text ?? "", scene.words[i + 1]?.text ?? ""];
  return (
    /(^|\s)(giao|yêu cầu|đề nghị)$/.test(before) &&
    /^(nhà thầu|(nhà|chủ) đầu|doanh nghiệp)$/i.test(`${one} ${two}`)
  );
}

function nextNoun(scene: Scene, end: number): number | null {
  const word = scene.words[end];
  if (!word) return null;
  let at = end;
  if (word.key === "va" && /^\s*,?\s*$/.test(word.gap)) at = end + 1;
  else if (!/^\s*[,;/]\s*$|^ - $/.test(word.gap)) return null;
  const start = scene.words[at];
  if (!start || (isCapital(start) && !/^(cac|so|bo|ban|mat)$/.test(start.key)) || namedIn(scene, at))
    return null;
  const opened = openedAt(scene, at);
  if (/;/.test(word.gap) && opened === at) return null;
  // "các xã, phường và đặc khu Lý Sơn"
  const place = opened === at ? placeAt(scene, at) : null;
  return place?.end ?? nounEnd(scene, opened);
}

function nounEnd(scene: Scene, i: number): number | null {
  const noun = phrasesAt(generics, scene.words, i)[0];
  if (!noun || isOtherWord(scene, i, noun.end)) return null;
  let end = noun.end;
  for (let more = qualifierEnd(scene, end); more !== null; more = qualifierEnd(scene, end)) end = more;
  return end === noun.end && scene.kind === "prose" ? describedEnd(scene, i, end) : end;
}

/** "các doanh nghiệp xuất khẩu thủy sản đăng ký …": for such nouns what they do for a living, up to the verb. */
function describedEnd(scene: Scene, i: number, from: number): number {
  if (!/^(doanh nghiệp|hợp tác xã|nhà máy|công ty)$/i.test(asWritten(scene, i, from))) return from;
  for (let at = from; at < Math.min(from + 7, scene.words.length); at++) {
    const word = scene.words[at];
    if (word?.gap !== " " || isCapital(word)) return from;
    if (endsBefore(scene, at)) return at;
  }
  return from;
}

function qualifierEnd(scene: Scene, i: number): number | null {
  const word = scene.words[i];
  if (!word || !/^\s+$/.test(word.gap)) return null;
  const qualifier = phrasesAt(qualifiers, scene.words, i).find(({ end }) => endsWell(scene, i, end));
  const owner = /^(thuoc|cua)$/.test(word.key) ? bodyAt(scene, i + 1) : null;
  if (owner && owner.name === null) return collectiveEnd(scene, owner.end, true) ?? qualifier?.end ?? null;
  if (owner?.name && owner.end > (qualifier?.end ?? 0)) return owner.end;
  const under = word.key === "truc" && scene.words[i + 1]?.key === "thuoc" ? bodyAt(scene, i + 2) : null;
  if (under?.name) return under.end;
  return qualifier?.end ?? null;
}

/** "chủ trì", "phối hợp", "chỉ đạo" narrow a noun only when nothing follows: else they are the verb of the sentence. */
function endsWell(scene: Scene, from: number, end: number): boolean {
  const first = scene.words[from]?.key ?? "";
  const next = scene.words[end];
  if (/^(chu|phoi|tham)$/.test(first)) return scene.kind === "list" && next === undefined;
  if (first === "tinh" && next?.key === "uy" && end === from + 1) return false;
  if (first === "tinh" || first === "dia") return !isCapital(next) || !next || !/^ +$/.test(next.gap);
  return true;
}

function namedIn(scene: Scene, at: number): boolean {
  const found: BodyMatch | null = bodyAt(scene, at);
  return found?.name != null;
}
