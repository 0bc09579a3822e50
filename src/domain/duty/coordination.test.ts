import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import {
  addRequestFact,
  allowedRequestFacts,
  checkedRequest,
  type GivenRequest,
  type GivenRequestFact,
  isToBeNamed,
  requestAge,
  requestState,
} from "./coordination.ts";
import type { Proof } from "./report.ts";
import type { TaskAddressee } from "./task.ts";

function day(text: string): CalendarDate {
  const found = parseIsoDate(text);
  if (found === null) throw new Error(`${text} is no day`);
  return found;
}

const today = day("2026-04-28");
/** Nobody works on 30/4 and 1/5. */
const holidays = {
  yearOf: (year: number) => ({
    off: new Map(
      [`${year}-04-30`, `${year}-05-01`].map((text) => [
        day(text),
        { reason: "holiday", name: null } as const,
      ]),
    ),
    worked: new Set<CalendarDate>(),
  }),
} as unknown as Parameters<typeof checkedRequest>[1]["holidays"];

const words: GivenRequest = {
  ...{ content: "Gửi số liệu đoàn ra quý I", document: null, documentOn: null, on: today, workingDays: 3 },
};
const letter = { content: "", document: "120/STC-NS", documentOn: day("2026-04-27") };

describe("what a lead asks of a co-ordinating unit", () => {
  it.each([
    ["three working days over a holiday and a weekend", { ...words }, "2026-05-05"],
    ["a letter needs no words of its own", { ...words, ...letter }, "2026-05-05"],
    ["one day", { ...words, workingDays: 1 }, "2026-04-29"],
  ] as const)("is to be answered after working days: %s", (_, given, due) => {
    const asked = checkedRequest(given, { today, holidays });
    expect(asked.ok ? asked.value.dueOn : asked.failure.code).toBe(due);
  });

  it.each([
    ["neither words nor a letter", { content: "  " }, "duty.request-empty"],
    ["a letter without its day", { ...letter, documentOn: null }, "duty.request-undated"],
    ["a letter of tomorrow", { ...letter, documentOn: day("2026-04-29") }, "duty.fact-in-future"],
    ["asked tomorrow", { on: day("2026-04-29") }, "duty.fact-in-future"],
    ["no day to answer in", { workingDays: 0 }, "duty.request-term"],
    ["half a day", { workingDays: 1.5 }, "duty.request-term"],
    ["a year", { workingDays: 121 }, "duty.request-term"],
  ] as const)("is refused: %s", (_, more, code) => {
    const asked = checkedRequest({ ...words, ...more }, { today, holidays });
    expect(asked.ok ? "asked" : asked.failure.code).toBe(code);
  });
});

const none = { answeredOn: null, declinedOn: null, withdrawnOn: null };
const open = { ...none, on: day("2026-04-20"), dueOn: day("2026-04-27") };
const answered = { ...open, answeredOn: day("2026-04-29") };

describe("a request on a day", () => {
  it.each([
    ["on its last day it waits", open, "2026-04-27", "waiting", 7],
    ["after it, it is past the day asked for, which is no lateness", open, "2026-04-28", "overdue", 8],
    ["answered late it is answered", answered, "2026-05-01", "answered", null],
    ["declined", { ...open, declinedOn: day("2026-04-21") }, "2026-05-01", "declined", null],
    ["taken back", { ...open, withdrawnOn: day("2026-04-21") }, "2026-05-01", "withdrawn", null],
  ] as const)("%s", (_, request, on, state, age) => {
    expect([requestState(request, day(on)), requestAge(request, day(on))]).toEqual([state, age]);
  });
});

const both = { asks: true, isAsked: true };
const said: GivenRequestFact = { kind: "answered", on: today, text: "Đã gửi số liệu", proofs: [] };
const link: Proof = {
  ...{ kind: "link", reference: "stc.gov.vn", title: null, issuedOn: null, sha256: null, size: null },
};

describe("what is said of a request", () => {
  it.each([
    ["who is asked answers or declines", open, { asks: false, isAsked: true }, ["answered", "declined"]],
    ["who asks takes it back", open, { asks: true, isAsked: false }, ["withdrawn"]],
    ["who follows records for both", open, both, ["answered", "declined", "withdrawn"]],
    ["nobody else says anything", open, { asks: false, isAsked: false }, []],
    ["an answer is opened again by who gave it", answered, { asks: false, isAsked: true }, ["reopened"]],
    ["who asked cannot open an answer", answered, { asks: true, isAsked: false }, []],
    [
      "what was taken back, by who took it",
      { ...open, withdrawnOn: today },
      { asks: true, isAsked: false },
      ["reopened"],
    ],
  ] as const)("%s", (_, facts, sides, kinds) => {
    expect(allowedRequestFacts(facts, sides)).toEqual(kinds);
  });

  it.each([
    ["twice", answered, said, "duty.request-over"],
    ["an answer of tomorrow", open, { ...said, on: day("2026-04-29") }, "duty.fact-in-future"],
    ["an answer before it was asked", open, { ...said, on: day("2026-04-19") }, "duty.answer-early"],
    ["an answer that says nothing", open, { ...said, text: " " }, "duty.answer-empty"],
    ["an answer by an address that does not open", open, { ...said, proofs: [link] }, "duty.link-wrong"],
    ["declined without a reason", open, { ...said, kind: "declined", text: "" }, "duty.reason-needed"],
  ] as const)("is refused: %s", (_, request, fact, code) => {
    const next = addRequestFact(request, fact, both, today);
    expect(next.ok ? "said" : next.failure.code).toBe(code);
  });

  it("an answer may be a document alone; opened again, nothing of it stands", () => {
    const proofs = [{ ...link, kind: "document" as const, reference: "9/SNV" }];
    const done = addRequestFact(open, { ...said, text: "", proofs }, both, today);
    if (!done.ok) throw new Error(done.failure.code);
    expect(done.value).toEqual({ ...none, answeredOn: today, answer: null, proofs });
    const again = addRequestFact(
      { ...open, ...done.value },
      { ...said, kind: "reopened" },
      both,
      addDays(today, 1),
    );
    expect(again.ok && again.value).toEqual({ ...none, answer: null, proofs: [] });
  });
});

describe("words that leave it to the lead who co-ordinates", () => {
  const body = (name: string, nameKey: string, more: Partial<TaskAddressee> = {}): TaskAddressee => ({
    ...{ role: "with", name, collective: true, written: name, share: null, nameKey, gazetteerId: null },
    ...{ answers: null, ...more },
  });
  it.each([
    ["units concerned", body("các đơn vị liên quan", "don vi lien quan"), true],
    ["all communes are no open words", body("UBND các xã", "uy ban nhan dan xa"), false],
    ["a unit by its name", body("Sở Liên Quan", "so lien quan", { collective: false }), false],
    [
      "who leads is not named by itself",
      body("các đơn vị liên quan", "don vi lien quan", { role: "lead" }),
      false,
    ],
  ])("%s", (_, addressee, expected) => {
    expect(isToBeNamed(addressee)).toBe(expected);
  });
});
