import type { Readable } from "node:stream";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { type DutyFactKind, dutyStage } from "../domain/duty/duty-fact.ts";
import type { DutyRecord } from "../domain/duty/duty-query.ts";
import { recordable } from "../domain/duty/duty-rights.ts";
import type { ProvinceRules } from "../domain/duty/heartbeat.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { reachOf } from "../domain/organisation/rights.ts";
import { withProvince } from "../store/database.ts";
import { findProofFile, loadDuty } from "../store/duties.ts";
import { unitsOfPosts } from "../store/duty-facts.ts";
import { loadDutySettings } from "../store/duty-settings.ts";
import { type FileStore, fileHash } from "../store/files.ts";
import { loadRules, rulesFor } from "../store/province-settings.ts";
import { sightOf } from "../store/sight.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { loadUrgedSoFar, type UrgedSoFar } from "../store/urging-letters.ts";
import type { RegisterWorld } from "./register.ts";

/** A duty with what the actor may do with it now. */
export interface ShownDuty {
  readonly duty: DutyRecord;
  readonly rules: ProvinceRules;
  readonly allowed: readonly DutyFactKind[];
  /** He may write a report of it, and approve one. */
  readonly mayReport: boolean;
  readonly mayApprove: boolean;
  readonly urged: UrgedSoFar;
}

/** One duty with its reports and facts. Fails with `duty.unknown`. */
export async function showDuty(
  actor: Actor,
  id: string,
  world: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<ShownDuty>> {
  return withProvince(world.kysely, actor.province, (transaction) =>
    shownDuty(transaction, actor, id, world),
  );
}

/** The duty as the transaction sees it, for what an operation answers after a change. */
export async function shownDuty(
  transaction: ProvinceTransaction,
  actor: Actor,
  id: string,
  { today }: Pick<RegisterWorld, "today">,
): Promise<Result<ShownDuty>> {
  const allowed = permit(actor, "see-duties");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  const rules = rulesFor(sight, await loadRules(transaction, actor.province, today()));
  const duty = await loadDuty(transaction, sight, id, rules);
  if (duty === null) return fail("duty.unknown", { id });
  const own = (await unitsOfPosts(transaction, actor)).has(duty.holder.id);
  const { confirmingFrom } = await loadDutySettings(transaction, actor.province);
  const stage = dutyStage(duty);
  const open = stage === "open" || stage === "submitted";
  return succeed({
    ...{ duty, rules },
    allowed: recordable(actor, { stage, own, delegatedFrom: confirmingFrom, today: today() }),
    mayReport: open && own && reachOf(actor.held, "report-duty") !== null,
    mayApprove: open && own && reachOf(actor.held, "approve-report") !== null,
    urged: await loadUrgedSoFar(transaction, actor.province, id),
  });
}

/** A file that proves a report. */
export interface ProofFile {
  readonly name: string;
  readonly size: number;
  readonly content: Readable;
}

/** A file that proves a report, with its content. Fails with `duty.unknown`. */
export async function openProofFile(
  actor: Actor,
  id: string,
  { kysely, files }: Pick<RegisterWorld, "kysely"> & { readonly files: FileStore },
): Promise<Result<ProofFile>> {
  const allowed = permit(actor, "see-duties");
  if (!allowed.ok) return allowed;
  const found = await withProvince(kysely, actor.province, (transaction) =>
    findProofFile(transaction, sightOf(actor, allowed.value), id),
  );
  if (found?.sha256 == null) return fail("duty.unknown", { id });
  const hash = fileHash(found.sha256);
  const content = hash && (await files.read(hash));
  return content === null
    ? fail("duty.file-missing", { name: found.reference })
    : succeed({ name: found.reference, size: found.size ?? 0, content });
}
