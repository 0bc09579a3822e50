import type { CalendarDate } from "../basics/calendar-date.ts";
import type { UnitKind } from "../organisation/unit.ts";
import type { Month } from "./month.ts";

/** How duties are done, counted. `due` are those owed whose day has passed; of them in time, late, and late and silent. */
export interface CountryFigures {
  /** The unit has to act. */
  readonly waiting: number;
  /** Late or silent now. */
  readonly late: number;
  readonly silent: number;
  /** Submitted, to be confirmed. */
  readonly submitted: number;
  readonly due: number;
  readonly inTime: number;
  /** The month in which the one that is late longest fell due; null: none is late. */
  readonly since: Month | null;
}

/** What somebody who looks across all provinces sees. */
export interface Country {
  readonly today: CalendarDate;
  /** Every province, also one without duties. */
  readonly provinces: readonly { readonly id: number; readonly name: string; readonly nameEn: string }[];
  /** By province and kind of unit. */
  readonly kinds: readonly (CountryFigures & { readonly province: number; readonly kind: UnitKind })[];
  /** The share of the last twelve months: what fell due in each, and what of it was not in time. */
  readonly months: readonly {
    readonly province: number;
    readonly month: Month;
    readonly due: number;
    readonly overdue: number;
  }[];
  /** Groups of tasks over all provinces, the most late first; title "": no group. */
  readonly groups: readonly (CountryFigures & { readonly title: string })[];
}
