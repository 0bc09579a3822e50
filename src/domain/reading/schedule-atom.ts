import type { CalendarDate } from "../basics/calendar-date.ts";

export interface ScheduleContext {
  /** The day of the document: years that are not written are its year. */
  readonly documentDate: CalendarDate | null;
}

/**
 * How an expression of time is introduced: by ("trước ngày", "chậm nhất"), until ("đến năm", a goal as often as a
 * deadline), within ("trong"), since ("từ"), periodic ("định kỳ"), times ("02 năm một lần"), weak ("sau khi"), bare.
 */
export type Cue = "by" | "until" | "within" | "since" | "periodic" | "times" | "weak" | "bare";

/** What one expression of time says, before neighbouring ones are put together. */
export type Meaning =
  | {
      readonly kind: "span";
      readonly from: CalendarDate | null;
      readonly to: CalendarDate;
      readonly strict: boolean;
      readonly unit: "day" | "part" | "years";
    }
  | { readonly kind: "start"; readonly from: CalendarDate }
  | { readonly kind: "rhythm"; readonly every: string }
  /** A part of a year that is not said: Q1…Q4, H1, H2, M01…M12. */
  | { readonly kind: "window"; readonly window: string }
  /** "--11-15" or "---20": a day of a year or a month that is not said. */
  | {
      readonly kind: "due";
      readonly due: string;
      readonly strict: boolean;
      readonly every: string | null;
      readonly open: boolean;
    }
  | { readonly kind: "continuous" }
  | { readonly kind: "relative"; readonly after: string; readonly within: string }
  | { readonly kind: "onDemand"; readonly when: string }
  /** A day that is blank or impossible. */
  | { readonly kind: "nothing" };

export interface Atom {
  readonly meaning: Meaning;
  readonly cue: Cue;
  /** Token indices, the second exclusive. */
  readonly start: number;
  readonly next: number;
  readonly doubt: number;
}

/** Expressions found together at a token, before they are placed. */
export type Found = Omit<Atom, "start" | "meaning"> & { readonly meanings: readonly Meaning[] };
