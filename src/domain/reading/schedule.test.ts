import { describe, expect, it } from "vitest";
import { parseIsoDate } from "../basics/calendar-date.ts";
import type { Schedule } from "../calendar/schedule.ts";
import { combineSchedule, readSchedule } from "./schedule.ts";

const documentDate = parseIsoDate("2025-08-20");

function within(from: string, to: string, following?: Schedule): Schedule {
  return { kind: "once", from, to, ...(following ? { then: following } : {}) };
}
function by(to: string): Schedule {
  return { kind: "once", from: null, to };
}
function before(to: string): Schedule {
  return { kind: "once", from: null, to, strictlyBefore: true };
}
function each(every: string, more: Partial<Extract<Schedule, { kind: "recurring" }>> = {}): Schedule {
  return { kind: "recurring", every, ...more };
}
function since(from?: string): Schedule {
  return { kind: "continuous", ...(from ? { from } : {}) };
}
function term(within: string, after: string): Schedule {
  return { kind: "relative", after, within };
}
function when(words: string): Schedule {
  return { kind: "onDemand", when: words };
}
function several(...parts: readonly Schedule[]): Schedule {
  return { kind: "several", parts };
}
const yearly = each("P1Y");

/** Cells that leave no doubt: [cell, schedule, reason]. */
const plain: readonly (readonly [string, Schedule, string])[] = [
  // Years
  ["Năm 2027", within("2027-01-01", "2027-12-31"), "a year"],
  ["2026", within("2026-01-01", "2026-12-31"), "a year alone"],
  ["trong năm 2026", within("2026-01-01", "2026-12-31"), "within a year"],
  ["Cả năm 2026", within("2026-01-01", "2026-12-31"), "the whole year"],
  ["2026 - 2028", within("2026-01-01", "2028-12-31"), "years with a dash"],
  ["2026–2028", within("2026-01-01", "2028-12-31"), "years with a long dash"],
  ["2026 -2028", within("2026-01-01", "2028-12-31"), "a space on one side only"],
  ["Năm 2027-2029", within("2027-01-01", "2029-12-31"), "năm before a span"],
  ["Giai đoạn 2026-2030", within("2026-01-01", "2030-12-31"), "a period"],
  ["Nhiệm kỳ 2025 - 2030", within("2025-01-01", "2030-12-31"), "a term of office"],
  ["Thời kỳ 2026 – 2035", within("2026-01-01", "2035-12-31"), "a period, other word"],
  ["Từ năm 2026 đến năm 2028", within("2026-01-01", "2028-12-31"), "from a year to a year"],
  ["Từ 2026 đến 2028", within("2026-01-01", "2028-12-31"), "without the word year"],
  ["Từ 2026-2030", within("2026-01-01", "2030-12-31"), "from before a span is the span"],
  ["Năm 2026, 2027", within("2026-01-01", "2027-12-31"), "a list of years"],
  ["Hai năm 2026 và 2027", within("2026-01-01", "2027-12-31"), "two years"],
  ["Các năm 2026, 2027, 2028", within("2026-01-01", "2028-12-31"), "three years"],
  // Quarters, halves, months
  ["Quý III/2026", within("2026-07-01", "2026-09-30"), "a quarter"],
  ["quý 1/2027", within("2027-01-01", "2027-03-31"), "a quarter in figures"],
  ["Quý 02 năm 2026", within("2026-04-01", "2026-06-30"), "a quarter in two figures"],
  ["Quý IV năm 2025", within("2025-10-01", "2025-12-31"), "the year in words"],
  ["Quí II-2026", within("2026-04-01", "2026-06-30"), "the other spelling of quý, a dash"],
  ["6/2026", within("2026-06-01", "2026-06-30"), "a month by its number"],
  ["T6/2026", within("2026-06-01", "2026-06-30"), "a month by its letter"],
  ["Q3/2026", within("2026-07-01", "2026-09-30"), "a quarter by its letter"],
  ["Q.III/2026", within("2026-07-01", "2026-09-30"), "a quarter by its letter and a full stop"],
  ["Tháng 12/2026 - 01/2027", within("2026-12-01", "2027-01-31"), "months of two years"],
  ["12/2026-01/2027", within("2026-12-01", "2027-01-31"), "months of two years by their numbers"],
  ["6 tháng, năm", several(each("P6M"), each("P1Y")), "rhythms alone in a cell"],
  ["6 tháng và năm", several(each("P6M"), each("P1Y")), "rhythms alone, joined"],
  ["Quý II, III/2026", within("2026-04-01", "2026-09-30"), "two quarters that touch"],
  ["Quý I và quý II năm 2027", within("2027-01-01", "2027-06-30"), "quý said twice"],
  ["Quý II - IV/2026", within("2026-04-01", "2026-12-31"), "a run of quarters"],
  [
    "Quý I, III/2026",
    several(within("2026-01-01", "2026-03-31"), within("2026-07-01", "2026-09-30")),
    "apart",
  ],
  ["Quý IV/2025 - Quý I/2026", within("2025-10-01", "2026-03-31"), "over the turn of the year"],
  ["Từ quý IV/2025 đến quý II/2026", within("2025-10-01", "2026-06-30"), "the same with words"],
  ["Xong trong Quý I/2026", within("2026-01-01", "2026-03-31"), "finished within"],
  ["6 tháng cuối năm 2026", within("2026-07-01", "2026-12-31"), "second half"],
  ["06 tháng đầu năm 2026", within("2026-01-01", "2026-06-30"), "first half, two figures"],
  ["Sáu tháng đầu năm 2027", within("2027-01-01", "2027-06-30"), "first half in words"],
  ["Tháng 3/2026", within("2026-03-01", "2026-03-31"), "a month"],
  ["Tháng 02 năm 2028", within("2028-02-01", "2028-02-29"), "a leap month"],
  ["tháng 10-2025", within("2025-10-01", "2025-10-31"), "a dash before the year"],
  ["Tháng Mười hai năm 2025", within("2025-12-01", "2025-12-31"), "the month in words"],
  ["Tháng 9-11/2025", within("2025-09-01", "2025-11-30"), "a run of months"],
  ["Tháng 9, 10/2025", within("2025-09-01", "2025-10-31"), "a list of months"],
  ["Từ tháng 9 đến tháng 12/2025", within("2025-09-01", "2025-12-31"), "the year said once"],
  ["tháng 3/2026 đến tháng 6/2026", within("2026-03-01", "2026-06-30"), "without từ"],
  ["Hoàn thành trong tháng 9/2025", within("2025-09-01", "2025-09-30"), "done within a month"],
  // Days
  ["trước ngày 15/9/2025", before("2025-09-15"), "before a day"],
  ["Trước 30/6/2026", before("2026-06-30"), "before, without ngày"],
  ["Xong trước ngày 01/01/2028", before("2028-01-01"), "finished before"],
  ["chậm nhất ngày 30/9/2025", by("2025-09-30"), "at the latest"],
  ["chậm nhất là ngày 05 tháng 10 năm 2025", by("2025-10-05"), "at the latest, in words"],
  ["Muộn nhất 20/12/2025", by("2025-12-20"), "at the latest, other word"],
  ["đến hết ngày 31/10/2025", by("2025-10-31"), "to the end of a day"],
  ["Hết ngày 31/10/2025", by("2025-10-31"), "the same, shorter"],
  ["Đến ngày 31/10/2025", by("2025-10-31"), "until a day"],
  ["ngày 15 tháng 11 năm 2025", by("2025-11-15"), "a day in words"],
  ["20/11/2025", by("2025-11-20"), "a day alone"],
  ["20-11-2025", by("2025-11-20"), "dashes"],
  ["20.11.2025", by("2025-11-20"), "points"],
  ["Trong ngày 20/11/2025", within("2025-11-20", "2025-11-20"), "on one day"],
  ["Trước 17 giờ 00 ngày 25/9/2025", before("2025-09-25"), "an hour before the day"],
  ["trước 16h30, ngày 25/9/2025", before("2025-09-25"), "an hour, short"],
  ["Từ ngày 01/10/2025 đến ngày 15/10/2025", within("2025-10-01", "2025-10-15"), "from a day to a day"],
  [
    "từ ngày 05/9 đến hết năm 2026",
    within("2026-09-05", "2026-12-31"),
    "the year of the end holds for the begin",
  ],
  ["ngày 11-20/9/2026", within("2026-09-11", "2026-09-20"), "days of one month"],
  ["đến hết quý II/2026", by("2026-06-30"), "to the end of a quarter"],
  ["Hết năm 2027", by("2027-12-31"), "to the end of a year"],
  ["Đến năm 2030", by("2030-12-31"), "a cell with a goal year"],
  ["Từ nay đến hết năm 2025", by("2025-12-31"), "from now on"],
  ["Hoàn thành: 30/11/2025", by("2025-11-30"), "a label before"],
  ["Hạn: 30/11/2025", by("2025-11-30"), "a label that means deadline"],
  // Rhythms
  ["Hằng năm", yearly, "yearly"],
  ["Hàng năm", yearly, "the other spelling"],
  ["hằng  năm", yearly, "two spaces"],
  ["Mỗi năm", yearly, "each year"],
  ["Hằng quý", each("P3M"), "quarterly"],
  ["Hàng quí", each("P3M"), "quarterly, other spelling"],
  ["Hằng tháng", each("P1M"), "monthly"],
  ["Hằng tuần", each("P1W"), "weekly"],
  ["Thứ Sáu hằng tuần", each("P1W"), "the day of the week is not kept"],
  ["Hằng ngày", each("P1D"), "daily"],
  ["Định kỳ hằng quý", each("P3M"), "periodically"],
  ["Định kỳ 6 tháng", each("P6M"), "periodically, six months"],
  ["6 tháng/lần", each("P6M"), "a slash"],
  ["6 tháng một lần", each("P6M"), "words"],
  ["03 tháng/01 lần", each("P3M"), "two figures"],
  ["Mỗi năm một lần", yearly, "once each year"],
  ["02 năm một lần", each("P2Y"), "every two years"],
  ["hai năm/lần", each("P2Y"), "every two years, in words"],
  ["05 năm một lần", each("P5Y"), "every five years"],
  ["2 lần/năm", each("P6M"), "twice a year"],
  ["04 lần/năm", each("P3M"), "four times a year"],
  ["một lần mỗi quý", each("P3M"), "once a quarter"],
  ["Mỗi năm 02 lần", each("P6M"), "each year twice"],
  ["01 lần/tháng", each("P1M"), "once a month"],
  ["Quý III hằng năm", each("P1Y", { window: "Q3" }), "a quarter each year"],
  ["Hằng năm (Quý I)", each("P1Y", { window: "Q1" }), "the quarter in brackets"],
  ["Hằng năm, vào quý II", each("P1Y", { window: "Q2" }), "the quarter after"],
  ["Tháng 12 hàng năm", each("P1Y", { window: "M12" }), "a month each year"],
  ["Hằng năm, trong tháng 5", each("P1Y", { window: "M05" }), "within a month each year"],
  ["6 tháng đầu năm hằng năm", each("P1Y", { window: "H1" }), "a half each year"],
  [
    "Tháng 6 và tháng 12 hằng năm",
    several(each("P1Y", { window: "M06" }), each("P1Y", { window: "M12" })),
    "two months each year",
  ],
  ["Quý I, II hằng năm", each("P1Y", { window: "H1" }), "two quarters that are a half"],
  ["trước ngày 15 tháng 11 hằng năm", each("P1Y", { due: "--11-15" }), "a due day each year"],
  ["Hằng năm, trước ngày 20/12", each("P1Y", { due: "--12-20" }), "the due day after"],
  ["hàng năm (trước ngày 10/12)", each("P1Y", { due: "--12-10" }), "the due day in brackets"],
  ["Chậm nhất ngày 30/11 hàng năm", each("P1Y", { due: "--11-30" }), "at the latest each year"],
  ["Ngày 25 hằng tháng", each("P1M", { due: "---25" }), "a day each month"],
  ["Hằng tháng, trước ngày 05", each("P1M", { due: "---05" }), "the day after"],
  ["Quý IV hằng năm, trước ngày 15/11", each("P1Y", { window: "Q4", due: "--11-15" }), "quarter and day"],
  [
    "Hằng năm, giai đoạn 2026-2030",
    each("P1Y", { from: "2026-01-01", to: "2030-12-31" }),
    "yearly in a period",
  ],
  [
    "Giai đoạn 2026-2030, hằng năm",
    each("P1Y", { from: "2026-01-01", to: "2030-12-31" }),
    "the period first",
  ],
  ["Hằng quý trong năm 2026", each("P3M", { from: "2026-01-01", to: "2026-12-31" }), "quarterly in one year"],
  ["Hằng năm, từ năm 2026", each("P1Y", { from: "2026-01-01" }), "yearly from a year on"],
  ["Từ năm 2027, hằng năm", each("P1Y", { from: "2027-01-01" }), "from a year on, yearly"],
  ["Hằng tháng, đến hết năm 2026", each("P1M", { to: "2026-12-31" }), "monthly until"],
  ["Định kỳ hằng tháng, quý, năm", several(each("P1M"), each("P3M"), yearly), "three rhythms, hằng once"],
  ["định kỳ 6 tháng và hằng năm", several(each("P6M"), yearly), "two rhythms"],
  ["Định kỳ quý, năm", several(each("P3M"), yearly), "rhythms without hằng"],
  [
    "Định kỳ 6 tháng (trước ngày 15/6) và hằng năm (trước ngày 15/12)",
    several(each("P6M", { due: "--06-15" }), each("P1Y", { due: "--12-15" })),
    "each rhythm has its day",
  ],
  [
    "Trước ngày 20 hằng tháng và trước ngày 15/12 hằng năm",
    several(each("P1M", { due: "---20" }), each("P1Y", { due: "--12-15" })),
    "each day has its rhythm",
  ],
  // From on, always
  ["Thường xuyên", since(), "continuously"],
  ["Thường xuyên, liên tục", since(), "said twice"],
  ["Liên tục", since(), "without a break"],
  ["Thường xuyên, lâu dài", since(), "for long"],
  ["Từ năm 2027", since("2027-01-01"), "from a year on"],
  ["Từ năm 2027 trở đi", since("2027-01-01"), "from a year onwards"],
  ["Bắt đầu từ quý I/2026", since("2026-01-01"), "from a quarter on"],
  ["Kể từ tháng 10/2025", since("2025-10-01"), "from a month on"],
  ["Từ ngày 01/9/2025", since("2025-09-01"), "from a day on"],
  ["Năm 2026 và các năm tiếp theo", since("2026-01-01"), "a year and the next ones"],
  ["Năm 2026 và những năm tiếp theo", since("2026-01-01"), "other words"],
  ["Năm 2026 và các năm sau", since("2026-01-01"), "other words again"],
  ["Quý IV/2025 và các năm tiếp theo", since("2025-10-01"), "a quarter and the years after"],
  ["Thường xuyên từ năm 2026", since("2026-01-01"), "continuously from a year on"],
  // What follows
  [
    "Năm 2026 (sau đó, rà soát thường xuyên)",
    within("2026-01-01", "2026-12-31", since()),
    "then continuously",
  ],
  ["Quý IV/2025; sau đó cập nhật hằng năm", within("2025-10-01", "2025-12-31", yearly), "then yearly"],
  ["Năm 2025 và hằng năm", within("2025-01-01", "2025-12-31", yearly), "a year and each year"],
  ["Năm 2026 và thường xuyên", within("2026-01-01", "2026-12-31", since()), "a year and always"],
  // From an event
  ["Trong 06 tháng kể từ khi Luật có hiệu lực", term("P6M", "khi Luật có hiệu lực"), "months from an event"],
  ["trong vòng 30 ngày kể từ ngày ký", term("P30D", "ngày ký"), "days from a day"],
  ["Trong thời hạn 02 năm, kể từ ngày ban hành", term("P2Y", "ngày ban hành"), "a comma before kể từ"],
  ["trong 24 giờ từ khi xảy ra sự cố", term("PT24H", "khi xảy ra sự cố"), "hours"],
  ["02 tuần sau khi họp", term("P2W", "khi họp"), "weeks after"],
  ["120 ngày kể từ ngày nhận hồ sơ", term("P120D", "ngày nhận hồ sơ"), "three figures"],
  // Several lines
  [
    "- Dự thảo: tháng 9/2025\n- Ban hành: tháng 11/2025",
    several(within("2025-09-01", "2025-09-30"), within("2025-11-01", "2025-11-30")),
    "each line has its time",
  ],
  [
    "Năm 2025\nHằng năm",
    several(within("2025-01-01", "2025-12-31"), yearly),
    "two lines do not follow each other",
  ],
  ["Thường xuyên; báo cáo hằng năm", several(since(), yearly), "two kinds"],
];

