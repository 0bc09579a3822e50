import type { RungKind } from "../../domain/duty/ladder.ts";
import type { UrgingSettingsWords } from "../../domain/language/web-urging-settings.ts";

/** A step of the ladder as it is typed. */
export interface StepFields {
  /** Stays while the step stands on the screen. */
  readonly key: number;
  readonly kind: RungKind;
  readonly side: "before" | "at" | "after";
  readonly days: string;
}

type Step = { readonly kind: RungKind; readonly days: number };

/** A step as fields. */
export function fieldsOf({ kind, days }: Step, key: number): StepFields {
  const side = days < 0 ? "before" : days === 0 ? "at" : "after";
  return { key, kind, side, days: String(Math.abs(days)) };
}

/** What was typed as a step; null: the days are no whole number within 90 before and 365 after. */
export function stepOf({ kind, side, days }: StepFields): Step | null {
  if (side === "at") return { kind, days: 0 };
  const count = /^\d{1,3}$/.test(days.trim()) ? Number(days) : Number.NaN;
  if (side === "before") return count >= 1 && count <= 90 ? { kind, days: -count } : null;
  return count >= 1 && count <= 365 ? { kind, days: count } : null;
}

/** What is wrong with the nth step; null: nothing. */
export function faultOf(
  steps: readonly StepFields[],
  at: number,
  words: Pick<UrgingSettingsWords, "daysWrong" | "twice">,
): string | null {
  const name = (fields: StepFields | undefined) => {
    const step = fields && stepOf(fields);
    return step ? `${step.kind} ${step.days}` : null;
  };
  const own = name(steps[at]);
  if (own === null) return words.daysWrong;
  return steps.slice(0, at).some((step) => name(step) === own) ? words.twice : null;
}
