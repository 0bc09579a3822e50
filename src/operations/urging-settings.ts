import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Language } from "../domain/language/language.ts";
import { letterWords } from "../domain/language/letters.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import type { Queue } from "../store/queue.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import {
  findUntaken,
  type KeptUrging,
  loadKeptUrging,
  loadNames,
  reopenMessage,
  saveKeptUrging,
  type UntakenMessage,
} from "../store/urging-settings.ts";
import { reopenDelivery } from "../store/webhook.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";
import type { Post } from "./send-urging.ts";
import { sendWebhookJob } from "./send-webhook.ts";
import { sendingOf, sendUrgingJob } from "./urge-duties.ts";

/** How the province urges, whether there is a mail server, and what did not reach its people. */
export interface ShownUrging extends KeptUrging {
  readonly mail: boolean;
  readonly untaken: readonly UntakenMessage[];
}

/** What the settings of urging stand on. */
export interface UrgingWorld extends RegisterWorld {
  /** Null: there is no mail server. */
  readonly post: Post | null;
  readonly queue: Pick<Queue, "request">;
}

/** How the person's province urges, for who may change it. */
export async function showUrging(
  actor: Actor,
  { kysely, post }: Pick<UrgingWorld, "kysely" | "post">,
): Promise<Result<ShownUrging>> {
  const allowed = permit(actor, "change-settings");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) =>
    shown(transaction, actor, await loadKeptUrging(transaction, actor.province), post),
  );
}

async function shown(
  transaction: ProvinceTransaction,
  { province }: Actor,
  kept: KeptUrging,
  post: Post | null,
): Promise<Result<ShownUrging>> {
  const untaken = await findUntaken(transaction, province);
  return succeed({ ...kept, mail: post !== null, untaken });
}

/**
 * Changes how the province urges, in the version of the settings that the person saw; steps that were taken stay taken.
 * Fails with `register.settings-changed`.
 */
export async function changeUrging(
  actor: Actor,
  wanted: KeptUrging,
  world: UrgingWorld,
): Promise<Result<ShownUrging>> {
  const allowed = permit(actor, "change-settings");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const before = await loadKeptUrging(transaction, actor.province, { locked: true });
    if (before.version !== wanted.version) return fail("register.settings-changed");
    const after = { ...wanted, version: before.version + 1 };
    await saveKeptUrging(transaction, actor.province, after);
    const subject = `settings:${actor.province}`;
    await writeHistory(transaction, actor, world, [{ what: "urging-settings", subject, before, after }]);
    return shown(transaction, actor, after, world.post);
  });
}

/**
 * Tries a message again that no server took: one of today at once, one of an earlier day with its person's next message.
 * Fails with `duty.message-unknown`.
 */
export async function retryMessage(
  actor: Actor,
  id: string,
  world: UrgingWorld,
): Promise<Result<ShownUrging>> {
  const allowed = permit(actor, "change-settings");
  if (!allowed.ok) return allowed;
  const { province } = actor;
  return withProvince(world.kysely, province, async (transaction) => {
    const opened = await reopenMessage(transaction, province, id);
    const handed = await reopenDelivery(transaction, province, id);
    if (!opened && !handed) return fail("duty.message-unknown");
    const on = world.today();
    if (handed) {
      const subject = sendingOf(id, handed.tries);
      await world.queue.request(transaction, province, {
        ...{ id: world.newId(), kind: sendWebhookJob, subject, on, at: world.clock() },
      });
    }
    if (opened?.on === on) {
      const subject = sendingOf(id, opened.tries);
      await world.queue.request(transaction, province, {
        ...{ id: world.newId(), kind: sendUrgingJob, subject, on, at: world.clock() },
      });
    }
    await writeHistory(transaction, actor, world, [
      { what: "retry-message", subject: `settings:${province}`, before: null, after: { message: id } },
    ]);
    return shown(transaction, actor, await loadKeptUrging(transaction, province), world.post);
  });
}

/** Sends a letter to the person himself, so that he sees whether mail arrives. Fails with `mail.off` and as the mail does. */
export async function sendTrialLetter(
  actor: Actor,
  language: Language,
  world: UrgingWorld,
): Promise<Result<{ readonly to: string }>> {
  const allowed = permit(actor, "change-settings");
  if (!allowed.ok) return allowed;
  const { kysely, post } = world;
  const { person, name, province } = actor;
  if (post === null) return fail("mail.off");
  const names = await withProvince(kysely, province, (transaction) =>
    loadNames(transaction, province, [person]),
  );
  const to = names.get(person)?.email;
  if (to === undefined) return fail("people.unknown");
  const { subject, text } = letterWords[language].trial;
  const sent = await post.mail.send({ to, subject, text: text(name, post.origin) });
  const after = sent.ok ? { email: to, sent: true } : { email: to, sent: false, failure: sent.failure.code };
  await withProvince(kysely, province, (transaction) =>
    writeHistory(transaction, actor, world, [
      { what: "try-mail", subject: `settings:${province}`, before: null, after },
    ]),
  );
  return sent.ok ? succeed({ to }) : sent;
}
