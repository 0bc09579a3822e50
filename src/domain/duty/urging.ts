import type { CalendarDate } from "../basics/calendar-date.ts";
import {
  type DayOfUrging,
  planUrging,
  type Rung,
  rungAudience,
  type Urge,
  type UrgedDuty,
  type UrgingMessage,
} from "./ladder.ts";

/** How a province urges. */
export interface UrgingSettings {
  /** Its ladder; null: the usual one. */
  readonly ladder: readonly Rung[] | null;
  /** The day from which units are urged. */
  readonly from: CalendarDate;
  /** Messages go out from the first of these hours and before the second, in Asia/Ho_Chi_Minh. */
  readonly fromHour: number;
  readonly toHour: number;
}

/** What became of a step. `unheard`: nobody in the unit holds the post that it speaks to. */
export type UrgingOutcome = "told" | "overtaken" | "letter" | "meeting" | "unheard";

/** What becomes of a message. It is open while it is `planned` or `unsent`. */
export type UrgingState = "planned" | "shown" | "sent" | "refused" | "unsent" | "carried" | "needless";

/** The steps of a day, each with what becomes of it. Reached = the sum of all others. */
export interface UrgingBalance {
  readonly reached: number;
  readonly told: number;
  readonly overtaken: number;
  readonly letters: number;
  readonly meeting: number;
  readonly unheard: number;
  /** Left for the next working day: somebody whom they speak to had his message of today before. */
  readonly waiting: number;
}

/** What a run of urging writes. */
export interface BookedUrging {
  readonly steps: readonly (Urge & { readonly outcome: UrgingOutcome })[];
  readonly messages: readonly UrgingMessage[];
  readonly balance: UrgingBalance;
}

/**
 * Puts a day's steps into the books. `hadToday` are people who had their one message today; what speaks to them waits.
 * `carried` are messages of earlier days that did not reach their people: what still has a reason in them is told today.
 * Throws when a step is lost: reached = told + overtaken + letters + meeting + unheard + waiting.
 */
export function bookUrging(
  { due, overtaken }: DayOfUrging,
  {
    peopleOf,
    hadToday,
    carried,
  }: {
    readonly peopleOf: (duty: UrgedDuty, audience: "officer" | "head") => readonly string[];
    readonly hadToday: ReadonlySet<string>;
    readonly carried: readonly UrgingMessage[];
  },
): BookedUrging {
  const waits = ({ duty, rung }: Urge) => {
    const audience = rungAudience[rung.kind];
    if (audience === "focal" || audience === "chair") return false;
    return peopleOf(duty, audience).some((person) => hadToday.has(person));
  };
  const now = due.filter((urge) => !waits(urge));
  const { messages, letters, meeting, unheard } = planUrging(now, peopleOf);
  const told = [...new Set(messages.flatMap(({ urges }) => urges))];
  const as = (outcome: UrgingOutcome, urges: readonly Urge[]) => urges.map((urge) => ({ ...urge, outcome }));
  return {
    steps: [
      ...as("told", told),
      ...as("overtaken", overtaken),
      ...as("letter", letters),
      ...as("meeting", meeting),
      ...as("unheard", unheard),
    ],
    messages: joined([...carried, ...messages]),
    balance: checkedUrging({
      ...{ reached: due.length + overtaken.length, told: told.length, overtaken: overtaken.length },
      ...{ letters: letters.length, meeting: meeting.length, unheard: unheard.length },
      waiting: due.length - now.length,
    }),
  };
}

/** One message a person: what was carried first, as it is the older. */
function joined(messages: readonly UrgingMessage[]): readonly UrgingMessage[] {
  const byPerson = new Map<string, readonly Urge[]>();
  for (const { person, urges } of messages) byPerson.set(person, [...(byPerson.get(person) ?? []), ...urges]);
  return [...byPerson].map(([person, urges]) => ({ person, urges }));
}

function checkedUrging(balance: UrgingBalance): UrgingBalance {
  const { reached, told, overtaken, letters, meeting, unheard, waiting } = balance;
  if (reached !== told + overtaken + letters + meeting + unheard + waiting)
    throw new Error(`urging does not balance: ${JSON.stringify(balance)}`);
  return balance;
}
