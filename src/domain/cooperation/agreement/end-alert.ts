import { addDays, type CalendarDate } from "../../basics/calendar-date.ts";
import type { TellingStep } from "./time-limit.ts";
import { actBy, type ComingEnd } from "./validity.ts";

/** The end of an agreement, or the last day on which an authority has to be told, as it stands on a day. */
export interface AgreementEnd {
  readonly agreement: string;
  readonly end: Omit<ComingEnd, "kind"> & { readonly kind: ComingEnd["kind"] | TellingStep };
}

/** A step before an end: those who answer for the agreement are told so many days before. Each can stand once. */
export interface EndAlert extends AgreementEnd {
  /** How many days before the last day to act it belongs, 1…1,000. */
  readonly days: number;
  /** `told`; or `overtaken`: a later step of the same end was reached too, and speaks for it. */
  readonly outcome: "told" | "overtaken";
}

/** Names an end: an agreement that was extended or renewed has another, and so steps of its own. */
export function endKey({ agreement, end: { kind, on } }: AgreementEnd): string {
  return `${agreement} ${kind} ${on}`;
}

/**
 * The steps that a day brings to agreements whose end comes, without those that were taken before (`taken`: days by
 * `endKey`). Days count back from the day of notice while it is ahead, for after it a renewal goes on by itself.
 */
export function endAlertsOn(
  ends: readonly AgreementEnd[],
  how: {
    readonly alertDays: readonly number[];
    readonly today: CalendarDate;
    readonly taken: ReadonlyMap<string, readonly number[]>;
  },
): readonly EndAlert[] {
  return ends.flatMap((one) => {
    const last = actBy(one.end, how.today);
    const taken = how.taken.get(endKey(one)) ?? [];
    const reached = how.alertDays.filter((days) => addDays(last, -days) <= how.today);
    const latest = Math.min(...reached, ...taken);
    return reached
      .filter((days) => !taken.includes(days))
      .map((days) => ({ ...one, days, outcome: days === latest ? "told" : "overtaken" }) as const);
  });
}
