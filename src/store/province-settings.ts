import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { type DueSettings, unsetDueSettings } from "../domain/duty/due-day.ts";
import type { ProvinceRules } from "../domain/duty/heartbeat.ts";
import type { ProvinceId } from "./database.ts";
import type { Sight } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./task-tables.ts";

/** How a province keeps its register; `version` 0: nobody has set anything yet. */
export interface ProvinceSettings extends DueSettings {
  readonly startDay: CalendarDate | null;
  readonly soonDays: number;
  /** How many months entries of the log are kept, at least 12 (Nghị định 53/2022/NĐ-CP). */
  readonly logMonths: number;
  /** How often what has no deadline shall be proven, as ISO 8601 writes a length; null: with the yearly return. */
  readonly heartbeat: string | null;
  readonly version: number;
}

/** Settings to be saved; what is without a word stays as before. */
export type WantedSettings = Pick<ProvinceSettings, "startDay" | "soonDays" | "version"> & {
  readonly logMonths?: number | undefined;
  readonly strictBeforeCounts?: boolean | undefined;
  readonly yearlyCutOff?: string | null | undefined;
  readonly heartbeat?: string | null | undefined;
};

/** Without a word of the province: nothing is from before, 30 days are soon, the log is kept as long as the law asks. */
const unset: ProvinceSettings = {
  ...{ startDay: null, soonDays: 30, logMonths: 12, heartbeat: null, version: 0, ...unsetDueSettings },
};

/** The settings of a province, locked until the transaction ends when they are going to be changed. */
export async function loadSettings(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { locked = false }: { readonly locked?: boolean } = {},
): Promise<ProvinceSettings> {
  const query = transaction
    .selectFrom("province_setting")
    .select([
      "start_day",
      "soon_days",
      "log_months",
      "strict_before_counts",
      "yearly_cut_off",
      "heartbeat",
      "version",
    ])
    .where("province_id", "=", province);
  const row = await (locked ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return unset;
  return {
    ...{ startDay: row.start_day, soonDays: row.soon_days, logMonths: row.log_months, version: row.version },
    ...{ strictBeforeCounts: row.strict_before_counts, yearlyCutOff: row.yearly_cut_off },
    heartbeat: row.heartbeat,
  };
}

/** How the province counts due days; it stays so until the transaction ends. One statement. */
export async function loadDueSettings(
  transaction: ProvinceTransaction,
  province: ProvinceId,
): Promise<DueSettings> {
  const row = await transaction
    .selectFrom("province_setting")
    .select(["strict_before_counts as strictBeforeCounts", "yearly_cut_off as yearlyCutOff"])
    .where("province_id", "=", province)
    .forShare()
    .executeTakeFirst();
  return row ?? unsetDueSettings;
}

/** The rules by which states are counted today. One statement. */
export async function loadRules(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  today: CalendarDate,
): Promise<ProvinceRules> {
  const { startDay, soonDays, heartbeat, yearlyCutOff } = await loadSettings(transaction, province);
  return { today, startDay, soonDays, heartbeat: { today, period: heartbeat, yearlyCutOff } };
}

/** The rules for what somebody sees: heartbeats are for who follows all of the province, and said to no unit. */
export function rulesFor({ reach }: Sight, rules: ProvinceRules): ProvinceRules {
  return reach.kind === "province" ? rules : { ...rules, heartbeat: null };
}

/** Saves the settings; which occurrence stands for each task follows by itself. */
export async function saveSettings(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { startDay, soonDays, logMonths, strictBeforeCounts, yearlyCutOff, heartbeat, version }: WantedSettings,
): Promise<void> {
  const values = {
    ...{ start_day: startDay, soon_days: soonDays, version },
    ...(logMonths === undefined ? {} : { log_months: logMonths }),
    ...(strictBeforeCounts === undefined ? {} : { strict_before_counts: strictBeforeCounts }),
    ...(yearlyCutOff === undefined ? {} : { yearly_cut_off: yearlyCutOff }),
    ...(heartbeat === undefined ? {} : { heartbeat }),
  };
  await transaction
    .insertInto("province_setting")
    .values({ province_id: province, ...values })
    .onConflict((conflict) => conflict.column("province_id").doUpdateSet(values))
    .execute();
}
