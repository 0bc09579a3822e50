import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { SignedHint } from "../domain/duty/signed-paper.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { lockDuties } from "../store/duty-facts.ts";
import { isUnitWithin } from "../store/people.ts";
import { sightOf } from "../store/sight.ts";
import { type ImportWorld, numbersKnownTo, type SentFile, withNamesApart } from "./import-document.ts";
import { keepSigned, type SignedOutcome } from "./keep-signed.ts";
import { quarantine, type ReceivedOutcome, type ScanWorld } from "./receive-documents.ts";

/** What became of files that a unit sent back signed. */
export type ReceivedSigned = SignedOutcome | Extract<ReceivedOutcome, { readonly outcome: "waiting" }>;

export interface ReceiveSignedRequest {
  readonly files: readonly SentFile[];
  readonly hint: SignedHint;
  /** The person declares that the files hold no state secrets; it is logged. */
  readonly declaredOpen: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Takes signed documents in where no quarantine is at hand: all is read in memory first, pictures of pages too. Fails as
 * `receiveSigned` does.
 */
export async function readSigned(
  actor: Actor,
  { files: sent, hint }: Pick<ReceiveSignedRequest, "files" | "hint">,
  world: ImportWorld,
): Promise<Result<readonly ReceivedSigned[]>> {
  const allowed = permit(actor, "file-signed");
  if (!allowed.ok) return allowed;
  const files = withNamesApart(sent);
  const knownNumbers = () => numbersKnownTo(actor, world);
  const read = await world.readDocuments(files, { together: false, knownNumbers });
  return succeed(await keepSigned(actor, { files, read, hint }, world));
}

/**
 * Takes signed documents in. What needs no picture read is kept at once; files with pages that are pictures wait in the
 * quarantine until the head of their first page was looked through for marks of secrecy, and are read by a job then.
 * Fails with `duty.unknown` and `unit.unknown` for a page beyond the actor's reach.
 */
export async function receiveSigned(
  actor: Actor,
  { files: sent, hint, declaredOpen, signal }: ReceiveSignedRequest,
  world: ScanWorld,
): Promise<Result<readonly ReceivedSigned[]>> {
  const allowed = permit(actor, "file-signed");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  const known = await withProvince(world.kysely, actor.province, async (transaction) => {
    if (hint.duty !== null && (await lockDuties(transaction, sight, [hint.duty])).length === 0)
      return fail("duty.unknown", { id: hint.duty });
    if (hint.unit !== null && !(await isUnitWithin(transaction, sight, hint.unit)))
      return fail("unit.unknown", { id: hint.unit });
    return succeed(null);
  });
  if (!known.ok) return known;
  const files = withNamesApart(sent);
  const how = { together: false, signal, knownNumbers: () => numbersKnownTo(actor, world) };
  const glance = (some: readonly SentFile[]) =>
    world.readDocuments(
      some.map((file) => ({ ...file, declaredOpen, scans: "none" as const })),
      how,
    );
  const first = await glance(files);
  const isMarked = ({ name }: SentFile) =>
    first.unread.some(({ file, failure }) => file === name && failure.code === "secrecy.marked");
  const scans = files.filter((file, at) => (first.pictures[at] ?? 0) > 0 && !isMarked(file));
  const others = files.filter((file) => !scans.includes(file));
  const read = scans.length === 0 ? first : await glance(others);
  const outcomes: ReceivedSigned[] =
    others.length === 0 ? [] : [...(await keepSigned(actor, { files: others, read, hint }, world))];
  for (const file of scans) {
    const pages = first.pictures[files.indexOf(file)] ?? 0;
    const request = { together: false, force: new Set<string>(), declaredOpen };
    outcomes.push(await quarantine(actor, { request, lot: [file], pages, signed: hint }, world));
  }
  if (scans.length > 0) world.checkSoon();
  return succeed(outcomes);
}
