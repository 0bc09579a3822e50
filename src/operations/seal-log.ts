import type { Kysely } from "kysely";
import { withProvince } from "../store/database.ts";
import type { LogKey } from "../store/log-key.ts";
import { sealEntries, unsealedProvinces } from "../store/log-seal.ts";
import type { Tables } from "../store/schema.ts";

/** What the sealer stands on. */
export interface SealWorld {
  readonly kysely: Kysely<Tables>;
  readonly clock: () => Date;
  readonly key: LogKey;
}

/** Entries linked in one transaction; 10,000 make five, so that no transaction is long. */
const atATime = 2000;

/**
 * One pass of the sealer: links all waiting entries of all provinces to their chains and signs the new heads. Several
 * programs may pass at once; one province is worked on by one of them. Gives how many entries were linked by this pass.
 */
export async function sealLog({ kysely, clock, key }: SealWorld, stop?: AbortSignal): Promise<number> {
  let sealed = 0;
  for (const province of await unsealedProvinces(kysely)) {
    let linked: number | null;
    do {
      if (stop?.aborted) return sealed;
      linked = await withProvince(kysely, province, (transaction) =>
        sealEntries(transaction, province, { key, at: clock(), most: atATime }),
      );
      sealed += linked ?? 0;
    } while (linked === atATime);
  }
  return sealed;
}
