import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFinding, findingWith, unitNamed } from "./finding.fixture.ts";
import { currentFinding } from "./finding-edit.ts";
import { mergeFindings, positionsBetween, splitFinding } from "./finding-parts.ts";
import { balanceOf, type CountedFindings, emptyFinding, isClear, refOfAdded, worthALook } from "./review.ts";

describe("splitting", () => {
  const finding = { read: findingWith(), edited: { content: "A và B" }, ref: "PL.1", position: 4 };

  it("gives each part what the finding had, its own words, and a place before the next one", () => {
    const parts = splitFinding(finding, [{ content: "A" }, { content: "B" }], 5);
    expect(parts.map(currentFinding)).toMatchObject([
      { ref: "PL.1/1", content: "A", leads: [{ unit: "Sở Tài chính" }] },
      { ref: "PL.1/2", content: "B", leads: [{ unit: "Sở Tài chính" }] },
    ]);
    expect(parts.map(({ position }) => position)).toEqual([4 + 1 / 3, 4 + 2 / 3]);
  });

  it("parts keep their order, strictly between their neighbours, also when split again", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 2, max: 50 }), (before, count) => {
        const outer = positionsBetween(before, before + 1, count);
        const inner = positionsBetween(outer[0] ?? 0, outer[1] ?? null, count);
        const all = [before, outer[0] ?? 0, ...inner, outer[1] ?? 0, before + 1];
        expect(all.toSorted((a, b) => a - b)).toEqual(all);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});

describe("merging", () => {
  it("joins the words and names everybody once, a lead not among those who co-ordinate", () => {
    const one = findingWith({ ref: "3.a", content: "Rà soát", time: "Năm 2026" });
    const two = findingWith({
      ...{ ref: "3.b", content: "Báo cáo", leads: [unitNamed("Sở Xây dựng")], result: "Báo cáo" },
      ...{ coordinators: [{ ...unitNamed("Sở Tài chính"), role: "with" }], time: "Hằng năm" },
      schedule: { kind: "recurring", every: "P1Y" },
    });
    const merged = mergeFindings([one, two].map((read) => ({ read, edited: null, ref: read.ref })));
    expect(merged).toMatchObject({ ref: "3.a+3.b", edited: null });
    expect(merged.read).toMatchObject({
      ...{ content: "Rà soát\nBáo cáo", coordinators: [], time: "Năm 2026\nHằng năm" },
      schedule: { kind: "several" },
      result: "01 hội nghị\nBáo cáo",
    });
    expect(merged.read.leads).toHaveLength(2);
  });

  it("keeps apart what was read and what people made of it", () => {
    const read = findingWith({ content: "Rà soát" });
    const merged = mergeFindings([
      { read, edited: { content: "Rà soát, cập nhật" }, ref: "1" },
      { read, edited: null, ref: "2" },
    ]);
    expect(merged.read.content).toBe("Rà soát\nRà soát");
    expect(currentFinding(merged).content).toBe("Rà soát, cập nhật\nRà soát");
  });

  it("loses no word, body or place", () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { minLength: 2, maxLength: 5 }), (findings) => {
        const { read } = mergeFindings(
          findings.map((found) => ({ read: found, edited: null, ref: found.ref })),
        );
        const named = new Set(
          [...read.leads, ...read.coordinators].map((body) => JSON.stringify(nameOf(body))),
        );
        for (const found of findings) {
          expect(read.content).toContain(found.content);
          if (found.result) expect(read.result).toContain(found.result);
          for (const body of [...found.leads, ...found.coordinators])
            expect(named).toContain(JSON.stringify(nameOf(body)));
          for (const [field, doubt] of Object.entries(found.doubts))
            expect(read.doubts[field]).toBeGreaterThanOrEqual(doubt);
        }
      }),
    );
  });
});

function nameOf(body: ReturnType<typeof unitNamed>): string {
  return "unit" in body ? body.unit : body.collective;
}

const anyCounted: fc.Arbitrary<CountedFindings> = fc.record({
  count: fc.nat(5),
  origin: fc.constantFrom("read", "added", "split", "merge"),
  decision: fc.constantFrom(null, "accepted", "general", "dropped", "split", "merged"),
  doubt: fc.constantFrom(0, 0.1, 0.2),
  unclearCount: fc.nat(3),
});

describe("the balance of a review", () => {
  it("counts each finding once where it came from and once where it went", () => {
    fc.assert(
      fc.property(fc.array(anyCounted), (findings) => {
        const sum = (some: readonly CountedFindings[]) => some.reduce((all, { count }) => all + count, 0);
        const read = sum(findings.filter(({ origin }) => origin === "read"));
        const { total, open, ...balance } = balanceOf(findings, read);
        expect(total).toBe(sum(findings));
        expect(
          balance.accepted + balance.general + balance.dropped + balance.split + balance.merged + open,
        ).toBe(total);
        expect(balance.doubtful).toBeLessThanOrEqual(open);
      }),
    );
  });

  it("does not close over a finding that disappeared, or one that came from nowhere", () => {
    const one: CountedFindings = { count: 1, origin: "read", decision: null, doubt: 0, unclearCount: 0 };
    expect(() => balanceOf([one], 2)).toThrow(/does not balance/);
    expect(() => balanceOf([one, one], 1)).toThrow(/does not balance/);
  });
});

describe("what review looks at", () => {
  it("the greatest doubt, and what is missing", () => {
    const finding = findingWith({ doubts: { leads: 0.1, schedule: 0.4 }, result: null });
    expect(worthALook(finding)).toEqual({ doubt: 0.4, unclearCount: 1 });
    expect(isClear({ ...worthALook(finding), decision: null })).toBe(false);
    expect(isClear({ ...worthALook(findingWith()), decision: null })).toBe(true);
    expect(isClear({ ...worthALook(findingWith()), decision: "dropped" })).toBe(false);
    expect(isClear({ ...worthALook(findingWith({ doubts: { leads: 0.1 } })), decision: null })).toBe(true);
  });

  it("what a person adds has a ref of its own, and misses what it does not say", () => {
    expect(refOfAdded(["PL.1", "BS.2", "BS.x"])).toBe("BS.3");
    expect(emptyFinding("BS.1").unclear.map(({ clear }) => clear)).toEqual(["who", "when", "product"]);
  });
});
