import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { ProvinceNumber } from "../domain/organisation/actor.ts";
import { alertAgreementsKind } from "./alert-agreements.ts";
import { alertTimeLimitsKind } from "./alert-time-limits.ts";
import { forgetScansKind } from "./forget-scans.ts";
import { urgeDutiesKind } from "./urge-duties.ts";

/**
 * What recurs for every province: the kind of job, and the hour in Asia/Ho_Chi_Minh from which it may be done, once a day or
 * once in each hour from then on.
 */
export const timetable: readonly {
  readonly kind: string;
  readonly fromHour: number;
  readonly hourly?: true;
}[] = [
  { kind: forgetScansKind.name, fromHour: 2 },
  { kind: alertAgreementsKind.name, fromHour: 6 },
  { kind: alertTimeLimitsKind.name, fromHour: 6 },
  // The hours of work are a setting of each province.
  { kind: urgeDutiesKind.name, fromHour: 0, hourly: true },
];

export interface TimetableWorld {
  readonly now: () => { readonly day: CalendarDate; readonly hour: number };
  readonly provinces: () => Promise<readonly ProvinceNumber[]>;
  /** Asks for a job of a kind for a province and a day, or an hour ("08:00") of it, unless it was asked for before. */
  readonly request: (
    province: ProvinceNumber,
    kind: string,
    at: { readonly day: CalendarDate; readonly hour: string },
  ) => Promise<void>;
  readonly reportBug: (error: unknown) => void;
}

const minute = 60_000;

/**
 * Looks at the timetable at once and then every minute, and asks for what is due: several programs may do so at a time,
 * and one that slept through the hour does so later in the day. What was due on a day that passed is left out.
 */
export function startTimetable(world: TimetableWorld): { readonly close: () => Promise<void> } {
  const asked = new Set<string>();
  let running = Promise.resolve();
  let isOpen = true;
  const look = async () => {
    const { day, hour } = world.now();
    for (const { kind, fromHour, hourly = false } of timetable) {
      const at = { day, hour: hourly ? `${String(hour).padStart(2, "0")}:00` : "" };
      const key = `${kind} ${day} ${at.hour}`;
      if (hour < fromHour || asked.has(key)) continue;
      for (const province of await world.provinces()) if (isOpen) await world.request(province, kind, at);
      asked.add(key);
    }
  };
  const tick = () => {
    running = running.then(() => (isOpen ? look() : undefined)).catch(world.reportBug);
  };
  tick();
  const timer = setInterval(tick, minute);
  timer.unref();
  return {
    close: async () => {
      isOpen = false;
      clearInterval(timer);
      await running;
    },
  };
}
