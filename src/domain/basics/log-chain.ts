/** Kinds of entries of the log: what was changed, who came in, what was refused, what left the house, who looked at whom. */
export const logKinds = ["change", "signIn", "refusal", "export", "view"] as const;
export type LogKind = (typeof logKinds)[number];

/** An entry of the log as the chain covers it: each column as text, so that any machine makes the same of it. */
export interface SealedEntry {
  readonly province: number;
  readonly id: string;
  /** UTC with microseconds: "2026-03-01T02:30:00.000000Z". */
  readonly at: string;
  readonly kind: string;
  readonly who: string;
  readonly address: string | null;
  readonly what: string;
  readonly subject: string;
  /** JSON as the database writes it, keys in its order. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Where a chain stands: the position of its last link (0: none yet) and the digest there. */
export interface ChainEnd {
  readonly position: number;
  readonly digest: string;
}

/** A link of the chain with the entry that it covers; null: the entry is not there any more. */
export interface ChainLink extends ChainEnd {
  readonly id: string;
  readonly entry: SealedEntry | null;
}

/** Before the first link. */
export const chainStart: ChainEnd = { position: 0, digest: "0".repeat(64) };

/** SHA-256 of a text's UTF-8 bytes, 64 hexadecimal digits. */
export type DigestOf = (text: string) => string;

/** What the digest of a link is made over: the digest before it, and all columns of its entry, in a form without two readings. */
export function textOfLink(previous: string, entry: SealedEntry): string {
  const { province, id, at, kind, who, address, what, subject, before, after } = entry;
  return JSON.stringify([
    ...["sauro-log-1", previous, province, id, at, kind],
    ...[who, address, what, subject, before, after],
  ]);
}

/** The links that cover entries, in their order, after the end of a chain. */
export function linkOn(
  end: ChainEnd,
  entries: readonly SealedEntry[],
  digestOf: DigestOf,
): readonly (ChainEnd & { readonly id: string })[] {
  let { position, digest } = end;
  return entries.map((entry) => {
    position += 1;
    digest = digestOf(textOfLink(digest, entry));
    return { position, digest, id: entry.id };
  });
}

/**
 * What can be wrong with a log. `changed`: an entry is not what was sealed, or not in its place; `missing`: a link's entry
 * is gone; `gap`: links are gone; `unlinked`: an entry stands beside the chain; `cut`: the chain ends before a signed
 * head; `head`: a signed head tells another digest; `kept`: the changes that a stump keeps are not those it was signed over;
 * `signature`: a head or stump is not signed by a known key.
 */
export type ChainFault = "changed" | "missing" | "gap" | "unlinked" | "cut" | "head" | "kept" | "signature";

/** The first thing that is wrong: where in the chain, and which entry as it stands there now, as far as there is one. */
export interface ChainBreak {
  readonly fault: ChainFault;
  readonly position: number | null;
  readonly id: string | null;
  readonly entry: SealedEntry | null;
}

/** Follows links on from the end of a chain; gives the end that was reached, and what stopped it. */
export function followLinks(
  end: ChainEnd,
  links: readonly ChainLink[],
  digestOf: DigestOf,
): { readonly end: ChainEnd; readonly found: ChainBreak | null } {
  let reached = end;
  for (const link of links) {
    const { position, digest, id, entry } = link;
    const found = (fault: ChainFault) => ({ end: reached, found: { fault, position, id, entry } });
    if (position !== reached.position + 1) return found("gap");
    if (entry === null) return found("missing");
    if (digestOf(textOfLink(reached.digest, entry)) !== digest) return found("changed");
    reached = { position, digest };
  }
  return { end: reached, found: null };
}

/** A signed statement of where a chain stood at an instant. */
export interface SignedHead extends ChainEnd {
  readonly province: number;
  /** UTC with milliseconds: "2026-03-01T02:30:00.000Z". */
  readonly signedAt: string;
  readonly signature: string;
  /** The fingerprint of the key. */
  readonly signedBy: string;
}

type Unsigned<Statement> = Omit<Statement, "signature" | "signedBy">;

/** What the signature of a head covers; its first word keeps a head from being taken for a stump. */
export function textOfHead({ province, position, digest, signedAt }: Unsigned<SignedHead>): string {
  return JSON.stringify(["sauro-log-head-1", province, position, digest, signedAt]);
}

/**
 * What stands for dropped entries: a head at the last of them. Changes of things among them stay as the history of these
 * things, outside of the chain; `kept` is a chain of its own over all of them in the order of their ids.
 */
export interface LogStump extends SignedHead {
  /** All entries before this instant were dropped or kept apart: UTC with milliseconds. */
  readonly before: string;
  readonly kept: ChainEnd;
}

/** What the signature of a stump covers. */
export function textOfStump(stump: Unsigned<LogStump>): string {
  const { province, position, digest, signedAt, before, kept } = stump;
  return JSON.stringify([
    ...["sauro-log-stump-1", province, position, digest, signedAt],
    ...[before, kept.position, kept.digest],
  ]);
}

/** Whether an entry is one that a stump keeps outside of the chain. */
export function isKeptApart({ at, kind }: SealedEntry, { before }: Pick<LogStump, "before">): boolean {
  return kind === "change" && Date.parse(at) < Date.parse(before);
}

/** A head as one line, for paper and for a file that is kept elsewhere. */
export function writeHead({ province, position, digest, signedAt, signature, signedBy }: SignedHead): string {
  return `province=${province} position=${position} signed=${signedAt} digest=${digest} signature=${signature} key=${signedBy}`;
}

const headLine =
  /province=(\d{1,2}) position=(\d{1,15}) signed=(\S+) digest=([0-9a-f]{64}) signature=([\w-]+) key=([0-9a-f]{64})/g;

/** The heads that stand in a text, whatever else stands around them. */
export function readHeads(text: string): readonly SignedHead[] {
  return [...text.matchAll(headLine)].map(
    ([, province, position, signedAt = "", digest = "", signature = "", signedBy = ""]) => ({
      ...{ province: Number(province), position: Number(position), signedAt, digest, signature, signedBy },
    }),
  );
}
