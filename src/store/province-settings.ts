import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import type { ProvinceId } from "./database.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./task-tables.ts";

/** How a province keeps its register; `version` 0: nobody has set anything yet. */
export interface ProvinceSettings {
  readonly startDay: CalendarDate | null;
  readonly soonDays: number;
  /** How many months entries of the log are kept, at least 12 (Nghị định 53/2022/NĐ-CP). */
  readonly logMonths: number;
  readonly version: number;
}

/** Settings to be saved; without a word on the log it is kept as long as before. */
export type WantedSettings = Omit<ProvinceSettings, "logMonths"> & {
  readonly logMonths?: number | undefined;
};

/** Without a word of the province: nothing is from before, 30 days are soon, the log is kept as long as the law asks. */
const unset: ProvinceSettings = { startDay: null, soonDays: 30, logMonths: 12, version: 0 };

/** The settings of a province, locked until the transaction ends when they are going to be changed. */
export async function loadSettings(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { locked = false }: { readonly locked?: boolean } = {},
): Promise<ProvinceSettings> {
  const query = transaction
    .selectFrom("province_setting")
    .select(["start_day", "soon_days", "log_months", "version"])
    .where("province_id", "=", province);
  const row = await (locked ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return unset;
  const { start_day: startDay, soon_days: soonDays, log_months: logMonths, version } = row;
  return { startDay, soonDays, logMonths, version };
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
  { startDay, soonDays, logMonths, version }: WantedSettings,
): Promise<void> {
  const kept = logMonths === undefined ? {} : { log_months: logMonths };
  const values = { start_day: startDay, soon_days: soonDays, ...kept, version };
  await transaction
    .insertInto("province_setting")
    .values({ province_id: province, ...values })
    .onConflict((conflict) => conflict.column("province_id").doUpdateSet(values))
    .execute();
}