/** Cells that can be read but not for sure. */
const doubtful: readonly (readonly [string, Schedule, string])[] = [
  ["Hẳng năm", yearly, "a slip of the keyboard"],
  ["Quý IV", within("2025-10-01", "2025-12-31"), "no year: the document's"],
  ["6 tháng đầu năm", within("2025-01-01", "2025-06-30"), "no year, and it is over"],
  ["Tháng 10", within("2025-10-01", "2025-10-31"), "no year"],
  ["trước ngày 25/12", before("2025-12-25"), "no year"],
  ["trước ngày 30/6", before("2026-06-30"), "no year, and the day is past: the next one"],
  ["15/11", by("2025-11-15"), "neither year nor word"],
  ["15/9 hằng năm", each("P1Y", { due: "--09-15" }), "a day without ngày before a rhythm"],
  [
    "trước ngày 15/6 và 15/12 hằng năm",
    several(each("P1Y", { due: "--06-15" }), each("P1Y", { due: "--12-15" })),
    "two days of one rhythm",
  ],
  ["Trong tháng này", within("2025-08-01", "2025-08-31"), "the month of the document"],
  ["Tháng tới", within("2025-09-01", "2025-09-30"), "the month after"],
  ["Trong quý này", within("2025-07-01", "2025-09-30"), "the quarter of the document"],
  ["Tuần này", within("2025-08-18", "2025-08-24"), "Monday to Sunday"],
  ["Năm sau", within("2026-01-01", "2026-12-31"), "the year after"],
  ["Quý I năm sau", within("2026-01-01", "2026-03-31"), "a quarter of the year after"],
  ["ngày 28 tháng này", by("2025-08-28"), "a day of the month of the document"],
  ["Cuối năm 2025", within("2025-10-01", "2025-12-31"), "an edge is a guess"],
  ["Đầu năm 2026", within("2026-01-01", "2026-03-31"), "an edge is a guess"],
  ["giữa tháng 10/2025", within("2025-10-11", "2025-10-20"), "an edge of a month"],
  ["trước cuối tháng 9/2025", by("2025-09-30"), "before the end is by the end"],
  ["trước tháng 12/2025", by("2025-11-30"), "before a month is by the day before it"],
  ["Trước năm 2030", by("2029-12-31"), "before a year"],
  ["trước tháng 12 hằng năm", each("P1Y", { due: "--11-30" }), "before a month each year"],
  ["Quý IV/2026, 2027", within("2026-10-01", "2027-12-31"), "a quarter and the year after it"],
  ["Quý III, IV/2026, 2027", within("2026-07-01", "2027-12-31"), "two quarters and the year after"],
  [
    "Quý IV các năm 2026 - 2028",
    each("P1Y", { window: "Q4", from: "2026-01-01", to: "2028-12-31" }),
    "yearly",
  ],
  [
    "trước ngày 20 của tháng cuối quý",
    each("P3M", { due: "---20" }),
    "a day of the last month of the quarter",
  ],
  ["Hằng tháng, ngày 05 của tháng sau", each("P1M", { due: "---05" }), "a day of the next month"],
  [
    "Báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 10/12",
    several(each("P6M", { due: "--06-10" }), each("P1Y", { due: "--12-10" })),
    "reports named by their rhythm",
  ],
  ["03 lần/năm, 2 lần/tháng", several(each("P4M"), each("P2W")), "twice a month is about two weeks"],
  [
    "15 ngày làm việc kể từ ngày nhận",
    term("P21D", "ngày nhận"),
    "working days become the longest run of days",
  ],
  [
    "trong 03 ngày làm việc kể từ khi có kết quả",
    term("P5D", "khi có kết quả"),
    "a week-end may lie between",
  ],
  ["Ngay sau khi được phê duyệt", term("P0D", "khi được phê duyệt"), "at once after an event"],
  ["Khi có yêu cầu", when("Khi có yêu cầu"), "on request"],
  ["Khi phát sinh", when("Khi phát sinh"), "when it arises"],
  ["Theo yêu cầu của Bộ Ngoại giao", when("Theo yêu cầu của Bộ Ngoại giao"), "on the request of a body"],
  ["Đột xuất", when("Đột xuất"), "at any time"],
  [
    "Hằng năm và đột xuất khi có chỉ đạo",
    several(yearly, when("đột xuất khi có chỉ đạo")),
    "yearly and on demand",
  ],
  ["sau khi có hướng dẫn của Trung ương", when("sau khi có hướng dẫn của Trung ương"), "no length is given"],
  ["15/7/26", by("2026-07-15"), "a year of two figures"],
];

