import type { CalendarDate } from "../basics/calendar-date.ts";
import type { Duty } from "./duty.ts";

/** What of a duty decides whether its occurrence is done. */
export type ClosingDuty = Pick<
  Duty,
  "answers" | "submittedOn" | "confirmedOn" | "withdrawnOn" | "product"
> & {
  /** False: the province can only ask it of the unit. */
  readonly owed: boolean;
};

/** What stands of an occurrence after its duties; `on`: the day of the latest product, where any is confirmed. */
export interface OccurrenceClosing {
  readonly closed: boolean;
  readonly on: CalendarDate | null;
  readonly product: string | null;
}

/**
 * Whether an occurrence is done by its duties: the one that answers for the whole is confirmed, or one is and nothing
 * that is owed is left open. It is done on the day on which the last product was handed in, or confirmed where nobody
 * handed it in; its product is that of the duty confirmed last, the first of them where several were on one day.
 */
export function closingOf(duties: readonly ClosingDuty[]): OccurrenceClosing {
  const confirmed = duties.filter(({ confirmedOn }) => confirmedOn !== null);
  const isOpen = ({ owed, confirmedOn, withdrawnOn }: ClosingDuty) =>
    owed && confirmedOn === null && withdrawnOn === null;
  const days = confirmed.flatMap(({ submittedOn, confirmedOn }) => submittedOn ?? confirmedOn ?? []);
  const latest = confirmed
    .filter(({ product }) => product !== null)
    .toSorted((a, b) => (b.confirmedOn ?? "").localeCompare(a.confirmedOn ?? ""))[0];
  return {
    closed:
      confirmed.some(({ answers }) => answers === true) || (confirmed.length > 0 && !duties.some(isOpen)),
    on: days.toSorted().at(-1) ?? null,
    product: latest?.product ?? null,
  };
}
