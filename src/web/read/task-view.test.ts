import { describe, expect, it } from "vitest";
import type { TaskAnswer } from "../../contract/read.ts";
import { readWords } from "../../domain/language/web-read.ts";
import { doubtOf, taskRows, wordsOfField } from "./task-view.ts";

function task(ref: string, more: Partial<TaskAnswer> = {}): TaskAnswer {
  return {
    ...{ ref, origin: "table", part: null, groups: [], group: null, parent: null, label: ref, number: null },
    ...{
      content: `việc ${ref}`,
      leads: [],
      coordinators: [],
      leadText: null,
      coordinatingText: null,
      time: null,
    },
    ...{
      schedule: null,
      result: null,
      targets: [],
      approver: null,
      cells: [],
      unclear: [],
      sources: [],
      alsoAt: [],
    },
    ...{ general: false, doubts: {} },
    ...more,
  };
}

const shown = (rows: ReturnType<typeof taskRows>) =>
  rows.map((row) => (row.kind === "group" ? `${"#".repeat(row.level + 1)} ${row.text}` : row.key));

describe("rows of the register", () => {
  it.each([
    [
      "each heading once, from the level that changes",
      [
        task("1", { part: "PHỤ LỤC", groups: ["I"] }),
        task("2", { part: "PHỤ LỤC", groups: ["I"] }),
        task("3", { part: "PHỤ LỤC", groups: ["II", "a"] }),
      ],
      ["# PHỤ LỤC", "## I", "1", "2", "## II", "### a", "3"],
    ],
    [
      "a heading that says its part again, once",
      [task("1", { part: "PHỤ LỤC", groups: ["PHỤ LỤC", "I"] })],
      ["# PHỤ LỤC", "## I", "1"],
    ],
    [
      "an item that is heading and order in one, as the order",
      [task("1", { groups: ["II. TỔ CHỨC", "1. Sở Y tế lập dự toán."], content: "Sở Y tế lập dự toán." })],
      ["# II. TỔ CHỨC", "1"],
    ],
    [
      "an item whose heading was cut short",
      [
        task("1", {
          groups: [
            "3. Sở Giáo dục và Đào tạo chủ trì rà soát đội ngũ giáo viên ngoại ngữ của các trường phổ",
          ],
          content:
            "Sở Giáo dục và Đào tạo chủ trì rà soát đội ngũ giáo viên ngoại ngữ của các trường phổ thông.",
        }),
      ],
      ["1"],
    ],
  ])("show %s", (_, tasks, rows) => {
    expect(shown(taskRows(tasks, "all", false))).toEqual(rows);
  });

  const mixed = [
    task("1", { doubts: { time: 0.2 } }),
    task("2", { unclear: [{ clear: "when", reason: "không nêu", words: null }] }),
    task("3", { doubts: { leads: 0.7 }, groups: ["I"] }),
    task("4", { general: true }),
  ];

  it.each([
    ["doubtful", false, ["1", "# I", "3"]],
    ["unclear", false, ["2"]],
    ["general", false, ["4"]],
    ["doubtful", true, ["3", "1"]],
    ["all", true, ["3", "1", "2", "4"]],
  ] as const)("filtered by %s, doubtful first %s", (filter, doubtfulFirst, rows) => {
    expect(shown(taskRows(mixed, filter, doubtfulFirst))).toEqual(rows);
  });
});

it("a cell lights the words it was read from", () => {
  const lead = { unit: "Sở Y tế", text: "Sở Y tế tỉnh", role: "lead" as const, share: null };
  expect(wordsOfField(task("1", { leads: [lead] }), "leads")).toBe("Sở Y tế tỉnh");
  expect(wordsOfField(task("1", { leads: [lead], leadText: "Sở Y tế tỉnh;" }), "leads")).toBe(
    "Sở Y tế tỉnh;",
  );
  expect(wordsOfField(task("1"), "time")).toBe("");
  expect(wordsOfField(task("1"), "label")).toBe("việc 1");
});

it("a doubt says its field, how strong it is and what to do", () => {
  expect(doubtOf({ time: 0.25 }, ["time", "schedule"], readWords.vi)).toMatch(/thời gian \(25%\).+đối chiếu/);
  expect(doubtOf({ time: 0.25 }, ["leads"], readWords.vi)).toBeNull();
  expect(doubtOf({ leads: 0.1 }, ["leads"], readWords.vi)).toBeNull();
});
