import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor, ProvinceNumber } from "../domain/organisation/actor.ts";
import {
  type CollectiveRule,
  isOpenEnded,
  proposedRule,
  resolveCollective,
} from "../domain/organisation/collective-rule.ts";
import { reachOf } from "../domain/organisation/rights.ts";
import type { Unit } from "../domain/organisation/unit.ts";
import { heirsToday } from "../domain/organisation/unit-change.ts";
import {
  type Collective,
  loadCollectives,
  loadMetWordings,
  loadUnknownNames,
  type MetWords,
} from "../store/collectives.ts";
import { withProvince } from "../store/database.ts";
import { loadWaitingParts, type WaitingPart } from "../store/split-parts.ts";
import { loadUnitPast } from "../store/task-parties.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { loadUnits } from "../store/units.ts";
import type { RegisterWorld } from "./register.ts";

/** Words for a collective as tasks use them. */
export interface ShownWording extends MetWords {
  /** The collective that they are bound to. */
  readonly collective: string | null;
  /** They leave open who is meant ("liên quan") and are never bound. */
  readonly open: boolean;
  /** The rule that they most likely mean, while they are bound to none. */
  readonly proposed: CollectiveRule | null;
  /** How many units they mean on the day of the last document, by their own or the proposed rule; null: by no rule. */
  readonly means: number | null;
}

/** What the places of collectives and unknown names show. */
export interface CollectivesShown {
  readonly today: CalendarDate;
  readonly collectives: readonly (Collective & { readonly means: number; readonly wordings: number })[];
  readonly wordings: readonly ShownWording[];
  readonly unknown: readonly MetWords[];
  readonly toChoose: readonly (WaitingPart & { readonly heirs: readonly Pick<Unit, "id" | "name">[] })[];
  readonly mayBind: boolean;
  readonly mayChange: boolean;
}

/** The collectives, the words of the register for them, the names that are no unit yet and the parts that wait for a successor. */
export async function listCollectives(
  actor: Actor,
  { kysely, today }: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<CollectivesShown>> {
  const allowed = permit(actor, "bind-collectives");
  if (!allowed.ok) return allowed;
  const { province } = actor;
  return withProvince(kysely, province, async (transaction) => {
    const units = await loadUnits(transaction, province);
    const collectives = await loadCollectives(transaction, province);
    const wordings = await loadMetWordings(transaction, province);
    const rules = new Map(collectives.map(({ id, rule }) => [id, rule]));
    return succeed({
      today: today(),
      collectives: collectives.map((one) => ({
        ...one,
        means: resolveCollective(one.rule, units, today()).length,
        wordings: wordings.filter(({ collective }) => collective === one.id).length,
      })),
      wordings: wordings.map((wording) => shownWording(wording, rules, units)),
      unknown: await loadUnknownNames(transaction, province),
      toChoose: await waitingParts(transaction, province, units),
      mayBind: true,
      mayChange: reachOf(actor.held, "change-units") !== null,
    });
  });
}

async function waitingParts(
  transaction: ProvinceTransaction,
  province: ProvinceNumber,
  units: readonly Unit[],
): Promise<CollectivesShown["toChoose"]> {
  const parts = await loadWaitingParts(transaction, province);
  if (parts.length === 0) return [];
  const { heirs } = await loadUnitPast(transaction, province);
  const known = new Map(units.map((unit) => [unit.id, unit]));
  return parts.map((part) => ({
    ...part,
    heirs: heirsToday(part.unit, heirs).flatMap((id) => ({ id, name: known.get(id)?.name ?? id })),
  }));
}

function shownWording(
  wording: MetWords & { readonly collective: string | null },
  rules: ReadonlyMap<string, CollectiveRule>,
  units: readonly Unit[],
): ShownWording {
  const own = wording.collective === null ? undefined : rules.get(wording.collective);
  const proposed = own ? null : proposedRule(wording.words);
  const rule = own ?? proposed;
  return {
    ...wording,
    ...{ open: isOpenEnded(wording.words), proposed },
    means: rule && resolveCollective(rule, units, wording.lastDay).length,
  };
}

/** The units that a rule means on a day, in the order of the tree. */
export async function previewCollective(
  actor: Actor,
  { rule, day }: { readonly rule: CollectiveRule; readonly day: CalendarDate | null },
  { kysely, today }: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<{ readonly day: CalendarDate; readonly units: readonly Unit[] }>> {
  const allowed = permit(actor, "bind-collectives");
  if (!allowed.ok) return allowed;
  const on = day ?? today();
  const units = await withProvince(kysely, actor.province, (transaction) =>
    loadUnits(transaction, actor.province),
  );
  return succeed({ day: on, units: resolveCollective(rule, units, on) });
}
