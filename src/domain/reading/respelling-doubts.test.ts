import { describe, expect, it } from "vitest";
import { realGazetteer } from "../../../tests/support/gazetteer.ts";
import { paragraphAt } from "../document/block.ts";
import { drawLine } from "../document/layout/drawn-page.fixture.ts";
import type { Page } from "../document/page.ts";
import { atLines } from "../document/place.ts";
import { layOut, readFindings } from "./read.ts";

const gazetteer = realGazetteer();

function read(text: string) {
  const lines = text.split("\n").map((line, i) => ({ number: i + 1, text: line }));
  const laidOut = layOut(
    { format: "txt", pageCount: null, content: { kind: "lines", lines }, notices: [], steps: [] },
    gazetteer,
  );
  return { laidOut, ...readFindings([laidOut], gazetteer) };
}

const damaged = `THONG BAO
Két luan cia Chu tich UBND tinh tai cudc hop vé cai cach hanh chinh
1. Giao S& N6i vu chu tri, ph6i hop véi Van phong UBND tinh ra soat vi tri viéc lam, bao cdo truéc ngay 20/9/2025.
2. S& Tai chinh can déi kinh phi theo Nghi quyét s6 18/NQ-HDND ngay 10/7/2025 cta HDND tinh.`;

describe("doubts of a damaged text", () => {
  const { findings, blocks, laidOut } = read(damaged);

  it("stand on what was read from respelled words", () => {
    const [first, second] = findings.tasks;
    expect(first?.leads).toMatchObject([{ unit: "Sở Nội vụ" }]);
    expect(first?.schedule).toMatchObject({ to: "2025-09-20" });
    expect(first?.doubts.leads).toBeGreaterThan(0);
    expect(first?.doubts.schedule).toBeGreaterThan(0);
    expect(second?.leads).toMatchObject([{ unit: "Sở Tài chính" }]);
    expect(findings.citations).toMatchObject([{ number: "18/NQ-HĐND", date: "2025-07-10" }]);
  });

  it("leave the source as it was written", () => {
    expect(laidOut.damaged).toBe(4);
    expect(blocks[3]).toMatchObject({
      text: "2. S& Tai chinh can déi kinh phi theo Nghi quyét s6 18/NQ-HDND ngay 10/7/2025 cta HDND tinh.",
    });
    expect(findings.citations[0]?.asWritten).toMatch(/^Nghi quyét s6 18\/NQ-HDND ngay 10\/7\/2025/);
  });

  it("are none where the text is clean", () => {
    const clean = paragraphAt(
      "Giao Sở Nội vụ chủ trì rà soát vị trí việc làm, báo cáo trước ngày 20/9/2025.",
      atLines(1),
    );
    const { findings } = readFindings(
      [{ format: "docx", blocks: [clean], damaged: 0, decoded: 0, steps: [] }],
      gazetteer,
    );
    expect(findings.tasks[0]?.doubts).toEqual({});
  });
});

/** A page of lines as a recogniser gives them: what stands in ⟨…⟩ it was unsure of. */
function recognised(lines: readonly string[], confidence: number): Page {
  const words = lines.flatMap((line, i) =>
    drawLine(line.replace(/[⟨⟩]/gu, ""), 80, 100 + 18 * i, { origin: "recognised" }).map((word, at) => ({
      ...word,
      confidence: line.split(" ")[at]?.includes("⟨") ? confidence : 0.96,
    })),
  );
  return { number: 1, width: 595, height: 842, pictureShare: 1, words, rulings: [] };
}

function doubtsOf(lines: readonly string[], confidence: number) {
  const pages = [recognised(lines, confidence)];
  const laidOut = layOut(
    { format: "pdf", pageCount: 1, content: { kind: "pages", pages }, notices: [], steps: [] },
    gazetteer,
  );
  const { document, tasks } = readFindings([laidOut], gazetteer).findings;
  return { head: document.doubts, task: tasks[0]?.doubts ?? {} };
}

describe("doubts of a page that was read off a picture", () => {
  const order = "1. Giao Sở Nội vụ rà soát vị trí việc làm, báo cáo trước ngày 20/9/2025.";
  const head = [
    "ỦY BAN NHÂN DÂN TỈNH CÀ MAU",
    "Số: 345/TB-UBND",
    "Cà Mau, ngày 21 tháng 8 năm 2025",
    "THÔNG BÁO",
  ];

  it.each([
    ["a word of the body", order.replace("Nội", "⟨Nội"), 0.6, { leads: 0.4 }],
    [
      "figures of the day, already at a confidence at which words count as sure",
      order.replace("20/", "⟨20/"),
      0.9,
      { schedule: 0.5 },
    ],
    [
      "a word that is sure enough",
      order.replace("Nội", "⟨Nội"),
      0.9,
      { leads: undefined, schedule: undefined },
    ],
    [
      "a word of the content alone leaves body and day",
      order.replace("soát", "⟨soát"),
      0.5,
      { content: 0.5, leads: undefined, schedule: undefined },
    ],
  ])("of a task: %s", (_, line, confidence, doubts) => {
    const { task } = doubtsOf([...head, line], confidence);
    expect({ leads: task.leads, schedule: task.schedule, content: task.content }).toMatchObject(doubts);
  });

  it.each([
    ["number", 1, "Số: ⟨345/TB-UBND"],
    ["date", 2, "Cà Mau, ngày ⟨21 tháng 8 năm 2025"],
  ])("of the head: %s written by hand", (field, at, line) => {
    const lines = head.map((each, i) => (i === at ? line : each));
    expect(doubtsOf([...lines, order], 0.9).head).toEqual({ [field]: 0.5 });
  });
});
