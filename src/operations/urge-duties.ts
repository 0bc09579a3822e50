import { addDays, type CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Holidays } from "../domain/calendar/holidays.ts";
import {
  type DayOfUrging,
  isToldBy,
  type Rung,
  type Urge,
  urgeKey,
  urgesOn,
  usualLadder,
} from "../domain/duty/ladder.ts";
import { bookUrging, type UrgingBalance } from "../domain/duty/urging.ts";
import { type ProvinceNumber, programActor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { findMailless } from "../store/messages.ts";
import { loadHolidays } from "../store/province-days.ts";
import type { Queue } from "../store/queue.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import {
  closeMessages,
  insertMessages,
  insertUrging,
  loadAddressees,
  loadMessages,
  loadUrgingSettings,
  loadWaitingDuties,
  type StandingMessage,
  type StandingUrging,
  type WaitingDuty,
} from "../store/urging.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";
import { putDeliveries } from "./send-webhook.ts";
import { isTimeToUrge } from "./urging-time.ts";

/** The kind of job that sends a message. */
export const sendUrgingJob = "send-urging";

/** The subject of a further job for a message, so that it is not the one that was done. */
export function sendingOf(message: string, tries: number): string {
  return `${message} ${tries}`;
}

/** The message that such a job is for. */
export function messageOf(subject: string): string {
  return subject.split(" ")[0] ?? subject;
}

export interface UrgeWorld extends RegisterWorld {
  /** Of the country. */
  readonly holidays: Holidays;
  readonly queue: Pick<Queue, "request">;
  /** Whether there is a mail server; without one the messages stand in the program only. */
  readonly sendsMail: boolean;
}

/** No row of days off in Vietnam is longer, so that a step lies at most so far from its day on the calendar. */
const longestBreak = 15;

/**
 * Takes the steps of the ladder that a province has reached today: books each for good, and gives each person one message
 * at most, in one transaction with the jobs that send them. Run again it finds nothing to do. Gives the books of the run,
 * or null when nobody is urged: urging is off or not begun, nobody works today, or it is not the hour.
 */
export async function urgeDuties(province: ProvinceNumber, world: UrgeWorld): Promise<UrgingBalance | null> {
  const today = world.today();
  return withProvince(world.kysely, province, async (transaction) => {
    const settings = await loadUrgingSettings(transaction, province, { locked: true });
    const holidays = await loadHolidays(transaction, province, world.holidays);
    if (!settings || !isTimeToUrge(settings, { today: world.today, clock: world.clock, holidays }))
      return null;
    const { day, duties } = await climbOn(transaction, province, settings, { today, holidays });
    const standing = await loadMessages(transaction, province, today);
    const hadToday = new Set(standing.filter(({ on }) => on === today).map(({ person }) => person));
    // Who had his message today is told nothing more today, whatever did not reach him before.
    const late = standing.filter(({ on, person }) => on < today && !hadToday.has(person));
    const { steps, messages, balance } = bookUrging(day, {
      peopleOf: await loadAddressees(transaction, province, among(duties, day.due), today),
      ...{ hadToday, carried: stillWaiting(late, duties) },
    });
    await closeLate(transaction, province, late, messages);
    await insertUrging(transaction, province, steps, today);
    await putMessages(transaction, province, messages, world);
    if (steps.length + messages.length > 0)
      await writeHistory(transaction, programActor("urging", province), world, [
        {
          ...{ what: "urge-duties", subject: `province:${province}`, before: null },
          after: { on: today, ...balance, messages: messages.length },
        },
      ]);
    return balance;
  });
}

