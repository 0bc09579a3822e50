import { randomBytes } from "node:crypto";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { loadWebhook, saveWebhook } from "../store/webhook.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";
import type { CallOut } from "./send-webhook.ts";

/** The webhook of the province without its secret, which is given once, when it is made. */
export interface ShownWebhook {
  readonly url: string | null;
  readonly version: number;
  /** Of a secret just made. */
  readonly secret: string | null;
}

type WebhookWorld = RegisterWorld & { readonly callOut: CallOut };

/** The webhook of the person's province. */
export async function showWebhook(
  actor: Actor,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<ShownWebhook>> {
  const allowed = permit(actor, "manage-keys");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) => {
    const { webhook, version } = await loadWebhook(transaction, actor.province);
    return succeed({ url: webhook?.url ?? null, version, secret: null });
  });
}

/**
 * Sets the webhook of the province, or takes it away, in the version of the settings that the person saw. Another address
 * gets a new secret of 256 random bits, so that nobody has one that was given to somebody else. Fails with
 * `duty.webhook-address` and `register.settings-changed`.
 */
export async function changeWebhook(
  actor: Actor,
  wanted: { readonly url: string | null; readonly renew: boolean; readonly version: number },
  world: WebhookWorld,
): Promise<Result<ShownWebhook>> {
  const allowed = permit(actor, "manage-keys");
  if (!allowed.ok) return allowed;
  const { url } = wanted;
  if (url !== null && !isCallable(url)) return fail("duty.webhook-address", { url });
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const before = await loadWebhook(transaction, actor.province, { locked: true });
    if (before.version !== wanted.version) return fail("register.settings-changed");
    const keeps = before.webhook !== null && before.webhook.url === url && !wanted.renew;
    const made = url === null || keeps ? null : `whsec_${randomBytes(32).toString("base64")}`;
    const secret = made === null ? before.webhook?.secret : world.callOut.sealer.seal(made);
    const webhook = url === null || secret === undefined ? null : { url, secret };
    const version = before.version + 1;
    await saveWebhook(transaction, actor.province, { webhook, version });
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "set-webhook", subject: `settings:${actor.province}` },
        ...{ before: { url: before.webhook?.url ?? null }, after: { url, renewed: made !== null } },
      },
    ]);
    return succeed({ url, version, secret: made });
  });
}

/** Calls the webhook once with nothing to tell. Fails with `duty.webhook-off` and as the call does. */
export async function tryWebhook(actor: Actor, world: WebhookWorld): Promise<Result<null>> {
  const allowed = permit(actor, "manage-keys");
  if (!allowed.ok) return allowed;
  const { kysely, clock, newId, callOut } = world;
  const { webhook } = await withProvince(kysely, actor.province, (t) => loadWebhook(t, actor.province));
  const secret = webhook && callOut.sealer.open(webhook.secret);
  if (!webhook || secret === null) return fail("duty.webhook-off");
  const call = { url: webhook.url, secret, id: `trial.${actor.province}.${newId()}`, at: clock() };
  return callOut.port.call({ ...call, body: { type: "trial" } });
}

/** An address of the web, without a name and a password in it. */
function isCallable(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false;
  const { username, password, hash } = new URL(text);
  return username === "" && password === "" && hash === "";
}
