import { describe, expect, it } from "vitest";
import { describeSchedule } from "./describe.ts";
import type { Schedule } from "./schedule.ts";

const rows: readonly (readonly [Schedule, string, string])[] = [
  [{ kind: "recurring", every: "P1Y", window: "Q4" }, "Hằng năm, Quý IV", "Every year, Q4"],
  [
    { kind: "recurring", every: "P1Y", due: "--11-15" },
    "Hằng năm, hạn ngày 15/11",
    "Every year, due 15 November",
  ],
  [
    { kind: "recurring", every: "P1M", due: "---20" },
    "Hằng tháng, hạn ngày 20",
    "Every month, due on day 20",
  ],
  [{ kind: "recurring", every: "P6M" }, "6 tháng một lần", "Every 6 months"],
  [
    { kind: "recurring", every: "P2Y", from: "2026-01-01" },
    "2 năm một lần, từ năm 2026",
    "Every 2 years, from 2026",
  ],
  [
    { kind: "recurring", every: "P1Y", window: "M12", from: "2026-01-01", to: "2030-12-31" },
    "Hằng năm, tháng 12, từ năm 2026 đến hết năm 2030",
    "Every year, December, from 2026 to the end of 2030",
  ],
  [{ kind: "once", from: "2025-01-01", to: "2025-12-31" }, "Năm 2025", "In 2025"],
  [{ kind: "once", from: "2026-01-01", to: "2030-12-31" }, "Giai đoạn 2026 - 2030", "2026–2030"],
  [{ kind: "once", from: "2026-10-01", to: "2026-12-31" }, "Quý IV/2026", "Q4 2026"],
  [{ kind: "once", from: "2026-07-01", to: "2026-12-31" }, "6 tháng cuối năm 2026", "H2 2026"],
  [{ kind: "once", from: "2025-09-01", to: "2025-09-30" }, "Tháng 9/2025", "September 2025"],
  [{ kind: "once", from: null, to: "2025-07-15" }, "Đến hết ngày 15/07/2025", "By 15 July 2025"],
  [
    { kind: "once", from: null, to: "2025-07-15", strictlyBefore: true },
    "Trước ngày 15/07/2025",
    "Before 15 July 2025",
  ],
  [{ kind: "once", from: "2025-07-15", to: "2025-07-15" }, "Trong ngày 15/07/2025", "On 15 July 2025"],
  [
    { kind: "once", from: "2025-07-02", to: "2025-08-15" },
    "Từ ngày 02/07/2025 đến ngày 15/08/2025",
    "From 2 July 2025 to 15 August 2025",
  ],
  [{ kind: "continuous" }, "Thường xuyên", "Continuously"],
  [
    { kind: "continuous", from: "2026-03-01" },
    "Thường xuyên, từ ngày 01/03/2026",
    "Continuously, from 1 March 2026",
  ],
  [
    { kind: "relative", after: "ngày ban hành", within: "P1M" },
    "Trong 1 tháng kể từ ngày ban hành",
    "Within 1 month of: ngày ban hành",
  ],
  [
    { kind: "relative", after: "khi được duyệt", within: "P0D" },
    "Ngay sau khi được duyệt",
    "At once after: khi được duyệt",
  ],
  [{ kind: "onDemand", when: "khi phát sinh" }, "khi phát sinh", "khi phát sinh"],
  [
    { kind: "several", parts: [{ kind: "recurring", every: "P3M" }, { kind: "continuous" }] },
    "Hằng quý; Thường xuyên",
    "Every quarter; Continuously",
  ],
];

describe("describeSchedule", () => {
  it.each(rows)("says %o", (schedule, vi, en) => {
    expect(describeSchedule(schedule, "vi")).toBe(vi);
    expect(describeSchedule(schedule, "en")).toBe(en);
  });

  it("says what follows in brackets", () => {
    const following: Schedule = { kind: "recurring", every: "P1Y" };
    const schedule: Schedule = { ...{ kind: "once", from: "2026-01-01", to: "2026-12-31" }, then: following };
    expect(describeSchedule(schedule, "vi")).toBe("Năm 2026 (sau đó: Hằng năm)");
    expect(describeSchedule(schedule, "en")).toBe("In 2026 (then: Every year)");
  });
});
