import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { realGazetteer } from "../../../tests/support/gazetteer.ts";
import { unwrap } from "../../../tests/support/server.ts";
import { parseIsoDate } from "../basics/calendar-date.ts";
import type { ReadingContext } from "../reading/context.ts";
import { anyFinding, findingWith, unitNamed } from "./finding.fixture.ts";
import { changeFinding, currentFinding, type FindingChange } from "./finding-edit.ts";

const context: ReadingContext = {
  gazetteer: realGazetteer(),
  addressing: { province: "Gia Lai", issuer: null, date: parseIsoDate("2025-09-01") },
};

/** The finding after a change. */
function changed(change: FindingChange, read = findingWith()) {
  const edited = unwrap(changeFinding({ read, edited: null }, change, context));
  return currentFinding({ read, edited });
}

describe("changeFinding", () => {
  it("reads words about bodies as if they stood in the document", () => {
    const { leads, doubts } = changed({ leadText: "Sở Ngoại vụ, Công an tỉnh" });
    expect(leads.map((lead) => ("unit" in lead ? lead.unit : null))).toEqual(["Sở Ngoại vụ", "Công an tỉnh"]);
    expect(doubts).toEqual({});
  });

  it("says where words name nobody it knows", () => {
    expect(changed({ leadText: "xem lại sau" }).doubts.leads).toBeGreaterThan(0);
  });

  it("reads words about time, and what a year is not said of is the document's", () => {
    expect(changed({ time: "Trước ngày 15/11 hằng năm" }).schedule).toMatchObject({
      kind: "recurring",
      every: "P1Y",
    });
    expect(changed({ time: "" })).toMatchObject({ schedule: null });
  });

  it("takes the schedule that the person gives, whatever the words", () => {
    const schedule = { kind: "once", from: null, to: "2027-03-31" } as const;
    expect(changed({ time: "Sau khi có kinh phí", schedule }).schedule).toEqual(schedule);
  });

  it("reads the targets of a new result", () => {
    expect(changed({ result: "Ít nhất 05 lớp tập huấn" }).targets).toMatchObject([{ op: ">=", value: 5 }]);
  });

  it("a clear that was missing is there once it is given, and missing once it is taken", () => {
    const vague = findingWith({ leads: [], result: null });
    expect(vague.unclear.map(({ clear }) => clear)).toEqual(["who", "product"]);
    const given = changed({ leads: [{ unit: "Sở Y tế", role: "lead" }] }, vague);
    expect(given.unclear.map(({ clear }) => clear)).toEqual(["product"]);
    expect(changed({ time: null }).unclear.map(({ clear }) => clear)).toEqual(["when"]);
  });

  it("a doubt goes with the reading that a person replaced; others stay", () => {
    const doubtful = findingWith({ doubts: { leads: 0.4, schedule: 0.2 } });
    expect(changed({ leads: [{ unit: "Sở Y tế", role: "lead" }] }, doubtful).doubts).toEqual({
      schedule: 0.2,
    });
  });

  it("nothing is edited once all is again as it was read, whatever the order of keys", () => {
    const read = findingWith();
    const edited = unwrap(changeFinding({ read, edited: null }, { content: "Khác" }, context));
    expect(edited).toEqual({ content: "Khác" });
    const back: FindingChange = {
      content: read.content,
      schedule: { to: "2026-12-31", from: "2026-01-01", kind: "once" },
    };
    expect(unwrap(changeFinding({ read, edited }, back, context))).toBeNull();
  });

  const faults: readonly [FindingChange, string, string][] = [
    [{ content: "  " }, "register.content-empty", "a task says something"],
    [{ leads: [{ unit: " ", role: "lead" }] }, "register.name-empty", "a unit has a name"],
    [{ schedule: { kind: "once", from: null, to: "2026-02-30" } }, "register.schedule-wrong", "no such day"],
    [
      { schedule: { kind: "once", from: "2026-05-01", to: "2026-04-30" } },
      "register.schedule-wrong",
      "the end before the beginning",
    ],
    [{ schedule: { kind: "recurring", every: "P5M" } }, "register.schedule-wrong", "five months fit no year"],
    [
      { schedule: { kind: "recurring", every: "P1Y", due: "--02-30" } },
      "register.schedule-wrong",
      "30 February",
    ],
    [{ schedule: { kind: "several", parts: [] } }, "register.schedule-wrong", "several of nothing"],
  ];
  it.each(faults)("refuses %j", (change, code) => {
    expect(changeFinding({ read: findingWith(), edited: null }, change, context)).toMatchObject({
      failure: { code },
    });
  });

  const changes = fc.record(
    {
      content: fc.constantFrom("Rà soát danh mục", "Nội dung khác"),
      leads: fc.constantFrom([], [{ unit: "Sở Y tế", role: "lead" as const }]),
      time: fc.constantFrom(null, "Hằng năm", "Quý I/2026"),
      result: fc.constantFrom(null, "02 lớp"),
      general: fc.boolean(),
    },
    { requiredKeys: [] },
  );

  it("making the same change twice is making it once, and what was read stays reachable", () => {
    fc.assert(
      fc.property(anyFinding, changes, (read, change) => {
        const once = unwrap(changeFinding({ read, edited: null }, change, context));
        expect(unwrap(changeFinding({ read, edited: once }, change, context))).toEqual(once);
        const whole: FindingChange = {
          ...{ content: read.content, leads: read.leads, time: read.time, schedule: read.schedule },
          ...{ result: read.result, targets: read.targets, general: read.general },
        };
        expect(unwrap(changeFinding({ read, edited: once }, whole, context))).toBeNull();
      }),
    );
  });

  it("changes nothing that was not asked for", () => {
    fc.assert(
      fc.property(anyFinding, (read) => {
        const now = currentFinding({
          read,
          edited: unwrap(changeFinding({ read, edited: null }, { label: "7" }, context)),
        });
        expect(now).toEqual({ ...read, label: "7", number: 7, unclear: read.general ? [] : read.unclear });
      }),
    );
  });

  it("a unit keeps its words and share", () => {
    expect(changed({ leads: [{ ...unitNamed("Sở Y tế"), share: "phần y tế" }] }).leads).toEqual([
      { ...unitNamed("Sở Y tế"), share: "phần y tế" },
    ]);
  });
});
