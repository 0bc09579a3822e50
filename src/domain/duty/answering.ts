import type { CalendarDate } from "../basics/calendar-date.ts";
import { fail, type Result, succeed } from "../basics/result.ts";
import type { UnclearFinding } from "../reading/findings.ts";
import { leadingRoles, type RegisteredTask } from "./registered-task.ts";
import type { Answering, TaskAddressee } from "./task.ts";
import { judgedAnew } from "./task-change-words.ts";

/** Which of several leads answers for the whole, by the key of its name; null: nobody, what was recorded is taken back. */
export interface GivenAnswering extends Answering {
  readonly body: string | null;
}

/** A task after it was recorded who answers for the whole of it. */
export interface AnsweringPlan {
  readonly addressees: readonly TaskAddressee[];
  /** "Responsible" is missing as long as several lead and nobody answers for the whole. */
  readonly unclear: readonly UnclearFinding[];
}

/** The bodies that lead a task, each once. */
export function leadsOf(addressees: readonly TaskAddressee[]): readonly TaskAddressee[] {
  const leads = addressees.filter(({ role }) => leadingRoles.includes(role));
  return leads.filter(({ nameKey }, index) => leads.findIndex((one) => one.nameKey === nameKey) === index);
}

/**
 * Records which of several leads answers for the whole. Fails with `register.answering-alone` where fewer than two bodies
 * lead, `register.answering-unknown` for a body that leads not, `register.answering-collective` for many bodies under one
 * name, and `register.fact-in-future`.
 */
export function planAnswering(
  task: RegisteredTask,
  { body, on, document }: GivenAnswering,
  today: CalendarDate,
): Result<AnsweringPlan> {
  const leads = leadsOf(task.addressees);
  if (body !== null) {
    if (leads.length < 2) return fail("register.answering-alone", { ref: task.ref });
    const meant = leads.find(({ nameKey }) => nameKey === body);
    if (!meant) return fail("register.answering-unknown", { ref: task.ref });
    if (meant.collective) return fail("register.answering-collective", { name: meant.name });
    if (on > today) return fail("register.fact-in-future", { on, today });
  }
  const answers = { on, document: document?.trim() || null };
  const addressees = task.addressees.map((one) => ({
    ...one,
    answers: leadingRoles.includes(one.role) && one.nameKey === body ? answers : null,
  }));
  return succeed({ addressees, unclear: judgedAnew({ ...task, addressees }, ["responsible"]) });
}

/** Other addressees of a task, with what was recorded of who answers for the whole as long as it leads beside others. */
export function keptAnswering(
  before: readonly TaskAddressee[],
  next: readonly TaskAddressee[],
): readonly TaskAddressee[] {
  const answering = before.find(({ answers }) => answers !== null);
  if (!answering || leadsOf(next).length < 2) return next;
  return next.map((one) =>
    one.nameKey === answering.nameKey && leadingRoles.includes(one.role)
      ? { ...one, answers: answering.answers }
      : one,
  );
}
