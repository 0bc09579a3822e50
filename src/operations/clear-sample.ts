import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { lockImports } from "../store/documents.ts";
import type { FileStore } from "../store/files.ts";
import { saveSettings } from "../store/province-settings.ts";
import { clearSampleRows, loadContents, loadFileHashes } from "../store/sample.ts";
import { sightOf } from "../store/sight.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";
import { sampleFiller } from "./sample.ts";
import { neededFiles } from "./sweep-files.ts";

/** What a person saw that clearing takes away. */
export interface SeenContents {
  readonly documents: number;
  readonly tasks: number;
}

/** What went: rows of documents and tasks, and files that no document names any more. */
export interface ClearedSample extends SeenContents {
  readonly files: number;
}

/**
 * Empties the register of a province that holds a sample, people's own documents with it, in one transaction; the
 * history stays, and the register begins anew on this day. Then the files go that no document of any province names. Fails with `register.sample-none`, and with
 * `register.sample-changed` when there is more or less by now than the person saw.
 */
export async function clearSample(
  actor: Actor,
  seen: SeenContents,
  world: RegisterWorld & { readonly files: FileStore },
): Promise<Result<ClearedSample>> {
  const allowed = permit(actor, "clear-sample");
  if (!allowed.ok) return allowed;
  const cleared = await withProvince(
    world.kysely,
    actor.province,
    async (transaction): Promise<Result<readonly string[]>> => {
      await lockImports(transaction, actor.province);
      const { documents, tasks, own } = await loadContents(
        transaction,
        sightOf(actor, allowed.value),
        sampleFiller,
      );
      if (documents !== seen.documents || tasks !== seen.tasks)
        return fail("register.sample-changed", { documents, tasks });
      const hashes = await loadFileHashes(transaction, actor.province);
      if (!(await clearSampleRows(transaction))) return fail("register.sample-none");
      const settings = { startDay: world.today(), soonDays: 30, version: 1 };
      await saveSettings(transaction, actor.province, settings);
      await writeHistory(transaction, actor, world, [
        {
          ...{ what: "clear-sample", subject: `sample:${actor.province}` },
          before: { documents, tasks, own: own.map(({ number, fileName }) => number ?? fileName) },
          after: settings,
        },
      ]);
      return succeed(hashes);
    },
  );
  if (!cleared.ok) return cleared;
  const gone = new Set(cleared.value);
  const removed = await world.files.sweep(world.clock(), async (hashes) => {
    const needed = await neededFiles(world, hashes);
    // A file that is no document's yet may be one on its way in.
    return new Set(hashes.filter((hash) => !gone.has(hash) || needed.has(hash)));
  });
  return succeed({ ...seen, files: removed.length });
}
