import { describe, expect, it } from "vitest";
import type { Addressee } from "../organisation/addressee.ts";
import { type JudgedTask, unclearOf } from "./clears.ts";

const unit = (name: string, more: Partial<Addressee> = {}): Addressee =>
  ({ unit: name, text: name, role: "lead", share: null, ...more }) as Addressee; // spreading a partial union loses its two shapes
const collective = (name: string): Addressee => ({ collective: name, text: name, role: "lead", share: null });

const clear: JudgedTask = {
  content: "Lập danh mục cầu yếu",
  leads: [unit("Sở Xây dựng")],
  leadText: "Sở Xây dựng",
  time: "Năm 2026",
  schedule: { kind: "once", from: "2026-01-01", to: "2026-12-31" },
  result: "Danh mục được phê duyệt",
  approver: null,
  origin: "table",
};

describe("unclearOf", () => {
  it("finds no fault with a clear task", () => {
    expect(unclearOf(clear)).toEqual([]);
  });

  it.each<[string, Partial<JudgedTask>, readonly string[]]>([
    ["no lead", { leads: [] }, ["who"]],
    ["a lead that is only 'concerned'", { leads: [collective("các đơn vị liên quan")] }, ["who"]],
    [
      "several leads, none answering for the whole",
      { leads: [unit("Sở Y tế"), unit("Sở Nội vụ")] },
      ["responsible"],
    ],
    [
      "several leads with one standing body",
      { leads: [unit("Sở Y tế", { role: "standing" }), unit("Sở Nội vụ")] },
      [],
    ],
    [
      "several leads with shares",
      { leads: [unit("Sở Y tế", { share: "60 %" }), unit("Sở Nội vụ", { share: "40 %" })] },
      [],
    ],
    ["no time", { time: null, schedule: null }, ["when"]],
    ["a time that is none", { time: "Theo lộ trình", schedule: null }, ["when"]],
    [
      "urgent words instead of a date",
      { time: null, schedule: null, content: "Kịp thời lập danh mục cầu yếu" },
      ["when"],
    ],
    ["nothing to show", { result: "" }, ["product"]],
    ["a state instead of a product", { result: "Chất lượng ngày càng được nâng cao" }, ["product"]],
    ["a state beside a paper", { result: "Báo cáo đầy đủ, kịp thời" }, []],
    ["a number is a product", { result: "Nâng cao năng lực cho 50 cán bộ" }, []],
    ["no work named", { content: "Thực hiện các nhiệm vụ khác theo chức năng" }, ["what"]],
    [
      "somebody who decides, without a name",
      { content: "Lập đề án, trình cấp có thẩm quyền phê duyệt" },
      ["empowered"],
    ],
    [
      "somebody who decides, named in its column",
      { content: "Lập đề án, trình cấp có thẩm quyền phê duyệt", approver: "HĐND tỉnh" },
      [],
    ],
  ])("%s", (_, change, expected) => {
    expect(unclearOf({ ...clear, ...change }).map((found) => found.clear)).toEqual(expected);
  });

  it("quotes the vague words", () => {
    expect(
      unclearOf({ ...clear, time: null, schedule: null, content: "Khẩn trương lập danh mục" })[0]?.words,
    ).toBe("Khẩn trương");
  });
});
