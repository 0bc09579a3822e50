import { buffer } from "node:stream/consumers";
import type { Failure } from "../domain/basics/result.ts";
import type { PictureReading } from "../domain/document/extract.ts";
import type { ProvinceNumber } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { fileHash } from "../store/files.ts";
import {
  addOutcomes,
  claimScan,
  endScan,
  forgetFiles,
  keepPage,
  lockScan,
  pagesRead,
  releaseScan,
  removeStrayPages,
  type Scan,
} from "../store/scans.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { senderOf } from "./check-quarantine.ts";
import { type ImportOutcome, type ImportWorld, importRead, numbersKnownTo } from "./import-document.ts";
import { keepSigned, type SignedOutcome } from "./keep-signed.ts";
import type { NamedFile, ReadFiles } from "./read-document.ts";
import { neededFiles } from "./sweep-files.ts";

/** Reading is begun so often without coming one page further; then the scan is given up. */
export const mostTries = 3;

/** A scan that this reader has, until somebody calls it off or another reader takes it. */
interface Claimed {
  readonly province: ProvinceNumber;
  readonly scan: Scan;
  readonly claim: string;
  /** Pages of each file that were read before. */
  readonly before: readonly (readonly PictureReading[])[];
}

type Files = readonly (NamedFile & { readonly bytes: Uint8Array })[];

/** The scan was called off, or another reader has it: whatever is under way for it is undone. */
class ScanLost extends Error {}

/**
 * Reads a scan to its end and imports what was read. Each page is kept as soon as it is read, so that whoever begins
 * again goes on behind it; a document and the note that it entered are one transaction, so that none enters twice. Does
 * nothing for a scan that ended. Throws when told to stop: the scan is then read later.
 */
export async function readScan(
  { province, id }: { readonly province: ProvinceNumber; readonly id: string },
  world: ImportWorld,
  signal: AbortSignal,
): Promise<void> {
  const claimed = await begin(province, id, world);
  if (claimed === null) return;
  const files = await openFiles(claimed, world);
  if (files === null) return end(claimed, { code: "scan.file-lost", detail: {} }, world);
  const read = await readPages(claimed, files, world, signal);
  if (signal.aborted) {
    await withProvince(world.kysely, province, (t) => releaseScan(t, province, { id, claim: claimed.claim }));
    throw new Error(`reading of the scan ${id} was stopped`);
  }
  if (read !== null) await save(claimed, files, read, world);
}

async function begin(province: ProvinceNumber, id: string, world: ImportWorld): Promise<Claimed | null> {
  const claim = world.newId();
  const at = world.clock();
  return withProvince(world.kysely, province, async (t) => {
    const scan = await lockScan(t, province, id);
    if (scan === null || scan.endedAt !== null) return null;
    if (scan.tries >= mostTries) {
      await endScan(t, province, {
        ...{ id, at },
        failure: { code: "scan.gave-up", detail: { tries: scan.tries } },
      });
      return null;
    }
    const before: (readonly PictureReading[])[] = [];
    for (const { sha256 } of scan.files)
      before.push(await pagesRead(t, province, { sha256, since: scan.sentAt }));
    const read = before.reduce((sum, pages) => sum + pages.length, 0);
    await claimScan(t, province, { id, claim, at, pagesRead: Math.min(read, scan.pages) });
    return { province, scan, claim, before };
  });
}

/** The files with what was read of them before; null when the file store has not all of them. */
async function openFiles({ scan, before }: Claimed, { files }: ImportWorld): Promise<Files | null> {
  const opened: Files[number][] = [];
  for (const [at, { name, sha256 }] of scan.files.entries()) {
    const hash = fileHash(sha256);
    const content = hash && (await files.read(hash));
    if (!content) return null;
    const bytes = new Uint8Array(await buffer(content));
    opened.push({ name, bytes, declaredOpen: scan.declaredOpen, pagesRead: before[at] ?? [] });
  }
  return opened;
}

