import { useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { PlansRequest, TargetPeriodAnswer, TaskTargetsAnswer } from "../../contract/target.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { sayNumber } from "../../domain/language/language.ts";
import { ask } from "../api.ts";
import { writeQuery } from "../places.ts";
import { useTargetsChanged } from "./use-targets.ts";

/** A plan as it stood before it was saved; `value` null: there was none. */
interface PlanBefore {
  readonly unit: string | null;
  readonly value: number | null;
  readonly document: string | null;
}

/** A plan as the field shows it, whatever the language on screen: numbers are typed as Vietnamese offices write them. */
export function sayPlan(value: number): string {
  return sayNumber(value, "vi", 6);
}

/** The plan of a unit in a period; null is all units together. */
function planOf({ line, units }: TargetPeriodAnswer, unit: string | null) {
  return unit === null ? line.plan : (units.find((one) => one.unit.id === unit)?.plan ?? null);
}

/** What was just saved of the plans of a target, and how it is taken back: each as it stood before, by its document. */
export function usePlanUndo(task: string) {
  const changed = useTargetsChanged(task);
  const [saved, setSaved] = useState<{ detail: TargetPeriodAnswer; plans: readonly PlanBefore[] } | null>(
    null,
  );
  const [failure, setFailure] = useState<Failure | null>(null);
  const takeBack = async () => {
    if (saved === null) return;
    const { key: target, line } = saved.detail;
    const where = writeQuery({ target, period: line.key });
    const path = pathTo(apiPaths.taskTargetPeriod, { id: task }) + where;
    const now = await ask<TargetPeriodAnswer>("GET", path);
    setSaved(null);
    if (!now.ok) return setFailure(now.failure);
    for (const [document, some] of Map.groupBy(saved.plans, (plan) => plan.document)) {
      const plans = some.map(({ unit, value }) => ({
        ...{ unit, typed: value === null ? null : sayPlan(value) },
        version: planOf(now.value, unit)?.version ?? null,
      }));
      const body: PlansRequest = { target, period: line.key, document, plans };
      const back = await ask<TaskTargetsAnswer>("PUT", pathTo(apiPaths.taskPlans, { id: task }), body);
      if (!back.ok) setFailure(back.failure);
    }
    await changed();
  };
  return {
    failure,
    isSaved: saved !== null,
    /** Remembers what stood before the plans of some units were saved. */
    remember: (detail: TargetPeriodAnswer, units: readonly (string | null)[]) => {
      setFailure(null);
      const before = units.map((unit) => ({ unit, plan: planOf(detail, unit) }));
      const plans = before.map(({ unit, plan }) => ({
        ...{ unit, value: plan?.value ?? null, document: plan?.document ?? null },
      }));
      setSaved({ detail, plans });
    },
    takeBack: () => void takeBack(),
    forget: () => setSaved(null),
  };
}
