import type { ProvinceNumber } from "../domain/organisation/actor.ts";
import { type AccountLogEntry, addAccountLog } from "../store/account-log.ts";
import { withProvince } from "../store/database.ts";
import type { RegisterWorld } from "./register.ts";

/** What somebody did with an account, or was refused. */
export type AccountEvent = Omit<AccountLogEntry, "id" | "at">;

/** Writes into the logs of the provinces that a person works for what happened with his account. */
export async function recordAccountEvent(
  event: AccountEvent,
  provinces: readonly ProvinceNumber[],
  { kysely, clock, newId }: Pick<RegisterWorld, "kysely" | "clock" | "newId">,
): Promise<void> {
  for (const province of provinces)
    await withProvince(kysely, province, (transaction) =>
      addAccountLog(transaction, province, { ...event, id: newId(), at: clock() }),
    );
}
