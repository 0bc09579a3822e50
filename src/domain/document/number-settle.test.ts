import { expect, it } from "vitest";
import { findDocumentNumbers } from "./number-find.ts";
import { settledNumbers, withLostBars } from "./number-settle.ts";

const first = (text: string, known: readonly string[] = []) =>
  settledNumbers(findDocumentNumbers(text), new Set(known))[0];

it.each([
  {
    text: "Nghi quyet s6 S9-NQ/TW; Nghị quyết số 89-NQ/TW",
    known: [],
    number: "89-NQ/TW",
    doubt: 0.2,
    reason: "another mention in the document decides",
  },
  {
    text: "Nghi quyet s6 S9-NQ/TW",
    known: ["89-NQ/TW", "12/QĐ-UBND"],
    number: "89-NQ/TW",
    doubt: 0.2,
    reason: "a known document decides",
  },
  {
    text: "Nghi quyet s6 S9-NQ/TW; số 89-NQ/TW; số 89-NQ/TW",
    known: ["59-NQ/TW"],
    number: "89-NQ/TW",
    doubt: 0.5,
    reason: "both stand elsewhere: the more frequent, still doubtful",
  },
  {
    text: "Nghi quyet s6 S9-NQ/TW",
    known: ["58-NQ/TW"],
    number: "59-NQ/TW",
    doubt: 0.5,
    reason: "nothing speaks for any: the likeliest, doubtful",
  },
  {
    text: "Nghị quyết số 59-NQ/TW; số 89-NQ/TW",
    known: ["89-NQ/TW"],
    number: "59-NQ/TW",
    doubt: 0,
    reason: "what is plain is not moved by what is known",
  },
])("$reason", ({ text, known, number, doubt }) => {
  const found = first(text, known);
  expect([found?.number.text, found?.doubt]).toEqual([number, doubt]);
  if (doubt > 0) expect([...(found?.candidates ?? [])].sort()).toEqual(["59-NQ/TW", "89-NQ/TW"]);
});

it.each([
  {
    text: "Van ban s6 45/BNNMT-DCKS",
    known: [],
    number: "45/BNNMT-DCKS",
    candidates: ["45/BNNMT-DCKS", "45/BNNMT-ĐCKS"],
    reason: "a D may have been a Đ",
  },
  {
    text: "Van ban s6 45/BNNMT-DCKS",
    known: ["45/BNNMT-ĐCKS"],
    number: "45/BNNMT-ĐCKS",
    candidates: ["45/BNNMT-ĐCKS", "45/BNNMT-DCKS"],
    reason: "a known document says which",
  },
  {
    text: "Quyet dinh s6 12/QD-UBND",
    known: [],
    number: "12/QĐ-UBND",
    candidates: ["12/QĐ-UBND"],
    reason: "kinds and issuers are spelled by their tables",
  },
])("$reason", ({ text, known, number, candidates }) => {
  const [found] = settledNumbers(findDocumentNumbers(text).map(withLostBars), new Set(known));
  expect([found?.number.text, found?.candidates]).toEqual([number, candidates]);
});
