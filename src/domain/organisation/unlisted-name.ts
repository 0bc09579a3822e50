import {
  announcingVerbs,
  compounds,
  determiners,
  falseNounEnd,
  generics,
  heads,
  innerSyllables,
  offices,
  phrasesAt,
  qualifiers,
  sentenceVerbs,
  sentenceWords,
} from "./lexicon.ts";
import { communeNameAt, provinceNameAt } from "./place-at.ts";
import { itemEnds, type Scene } from "./scene.ts";
import { isCapital } from "./words.ts";

/** Bodies whose name may go on in lower case right after the head: "Ban Chỉ đạo phòng, chống tội phạm". */
const openHeads = /^(ban chi dao|hoi dong|to cong tac|ban quan li|cong ti|tieu ban)/;

/**
 * Where the name of a body ends that no list holds, when one begins at word `i` ("Cục …", "Trung tâm …",
 * "Trường Đại học Quy Nhơn"). Names are written with a capital at the head of each part: "Viện Chiến lược,
 * Chính sách TN&MT" goes on over a comma because "Chính sách" is no body of its own. Null when no name begins here.
 */
export function unlistedEnd(scene: Scene, i: number, isListed: (at: number) => boolean): number | null {
  const { words } = scene;
  const head = phrasesAt(heads, words, i)[0];
  if (!head || !isCapital(words[i]) || isHeading(scene, i, head.end)) return null;
  if (falseNounEnd(words, i) > i) return null;
  const next = words[head.end];
  if (!next || !/^\s+$/.test(next.gap)) return null;
  if (!isCapital(next) && !goesOnSmall(scene, i, head.end)) return null;
  if (isCapital(next) && !isCompany(scene, i, head.end) && isStart(scene, head.end, isListed)) return null;
  let end = head.end + 1;
  while (end < words.length && goesOn(scene, end, isListed)) end++;
  return end;
}

/** Companies are named after anything, a body too: "Tổng công ty Điện lực …", "Tập đoàn Bưu chính …". */
function isCompany(scene: Scene, i: number, end: number): boolean {
  const keys = scene.words.slice(i, end).map((word) => word.key);
  return /^(?:tap doan|tong cong ti|cong ti)/.test(keys.join(" "));
}

/** Headings in capitals ("THÔNG BÁO KẾT LUẬN") have capitals everywhere: they show no names. Abbreviations do. */
function isHeading(scene: Scene, i: number, end: number): boolean {
  const head = scene.words.slice(i, end);
  return (
    head.every((word) => /^\p{Lu}{2,}$/u.test(word.text)) &&
    !/^(UBND|HĐND|BQL|BQLDA|VNPT|HTX)$/.test(head[0]?.text ?? "")
  );
}

/** A list may write a name in lower case after its head ("Đồn Biên phòng cửa khẩu Lệ Thanh", "Ban Chỉ đạo tỉnh"). */
function goesOnSmall(scene: Scene, i: number, from: number): boolean {
  if (scene.kind !== "list") return false;
  const key = scene.words
    .slice(i, from)
    .map((word) => word.key)
    .join(" ");
  const isOpen = openHeads.test(key);
  if (isOpen && opensTask(scene, from)) return true;
  if (endsBefore(scene, from)) return false;
  if (isOpen) return true;
  if (isGeneral(scene, from) || phrasesAt(qualifiers, scene.words, from).length > 0) return false;
  let at = from;
  while (at < scene.words.length && !itemEnds(scene, at) && !isCapital(scene.words[at])) at++;
  return at < scene.words.length && !itemEnds(scene, at);
}

/** "Hội đồng phối hợp phổ biến …", "Tổ công tác triển khai …": a verb with its object says what the body is for. */
function opensTask(scene: Scene, at: number): boolean {
  const verb = phrasesAt(sentenceVerbs, scene.words, at)[0];
  const next = scene.words[verb?.end ?? at];
  return verb !== undefined && next?.gap === " " && !/^(voi|cac|cung|theo)$/.test(next.key);
}

function goesOn(scene: Scene, at: number, isListed: (at: number) => boolean): boolean {
  const word = scene.words[at];
  if (!word) return false;
  if (word.key === "va" || /^\s*,\s*$/.test(word.gap))
    return joinsPart(scene, word.key === "va" ? at + 1 : at, word.key !== "va", isListed);
  if (!/^[ \n.]?$|^ ?[-–—/] ?$|^ $/.test(word.gap) || /\n/.test(word.gap)) return false;
  if (/[-–]/.test(word.gap) && isGeneral(scene, at) && !isCapital(scene.words[at + 1])) return false;
  if (isCapital(word)) return !(phrasesAt(offices, scene.words, at).length > 0 && isListed(at));
  const before = scene.words[at - 1];
  if (isCapital(before) && innerSyllables.has(word.text)) return true;
  if (word.text === "tại" && standsAbroad(scene, at)) return true;
  if (scene.kind === "prose" && closesWithPlace(scene, at)) return false;
  if (!endsBefore(scene, at)) return true;
  return phrasesAt(sentenceVerbs, scene.words, at).length > 0 && isPartOfName(scene, at);
}

/** "Trung tâm … tỉnh kêu gọi": the word for the place is the last of a name, whatever verb follows. */
function closesWithPlace(scene: Scene, at: number): boolean {
  if (!isPlaceWord(scene, at - 1) && !isPlaceName(scene, at)) return false;
  const next = scene.words[at];
  return next?.gap === " " && !isCapital(next) && !/^(uy|hoi|doan|doi)$/.test(next.key);
}

