import { readScanJob } from "../operations/check-quarantine.ts";
import type { ImportWorld } from "../operations/import-document.ts";
import { readScan } from "../operations/read-scan.ts";
import type { KindOfJob } from "./kind-of-job.ts";

/** Reads one scan after the other: each uses all cores, page by page. */
export const readScanKind: KindOfJob<ImportWorld> = {
  name: readScanJob,
  atATime: 1,
  doWith:
    (world) =>
    ({ province, subject }, signal) =>
      readScan({ province, id: subject }, world, signal),
};
