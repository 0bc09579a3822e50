import { join } from "node:path";
import type { Kysely } from "kysely";
import type { FileReading } from "../intake/read-file.ts";
import { startTimetable } from "../jobs/timetable.ts";
import { type JobWorld, jobNames, startWorker } from "../jobs/worker.ts";
import { keepCountry } from "../operations/keep-country.ts";
import type { ScanWorld } from "../operations/receive-documents.ts";
import { hourInVietnam } from "../operations/register.ts";
import type { Post } from "../operations/send-urging.ts";
import type { CallOut } from "../operations/send-webhook.ts";
import type { Connection } from "../store/connection.ts";
import { withProvince } from "../store/database.ts";
import type { FileStore } from "../store/files.ts";
import { listProvinces } from "../store/provinces.ts";
import { openQuarantine } from "../store/quarantine.ts";
import { openQueue, type Queue } from "../store/queue.ts";
import type { Tables } from "../store/schema.ts";
import type { Reading } from "./reading.ts";
import { openRegister } from "./register-world.ts";
import { startRepeating } from "./repeated.ts";
import { type ScanDesk, startScanDesk } from "./scan-desk.ts";

/** Between two looks at what the figures of the country are behind; they follow a change within five seconds. */
const countryPauseMilliseconds = 1500;

interface JobParts {
  readonly kysely: Kysely<Tables>;
  /** The login that works off the queue. */
  readonly jobs: Connection;
  readonly files: FileStore;
  readonly reading: Reading;
  readonly clock: () => Date;
  readonly reportBug: (error: unknown) => void;
  /** See `QueueOptions`. */
  readonly silence?: number;
}

/** The register with its scans: the queue, the quarantine, and whoever looks at it. */
export interface ScanRegister {
  readonly register: ReturnType<typeof openRegister> & ScanWorld;
  readonly queue: Queue;
  readonly close: () => Promise<void>;
}

/** Opens queue and quarantine and begins to look at what waits there. */
export async function openScanRegister(
  parts: JobParts & { readonly dataFolder: string },
): Promise<ScanRegister> {
  const queue = await openQueue({ ...parts, kinds: jobNames });
  const quarantine = await openQuarantine(join(parts.dataFolder, "quarantine"));
  let desk: ScanDesk | null = null;
  const register = Object.assign(openRegister(parts), {
    ...{ queue, quarantine },
    checkSoon: () => desk?.checkSoon(),
  });
  desk = startScanDesk(register, parts.reportBug);
  return {
    ...{ register, queue },
    close: async () => {
      await desk.close();
      await queue.close();
    },
  };
}

/**
 * Works off the queue in this process, and keeps the timetable. Scans are read by a child process of their own, so that
 * whoever waits for an upload does not wait for them.
 */
export async function startJobs(
  queue: Queue,
  parts: JobParts & { readonly lane: FileReading; readonly post: Post | null; readonly callOut: CallOut },
): Promise<{ readonly close: () => Promise<void> }> {
  const { reading, lane, post, callOut } = parts;
  const register = openRegister({
    ...parts,
    reading: {
      reading: lane,
      get gazetteer() {
        return reading.gazetteer;
      },
      get holidays() {
        return reading.holidays;
      },
      get agreementProcedures() {
        return reading.agreementProcedures;
      },
      get borderMaps() {
        return reading.borderMaps;
      },
      get timeLimits() {
        return reading.timeLimits;
      },
      ...(reading.repairModel && { repairModel: reading.repairModel }),
      unitFiles: reading.unitFiles,
      close: () => lane.close(),
    },
  });
  const world: JobWorld = Object.assign(register, {
    ...{ queue, callOut, sendsMail: post !== null, mail: post?.mail ?? null, origin: post?.origin ?? "" },
  });
  await startWorker(queue, world);
  const timetable = startTimetable({
    now: () => ({ day: world.today(), hour: hourInVietnam(parts.clock()) }),
    provinces: () => listProvinces(parts.kysely),
    request: async (province, kind, { day, hour }) => {
      const request = { id: world.newId(), kind, subject: hour, on: day, at: parts.clock() };
      await withProvince(parts.kysely, province, (t) => queue.request(t, province, request));
    },
    reportBug: parts.reportBug,
  });
  const country = startRepeating(() => keepCountry(parts.kysely), {
    ...{ pauseMilliseconds: countryPauseMilliseconds, reportBug: parts.reportBug },
  });
  return {
    close: async () => {
      await country.close();
      await timetable.close();
      lane.close();
    },
  };
}
