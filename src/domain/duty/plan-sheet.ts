import type { CalendarDate } from "../basics/calendar-date.ts";
import { fail, type Result, succeed } from "../basics/result.ts";
import { sayNumber } from "../language/language.ts";
import type { Target } from "../reading/findings.ts";
import { cellText } from "../text/fold.ts";
import type { TargetPlan } from "./target-ground.ts";
import { kindOf, targetKey, thingOf } from "./target-kind.ts";
import { periodsOfTarget, type TimedOccurrence, yearOf } from "./target-period.ts";
import { sayKind, sayTarget } from "./target-words.ts";
import type { ColumnUse } from "./task-sheet.ts";

/** A task with what its plans are asked for. */
export interface PlannedTask {
  readonly id: string;
  readonly ref: string;
  readonly content: string;
  /** The number of its document, else the name of its file. */
  readonly document: string;
  readonly targets: readonly Target[];
  readonly assignedOn: CalendarDate;
  readonly occurrences: readonly TimedOccurrence[];
  /** Who owes it. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly plans: readonly TargetPlan[];
}

/** One row of a sheet of plans: what is planned of one target, for one unit or all together, in one period. */
export interface PlanRow {
  readonly task: PlannedTask;
  readonly target: Target;
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly period: string;
  readonly plan: TargetPlan | null;
}

export interface PlanColumn {
  readonly key: string;
  readonly heading: string;
  readonly use: ColumnUse;
  /** In characters. */
  readonly width: number;
  readonly of: (row: PlanRow) => string | null;
}

const together = "toàn tỉnh";

/** The columns of a sheet of plans; the same are read when it comes back. */
export const planColumns: readonly PlanColumn[] = [
  column("document", "Văn bản", "fixed", 22, ({ task }) => task.document),
  column("ref", "Mục", "fixed", 12, ({ task }) => task.ref),
  column("content", "Nội dung", "fixed", 60, ({ task }) => task.content),
  column("target", "Chỉ tiêu", "fixed", 40, ({ target }) => sayTarget(target, "vi")),
  column("kind", "Cách tính", "fixed", 18, ({ target }) => sayKind(target, "vi")),
  column("unit", "Đơn vị", "fixed", 34, ({ unit }) => unit?.name ?? together),
  column("period", "Kỳ", "key", 11, ({ period }) => period),
  column("value", "Kế hoạch", "edited", 14, ({ plan }) => plan && sayNumber(plan.value, "vi", 6)),
  column("act", "Văn bản giao", "edited", 24, ({ plan }) => plan?.document ?? null),
  column("task", "Mã nhiệm vụ", "key", 38, ({ task }) => task.id),
  column("key", "Mã chỉ tiêu", "key", 24, ({ target }) => targetKey(target)),
  column("unitId", "Mã đơn vị", "key", 38, ({ unit }) => unit?.id ?? null),
  column("version", "Phiên bản", "key", 10, ({ plan }) => (plan ? String(plan.version) : null)),
];

function column(
  key: string,
  heading: string,
  use: ColumnUse,
  width: number,
  of: PlanColumn["of"],
): PlanColumn {
  return { key, heading, use, width, of };
}

/**
 * The rows in which the plans of a year are given: one for each target of each task that is judged over that year, of a
 * target for each unit one for every unit.
 */
export function planRows(
  tasks: readonly PlannedTask[],
  year: number,
  today: CalendarDate,
): readonly PlanRow[] {
  const { first, last } = yearOf(year);
  return tasks.flatMap((task) =>
    task.targets.flatMap((target) => {
      const own = task.plans.filter((plan) => plan.target === targetKey(target));
      const planned = own.map(({ period }) => period);
      const times = { assignedOn: task.assignedOn, today, planned };
      const periods = periodsOfTarget(target, task.occurrences, times);
      const period = periods.find((one) => one.first <= last && one.last >= first);
      if (!period || thingOf(target) !== null) return [];
      const units = kindOf(target) === "each" ? task.units : [null];
      return units.map((unit): PlanRow => {
        const plan = own.find((one) => one.period === period.key && one.unit === (unit?.id ?? null)) ?? null;
        return { task, target, unit, period: period.key, plan };
      });
    }),
  );
}

/** By what a row of the sheet is found again. */
export function planRowKey({ task, target, unit, period }: PlanRow): string {
  return planKey({ task: task.id, target: targetKey(target), unit: unit?.id ?? "", period });
}

export function planKey(named: {
  readonly task: string;
  readonly target: string;
  readonly unit: string;
  readonly period: string;
}): string {
  const { task, target, unit, period } = named;
  return JSON.stringify([task.toLowerCase(), target, unit.toLowerCase(), period]);
}

/** One column in which a row of the sheet differs from what stands. */
export interface PlanCellChange {
  readonly column: PlanColumn;
  readonly before: string | null;
  readonly after: string | null;
}

/** The columns in which a row differs from what stands, those that only name it apart. */
export function changedPlanCells(
  row: PlanRow,
  cells: ReadonlyMap<PlanColumn, string>,
): readonly PlanCellChange[] {
  return [...cells].flatMap(([one, text]): readonly PlanCellChange[] => {
    if (one.use === "key") return [];
    const before = one.of(row);
    const after = cellText(text);
    return cellText(before) === after ? [] : [{ column: one, before, after: after === "" ? null : after }];
  });
}

/**
 * What changed cells ask for: the figure as typed (null takes it away) and the act that sets it. Fails with
 * `register.column-fixed` for what a sheet of plans cannot change.
 */
export function askedPlan(
  row: PlanRow,
  changes: readonly PlanCellChange[],
): Result<{ readonly typed: string | null; readonly document: string | null }> {
  const kept = changes.find((one) => one.column.use === "fixed");
  if (kept) return fail("register.column-fixed", { column: kept.column.heading, kept: kept.before ?? "–" });
  const after = (key: string) => {
    const change = changes.find((one) => one.column.key === key);
    return change ? change.after : (planColumns.find((one) => one.key === key)?.of(row) ?? null);
  };
  return succeed({ typed: after("value"), document: after("act") });
}
