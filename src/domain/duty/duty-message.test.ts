import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../basics/calendar-date.ts";
import { dutyMessage, type MessageDuty, messageLength } from "./duty-message.ts";
import { dutyStates } from "./duty-state.ts";

const day = (year: number, month: number, of: number): CalendarDate => {
  const made = calendarDate(year, month, of);
  if (made === null) throw new Error("no such day");
  return made;
};
const about = { unit: "Sở Y tế", today: day(2026, 11, 22), link: "https://x.vn/duties?unit=a" };

const duty = (more: Partial<MessageDuty>): MessageDuty => ({
  ...{ state: "open", daysLate: 0, lastDay: day(2026, 12, 15), content: "Lập dự toán đoàn ra" },
  ...{ document: "77/TB-UBND", ...more },
});

describe("dutyMessage", () => {
  it.each<readonly [reason: string, duties: readonly MessageDuty[], lines: readonly string[]]>([
    [
      "late first, the latest of all at the top, whatever the order of the list",
      [
        duty({}),
        duty({ state: "late", daysLate: 2, lastDay: day(2026, 11, 20), content: "Báo cáo quý" }),
        duty({ state: "silent", daysLate: 37, lastDay: day(2026, 10, 16), content: "Rà soát đề án" }),
      ],
      [
        "Sở Y tế: 3 việc cần thực hiện, 2 việc quá hạn (ngày 22/11/2026).",
        "1. [QUÁ 37 NGÀY, hạn 16/10/2026] Rà soát đề án (77/TB-UBND)",
        "2. [QUÁ 2 NGÀY, hạn 20/11/2026] Báo cáo quý (77/TB-UBND)",
        "3. [hạn 15/12/2026] Lập dự toán đoàn ra (77/TB-UBND)",
        "Xem và báo cáo tại: https://x.vn/duties?unit=a",
      ],
    ],
    [
      "what is handed in, done or withdrawn is nothing the unit has to act on",
      [duty({ state: "submitted", daysLate: 3 }), duty({ state: "done" }), duty({ state: "withdrawn" })],
      ["Sở Y tế: không có việc nào đang chờ đơn vị (ngày 22/11/2026).", "https://x.vn/duties?unit=a"],
    ],
    [
      "sent back says so; without a day stands last; a document without a number is not named",
      [
        duty({ state: "noDeadline", lastDay: null, document: null }),
        duty({ state: "sentBack", daysLate: 1, lastDay: day(2026, 11, 21) }),
      ],
      [
        "Sở Y tế: 2 việc cần thực hiện, 1 việc quá hạn (ngày 22/11/2026).",
        "1. [QUÁ 1 NGÀY, hạn 21/11/2026, đề nghị bổ sung] Lập dự toán đoàn ra (77/TB-UBND)",
        "2. [không đặt hạn] Lập dự toán đoàn ra",
        "Xem và báo cáo tại: https://x.vn/duties?unit=a",
      ],
    ],
    [
      "what a body is only asked for is told without lateness; line breaks of a document go",
      [duty({ state: "requested", content: "Vận động\n nhân dân;" })],
      [
        "Sở Y tế: 1 việc cần thực hiện (ngày 22/11/2026).",
        "1. [hạn 15/12/2026] Vận động nhân dân (77/TB-UBND)",
        "Xem và báo cáo tại: https://x.vn/duties?unit=a",
      ],
    ],
  ])("%s", (_, duties, lines) => {
    expect(dutyMessage(duties, about).split("\n")).toEqual(lines);
  });

  it("a long content is cut after a whole word", () => {
    const long = "Chủ trì phối hợp với các sở ngành ".repeat(6);
    const [, line = ""] = dutyMessage([duty({ content: long })], about).split("\n");
    expect(line).toMatch(/ (?:Chủ|trì|phối|hợp|với|các|sở|ngành)… \(77\/TB-UBND\)$/);
    expect(line.length).toBeLessThan(160);
  });

  it("those that were not given are counted too", () => {
    expect(dutyMessage([duty({})], { ...about, total: 9 })).toContain("\nvà còn 8 việc khác.\n");
  });

  it("shown and left together are all open ones, the link stands last, and the length is kept", () => {
    const someDuty = fc.record({
      state: fc.constantFrom(...dutyStates),
      daysLate: fc.integer({ min: 0, max: 400 }),
      lastDay: fc.constantFrom(null, day(2026, 1, 31), day(2026, 11, 2)),
      content: fc.string({ maxLength: 400 }),
      document: fc.constantFrom(null, "1520/QĐ-UBND"),
    });
    fc.assert(
      fc.property(fc.array(someDuty, { maxLength: 60 }), (duties) => {
        const lines = dutyMessage(duties, about).split("\n");
        const shown = lines.filter((line) => /^\d+\. \[/.test(line)).length;
        const left = Number(/^và còn (\d+) việc khác/.exec(lines.at(-2) ?? "")?.[1] ?? 0);
        const total = Number(/: (\d+) việc/.exec(lines[0] ?? "")?.[1] ?? 0);
        expect(shown + left).toBe(total);
        expect(lines.at(-1)?.endsWith(about.link)).toBe(true);
        expect(lines.join("\n").length).toBeLessThanOrEqual(messageLength);
      }),
    );
  });
});
