import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ChainLink,
  chainStart,
  followLinks,
  linkOn,
  readHeads,
  type SealedEntry,
  textOfLink,
  writeHead,
} from "./log-chain.ts";

const digestOf = (text: string) => createHash("sha256").update(text).digest("hex");

const entryOf = (n: number, more: Partial<SealedEntry> = {}): SealedEntry => ({
  ...{ province: 52, id: `id-${n}`, at: "2026-03-01T02:30:00.000000Z", kind: "change", who: "mai" },
  ...{ address: null, what: "edit-task", subject: `task:${n}`, before: null, after: '{"a": 1}', ...more },
});

const chainOf = (entries: readonly SealedEntry[]): ChainLink[] =>
  linkOn(chainStart, entries, digestOf).map((link, at) => ({ ...link, entry: entries[at] ?? null }));

describe("a chain of entries", () => {
  it("is followed to its end when nothing was touched", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ who: fc.string(), subject: fc.string() }), { maxLength: 8 }),
        (given) => {
          const chain = chainOf(given.map((more, n) => entryOf(n, more)));
          const followed = followLinks(chainStart, chain, digestOf);
          expect(followed.found).toBeNull();
          expect(followed.end.position).toBe(given.length);
        },
      ),
    );
  });

  const five = [1, 2, 3, 4, 5].map((n) => entryOf(n));
  const touched: readonly [string, (chain: ChainLink[]) => ChainLink[], string, number][] = [
    ["a word is changed", (c) => c.with(2, { ...at(c, 2), entry: entryOf(3, { who: "lan" }) }), "changed", 3],
    [
      "an address is wiped out",
      (c) => c.with(0, { ...at(c, 0), entry: entryOf(1, { address: "" }) }),
      "changed",
      1,
    ],
    ["an entry is deleted", (c) => c.with(3, { ...at(c, 3), entry: null }), "missing", 4],
    ["an entry is deleted with its link", (c) => c.toSpliced(1, 1), "gap", 3],
    ["the first is deleted with its link", (c) => c.toSpliced(0, 1), "gap", 2],
    [
      "two entries change places",
      (c) => c.with(1, { ...at(c, 1), entry: entryOf(3) }).with(2, { ...at(c, 2), entry: entryOf(2) }),
      "changed",
      2,
    ],
  ];
  it.each(touched)("says where, when %s", (_, touch, fault, position) => {
    expect(followLinks(chainStart, touch(chainOf(five)), digestOf).found).toMatchObject({ fault, position });
  });

  it("reads the same text only in one way: moving a letter over the border of two columns changes it", () => {
    expect(textOfLink("", entryOf(1, { who: "ab", what: "c" }))).not.toBe(
      textOfLink("", entryOf(1, { who: "a", what: "bc" })),
    );
    expect(textOfLink("", entryOf(1, { address: null }))).not.toBe(
      textOfLink("", entryOf(1, { address: "null" })),
    );
  });
});

describe("a head on paper", () => {
  it("is read back out of whatever stands around it", () => {
    const head = {
      ...{ province: 52, position: 12345, digest: digestOf("x"), signedAt: "2026-03-01T02:30:00.000Z" },
      ...{ signature: "ab-_9", signedBy: digestOf("key") },
    };
    expect(readHeads(`Tỉnh Gia Lai\n  ${writeHead(head)}\n-- hết --\n`)).toEqual([head]);
    expect(readHeads("province=52 position=x")).toEqual([]);
  });
});

function at(chain: readonly ChainLink[], index: number): ChainLink {
  const link = chain[index];
  if (!link) throw new Error("the chain of the test is long enough");
  return link;
}
