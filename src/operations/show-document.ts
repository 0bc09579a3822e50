import type { Readable } from "node:stream";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { Block } from "../domain/document/block.ts";
import { permit } from "../domain/duty/permission.ts";
import type { DocumentFile, RegisteredDocument } from "../domain/duty/registered-document.ts";
import { balanceOf, type ReviewBalance } from "../domain/duty/review.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import {
  type DocumentTies,
  loadBlocks,
  loadDocument,
  loadFile,
  loadTies,
} from "../store/document-details.ts";
import { type FileStore, fileHash } from "../store/files.ts";
import { countFindings } from "../store/findings.ts";
import { sightOf } from "../store/sight.ts";
import type { RegisterWorld } from "./register.ts";

/** A document with its review, its citations both ways and its tasks. */
export interface ShownDocument extends RegisteredDocument, DocumentTies {
  readonly balance: ReviewBalance;
}

/** One document. Fails with `register.document-unknown`. */
export async function showDocument(
  actor: Actor,
  id: string,
  world: RegisterWorld,
): Promise<Result<ShownDocument>> {
  const allowed = permit(actor, "see-documents");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction): Promise<Result<ShownDocument>> => {
    const document = await loadDocument(transaction, sight, id);
    if (!document) return fail("register.document-unknown", { id });
    const ties = await loadTies(transaction, sight, id);
    const counted = await countFindings(transaction, actor.province, id);
    return succeed({ ...document, ...ties, balance: balanceOf(counted, document.tasksRead) });
  });
}

/** The laid-out source of a document. Fails with `register.document-unknown`. */
export async function showSource(
  actor: Actor,
  id: string,
  world: RegisterWorld,
): Promise<Result<readonly Block[]>> {
  const allowed = permit(actor, "see-documents");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  const blocks = await withProvince(world.kysely, actor.province, (transaction) =>
    loadBlocks(transaction, sight, id),
  );
  return blocks ? succeed(blocks) : fail("register.document-unknown", { id });
}

/** One file of a document, as it was sent. Fails with `register.document-unknown` and `register.file-missing`. */
export async function openDocumentFile(
  actor: Actor,
  { id, position }: { readonly id: string; readonly position: number },
  world: RegisterWorld & { readonly files: FileStore },
): Promise<Result<{ readonly file: DocumentFile; readonly content: Readable }>> {
  const allowed = permit(actor, "see-documents");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  const file = await withProvince(world.kysely, actor.province, (transaction) =>
    loadFile(transaction, sight, { id, position }),
  );
  if (!file) return fail("register.document-unknown", { id });
  const hash = fileHash(file.sha256);
  const content = hash && (await world.files.read(hash));
  return content ? succeed({ file, content }) : fail("register.file-missing", { file: file.name });
}
