import type { Addressee } from "../organisation/addressee.ts";
import type { AddresseeMention } from "../organisation/mentions.ts";
import { fold } from "../text/fold.ts";
import { actsBehindBody } from "./action-verbs.ts";
import { callsIn, goesTo, tellingAt } from "./order-words.ts";

/** What a sentence wants of a body it names. */
export type BodyRole = "lead" | "with" | "approves";

/** The bodies of one sentence by what it wants of them; bodies it only speaks of are left out. */
export interface SentenceBodies {
  /** The lead stands in brackets at the end and speaks for the whole item before it. */
  readonly bracketed: boolean;
  readonly leads: readonly Addressee[];
  readonly coordinators: readonly Addressee[];
  readonly approver: Addressee | null;
}

/** Sorts the bodies that a sentence names by the words before and after them. */
export function bodiesByRole(words: string, mentions: readonly AddresseeMention[]): SentenceBodies {
  const leads: Addressee[] = [];
  const coordinators: Addressee[] = [];
  let approver: Addressee | null = null;
  let bracketed = false;
  for (const mention of mentions) {
    const role = roleOf(words, mention, mentions, leads.length > 0);
    const subject = role === null && leads.length === 0 ? subjectAfterTopic(words, mention, mentions) : null;
    if (role === "lead" && leads.length === 0) bracketed = opensBrackets(words.slice(0, mention.start));
    if (role === "lead") leads.push(...mention.addressees);
    else if (subject) leads.push(subject);
    else if (role === "with")
      coordinators.push(
        ...mention.addressees.map((addressee): Addressee => ({ ...addressee, role: "with" })),
      );
    else if (role === "approves") approver ??= mention.addressees[0] ?? null;
  }
  return { leads, coordinators, approver, bracketed };
}

function roleOf(
  words: string,
  mention: AddresseeMention,
  mentions: readonly AddresseeMention[],
  hasLead: boolean,
): BodyRole | null {
  const before = words.slice(0, mention.start);
  const after = words.slice(mention.end);
  if (before.lastIndexOf("“") > before.lastIndexOf("”")) return null;
  if (callsIn(before) || /^\s*(?:cùng )?phối hợp(?:\s+thực hiện)?\s*[).;,]/u.test(after)) return "with";
  if (isTold(words, before, after, mentions)) return "lead";
  if (goesTo(before)) return "approves";
  if (isInClosingBrackets(words, before, after)) return "lead";
  // "UBND tỉnh yêu cầu Sở A …": the one who speaks is not the one who acts.
  const speaks = mentions.some(
    (other) =>
      other.start > mention.end &&
      other.start - mention.end < 40 &&
      tellingAt(words.slice(mention.end, other.start)) !== null,
  );
  if (speaks) return null;
  const acts = actsBehindBody(after.replace(/^\s*(?:\([^)]*\))?[\s,]*/, ""));
  return !hasLead && acts && (beginsClause(before) || mustAfterTopic(before, after)) ? "lead" : null;
}

/** "Cơ chế trao đổi số liệu, Sở A và Sở B phải …": a few words as a topic, then who is bound. */
function mustAfterTopic(before: string, after: string): boolean {
  const topic = before.trim();
  return (
    /^\s*(?:phải|có trách nhiệm|chịu trách nhiệm)\s/u.test(after) &&
    /^\p{Lu}[^,;:.]{5,70},$/u.test(topic) &&
    !/\bda\b/.test(fold(topic))
  );
}

/**
 * "Giao Sở A …", "UBND tỉnh yêu cầu Sở A …": the telling word begins a clause, or somebody who begins one says it;
 * deeper in a sentence it is what the one in charge has to tell others ("…; yêu cầu các đơn vị lắp đặt …").
 */
function isTold(
  words: string,
  before: string,
  after: string,
  mentions: readonly AddresseeMention[],
): boolean {
  const at = tellingAt(before);
  if (at === null) return false;
  if (/^do\s/i.test(before.slice(at)))
    return /^\s*(?:làm )?(?:chủ trì|thực hiện|phụ trách|chịu trách nhiệm|đảm nhiệm|đầu mối)/u.test(after);
  // After a semicolon "yêu cầu …" goes on with what the one above has to do; a new order begins with a capital.
  const goesOn = words.slice(0, at).trim() === "" && /^(?:yêu cầu|đề nghị)/u.test(before.slice(at));
  if (beginsClause(words.slice(0, at))) return !goesOn;
  const speaker = mentions.findLast((other) => other.end <= at);
  return speaker !== undefined && at - speaker.end < 25 && beginsClause(words.slice(0, speaker.start));
}

function opensBrackets(before: string): boolean {
  return /\((?:giao )?\s*$/iu.test(before);
}

/** "… (Sở A)", "… (Sở A chủ trì, phối hợp với Sở B)" at the end of an item. */
function isInClosingBrackets(words: string, before: string, after: string): boolean {
  return (
    /\($/.test(before.trimEnd()) &&
    /^\s*(?:[)\-–,;:]|chủ trì|chịu trách nhiệm|thực hiện|tham mưu|hoàn thành)/u.test(after) &&
    /\)\s*[.;,]?\s*$/.test(words)
  );
}

/** "Về việc lập Tổ công tác, Sở A căn cứ …": the last body of what looks like a list is the subject after a topic. */
function subjectAfterTopic(
  words: string,
  mention: AddresseeMention,
  mentions: readonly AddresseeMention[],
): Addressee | null {
  const { start, end, addressees } = mention;
  const last = addressees.at(-1);
  if (!last || addressees.length < 2) return null;
  const at = words.lastIndexOf(last.text, end);
  if (at <= start) return null;
  return roleOf(words, { ...mention, start: at, addressees: [last] }, mentions, false) === "lead"
    ? last
    : null;
}

/** Words that begin an adverbial: a comma ends it, and the subject follows. */
const adverbial =
  /^(?:ket thuc|het|cuoi|dau|giua|ve|doi voi|tren co so|trong|can cu|hang nam|dinh ky|truoc|neu|khi|de|tuy|theo|sau|giai doan|nham|den|tu|cham nhat|ngoai ra|dong thoi|rieng|vi vay|do do|thoi gian|qua|hang (?:thang|quy|tuan)|o|tai|cung voi)\b/;

/** Whether a body at this point is the subject: first in its clause, or after an adverbial that a comma ends. */
function beginsClause(before: string): boolean {
  const lead = before.trimEnd();
  if (lead === "" || /[.;:–(]$|(?:^|\s)-$/.test(lead)) return true;
  if (
    /^trong (?:qua trinh|thoi gian|khi) (?:to chuc )?(?:thuc hien|trien khai)[^,;:]{0,60}$/.test(fold(lead))
  )
    return true;
  if (!lead.endsWith(",")) return /^[\s(]*(?:\d{1,2}\)|[a-zđ]\))?[\s]*$/u.test(before);
  const clause = fold(
    lead.slice(Math.max(lead.lastIndexOf(":"), lead.lastIndexOf(";"), lead.lastIndexOf(". ")) + 1),
  );
  // A clause that tells what was done is a story, and the body behind its comma is part of it.
  return adverbial.test(clause.trim()) && !/\bda\b/.test(clause);
}
