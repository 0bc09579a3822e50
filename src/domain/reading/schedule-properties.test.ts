import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseIsoDate } from "../basics/calendar-date.ts";
import type { Schedule } from "../calendar/schedule.ts";
import { combineSchedule, readSchedule } from "./schedule.ts";
import { findDeadlines } from "./schedule-deadline.ts";
import { readTargets } from "./target.ts";

const documentDate = parseIsoDate("2025-08-20");
/** Words of which times and targets are made, in any order. */
const vocabulary =
  "năm tháng ngày quý tuần hằng hàng mỗi trước chậm nhất đến hết từ kể sau khi trong vòng định kỳ thường xuyên và , ; ( ) - / . : % " +
  "\n 2025 2026 2030 15 30 31 02 6 1 IV III I cuối đầu giữa này tới một lần hai lăm mươi triệu tỷ USD ha ít khoảng trở lên báo cáo " +
  "hoàn thành xong lớp đơn vị số lượng chỉ tiêu giao có yêu cầu đột xuất phát sinh giai đoạn tiếp theo sau đó làm việc … nhất tăng giảm";
const words = fc.array(fc.constantFrom(...vocabulary.split(" ")), { maxLength: 40 });
const texts = fc.oneof(
  fc.tuple(words, fc.constantFrom(" ", "", "  ")).map(([list, joint]) => list.join(joint)),
  fc.string({ unit: "binary", maxLength: 120 }),
);

function datesOf(schedule: Schedule): readonly string[] {
  if (schedule.kind === "several") return schedule.parts.flatMap(datesOf);
  if (schedule.kind === "once")
    return [
      ...(schedule.from ? [schedule.from] : []),
      schedule.to,
      ...(schedule.then ? datesOf(schedule.then) : []),
    ];
  if (schedule.kind === "recurring") return [schedule.from, schedule.to].filter((date) => date !== undefined);
  return schedule.kind === "continuous" && schedule.from ? [schedule.from] : [];
}

function inOrder(schedule: Schedule): boolean {
  if (schedule.kind === "several") return schedule.parts.every(inOrder);
  if (schedule.kind === "once")
    return (
      (schedule.from === null || schedule.from <= schedule.to) && (!schedule.then || inOrder(schedule.then))
    );
  return schedule.kind !== "recurring" || !schedule.from || !schedule.to || schedule.from <= schedule.to;
}

function sound(schedule: Schedule): void {
  for (const date of datesOf(schedule)) expect(parseIsoDate(date)).not.toBeNull();
  expect(inOrder(schedule)).toBe(true);
  if (schedule.kind === "several") expect(schedule.parts.length).toBeGreaterThan(1);
}

describe("whatever the text", () => {
  it("a time cell gives real days in order, and words that stand in the cell", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readSchedule(text, { documentDate });
        if (!reading) return;
        sound(reading.schedule);
        expect(text).toContain(reading.words);
        expect(reading.doubt).toBeGreaterThanOrEqual(0);
        expect(reading.doubt).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1500 },
    );
  });

  it("deadlines of prose stand in order, do not overlap and quote the text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const deadline of findDeadlines(text, { documentDate })) {
          sound(deadline.schedule);
          expect(deadline.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(deadline.start, deadline.end)).toBe(deadline.words);
          end = deadline.end;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("a result cell gives targets with a measure, and never sharpens a time into nonsense", () => {
    fc.assert(
      fc.property(texts, texts, (time, result) => {
        for (const target of readTargets(result)) {
          expect(target.measure.trim()).not.toBe("");
          expect(target.value === null).toBe(target.op === "external");
          for (const value of [target.value].flat())
            expect(value === null || Number.isFinite(value)).toBe(true);
        }
        const combined = combineSchedule(time, result, { documentDate });
        if (combined) sound(combined.schedule);
      }),
      { numRuns: 1000 },
    );
  });
});
