import { createHash } from "node:crypto";
import { type Failure, type Result, succeed } from "../domain/basics/result.ts";
import type { FileSignature } from "../domain/document/signature.ts";
import { permit } from "../domain/duty/permission.ts";
import type {
  DocumentFile,
  DocumentReferenceLine,
  DuplicateReason,
} from "../domain/duty/registered-document.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { recognise } from "../intake/recognise.ts";
import { withProvince } from "../store/database.ts";
import { findDuplicate, insertDocument, knownNumbers, lockImports } from "../store/documents.ts";
import type { FileStore } from "../store/files.ts";
import { insertFindings } from "../store/findings.ts";
import { plainText } from "../store/json-text.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import type {
  NamedFile,
  ReadDocument,
  ReadDocumentsOptions,
  ReadFiles,
  UnreadFile,
} from "./read-document.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** A file that somebody sends; it lives in memory until it is known to hold no secret. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What became of a document, or of a file that made none. `key` is the SHA-256 of the main file. */
export type ImportOutcome =
  | {
      readonly outcome: "imported";
      readonly files: readonly string[];
      readonly key: string;
      readonly document: DocumentReferenceLine;
      readonly findings: number;
      /** What was read and not placed, over all steps. */
      readonly rejected: number;
      readonly signatures: readonly FileSignature[];
    }
  | {
      readonly outcome: "duplicate";
      readonly files: readonly string[];
      readonly key: string;
      readonly why: DuplicateReason;
      readonly of: DocumentReferenceLine;
      readonly findings: number;
    }
  | { readonly outcome: "refused"; readonly files: readonly string[]; readonly failure: Failure };

export interface ImportRequest {
  readonly files: readonly SentFile[];
  /** All files are one document, main text first. */
  readonly together: boolean;
  /** Keys of duplicates that are taken in all the same. */
  readonly force: ReadonlySet<string>;
  /** Ends the import as long as nothing of it is stored: the person who asked went away or called it off. */
  readonly signal?: AbortSignal | undefined;
}

export interface ImportWorld extends RegisterWorld {
  readonly files: FileStore;
  /** `readDocuments` with its reader: refuses what bears a mark of state secrecy. */
  readonly readDocuments: (files: readonly NamedFile[], how: ReadDocumentsOptions) => Promise<ReadFiles>;
}

/**
 * Imports files as documents to be reviewed. They are read in memory first; only what was read and bears no mark of
 * secrecy is kept, and a document with all its findings is saved in one transaction or not at all. One outcome for each
 * document and each file that made none; one that fails harms no other.
 */
export async function importDocuments(
  actor: Actor,
  { files: sent, together, force, signal }: ImportRequest,
  world: ImportWorld,
): Promise<Result<readonly ImportOutcome[]>> {
  const allowed = permit(actor, "import-document");
  if (!allowed.ok) return allowed;
  const files = withNamesApart(sent);
  const how = { together, signal, knownNumbers: () => numbersKnownTo(actor, world) };
  const read = await world.readDocuments(files, how);
  return succeed(await importRead(actor, { files, together, force, signal, read }, world));
}

/** Numbers of documents that the register of a person's province knows. */
export function numbersKnownTo(actor: Actor, { kysely }: ImportWorld): Promise<ReadonlySet<string>> {
  return withProvince(kysely, actor.province, (t) => knownNumbers(t, actor.province));
}

/** What was read of files, to be saved. */
export interface ReadImport extends ImportRequest {
  readonly read: Pick<ReadFiles, "documents" | "unread">;
  /** Done for each document that enters, in the transaction in which it does. */
  readonly also?: (transaction: ProvinceTransaction, outcome: ImportOutcome) => Promise<void>;
}

/** Saves what was read of files; see `importDocuments`. The names of the files tell them apart. */
export async function importRead(
  actor: Actor,
  { files, together, force, signal, read, also }: ReadImport,
  world: ImportWorld,
): Promise<readonly ImportOutcome[]> {
  const { documents, unread } = read;
  await noteSecrets(actor, unread, world);
  const refused = unread.map(
    ({ file, failure }): ImportOutcome => ({ outcome: "refused", files: [file], failure }),
  );
  if (signal?.aborted) return cancelled(files);
  const [broken] = unread;
  if (together && broken) return [...refused, ...lackingPart(files, unread, broken.file)];
  const outcomes: ImportOutcome[] = [];
  for (const document of documents)
    outcomes.push(await importOne(actor, { document, files, force, also }, world));
  return [...outcomes, ...refused];
}

/** Notes that a file with a mark of secrecy was refused: its hash and the mark, neither name nor content. */
export async function noteSecrets(
  actor: Actor,
  unread: readonly UnreadFile[],
  world: RegisterWorld,
): Promise<void> {
  const secrets = unread.filter(({ failure }) => failure.code === "secrecy.marked");
  if (secrets.length === 0) return;
  const entries = secrets.map(({ sha256, failure }) => ({
    ...{ what: "refuse-secret", subject: `file:${sha256 ?? ""}`, before: null },
    after: { mark: failure.detail.mark ?? null },
  }));
  await withProvince(world.kysely, actor.province, (t) => writeHistory(t, actor, world, entries));
}