/** Cells that give no time. */
const silent: readonly (readonly [string, string])[] = [
  ["", "empty"],
  ["-", "a dash"],
  ["Theo kế hoạch", "the plan is elsewhere"],
  ["Theo lộ trình", "the road map is elsewhere"],
  ["Theo tiến độ dự án", "the project's progress is elsewhere"],
  ["Trong quá trình thực hiện", "no end"],
  ["ngày 31 tháng 6", "there is no such day"],
  ["ngày 30/02/2026", "there is no such day, in figures"],
  ["ngày    tháng 7 năm 2025", "a form that was not filled in"],
  ["ngày … tháng … năm 2025", "a form with dots"],
  ["Theo Kế hoạch số 12/KH-UBND ngày 15/3/2025", "the date of another document"],
  ["Việt nam", "a country, not a year"],
];

describe("readSchedule", () => {
  it.each(plain)("reads %s without doubt", (cell, schedule, _reason) => {
    expect(readSchedule(cell, { documentDate })).toMatchObject({ schedule, doubt: 0 });
    expect(readSchedule(cell, { documentDate })?.schedule).toEqual(schedule);
  });

  it.each(doubtful)("reads %s with doubt", (cell, schedule, _reason) => {
    const reading = readSchedule(cell, { documentDate });
    expect(reading?.schedule).toEqual(schedule);
    expect(reading?.doubt).toBeGreaterThan(0);
    expect(reading?.doubt).toBeLessThan(1);
  });

  it.each(silent)("reads no time in '%s'", (cell, _reason) => {
    expect(readSchedule(cell, { documentDate })).toBeNull();
  });

  it("does not guess a year when the document has no date", () => {
    expect(readSchedule("trước ngày 25/12", { documentDate: null })).toBeNull();
    expect(readSchedule("Quý IV", { documentDate: null })).toBeNull();
  });

  it("reads text whose marks are lost", () => {
    expect(readSchedule("truoc ngay 15/9/2025", { documentDate })?.schedule).toEqual(before("2025-09-15"));
    expect(readSchedule("Dinh ky hang thang", { documentDate })?.schedule).toEqual(each("P1M"));
  });

  it("keeps the words that say it, with the closing bracket", () => {
    expect(readSchedule("Xong hằng năm (Quý IV)", { documentDate })?.words).toBe("hằng năm (Quý IV)");
  });
});

