import { CompiledQuery, type Kysely, sql, type Transaction } from "kysely";
import { type ConstructorOptions, PgBoss } from "pg-boss";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { queueSchema } from "./backup-tables.ts";
import { applicationName, type Connection } from "./connection.ts";
import { type ProvinceId, provinceId, withProvince } from "./database.ts";
import { listProvinces } from "./provinces.ts";
import { rowsRole } from "./roles.ts";
import type { Instant, Tables } from "./schema.ts";

/** What shall be done: a kind of job, for a thing of a province. Ids only: what a job needs it reads from the tables. */
export interface JobRequest {
  readonly id: string;
  readonly kind: string;
  /** The id of the thing it is done to; for the province as a whole empty, or the hour of what is done hourly. */
  readonly subject: string;
  /** The day for which it is done. */
  readonly on: CalendarDate;
  readonly at: Date;
}

/** A job as it comes to whoever does it. */
export interface Job {
  readonly id: string;
  readonly province: ProvinceId;
  readonly subject: string;
}

/** Does a job; one that throws is tried again later. The signal says to stop: the queue stops, or took the job back. */
export type DoJob = (job: Job, signal: AbortSignal) => Promise<void>;

/** The queue of an installation. */
export interface Queue {
  /**
   * Asks for a job in the transaction of the change that needs it: it exists exactly when the change does. The same kind
   * for the same thing on the same day is asked for once; gives false when it was before.
   */
  readonly request: (
    transaction: Transaction<Tables>,
    province: ProvinceId,
    request: JobRequest,
  ) => Promise<boolean>;
  /** Begins to do jobs of a kind, so many at a time. */
  readonly work: (kind: string, atATime: number, doJob: DoJob) => Promise<void>;
  /** Puts in again what was asked for, is not done and is not in the queue: after a restored backup it is empty. */
  readonly refill: () => Promise<number>;
  /** Ends the jobs under way, which are done again later, and leaves the queue. */
  readonly close: () => Promise<void>;
}

export interface QueueOptions {
  /** The login that works off the queue. */
  readonly jobs: Connection;
  /** Rows of the register, by the program's login. */
  readonly kysely: Kysely<Tables>;
  /** Every kind of job there is. */
  readonly kinds: readonly string[];
  readonly clock: () => Date;
  readonly reportBug: (error: unknown) => void;
  /** A job whose worker is silent for so long (s) is given to another; at least 10. */
  readonly silence?: number;
}

/** A job that throws is tried so often, at growing distances: a database that is away for an hour loses none. */
const retries = { retryLimit: 30, retryDelay: 5, retryDelayMax: 600, retryBackoff: true };
/** Seconds after which a job counts as stuck, whatever its worker says. */
const longest = 12 * 3600;

interface JobRequestTable {
  readonly province_id: number;
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly on_day: CalendarDate;
  readonly requested_at: Instant;
  readonly done_at: Date | null;
}

declare module "./schema.ts" {
  interface Tables {
    job_request: JobRequestTable;
  }
}

