import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Failure } from "../domain/basics/result.ts";
import type { UrgingSettings } from "../domain/duty/urging.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText } from "./json-text.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** How a province urges; `from` null: it does not. `version` is that of all its settings. */
export type KeptUrging = Omit<UrgingSettings, "from"> & {
  readonly from: CalendarDate | null;
  /** Whether people may do without the mail of digests. */
  readonly mailOptional: boolean;
  readonly version: number;
};

/** What stands before anybody has set anything. */
const unset: KeptUrging = {
  ladder: null,
  from: null,
  fromHour: 8,
  toHour: 17,
  mailOptional: false,
  version: 0,
};

/** How the province urges, locked until the transaction ends when it is going to be changed. One statement. */
export async function loadKeptUrging(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { locked = false }: { readonly locked?: boolean } = {},
): Promise<KeptUrging> {
  const { rows } = await sql<KeptUrging>`
    select ladder, urging_from as "from", urging_from_hour as "fromHour", urging_to_hour as "toHour",
           urging_mail_optional as "mailOptional", version
      from province_setting where province_id = ${province} ${locked ? sql`for update` : sql``}`.execute(
    transaction,
  );
  return rows[0] ?? unset;
}

/** Saves how the province urges. One statement. */
export async function saveKeptUrging(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { ladder, from, fromHour, toHour, mailOptional, version }: KeptUrging,
): Promise<void> {
  await sql`
    insert into province_setting (province_id, ladder, urging_from, urging_from_hour, urging_to_hour,
                                  urging_mail_optional, version)
    values (${province}, ${ladder && jsonText(ladder)}::jsonb, ${from}::date, ${fromHour}, ${toHour}, ${mailOptional},
            ${version})
    on conflict (province_id) do update
      set ladder = excluded.ladder, urging_from = excluded.urging_from, urging_from_hour = excluded.urging_from_hour,
          urging_to_hour = excluded.urging_to_hour, urging_mail_optional = excluded.urging_mail_optional, version = excluded.version`.execute(
    transaction,
  );
}

/** A person with his address. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** A message that no server took, with the reason that it gave last. */
export interface UntakenMessage {
  readonly id: string;
  readonly on: CalendarDate;
  readonly person: NamedPerson;
  readonly by: "mail" | "webhook";
  readonly state: "refused" | "unsent" | "givenUp";
  readonly tries: number;
  /** Null: it was never tried. */
  readonly failure: Failure | null;
}

const mostShown = 200;

/** The messages that no server took, the newest first, 200 at most. One statement. */
export async function findUntaken(
  transaction: ProvinceTransaction,
  province: ProvinceId,
): Promise<readonly UntakenMessage[]> {
  const { rows } = await sql<UntakenMessage>`
    with untaken as (
      select m.id, m.person_id, m.on_day, 'mail' as by, m.state, m.tries, m.failure from urging_message m
       where m.province_id = ${province} and m.state in ('refused', 'unsent')
      union all
      select m.id, m.person_id, m.on_day, 'webhook', w.state, w.tries, w.failure
        from urging_delivery w join urging_message m on m.province_id = w.province_id and m.id = w.message_id
       where w.province_id = ${province} and w.state in ('refused', 'unsent', 'givenUp'))
    select n.id, n.on_day as "on", json_build_object('id', h.id, 'name', h.name, 'email', h.email) as person, n.by,
           n.state, n.tries, n.failure
      from untaken n join person h on h.province_id = ${province} and h.id = n.person_id
     order by n.on_day desc, n.id desc, n.by limit ${mostShown}`.execute(transaction);
  return rows;
}

/** People by their ids. One statement. */
export async function loadNames(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  people: readonly string[],
): Promise<ReadonlyMap<string, NamedPerson>> {
  const { rows } = await sql<NamedPerson>`
    select id, name, email from person where province_id = ${province} and id = any (${people})`.execute(
    transaction,
  );
  return new Map(rows.map((person) => [person.id, person]));
}

/** Opens a message again that no server took; gives its day and how often it was tried. Null: there is none. One statement. */
export async function reopenMessage(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  id: string,
): Promise<Pick<UntakenMessage, "on" | "tries"> | null> {
  const { rows } = await sql<Pick<UntakenMessage, "on" | "tries">>`
    update urging_message set state = 'unsent'
     where province_id = ${province} and id = ${id}::uuid and state in ('refused', 'unsent')
    returning on_day as "on", tries`.execute(transaction);
  return rows[0] ?? null;
}
