import { type CallOut, sendWebhook, sendWebhookJob } from "../operations/send-webhook.ts";
import { messageOf, type UrgeWorld } from "../operations/urge-duties.ts";
import type { KindOfJob } from "./kind-of-job.ts";

/** Hands the messages of urging to the webhook of their province; one that is not taken now is tried again. */
export const sendWebhookKind: KindOfJob<UrgeWorld & { readonly callOut: CallOut }> = {
  name: sendWebhookJob,
  atATime: 2,
  doWith:
    (world) =>
    async ({ province, subject }) => {
      const { failure } = await sendWebhook({ province, id: messageOf(subject) }, world);
      if (failure) throw new Error(`${failure.code}: ${JSON.stringify(failure.detail)}`);
    },
};
