import type { DutyAnswer, DutyFilters, DutyListAnswer, DutyRowAnswer } from "../contract/duty.ts";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { DutyFilter, DutyRow } from "../domain/duty/duty-query.ts";
import { awaitingStates, dutyStates } from "../domain/duty/duty-state.ts";
import type { HeartbeatRules } from "../domain/duty/heartbeat.ts";
import { daysBetween } from "../domain/duty/occurrence-state.ts";
import { noValue } from "../domain/duty/task-query.ts";
import type { DutyList } from "../operations/list-duties.ts";
import type { ShownDuty } from "../operations/show-duty.ts";
import { presentHeartbeat } from "./present-task.ts";

/** The filter that an address asks for. */
export function dutyFilterOf(query: DutyFilters, person: string): DutyFilter {
  const states = (query.state ?? "").split(",");
  const said = (value: "1" | "0" | undefined) => (value === undefined ? null : value === "1");
  return {
    ...{ words: query.q ?? null, states: dutyStates.filter((state) => states.includes(state)) },
    ...{ unit: query.unit ?? null, alone: query.alone !== undefined, document: query.document ?? null },
    group: query.group === noValue ? "" : (query.group ?? null),
    ...{ task: query.task ?? null, year: query.year ? Number(query.year) : null },
    ...{ month: query.month ?? null, fallen: query.fallen ?? null, step: query.step ?? null },
    ...{ asked: said(query.asked), urged: said(query.urged), unapproved: said(query.head) },
    ...{ proven: query.proven !== undefined, extended: query.extended !== undefined },
    assignedTo: query.mine === undefined ? null : person,
    quiet: query.quiet === undefined ? null : true,
  };
}

/** One page of duties as the list shows it. */
export function presentDutyList({ rules, duties, total, next, facets }: DutyList): DutyListAnswer {
  return {
    ...{ today: rules.today, duties: duties.map((duty) => presentDutyRow(duty, rules)), total, next },
    facets: facets && {
      states: facets.states.map((one) => ({ ...one })),
      groups: facets.groups.map((one) => ({ ...one })),
      units: facets.units.map((one) => ({ ...one })),
    },
  };
}

/** One duty as a row of a list; without rules of heartbeats none is told of. */
export function presentDutyRow(
  { beating, ...duty }: DutyRow,
  { today, heartbeat = null }: { readonly today: CalendarDate; readonly heartbeat?: HeartbeatRules | null },
): DutyRowAnswer {
  const awaited = awaitingStates.includes(duty.state) && duty.owed && duty.lastDay !== null;
  return {
    ...duty,
    heartbeat: presentHeartbeat({ beating }, { heartbeat }),
    daysLeft: awaited && duty.lastDay !== null ? daysBetween(today, duty.lastDay) : null,
  };
}

/** One duty with what was said of it and what the person may do. */
export function presentDuty(
  {
    duty: { facts, reports, targets, unanswered, ...row },
    allowed,
    mayReport,
    mayApprove,
    urged,
    rules,
  }: ShownDuty,
  today: CalendarDate,
): DutyAnswer {
  return {
    ...presentDutyRow(row, rules),
    ...{ targets: [...targets], unanswered },
    ...{ today, allowed: [...allowed], mayReport, mayApprove },
    urged: { times: urged.times, letters: [...urged.letters] },
    facts: facts.map((fact) => ({ ...fact, at: fact.at.toISOString() })),
    reports: reports.map((report) => ({
      ...report,
      measured: report.measured.map((one) => ({ ...one })),
      proofs: report.proofs.map((one) => ({ ...one })),
      writtenAt: report.writtenAt.toISOString(),
    })),
  };
}
