import { describe, expect, it } from "vitest";
import { type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import { checkedGround, type DecisionGround, type ProposalOutcome } from "./change-proposal.ts";

const day = (text: string) => parseIsoDate(text) as CalendarDate; // days of the tests are written right
const today = day("2026-03-20");
const none = { document: null, documentOn: null, note: null };

describe("what a decision on a proposal rests on", () => {
  it.each<[why: string, ProposalOutcome, DecisionGround, code: string | null]>([
    ["a document with its day", "amended", { ...none, document: "90/QĐ-UBND", documentOn: today }, null],
    ["words written by hand alone", "amended", { ...none, note: "Đồng ý, lùi sang quý IV" }, null],
    [
      "a document without a day is none",
      "amended",
      { ...none, document: "90/QĐ-UBND" },
      "duty.proposal-ground-missing",
    ],
    ["nothing", "amended", { ...none, note: "  " }, "duty.proposal-ground-missing"],
    [
      "a document of tomorrow",
      "amended",
      { ...none, document: "9/QĐ", documentOn: day("2026-03-21") },
      "duty.fact-in-future",
    ],
    ["a refusal says why", "refused", { ...none, note: "Đã có trong kế hoạch vốn" }, null],
    [
      "a refusal without a reason",
      "refused",
      { ...none, document: "9/UBND", documentOn: today },
      "duty.reason-needed",
    ],
    ["taking note needs nothing", "noted", none, null],
  ])("%s", (_, outcome, ground, code) => {
    const checked = checkedGround(outcome, ground, today);
    expect(checked.ok ? null : checked.failure.code).toBe(code);
  });
});
