import type { Channel, Rung, RungKind } from "../../domain/duty/ladder.ts";
import type { UrgingSettingsWords } from "../../domain/language/web-urging-settings.ts";

/** A step of the ladder as it is typed. */
export interface StepFields {
  /** Stays while the step stands on the screen. */
  readonly key: number;
  readonly kind: RungKind;
  readonly side: "before" | "at" | "after";
  readonly days: string;
  /** Undefined: by all ways that there are. */
  readonly by?: readonly Channel[] | undefined;
}

/** A step as fields. */
export function fieldsOf({ kind, days, by }: Rung, key: number): StepFields {
  const side = days < 0 ? "before" : days === 0 ? "at" : "after";
  return { key, kind, side, days: String(Math.abs(days)), ...(by && { by }) };
}

/** The ways by which messages leave the program. */
export const channels: readonly Channel[] = ["mail", "webhook"];

/** The ways of a step after one was chosen or not; all of them are said by saying nothing. */
export function channelsWith(by: StepFields["by"], channel: Channel, isChosen: boolean): StepFields["by"] {
  const chosen = channels.filter((one) => (one === channel ? isChosen : (by ?? channels).includes(one)));
  return chosen.length === channels.length ? undefined : chosen;
}

/** What was typed as a step; null: the days are no whole number within 90 before and 365 after. */
export function stepOf({ kind, side, days, by }: StepFields): Rung | null {
  const rung = (at: number) => ({ kind, days: at, ...(by && { by }) });
  if (side === "at") return rung(0);
  const count = /^\d{1,3}$/.test(days.trim()) ? Number(days) : Number.NaN;
  if (side === "before") return count >= 1 && count <= 90 ? rung(-count) : null;
  return count >= 1 && count <= 365 ? rung(count) : null;
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
