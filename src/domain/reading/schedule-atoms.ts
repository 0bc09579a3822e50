import { anyPhraseAt, type Tokens, tokensOf } from "../text/token.ts";
import type { Atom, Found, ScheduleContext } from "./schedule-atom.ts";
import { onDemandAt, relativeAt } from "./schedule-events.ts";
import { rhythmAt } from "./schedule-rhythm.ts";
import { byAt, momentFoundAt, sinceAt, thisPeriodFoundAt } from "./schedule-spans.ts";

/** Every expression of time of a text, in order, none overlapping. */
export function atomsOf(
  text: string,
  context: ScheduleContext,
): { readonly tokens: Tokens; readonly atoms: readonly Atom[] } {
  const tokens = tokensOf(text);
  const atoms: Atom[] = [];
  let at = 0;
  while (at < tokens.length) {
    const found = foundAt(tokens, at, text, context);
    for (const meaning of found?.meanings ?? [])
      atoms.push({
        meaning,
        cue: found?.cue ?? "bare",
        start: at,
        next: found?.next ?? at,
        doubt: found?.doubt ?? 0,
      });
    at = Math.max(found?.next ?? 0, at + 1);
  }
  return { tokens, atoms };
}

function foundAt(tokens: Tokens, at: number, text: string, context: ScheduleContext): Found | null {
  return (
    eventFoundAt(tokens, at, text) ??
    sinceAt(tokens, at, context) ??
    byAt(tokens, at, context) ??
    rhythmFoundAt(tokens, at) ??
    thisPeriodFoundAt(tokens, at, context) ??
    momentFoundAt(tokens, at, context) ??
    continuousAt(tokens, at)
  );
}

function eventFoundAt(tokens: Tokens, at: number, text: string): Found | null {
  const relative = relativeAt(tokens, at, text);
  if (relative) {
    const { after, within, next, doubt } = relative;
    return { meanings: [{ kind: "relative", after, within }], cue: "by", next, doubt };
  }
  const demand = onDemandAt(tokens, at, text);
  if (!demand) return null;
  const cue = demand.weak ? "weak" : "bare";
  return {
    meanings: [{ kind: "onDemand", when: demand.when }],
    cue,
    next: demand.next,
    doubt: demand.weak ? 0.3 : 0.1,
  };
}

function rhythmFoundAt(tokens: Tokens, at: number): Found | null {
  const rhythm = rhythmAt(tokens, at);
  return (
    rhythm && {
      meanings: rhythm.every.map((every) => ({ kind: "rhythm", every })),
      cue: rhythm.frequency ? "times" : rhythm.periodic ? "periodic" : "bare",
      next: rhythm.next,
      doubt: rhythm.doubt,
    }
  );
}

function continuousAt(tokens: Tokens, at: number): Found | null {
  const next = anyPhraseAt(tokens, at, ["thuong xuyen", "lien tuc", "lau dai"]);
  return next === null ? null : { meanings: [{ kind: "continuous" }], cue: "bare", next, doubt: 0 };
}
