import { expect, it } from "vitest";
import { paragraphAt } from "./block.ts";
import { meetingDayOf } from "./meeting-day.ts";
import { nowhere } from "./place.ts";

const cases: readonly (readonly [why: string, paragraphs: readonly string[], day: string | null])[] = [
  [
    "the sentence that begins a notice",
    ["THÔNG BÁO", "Sáng ngày 12/3/2026, tại trụ sở UBND tỉnh, Chủ tịch UBND tỉnh chủ trì cuộc họp giao ban."],
    "2026-03-12",
  ],
  [
    "a title that runs into it",
    ["Kết luận tại cuộc họp của Sở Y tế Chiều ngày 04/7/2026, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp."],
    "2026-07-04",
  ],
  ["in words", ["Ngày 05 tháng 6 năm 2026, đồng chí Bí thư chủ trì hội nghị giao ban."], "2026-06-05"],
  [
    "the day of a document that is cited is none",
    ["Thực hiện Nghị quyết số 5-NQ/TU ngày 12/3/2026, cuộc họp thống nhất."],
    null,
  ],
  ["a day without a meeting is none", ["Ngày 01/7/2026, Luật có hiệu lực."], null],
];
it.each(cases)("%s", (_, paragraphs, day) => {
  expect(meetingDayOf(paragraphs.map((text) => paragraphAt(text, nowhere)))).toBe(day);
});
