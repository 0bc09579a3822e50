import type { Addressee, AddresseeRole } from "./addressee.ts";
import { bodyAt } from "./body-at.ts";
import { opensCollective } from "./collective-at.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { determiners, falseNounEnd, generics, phrasesAt } from "./lexicon.ts";
import {
  addCollective,
  addUnit,
  assignRole,
  assignShare,
  closeBracket,
  closeRun,
  type ListReading,
  leaveUnplaced,
  newReading,
  saysLead,
  withoutRepeats,
  withRolesLeftOut,
} from "./list-reading.ts";
import { remarkAt } from "./remarks.ts";
import { type AddresseeContext, asWritten, itemEnds, sceneOf } from "./scene.ts";
import { memberAt, sharedAfter, sharedHeadAt } from "./shared-head.ts";
import { isCapital } from "./words.ts";

/** What a cell or list of bodies says. `unplaced` are words that name nobody and say nothing known. */
export interface AddresseeReading {
  readonly addressees: readonly Addressee[];
  /** 0 when every name is known as written, up to 1. */
  readonly doubt: number;
  readonly unplaced: readonly string[];
}

/**
 * Reads the text of a cell or list that says who leads or co-ordinates. Named bodies become units under their
 * canonical name relative to the document's province; a run of common nouns between them is one collective in the
 * words of the text, whatever separates its parts, except that a new line, an office ("Thủ trưởng các …") or a
 * remark in brackets begins another one. Roles said in the cell are kept, else "lead". Never fails: what it does not
 * understand is in `unplaced`.
 */
export function readAddressees(
  text: string,
  gazetteer: Gazetteer,
  context: AddresseeContext,
): AddresseeReading {
  const reading = newReading(sceneOf(text, gazetteer, context, "list"));
  while (reading.at < reading.scene.words.length) step(reading);
  closeRun(reading);
  const addressees = withRolesLeftOut(reading);
  return { addressees: withoutRepeats(addressees), doubt: reading.doubt, unplaced: reading.unplaced };
}

function step(reading: ListReading): void {
  const { scene, at } = reading;
  const word = scene.words[at];
  if (!word) return;
  if (word.gap.includes("\n") && startsLine(reading)) closeRun(reading);
  if (/;|^[^,]*\n(?!\s*\($)/.test(word.gap)) reading.groupFrom = reading.addressees.length;
  if (word.gap.includes("(") && closeBracket(reading, readAddressees)) return;
  if (isListMark(reading) || isJoiner(reading)) {
    reading.at++;
    return;
  }
  if (takeRemark(reading)) return;
  if (takeShared(reading)) return;
  if (takeNamed(reading)) return;
  takeWords(reading);
}

function startsLine({ scene, at }: ListReading): boolean {
  return isCapital(scene.words[at]) || /[-+*•;.]/.test(scene.words[at]?.gap ?? "");
}

/** "1.", "a)" at the beginning of a line. */
function isListMark({ scene, at }: ListReading): boolean {
  const word = scene.words[at];
  const next = scene.words[at + 1];
  const first = at === 0 || /\n/.test(word?.gap ?? "");
  return first && /^(\d{1,2}|\p{L})$/u.test(word?.text ?? "") && /^[.)]\s/.test(next?.gap ?? "");
}

/** "và", "cùng", "với" between members; inside a run of common nouns they belong to its words. */
function isJoiner({ scene, at }: ListReading): boolean {
  const word = scene.words[at];
  const text = word?.text.toLowerCase() ?? "";
  return word?.key === "va" || /^(cùng|với|hoặc|là)$/.test(text);
}

function takeRemark(reading: ListReading): boolean {
  const { scene, at } = reading;
  const follows = reading.addressees.length + (reading.run ? 1 : 0) > reading.groupFrom;
  const remark = remarkAt(scene, at, follows);
  // "Thường trực HĐND tỉnh" is a name, whatever "thường trực" says elsewhere.
  if (!remark || (remark.kind === "role" && bodyAt(scene, at)?.name)) return false;
  // "các sở, ngành chủ trì" at the end of a cell: those that lead something else, not a role in this cell.
  const onlyRun = reading.run !== null && reading.addressees.length === 0 && !reading.roleSaid;
  if (
    remark.kind === "role" &&
    onlyRun &&
    !isKindOfMany(reading, remark.role) &&
    remark.end === scene.words.length &&
    !remark.announces
  ) {
    if (reading.run) reading.run.end = remark.end;
  } else if (remark.kind === "role") {
    assignRole(reading, remark.role, remark.announces);
    if (!remark.announces && saysLead(asWritten(scene, at, remark.end))) reading.leadNamed = true;
  } else if (remark.kind === "share") assignShare(reading, remark.share);
  reading.at = remark.end;
  return true;
}

/** "UBND các xã phối hợp": bodies of one kind, and what they do; "các cơ quan phối hợp" are those of another task. */
function isKindOfMany({ scene, run }: ListReading, role: AddresseeRole): boolean {
  if (!run || role !== "with") return false;
  return ![determiners, generics].some((words) => phrasesAt(words, scene.words, run.from).length > 0);
}

function takeShared(reading: ListReading): boolean {
  const { scene, at } = reading;
  const opened = sharedHeadAt(scene, at, reading.shared);
  const match = opened && memberAt(scene, opened.from, opened.shared);
  if (!opened || !match?.name) return false;
  addUnit(reading, match, at);
  reading.shared = sharedAfter(scene, match, opened.shared) ?? opened.shared;
  if (opened.shared.firm) reading.shared = opened.shared;
  return true;
}

