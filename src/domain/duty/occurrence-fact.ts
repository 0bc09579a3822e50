import type { CalendarDate } from "../basics/calendar-date.ts";
import { fail, type Result, succeed } from "../basics/result.ts";

/** What a person may say of an occurrence, with a day. "reopened" takes the latest start, completion or withdrawal back. */
export type FactKind = "started" | "done" | "withdrawn" | "reopened";

/** How an occurrence stands for the question what may be said of it next. */
export type Stage = "untouched" | "started" | "done" | "withdrawn";

/** The latest dated facts that stand on an occurrence. */
export interface StandingFacts {
  readonly startedOn: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
  readonly product: string | null;
  readonly withdrawnOn: CalendarDate | null;
}

/** One dated fact as a person gives it. */
export interface GivenFact {
  readonly kind: FactKind;
  readonly on: CalendarDate;
  readonly product: string | null;
  readonly note: string | null;
}

/**
 * What may be said at each stage. A thing done is not withdrawn and a thing withdrawn is not done: it is reopened
 * first, so that the history tells it (following of tasks: Quyết định 42/2014/QĐ-TTg).
 */
export const allowedFacts: Readonly<Record<Stage, readonly FactKind[]>> = {
  untouched: ["started", "done", "withdrawn"],
  started: ["done", "withdrawn", "reopened"],
  done: ["reopened"],
  withdrawn: ["reopened"],
};

export function stageOf(facts: StandingFacts): Stage {
  if (facts.doneOn !== null) return "done";
  if (facts.withdrawnOn !== null) return "withdrawn";
  return facts.startedOn === null ? "untouched" : "started";
}

/**
 * The facts that stand after one more. Fails with `register.fact-not-allowed` (see `allowedFacts`),
 * `register.fact-in-future` and `register.fact-before-start` (done before it was begun).
 */
export function addFact(
  standing: StandingFacts,
  given: GivenFact,
  today: CalendarDate,
): Result<StandingFacts> {
  const stage = stageOf(standing);
  if (!allowedFacts[stage].includes(given.kind))
    return fail("register.fact-not-allowed", { kind: given.kind, stage });
  if (given.on > today) return fail("register.fact-in-future", { on: given.on, today });
  switch (given.kind) {
    case "started":
      return succeed({ ...standing, startedOn: given.on });
    case "done":
      if (standing.startedOn !== null && given.on < standing.startedOn)
        return fail("register.fact-before-start", { on: given.on, started: standing.startedOn });
      return succeed({ ...standing, doneOn: given.on, product: given.product });
    case "withdrawn":
      return succeed({ ...standing, withdrawnOn: given.on });
    default:
      return succeed(withoutLatest(standing, stage));
  }
}

/** What stands after facts that were recorded, in the order in which they were. */
export function standingOf(facts: readonly Omit<GivenFact, "note">[]): StandingFacts {
  let standing: StandingFacts = { startedOn: null, doneOn: null, product: null, withdrawnOn: null };
  for (const { kind, on, product } of facts) {
    if (kind === "started") standing = { ...standing, startedOn: on };
    else if (kind === "done") standing = { ...standing, doneOn: on, product };
    else if (kind === "withdrawn") standing = { ...standing, withdrawnOn: on };
    else standing = withoutLatest(standing, stageOf(standing));
  }
  return standing;
}

function withoutLatest(standing: StandingFacts, stage: Stage): StandingFacts {
  if (stage === "done") return { ...standing, doneOn: null, product: null };
  if (stage === "withdrawn") return { ...standing, withdrawnOn: null };
  return { ...standing, startedOn: null };
}
