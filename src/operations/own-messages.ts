import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { findOwnAlerts, type OwnAlert } from "../store/agreement-alerts.ts";
import { markAlertsRead } from "../store/alert-readers.ts";
import { withProvince } from "../store/database.ts";
import { findOwnLimitAlerts, type OwnLimitAlert } from "../store/limit-alerts.ts";
import {
  countUnread,
  findOwnMessages,
  loadMailChoice,
  type MailChoice,
  markRead,
  type OwnMessage,
  saveMailChoice,
} from "../store/messages.ts";
import { sightOf } from "../store/sight.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** A page of a person's own messages: those of so many days. */
export interface OwnMessages {
  readonly messages: readonly OwnMessage[];
  /** What he was told of ends of agreements; on the first page alone. */
  readonly alerts: readonly OwnAlert[];
  /** What he was told of time limits of records; on the first page alone. */
  readonly limitAlerts: readonly OwnLimitAlert[];
  readonly unread: number;
  readonly mail: MailChoice;
  /** The day before which the next page begins; null: there is none. */
  readonly next: CalendarDate | null;
}

const daysShown = 30;

/** A person's own messages before a day, the newest first, those of thirty days at a time. Five statements. */
export async function listOwnMessages(
  actor: Actor,
  before: CalendarDate | null,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<OwnMessages>> {
  const allowed = permit(actor, "see-duties");
  if (!allowed.ok) return allowed;
  const { province, person } = actor;
  return withProvince(kysely, province, async (transaction) => {
    // A day has one message of each kind at most.
    const asked = { person, before, limit: daysShown + 1 };
    const found = await findOwnMessages(transaction, sightOf(actor, allowed.value), asked);
    const days = [...new Set(found.map(({ on }) => on))];
    const last = days.length > daysShown ? (days[daysShown - 1] ?? null) : null;
    const messages = found.filter(({ on }) => last === null || on >= last);
    return succeed({
      messages,
      alerts: before === null ? await findOwnAlerts(transaction, province, person) : [],
      limitAlerts: before === null ? await findOwnLimitAlerts(transaction, province, person) : [],
      unread: await countUnread(transaction, province, person),
      mail: await loadMailChoice(transaction, province, person),
      next: last,
    });
  });
}

/** Marks some of a person's own messages as read, or all; those of others stay as they are. Gives how many are left. */
export async function readOwnMessages(
  actor: Actor,
  ids: readonly string[] | null,
  { kysely, clock }: Pick<RegisterWorld, "kysely" | "clock">,
): Promise<Result<number>> {
  const allowed = permit(actor, "see-duties");
  if (!allowed.ok) return allowed;
  const { province, person } = actor;
  return withProvince(kysely, province, async (transaction) => {
    const read = { person, ids, at: clock() };
    await markRead(transaction, province, read);
    await markAlertsRead(transaction, province, "agreement_alert_reader", read);
    await markAlertsRead(transaction, province, "limit_alert_reader", read);
    return succeed(await countUnread(transaction, province, person));
  });
}

/** Chooses whether digests come by mail too. Fails with `duty.mail-not-optional`. */
export async function chooseMail(
  actor: Actor,
  wanted: boolean,
  world: RegisterWorld,
): Promise<Result<MailChoice>> {
  const allowed = permit(actor, "see-duties");
  if (!allowed.ok) return allowed;
  const { province, person } = actor;
  return withProvince(world.kysely, province, async (transaction) => {
    const before = await loadMailChoice(transaction, province, person);
    if (!before.isOptional && !wanted) return fail("duty.mail-not-optional");
    const after = { ...before, wanted };
    if (before.wanted !== wanted) {
      await saveMailChoice(transaction, province, { person, wanted });
      await writeHistory(transaction, actor, world, [
        { what: "choose-mail", subject: `person:${person}`, before, after },
      ]);
    }
    return succeed(after);
  });
}
