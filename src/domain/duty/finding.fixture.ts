import fc from "fast-check";
import type { Schedule } from "../calendar/schedule.ts";
import { atLines } from "../document/place.ts";
import type { Addressee } from "../organisation/addressee.ts";
import { unclearOf } from "../reading/clears.ts";
import type { TaskFinding } from "../reading/findings.ts";
import { emptyFinding } from "./review.ts";

/** A unit that leads. */
export function unitNamed(unit: string): Addressee {
  return { unit, text: unit, role: "lead", share: null };
}

/** A finding in which all is said, with what a test changes. */
export function findingWith(more: Partial<TaskFinding> = {}): TaskFinding {
  const whole: TaskFinding = {
    ...emptyFinding("PL.1"),
    ...{ origin: "table", label: "1", number: 1, group: "Kinh tế", groups: ["Kinh tế"] },
    content: "Tổ chức hội nghị gặp gỡ doanh nghiệp",
    ...{ leads: [unitNamed("Sở Tài chính")], leadText: "Sở Tài chính" },
    ...{ time: "Năm 2026", schedule: { kind: "once", from: "2026-01-01", to: "2026-12-31" } },
    ...{ result: "01 hội nghị", sources: [atLines(12)] },
    ...more,
  };
  return { ...whole, unclear: more.unclear ?? unclearOf(whole) };
}

const schedules: readonly (Schedule | null)[] = [
  null,
  { kind: "once", from: null, to: "2026-06-30", strictlyBefore: true },
  { kind: "once", from: "2026-01-01", to: "2026-12-31", then: { kind: "continuous" } },
  { kind: "recurring", every: "P1Y", window: "Q4" },
  { kind: "recurring", every: "P1M", due: "---20" },
  { kind: "continuous" },
  { kind: "relative", after: "khi có hướng dẫn", within: "P15D" },
  { kind: "onDemand", when: "khi phát sinh" },
];
const names = ["Sở Tài chính", "Sở Xây dựng", "Công an tỉnh", "UBND các xã, phường"];

/** Findings such as a reading gives. */
export const anyFinding: fc.Arbitrary<TaskFinding> = fc
  .record({
    content: fc.constantFrom(
      "Rà soát danh mục",
      "Báo cáo kết quả",
      "Lập kế hoạch năm",
      "Triển khai nhiệm vụ",
    ),
    leads: fc.subarray([...names]).map((units) => units.map(unitNamed)),
    coordinators: fc
      .subarray([...names])
      .map((units) => units.map((unit): Addressee => ({ ...unitNamed(unit), role: "with" }))),
    time: fc.constantFrom(null, "Hằng năm", "Quý I/2026"),
    schedule: fc.constantFrom(...schedules),
    result: fc.constantFrom(null, "Báo cáo", "02 lớp"),
    general: fc.boolean(),
    doubts: fc.constantFrom({}, { leads: 0.1 }, { leads: 0.2 }, { schedule: 0.4 }),
  })
  .map(findingWith);
