import { expect, it } from "vitest";
import { parseIsoDate } from "../basics/calendar-date.ts";
import { chainOf, daysSet, type LineageNote, type LineageNoteKind } from "./lineage-chain.ts";
import { thingsToForm } from "./lineage-dropped.ts";

function note(
  kind: LineageNoteKind,
  number: string,
  on: string | null,
  due: string | null = null,
): LineageNote {
  const document = {
    id: number,
    number,
    kindName: null,
    issuer: null,
    issuedOn: on,
    subject: null,
    fileName: "",
  };
  return {
    ...{ id: `${number} ${kind}`, kind, document, number: null, finding: null },
    ...{ givenOn: on === null ? null : parseIsoDate(on), dueOn: due === null ? null : parseIsoDate(due) },
    ...{ strictlyBefore: false, words: "", places: [], joinedFrom: null },
    ...{ confirmedAt: new Date(0), confirmedBy: "" },
  };
}

it("counts how often a task was given, by documents, and leaves out what does not give it", () => {
  const chain = chainOf([
    note("hastens", "c", "2026-09-12", "2026-09-21"),
    note("first", "a", "2026-06-13"),
    note("plan", "p", "2026-08-21"),
    note("repeats", "b", "2026-07-04", "2026-07-31"),
    note("repeats", "c", "2026-09-12", "2026-09-21"),
  ]);
  expect(chain.map(({ kind, time }) => `${kind} ${time}`)).toEqual([
    "first 1",
    "repeats 2",
    "plan null",
    "hastens 3",
    "repeats 3",
  ]);
  expect(daysSet(chain)).toEqual(["2026-07-31", "2026-09-21"]);
});

it("a first directive behind another one gave the task again", () => {
  const chain = chainOf([note("first", "b", "2026-02-01"), note("first", "a", "2026-01-01")]);
  expect(chain.map(({ kind, document }) => `${document?.number} ${kind}`)).toEqual(["a first", "b repeats"]);
});

const things: readonly (readonly [why: string, words: string, things: readonly string[]])[] = [
  [
    "a list behind one verb",
    "Thu hút nhà đầu tư, hướng đến hình thành Trung tâm Logistics quốc tế, Khu Công nghệ số tại tỉnh",
    ["Trung tâm Logistics quốc tế", "Khu Công nghệ số"],
  ],
  ["a plan is no thing that is formed", "Xây dựng kế hoạch tuyển sinh", []],
  ["a thing that is only visited", "Khảo sát Trung tâm Hội nghị tỉnh", []],
];
it.each(things)("things to form: %s", (_, words, expected) => {
  expect(thingsToForm(words)).toEqual(expected);
});
