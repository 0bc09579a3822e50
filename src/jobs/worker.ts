import type { AgreementWorld } from "../operations/agreement-work.ts";
import type { ImportWorld } from "../operations/import-document.ts";
import type { SendUrgingWorld } from "../operations/send-urging.ts";
import type { CallOut } from "../operations/send-webhook.ts";
import type { LimitWorld } from "../operations/time-limits.ts";
import type { UrgeWorld } from "../operations/urge-duties.ts";
import type { Queue } from "../store/queue.ts";
import { alertAgreementsKind } from "./alert-agreements.ts";
import { alertTimeLimitsKind } from "./alert-time-limits.ts";
import { forgetScansKind } from "./forget-scans.ts";
import type { KindOfJob } from "./kind-of-job.ts";
import { readScanKind } from "./read-scan.ts";
import { sendUrgingKind } from "./send-urging.ts";
import { sendWebhookKind } from "./send-webhook.ts";
import { urgeDutiesKind } from "./urge-duties.ts";

/** What jobs stand on. */
export type JobWorld = ImportWorld &
  UrgeWorld &
  SendUrgingWorld &
  AgreementWorld &
  LimitWorld & { readonly callOut: CallOut };

/** Every kind of job there is. A new one is a file beside this one and a line here; if it recurs, a line in the timetable. */
const kinds: readonly KindOfJob<JobWorld>[] = [
  readScanKind,
  forgetScansKind,
  alertAgreementsKind,
  alertTimeLimitsKind,
  urgeDutiesKind,
  sendUrgingKind,
  sendWebhookKind,
];

/** The names of all kinds of jobs. */
export const jobNames: readonly string[] = kinds.map(({ name }) => name);

/** Begins to work off the queue, all kinds side by side; ends with the queue. */
export async function startWorker(queue: Queue, world: JobWorld): Promise<void> {
  await queue.refill();
  for (const { name, atATime, doWith } of kinds) await queue.work(name, atATime, doWith(world));
}
