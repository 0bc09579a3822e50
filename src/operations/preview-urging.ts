import { addDays, type CalendarDate } from "../domain/basics/calendar-date.ts";
import { type Result, succeed } from "../domain/basics/result.ts";
import type { Holidays } from "../domain/calendar/holidays.ts";
import { isDayOff, nextWorkingDay } from "../domain/calendar/working-days.ts";
import { type DayOfUrging, type RungKind, urgeKey } from "../domain/duty/ladder.ts";
import { permit } from "../domain/duty/permission.ts";
import { bookUrging, type UrgingBalance, type UrgingSettings } from "../domain/duty/urging.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { loadHolidays } from "../store/province-days.ts";
import { loadSettings } from "../store/province-settings.ts";
import { loadAddressees } from "../store/urging.ts";
import { loadNames, type NamedPerson } from "../store/urging-settings.ts";
import { hourInVietnam, type RegisterWorld } from "./register.ts";
import { among, climbOn } from "./urge-duties.ts";

/** What would go out on a day. */
export interface UrgingPreview {
  readonly on: CalendarDate;
  readonly balance: UrgingBalance;
  /** Who would have a message, the most duties first; at most 200 of `total`. */
  readonly messages: readonly {
    readonly person: NamedPerson;
    readonly duties: number;
    readonly kinds: readonly RungKind[];
  }[];
  readonly total: number;
}

const mostShown = 200;

/**
 * What would go out on the next working day by settings that need not be saved, if no unit reports until then. What has
 * still to go out today is taken as gone. Nothing is written.
 */
export async function previewUrging(
  actor: Actor,
  wanted: Pick<UrgingSettings, "ladder" | "from" | "toHour">,
  world: RegisterWorld & { readonly holidays: Holidays },
): Promise<Result<UrgingPreview>> {
  const allowed = permit(actor, "change-settings");
  if (!allowed.ok) return allowed;
  const { province } = actor;
  const today = world.today();
  const tomorrow = addDays(today, 1);
  const isBegun = wanted.from <= tomorrow;
  return withProvince(world.kysely, province, async (transaction) => {
    const holidays = await loadHolidays(transaction, province, world.holidays);
    const on = nextWorkingDay(isBegun ? tomorrow : wanted.from, holidays);
    const { startDay } = await loadSettings(transaction, province);
    const settings = { ...wanted, startDay };
    const goesToday =
      !isDayOff(today, holidays) && hourInVietnam(world.clock()) < wanted.toHour && wanted.from <= today;
    const gone = goesToday
      ? (await climbOn(transaction, province, settings, { today, holidays })).day
      : { due: [], overtaken: [] };
    const { day, duties } = await climbOn(transaction, province, settings, { today: on, holidays });
    const left = without(day, gone);
    const { messages, balance } = bookUrging(left, {
      peopleOf: await loadAddressees(transaction, province, among(duties, left.due), on),
      ...{ hadToday: new Set<string>(), carried: [] },
    });
    const shown = messages.toSorted((a, b) => b.urges.length - a.urges.length).slice(0, mostShown);
    const names = await loadNames(
      transaction,
      province,
      shown.map(({ person }) => person),
    );
    return succeed({
      ...{ on, balance, total: messages.length },
      messages: shown.flatMap(({ person, urges }) => {
        const named = names.get(person);
        const kinds = [...new Set(urges.map(({ rung }) => rung.kind))];
        return named
          ? [{ person: named, duties: new Set(urges.map(({ duty }) => duty.id)).size, kinds }]
          : [];
      }),
    });
  });
}

/** A day without the steps that were taken before it. */
function without({ due, overtaken }: DayOfUrging, gone: DayOfUrging): DayOfUrging {
  const taken = new Set([...gone.due, ...gone.overtaken].map(urgeKey));
  const rest = (urges: DayOfUrging["due"]) => urges.filter((urge) => !taken.has(urgeKey(urge)));
  return { due: rest(due), overtaken: rest(overtaken) };
}
