import { declarationOf } from "../domain/cooperation/declarations.ts";
import { type RecordFilter, readWhere } from "../domain/cooperation/record-query.ts";
import type { CountedRecord, TargetSource } from "../domain/duty/target-source.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { loadCounted } from "../store/target-sources.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { askingOf } from "./records.ts";

/** The records of each source, whoever asks: a target is one figure of the province. One statement for each. */
export async function countSources(
  transaction: ProvinceTransaction,
  actor: Actor,
  sources: readonly TargetSource[],
): Promise<readonly { readonly source: TargetSource; readonly counted: readonly CountedRecord[] }[]> {
  const all: { source: TargetSource; counted: readonly CountedRecord[] }[] = [];
  for (const source of sources) {
    const declaration = declarationOf(source.register);
    const fields = declaration && readWhere(declaration, source.where);
    if (!declaration || !fields?.ok) continue;
    const filter: RecordFilter = { words: null, owner: source.owner, fields: fields.value };
    const counted = await loadCounted(transaction, askingOf(actor), declaration, { ...source, filter });
    all.push({ source, counted });
  }
  return all;
}
