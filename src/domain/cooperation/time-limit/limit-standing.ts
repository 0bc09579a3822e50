import type { CalendarDate } from "../../basics/calendar-date.ts";
import type { Values } from "../declaration.ts";
import {
  doneDay,
  type LimitDay,
  type LimitOccurrence,
  type LimitState,
  limitState,
  occurrencesOf,
  type TimeLimit,
} from "./time-limit.ts";

/** What was recorded as done beside a record. */
export interface GivenProof {
  readonly limit: string;
  readonly occurrence: string;
  readonly on: CalendarDate;
  readonly documentNumber: string | null;
}

/** Where one thing that a record owes stands on a day. */
export interface LimitStanding extends LimitOccurrence {
  readonly limit: TimeLimit;
  readonly state: LimitState | null;
  readonly doneOn: CalendarDate | null;
  readonly documentNumber: string | null;
}

/** Where everything stands that time limits ask of a record of their register, in the order of the rules. */
export function standingsOf(
  record: { readonly register: string; readonly values: Values; readonly proofs: readonly GivenProof[] },
  limits: readonly TimeLimit[],
  at: LimitDay,
): readonly LimitStanding[] {
  return limits
    .filter(({ register }) => register === record.register)
    .flatMap((limit) =>
      occurrencesOf(limit, record.values, at).map((occurrence) => {
        const proof = record.proofs.find(
          (one) => one.limit === limit.key && one.occurrence === occurrence.key,
        );
        const doneOn = limit.done === null ? (proof?.on ?? null) : doneDay(limit, record.values, occurrence);
        return {
          ...{ ...occurrence, limit, doneOn, documentNumber: proof?.documentNumber ?? null },
          state: limitState(limit, occurrence, doneOn, at),
        };
      }),
    );
}
