import { describe, expect, it } from "vitest";
import { day } from "../../../tests/support/register-rows.ts";
import { dutiesMeeting, type JoiningDuty } from "./duty-join.ts";

const blank: JoiningDuty = {
  ...{ id: "a", occurrence: "old", unit: "stc", holder: "stc", startsOn: null },
  ...{ firstDueOn: day("2026-04-15"), givenDueOn: day("2026-04-15"), dueOn: day("2026-04-15") },
  ...{ lastDay: day("2026-04-14"), reportedOn: null, submittedOn: null, sentBackOn: null, recordedOn: null },
  ...{ confirmedOn: null, withdrawnOn: null, askedOn: null, extensions: 0, step: null, stepOn: null },
  ...{ product: null, facts: [] },
};
const later: JoiningDuty = {
  ...{ ...blank, id: "b", occurrence: "new", firstDueOn: day("2026-05-30"), givenDueOn: day("2026-05-30") },
  ...{ dueOn: day("2026-05-30"), lastDay: day("2026-05-30") },
};

function fact(kind: JoiningDuty["facts"][number]["kind"], on: string, due?: string) {
  const dueOn = due === undefined ? null : day(due);
  return { kind, on: day(on), dueOn, at: new Date(`${on}T03:00:00Z`) };
}

/** The older goes on; the newer, given on 05/03/2026, goes into it. */
function meet(kept: readonly JoiningDuty[], gone: readonly JoiningDuty[]) {
  const tasks = [
    { id: "one", assignedOn: day("2026-02-10") },
    { id: "two", assignedOn: day("2026-03-05") },
  ] as const;
  const into = new Map([["new", "old"]]);
  return dutiesMeeting(
    { task: tasks[0], duties: kept },
    { task: tasks[1], duties: gone },
    { into, newer: "two" },
  );
}

describe("duties of two tasks that are one", () => {
  it("take the day given last and keep the first in sight", () => {
    expect(meet([blank], [later])[0]?.after).toMatchObject({
      ...{ dueOn: "2026-05-30", lastDay: "2026-05-30", givenDueOn: "2026-05-30", firstDueOn: "2026-04-15" },
    });
  });

  it("tell what was said of either in the order in which it was said", () => {
    const one = { ...blank, facts: [fact("submitted", "2026-04-10"), fact("sentBack", "2026-04-20")] };
    const two = { ...later, facts: [fact("reported", "2026-04-15"), fact("submitted", "2026-05-02")] };
    const { after } = meet([one], [two])[0] ?? {};
    expect(after).toMatchObject({ reportedOn: "2026-05-02", submittedOn: "2026-05-02", sentBackOn: null });
  });

  it("keep more time that was given after the later document, and no other", () => {
    const extended = (on: string) => ({
      ...blank,
      extensions: 1,
      facts: [fact("extended", on, "2026-07-15")],
    });
    expect(meet([extended("2026-04-01")], [later])[0]?.after).toMatchObject({
      dueOn: "2026-07-15",
      extensions: 1,
    });
    expect(meet([extended("2026-03-01")], [later])[0]?.after).toMatchObject({
      dueOn: "2026-05-30",
      extensions: 1,
    });
  });

  it("meet by the unit that was given them, else by the one that holds them since a merger", () => {
    const moved = { ...later, unit: "skhdt", holder: "stc" };
    expect(meet([blank], [moved]).map(({ gone, kept }) => [gone, kept])).toEqual([["b", "a"]]);
    const beside = { ...blank, id: "c", unit: "skhdt", holder: "stc" };
    expect(meet([blank, beside], [moved]).map(({ kept }) => kept)).toEqual(["c"]);
  });

  it("meet only in a time that both have, and only with their own unit", () => {
    expect(meet([blank], [{ ...later, occurrence: "other" }])).toEqual([]);
    expect(meet([blank], [{ ...later, unit: "sxd", holder: "sxd" }])).toEqual([]);
  });

  it("two of one unit after a merger both go into the one, none of what was said lost", () => {
    const one = { ...later, facts: [fact("reported", "2026-04-01")] };
    const two = { ...later, id: "c", unit: "skhdt", facts: [fact("submitted", "2026-04-02")] };
    const met = meet([blank], [one, two]);
    expect(met.map(({ kept }) => kept)).toEqual(["a", "a"]);
    expect(met.at(-1)?.after).toMatchObject({ reportedOn: "2026-04-02", submittedOn: "2026-04-02" });
  });
});
