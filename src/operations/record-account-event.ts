import type { LogKind } from "../domain/basics/log-chain.ts";
import type { ProvinceNumber } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { addHistory } from "../store/history.ts";
import type { RegisterWorld } from "./register.ts";

/** What somebody did with an account, or was refused. */
export interface AccountEvent {
  readonly who: string;
  readonly kind: Extract<LogKind, "signIn" | "refusal" | "change">;
  readonly what: string;
  /** The account that it concerns. */
  readonly person: string;
  readonly address: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

/** Writes into the logs of the provinces that a person works for what happened with his account. */
export async function recordAccountEvent(
  { who, kind, what, person, address, detail }: AccountEvent,
  provinces: readonly ProvinceNumber[],
  { kysely, clock, newId }: Pick<RegisterWorld, "kysely" | "clock" | "newId">,
): Promise<void> {
  for (const province of provinces)
    await withProvince(kysely, province, (transaction) =>
      addHistory(transaction, { actor: { province, person: who, address }, at: clock() }, [
        { id: newId(), kind, what, subject: `person:${person}`, before: null, after: detail },
      ]),
    );
}
