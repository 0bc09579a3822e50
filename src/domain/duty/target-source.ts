import type { CalendarDate } from "../basics/calendar-date.ts";
import { bookStep } from "../basics/ledger.ts";
import type { SourcedRecord, TargetRecords } from "./target-records.ts";

/** Where a target is counted from in place of reports: the records of a register of cooperation. */
export interface TargetSource {
  /** `targetKey` of its target. */
  readonly target: string;
  readonly register: string;
  /** What the register is narrowed to, as its addresses hold it: "kind:festival;partners:0199…"; empty for all. */
  readonly where: string;
  /** Its field of days: a record counts in the period in which it begins. */
  readonly day: string;
  /** Only what one unit enters; null: whoever enters it. */
  readonly owner: string | null;
  /** The field of whole numbers that is added up; null: each record counts one. */
  readonly summed: string | null;
  readonly version: number;
}

/** A record of such a register. `owner`: the unit that enters it; null: the focal body. */
export interface CountedRecord {
  readonly id: string;
  readonly title: string;
  readonly owner: { readonly id: string; readonly name: string } | null;
  readonly on: CalendarDate;
  readonly value: number;
  /** It names a document or an address where it can be seen. */
  readonly hasProof: boolean;
}

/** Stands for the focal body where it is no unit that owes the target. */
export const focalUnit = "focal";

/**
 * What the records of its source tell of a target: each tells once, and is proven when it names a proof. What units
 * report beside it counts no more, and is kept as `sourced`.
 */
export function recordsOfSource(
  { register }: Pick<TargetSource, "register">,
  counted: readonly CountedRecord[],
  reported: TargetRecords,
): TargetRecords {
  const records = counted.map(
    ({ id, title, owner, on, value, hasProof }): SourcedRecord => ({
      ...{ key: id, unit: owner?.id ?? focalUnit, on, value, fulfils: null, proven: hasProof ? value : null },
      ...{ typed: title, reportedOn: on, exact: true },
      source: { kind: "record", register, id, owner: owner?.name ?? null },
    }),
  );
  const told = reported.records.flatMap(({ unit, on, reportedOn, typed, source }) =>
    source.kind === "report"
      ? [
          {
            ...{ duty: source.duty, report: source.report, number: source.number, holder: unit },
            ...{ on, reportedOn, typed, reason: "sourced" as const },
          },
        ]
      : [],
  );
  const untaken = [...reported.untaken, ...told];
  const lost = untaken.map(({ typed, holder, reason }) => ({
    what: typed ?? "–",
    where: holder,
    why: reason,
  }));
  const books = bookStep("targetReports", records.length + untaken.length, records.length, lost);
  return { records, untaken, books };
}