/** The steps that a day brings to the duties that wait, and these duties. Nothing is written. One statement. */
export async function climbOn(
  transaction: ProvinceTransaction,
  province: ProvinceNumber,
  settings: Pick<StandingUrging, "ladder" | "from" | "startDay">,
  { today, holidays }: { readonly today: CalendarDate; readonly holidays: Holidays },
): Promise<{ readonly day: DayOfUrging; readonly duties: readonly WaitingDuty[] }> {
  const ladder = settings.ladder ?? usualLadder;
  const span = spanOf(ladder, settings, today);
  const duties = span ? await loadWaitingDuties(transaction, province, span) : [];
  const done = new Set(duties.flatMap((duty) => duty.done.map((rung) => urgeKey({ duty, rung }))));
  return { day: urgesOn(duties, { ladder, holidays, today, from: settings.from, done }), duties };
}

/** The last days of duties that may have a step today; null: there is no step. */
function spanOf(
  ladder: readonly Rung[],
  { from, startDay }: Pick<StandingUrging, "from" | "startDay">,
  today: CalendarDate,
): { readonly from: CalendarDate; readonly to: CalendarDate } | null {
  if (ladder.length === 0) return null;
  const days = ladder.map((rung) => rung.days);
  const first = addDays(from, -Math.max(...days) - longestBreak);
  return {
    from: startDay !== null && startDay > first ? startDay : first,
    to: addDays(today, -Math.min(...days) + longestBreak),
  };
}

/** Of duties those that steps speak of. */
export function among(duties: readonly WaitingDuty[], urges: readonly Urge[]): readonly WaitingDuty[] {
  const asked = new Set(urges.map(({ duty }) => duty.id));
  return duties.filter(({ id }) => asked.has(id));
}

/** Of messages that did not reach their people, what there is still a reason to tell. */
function stillWaiting(late: readonly StandingMessage[], duties: readonly WaitingDuty[]) {
  const waiting = new Set(duties.map(({ id, lastDay }) => `${id} ${lastDay}`));
  return late
    .map(({ person, urges }) => ({
      person,
      urges: urges.filter(({ duty }) => waiting.has(`${duty.id} ${duty.lastDay}`)),
    }))
    .filter(({ urges }) => urges.length > 0);
}

async function closeLate(
  transaction: ProvinceTransaction,
  province: ProvinceNumber,
  late: readonly StandingMessage[],
  messages: readonly { readonly person: string }[],
): Promise<void> {
  const told = new Set(messages.map(({ person }) => person));
  const ids = (hasMore: boolean) =>
    late.filter(({ person }) => told.has(person) === hasMore).map(({ id }) => id);
  await closeMessages(transaction, province, ids(true), "carried");
  await closeMessages(transaction, province, ids(false), "needless");
}

async function putMessages(
  transaction: ProvinceTransaction,
  province: ProvinceNumber,
  messages: readonly { readonly person: string; readonly urges: readonly Urge[] }[],
  world: UrgeWorld,
): Promise<void> {
  const { newId, today, clock, queue, sendsMail } = world;
  const mailless = sendsMail
    ? await findMailless(
        transaction,
        province,
        messages.map(({ person }) => person),
      )
    : new Set<string>();
  const isMailed = (person: string, urges: readonly Urge[]) =>
    sendsMail &&
    isToldBy("mail", urges) &&
    !(mailless.has(person) && urges.every(({ rung }) => rung.kind === "digest"));
  const put = messages.map(({ person, urges }) => ({
    ...({ id: newId(), person, on: today() } as const),
    state: isMailed(person, urges) ? ("planned" as const) : ("shown" as const),
    urges: urges.map(({ duty: { id, lastDay }, rung: { kind, days } }) => ({
      ...{ duty: { id, lastDay }, rung: { kind, days } },
    })),
  }));
  await insertMessages(transaction, province, put);
  for (const { id, on } of put.filter(({ state }) => state === "planned"))
    await queue.request(transaction, province, {
      ...{ id: newId(), kind: sendUrgingJob, subject: id, on, at: clock() },
    });
  await putDeliveries(
    transaction,
    province,
    put.filter((_, at) => isToldBy("webhook", messages[at]?.urges ?? [])).map(({ id }) => id),
    world,
  );
}
