import type { Transaction } from "kysely";
import type { Actor } from "../domain/organisation/actor.ts";
import { jsonText } from "./json-text.ts";
import type { Tables } from "./schema.ts";

/** What was done to one thing. */
export interface HistoryEntry {
  readonly id: string;
  /** The operation, as the code calls it: "import-document". */
  readonly what: string;
  /** Kind and id: "document:0199…". */
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Adds to the history what a person did, in the transaction that does it. */
export async function addHistory(
  transaction: Transaction<Tables>,
  { actor, at }: { readonly actor: Actor; readonly at: Date },
  entries: readonly HistoryEntry[],
): Promise<void> {
  for (let from = 0; from < entries.length; from += 1000)
    await transaction
      .insertInto("history")
      .values(
        entries.slice(from, from + 1000).map(({ id, what, subject, before, after }) => ({
          ...{ province_id: actor.province, id, at, who: actor.person, what, subject },
          before: before === null ? null : jsonText(before),
          after: after === null ? null : jsonText(after),
        })),
      )
      .execute();
}
