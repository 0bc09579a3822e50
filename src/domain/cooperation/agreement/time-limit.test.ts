import { describe, expect, it } from "vitest";
import { action, begun, day, rulesOf, walked } from "./life.fixture.ts";
import { timeLimitsOf } from "./time-limit.ts";

const rules = rulesOf("peoplesCommittee");
const ministry = { body: "foreignMinistry" } as const;
const police = { body: "concerned", bodyName: "Công an tỉnh" } as const;
const asked = [
  action("2026-03-02", "proposed"),
  action("2026-03-03", "opinionAsked", ministry),
  action("2026-03-03", "opinionAsked", police),
  action("2026-03-13", "opinionGiven", { ...police, answer: "comments", documentNumber: "88/CAT-PV01" }),
];
const signed = [
  ...asked,
  action("2026-03-20", "decided"),
  action("2026-03-30", "signed"),
  action("2026-04-10", "reported", { documentNumber: "812/BC-UBND" }),
];

function limits(actions: typeof asked, today: string): readonly string[] {
  return timeLimitsOf(walked(actions, rules), rules, day(today)).map((one) =>
    [one.step, one.name ?? one.body, one.lastDay, one.state, one.daysLate, one.proof].join(" "),
  );
}

describe("time limits of a proceeding", () => {
  it("tells an opinion that is awaited, one that is late, and one that came late with its number", () => {
    expect(limits(asked, "2026-03-12")).toEqual([
      "opinionGiven foreignMinistry 2026-03-12 open 0 ",
      "opinionGiven Công an tỉnh 2026-03-12 doneLate 1 88/CAT-PV01",
    ]);
    expect(limits(asked, "2026-03-14")[0]).toBe("opinionGiven foreignMinistry 2026-03-12 late 2 ");
  });

  it("tells the report that was sent in time and the copy that was missed, once it is signed", () => {
    expect(limits(signed, "2026-05-04")).toEqual([
      "opinionGiven foreignMinistry 2026-03-12 missed 53 ",
      "opinionGiven Công an tỉnh 2026-03-12 doneLate 1 88/CAT-PV01",
      "reported primeMinister 2026-04-14 done 0 812/BC-UBND",
      "copied foreignMinistry 2026-04-14 late 20 ",
    ]);
  });

  it("asks nobody before anything was sent or signed", () => {
    expect(limits([action("2026-03-02", "proposed")], "2026-05-04")).toEqual([]);
  });

  it("asks for the notice of an ending within fifteen days of its effect", () => {
    const ending = walked([action("2026-03-02", "tookEffect")], rules, begun("end", true));
    const told = { ...ending, onlyOutcome: false };
    expect(
      timeLimitsOf(told, rules, day("2026-03-18")).map(({ step, lastDay, state }) => [step, lastDay, state]),
    ).toEqual([["notified", "2026-03-17", "late"]]);
  });
});
