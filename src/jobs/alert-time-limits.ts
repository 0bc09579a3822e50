import { alertTimeLimits } from "../operations/alert-time-limits.ts";
import type { LimitWorld } from "../operations/time-limits.ts";
import type { KindOfJob } from "./kind-of-job.ts";

/** Tells those who answer for records of last days that come or have passed, once a day. */
export const alertTimeLimitsKind: KindOfJob<LimitWorld> = {
  name: "alert-time-limits",
  atATime: 1,
  doWith:
    (world) =>
    async ({ province }) => {
      await alertTimeLimits(province, world);
    },
};
