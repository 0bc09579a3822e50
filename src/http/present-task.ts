import type {
  OccurrenceAnswer,
  RegisteredTaskAnswer,
  TaskFilters,
  TaskListAnswer,
  TaskRowAnswer,
} from "../contract/task.ts";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { type Beating, heartbeatToday, type ProvinceRules } from "../domain/duty/heartbeat.ts";
import { allowedFacts, stageOf } from "../domain/duty/occurrence-fact.ts";
import {
  daysLeft,
  type OccurrenceState,
  occurrenceState,
  occurrenceStates,
  type StateRules,
} from "../domain/duty/occurrence-state.ts";
import {
  leadingRoles,
  openClears,
  type RegisteredOccurrence,
  type RegisteredTask,
  stateOfTask,
  type TaskFacets,
  type TaskRow,
} from "../domain/duty/registered-task.ts";
import type { TaskAddressee } from "../domain/duty/task.ts";
import { suggestedTerm, waitingParts } from "../domain/duty/task-event.ts";
import {
  type AskedTaskFilter,
  noValue,
  type TaskOrder,
  type TaskOrderKey,
} from "../domain/duty/task-query.ts";
import type { Language } from "../domain/language/language.ts";
import { stateWords } from "../domain/language/state-words.ts";
import type { TaskList } from "../operations/list-tasks.ts";

/** The filter that an address asks for. Fails with `register.state-unknown` for states that are none. */
export function filterOf(query: TaskFilters, language: Language, person: string): Result<AskedTaskFilter> {
  const states = (query.state ?? "").split(",").filter((state) => state !== "");
  const strange = states.filter((state) => !occurrenceStates.some((known) => known === state));
  if (strange.length > 0) {
    const known = occurrenceStates.map((state) => `${state} (${stateWords[language][state]})`).join(", ");
    return fail("register.state-unknown", { states: strange.join(", "), known });
  }
  return succeed({
    ...{
      words: query.q ?? null,
      group: query.group === noValue ? "" : (query.group ?? null),
      unit: query.unit ?? null,
    },
    ...{ as: query.as ?? null, lead: query.lead ?? null },
    ...{ role: query.role ?? null, schedule: query.schedule ?? null },
    ...{
      year: query.year === noValue ? noValue : query.year ? Number(query.year) : null,
      quarter: query.quarter ? Number(query.quarter) : null,
    },
    ...{ document: query.document ?? null, unclear: query.unclear ?? null },
    states: occurrenceStates.filter((state) => states.includes(state)),
    general: query.general === undefined ? null : query.general === "true",
    assignedTo: query.mine === undefined ? null : person,
    waiting: query.waiting !== undefined,
    record: query.record ?? null,
    plan: query.plan ?? null,
  });
}

/** The order of its word; by the day due when there is none. */
export function orderOf(sort: string | undefined): TaskOrder {
  const descending = sort?.startsWith("-") ?? false;
  // The contract lets in no other words than keys of orders, with or without "-".
  return { key: (sort?.replace("-", "") ?? "due") as TaskOrderKey, descending };
}

/** One page of the register as the list shows it. */
export function presentTaskList({ rules, tasks, total, next, facets }: TaskList): TaskListAnswer {
  return {
    ...{ today: rules.today, tasks: tasks.map((task) => presentTaskRow(task, rules)), total, next },
    facets: facets && presentFacets(facets),
  };
}

function presentFacets(facets: TaskFacets): TaskListAnswer["facets"] {
  const copy = (name: keyof TaskFacets) =>
    facets[name].map(({ value, label, count }) => ({ value, label, count }));
  return {
    ...{ states: copy("states"), groups: copy("groups"), leads: copy("leads") },
    ...{ coordinators: copy("coordinators"), schedules: copy("schedules"), years: copy("years") },
    ...{ documents: copy("documents"), unclear: copy("unclear") },
  };
}

