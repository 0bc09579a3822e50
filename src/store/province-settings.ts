import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import type { ProvinceId } from "./database.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./task-tables.ts";

/** How a province keeps its register; `version` 0: nobody has set anything yet. */
export interface ProvinceSettings {
  readonly startDay: CalendarDate | null;
  readonly soonDays: number;
  readonly version: number;
}

/** Without a word of the province: nothing is from before, 30 days are soon. */
const unset: ProvinceSettings = { startDay: null, soonDays: 30, version: 0 };

/** The settings of a province, locked until the transaction ends when they are going to be changed. */
export async function loadSettings(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { locked = false }: { readonly locked?: boolean } = {},
): Promise<ProvinceSettings> {
  const query = transaction
    .selectFrom("province_setting")
    .select(["start_day", "soon_days", "version"])
    .where("province_id", "=", province);
  const row = await (locked ? query.forUpdate() : query).executeTakeFirst();
  return row ? { startDay: row.start_day, soonDays: row.soon_days, version: row.version } : unset;
}

/** The rules by which states are counted today. One statement. */
export async function loadRules(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  today: CalendarDate,
): Promise<StateRules> {
  const { startDay, soonDays } = await loadSettings(transaction, province);
  return { today, startDay, soonDays };
}

/** Saves the settings; which occurrence stands for each task follows by itself. */
export async function saveSettings(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { startDay, soonDays, version }: ProvinceSettings,
): Promise<void> {
  const values = { start_day: startDay, soon_days: soonDays, version };
  await transaction
    .insertInto("province_setting")
    .values({ province_id: province, ...values })
    .onConflict((conflict) => conflict.column("province_id").doUpdateSet(values))
    .execute();
}
