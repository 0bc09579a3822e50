import type {
  FoundPartiesAnswer,
  ListedUnit,
  UnitAnswer,
  UnitChangePreviewAnswer,
  UnitPlansAnswer,
  UnitTreeAnswer,
} from "../contract/unit.ts";
import type { Unit } from "../domain/organisation/unit.ts";
import type { UnitChangePreview } from "../operations/change-units.ts";
import type { FoundParties } from "../operations/find-parties.ts";
import type { ShownUnit, UnitTree } from "../operations/list-units.ts";
import { closedOf } from "../operations/plan-unit-change.ts";
import type { PlannedChange } from "../operations/unit-plans.ts";

/** A unit as lists show it. */
export function presentUnit(unit: Unit): ListedUnit {
  const { id, parent, kind, relation, name, shortName, symbol, aliases, traits, from, to } = unit;
  return {
    ...{ id, parent, kind, relation, name, shortName, symbol, aliases: [...aliases], traits: [...traits] },
    ...{ from, to },
  };
}

/** The rows of the tree in view. */
export function presentTree({ rows, sharedSymbols, ...tree }: UnitTree): UnitTreeAnswer {
  return {
    ...{ ...tree, setUp: { ...tree.setUp }, sharedSymbols: [...sharedSymbols] },
    rows: rows.map(({ unit, level, below, isOpen, under }) => ({
      ...{ unit: presentUnit(unit), level, below, isOpen, under },
    })),
  };
}

/** One unit with all that is known of it. */
export function presentShownUnit(shown: ShownUnit): UnitAnswer {
  return {
    ...{ today: shown.today, unit: presentUnit(shown.unit), standing: shown.unit.standing },
    ...{ contact: { ...shown.contact }, version: shown.version, given: shown.given, held: shown.held },
    codes: shown.codes.map(({ system, code, from, to }) => ({ system, code, from, to })),
    formerNames: shown.formerNames.map(({ name, shortName, symbol, to }) => ({
      name,
      shortName,
      symbol,
      to,
    })),
    people: shown.people.map(({ name, role, title, acting }) => ({ name, role, title, acting })),
    changes: shown.changes.map(({ at, before, after, ...change }) => ({
      ...{ id: change.id, kind: change.kind, on: change.on, document: change.document, note: change.note },
      ...{
        at: at.toISOString(),
        who: change.who,
        madeHere: change.madeHere,
        before: [...before],
        after: [...after],
      },
    })),
    around: shown.around.map(presentUnit),
    below: shown.below.map(presentUnit),
    belowCount: shown.belowCount,
    sharedSymbol: shown.sharedSymbol.map(presentUnit),
    mayChange: shown.mayChange,
  };
}

/** What a change would do, for the person who decides. */
export function presentChangePreview(preview: UnitChangePreview): UnitChangePreviewAnswer {
  const { plan, units, posts, seen } = preview;
  const old = new Map(units.map((unit) => [unit.id, unit]));
  const ended = new Set(closedOf(plan, units));
  const to = new Map(preview.moves.map((move) => [`${move.task} ${move.position} ${move.unit}`, move.to]));
  const moved = plan.updated.filter(({ id, parent }) => !ended.has(id) && old.get(id)?.parent !== parent);
  const spoken = new Set([
    ...[...plan.before, ...plan.after, ...ended],
    ...preview.parties.map(({ holder }) => holder),
    ...posts.map(({ unit }) => unit),
    ...moved.flatMap(({ id, parent }) => [parent, old.get(id)?.parent]),
  ]);
  return {
    ...{ seen: { ...seen }, created: plan.created.map(presentUnit) },
    closed: plan.updated.filter(({ id }) => ended.has(id)).map(presentUnit),
    moved: moved.map(({ id, name, parent }) => ({
      ...{ unit: id, name, from: old.get(id)?.parent ?? null, to: parent },
    })),
    renamed: plan.formerNames.map(({ unit, name }) => ({
      ...{ unit, before: name, after: plan.updated.find(({ id }) => id === unit)?.name ?? "" },
    })),
    names: [...units, ...plan.created]
      .filter(({ id }) => spoken.has(id))
      .map(({ id, name }) => ({ id, name })),
    ...{ before: [...plan.before], after: [...plan.after] },
    tasks: preview.parties.map(({ task, position, unit, ref, content, document, role, holder }) => ({
      ...{
        task,
        ref,
        content,
        document,
        role,
        from: holder,
        to: to.get(`${task} ${position} ${unit}`) ?? null,
      },
    })),
    posts: posts.map(({ name, role, title, unit, heir }) => ({ name, role, title, from: unit, to: heir })),
    sharedSymbols: preview.sharedSymbols.map(({ symbol, name }) => ({ symbol: symbol ?? "", name })),
  };
}

/** Changes of the tree to come. */
export function presentPlans({
  plans,
  mayChange,
}: {
  readonly plans: readonly PlannedChange[];
  readonly mayChange: boolean;
}): UnitPlansAnswer {
  return {
    plans: plans.map(({ id, kind, on, before, after, document, note, at, who, failure }) => ({
      ...{ id, kind, on, before: [...before], after: [...after], document, note, at: at.toISOString(), who },
      failure: failure && { code: failure.code, detail: { ...failure.detail } },
    })),
    mayChange,
  };
}

/** The balance of addressees that were looked up. */
export function presentFound({ addressees, resolved, parties, open }: FoundParties): FoundPartiesAnswer {
  return { addressees, resolved, parties, unbound: open.unbound, nobody: open.nobody, unknown: open.unknown };
}
