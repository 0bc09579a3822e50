import { describe, expect, it } from "vitest";
import type { FindingAnswer } from "../../contract/review.ts";
import { keepOrder, nextOpen, orderForReview } from "./review-order.ts";

function finding(id: string, position: number, more: Partial<FindingAnswer> = {}): FindingAnswer {
  // Only what ordering looks at.
  return {
    id,
    position,
    decision: null,
    doubt: 0,
    unclearCount: 0,
    parentId: null,
    mergedInto: null,
    ...more,
  } as FindingAnswer;
}

describe("the order of review", () => {
  it.each([
    [
      "the most doubtful first",
      [finding("a", 1), finding("b", 2, { doubt: 0.2 }), finding("c", 3, { doubt: 0.6 })],
      "c b a",
    ],
    [
      "what the text leaves open before what is clear",
      [finding("a", 1), finding("b", 2, { unclearCount: 1 })],
      "b a",
    ],
    [
      "a body taken from the heading is sure and stands where the document has it",
      [finding("a", 1), finding("b", 2, { doubt: 0.1 }), finding("c", 3, { doubt: 0.2 })],
      "c a b",
    ],
    [
      "decided rows last, whatever their doubt",
      [finding("a", 1, { doubt: 0.9, decision: "accepted" }), finding("b", 2)],
      "b a",
    ],
    ["else as in the document", [finding("b", 2), finding("a", 1)], "a b"],
  ])("%s", (_, findings, expected) => {
    expect(orderForReview(findings).join(" ")).toBe(expected);
  });

  it("rows stay in place when decided, and parts stand behind what they were split from", () => {
    const before = ["c", "a", "b"];
    const findings = [
      finding("a", 1, { decision: "split" }),
      finding("a2", 1.66, { parentId: "a" }),
      finding("a1", 1.33, { parentId: "a" }),
      finding("b", 2),
      finding("c", 3, { decision: "accepted" }),
    ];
    expect(keepOrder(before, findings).join(" ")).toBe("c a a1 a2 b");
  });

  it("a merged row stands behind those it was made of, and taken back it is gone", () => {
    const findings = [
      finding("a", 1, { decision: "merged", mergedInto: "m" }),
      finding("b", 2, { decision: "merged", mergedInto: "m" }),
      finding("m", 1),
      finding("z", 9),
    ];
    expect(keepOrder(["z", "a", "b"], findings).join(" ")).toBe("z a b m");
    expect(
      keepOrder(
        ["z", "a", "b", "m"],
        findings.filter((one) => one.id !== "m"),
      ).join(" "),
    ).toBe("z a b");
  });

  it("the next open row goes round the end and stops when none is left", () => {
    expect(nextOpen(["a", "b", "c"], new Set(["a"]), "b")).toBe("a");
    expect(nextOpen(["a", "b", "c"], new Set(["b", "c"]), "b")).toBe("c");
    expect(nextOpen(["a", "b"], new Set(), "a")).toBeNull();
    expect(nextOpen(["a", "b"], new Set(["a"]), null)).toBe("a");
  });
});
