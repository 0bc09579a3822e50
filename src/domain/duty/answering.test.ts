import { describe, expect, it } from "vitest";
import { parseIsoDate } from "../basics/calendar-date.ts";
import type { AddresseeRole } from "../organisation/addressee.ts";
import { keyOfBody } from "../organisation/body-key.ts";
import { type GivenAnswering, keptAnswering, planAnswering } from "./answering.ts";
import type { RegisteredTask } from "./registered-task.ts";
import type { TaskAddressee } from "./task.ts";

const day = (text: string) => parseIsoDate(text) ?? misdated();
function misdated(): never {
  throw new Error("no day");
}
const today = day("2026-06-01");

function body(name: string, more: { role?: AddresseeRole; collective?: boolean } = {}): TaskAddressee {
  const { role = "lead", collective = false } = more;
  return {
    ...{ role, name, collective, written: name, share: null, nameKey: keyOfBody(name, collective) },
    ...{ gazetteerId: null, answers: null },
  };
}

const task = (...addressees: readonly TaskAddressee[]) =>
  ({
    ...{
      ref: "88-1",
      addressees,
      content: "Lập đề án hợp tác với tỉnh bạn",
      timeWords: null,
      schedule: null,
    },
    ...{ result: null, approver: null, general: false },
    unclear: [
      { clear: "responsible", reason: "nhiều đơn vị cùng chủ trì", words: null },
      { clear: "when", reason: "không nêu thời gian", words: null },
    ],
    // Only what the rule looks at.
  }) as unknown as RegisteredTask;

const finance = body("Sở Tài chính");
const health = body("Sở Y tế");
const given = (name: string | null, more: Partial<GivenAnswering> = {}): GivenAnswering => ({
  ...{ body: name === null ? null : keyOfBody(name, false), on: today, document: null, ...more },
});

describe("who answers for the whole", () => {
  it("is one of several leads; then responsibility is clear, and what else is unclear stays", () => {
    const plan = planAnswering(task(finance, health), given("Sở Y tế", { document: " 12/UBND " }), today);
    if (!plan.ok) throw new Error(plan.failure.code);
    expect(plan.value.addressees.map(({ answers }) => answers)).toEqual([
      null,
      { on: today, document: "12/UBND" },
    ]);
    expect(plan.value.unclear.map(({ clear }) => clear)).toEqual(["when"]);
  });

  it("taken back, responsibility is missing again", () => {
    const named = { ...health, answers: { on: today, document: null } };
    const plan = planAnswering(task(finance, named), given(null), today);
    if (!plan.ok) throw new Error(plan.failure.code);
    expect(plan.value.addressees.every(({ answers }) => answers === null)).toBe(true);
    expect(plan.value.unclear.map(({ clear }) => clear)).toEqual(["when", "responsible"]);
  });

  it.each([
    [
      "one lead needs nobody named",
      [finance, body("Sở Y tế", { role: "with" })],
      given("Sở Tài chính"),
      "register.answering-alone",
    ],
    [
      "the same body twice is one lead",
      [finance, { ...finance, share: "phần A" }],
      given("Sở Tài chính"),
      "register.answering-alone",
    ],
    [
      "who only co-ordinates cannot",
      [finance, health, body("Sở Nội vụ", { role: "with" })],
      given("Sở Nội vụ"),
      "register.answering-unknown",
    ],
    [
      "a body that the task does not name",
      [finance, health],
      given("Sở Xây dựng"),
      "register.answering-unknown",
    ],
    [
      "many under one name cannot",
      [finance, body("các sở, ban, ngành", { collective: true })],
      { body: keyOfBody("các sở, ban, ngành", true), on: today, document: null },
      "register.answering-collective",
    ],
    [
      "a day to come",
      [finance, health],
      given("Sở Y tế", { on: day("2026-06-02") }),
      "register.fact-in-future",
    ],
  ] as const)("is refused: %s", (_, addressees, said, code) => {
    const plan = planAnswering(task(...addressees), said, today);
    expect(plan.ok ? "planned" : plan.failure.code).toBe(code);
  });

  const named = { ...health, answers: { on: today, document: null } };
  it.each([
    ["it leads on beside others", [body("Sở Nội vụ"), health], [null, named.answers]],
    ["it leads no more", [finance, body("Sở Nội vụ")], [null, null]],
    [
      "it only co-ordinates now",
      [finance, body("Sở Nội vụ"), body("Sở Y tế", { role: "with" })],
      [null, null, null],
    ],
    ["it leads alone", [health], [null]],
  ] as const)("after other bodies were given: %s", (_, next, answers) => {
    expect(keptAnswering([finance, named], next).map((one) => one.answers)).toEqual(answers);
  });
});
