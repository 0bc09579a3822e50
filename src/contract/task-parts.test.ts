import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseIsoDate } from "../domain/basics/calendar-date.ts";
import type { Schedule } from "../domain/calendar/schedule.ts";
import { readSchedule } from "../domain/reading/schedule.ts";
import { readTargets } from "../domain/reading/target.ts";
import { findingEdit } from "./review.ts";
import { taskEdit } from "./task.ts";
import { schedule, target } from "./task-parts.ts";

const day = fc.constantFrom("2025-08-21", "2026-02-28", "2030-12-31");
const short = fc.constantFrom("khi có yêu cầu", "ngày ban hành", "");
const optional = <T>(keys: Record<string, fc.Arbitrary<T>>) => fc.record(keys, { requiredKeys: [] });

/** Every form a schedule can have. */
const { anySchedule } = fc.letrec<{ anySchedule: Schedule }>((tie) => ({
  anySchedule: fc.oneof(
    { depthSize: "small" },
    fc.record({ from: fc.option(day), to: day, strict: fc.boolean() }).map(
      ({ strict, ...rest }): Schedule => ({
        ...{ kind: "once", ...rest },
        ...(strict ? { strictlyBefore: true as const } : {}),
      }),
    ),
    fc.tuple(day, tie("anySchedule")).map(([to, then]): Schedule => ({ kind: "once", from: null, to, then })),
    fc
      .tuple(
        fc.constantFrom("P1W", "P1M", "P3M", "P6M", "P1Y", "P2Y"),
        optional({ window: fc.constantFrom("Q4", "H1", "M03"), due: fc.constantFrom("--11-15", "---20") }),
        optional({ from: day, to: day }),
      )
      .map(([every, slots, span]): Schedule => ({ kind: "recurring", every, ...slots, ...span })),
    optional({ from: day }).map((span): Schedule => ({ kind: "continuous", ...span })),
    fc
      .record({ after: short, within: fc.constantFrom("P15D", "P1M", "PT24H") })
      .map((rest): Schedule => ({ kind: "relative", ...rest })),
    short.map((when): Schedule => ({ kind: "onDemand", when })),
    fc
      .array(tie("anySchedule"), { minLength: 2, maxLength: 4 })
      .map((parts): Schedule => ({ kind: "several", parts })),
  ),
}));

const cells = fc
  .array(
    fc.constantFrom(
      ..."năm tháng ngày quý hằng trước đến hết từ trong vòng sau khi thường xuyên và , ; 2025 2026 30 15/10/2026 6 IV I có yêu cầu lần hai ít nhất lớp 95 %".split(
        " ",
      ),
    ),
    { maxLength: 30 },
  )
  .map((words) => words.join(" "));
const documentDate = parseIsoDate("2025-08-20");

/** The parts named by a refusal, joined as the answer of the program joins them. */
function faults(value: unknown): readonly string[] {
  const parsed = findingEdit.safeParse({ schedule: value });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
}

describe("a schedule on the wire", () => {
  it("passes in every form, unchanged, in a reading, a review and a task", () => {
    fc.assert(
      fc.property(anySchedule, (value) => {
        expect(schedule.parse(value)).toEqual(value);
        expect(findingEdit.parse({ schedule: value }).schedule).toEqual(value);
        expect(taskEdit.parse({ version: 1, schedule: value }).schedule).toEqual(value);
      }),
    );
  });

  it("passes whatever is read from a text, and so do the targets", () => {
    fc.assert(
      fc.property(cells, (text) => {
        const read = readSchedule(text, { documentDate })?.schedule;
        if (read) expect(schedule.parse(read)).toEqual(read);
        for (const one of readTargets(text)) expect(target.parse(one)).toEqual(one);
      }),
      { numRuns: 500 },
    );
  });

  it.each<readonly [unknown, string, string]>([
    [{ kind: "sometimes" }, "schedule.kind", "no such kind"],
    [{ to: "2026-12-31" }, "schedule.kind", "no kind at all"],
    ["2026", "schedule", "words in place of a schedule"],
    [{ kind: "once", from: null }, "schedule.to", "no last day"],
    [{ kind: "once", to: "2026-12-31" }, "schedule.from", "an open beginning is said"],
    [{ kind: "once", from: null, to: 20261231 }, "schedule.to", "a number in place of a day"],
    [
      { kind: "once", from: null, to: "2026-12-31", strictlyBefore: false },
      "schedule.strictlyBefore",
      "only ever true",
    ],
    [{ kind: "recurring" }, "schedule.every", "no rhythm"],
    [{ kind: "recurring", every: "P1Y", due: null }, "schedule.due", "absent, never null"],
    [{ kind: "relative", after: "ban hành" }, "schedule.within", "no length of time"],
    [{ kind: "several" }, "schedule.parts", "no parts"],
    [
      { kind: "several", parts: [{ kind: "continuous" }, { kind: "onDemand" }] },
      "schedule.parts.1.when",
      "a part of a part",
    ],
    [{ kind: "continuous", every: "P1M" }, "schedule", "a field of another kind"],
  ])("%j is refused for %s (%s)", (value, part, _) => {
    expect(faults(value)).toEqual([part]);
  });

  it("damaged anywhere, it is refused", () => {
    fc.assert(
      fc.property(anySchedule, fc.anything(), (value, junk) => {
        fc.pre(typeof junk !== "string");
        expect(faults({ ...value, kind: junk })).toEqual(["schedule.kind"]);
        expect(faults({ ...value, unknown: junk })).toEqual(["schedule"]);
      }),
    );
  });
});

it.each<readonly [unknown, string, string]>([
  [{ op: ">", value: 1, measure: "lớp" }, "targets.0.op", "no such relation"],
  [{ op: "=", value: "hai", measure: "lớp" }, "targets.0.value", "words in place of a number"],
  [{ op: "=", value: 2 }, "targets.0.measure", "nothing counted"],
  [{ op: "=", value: 2, measure: "lớp", scope: "all" }, "targets.0.scope", "no such scope"],
])("target %j is refused for %s (%s)", (value, part, _) => {
  const parsed = findingEdit.safeParse({ targets: [value] });
  expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([part]);
});
