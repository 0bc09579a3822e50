import { describe, expect, it } from "vitest";
import { type Paragraph, paragraphAt } from "../document/block.ts";
import { atLines } from "../document/place.ts";
import type { TaskFinding } from "./findings.ts";
import { inRestoredWording } from "./restored-wording.ts";

const place = atLines(4);
const written = "2. Giao S& Xay dung 1ap d& an cau Phu Dong, dai 320m.";
const respelled = "2. Giao Sở Xây dựng 1ap d& an cau Phu Dong, dài 320m.";
const restored = "2. Giao Sở Xây dựng lập đề án cầu Phù Đổng, dài 320m.";

const read: Paragraph = paragraphAt(respelled, place, {
  respellings: [
    { start: 8, end: 19, written: "S& Xay dung", doubt: 0.1 },
    { start: 44, end: 47, written: "dai", doubt: 0.1 },
  ],
});
const word = (text: string, as: string, doubt: number) => ({
  ...{ start: restored.indexOf(text), end: restored.indexOf(text) + text.length },
  ...{ written: as, candidates: [text], doubt },
});
const whole: Paragraph = paragraphAt(written, place, {
  restored: {
    text: restored,
    words: [
      word("Sở", "S&", 0.02),
      word("Xây", "Xay", 0.02),
      word("dựng", "dung", 0.02),
      word("lập", "1ap", 0.35),
      word("đề", "d&", 0.4),
      word("án", "an", 0.02),
      word("cầu", "cau", 0.02),
      word("Phù", "Phu", 0.6),
      word("Đổng", "Dong", 0.6),
      word("dài", "dai", 0.02),
    ],
  },
});

function task(content: string, more: Partial<TaskFinding> = {}): TaskFinding {
  // What the wording does not look at is left out.
  return {
    content,
    result: null,
    leadText: null,
    coordinatingText: null,
    sources: [place],
    doubts: {},
    ...more,
  } as TaskFinding;
}

describe("inRestoredWording", () => {
  it("gives a task the restored words and keeps what stands in the file", () => {
    const [found] = inRestoredWording([task("Giao Sở Xây dựng 1ap d& an cau Phu Dong")], [read], [whole]);
    expect(found).toMatchObject({
      content: "Giao Sở Xây dựng lập đề án cầu Phù Đổng",
      asWritten: { content: "Giao S& Xay dung 1ap d& an cau Phu Dong" },
      doubts: { content: 0.6 },
    });
  });

  it("changes each field from its own place in the paragraph, numbers untouched", () => {
    const [found] = inRestoredWording(
      [task("1ap d& an", { result: "cau Phu Dong, dài 320m" })],
      [read],
      [whole],
    );
    expect(found).toMatchObject({
      ...{ content: "lập đề án", result: "cầu Phù Đổng, dài 320m" },
      asWritten: { result: "cau Phu Dong, dai 320m" },
      doubts: { content: 0.4, result: 0.6 },
    });
  });

  it.each([
    ["words that stand elsewhere", task("xây cầu mới"), [read], [whole]],
    ["a task of another line", task("1ap d& an", { sources: [atLines(9)] }), [read], [whole]],
    ["a clean document", task("lập đề án"), [paragraphAt(restored, place)], [paragraphAt(restored, place)]],
  ])("leaves %s", (_, given, seen, after) => {
    expect(inRestoredWording([given], seen, after)).toEqual([given]);
  });
});
