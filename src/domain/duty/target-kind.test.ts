import { describe, expect, it } from "vitest";
import type { Target } from "../reading/findings.ts";
import { kindOf, readKinds, thingOf, withKind, writeKinds } from "./target-kind.ts";
import { explainKind, sayKind, sayTarget } from "./target-words.ts";
import { addresseesOf } from "./task.ts";
import { targetsAfter } from "./task-change-words.ts";

const news: Target = { scope: "each", op: "~avg", value: 5, measure: "tin/bài", per: "P1M", each: "đơn vị" };
const events: Target = { scope: "joint", op: ">=", value: 2, measure: "sự kiện quốc tế" };
const classes: Target = { scope: "each", op: "~", value: 50, measure: "học viên", each: "lớp" };

describe("the kind of a target", () => {
  it.each<[string, Target, string, string | null, string]>([
    ["says it for each unit", news, "each", null, "từng đơn vị"],
    ["is joint where nothing is said", { op: "=", value: 1, measure: "x" }, "joint", null, "chung toàn tỉnh"],
    ["names the things it is for", classes, "each", "lớp", "từng lớp"],
    [
      "is a share",
      { scope: "share", op: "=", value: 100, measure: "% kế hoạch" },
      "share",
      null,
      "tỷ lệ đơn vị đạt",
    ],
  ])("%s", (_, target, kind, thing, said) => {
    expect(kindOf(target)).toBe(kind);
    expect(thingOf(target)).toBe(thing);
    expect(sayKind(target, "vi")).toBe(said);
    expect(explainKind(kindOf(target), "en")).not.toBe("");
  });

  it("loses the noun of “for each” when it becomes joint, and says so", () => {
    const joint = withKind(news, "joint");
    expect(joint).toEqual({ scope: "joint", op: "~avg", value: 5, measure: "tin/bài", per: "P1M" });
    expect(sayTarget(joint, "vi")).toBe("bình quân 5 tin/bài / tháng");
    expect(sayTarget(news, "en")).toBe("on average 5 tin/bài / month / đơn vị");
    expect(withKind(news, "each")).toBe(news);
  });
});

describe("the kinds in a cell", () => {
  it("come back as they went", () => {
    const cell = writeKinds([news, events]);
    expect(cell).toBe("tin/bài: từng đơn vị\nsự kiện quốc tế: chung");
    expect(readKinds(cell ?? "", [news, events])).toEqual({ ok: true, value: [news, events] });
    expect(writeKinds([])).toBeNull();
  });

  it.each<[string, string, boolean]>([
    ["another kind", "tin/bài: chung\nsự kiện quốc tế: Từng đơn vị", true],
    ["marks left out, as people type", "tin/bai: ty le don vi dat\nsu kien quoc te: chung", true],
    ["a kind that there is not", "tin/bài: mỗi nơi\nsự kiện quốc tế: chung", false],
    ["a target that the task has not", "hội nghị: chung\ntin/bài: chung\nsự kiện quốc tế: chung", false],
    ["a target left out", "tin/bài: chung", false],
    ["an emptied cell", "", false],
    ["words without a measure", "chung", false],
  ])("%s", (_, cell, taken) => {
    expect(readKinds(cell, [news, events]).ok).toBe(taken);
  });
});

describe("targets of a changed result", () => {
  const leads = addresseesOf(
    [{ collective: "các sở, ngành", text: "Các sở, ngành", role: "lead", share: null }],
    [],
  );
  it("keep the kind that a person gave, where the measure stays", () => {
    const before = targetsAfter("Tổ chức ít nhất 02 hội nghị", leads, []);
    expect(before).toMatchObject([{ measure: "hội nghị", scope: "joint", value: 2 }]);
    const given = before.map((target) => withKind(target, "each"));
    expect(targetsAfter("Tổ chức ít nhất 03 hội nghị và 01 lớp tập huấn", leads, given)).toMatchObject([
      { measure: "hội nghị", scope: "each", value: 3 },
      { measure: "lớp tập huấn", scope: "joint", value: 1 },
    ]);
  });

  it("are none of an emptied result", () => {
    expect(targetsAfter(null, leads, [events])).toEqual([]);
  });
});
