import type { MailPort } from "../delivery/mail.ts";
import { partsOf } from "../domain/basics/calendar-date.ts";
import type { Failure } from "../domain/basics/result.ts";
import type { Holidays } from "../domain/calendar/holidays.ts";
import { daysBetween } from "../domain/duty/occurrence-state.ts";
import { letterWords } from "../domain/language/letters.ts";
import type { ProvinceNumber } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { loadHolidays } from "../store/province-days.ts";
import {
  bookTry,
  closeMessages,
  loadOpenMessage,
  loadToldDuties,
  loadUrgingSettings,
  type MessageToSend,
  type ToldDuty,
} from "../store/urging.ts";
import type { RegisterWorld } from "./register.ts";
import { isTimeToUrge } from "./urging-time.ts";

/** How the program reaches people outside of itself: by mail, with links to where they open it. */
export interface Post {
  readonly mail: MailPort;
  /** "https://…". */
  readonly origin: string;
}

export interface SendUrgingWorld extends RegisterWorld {
  readonly holidays: Holidays;
  /** Null: there is no mail server any more. */
  readonly mail: MailPort | null;
  /** Where people open the program: "https://…". */
  readonly origin: string;
}

/**
 * Sends a message to the person it is for, with what there is still a reason to tell, and books what came of it. The row is
 * held meanwhile, so that two workers never send it both; where the program ends between the server's word and the books,
 * it is sent again under the same Message-ID. Outside the hours of work, or on another day, it stays open, and the next
 * working day's message takes it up. Gives the failure (`mail.unsent`) of a message that is worth another try.
 */
export async function sendUrging(
  { province, id }: { readonly province: ProvinceNumber; readonly id: string },
  world: SendUrgingWorld,
): Promise<{ readonly failure: Failure | null }> {
  const over = { failure: null };
  return withProvince(world.kysely, province, async (transaction) => {
    const settings = await loadUrgingSettings(transaction, province);
    const message = await loadOpenMessage(transaction, province, id);
    if (!settings || !message || message.on !== world.today()) return over;
    const holidays = await loadHolidays(transaction, province, world.holidays);
    if (!isTimeToUrge(settings, { today: world.today, clock: world.clock, holidays })) return over;
    const duties = await loadToldDuties(transaction, province, message.urges);
    if (duties.length === 0 || world.mail === null) {
      await closeMessages(transaction, province, [id], duties.length === 0 ? "needless" : "shown");
      return over;
    }
    const sent = await world.mail.send(letterOf(message, duties, { province, origin: world.origin }));
    const isOpen = !sent.ok && sent.failure.code === "mail.unsent";
    await bookTry(transaction, province, id, {
      state: sent.ok ? "sent" : isOpen ? "unsent" : "refused",
      ...{ at: world.clock(), failure: sent.ok ? null : sent.failure },
    });
    return isOpen ? sent : over;
  });
}

function letterOf(
  message: MessageToSend,
  duties: readonly ToldDuty[],
  { province, origin }: { readonly province: ProvinceNumber; readonly origin: string },
) {
  const { subject, text } = tellingOf(message, duties, origin);
  return { id: `urging.${province}.${message.id}`, to: message.email, subject, text };
}

/** What a message tells, as words, and duty by duty. */
export function tellingOf(
  { on, name }: Pick<MessageToSend, "on" | "name">,
  duties: readonly ToldDuty[],
  origin: string,
) {
  const told = duties.map(({ id: duty, lastDay, ...words }) => {
    const { day, month, year } = partsOf(lastDay);
    return {
      ...{ ...words, lastDay: `${day}/${month}/${year}`, daysLate: daysBetween(lastDay, on) },
      link: `${origin}/duties/${duty}`,
    };
  });
  const words = letterWords.vi.urging;
  const late = told.filter(({ daysLate }) => daysLate > 0).length;
  return {
    ...{ subject: words.subject(late, told.length), text: words.text({ name, duties: told }) },
    duties: told,
  };
}
