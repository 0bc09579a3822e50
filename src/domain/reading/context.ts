import type { CalendarDate } from "../basics/calendar-date.ts";
import type { Gazetteer } from "../organisation/gazetteer.ts";

/** What is known of a document before its orders are read. */
export interface ReadingContext {
  readonly gazetteer: Gazetteer;
  /** Whose document it is and when: decides what "Sở Ngoại vụ" and "UBND tỉnh" mean. */
  readonly addressing: {
    readonly province: string | null;
    readonly issuer: string | null;
    readonly date: CalendarDate | null;
  };
}
