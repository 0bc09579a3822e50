import { isIssuerSymbol } from "./issuer-symbol.ts";
import { parseDocumentNumber } from "./number.ts";
import type { FoundNumber } from "./number-find.ts";

/** From this doubt on a number is asked about elsewhere. */
const doubtful = 0.3;
/** What is left of the doubt when one candidate alone stands elsewhere too. */
const settledDoubt = 0.2;

/** A sign of a unit that no table knows. */
const unitsBehindIssuer = /(?<=\/.*-)[A-ZĐ&]+$/u;
/** Most numbers that one is shown as. */
const mostCandidates = 4;

/**
 * A number of a damaged text with D and Đ told apart in its last group: "45/BNNMT-DCKS" may be "45/BNNMT-ĐCKS". As
 * written it comes first; groups that a table knows were spelled by it before.
 */
export function withLostBars(found: FoundNumber): FoundNumber {
  const group = unitsBehindIssuer.exec(found.number.text)?.[0] ?? "";
  if (!group.includes("D") || isIssuerSymbol(group)) return found;
  let spelled = [""];
  for (const letter of group)
    spelled = (letter === "D" ? ["D", "Đ"] : [letter]).flatMap((each) =>
      spelled.map((before) => before + each),
    );
  const stem = found.number.text.slice(0, -group.length);
  const candidates = [...found.candidates, ...spelled.map((each) => stem + each)];
  return {
    ...found,
    candidates: [...new Set(candidates)].slice(0, mostCandidates),
    doubt: Math.max(found.doubt, doubtful),
  };
}

/**
 * Doubtful numbers of a document decided by the numbers that are not: of several candidates the one that the document
 * names elsewhere, or that is known from other documents, comes first, with less doubt when it is the only one. All
 * candidates stay, and a number that none of this speaks for stays as doubtful as it was.
 */
export function settledNumbers(
  found: readonly FoundNumber[],
  known: ReadonlySet<string>,
): readonly FoundNumber[] {
  if (found.every((each) => each.doubt < doubtful)) return found;
  const mentions = new Map<string, number>();
  for (const { number, doubt } of found)
    if (doubt < doubtful) mentions.set(number.text, (mentions.get(number.text) ?? 0) + 1);
  const weight = (candidate: string) => (mentions.get(candidate) ?? 0) + (known.has(candidate) ? 1 : 0);
  return found.map((each) => {
    if (each.doubt < doubtful || each.candidates.length === 0) return each;
    const candidates = [...each.candidates].sort((a, b) => weight(b) - weight(a));
    const supported = candidates.filter((candidate) => weight(candidate) > 0);
    const number = supported[0] === undefined ? null : parseDocumentNumber(supported[0]);
    if (!number) return each;
    return { ...each, number, candidates, doubt: supported.length === 1 ? settledDoubt : each.doubt };
  });
}
