import { PassThrough, type Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { PictureReading } from "../domain/document/extract.ts";
import { linesInOrder } from "../domain/document/layout/reading-order.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { FileReading, FileToRead } from "../intake/read-file.ts";
import { SearchablePdf } from "../print/searchable-pdf.ts";
import { withProvince } from "../store/database.ts";
import { loadFile } from "../store/document-details.ts";
import { type FileStore, fileHash } from "../store/files.ts";
import { pagesRead } from "../store/scans.ts";
import { sightOf } from "../store/sight.ts";
import type { RegisterWorld } from "./register.ts";

export interface CopyWorld extends RegisterWorld {
  readonly files: FileStore;
  readonly reading: FileReading;
}

/** A copy is made of so many files at a time: each takes a process with its pictures. */
const mostAtOnce = 2;
let underWay = 0;

/**
 * A PDF copy of a scan of a document that can be searched: its pages straightened, with the words that were read off them
 * laid over them invisibly. The copy comes as it is made; the file itself stays as it is. Fails as `openDocumentFile` does,
 * with `server.busy`, with `register.no-copy` for a file without pages, and as reading does.
 */
export async function copySearchable(
  actor: Actor,
  { id, position }: { readonly id: string; readonly position: number },
  world: CopyWorld,
): Promise<Result<{ readonly name: string; readonly content: Readable }>> {
  const allowed = permit(actor, "see-documents");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  const { province } = actor;
  const found = await withProvince(world.kysely, province, async (t) => {
    const file = await loadFile(t, sight, { id, position });
    if (!file) return null;
    return { file, before: await pagesRead(t, province, { sha256: file.sha256, since: new Date(0) }) };
  });
  if (!found) return fail("register.document-unknown", { id });
  const { file, before } = found;
  const hash = fileHash(file.sha256);
  const content = hash && (await world.files.read(hash));
  if (!content) return fail("register.file-missing", { file: file.name });
  if (underWay >= mostAtOnce) return fail("server.busy");
  underWay++;
  const bytes = new Uint8Array(await buffer(content));
  const lane = world.reading.apart();
  const stop = new AbortController();
  const to = new PassThrough();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const writing = writeSearchable(
    { bytes, declaredOpen: true, pagesRead: before, about: aboutCopy(file.sha256) },
    { lane, signal: stop.signal },
    (part) => {
      begin();
      return written(to, part);
    },
  ).finally(() => {
    underWay--;
    lane.close();
  });
  // Whoever asked went away.
  to.once("close", () => stop.abort());
  // What fails before anything was written is told; what fails later breaks the copy off.
  const early = await Promise.race([begun.then(() => null), writing]);
  if (early && !early.ok) return early;
  writing.then(
    (result) => void (result.ok ? to.end() : to.destroy(new Error(result.failure.code))),
    (error: unknown) => void to.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return succeed({ name: `${file.name.replace(/\.[^.]+$/u, "")}.tim-duoc.pdf`, content: to });
}

/** What a copy says of itself: which file it is a copy of. */
export function aboutCopy(sha256: string): string {
  return `Bản sao để tìm kiếm của tệp gốc SHA-256 ${sha256}; bản gốc không thay đổi`;
}

function written(to: PassThrough, part: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    if (to.destroyed) reject(new Error("nobody takes the copy any more"));
    else to.write(part, (error) => (error ? reject(error) : resolve()));
  });
}

/**
 * Writes a copy of a scan that can be searched, part by part; gives the number of its pages. Pages that were read off
 * pictures before are not read again. Fails with `register.no-copy` for a file without pages, and as reading does.
 */
export async function writeSearchable(
  file: FileToRead & { readonly about: string; readonly pagesRead?: readonly PictureReading[] },
  how: {
    readonly lane: FileReading;
    readonly signal?: AbortSignal;
    readonly onProgress?: (page: number, pages: number) => void;
  },
  write: (part: Uint8Array) => Promise<void>,
): Promise<Result<number>> {
  const pdf = new SearchablePdf();
  const sizes = new Map<number, { readonly width: number; readonly height: number }>();
  const { about, ...source } = file;
  const { extract } = await how.lane.read({ ...source, copies: true }, how.signal, {
    onProgress: how.onProgress,
    onCopy: async (number, copy) => {
      if (sizes.size === 0) await write(pdf.begin(about));
      sizes.set(number, copy ?? { width: 0, height: 0 });
      if (copy) await write(pdf.picture(number, copy));
    },
  });
  if (!extract.ok) return extract;
  const { content } = extract.value;
  if (content.kind !== "pages" || sizes.size === 0) return fail("register.no-copy");
  const pages = new Map(content.pages.map((page) => [page.number, page]));
  const copied = [...sizes].map(([number, size]) => {
    const page = pages.get(number);
    const { width, height } = page ?? size;
    return [number, { width, height, lines: page ? linesInOrder(page) : [] }] as const;
  });
  await write(pdf.end(new Map(copied)));
  return succeed(copied.length);
}
