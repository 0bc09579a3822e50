import type { Readable } from "node:stream";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { DutyRow } from "../domain/duty/duty-query.ts";
import { permit } from "../domain/duty/permission.ts";
import {
  matchSigned as matchOf,
  paperUnit,
  type SignedCandidate,
  type WaitingReason,
} from "../domain/duty/signed-match.ts";
import type { KeptPaper } from "../domain/duty/signed-paper.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { loadChosenDuties } from "../store/duties.ts";
import { type FileStore, fileHash } from "../store/files.ts";
import { loadRules } from "../store/province-settings.ts";
import { type Sight, sightOf } from "../store/sight.ts";
import {
  findPaperFile,
  findPapers,
  loadPaper,
  openDutiesFor,
  type PaperFilter,
  type PaperState,
} from "../store/signed-papers.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import type { RegisterWorld } from "./register.ts";

/** A signed document with the duties that it may answer. */
export interface ShownPaper {
  readonly paper: KeptPaper;
  /** Why it waits; null when it waits no more. */
  readonly why: WaitingReason | null;
  readonly candidates: readonly (SignedCandidate & { readonly row: DutyRow })[];
  /** Open duties of its unit: proposed and not proposed ones together. */
  readonly open: number;
}

export interface ShownPapers {
  readonly papers: readonly ShownPaper[];
  readonly counts: Readonly<Record<PaperState, number>>;
}

/** Signed documents in sight, those that wait with the duties that they may answer. Fails with `register.not-allowed`. */
export async function listSigned(
  actor: Actor,
  filter: PaperFilter,
  world: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<ShownPapers>> {
  const allowed = permit(actor, "file-signed");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const { papers, counts } = await findPapers(transaction, sight, actor.person, filter);
    return succeed({ papers: await withCandidates(transaction, sight, papers, world), counts });
  });
}

/** One signed document with the duties that it may answer. Fails with `duty.signed-unknown`. */
export async function showSigned(
  actor: Actor,
  id: string,
  world: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<ShownPaper>> {
  const allowed = permit(actor, "file-signed");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const paper = await loadPaper(transaction, sight, actor.person, { id });
    const [shown] = paper ? await withCandidates(transaction, sight, [paper], world) : [];
    return shown ? succeed(shown) : fail("duty.signed-unknown", { id });
  });
}

/** At most so many duties are shown of one paper; the likeliest. */
const mostCandidates = 100;

/** The open duties of all papers that wait are loaded at once, whatever their number. */
async function withCandidates(
  transaction: ProvinceTransaction,
  sight: Sight,
  papers: readonly KeptPaper[],
  { today }: Pick<RegisterWorld, "today">,
): Promise<readonly ShownPaper[]> {
  const waiting = papers.filter(({ outcome }) => outcome === null);
  const units = [...new Set(waiting.flatMap((paper) => paperUnit(paper) ?? []))];
  const numbers = waiting.flatMap((paper) => (paperUnit(paper) === null ? (paper.number ?? []) : []));
  const open = waiting.length === 0 ? [] : await openDutiesFor(transaction, sight, { units, numbers });
  const found = papers.map((paper) => {
    if (paper.outcome !== null) return { paper, why: null, candidates: [], open: 0 };
    const unit = paperUnit(paper);
    const own = open.filter(({ roots }) => (unit === null ? true : roots.includes(unit)));
    const { why, candidates } = matchOf(paper, own);
    return {
      paper,
      why,
      candidates: candidates.slice(0, mostCandidates),
      open: unit === null ? 0 : own.length,
    };
  });
  const ids = [...new Set(found.flatMap(({ candidates }) => candidates.map(({ duty }) => duty)))];
  const rules = await loadRules(transaction, sight.province, today());
  const rows = new Map(
    (ids.length === 0 ? [] : await loadChosenDuties(transaction, sight, ids, rules)).map((row) => [
      row.id,
      row,
    ]),
  );
  return found.map(({ candidates, ...rest }) => ({
    ...rest,
    candidates: candidates.flatMap((one) => {
      const row = rows.get(one.duty);
      return row ? [{ ...one, row }] : [];
    }),
  }));
}

/** A file of a signed document with its content. Fails with `duty.signed-unknown` and `duty.file-missing`. */
export async function openSignedFile(
  actor: Actor,
  which: { readonly id: string; readonly position: number },
  { kysely, files }: Pick<RegisterWorld, "kysely"> & { readonly files: FileStore },
): Promise<Result<{ readonly name: string; readonly size: number; readonly content: Readable }>> {
  const allowed = permit(actor, "file-signed");
  if (!allowed.ok) return allowed;
  const found = await withProvince(kysely, actor.province, (transaction) =>
    findPaperFile(transaction, sightOf(actor, allowed.value), actor.person, which),
  );
  if (found === null) return fail("duty.signed-unknown", { id: which.id });
  const hash = fileHash(found.sha256);
  const content = hash && (await files.read(hash));
  return content === null
    ? fail("duty.file-missing", { name: found.name })
    : succeed({ name: found.name, size: found.size, content });
}
