import { describe, expect, it } from "vitest";
import { editOf, emptyFields, partEdits, proposeParts } from "./finding-fields.ts";

const row = {
  ...emptyFields,
  content: "Xây dựng kế hoạch; tổ chức hội nghị",
  leadText: "Sở Ngoại vụ",
  time: "trước ngày 15/4/2026",
};

describe("what a person changed", () => {
  it.each([
    ["nothing typed, nothing sent", row, {}],
    [
      "an emptied field is null, so that it is not taken for untouched",
      { ...row, time: " " },
      { time: null },
    ],
    ["spaces around words are no change", { ...row, leadText: " Sở Ngoại vụ " }, {}],
    ["only the changed field goes", { ...row, leadText: "Sở Tài chính" }, { leadText: "Sở Tài chính" }],
    ["general goes both ways", { ...row, general: true }, { general: true }],
  ])("%s", (_, after, expected) => {
    expect(editOf(row, after)).toEqual(expected);
  });
});

describe("splitting", () => {
  it("proposes the clauses, and an empty second part when there is but one", () => {
    expect(proposeParts(row).map((part) => part.content)).toEqual(["Xây dựng kế hoạch", "tổ chức hội nghị"]);
    expect(proposeParts({ ...row, content: "Báo cáo" }).map((part) => part.content)).toEqual(["Báo cáo", ""]);
  });

  it("each part carries only what differs from the whole; empty parts are left out", () => {
    const [first, second] = proposeParts(row);
    if (!first || !second) throw new Error("two parts were proposed");
    const parts = [first, { ...second, leadText: "Sở Công Thương" }, { ...second, content: " " }];
    expect(partEdits(row, parts)).toEqual([
      { content: "Xây dựng kế hoạch" },
      { content: "tổ chức hội nghị", leadText: "Sở Công Thương" },
    ]);
  });
});