describe("combineSchedule", () => {
  it.each([
    [
      "Từ năm 2026",
      "Hội thi được tổ chức 03 năm một lần",
      each("P3Y", { from: "2026-01-01" }),
      "from on + frequency",
    ],
    [
      "2026-2030",
      "Họp mặt 02 năm một lần",
      each("P2Y", { from: "2026-01-01", to: "2030-12-31" }),
      "span + frequency",
    ],
    ["Thường xuyên", "Giao ban 6 tháng/lần", each("P6M"), "always + frequency"],
    [
      "Hằng năm",
      "Báo cáo gửi Sở Nội vụ trước ngày 30/11 hằng năm",
      each("P1Y", { due: "--11-30" }),
      "a due day",
    ],
    ["Hằng năm", "Theo chỉ tiêu giao hằng năm", yearly, "an attribute changes nothing"],
    ["Thường xuyên", "Tổ chức theo kế hoạch hằng năm", since(), "an attribute gives no rhythm"],
    ["Quý III hằng năm", "Tổ chức 2 lần/năm", each("P1Y", { window: "Q3" }), "a precise time is not changed"],
    ["Năm 2026", "Tổ chức 02 lần/năm", within("2026-01-01", "2026-12-31"), "one year stays one date"],
  ] as const)("%s with %s", (time, result, schedule, _reason) => {
    expect(combineSchedule(time, result, { documentDate })?.schedule).toEqual(schedule);
  });

  it("takes a deadline of the result, with doubt, where the time cell is empty", () => {
    const reading = combineSchedule("", "Đề án trình trước ngày 30/10/2025", { documentDate });
    expect(reading?.schedule).toEqual(before("2025-10-30"));
    expect(reading?.doubt).toBeGreaterThan(0);
    expect(combineSchedule("", "Danh mục dự án", { documentDate })).toBeNull();
  });
});
