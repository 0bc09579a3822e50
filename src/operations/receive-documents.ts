import { createHash } from "node:crypto";
import { type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { SignedHint } from "../domain/duty/signed-paper.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import type { Quarantine } from "../store/quarantine.ts";
import type { Queue } from "../store/queue.ts";
import {
  type ImportOutcome,
  type ImportRequest,
  type ImportWorld,
  importRead,
  numbersKnownTo,
  type SentFile,
  withNamesApart,
} from "./import-document.ts";
import { writeHistory } from "./register.ts";

/** What scans stand on before they are read: the quarantine, and the queue of those found open. */
export interface ScanWorld extends ImportWorld {
  readonly quarantine: Quarantine;
  readonly queue: Pick<Queue, "request">;
  /** Has what waits in the quarantine looked at soon. */
  readonly checkSoon: () => void;
}

/** What became of files that were sent: an outcome, or a scan that waits to be read. */
export type ReceivedOutcome =
  | ImportOutcome
  | { readonly outcome: "waiting"; readonly files: readonly string[]; readonly scan: string };

export interface ReceiveRequest extends ImportRequest {
  /** The person declares that the files hold no state secrets; it is logged. */
  readonly declaredOpen: boolean;
}

/**
 * Takes files in. What needs no picture read is imported at once, as `importDocuments` does. Files with pages that are
 * pictures go into the quarantine, each by itself unless all files are one document; they wait there until the head of
 * their first page was read, and are read by a job then.
 */
export async function receiveDocuments(
  actor: Actor,
  request: ReceiveRequest,
  world: ScanWorld,
): Promise<Result<readonly ReceivedOutcome[]>> {
  const allowed = permit(actor, "import-document");
  if (!allowed.ok) return allowed;
  const { together, signal, declaredOpen } = request;
  const files = withNamesApart(request.files);
  const how = { together, signal, knownNumbers: () => numbersKnownTo(actor, world) };
  const glanceAt = (some: readonly SentFile[]) =>
    world.readDocuments(
      some.map((file) => ({ ...file, declaredOpen, scans: "none" as const })),
      how,
    );
  const read = await glanceAt(files);
  const hasPictures = files.map((_, at) => (read.pictures[at] ?? 0) > 0);
  if (signal?.aborted || !hasPictures.includes(true))
    return succeed(await importRead(actor, { ...request, files, read }, world));
  // A mark that shows without reading pictures is known already: such a file goes no further.
  const marked = read.unread.filter(({ failure }) => failure.code === "secrecy.marked");
  if (together && marked.length > 0)
    return succeed(
      await importRead(actor, { ...request, files, read: { documents: [], unread: marked } }, world),
    );
  const outcomes: ReceivedOutcome[] = [];
  const isMarked = ({ name }: SentFile) => marked.some(({ file }) => file === name);
  const waiting = files.filter((file, at) => (together || hasPictures[at]) && !isMarked(file));
  const others = files.filter((file) => !waiting.includes(file));
  if (others.length > 0)
    outcomes.push(
      ...(await importRead(actor, { ...request, files: others, read: await glanceAt(others) }, world)),
    );
  for (const lot of together ? [waiting] : waiting.map((file) => [file])) {
    const pages = lot.reduce((sum, file) => sum + (read.pictures[files.indexOf(file)] ?? 0), 0);
    outcomes.push(await quarantine(actor, { request, lot, pages }, world));
  }
  world.checkSoon();
  return succeed(outcomes);
}

/** What goes into the quarantine: files that are read together, how many pictures they have, and what they are for. */
interface QuarantinedLot {
  readonly request: Pick<ReceiveRequest, "together" | "force" | "declaredOpen">;
  readonly lot: readonly SentFile[];
  readonly pages: number;
  readonly signed?: SignedHint;
}

/** Puts files into the quarantine, where the head of their first page is read before anything else. */
export async function quarantine(
  actor: Actor,
  { request, lot, pages, signed }: QuarantinedLot,
  world: ScanWorld,
): Promise<Extract<ReceivedOutcome, { readonly outcome: "waiting" }>> {
  const { together, force, declaredOpen } = request;
  const scan = world.newId();
  const names = lot.map(({ name }) => name);
  if (declaredOpen) await noteDeclaration(actor, { scan, files: lot }, world);
  await world.quarantine.put(
    {
      ...{ id: scan, province: actor.province, sentAt: world.clock() },
      ...{ sentBy: actor.person, sentFrom: actor.address, names, pages },
      ...{ together, force: [...force], declaredOpen, headUnread: false, signed },
    },
    lot.map(({ bytes }) => bytes),
  );
  return { outcome: "waiting", files: names, scan };
}

/** Notes that a person declared files to hold no state secrets: their hashes, no names. */
export async function noteDeclaration(
  actor: Actor,
  { scan, files }: { readonly scan: string; readonly files: readonly { readonly bytes: Uint8Array }[] },
  world: ImportWorld,
): Promise<void> {
  const sha256 = files.map(({ bytes }) => createHash("sha256").update(bytes).digest("hex"));
  await withProvince(world.kysely, actor.province, (t) =>
    writeHistory(t, actor, world, [
      { what: "declare-open", subject: `scan:${scan}`, before: null, after: { sha256 } },
    ]),
  );
}
