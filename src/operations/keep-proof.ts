import { type Failure, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { type ImportWorld, noteSecrets, once, type SentFile } from "./import-document.ts";
import { writeHistory } from "./register.ts";

/** What became of files that shall prove something; each is kept or refused. */
export interface KeptProofs {
  readonly kept: readonly { readonly name: string; readonly sha256: string; readonly size: number }[];
  readonly refused: readonly { readonly name: string; readonly failure: Failure }[];
}

/**
 * Keeps files that shall prove a report, until one names them or a day has passed. Each is read for marks of state
 * secrecy first; one that cannot be read (a photograph, an unknown kind) is taken only when the person declares that it
 * holds no secret, which the log keeps.
 */
export async function keepProofs(
  actor: Actor,
  { files, declaredOpen }: { readonly files: readonly SentFile[]; readonly declaredOpen: boolean },
  world: ImportWorld,
): Promise<Result<KeptProofs>> {
  const allowed = permit(actor, "report-duty");
  if (!allowed.ok) return allowed;
  const kept: KeptProofs["kept"][number][] = [];
  const refused: KeptProofs["refused"][number][] = [];
  for (const { name, bytes } of files) {
    const { unread } = await world.readDocuments([{ name, bytes }], { together: false });
    await noteSecrets(actor, unread, world);
    const [failed] = unread;
    if (failed && (failed.failure.code === "secrecy.marked" || !declaredOpen)) {
      const unsaid: Failure = { code: "duty.file-undeclared", detail: { name } };
      refused.push({ name, failure: failed.failure.code === "secrecy.marked" ? failed.failure : unsaid });
      continue;
    }
    const stored = await world.files.put(once(bytes));
    if (failed)
      await withProvince(world.kysely, actor.province, (transaction) =>
        writeHistory(transaction, actor, world, [
          {
            ...{ what: "declare-open", subject: `file:${stored.hash}`, before: null },
            after: { because: failed.failure.code },
          },
        ]),
      );
    kept.push({ name, sha256: stored.hash, size: stored.bytes });
  }
  return succeed({ kept, refused });
}
