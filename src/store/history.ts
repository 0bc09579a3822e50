import { sql, type Transaction } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { LogKind } from "../domain/basics/log-chain.ts";
import type { TaskChangeRequest } from "../domain/duty/task-change.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { jsonText } from "./json-text.ts";
import type { Tables } from "./schema.ts";

/** What was done to one thing. */
export interface HistoryEntry {
  readonly id: string;
  /** A change when nothing is said. */
  readonly kind?: LogKind;
  /** The operation, as the code calls it: "import-document". */
  readonly what: string;
  /** Kind and id: "document:0199…". */
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Adds to the history what a person did, in the transaction that does it; sealed by another one later. */
export async function addHistory(
  transaction: Transaction<Tables>,
  { actor, at }: { readonly actor: Pick<Actor, "province" | "person" | "address">; readonly at: Date },
  entries: readonly HistoryEntry[],
): Promise<void> {
  for (let from = 0; from < entries.length; from += 1000)
    await transaction
      .insertInto("history")
      .values(
        entries.slice(from, from + 1000).map(({ id, kind = "change", what, subject, before, after }) => ({
          ...{ province_id: actor.province, id, at, who: actor.person, what, subject, kind },
          address: actor.address,
          before: before === null ? null : jsonText(before),
          after: after === null ? null : jsonText(after),
        })),
      )
      .execute();
}

/** What was done to one thing, as the history has it, with the name of who did it. */
export interface ThingChange {
  readonly id: string;
  readonly at: Date;
  readonly who: string;
  readonly what: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What was done to a thing ("task:0199…"), newest first; at most 500. One statement. */
export async function loadHistory(
  transaction: Transaction<Tables>,
  province: Actor["province"],
  subject: string,
): Promise<readonly ThingChange[]> {
  const { rows } = await sql<ThingChange>`
    select h.id, h.at, coalesce(u.name, h.who) as who, h.what, h.before, h.after
      from history h left join accounts.users u on u.id = h.who
     where h.province_id = ${province} and h.subject = ${subject}
     order by h.at desc, h.id desc limit 500`.execute(transaction);
  return rows;
}

/** What one import of a sheet changed of a task: fields, as they were and in which version it left them, or one occurrence. */
export interface ImportEntry {
  readonly task: string;
  readonly before: TaskChangeRequest;
  readonly version: number | null;
  /** The key of the occurrence that it said was done, and the day; null for a change of fields. */
  readonly occurrence: string | null;
  readonly doneOn: CalendarDate | null;
}

/** What a person's import of a sheet wrote since an instant. One statement. */
export async function loadImport(
  transaction: Transaction<Tables>,
  actor: Actor,
  { importId, since }: { readonly importId: string; readonly since: Date },
): Promise<readonly ImportEntry[]> {
  const { rows } = await sql<ImportEntry>`
    select substr(h.subject, 6) as task, h.before, (h.after ->> 'version')::int as version,
           h.after ->> 'occurrence' as occurrence, h.after ->> 'doneOn' as "doneOn"
      from history h
     where h.province_id = ${actor.province} and h.who = ${actor.person} and h.at > ${since}
       and h.what = 'import-tasks' and h.after ->> 'import' = ${importId}
     order by h.at, h.id`.execute(transaction);
  return rows;
}
