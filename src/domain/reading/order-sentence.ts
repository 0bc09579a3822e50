import type { Schedule } from "../calendar/schedule.ts";
import type { Addressee } from "../organisation/addressee.ts";
import { readAddressees } from "../organisation/addressees.ts";
import { findAddressees } from "../organisation/mentions.ts";
import { fold, foldedKey, singleSpaced } from "../text/fold.ts";
import { beginsWithAction } from "./action-verbs.ts";
import { bodiesByRole, type SentenceBodies } from "./body-role.ts";
import type { ReadingContext } from "./context.ts";
import { onlyBodies } from "./only-bodies.ts";
import { productOf } from "./product.ts";
import { findDeadlines } from "./schedule-deadline.ts";

/** One order found in a sentence or a few of them; offsets are of the text given. */
export interface OrderPiece {
  readonly start: number;
  readonly end: number;
  /** Bodies that the piece itself tells to act; empty when the lead must come from above. */
  readonly leads: readonly Addressee[];
  readonly coordinators: readonly Addressee[];
  /** The body to which the work goes ("trình …", "báo cáo …"). */
  readonly approver: string | null;
  /** The words of the time and what they mean. */
  readonly time: { readonly words: string; readonly schedule: Schedule; readonly doubt: number } | null;
  readonly product: string | null;
}

/**
 * The orders in the words of one item. (1) (2) (3) inside it part it; so does a sentence that tells another body to
 * act or sets another date. Further sentences and semicolons do not.
 */
export function readOrders(text: string, context: ReadingContext): readonly OrderPiece[] {
  const pieces = enumeratedParts(text).flatMap((part) =>
    withLeadGoingOn(
      joinSentences(
        text,
        sentencesOf(text, part.start, part.end).map((sentence) => readSentence(text, sentence, context)),
        context,
      ),
    ),
  );
  const [first] = pieces;
  const intro = enumeratedParts(text)[0];
  // "Giao Sở X: (1) … (2) …": the body named before the list answers for all of it.
  if (first && intro && pieces.length > 1 && intro.named && first.leads.length > 0)
    return pieces.map((piece) => (piece.leads.length > 0 ? piece : { ...piece, leads: first.leads }));
  return pieces;
}

/** "Giao Sở X lập danh mục trong quý II; báo cáo Bộ Y trước ngày 05 hằng tháng": the second clause is Sở X's too. */
function withLeadGoingOn(pieces: readonly OrderPiece[]): readonly OrderPiece[] {
  const told: OrderPiece[] = [];
  for (const piece of pieces) {
    const before = told.at(-1);
    const leads = piece.leads.length > 0 ? piece.leads : (before?.leads ?? []);
    told.push({ ...piece, leads });
  }
  return told;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Parts at (1) (2) (3) or a) b) c) when at least two of the list stand in the text; else the whole. */
function enumeratedParts(text: string): readonly (Stretch & { named: boolean })[] {
  const starts: number[] = [];
  let next = 1;
  for (const match of text.matchAll(/(?:^|[\s:;.,])\((\d{1,2}|[a-zđ])\)\s/gu)) {
    const label = match[1] ?? "";
    if (label !== String(next) && label !== "abcdđeghiklmn"[next - 1]) continue;
    starts.push(match.index + match[0].indexOf("("));
    next++;
  }
  if (starts.length < 2) return [{ start: 0, end: text.length, named: false }];
  return starts.map((start, i) => ({
    start: i === 0 ? 0 : start,
    end: starts[i + 1] ?? text.length,
    named: start > 0,
  }));
}

/** Sentences from…to: ended by ". " or ";" outside brackets and quotes, before a capital or after a semicolon. */
function sentencesOf(text: string, from: number, to: number): readonly Stretch[] {
  const found: Stretch[] = [];
  let start = from;
  let depth = 0;
  for (let at = from; at < to; at++) {
    const letter = text[at] ?? "";
    if ("(“[".includes(letter)) depth++;
    else if (")”]".includes(letter)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && endsAt(text, at)) {
      found.push({ start, end: at + 1 });
      start = at + 1;
    }
  }
  if (start < to && text.slice(start, to).trim() !== "") found.push({ start, end: to });
  return found;
}

function endsAt(text: string, at: number): boolean {
  const letter = text[at];
  const next = text.slice(at + 1, at + 3);
  if (letter === ";" || letter === "\n") return true;
  if (letter !== "." && letter !== "…" && letter !== "!") return false;
  return (
    /^\s\p{Lu}/u.test(next) &&
    !/(?:\b(?:TP|Tp|TS|ThS|PGS|GS|Tr|St|KT|TM|TL)|\b\p{Lu}|\d)$/u.test(text.slice(Math.max(0, at - 5), at))
  );
}

