import { forgetScans } from "../operations/forget-scans.ts";
import type { RegisterWorld } from "../operations/register.ts";
import type { KindOfJob } from "./kind-of-job.ts";

/** Tidies the list of scans of a province, once a day. */
export const forgetScansKind: KindOfJob<RegisterWorld> = {
  name: "forget-scans",
  atATime: 1,
  doWith:
    (world) =>
    async ({ province }) => {
      await forgetScans(province, world);
    },
};
