import { describe, expect, it } from "vitest";
import { realGazetteer } from "../../../tests/support/gazetteer.ts";
import { paragraphAt } from "../document/block.ts";
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
