import type { Failure } from "../domain/basics/result.ts";
import type { PictureReading } from "../domain/document/extract.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import type { Quarantined } from "../store/quarantine.ts";
import { insertPage, insertScan, type ScanFile } from "../store/scans.ts";
import { noteSecrets, once, type SentFile } from "./import-document.ts";
import type { UnreadFile } from "./read-document.ts";
import type { ScanWorld } from "./receive-documents.ts";

/** The kind of job that reads a scan. */
export const readScanJob = "read-scan";

const day = 86_400_000;

/** A file that waits longer than this (ms) for somebody's word is removed. */
export const longestQuarantine = day;

/** What says that nobody knows whether a mark stands on the first page. */
const headUnread: readonly string[] = ["secrecy.head-unread", "file.scan", "file.scan-unread"];

/**
 * Reads the head of the first page of files in the quarantine. One with a mark of secrecy is refused and its copy
 * deleted; only the refusal is logged (Luật Bảo vệ bí mật nhà nước 117/2025/QH15). One whose head cannot be read waits
 * for the person's declaration, unless he gave it. All others go into the file store, and a job is asked for that reads
 * them, in one transaction.
 */
export async function checkQuarantined(
  entry: Quarantined,
  world: ScanWorld,
  signal: AbortSignal,
): Promise<void> {
  const content = await world.quarantine.read(entry);
  if (content === null) return;
  const { together, declaredOpen } = entry;
  const files = content.map((bytes, at) => ({ name: entry.names[at] ?? String(at), bytes }));
  const heads = files.map((file) => ({ ...file, declaredOpen, scans: "head" as const }));
  const firstPages = new Map<string, PictureReading>();
  const { unread } = await world.readDocuments(heads, {
    ...{ together, signal },
    onPage: (at, reading) => firstPages.set(files[at]?.name ?? "", reading),
  });
  if (signal.aborted) return;
  const marked = unread.filter(({ failure }) => failure.code === "secrecy.marked");
  const secret = new Set(marked.map(({ file }) => file));
  const open = together && secret.size > 0 ? [] : files.filter(({ name }) => !secret.has(name));
  if (marked.length > 0) await noteSecrets(senderOf(entry), marked, world);
  if (!declaredOpen && unread.some(({ file, failure }) => isUnsure(failure) && !secret.has(file))) {
    if (secret.size === 0) return world.quarantine.update({ ...entry, headUnread: true });
  }
  const hopeless = open.length === 0 || open.every(({ name }) => unread.some(({ file }) => file === name));
  if (hopeless) await refuse(entry, unread, world);
  else await accept(entry, { open, firstPages }, world);
  world.quarantine.remove(entry.id);
}

function isUnsure({ code }: Failure): boolean {
  return headUnread.includes(code);
}

/** Ends a scan that is not taken in; neither its content nor its names are kept. */
async function refuse(entry: Quarantined, unread: readonly UnreadFile[], world: ScanWorld): Promise<void> {
  const failure =
    unread.find(({ failure: { code } }) => code === "secrecy.marked")?.failure ?? unread[0]?.failure;
  if (!failure) throw new Error("a scan is refused for no reason");
  await endInQuarantine(entry, failure, world);
}

/** Notes the end of a scan that never left the quarantine. */
async function endInQuarantine(entry: Quarantined, failure: Failure, world: ScanWorld): Promise<void> {
  await withProvince(world.kysely, entry.province, (t) =>
    insertScan(t, entry.province, { ...entry, files: [], endedAt: world.clock(), failure }),
  );
}

/**
 * Puts the files where the job finds them, and asks for the job in the transaction that enters the scan. The first pages,
 * by the names of their files, are read already.
 */
async function accept(
  entry: Quarantined,
  {
    open,
    firstPages,
  }: { readonly open: readonly SentFile[]; readonly firstPages: ReadonlyMap<string, PictureReading> },
  world: ScanWorld,
): Promise<void> {
  const files: ScanFile[] = [];
  for (const [position, { name, bytes }] of open.entries()) {
    const { hash, bytes: size } = await world.files.put(once(bytes));
    files.push({ position, name, sha256: hash, size });
  }
  await withProvince(world.kysely, entry.province, async (t) => {
    const isNew = await insertScan(t, entry.province, { ...entry, files, endedAt: null, failure: null });
    // An earlier run may have got this far and no further.
    if (!isNew) return;
    for (const { name, sha256 } of files) {
      const reading = firstPages.get(name);
      if (reading) await insertPage(t, entry.province, { sha256, reading, at: world.clock() });
    }
    await world.queue.request(t, entry.province, {
      ...{ id: world.newId(), kind: readScanJob, subject: entry.id, on: world.today(), at: world.clock() },
    });
  });
}

/** The sender of a scan as its later steps act in his name. What he may do was asked when he sent it. */
export function senderOf(
  scan: Pick<Quarantined, "sentBy" | "sentFrom"> & { readonly province: Actor["province"] },
): Actor {
  return { person: scan.sentBy, name: "", province: scan.province, held: [], address: scan.sentFrom };
}

/** Removes what waited too long for a declaration, and tells the sender so in its place. */
export async function sweepQuarantine(world: ScanWorld): Promise<number> {
  const before = world.clock().getTime() - longestQuarantine;
  const old = (await world.quarantine.list()).filter(({ sentAt }) => sentAt.getTime() < before);
  for (const entry of old) {
    await endInQuarantine(entry, { code: "scan.swept", detail: {} }, world);
    world.quarantine.remove(entry.id);
  }
  return old.length;
}
