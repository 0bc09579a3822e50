import type { ProvinceId } from "../store/database.ts";
import type { HistoryEntry } from "../store/history.ts";
import type { PassedOn } from "../store/record-owners.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { loadUnitsById } from "../store/unit-tree.ts";

/** What the history says of records and registers that went from units to their heirs, or `back` again. */
export async function passedEntries(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  passed: PassedOn | undefined,
  { what, back }: { readonly what: string; readonly back: boolean },
): Promise<readonly Omit<HistoryEntry, "id">[]> {
  const all = [...(passed?.records ?? []), ...(passed?.registers ?? [])];
  if (all.length === 0) return [];
  const units = await loadUnitsById(transaction, province, [
    ...new Set(all.flatMap(({ from, to }) => [from, to])),
  ]);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return all.map(({ register, from, to, ...rest }) => {
    const [giver, taker] = back ? [to, from] : [from, to];
    const subject = "id" in rest ? `record:${rest.id}` : `register:${register}`;
    return {
      ...{ what, subject },
      before: { register, owner: names.get(giver) ?? giver },
      after: { register, owner: names.get(taker) ?? taker },
    };
  });
}
