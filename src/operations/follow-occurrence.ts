import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { alteredBy, type DutyFactKind, dutyStage } from "../domain/duty/duty-fact.ts";
import type { FactKind } from "../domain/duty/occurrence-fact.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { closedAsWhole, type DutyMove, lockDutiesOf, saveDutyFacts } from "../store/duty-facts.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import type { RegisterWorld } from "./register.ts";

/** What is said of a whole occurrence at once. */
export interface WholeFact {
  readonly kind: FactKind;
  readonly on: CalendarDate;
  readonly product: string | null;
  readonly note: string | null;
}

/** What a fact of an occurrence is for the duties in it; null: nothing. */
const wholeKinds: Readonly<Record<FactKind, DutyFactKind | null>> = {
  started: null,
  done: "confirmed",
  withdrawn: "withdrawn",
  reopened: "reopened",
};

/**
 * Duties follow what is said of their whole occurrence: done or withdrawn, all that are open close with it; reopened,
 * those that closed with it open again. What was said of one duty alone stays.
 */
export async function followOccurrence(
  transaction: ProvinceTransaction,
  actor: Actor,
  said: readonly (WholeFact & { readonly occurrence: string })[],
  { clock, newId }: Pick<RegisterWorld, "clock" | "newId">,
): Promise<void> {
  const byOccurrence = new Map(said.map((fact) => [fact.occurrence, fact]));
  if (said.every(({ kind }) => wholeKinds[kind] === null)) return;
  const duties = await lockDutiesOf(transaction, actor.province, [...byOccurrence.keys()]);
  const reopens = said.some(({ kind }) => kind === "reopened");
  const whole = reopens
    ? await closedAsWhole(
        transaction,
        actor.province,
        duties.map(({ id }) => id),
      )
    : new Set<string>();
  const moves = duties.flatMap((duty): readonly DutyMove[] => {
    const fact = byOccurrence.get(duty.occurrence);
    const kind = fact && wholeKinds[fact.kind];
    if (!fact || !kind) return [];
    const stage = dutyStage(duty);
    const isOpen = stage === "open" || stage === "submitted";
    if (kind === "reopened" ? isOpen || !whole.has(duty.id) : !isOpen) return [];
    const { on, product, note } = fact;
    const written = { id: newId(), duty: duty.id, kind, on, product, note, whole: true };
    return [{ fact: written, standing: { ...duty, ...alteredBy(duty, { kind, on, product }) } }];
  });
  await saveDutyFacts(transaction, actor.province, moves, { at: clock(), who: actor.person });
}
