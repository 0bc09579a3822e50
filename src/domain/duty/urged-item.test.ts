import { describe, expect, it } from "vitest";
import { type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import { meetingList } from "./meeting-list.ts";
import { dueLetters, type UrgedItem } from "./urged-item.ts";

const day = (text: string) => parseIsoDate(text) as CalendarDate; // days of this test are days

function item(id: string, unit: string, other: Partial<UrgedItem> = {}): UrgedItem {
  return {
    ...{
      id,
      kind: "letter",
      since: day("2026-03-12"),
      lastDay: day("2026-03-02"),
      daysLate: 10,
      silent: false,
    },
    ...{ content: `Việc ${id}`, document: { number: "77/TB-UBND", issuedOn: day("2026-02-10") } },
    ...{ unit: { id: unit, name: `Sở ${unit}` }, timesUrged: 3, ...other },
  };
}

describe("the letters that items ask for", () => {
  it("are one for each unit and kind, since the first of their days", () => {
    const items = [
      item("1", "A", { since: day("2026-03-16") }),
      item("2", "A"),
      item("3", "A", { kind: "upperLetter", since: day("2026-03-23") }),
      item("4", "B"),
    ];
    const letters = dueLetters(items).map(({ unit, kind, since, items: some }) => [
      ...[unit.id, kind, since, some.map(({ id }) => id).join()],
    ]);
    expect(letters).toEqual([
      ["A", "letter", "2026-03-12", "1,2"],
      ["A", "upperLetter", "2026-03-23", "3"],
      ["B", "letter", "2026-03-12", "4"],
    ]);
  });

  it("are none when nothing waits", () => {
    expect(dueLetters([])).toEqual([]);
  });
});

describe("the list for the chair's meeting", () => {
  const committee = {
    ...{ name: "UBND tỉnh Gia Lai", aliases: ["Ủy ban nhân dân tỉnh Gia Lai"], symbol: "UBND" },
    ...({ kind: "peoplesCommittee", gazetteerId: "ubnd-tinh" } as const),
  };

  it("numbers duties through all units, and says who is silent and how often each was urged", () => {
    const items = [
      item("1", "A", { silent: true }),
      item("2", "A", { document: { number: null, issuedOn: null } }),
      item("3", "B", { timesUrged: 5, daysLate: 41 }),
    ];
    expect(meetingList(items, { committee, today: day("2026-04-13") })).toEqual({
      issuer: ["Ủy ban nhân dân", "tỉnh Gia Lai"],
      title: "Danh mục nhiệm vụ quá hạn báo cáo tại cuộc họp",
      line: "(Đến ngày 13/04/2026: 3 nhiệm vụ)",
      groups: [
        {
          heading: "Sở A (2)",
          rows: [
            ["1", "Việc 1\n(Chưa báo cáo)", "77/TB-UBND\nngày 10/02/2026", "02/03/2026", "10", "3"],
            ["2", "Việc 2", "", "02/03/2026", "10", "3"],
          ],
        },
        {
          heading: "Sở B (1)",
          rows: [["3", "Việc 3", "77/TB-UBND\nngày 10/02/2026", "02/03/2026", "41", "5"]],
        },
      ],
    });
  });
});
