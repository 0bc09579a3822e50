import type { AgreementWorld } from "../operations/agreement-work.ts";
import { alertAgreements } from "../operations/alert-agreements.ts";
import type { KindOfJob } from "./kind-of-job.ts";

/** Tells those who answer for agreements of ends that come, once a day. */
export const alertAgreementsKind: KindOfJob<AgreementWorld> = {
  name: "alert-agreements",
  atATime: 1,
  doWith:
    (world) =>
    async ({ province }) => {
      await alertAgreements(province, world);
    },
};
