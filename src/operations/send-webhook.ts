import type { WebhookPort } from "../delivery/webhook.ts";
import { addDays } from "../domain/basics/calendar-date.ts";
import { type Failure, fail } from "../domain/basics/result.ts";
import type { Holidays } from "../domain/calendar/holidays.ts";
import type { ProvinceNumber } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { loadHolidays } from "../store/province-days.ts";
import type { Queue } from "../store/queue.ts";
import type { Sealer } from "../store/sealed-text.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { loadToldDuties, loadUrgingSettings } from "../store/urging.ts";
import {
  bookDelivery,
  findOpenDeliveries,
  giveUpDeliveries,
  insertDeliveries,
  loadOpenDelivery,
  loadWebhook,
} from "../store/webhook.ts";
import type { RegisterWorld } from "./register.ts";
import { tellingOf } from "./send-urging.ts";
import { isTimeToUrge } from "./urging-time.ts";

/** The kind of job that hands a message to the webhook. */
export const sendWebhookJob = "send-webhook";

/** How the program calls programs of others. */
export interface CallOut {
  readonly port: WebhookPort;
  readonly sealer: Sealer;
  /** Where people open the program: "https://…". */
  readonly origin: string;
}

/** For so many days what was not handed over is tried again each working day. */
const daysTried = 7;

/**
 * Books that messages are handed to the webhook where the province has one, with the jobs that do so; asks for those of
 * the last week again that are not handed over yet, once a day, and gives up what is older.
 */
export async function putDeliveries(
  transaction: ProvinceTransaction,
  province: ProvinceNumber,
  messages: readonly string[],
  world: RegisterWorld & { readonly queue: Pick<Queue, "request"> },
): Promise<void> {
  const { webhook } = await loadWebhook(transaction, province);
  if (webhook === null) return;
  const on = world.today();
  await insertDeliveries(transaction, province, messages);
  const days = { from: addDays(on, -daysTried), before: on };
  await giveUpDeliveries(transaction, province, days.from);
  for (const id of [...messages, ...(await findOpenDeliveries(transaction, province, days))])
    await world.queue.request(transaction, province, {
      ...{ id: world.newId(), kind: sendWebhookJob, subject: id, on, at: world.clock() },
    });
}

/**
 * Hands a message to the webhook of the province, with what there is still a reason to tell, and books what came of it. The
 * row is held meanwhile, so that two workers never hand it over both; where the program ends between the answer and the
 * books, it goes again under the same id, by which the other side knows it. Outside the hours of work it stays open. Gives
 * the failure (`duty.webhook-unsent`) of a message that is worth another try.
 */
export async function sendWebhook(
  { province, id }: { readonly province: ProvinceNumber; readonly id: string },
  world: RegisterWorld & { readonly holidays: Holidays; readonly callOut: CallOut },
): Promise<{ readonly failure: Failure | null }> {
  const over = { failure: null };
  const { port, sealer, origin } = world.callOut;
  return withProvince(world.kysely, province, async (transaction) => {
    const settings = await loadUrgingSettings(transaction, province);
    const message = await loadOpenDelivery(transaction, province, id);
    const { webhook } = await loadWebhook(transaction, province);
    if (!settings || !message) return over;
    const holidays = await loadHolidays(transaction, province, world.holidays);
    if (!isTimeToUrge(settings, { today: world.today, clock: world.clock, holidays })) return over;
    const at = world.clock();
    const duties = await loadToldDuties(transaction, province, message.urges);
    // What a later message tells again is not told twice.
    const isNeedless = duties.length === 0 || message.messageState === "carried";
    if (isNeedless || webhook === null) {
      await bookDelivery(transaction, province, id, { state: "needless", at, failure: null });
      return over;
    }
    const secret = sealer.open(webhook.secret);
    const { name, email, phone, on } = message;
    const told = tellingOf(message, duties, origin);
    const body = { type: "urging", on, person: { name, email, phone }, ...told };
    const call = { url: webhook.url, id: `urging.${province}.${id}`, at, body };
    const sent = secret === null ? fail("duty.webhook-off") : await port.call({ ...call, secret });
    const isOpen = !sent.ok && sent.failure.code === "duty.webhook-unsent";
    await bookDelivery(transaction, province, id, {
      state: sent.ok ? "sent" : isOpen ? "unsent" : "refused",
      ...{ at, failure: sent.ok ? null : sent.failure },
    });
    return isOpen ? sent : over;
  });
}