interface SentenceReading extends OrderPiece {
  readonly bracketed: boolean;
  readonly acts: boolean;
}

function readSentence(text: string, sentence: Stretch, context: ReadingContext): SentenceReading {
  const words = text.slice(sentence.start, sentence.end);
  const named =
    labelled(words, context) ??
    bodiesByRole(words, findAddressees(words, context.gazetteer, context.addressing));
  const bodies = named.leads.length > 0 ? named : { ...named, leads: unlistedTold(words) };
  return {
    ...sentence,
    leads: bodies.leads,
    bracketed: bodies.bracketed,
    coordinators: bodies.coordinators,
    approver: bodies.approver === null ? null : nameOfAddressee(bodies.approver),
    time: deadlineOf(words, context),
    product: productOf(words),
    acts: bodies.leads.length > 0 || beginsWithAction(withoutTopic(words)),
  };
}

/** Beginnings of people and bodies that no list names; "giao nhiệm vụ", "giao chỉ tiêu" give something, not somebody. */
const somebody =
  /^(?:cac|dong chi|ong|ba|don vi|co quan|to chuc|chu dau tu|nha dau tu|nha thau|doanh nghiep|lanh dao|thu truong|truong|pho|bo phan|phong|to |nguoi|tap the|can bo|cong chuc|dang vien|ban |chi bo|dang bo|cap uy|hoi |doan |xa |phuong |thon |chu tich|giam doc)/;

/** Persons and classes of bodies that begin a sentence and are told by nothing but the verb behind them. */
const subject =
  /^\s*(?=Đồng chí |Các (?:cụm|khối|viện|Viện|bệnh viện|trường|đơn vị|cơ quan|tổ chức|doanh nghiệp|chi bộ|hội|đoàn|chủ đầu tư|nhà thầu|ngân hàng|công ty|hợp tác xã|xã|phường)(?!\p{L}))(?!.*như sau:?\s*$)/su;

/**
 * "Yêu cầu nhà đầu tư hạ tầng tập trung …", "Đồng chí Phó Bí thư … theo dõi …": whoever stands between the telling
 * word, or the beginning, and the first verb is told.
 */
function unlistedTold(words: string): readonly Addressee[] {
  const opening = /^\s*(?:Yêu cầu|Đề nghị|Giao)\s+(?=\S)/u.exec(words) ?? subject.exec(words);
  if (!opening) return [];
  const rest = words.slice(opening[0].length);
  if (beginsWithAction(rest) || !somebody.test(fold(rest))) return [];
  for (const { index } of [...rest.slice(0, 120).matchAll(/\s+(?=\p{Ll})/gu)].slice(1, 14)) {
    if (!beginsWithAction(rest.slice(index))) continue;
    const text = rest
      .slice(0, index)
      .replace(/[\s:,]+$/, "")
      .trim();
    return /[.;:]/.test(text) ? [] : [{ collective: text, text, role: "lead", share: null }];
  }
  return [];
}

/** "Đơn vị thực hiện: Phòng Văn hóa - Xã hội.": a sentence that only names who does it, or who helps. */
function labelled(words: string, { gazetteer, addressing }: ReadingContext): SentenceBodies | null {
  const label =
    /^\s*(?:đơn vị|cơ quan|bộ phận)\s+(chủ trì|thực hiện|đầu mối|phối hợp)[^:.;]{0,30}:\s*/iu.exec(words);
  if (!label) return null;
  const { addressees } = readAddressees(
    words.slice(label[0].length).replace(/[.;\s]+$/, ""),
    gazetteer,
    addressing,
  );
  const helps = fold(label[1] ?? "") === "phoi hop";
  return {
    bracketed: true,
    leads: helps ? [] : addressees,
    coordinators: helps ? addressees.map((addressee) => ({ ...addressee, role: "with" })) : [],
    approver: null,
  };
}

/** Words after a topic: "Hợp tác về y tế: Phối hợp …" → "Phối hợp …". */
export function withoutTopic(words: string): string {
  const colon = words.indexOf(":");
  const after = colon < 0 ? words : words.slice(colon + 1);
  return (after.trim() === "" ? words : after).replace(/^[\s(]*(?:\d{1,2}\)|[a-zđ]\))?\s*/u, "");
}

function nameOfAddressee(addressee: Addressee): string {
  return "unit" in addressee ? addressee.unit : addressee.collective;
}

