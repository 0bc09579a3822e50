import type { Addressee } from "./addressee.ts";
import { bodyAt } from "./body-at.ts";
import { collectiveEnd } from "./collective-at.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { determiners, generics, heads, offices, organs } from "./lexicon.ts";
import { withoutRepeats } from "./list-reading.ts";
import { type AddresseeContext, adjacent, asWritten, type Scene, sceneOf } from "./scene.ts";
import { memberAt, type SharedHead, sharedAfter, sharedHeadAt } from "./shared-head.ts";

/** Bodies named in running text: offsets of the whole list, and its members in order. All roles are "lead". */
export interface AddresseeMention {
  readonly start: number;
  readonly end: number;
  readonly addressees: readonly Addressee[];
  readonly doubt: number;
}

interface Member {
  readonly addressee: Addressee;
  readonly end: number;
  readonly doubt: number;
  readonly shared: SharedHead | null;
}

/**
 * Every body and collective that a running text names, in order; those that form one list ("Sở Tài chính, Sở Nội vụ
 * và các cơ quan liên quan") are one mention. The longest name wins and names never overlap. What the sentence does
 * with them ("giao", "phối hợp với") is not judged here: the words before `start` and after `end` say it.
 */
export function findAddressees(
  text: string,
  gazetteer: Gazetteer,
  context: AddresseeContext,
): readonly AddresseeMention[] {
  const scene = sceneOf(text, gazetteer, context, "prose");
  const mentions: AddresseeMention[] = [];
  for (let i = 0; i < scene.words.length; ) {
    const run = mayBegin(scene, i) ? listAt(scene, i) : null;
    if (run) mentions.push(run.mention);
    i = run ? run.end : i + 1;
  }
  return mentions;
}

/** Whether any name or common noun begins with a word: most words of a text are passed over by this alone. */
function mayBegin(scene: Scene, i: number): boolean {
  const key = scene.words[i]?.key ?? "";
  return (
    /^\d/.test(key) ||
    scene.gazetteer.names.children.has(key) ||
    [heads, determiners, generics, offices, organs].some((lexicon) => lexicon.children.has(key))
  );
}

function listAt(scene: Scene, i: number): { mention: AddresseeMention; end: number } | null {
  let member = memberOrShared(scene, i, null);
  if (!member) return null;
  const members = [member];
  let end = member.end;
  const founded = member.doubt > 0 && isFounded(scene, i);
  for (;;) {
    const next = founded ? null : afterJoiner(scene, end);
    if (next === null) break;
    const before: Member = member;
    member = memberOrShared(scene, next, before.shared);
    if (!member || opensClause(scene, before, member, end)) break;
    members.push(member);
    end = member.end;
  }
  return {
    mention: {
      start: scene.words[i]?.start ?? 0,
      end: scene.words[end - 1]?.end ?? 0,
      addressees: withoutRepeats(members.map(({ addressee }) => addressee)),
      doubt: Math.max(...members.map(({ doubt }) => doubt)),
    },
    end,
  };
}

/** "theo đề nghị của các cơ quan liên quan, Sở Tài chính …": a named body after "liên quan," begins the main clause. */
function opensClause(scene: Scene, before: Member, member: Member, end: number): boolean {
  return (
    "collective" in before.addressee &&
    "unit" in member.addressee &&
    /,/.test(scene.words[end]?.gap ?? "") &&
    /liên quan$/i.test(before.addressee.collective)
  );
}

function memberOrShared(scene: Scene, i: number, shared: SharedHead | null): Member | null {
  const opened = sharedHeadAt(scene, i, shared);
  const first = opened && memberFrom(scene, opened.from, opened.shared, scene.words[i]?.start ?? 0);
  return first ?? memberFrom(scene, i, shared, null);
}

function memberFrom(
  scene: Scene,
  i: number,
  shared: SharedHead | null,
  textStart: number | null,
): Member | null {
  const match = memberAt(scene, i, shared);
  const text = (end: number) =>
    scene.text.slice(textStart ?? scene.words[i]?.start, scene.words[end - 1]?.end);
  if (match?.name) {
    const addressee: Addressee = { unit: match.name, text: text(match.end), role: "lead", share: null };
    const next = sharedAfter(scene, match, shared) ?? (match.from === i ? shared : null);
    return { addressee, end: match.end, doubt: match.doubt, shared: next };
  }
  const from = match ? match.from : i;
  const end = collectiveEnd(scene, match ? match.end : i, match !== null);
  if (end === null) return null;
  const addressee: Addressee = {
    collective: asWritten(scene, from, end),
    text: text(end),
    role: "lead",
    share: null,
  };
  return { addressee, end, doubt: 0, shared: null };
}

/** "thành lập Ban Chỉ đạo …, Sở Ngoại vụ …": what is founded is no member of a list with who founds it. */
function isFounded(scene: Scene, i: number): boolean {
  const before = `${scene.words[i - 2]?.text ?? ""} ${scene.words[i - 1]?.text ?? ""}`;
  return /^(thành lập|kiện toàn|hình thành|xây dựng)$/i.test(before);
}

/** The word after what joins two members of a list: a comma, a semicolon, "và", "cùng", "cùng với"; null when nothing does. */
function afterJoiner(scene: Scene, end: number): number | null {
  const word = scene.words[end];
  if (!word) return null;
  if (/^\s*,?\s*$/.test(word.gap) && word.key === "va") return end + 1;
  if (adjacent(word) && word.text.toLowerCase() === "cùng")
    return scene.words[end + 1]?.key === "voi" ? end + 2 : end + 1;
  if (!/^\s*[,;]\s*$/.test(word.gap)) return null;
  const named = bodyAt(scene, end);
  return named || word.key !== "va" ? end : null;
}