/** Opens the queue: makes or updates its tables, by its own login, and lets the program's login put jobs in. */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const { kysely, clock, reportBug } = options;
  const boss = new PgBoss({
    ...given(options.jobs),
    ...{ schema: queueSchema, createSchema: false, application_name: applicationName, max: 5 },
    // Recurring jobs have a timetable of their own, by the days of Vietnam.
    schedule: false,
    ...{ superviseIntervalSeconds: 5, monitorIntervalSeconds: 5, registerInstance: false },
  });
  boss.on("error", reportBug);
  await boss.start();
  for (const kind of options.kinds)
    await boss.createQueue(kind, {
      ...retries,
      ...{ expireInSeconds: longest, heartbeatSeconds: options.silence ?? 30 },
    });
  // The program's login puts in and reads back the id of what it put in, no more.
  await boss.getDb().executeSql(`
    grant insert, select (id) on ${queueSchema}.job_common to ${rowsRole};
    grant select on ${queueSchema}.queue to ${rowsRole}`);
  const stop = new AbortController();
  const send = (transaction: Transaction<Tables>, province: ProvinceId, { kind, id, subject }: Sent) =>
    boss.send(kind, { province, subject }, { id, db: inside(transaction) });
  return {
    request: async (transaction, province, request) => {
      const isNew = await bookRequest(transaction, province, request);
      if (isNew) await send(transaction, province, request);
      return isNew;
    },
    work: async (kind, atATime, doJob) => {
      const doOne = async ([taken]: readonly { id: string; data: unknown; signal: AbortSignal }[]) => {
        const job = taken && jobOf(taken);
        if (!taken || !job) throw new Error(`a job of the kind ${kind} without a thing`);
        await doJob(job, AbortSignal.any([taken.signal, stop.signal]));
        await withProvince(kysely, job.province, (t) => bookDone(t, job, clock()));
      };
      await boss.work(kind, { localConcurrency: atATime, pollingIntervalSeconds: 1 }, doOne);
    },
    refill: async () => {
      let put = 0;
      for (const province of await listProvinces(kysely))
        put += await withProvince(kysely, province, async (t) => {
          const open = await openRequests(t, province);
          const lost = await notInQueue(boss, open);
          for (const request of lost) await send(t, province, request);
          return lost.length;
        });
      return put;
    },
    close: async () => {
      stop.abort();
      await boss.stop({ graceful: true, timeout: 20_000 });
    },
  };
}

/** What a connection names; the library wants what is not named left out. */
function given(connection: Connection): ConstructorOptions {
  const named = Object.entries(connection).filter(([, value]) => value !== undefined);
  // Names and values of a connection are those that the library takes, which are node-postgres' own.
  return Object.fromEntries(named) as ConstructorOptions;
}

type Sent = Pick<JobRequest, "id" | "kind" | "subject">;

/** Statements of the library run inside our transaction. */
function inside(transaction: Transaction<Tables>) {
  return {
    executeSql: async (text: string, values: unknown[] = []) => {
      const { rows } = await transaction.executeQuery(CompiledQuery.raw(text, values));
      return { rows: [...rows] };
    },
  };
}

/** Payloads are ours; one of another form came from elsewhere. */
function jobOf({ id, data }: { readonly id: string; readonly data: unknown }): Job | null {
  if (typeof data !== "object" || data === null || !("province" in data) || !("subject" in data)) return null;
  const province = typeof data.province === "number" ? provinceId(data.province) : null;
  return province !== null && typeof data.subject === "string"
    ? { id, province, subject: data.subject }
    : null;
}

async function bookRequest(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  { id, kind, subject, on, at }: JobRequest,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto("job_request")
    .values({ province_id: province, id, kind, subject, on_day: on, requested_at: at, done_at: null })
    .onConflict((conflict) => conflict.columns(["province_id", "kind", "subject", "on_day"]).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

async function bookDone(transaction: Transaction<Tables>, { id, province }: Job, at: Date): Promise<void> {
  await sql`update job_request set done_at = ${at} where province_id = ${province} and id = ${id}`.execute(
    transaction,
  );
}

/** Takes away what was asked for and done before an instant. */
export async function removeDoneRequests(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  before: Date,
): Promise<void> {
  await sql`delete from job_request where province_id = ${province} and done_at < ${before}`.execute(
    transaction,
  );
}

async function openRequests(
  transaction: Transaction<Tables>,
  province: ProvinceId,
): Promise<readonly Sent[]> {
  const { rows } = await sql<Sent>`
    select id, kind, subject from job_request
     where province_id = ${province} and done_at is null order by requested_at`.execute(transaction);
  return rows;
}

/** Those that the queue does not hold, in whatever state: what failed for good is not begun again by itself. */
async function notInQueue(boss: PgBoss, requests: readonly Sent[]): Promise<readonly Sent[]> {
  if (requests.length === 0) return [];
  const { rows } = await boss
    .getDb()
    .executeSql(`select id from ${queueSchema}.job where id = any($1::uuid[])`, [
      requests.map(({ id }) => id),
    ]);
  const held = new Set(rows.map(({ id }: { id: string }) => id));
  return requests.filter(({ id }) => !held.has(id));
}
