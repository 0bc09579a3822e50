/**
 * When a task is to be done, as the document says it. Dates are ISO (`YYYY-MM-DD`), lengths ISO 8601 durations.
 * - once: by a day, or within a year, a month or a span of years; `strictlyBefore` keeps "trước ngày" apart from
 *   "chậm nhất ngày", because offices read it both ways; `then` is what follows ("sau đó thường xuyên …")
 * - recurring: `every` P1W P1M P3M P6M P1Y P2Y …; `window` the part of the period (Q1…Q4, H1, H2, M01…M12);
 *   `due` "--11-15" for a day each year, "---20" for a day each month
 */
export type Schedule =
  | {
      readonly kind: "once";
      readonly from: string | null;
      readonly to: string;
      readonly strictlyBefore?: true;
      readonly then?: Schedule;
    }
  | {
      readonly kind: "recurring";
      readonly every: string;
      readonly window?: string;
      readonly due?: string;
      readonly from?: string;
      readonly to?: string;
    }
  | { readonly kind: "continuous"; readonly from?: string }
  | { readonly kind: "relative"; readonly after: string; readonly within: string }
  | { readonly kind: "onDemand"; readonly when: string }
  | { readonly kind: "several"; readonly parts: readonly Schedule[] };