/** Whether the name of a commune or a province ends before a word: "Đồn Biên phòng Phú Quý bám biển". */
function isPlaceName(scene: Scene, end: number): boolean {
  for (let from = end - 2; from >= Math.max(0, end - 4) && isCapital(scene.words[from + 1]); from--)
    if (communeNameAt(scene, from, null)?.end === end || provinceNameAt(scene, from)?.end === end)
      return true;
  return false;
}

/** A lone word for a place, not as in "liên xã", "hợp tác xã". */
function isPlaceWord(scene: Scene, at: number): boolean {
  const before = scene.words[at - 1]?.text ?? "";
  const word = scene.words[at]?.text ?? "";
  return /^(tỉnh|xã|phường|huyện)$/.test(word) && !/^(liên|nội|ngoại|các|cấp|tác|thị)$/i.test(before);
}

/**
 * Whether a verb inside a name belongs to it. Right after a verb with a capital it is what that verb is about ("Cục Quản
 * lý đăng ký …"). In a list any other verb is, too, when the item holds no sentence: lists hold names.
 */
function isPartOfName(scene: Scene, at: number): boolean {
  if (phrasesAt(announcingVerbs, scene.words, at).length > 0) return false;
  const before = at - 2;
  const isObject =
    isCapital(scene.words[before]) &&
    phrasesAt(sentenceVerbs, scene.words, before).some(({ end }) => end === at) &&
    scene.words[at]?.gap === " ";
  return isObject || (scene.kind === "list" && !holdsSentence(scene, at));
}

/** Whether from a word to the end of its line or its part between semicolons some verb is only one of sentences. */
function holdsSentence(scene: Scene, at: number): boolean {
  for (let i = at; i < scene.words.length; i++) {
    const word = scene.words[i];
    if (!word || (i > at && /[;\n()]/.test(word.gap))) return false;
    if (!isCapital(word) && phrasesAt(announcingVerbs, scene.words, i).length > 0)
      return !/^(chu|phoi|thuc|to|trien)$/.test(word.key);
  }
  return false;
}

/** "Đại sứ quán Việt Nam tại …": the seat is part of the name. A list has no sentence that "tại" could belong to. */
function standsAbroad(scene: Scene, at: number): boolean {
  const next = scene.words[at + 1];
  if (!isCapital(next) && next?.key !== "tinh") return false;
  const before = scene.words
    .slice(Math.max(0, at - 6), at)
    .map((word) => word.key)
    .join(" ");
  return scene.kind === "list" || /(su quan|dai dien|phan hieu|thuong vu)/.test(before);
}

/** Whether the part after a comma or "và" still belongs to the name: it has a capital and is no body of its own. */
function joinsPart(scene: Scene, at: number, comma: boolean, isListed: (at: number) => boolean): boolean {
  const word = scene.words[at];
  if (!word || !isCapital(word) || /^\d/.test(word.text)) return false;
  // "Chi cục … tỉnh, Trạm …": the word for the place is the last of a name.
  if (isPlaceWord(scene, comma ? at - 1 : at - 2)) return false;
  if (!/^[\s,]*$/.test(word.gap) || isStart(scene, at, isListed)) return false;
  if (isGeneral(scene, at) && !isCapital(scene.words[at + 1])) return false;
  return !comma || scene.kind === "list" || closesWithAnd(scene, at);
}

/** In prose a comma stays inside a name only when the enumeration is closed by "và": "Chế biến, Chất lượng và …". */
function closesWithAnd(scene: Scene, at: number): boolean {
  for (let i = at + 1; i < Math.min(at + 7, scene.words.length); i++) {
    const word = scene.words[i];
    if (!word || /[;:.()\n]/.test(word.gap)) return false;
    if (word.key === "va") return isCapital(scene.words[i + 1]);
  }
  return false;
}

function isStart(scene: Scene, at: number, isListed: (at: number) => boolean): boolean {
  return (
    isListed(at) ||
    phrasesAt(offices, scene.words, at).some(({ end }) => isListed(end)) ||
    phrasesAt(determiners, scene.words, at).length > 0 ||
    phrasesAt(heads, scene.words, at).some(({ end }) => isCapital(scene.words[end]))
  );
}

function isGeneral(scene: Scene, at: number): boolean {
  const noun = phrasesAt(generics, scene.words, at)[0];
  // "Xã hội" is no commune: "… Thương binh và Xã hội".
  const other = falseNounEnd(scene.words, at);
  return (noun !== undefined && noun.end >= other) || phrasesAt(determiners, scene.words, at).length > 0;
}

/** Whether a sentence (or a remark in a list) goes on at a word in lower case, so that the name before it is over. */
export function endsBefore(scene: Scene, at: number): boolean {
  const word = scene.words[at];
  if (!word) return true;
  return (
    (sentenceWords.has(word.text.toLowerCase()) && !isInCompound(scene, at)) ||
    phrasesAt(determiners, scene.words, at).some(({ end }) => end > at && word.key === "cac") ||
    phrasesAt(sentenceVerbs, scene.words, at).length > 0
  );
}

/** "công trình", "giao thông": the two syllables of one word, whichever of them stands at `at`. */
function isInCompound(scene: Scene, at: number): boolean {
  return [at - 1, at].some(
    (from) => from >= 0 && phrasesAt(compounds, scene.words, from)[0]?.end === from + 2,
  );
}
