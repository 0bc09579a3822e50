import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Failure } from "../domain/basics/result.ts";
import type { UrgingState } from "../domain/duty/urging.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText, plainText } from "./json-text.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import type { MessageToSend } from "./urging.ts";

/** The program of others that a province has messages handed to; `secret` is sealed. */
export interface KeptWebhook {
  readonly url: string;
  readonly secret: string;
}

/** The webhook of a province, null: it has none; and the version of all its settings. One statement. */
export async function loadWebhook(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { locked = false }: { readonly locked?: boolean } = {},
): Promise<{ readonly webhook: KeptWebhook | null; readonly version: number }> {
  const { rows } = await sql<{ url: string | null; secret: string | null; version: number }>`
    select webhook_url as url, webhook_secret as secret, version from province_setting
     where province_id = ${province} ${locked ? sql`for update` : sql``}`.execute(transaction);
  const { url = null, secret = null, version = 0 } = rows[0] ?? {};
  return { webhook: url !== null && secret !== null ? { url, secret } : null, version };
}

/** Sets or takes away the webhook of a province. One statement. */
export async function saveWebhook(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { webhook, version }: { readonly webhook: KeptWebhook | null; readonly version: number },
): Promise<void> {
  const url = webhook && plainText(webhook.url);
  await sql`
    insert into province_setting (province_id, webhook_url, webhook_secret, version)
    values (${province}, ${url}, ${webhook?.secret ?? null}, ${version})
    on conflict (province_id) do update
      set webhook_url = excluded.webhook_url, webhook_secret = excluded.webhook_secret,
          version = excluded.version`.execute(transaction);
}

/** Books that messages shall be handed over; one that is booked stays as it is. One statement. */
export async function insertDeliveries(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  messages: readonly string[],
): Promise<void> {
  await sql`
    insert into urging_delivery (province_id, message_id, state)
    select ${province}, unnest(${messages}::uuid[]), 'planned' on conflict do nothing`.execute(transaction);
}

/** Messages of some earlier days that are not handed over yet. One statement. */
export async function findOpenDeliveries(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { from, before }: { readonly from: CalendarDate; readonly before: CalendarDate },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id from urging_delivery w
      join urging_message m on m.province_id = w.province_id and m.id = w.message_id
     where w.province_id = ${province} and w.state in ('planned', 'unsent')
       and m.on_day >= ${from}::date and m.on_day < ${before}::date
     order by m.on_day, m.id`.execute(transaction);
  return rows.map(({ id }) => id);
}

/** Gives up what was not handed over of messages before a day. One statement. */
export async function giveUpDeliveries(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  before: CalendarDate,
): Promise<void> {
  await sql`
    update urging_delivery w set state = 'givenUp'
      from urging_message m
     where w.province_id = ${province} and w.state in ('planned', 'unsent') and m.province_id = w.province_id
       and m.id = w.message_id and m.on_day < ${before}::date`.execute(transaction);
}

/** A message that is to be handed over, with the person it is for. */
export type MessageToHand = MessageToSend & {
  readonly phone: string | null;
  readonly messageState: UrgingState;
};

/** A message that is to be handed over, its row locked; null: that is done or given up. One statement. */
export async function loadOpenDelivery(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  id: string,
): Promise<MessageToHand | null> {
  const { rows } = await sql<MessageToHand>`
    select m.id, m.person_id as person, m.on_day as "on", m.urges, w.state, m.state as "messageState", h.name, h.email,
           h.phone
      from urging_delivery w
      join urging_message m on m.province_id = w.province_id and m.id = w.message_id
      join person h on h.province_id = m.province_id and h.id = m.person_id
     where w.province_id = ${province} and w.message_id = ${id}::uuid and w.state in ('planned', 'unsent')
       for update of w`.execute(transaction);
  return rows[0] ?? null;
}

/** What became of a message that was, or need not be, handed over. One statement. */
export async function bookDelivery(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  id: string,
  outcome: {
    readonly state: "sent" | "refused" | "unsent" | "needless";
    readonly at: Date;
    readonly failure: Failure | null;
  },
): Promise<void> {
  const { state, at, failure } = outcome;
  await sql`
    update urging_delivery
       set state = ${state}, tries = tries + ${state === "needless" ? 0 : 1}, tried_at = ${at},
           failure = ${failure && jsonText(failure)}::jsonb
     where province_id = ${province} and message_id = ${id}::uuid`.execute(transaction);
}

/** Opens again what was not handed over; gives how often it was tried. Null: there is none. One statement. */
export async function reopenDelivery(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  id: string,
): Promise<{ readonly tries: number } | null> {
  const { rows } = await sql<{ tries: number }>`
    update urging_delivery set state = 'unsent'
     where province_id = ${province} and message_id = ${id}::uuid and state in ('refused', 'unsent', 'givenUp')
    returning tries`.execute(transaction);
  return rows[0] ?? null;
}
