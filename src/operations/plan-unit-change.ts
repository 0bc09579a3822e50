import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { type Result, succeed } from "../domain/basics/result.ts";
import type { ProvinceNumber } from "../domain/organisation/actor.ts";
import type { Unit } from "../domain/organisation/unit.ts";
import {
  type HeirUnit,
  type NewUnit,
  planUnitChange,
  type UnitChange,
  type UnitChangePlan,
} from "../domain/organisation/unit-change.ts";
import { heirsOf, movesOf, type PartyMove } from "../domain/organisation/unit-moves.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import {
  type KeptAssignment,
  type LastingPost,
  loadAssignments,
  loadLastingPosts,
  loadOpenParties,
  type ShownParty,
} from "../store/unit-moves.ts";
import { loadUnits } from "../store/units.ts";
import type { RegisterWorld } from "./register.ts";

/** A unit that a person wants to be made. */
export type WishedUnit = Pick<Unit, "name" | "shortName" | "symbol" | "kind" | "relation" | "parent">;

type WishedHeir = string | WishedUnit;

/** A change of the tree as a person wants it: new units have no id yet. */
export type WishedChange =
  | Extract<UnitChange, { kind: "renamed" | "moved" | "abolished" }>
  | { readonly kind: "created"; readonly on: CalendarDate; readonly unit: WishedUnit }
  | {
      readonly kind: "merged";
      readonly on: CalendarDate;
      readonly from: readonly string[];
      readonly into: WishedHeir;
    }
  | {
      readonly kind: "split";
      readonly on: CalendarDate;
      readonly from: string;
      readonly into: readonly WishedHeir[];
      /** Open tasks by the place of their heir in `into`; the first takes the rest. */
      readonly given: readonly { readonly task: string; readonly heir: number }[];
    };

/** Everything that a change alters, worked out and not yet written. */
export interface WorkedChange {
  readonly change: UnitChange;
  readonly plan: UnitChangePlan;
  readonly units: readonly Unit[];
  readonly parties: readonly ShownParty[];
  readonly moves: readonly PartyMove[];
  readonly staying: readonly ShownParty[];
  /** Posts that go to an heir; null: they end, since nobody takes over. */
  readonly posts: readonly (LastingPost & { readonly heir: string | null })[];
  readonly assignments: readonly (KeptAssignment & { readonly to: string })[];
}

/**
 * Works a change out on the tree as it is. Fails with the failures of `planUnitChange` and of `movesOf`. Four statements.
 * `drops`: tasks that were given to an heir and are not held any more are left out, as in a change that was planned.
 */
export async function workOutChange(
  transaction: ProvinceTransaction,
  province: ProvinceNumber,
  wish: WishedChange,
  { newId }: Pick<RegisterWorld, "newId">,
  { drops = false }: { readonly drops?: boolean } = {},
): Promise<Result<WorkedChange>> {
  const units = await loadUnits(transaction, province);
  const change = withIds(wish, newId);
  const plan = planUnitChange(units, change);
  if (!plan.ok) return plan;
  const holders = [...new Set([...heirsOf(change, plan.value).keys(), ...closedOf(plan.value, units)])];
  const parties = await loadOpenParties(transaction, province, holders);
  const held = new Set(parties.map(({ task }) => task));
  const given = [...givenOf(wish, plan.value)].filter(([task]) => !drops || held.has(task));
  const moved = movesOf(parties, change, plan.value, new Map(given));
  if (!moved.ok) return moved;
  const heirs = new Map(plan.value.heirs.map(({ from, to }) => [from, to[0] ?? null]));
  const posts = await loadLastingPosts(transaction, province, closedOf(plan.value, units), wish.on);
  const assignments = await loadAssignments(transaction, province, holders);
  const places = new Map(moved.value.moves.map((move) => [`${move.task} ${move.holder}`, move.to]));
  const staying = new Set(moved.value.staying);
  return succeed({
    ...{ change, plan: plan.value, units, parties, moves: moved.value.moves },
    staying: parties.filter((party) => staying.has(party)),
    posts: posts.map((post) => ({ ...post, heir: heirs.get(post.unit) ?? null })),
    assignments: assignments.flatMap((one) => {
      const to = places.get(`${one.task} ${one.unit}`);
      return to === undefined ? [] : [{ ...one, to }];
    }),
  });
}

/** Units that are there before a change and not after it. */
export function closedOf({ updated }: UnitChangePlan, units: readonly Unit[]): readonly string[] {
  const ends = new Map(units.map(({ id, to }) => [id, to]));
  return updated.flatMap(({ id, to }) => (to !== null && ends.get(id) === null ? [id] : []));
}

function withIds(wish: WishedChange, newId: () => string): UnitChange {
  const heir = (wished: WishedHeir): HeirUnit =>
    typeof wished === "string" ? wished : madeUnit(wished, newId());
  switch (wish.kind) {
    case "created":
      return { ...wish, unit: madeUnit(wish.unit, newId()) };
    case "merged":
      return { ...wish, into: heir(wish.into) };
    case "split": {
      const { given: _, ...split } = wish;
      return { ...split, into: wish.into.map(heir) };
    }
    default:
      return wish;
  }
}

function madeUnit(wished: WishedUnit, id: string): NewUnit {
  const { name, shortName, symbol, kind, relation, parent } = wished;
  const none = { aliases: [], traits: [], gazetteerId: null, standing: null };
  return { ...none, id, name: name.trim(), shortName, symbol, kind, relation, parent };
}

function givenOf(wish: WishedChange, { after }: UnitChangePlan): ReadonlyMap<string, string> {
  if (wish.kind !== "split") return new Map();
  return new Map(wish.given.map(({ task, heir }) => [task, after[heir] ?? ""]));
}
