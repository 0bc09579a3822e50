import type { CalendarDate } from "../basics/calendar-date.ts";
import { bookStep, type LedgerStep } from "../basics/ledger.ts";
import { occurrencesOf } from "../calendar/occurrences.ts";
import type { Target } from "../reading/findings.ts";
import { countsWholeThings, type MeasuredValue } from "./measured-value.ts";
import { kindOf, thingOf } from "./target-kind.ts";

/**
 * What a unit told of a target. `key` names the thing that was done (a delegation, a forum), so that two units that tell
 * of one are seen; `value` stands in the measure of the target; `fulfils` is what a share asks of a unit, null when it
 * was not judged; `proven` is the part of the value for which a product was confirmed, null while all is only claimed.
 */
export interface ProgressRecord {
  readonly key: string;
  readonly unit: string;
  readonly on: CalendarDate;
  readonly value: number;
  readonly fulfils: boolean | null;
  readonly proven: number | null;
}

/** What was planned for a unit (null: for all together) in a period of this name: "2026", "2026-Q4". */
export interface PlanValue {
  readonly unit: string | null;
  readonly period: string;
  readonly value: number;
}

/** A stretch of time by its name. */
export interface TargetPeriod {
  readonly key: string;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

/** Whether a target is met. `missingPlan`: another act sets the figure, and it was not given yet. */
export type Verdict = "met" | "exceeded" | "notMet" | "missingPlan";

/** Why a record does not count. `replaced`: a newer word stands in its place; `unjudged`: nobody said if it fulfils. */
export type LeftOutReason = "duplicate" | "outside" | "foreign" | "replaced" | "unjudged";

export interface LeftOutRecord<R extends ProgressRecord = ProgressRecord> {
  readonly record: R;
  readonly reason: LeftOutReason;
}

/** One judgement: of all together, of one unit, or of one thing. */
export interface Judgement {
  /** The unit or the key of the thing; null: all together. */
  readonly of: string | null;
  /** For the whole period: an average of five a month is sixty a year. */
  readonly wanted: Wanted | null;
  /** What was claimed, and the part of it that was proven; null: no records. */
  readonly claimed: number | null;
  readonly proven: number | null;
  /** Of a figure for every month or quarter: in how many parts of the period it is reached; null: one figure for all. */
  readonly parts: { readonly met: number; readonly of: number } | null;
  readonly verdict: Verdict;
}

export type Wanted = number | readonly [number, number];

/** How a target stands over a period. It is met when every judgement is. */
export interface TargetProgress<R extends ProgressRecord = ProgressRecord> {
  readonly scope: "each" | "joint" | "share" | "thing";
  readonly judgements: readonly Judgement[];
  readonly verdict: Verdict;
  /** What stands behind the figures. */
  readonly counted: readonly R[];
  readonly leftOut: readonly LeftOutRecord<R>[];
  /** Things told with different values by those who told them: the greatest counts until somebody looks. */
  readonly disputed: readonly string[];
  /** Records in = counted + left out. */
  readonly books: LedgerStep;
}

/** What a target is judged on. `units` are those who lead the task. */
export interface TargetGround {
  readonly units: readonly string[];
  readonly period: TargetPeriod;
  readonly plans: readonly PlanValue[];
  /** Whoever tells of it counts, also who does not lead the task. */
  readonly anybody?: boolean;
}

/**
 * Judges a target over a period. *Joint* adds the records of all units once; *each* judges every unit by its own; *share*
 * counts the units that fulfil; a figure for each of other things ("mỗi lớp 30 học viên") judges every record. A plan for
 * the period goes before the figure of the document. A share that one unit alone owes is the rate that it tells. The
 * order of the records does not matter.
 */
export function judgeTarget<R extends ProgressRecord>(
  given: Target,
  records: readonly R[],
  { units, period, plans, anybody = false }: TargetGround,
): TargetProgress<R> {
  const target: Target = given.scope === "share" && units.length === 1 ? { ...given, scope: "joint" } : given;
  const scope = scopeOf(target);
  const sorted = records.toSorted(
    (a, b) =>
      compare(a.key, b.key) ||
      b.value - a.value ||
      compare(a.unit, b.unit) ||
      compare(a.on, b.on) ||
      (b.proven ?? Number.NEGATIVE_INFINITY) - (a.proven ?? Number.NEGATIVE_INFINITY) ||
      Number(a.fulfils ?? 2) - Number(b.fulfils ?? 2),
  );
  const sifted = sift(sorted, {
    units: anybody ? null : new Set(units),
    period,
    scope,
    latest: latestOf(target),
  });
  const judge = (of: string | null, own: readonly ProgressRecord[]) =>
    judgementOf(target, { of, own, period, plans, scope, units });
  const judgements =
    scope === "each"
      ? units.map((unit) =>
          judge(
            unit,
            sifted.counted.filter((one) => one.unit === unit),
          ),
        )
      : scope === "thing"
        ? sifted.counted.map((one) => judge(one.key, [one]))
        : [judge(null, sifted.counted)];
  return {
    ...{ scope, judgements, verdict: togetherOf(judgements) },
    ...{ counted: sifted.counted, leftOut: sifted.leftOut, disputed: sifted.disputed },
    books: bookStep(
      "targetRecords",
      records.length,
      sifted.counted.length,
      sifted.leftOut.map(({ record, reason }) => ({ what: record.key, where: record.unit, why: reason })),
    ),
  };
}

/** The amount of a figure for sums: nothing is 0, of a range the lower end, of "trên 20" the 20 itself. */
export function amountOf(value: MeasuredValue): { readonly amount: number; readonly exact: boolean } {
  if (value.kind === "none") return { amount: 0, exact: true };
  if (value.kind === "range") return { amount: value.low, exact: false };
  return { amount: value.value, exact: value.comparison === "=" };
}

function scopeOf(target: Target): TargetProgress["scope"] {
  return thingOf(target) === null ? kindOf(target) : "thing";
}

/**
 * Figures that are not added up over time, of which the newest stands: a rate for all together ("rate"), a level that is
 * to be reached by a year ("106.012 ha đến năm 2030"), which is added up over units alone ("level"), and a share, which
 * asks each unit whether it fulfils. Null: what is done adds up.
 */
export function latestOf({ measure, scope, by }: Target): "rate" | "level" | "share" | null {
  if (scope === "share") return "share";
  if (measure.trim().startsWith("%")) return "rate";
  return by !== undefined && !countsWholeThings(measure) ? "level" : null;
}

interface Sifted<R extends ProgressRecord> {
  readonly counted: readonly R[];
  readonly leftOut: readonly LeftOutRecord<R>[];
  readonly disputed: readonly string[];
}

/** Tells the records that count from those that do not; they come by key, the greatest value first. */
function sift<R extends ProgressRecord>(
  sorted: readonly R[],
  {
    units,
    period,
    scope,
    latest,
  }: {
    /** Null: whoever tells of it. */
    units: ReadonlySet<string> | null;
    period: TargetPeriod;
    scope: TargetProgress["scope"];
    latest: ReturnType<typeof latestOf>;
  },
): Sifted<R> {
  const counted = new Map<string, R>();
  const leftOut: LeftOutRecord<R>[] = [];
  const disputed = new Set<string>();
  for (const record of sorted) {
    const reason =
      units?.has(record.unit) === false
        ? "foreign"
        : record.on < period.first || record.on > period.last
          ? "outside"
          : scope === "share" && record.fulfils === null
            ? "unjudged"
            : null;
    if (reason !== null) {
      leftOut.push({ record, reason });
      continue;
    }
    const name = nameOf(record, scope, latest);
    const known = counted.get(name);
    if (!known) {
      counted.set(name, record);
      continue;
    }
    const newer = latest !== null && record.on > known.on;
    if (newer) counted.set(name, record);
    if (latest === null && record.value !== known.value) disputed.add(record.key);
    leftOut.push({
      record: newer ? known : record,
      reason: latest === null ? "duplicate" : "replaced",
    });
  }
  return { counted: [...counted.values()], leftOut, disputed: [...disputed] };
}

/** Records of one name are one: of a thing, of a rate of all or of a unit, of a unit that fulfils or has a level. */
function nameOf(
  { key, unit }: ProgressRecord,
  scope: TargetProgress["scope"],
  latest: ReturnType<typeof latestOf>,
): string {
  if (latest === "share" || latest === "level") return scope === "thing" ? key : unit;
  if (latest === "rate") return scope === "each" ? unit : scope === "thing" ? key : "";
  return scope === "each" ? JSON.stringify([unit, key]) : key;
}

interface JudgementGround extends TargetGround {
  readonly of: string | null;
  readonly own: readonly ProgressRecord[];
  readonly scope: TargetProgress["scope"];
}

function judgementOf(target: Target, { of, own, period, plans, scope, units }: JudgementGround): Judgement {
  const asked = wantedOf(target, { of, period, plans, scope, units });
  // A plan is for the whole period, also where the document gives an average of its parts.
  const planned = target.op === "external" || plannedFor(plans, period, of) !== null;
  const averaged = target.op === "~avg" && !planned ? partsOfPeriod(target.per ?? "", period).length : 0;
  const wanted = asked === null ? null : times(asked, Math.max(1, averaged));
  const measure = (some: readonly ProgressRecord[]) => {
    if (scope === "share") return shareOf(some, units);
    return some.length === 0 ? null : sumOf(some);
  };
  const claimed = measure(own);
  const proven = measure(own.flatMap((one) => (one.proven === null ? [] : [{ ...one, value: one.proven }])));
  const inParts =
    wanted === null || planned || !isPerPeriod(target) || scope === "thing"
      ? []
      : verdictsOfParts(target, own, { period, wanted });
  const parts = inParts.length < 2 ? null : { met: inParts.filter(isReached).length, of: inParts.length };
  const verdict =
    wanted === null
      ? "missingPlan"
      : inParts.length > 0
        ? togetherInParts(inParts)
        : verdictOf(target.op, claimed ?? 0, wanted);
  return { of, wanted, claimed, proven, parts, verdict };
}

/** "5 tin mỗi tháng": each month has to have them; an average is judged over all of them. */
function isPerPeriod({ per, op }: Target): boolean {
  return per !== undefined && op !== "~avg";
}

/** The figure wanted: a plan for the period, else what the document says; null: another act has to set it. */
function wantedOf(
  { op, value }: Target,
  { of, period, plans, scope, units }: Omit<JudgementGround, "own">,
): Wanted | null {
  const planned = plannedFor(plans, period, of);
  if (planned !== null) return planned;
  if (op !== "external") return value;
  // All together are planned when every unit is.
  const parts = of === null && scope === "joint" ? units.map((unit) => plannedFor(plans, period, unit)) : [];
  return parts.length > 0 && parts.every((one) => one !== null)
    ? parts.reduce((sum, one) => sum + one, 0)
    : null;
}

function plannedFor(plans: readonly PlanValue[], { key }: TargetPeriod, unit: string | null): number | null {
  return plans.find((plan) => plan.period === key && plan.unit === unit)?.value ?? null;
}

function times(wanted: Wanted, count: number): Wanted {
  return typeof wanted === "number" ? wanted * count : [wanted[0] * count, wanted[1] * count];
}

/** How many of a hundred units fulfil. */
function shareOf(records: readonly ProgressRecord[], units: readonly string[]): number {
  const fulfilling = records.filter(({ fulfils }) => fulfils === true).length;
  return units.length === 0 ? 0 : (100 * fulfilling) / units.length;
}

function sumOf(records: readonly ProgressRecord[]): number {
  return records.reduce((sum, { value }) => sum + value, 0);
}

/** The months, quarters, … of a period that lie wholly in it. */
function partsOfPeriod(per: string, { first, last }: TargetPeriod): readonly TargetPeriod[] {
  return occurrencesOf({ kind: "recurring", every: per }, { assigned: first, until: last }).flatMap(
    ({ key, start, due }) =>
      start !== null && due !== null && start >= first && due <= last
        ? [{ key, first: start, last: due }]
        : [],
  );
}

/** The verdict of each part of the period; none where the period has no whole part. */
function verdictsOfParts(
  target: Target,
  own: readonly ProgressRecord[],
  { period, wanted }: { period: TargetPeriod; wanted: Wanted },
): readonly Verdict[] {
  return partsOfPeriod(target.per ?? "", period).map(({ first, last }) =>
    verdictOf(target.op, sumOf(own.filter(({ on }) => on >= first && on <= last)), wanted),
  );
}

/** Met when every part of the period is, exceeded when one is more than met. */
function togetherInParts(parts: readonly Verdict[]): Verdict {
  if (parts.includes("notMet")) return "notMet";
  return parts.includes("exceeded") ? "exceeded" : "met";
}

export function isReached(verdict: Verdict): boolean {
  return verdict === "met" || verdict === "exceeded";
}

/** How far below a figure that the document calls "about" counts as met: a tenth. Ours. */
const aboutTolerance = 0.1;

function verdictOf(op: Target["op"], reached: number, wanted: Wanted): Verdict {
  if (typeof wanted !== "number") {
    if (reached < wanted[0]) return "notMet";
    return reached > wanted[1] ? "exceeded" : "met";
  }
  if (op === "<=") return reached <= wanted ? "met" : "notMet";
  const floor = op === "~" ? wanted - Math.abs(wanted) * aboutTolerance : wanted;
  // "giảm 5%" is -5: going down further is more than asked.
  if (wanted < 0 && (op === "=" || op === "~"))
    return reached <= wanted + (op === "~" ? Math.abs(wanted) * aboutTolerance : 0)
      ? reached < wanted
        ? "exceeded"
        : "met"
      : "notMet";
  if (reached < floor) return "notMet";
  return reached > wanted && op !== ">=" ? "exceeded" : "met";
}

/** All together: what is missing first, then what is not met. */
function togetherOf(judgements: readonly Judgement[]): Verdict {
  const verdicts = judgements.map(({ verdict }) => verdict);
  if (verdicts.includes("missingPlan")) return "missingPlan";
  if (verdicts.length === 0 || verdicts.includes("notMet")) return "notMet";
  return verdicts.includes("exceeded") ? "exceeded" : "met";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
