import { type UrgeWorld, urgeDuties } from "../operations/urge-duties.ts";
import type { KindOfJob } from "./kind-of-job.ts";

/** Takes the steps of urging that a province has reached, once in each hour. */
export const urgeDutiesKind: KindOfJob<UrgeWorld> = {
  name: "urge-duties",
  atATime: 1,
  doWith:
    (world) =>
    async ({ province }) => {
      await urgeDuties(province, world);
    },
};