function takeNamed(reading: ListReading): boolean {
  const { scene, at } = reading;
  const match = memberAt(scene, at, reading.shared);
  if (!match) return false;
  // Inside "các tỉnh ủy, thành ủy" a noun that could be a name is one more noun.
  if (
    reading.run &&
    !isCapital(scene.words[at]) &&
    phrasesAt(generics, scene.words, at)[0]?.end === match.end
  )
    return false;
  if (match.name === null) {
    const led = match.from > at;
    if (led) closeRun(reading);
    addCollective(reading, match.from, collectiveItemEnd(reading, match.end), led ? at : null);
    return true;
  }
  addUnit(reading, match, at);
  if (!reading.shared?.firm) reading.shared = sharedAfter(scene, match, reading.shared) ?? reading.shared;
  return true;
}

/** An item that names no known body: common nouns (a collective), or a name in capitals that stands as written. */
function takeWords(reading: ListReading): void {
  const { scene, at } = reading;
  const other = falseNounEnd(scene.words, at);
  const end = collectiveItemEnd(reading, Math.max(other, at + 1));
  const words = scene.words.slice(at, end);
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word.text));
  const isName =
    words[0] === capitals[0] && (capitals.length > 1 || /^\p{Lu}{2}/u.test(words[0]?.text ?? ""));
  if (opensCollective(scene, at) || (reading.run && words[0] !== capitals[0]))
    addCollective(reading, at, end, null);
  else if (reading.justNamed && (!itemEnds(scene, at) || growsOverComma(reading))) growName(reading, end);
  else if (isPerson(reading) || other > at) leaveUnplaced(reading, end);
  else if (isName && /\p{Lu}/u.test(words[0]?.text ?? ""))
    addUnit(reading, { name: asWritten(scene, at, end), end, from: at, head: null, doubt: 0.5 }, at);
  else if (words.length > 2) addCollective(reading, at, end, null, 0.4);
  else leaveUnplaced(reading, end);
}

/** "Trung tâm Thông tin, dữ liệu và Công nghệ số": small letters after a comma go on with a name not that of an authority. */
function growsOverComma(reading: ListReading): boolean {
  const last = reading.addressees.at(-1);
  const first = reading.scene.words[reading.at];
  return (
    last !== undefined &&
    "unit" in last &&
    !isAuthority(last) &&
    /^\s*,\s*$/.test(first?.gap ?? "") &&
    !isCapital(first)
  );
}

/** "Ông Nguyễn Văn A": a person is no body. */
function isPerson({ scene, at }: ListReading): boolean {
  const word = scene.words[at];
  const before = scene.text.slice(0, word?.start);
  return /^(ông|bà)$/i.test(word?.text ?? "") || /(đồng chí|đ\/c)\s*$/i.test(before);
}

const authority = /^(Sở|Bộ|UBND|HĐND|Công an|Tỉnh|Thành|Thanh tra|Chính phủ|Quốc hội|Văn phòng) ?/u;

/** Whether a body has its whole name: what follows is another. A name whose place was added may go on. */
function isAuthority({ unit, text }: { readonly unit: string; readonly text: string }): boolean {
  return authority.test(unit) || / tỉnh$/u.test(text);
}

/** Words left after a name that only "và" or a space parts from it: a longer name, unless the name is that of an authority. */
function growName(reading: ListReading, end: number): void {
  const last = reading.addressees.at(-1);
  const first = reading.scene.words[reading.at];
  const before = reading.scene.words[reading.at - 1];
  const joined =
    (before?.key === "va" && /^\s*$/.test(before.gap) && /^\s*$/.test(first?.gap ?? "x")) ||
    (/^\s*,\s*$/.test(first?.gap ?? "") && !isCapital(first));
  if (!last || !("unit" in last) || isAuthority(last) || !joined) {
    leaveUnplaced(reading, end);
    return;
  }
  const from = reading.scene.text.lastIndexOf(last.text, first?.start);
  const text = reading.scene.text.slice(from, reading.scene.words[end - 1]?.end);
  reading.addressees[reading.addressees.length - 1] = { ...last, unit: text.replace(/\s+/g, " "), text };
  reading.doubt = Math.max(reading.doubt, 0.3);
  reading.at = end;
}

/** The end of an item: the next separator, or a named body after "và", or a remark. "thuộc Bộ X" is stepped over whole. */
function collectiveItemEnd(reading: ListReading, from: number): number {
  const { scene } = reading;
  let end = from;
  while (end < scene.words.length) {
    const word = scene.words[end];
    if (!word) break;
    if (word.key === "va" || word.text.toLowerCase() === "cùng") {
      const next = end + 1 + (scene.words[end + 1]?.key === "voi" ? 1 : 0);
      if (memberAt(scene, next, null) || opensCollective(scene, next)) break;
    } else if (itemEnds(scene, end) && !/^( ?[-–—/] ?|\n)$/.test(word.gap)) break;
    else if (/\n/.test(word.gap) && isCapital(word)) break;
    if (endsAtRemark(reading, end)) break;
    const owner = /^(thuoc|cua|tai|o|voi)$/.test(word.key) ? memberAt(scene, end + 1, null) : null;
    end = owner?.name ? owner.end : end + 1;
  }
  return end;
}

function endsAtRemark({ scene }: ListReading, at: number): boolean {
  const carriesOut = asWritten(scene, at, falseNounEnd(scene.words, at));
  if (/^tổ chức (thực hiện|triển khai)$/i.test(carriesOut)) return true;
  const remark = remarkAt(scene, at, true);
  if (!remark || remark.kind === "prefix") return false;
  if (remark.kind === "share") return true;
  const first = scene.words[at]?.key ?? "";
  const next = scene.words[remark.end];
  return (
    /^(chu|phoi|chi|giam|phe|thuong|lam|la)$/.test(first) &&
    (next === undefined || itemEnds(scene, remark.end) || remark.announces)
  );
}
