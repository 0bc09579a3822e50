import type { ProvinceId } from "./database.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./task-tables.ts";

/** Filters that a person keeps under a name; `place` is the screen, `query` what stands behind "?" in its address. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly query: string;
  readonly position: number;
}

/** The views of a person, in the order in which he keeps them. */
export async function loadViews(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  owner: string,
): Promise<readonly SavedView[]> {
  return transaction
    .selectFrom("saved_view")
    .select(["id", "name", "place", "query", "position"])
    .where("province_id", "=", province)
    .where("owner", "=", owner)
    .orderBy("place")
    .orderBy("position")
    .orderBy("name")
    .execute();
}

/** Saves a view; one of the same name at the same place gets the new query. */
export async function saveView(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  owner: string,
  { id, name, place, query, position }: SavedView,
): Promise<void> {
  await transaction
    .insertInto("saved_view")
    .values({ province_id: province, id, owner, name, place, query, position })
    .onConflict((conflict) =>
      conflict.columns(["province_id", "owner", "place", "name"]).doUpdateSet({ query }),
    )
    .execute();
}

/** Deletes a view of a person; null when he has none with this id. */
export async function deleteView(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  owner: string,
  id: string,
): Promise<SavedView | null> {
  const found = await transaction
    .deleteFrom("saved_view")
    .where("province_id", "=", province)
    .where("owner", "=", owner)
    .where("id", "=", id)
    .returning(["id", "name", "place", "query", "position"])
    .executeTakeFirst();
  return found ?? null;
}
