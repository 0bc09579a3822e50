import { describe, expect, it } from "vitest";
import { usualLadder } from "../../domain/duty/ladder.ts";
import { channelsWith, faultOf, fieldsOf, type StepFields, stepOf } from "./step-fields.ts";

const words = { daysWrong: "days", twice: "twice" };
const typed = (side: StepFields["side"], days: string): StepFields => ({
  key: 0,
  kind: "digest",
  side,
  days,
});

describe("the fields of a step", () => {
  it("give back what they were made of", () => {
    expect(usualLadder.map((rung, key) => stepOf(fieldsOf(rung, key)))).toEqual(usualLadder);
  });

  it("say the ways of a step only where not all are chosen", () => {
    const mail = channelsWith(undefined, "webhook", false);
    expect([mail, channelsWith(mail, "mail", false), channelsWith(mail, "webhook", true)]).toEqual([
      ...[["mail"], [], undefined],
    ]);
    const rung = { kind: "digest", days: 3, by: ["mail"] } as const;
    expect(stepOf(fieldsOf(rung, 0))).toEqual(rung);
  });

  it.each([
    ["a week before", typed("before", "7"), -7],
    ["the day itself, whatever stands in the days", typed("at", "5"), 0],
    ["a year after", typed("after", " 365 "), 365],
  ])("%s", (_, fields, days) => {
    expect(stepOf(fields)).toEqual({ kind: "digest", days });
  });

  it.each([
    ["nothing typed", typed("after", "")],
    ["no number", typed("after", "ba")],
    ["a fraction", typed("after", "1.5")],
    ["below zero", typed("before", "-3")],
    ["no days, which is the day itself", typed("after", "0")],
    ["earlier than a ladder reaches", typed("before", "91")],
    ["later than a ladder reaches", typed("after", "366")],
  ])("refuse %s", (_, fields) => {
    expect(stepOf(fields)).toBeNull();
    expect(faultOf([fields], 0, words)).toBe("days");
  });

  it("say of the second of two that it is there twice", () => {
    const steps = [typed("after", "3"), typed("after", "03")];
    expect(steps.map((_, at) => faultOf(steps, at, words))).toEqual([null, "twice"]);
  });
});
