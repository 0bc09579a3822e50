import type { ShownUnplacedAnswer, UnplacedAnswer, UnplacedPartAnswer } from "../contract/unplaced.ts";
import type { CountedUnplaced, UnplacedFilter, UnplacedPart } from "../domain/duty/unplaced.ts";
import {
  kindOfReason,
  kindsToLookAt,
  reasonOf,
  type UnplacedKind,
  type unplacedKinds,
} from "../domain/language/unplaced-reasons.ts";
import type { AfterUnplaced, ShownUnplaced, UnplacedList } from "../operations/list-unplaced.ts";
import { presentLink } from "./present-document.ts";

/** The place after a page as a word for addresses. */
function writeAfter({ turn, document, position }: AfterUnplaced): string {
  return `${turn}.${document}.${position}`;
}

/** Reads it back; the contract lets in no other form. */
export function readAfter(word: string): AfterUnplaced {
  const [turn, document = "", position] = word.split(".");
  return { turn: Number(turn), document, position: Number(position) };
}

/** One page with its counts: of each filter what its values would give under the others. */
export function presentUnplaced(list: UnplacedList, filter: UnplacedFilter): UnplacedAnswer {
  const { counts } = list;
  const fits = {
    mark: (one: CountedUnplaced) => one.mark === filter.mark,
    kind: (one: CountedUnplaced) => isOfKind(one.why, filter.kind),
    code: (one: CountedUnplaced) => filter.code === null || codeOf(one.why) === filter.code,
    document: (one: CountedUnplaced) => filter.document === null || one.document.id === filter.document,
  };
  const under = (...parts: readonly (keyof typeof fits)[]) =>
    counts.filter((one) => parts.every((part) => fits[part](one)));
  const kinds = summed(under("mark", "document"), (one) => kindOfReason(one.why));
  const codes = summed(under("mark", "kind", "document"), (one) => codeOf(one.why));
  const documents = summed(under("mark", "kind", "code"), (one) => one.document.id);
  const marks = summed(under("kind", "code", "document"), (one) => one.mark);
  const links = new Map(counts.map(({ document }) => [document.id, document]));
  return {
    parts: list.parts.map(presentPart),
    total: sum(under("mark", "kind", "code", "document")),
    next: list.next && writeAfter(list.next),
    kinds: {
      ...{ unread: kinds.get("unread") ?? 0, text: kinds.get("text") ?? 0, placed: kinds.get("placed") ?? 0 },
      ...{ frame: kinds.get("frame") ?? 0, layout: kinds.get("layout") ?? 0 },
    } satisfies Record<(typeof unplacedKinds)[number], number>,
    codes: [...codes].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count),
    documents: [...documents]
      .flatMap(([id, count]) => {
        const document = links.get(id);
        return document ? [{ document: presentLink(document), count }] : [];
      })
      .sort((a, b) => b.count - a.count),
    marks: { open: marks.get("open") ?? 0, seen: marks.get("seen") ?? 0, task: marks.get("task") ?? 0 },
  };
}

function isOfKind(why: string, kind: UnplacedFilter["kind"]): boolean {
  const own: UnplacedKind = kindOfReason(why);
  return kind === null || (kind === "look" ? kindsToLookAt.includes(own) : own === kind);
}

function codeOf(why: string): UnplacedPartAnswer["code"] {
  return reasonOf(why)?.code ?? "other";
}

function summed<Key>(
  counts: readonly CountedUnplaced[],
  key: (one: CountedUnplaced) => Key,
): Map<Key, number> {
  const sums = new Map<Key, number>();
  for (const one of counts) sums.set(key(one), (sums.get(key(one)) ?? 0) + one.count);
  return sums;
}

function sum(counts: readonly CountedUnplaced[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

function presentPart({ document, position, what, where, why, marked }: UnplacedPart): UnplacedPartAnswer {
  return {
    ...{ document: presentLink(document), position, what, where, why },
    ...{ kind: kindOfReason(why), code: codeOf(why) },
    marked: marked && {
      ...{ mark: marked.mark, reason: marked.reason, at: marked.at.toISOString(), by: marked.by },
      findingId: marked.findingId,
    },
  };
}

/** One part with all its words. */
export function presentShownUnplaced(part: ShownUnplaced): ShownUnplacedAnswer {
  return { ...presentPart(part), content: part.content, sources: part.sources };
}