/** A task as a row of the list. */
export function presentTaskRow(task: TaskRow, rules: ProvinceRules): TaskRowAnswer {
  const state = stateOfTask(task, rules);
  const leads = task.addressees.filter(({ role }) => leadingRoles.includes(role));
  return {
    ...{ id: task.id, ref: task.ref, label: task.label, content: task.content, group: task.group },
    document: presentDocument(task),
    leads: leads.map(presentAddressee),
    coordinators: task.addressees.filter(({ role }) => role === "with").map(presentAddressee),
    ...{ timeWords: task.timeWords, schedule: task.schedule, result: task.result },
    approver: task.approver,
    ...{ unclear: [...openClears(task)], general: task.general, state },
    heartbeat: presentHeartbeat(task, rules),
    current: presentCurrent(task, state, rules.today),
    version: task.version,
  };
}

/** The heartbeat with the day of the latest proof; null for what has none, or for who is not told of it. */
export function presentHeartbeat(
  { beating }: { readonly beating: Beating | null },
  { heartbeat }: Pick<ProvinceRules, "heartbeat">,
): TaskRowAnswer["heartbeat"] {
  const state = heartbeatToday(beating, heartbeat);
  return state === null ? null : { state, provedOn: beating?.provedOn ?? null };
}

function presentDocument({ document }: TaskRow): TaskRowAnswer["document"] {
  const { id, number, kind, issuer, issuedOn, subject, fileName } = document;
  return { id, number, kind, issuer, issuedOn, subject, fileName };
}

function presentCurrent(
  { current }: TaskRow,
  state: OccurrenceState,
  today: CalendarDate,
): TaskRowAnswer["current"] {
  if (current === null) return null;
  const { id, key, dueOn, lastDay, doneOn } = current;
  return { id, key, dueOn, lastDay, doneOn, daysLeft: daysLeft(state, lastDay, today) };
}

function presentAddressee({ name, collective, role, written, share, nameKey, answers }: TaskAddressee) {
  return { name, collective, role, written, share, key: nameKey, answers };
}

/** One task with all that is known of it. */
export function presentTask(task: RegisteredTask, rules: ProvinceRules): RegisteredTaskAnswer {
  return {
    ...presentTaskRow(task, rules),
    ...{ today: rules.today, part: task.part, leadText: task.leadText },
    coordinatingText: task.coordinatingText,
    addressees: task.addressees.map(presentAddressee),
    targets: [...task.targets],
    unclear: task.unclear.map(({ clear, reason, words }) => ({ clear, reason, words })),
    sources: task.sources.map(({ page, lineFrom, lineTo, box }) => ({ page, lineFrom, lineTo, box })),
    ...{
      assignedOn: task.assignedOn,
      acceptedAt: task.acceptedAt.toISOString(),
      acceptedBy: task.acceptedBy,
    },
    withdrawnOn: task.withdrawnOn,
    waiting: waitingParts(task.schedule).map((part) => ({
      ...{ event: part.event, term: suggestedTerm(part, task.timeWords) },
    })),
    occurrences: task.occurrences.map((occurrence) => presentOccurrence(occurrence, task, rules)),
  };
}

function presentOccurrence(
  occurrence: RegisteredOccurrence,
  task: RegisteredTask,
  rules: StateRules,
): OccurrenceAnswer {
  const { id, key, startsOn, dueOn, firstDueOn, lastDay, strictlyBefore } = occurrence;
  const { startedOn, doneOn, product } = occurrence;
  const withdrawnOn = task.withdrawnOn ?? occurrence.withdrawnOn;
  const state = occurrenceState(lastDay, { doneOn, withdrawnOn }, rules);
  return {
    ...{ id, key, startsOn, dueOn, firstDueOn, lastDay, strictlyBefore, startedOn, doneOn, product, state },
    ...{ withdrawnOn: occurrence.withdrawnOn, eventDocument: occurrence.eventDocument },
    ...{ daysLeft: daysLeft(state, lastDay, rules.today) },
    allowed: [...allowedFacts[stageOf(occurrence)]],
    facts: occurrence.facts.map(({ at, ...fact }) => ({
      ...{ id: fact.id, kind: fact.kind, on: fact.on, product: fact.product, note: fact.note, who: fact.who },
      at: at.toISOString(),
    })),
    version: occurrence.version,
  };
}
