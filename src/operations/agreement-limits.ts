import { addMonths, type CalendarDate } from "../domain/basics/calendar-date.ts";
import { type Result, succeed } from "../domain/basics/result.ts";
import type { SignatoryLevel } from "../domain/cooperation/agreement/procedure.ts";
import { isTelling, type TimeLimit } from "../domain/cooperation/agreement/time-limit.ts";
import { actBy, type ComingEnd } from "../domain/cooperation/agreement/validity.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import type { AgreementWorld } from "./agreement-work.ts";
import { type AgreementOfAll, loadAllAgreements, mayReadAgreements } from "./all-agreements.ts";

/** An agreement as lists of time limits name it. */
export interface NamedAgreement {
  readonly id: string;
  readonly title: string;
  readonly level: SignatoryLevel;
  /** Names of its foreign parties that the reader may know. */
  readonly partners: readonly string[];
  /** Who enters it; null: the focal body. */
  readonly owner: string | null;
}

/** An agreement that ends soon, or renews by itself. */
export interface EndingAgreement extends ComingEnd {
  readonly agreement: NamedAgreement;
  /** The last day on which somebody can still decide what becomes of it. */
  readonly actBy: CalendarDate;
}

export interface LimitOfAgreement extends TimeLimit {
  readonly agreement: NamedAgreement;
}

/** The time limits of agreements as they stand today. What was kept in time is counted and not listed. */
export interface AgreementLimits {
  readonly today: CalendarDate;
  readonly months: number;
  /** Ends whose last day to act comes within the months, by that day. */
  readonly endings: readonly EndingAgreement[];
  /** Authorities to be told after signing and ending: late first, then due, then done late. */
  readonly duties: readonly LimitOfAgreement[];
  readonly opinions: readonly LimitOfAgreement[];
  readonly inTime: { readonly duties: number; readonly opinions: number };
}

/** In how many months an end has to come to be listed. */
export const endingMonths = [1, 3, 6, 12] as const;

/**
 * What ends within so many months, and every time limit that runs or was missed, to be read or to be taken along. Fails
 * with `register.not-allowed`.
 */
export async function listAgreementLimits(
  actor: Actor,
  months: number,
  world: AgreementWorld,
  use: Parameters<typeof mayReadAgreements>[1] = "see-records",
): Promise<Result<AgreementLimits>> {
  const allowed = mayReadAgreements(actor, use);
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const { agreements } = await loadAllAgreements(transaction, actor, world);
    const today = world.today();
    const all = agreements.flatMap((one) =>
      one.limits.map((limit) => ({ ...limit, agreement: namedAgreement(one) })),
    );
    const [duties, opinions] = [
      all.filter(({ step }) => isTelling(step)),
      all.filter(({ step }) => !isTelling(step)),
    ];
    const inTime = (some: readonly TimeLimit[]) => some.filter(({ state }) => state === "done").length;
    return succeed({
      ...{ today, months, endings: endingsWithin(agreements, { today, months }) },
      ...{ duties: notKept(duties), opinions: notKept(opinions) },
      inTime: { duties: inTime(duties), opinions: inTime(opinions) },
    });
  });
}

/** How lists name an agreement. */
export function namedAgreement({ record, head }: Pick<AgreementOfAll, "record" | "head">): NamedAgreement {
  const { id, title, links, owner } = record;
  const partners = (links.partners ?? []).flatMap(({ name }) => name ?? []);
  return { id, title, level: head.level, partners, owner: owner?.name ?? null };
}

function endingsWithin(
  agreements: readonly AgreementOfAll[],
  { today, months }: Pick<AgreementLimits, "today" | "months">,
): readonly EndingAgreement[] {
  const until = addMonths(today, months);
  return agreements
    .flatMap((one) =>
      one.end === null ? [] : [{ ...one.end, agreement: namedAgreement(one), actBy: actBy(one.end, today) }],
    )
    .filter((one) => one.actBy <= until)
    .sort((one, other) => byText(one.actBy, other.actBy) || byText(one.agreement.id, other.agreement.id));
}

const order: readonly TimeLimit["state"][] = ["late", "open", "missed", "doneLate"];

function notKept(limits: readonly LimitOfAgreement[]): readonly LimitOfAgreement[] {
  return limits
    .filter(({ state }) => state !== "done")
    .sort(
      (one, other) =>
        order.indexOf(one.state) - order.indexOf(other.state) ||
        // What is over: the latest first.
        byText(one.lastDay, other.lastDay) * (order.indexOf(one.state) < 2 ? 1 : -1) ||
        byText(one.agreement.id, other.agreement.id),
    );
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
