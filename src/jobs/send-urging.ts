import { type SendUrgingWorld, sendUrging } from "../operations/send-urging.ts";
import { messageOf, sendUrgingJob } from "../operations/urge-duties.ts";
import type { KindOfJob } from "./kind-of-job.ts";

/** Sends the messages of urging; one that no server took now is tried again. */
export const sendUrgingKind: KindOfJob<SendUrgingWorld> = {
  name: sendUrgingJob,
  atATime: 2,
  doWith:
    (world) =>
    async ({ province, subject }) => {
      const { failure } = await sendUrging({ province, id: messageOf(subject) }, world);
      if (failure) throw new Error(`${failure.code}: ${JSON.stringify(failure.detail)}`);
    },
};
