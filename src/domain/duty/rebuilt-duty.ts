import type { CalendarDate } from "../basics/calendar-date.ts";
import { alteredBy, type GivenDutyFact, type StandingDuty } from "./duty-fact.ts";

/** What of a duty does not come from its facts: the days that documents gave, the report that waits and the last proof. */
export interface DutyGround {
  readonly dueOn: CalendarDate | null;
  readonly lastDay: CalendarDate | null;
  readonly unapprovedOn: CalendarDate | null;
  readonly provedOn: CalendarDate | null;
}

/** What stands of a duty after its facts in the order in which they were recorded, whatever its row says. */
export function rebuiltDuty(ground: DutyGround, facts: readonly GivenDutyFact[]): RebuiltDuty {
  let standing: RebuiltDuty = {
    ...{ ...ground, reportedOn: null, submittedOn: null, sentBackOn: null, recordedOn: null },
    ...{ confirmedOn: null, withdrawnOn: null, askedOn: null, extensions: 0 },
    ...{ step: null, stepOn: null, product: null },
  };
  for (const fact of facts) standing = { ...standing, ...alteredBy(standing, fact) };
  return standing;
}

/** The columns of a duty that are built from what was said of it. */
export type RebuiltDuty = StandingDuty & Pick<DutyGround, "unapprovedOn" | "provedOn">;

const columns = [
  ...(["dueOn", "lastDay", "reportedOn", "unapprovedOn", "provedOn", "submittedOn", "sentBackOn"] as const),
  ...([
    "recordedOn",
    "confirmedOn",
    "withdrawnOn",
    "askedOn",
    "extensions",
    "step",
    "stepOn",
    "product",
  ] as const),
] as const satisfies readonly (keyof RebuiltDuty)[];

/** The columns in which a row is not what its facts say. */
export function differingColumns(row: RebuiltDuty, rebuilt: RebuiltDuty): readonly (keyof RebuiltDuty)[] {
  return columns.filter((column) => row[column] !== rebuilt[column]);
}
