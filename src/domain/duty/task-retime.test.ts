import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { realGazetteer } from "../../../tests/support/gazetteer.ts";
import { addDays, type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import type { Schedule } from "../calendar/schedule.ts";
import { unsetDueSettings } from "./due-day.ts";
import type { RegisteredOccurrence, RegisteredTask } from "./registered-task.ts";
import { occurrencesOfTask, type TaskOccurrence } from "./task.ts";
import { isTouched, planTaskChange } from "./task-change.ts";

function day(text: string): CalendarDate {
  const found = parseIsoDate(text);
  if (found === null) throw new Error(`${text} is no day`);
  return found;
}

const assignedOn = day("2025-02-10");
const today = day("2026-11-20");
const context = { today, gazetteer: realGazetteer(), province: 52, due: unsetDueSettings };
const dates = { assignedOn, today, due: unsetDueSettings };

/** What was said of an occurrence. */
type Said = "nothing" | "started" | "reported" | "done" | "withdrawn";

function occurrence(one: TaskOccurrence, said: Said): RegisteredOccurrence {
  const on = (kind: Said) => (said === kind ? today : null);
  return {
    ...{ ...one, id: `id-${one.key}`, eventDocument: null, firstDueOn: null, facts: [], version: 1 },
    ...{ startedOn: on("started"), doneOn: on("done"), product: null, withdrawnOn: on("withdrawn") },
    reportedOn: on("reported"),
  };
}

function taskOf(schedule: Schedule | null, said: readonly Said[]): RegisteredTask {
  const occurrences = occurrencesOfTask(schedule, dates).map((one, at) =>
    occurrence(one, said[at % said.length] ?? "nothing"),
  );
  return {
    ...{ ref: "88-1", label: null, group: null, content: "Báo cáo công tác đối ngoại", addressees: [] },
    ...{ timeWords: null, schedule, result: null, targets: [], approver: null, unclear: [], general: false },
    ...{ withdrawnOn: null, assignedOn, occurrences, current: null, version: 1 },
    document: { number: "88/KH-UBND", issuedOn: assignedOn },
    // Only what a change is worked out on.
  } as unknown as RegisteredTask;
}

function planned(task: RegisteredTask, schedule: Schedule | null, past = false) {
  const plan = planTaskChange(task, { schedule, ...(past && { past }) }, context);
  if (!plan.ok) throw new Error(plan.failure.code);
  return plan.value;
}

const yearly: Schedule = { kind: "recurring", every: "P1Y", due: "--11-15" };
const spring: Schedule = { kind: "recurring", every: "P1Y", due: "--03-31" };

describe("other times of a task", () => {
  it("move what is to come, and leave what has fallen due and what was reported on", () => {
    // 2025 and 2026 have fallen due; of 2027 the unit has reported.
    const task = taskOf(yearly, [
      "nothing",
      "nothing",
      "reported",
      "nothing",
      "nothing",
      "nothing",
      "nothing",
    ]);
    const { occurrences, kept } = planned(task, spring);
    expect(occurrences.moved.map(({ key, dueOn }) => [key, dueOn])).toEqual([
      ["2028", "2028-03-31"],
      ["2029", "2029-03-31"],
      ["2030", "2030-03-31"],
      ["2031", "2031-03-31"],
    ]);
    expect([occurrences.added, occurrences.removed, kept]).toEqual([[], [], { recorded: 1, past: 2 }]);
  });

  it("correct what has fallen due as well where the document was read wrongly, but nothing that was reported on", () => {
    const task = taskOf(yearly, ["nothing", "reported", "nothing"]);
    const { occurrences, kept } = planned(task, spring, true);
    expect(occurrences.moved.map(({ key }) => key)).toEqual(["2025", "2027", "2028", "2030", "2031"]);
    expect(kept).toEqual({ recorded: 2, past: 0 });
  });

  it("add nothing that is over already", () => {
    const { occurrences } = planned(taskOf(yearly, ["nothing"]), { kind: "recurring", every: "P3M" });
    expect(occurrences.added.every(({ lastDay }) => lastDay === null || lastDay >= today)).toBe(true);
    expect(occurrences.added[0]?.key).toBe("2026-Q4");
  });

  it("correct the one day of a task, also where it is over, but not where something was reported", () => {
    const once = (to: string): Schedule => ({ kind: "once", from: null, to });
    const [before, after] = [once("2026-06-15"), once("2027-01-15")];
    expect(planned(taskOf(before, ["nothing"]), after).occurrences.moved).toMatchObject([
      { key: "once", dueOn: "2027-01-15" },
    ]);
    const told = planned(taskOf(before, ["reported"]), after);
    expect([told.occurrences.moved, told.kept]).toEqual([[], { recorded: 1, past: 0 }]);
  });

  it("give a task without days its first ones, also where they are over", () => {
    const once: Schedule = { kind: "once", from: null, to: "2026-06-15" };
    const { occurrences, kept } = planned(taskOf(null, ["nothing"]), once);
    expect(occurrences.added.map(({ key, dueOn }) => [key, dueOn])).toEqual([["once", "2026-06-15"]]);
    expect(occurrences.removed).toEqual(["id-undated"]);
    expect(kept).toEqual({ recorded: 0, past: 0 });
  });
});

const months = fc.integer({ min: 1, max: 12 }).map((month) => String(month).padStart(2, "0"));
const schedules: fc.Arbitrary<Schedule | null> = fc.oneof(
  fc.constant(null),
  fc.constant<Schedule>({ kind: "continuous" }),
  fc.constant<Schedule>({ kind: "recurring", every: "P1D" }),
  fc
    .record({ every: fc.constantFrom("P1Y", "P2Y"), month: months })
    .map(({ every, month }): Schedule => ({ kind: "recurring", every, due: `--${month}-15` })),
  fc.constantFrom("P1M", "P3M", "P6M").map((every): Schedule => ({ kind: "recurring", every })),
  fc
    .integer({ min: 0, max: 1500 })
    .map((n): Schedule => ({ kind: "once", from: null, to: addDays(assignedOn, n) })),
);
const said = fc.array(
  fc.constantFrom<Said>("nothing", "nothing", "started", "reported", "done", "withdrawn"),
  {
    minLength: 1,
    maxLength: 7,
  },
);

describe("a change of schedule, whatever it is", () => {
  it("never moves or takes away what was reported on, and touches what is over only where it is corrected", () => {
    fc.assert(
      fc.property(schedules, schedules, said, fc.boolean(), (before, after, told, past) => {
        const task = taskOf(before, told);
        const { occurrences, kept, changed } = planned(task, after, past);
        const byId = new Map(task.occurrences.map((one) => [one.id, one]));
        const altered = [...occurrences.moved.map(({ id }) => id), ...occurrences.removed].flatMap(
          (id) => byId.get(id) ?? [],
        );
        expect(altered.filter(isTouched)).toEqual([]);
        const isOver = ({ lastDay }: TaskOccurrence) => lastDay !== null && lastDay < today;
        if (!past && task.occurrences.filter(({ lastDay }) => lastDay !== null).length > 1)
          expect([...altered, ...occurrences.added].filter(isOver)).toEqual([]);
        if (past) expect(kept.past).toBe(0);
        // The books: what the new schedule has otherwise = moved + gone + kept.
        const wanted = new Map(occurrencesOfTask(after, dates).map((one) => [one.key, one]));
        const other = task.occurrences.filter((one) => {
          const to = wanted.get(one.key);
          return (
            !to ||
            to.dueOn !== one.dueOn ||
            to.startsOn !== one.startsOn ||
            to.lastDay !== one.lastDay ||
            to.basis !== one.basis
          );
        });
        if (changed.includes("schedule"))
          expect(other.length).toBe(altered.length + kept.recorded + kept.past);
      }),
      { numRuns: 2000 },
    );
  });
});