function deadlineOf(words: string, context: ReadingContext): OrderPiece["time"] {
  const found = findDeadlines(words, { documentDate: context.addressing.date });
  const [chosen] = [...found.filter((deadline) => !deadline.aboutReporting), ...found];
  return chosen ? { words: chosen.words, schedule: chosen.schedule, doubt: chosen.doubt } : null;
}

/** Joins sentences to pieces; a new body told to act, or a second date, begins a new piece. */
function joinSentences(
  text: string,
  sentences: readonly SentenceReading[],
  context: ReadingContext,
): readonly OrderPiece[] {
  const pieces: SentenceReading[] = [];
  for (const sentence of sentences) {
    const last = pieces.at(-1);
    if (!last || startsAnew(last, sentence)) pieces.push(sentence);
    else pieces[pieces.length - 1] = joined(text, last, sentence, context);
  }
  return pieces;
}

function startsAnew(last: SentenceReading, sentence: SentenceReading): boolean {
  if (!last.acts || (sentence.bracketed && last.leads.length === 0)) return false;
  const others = sentence.leads.length > 0 && keyOf(sentence.leads) !== keyOf(last.leads);
  const dated =
    sentence.time !== null &&
    last.time !== null &&
    sentence.acts &&
    JSON.stringify(sentence.time.schedule) !== JSON.stringify(last.time.schedule);
  return others || dated;
}

function keyOf(addressees: readonly Addressee[]): string {
  return addressees
    .map((addressee) => foldedKey(nameOfAddressee(addressee)))
    .sort()
    .join("|");
}

function joined(
  text: string,
  first: SentenceReading,
  second: SentenceReading,
  context: ReadingContext,
): SentenceReading {
  const known = new Set(first.coordinators.map((addressee) => keyOf([addressee])));
  return {
    start: first.start,
    end: second.end,
    leads: first.leads.length > 0 ? first.leads : second.leads,
    coordinators: [
      ...first.coordinators,
      ...second.coordinators.filter((addressee) => !known.has(keyOf([addressee]))),
    ],
    approver: first.approver ?? second.approver,
    time: first.time ?? second.time ?? deadlineOf(text.slice(first.start, second.end), context),
    product: first.product ?? second.product,
    acts: first.acts || second.acts,
    bracketed: first.bracketed || second.bracketed,
  };
}

const openings =
  /^(?:giao(?: nhiem vu)?(?: cho)?|de nghi|yeu cau|doi voi|trach nhiem (?:cua )?|phan cong|dong chi)\s+/;
const closings =
  /[\s,]*(?:theo chuc nang,? nhiem vu(?: duoc giao)?,?)?\s*(?:co trach nhiem|chiu trach nhiem|chu tri|co nhiem vu|thuc hien|can|phai)?(?: thuc hien| trien khai)?(?: (?:cac|nhung|mot so) (?:nhiem vu|noi dung)(?: sau)?)?\s*[:.;]?\s*$/;

/**
 * The bodies of a heading that names nothing else ("1. Sở Ngoại vụ", "Giao Sở X và Sở Y chịu trách nhiệm:"), or that a
 * colon parts from the order ("Sở Tài chính: Tổng hợp …"). `rest` is where the words after the colon begin.
 */
export function addressedHeading(
  text: string,
  context: ReadingContext,
): { leads: readonly Addressee[]; rest: number | null } | null {
  const whole = bodiesOnly(text, context);
  if (whole) return { leads: whole, rest: null };
  const colon = text.indexOf(":");
  if (colon < 2 || colon > 260) return null;
  // "UBND các huyện: Tu Mơ Rông, Đăk Glei quản lý …": the colon stands inside the name.
  const inside = findAddressees(text.slice(0, 320), context.gazetteer, context.addressing);
  if (inside.some(({ start, end }) => start < colon && end > colon + 1)) return null;
  const before = bodiesOnly(text.slice(0, colon), context);
  return before && text.slice(colon + 1).trim() !== "" ? { leads: before, rest: colon + 1 } : null;
}

function bodiesOnly(text: string, context: ReadingContext): readonly Addressee[] | null {
  const words = singleSpaced(text);
  if (words.length > 320) return null;
  const folded = fold(words);
  const from = openings.exec(folded)?.[0].length ?? 0;
  const to = words.length - (closings.exec(folded)?.[0].length ?? 0);
  if (to <= from || beginsWithAction(words.slice(from, to))) return null;
  return onlyBodies(words.slice(from, to), context, 0.85);
}