/** Reads all pages and keeps each; null when the scan was lost on the way. */
async function readPages(
  { province, scan, claim }: Claimed,
  files: Files,
  world: ImportWorld,
  signal: AbortSignal,
): Promise<ReadFiles | null> {
  const lost = new AbortController();
  let broken: unknown = null;
  let keeping = Promise.resolve();
  const keep = async (at: number, reading: PictureReading) => {
    const sha256 = scan.files[at]?.sha256 ?? "";
    const page = { scan: scan.id, claim, sha256, reading, at: world.clock() };
    const isOurs = await withProvince(world.kysely, province, (t) => keepPage(t, province, page));
    if (!isOurs) lost.abort();
  };
  const read = await world.readDocuments(files, {
    together: scan.together,
    signal: AbortSignal.any([signal, lost.signal]),
    knownNumbers: () => numbersKnownTo(senderOf({ ...scan, province }), world),
    onPage: (at, reading) => {
      keeping = keeping
        .then(() => keep(at, reading))
        .catch((error: unknown) => {
          broken = error;
          lost.abort();
        });
    },
  });
  await keeping;
  if (broken !== null) throw broken;
  return lost.signal.aborted ? null : read;
}

/** Imports what was read, and ends the scan. What an earlier run imported is not imported again. */
async function save(claimed: Claimed, files: Files, read: ReadFiles, world: ImportWorld): Promise<void> {
  const { province, scan, claim } = claimed;
  // Written by the loop below.
  const done = new Set((scan.outcomes as readonly ImportOutcome[]).map((one) => "key" in one && one.key));
  const documents = read.documents.filter(({ output }) => !done.has(output.sha256));
  try {
    const sender = senderOf({ ...scan, province });
    const found = { documents, unread: read.unread };
    const also = async (t: ProvinceTransaction, outcome: ImportOutcome | SignedOutcome) => {
      if (!(await addOutcomes(t, province, { id: scan.id, claim, outcomes: [outcome] })))
        throw new ScanLost();
    };
    const outcomes: readonly (ImportOutcome | SignedOutcome)[] = scan.signed
      ? await keepSigned(sender, { files, read: found, hint: scan.signed, also }, world)
      : await importRead(
          sender,
          { files, together: scan.together, force: new Set(scan.force), read: found, also },
          world,
        );
    const others = outcomes
      .filter(({ outcome }) => outcome !== "imported" && outcome !== "kept")
      .map(withoutSecretNames);
    await withProvince(world.kysely, province, async (t) => {
      if (!(await addOutcomes(t, province, { id: scan.id, claim, outcomes: others }))) throw new ScanLost();
      await endScan(t, province, { id: scan.id, at: world.clock() });
    });
  } catch (error) {
    if (error instanceof ScanLost) return;
    throw error;
  }
  const isSecret = read.unread.some(({ failure }) => failure.code === "secrecy.marked");
  if (isSecret) await forget(claimed, world);
}

function withoutSecretNames<O extends ImportOutcome | SignedOutcome>(outcome: O): O {
  return outcome.outcome === "refused" && outcome.failure.code === "secrecy.marked"
    ? { ...outcome, files: [] }
    : outcome;
}

/** A mark that showed only when all was read: nothing of the files stays, not even their names. */
async function forget({ province, scan }: Claimed, world: ImportWorld): Promise<void> {
  await withProvince(world.kysely, province, async (t) => {
    await forgetFiles(t, province, scan.id);
    await removeStrayPages(t, province);
  });
  for (const { sha256 } of scan.files) {
    const hash = fileHash(sha256);
    if (hash) await world.files.discard(hash, (hashes) => neededFiles(world, hashes));
  }
}

async function end({ province, scan }: Claimed, failure: Failure, world: ImportWorld): Promise<void> {
  await withProvince(world.kysely, province, (t) =>
    endScan(t, province, { id: scan.id, at: world.clock(), failure }),
  );
}