/** Called off: nothing is stored, also of what was read by then. */
function cancelled(files: readonly SentFile[]): readonly ImportOutcome[] {
  const failure: Failure = { code: "file.cancelled", detail: {} };
  return files.map(({ name }) => ({ outcome: "refused", files: [name], failure }));
}

/** A document with a part missing is none. */
function lackingPart(
  files: readonly SentFile[],
  unread: readonly UnreadFile[],
  part: string,
): readonly ImportOutcome[] {
  const others = files.map(({ name }) => name).filter((name) => unread.every(({ file }) => file !== name));
  const failure: Failure = { code: "register.part-unread", detail: { part } };
  return others.length === 0 ? [] : [{ outcome: "refused", files: others, failure }];
}

async function importOne(
  actor: Actor,
  {
    document,
    files,
    force,
    also,
  }: Pick<ReadImport, "files" | "force"> & { document: ReadDocument; also: ReadImport["also"] },
  world: ImportWorld,
): Promise<ImportOutcome> {
  const { output } = document;
  const named = { files: output.files, key: output.sha256 };
  const forced = force.has(output.sha256);
  const seen = { sha256: output.sha256, head: output.document };
  if (!forced) {
    const first = await withProvince(world.kysely, actor.province, (t) =>
      findDuplicate(t, actor.province, seen),
    );
    if (first) return { outcome: "duplicate", ...named, ...first, findings: output.tasks.length };
  }
  const kept = await keepFiles(output.files, files, world.files);
  const [id, importedAt] = [world.newId(), world.clock()];
  return withProvince(world.kysely, actor.province, async (t): Promise<ImportOutcome> => {
    await lockImports(t, actor.province);
    const first = await findDuplicate(t, actor.province, seen);
    if (first && !forced) return { outcome: "duplicate", ...named, ...first, findings: output.tasks.length };
    await insertDocument(t, actor.province, {
      ...{ id, output, blocks: document.blocks, notices: document.notices, files: kept, importedAt },
      ...{ importedBy: actor.person, duplicateOf: first?.of.id ?? null },
    });
    const findings = output.tasks.map((read, i) => ({
      ...{ id: world.newId(), position: i + 1, ref: plainText(read.ref), origin: "read" as const },
      ...{ read, edited: null, parentId: null },
    }));
    await insertFindings(t, actor.province, id, findings);
    const reference = referenceOf(id, document);
    await writeHistory(t, actor, world, [
      {
        ...{ what: "import-document", subject: `document:${id}`, before: null },
        after: { ...reference, files: kept, findings: findings.length, duplicateOf: first?.of.id ?? null },
      },
    ]);
    const rejected = output.ledger.steps.reduce((sum, step) => sum + step.rejected.length, 0);
    const { signatures = [] } = output;
    const outcome: ImportOutcome = {
      ...{ outcome: "imported", ...named, document: reference },
      ...{ findings: findings.length, rejected, signatures },
    };
    await also?.(t, outcome);
    return outcome;
  });
}

function referenceOf(id: string, { output }: ReadDocument): DocumentReferenceLine {
  const { number, kindName, issuer, date, subject } = output.document;
  const plain = (text: string | null) => text && plainText(text);
  return {
    ...{ id, number: plain(number), kindName: plain(kindName), issuer: plain(issuer), issuedOn: date },
    ...{ subject: plain(subject), fileName: plainText(output.file) },
  };
}

/** Puts the files of a document where they stay; they survive a power cut before any row names them. */
async function keepFiles(
  names: readonly string[],
  files: readonly SentFile[],
  store: FileStore,
): Promise<readonly DocumentFile[]> {
  const kept: DocumentFile[] = [];
  for (const [position, name] of names.entries()) {
    const file = files.find((candidate) => candidate.name === name);
    if (!file) throw new Error(`the reading names a file that was not sent: ${position}`);
    const { hash, bytes } = await store.put(once(file.bytes));
    const format = recognise(file.bytes);
    kept.push({ position, name, format: format.ok ? format.value : "", sha256: hash, size: bytes });
  }
  return kept;
}

export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Files of one name are told apart by a number, "a (2).docx"; the same bytes under one name are sent once. */
export function withNamesApart(files: readonly SentFile[]): readonly SentFile[] {
  const taken = new Map<string, Set<string>>();
  return files.flatMap((file) => {
    const hash = createHash("sha256").update(file.bytes).digest("hex");
    const known = taken.get(file.name) ?? new Set();
    if (known.has(hash)) return [];
    taken.set(file.name, known.add(hash));
    if (known.size === 1) return [file];
    return [{ ...file, name: file.name.replace(/(\.[^.]*)?$/, ` (${known.size})$1`) }];
  });
}
