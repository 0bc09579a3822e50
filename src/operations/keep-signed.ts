import { type CalendarDate, parseIsoDate } from "../domain/basics/calendar-date.ts";
import type { Failure } from "../domain/basics/result.ts";
import { type Block, paragraphsOf } from "../domain/document/block.ts";
import { signedIssuer } from "../domain/duty/signed-issuer.ts";
import type { PaperFile, SignedHint } from "../domain/duty/signed-paper.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { lockImports } from "../store/documents.ts";
import { findSamePaper, insertPaper } from "../store/signed-papers.ts";
import { loadUnitPast } from "../store/task-parties.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { loadUnits } from "../store/units.ts";
import { type ImportWorld, noteSecrets, once, type SentFile } from "./import-document.ts";
import type { ReadDocument, ReadFiles } from "./read-document.ts";
import { writeHistory } from "./register.ts";

/** What became of a signed document: it is kept and waits for its place, or is refused. */
export type SignedOutcome =
  | {
      readonly outcome: "kept";
      readonly files: readonly string[];
      readonly paper: string;
      /** The SHA-256 of the main file. */
      readonly key: string;
    }
  | { readonly outcome: "refused"; readonly files: readonly string[]; readonly failure: Failure };

/** Signed documents that were read, to be kept. */
export interface ReadSigned {
  readonly files: readonly SentFile[];
  readonly read: Pick<ReadFiles, "documents" | "unread">;
  readonly hint: SignedHint;
  /** Done for each that is kept, in the transaction in which it is. */
  readonly also?: ((transaction: ProvinceTransaction, outcome: SignedOutcome) => Promise<void>) | undefined;
}

/** As much of a paper is kept for comparing as its words tell of what it answers. */
const mostParagraphs = 200;

/**
 * Keeps signed documents that were read and bear no mark of secrecy. Each waits until a person says which duties it
 * answers; one that is here already is refused with `duty.signed-twice`.
 */
export async function keepSigned(
  actor: Actor,
  { files, read, hint, also }: ReadSigned,
  world: ImportWorld,
): Promise<readonly SignedOutcome[]> {
  await noteSecrets(actor, read.unread, world);
  const outcomes: SignedOutcome[] = [];
  for (const document of read.documents)
    outcomes.push(await keepOne(actor, { document, files, hint, also }, world));
  return [
    ...outcomes,
    ...read.unread.map(
      ({ file, failure }): SignedOutcome => ({ outcome: "refused", files: [file], failure }),
    ),
  ];
}

async function keepOne(
  actor: Actor,
  { document, files, hint, also }: Omit<ReadSigned, "read"> & { readonly document: ReadDocument },
  world: ImportWorld,
): Promise<SignedOutcome> {
  const { output } = document;
  const kept: PaperFile[] = [];
  for (const name of output.files) {
    const file = files.find((one) => one.name === name);
    if (!file) throw new Error("the reading names a file that was not sent");
    const { hash, bytes } = await world.files.put(once(file.bytes));
    kept.push({ name, sha256: hash, size: bytes });
  }
  const paper = world.newId();
  return withProvince(world.kysely, actor.province, async (transaction): Promise<SignedOutcome> => {
    await lockImports(transaction, actor.province);
    const units = await loadUnits(transaction, actor.province);
    const past = await loadUnitPast(transaction, actor.province);
    const issuer = signedIssuer(output.document, { units, ...past, today: world.today() });
    const head = { number: output.document.number, issuedOn: dayOf(output.document.date), issuer };
    const same = await findSamePaper(transaction, actor.province, { ...head, files: kept });
    if (same)
      return {
        ...{ outcome: "refused", files: output.files },
        failure: {
          code: "duty.signed-twice",
          detail: { number: same.number ?? "", on: same.issuedOn ?? "" },
        },
      };
    await insertPaper(transaction, actor.province, {
      ...{ id: paper, sentAt: world.clock(), sentBy: actor.person, ...hint, ...head },
      ...{ kind: output.document.kind, issuerName: output.document.issuer, subject: output.document.subject },
      ...{ signer: output.document.signer, signatures: output.signatures ?? [], files: kept },
      cites: output.citations.map(({ number, date }) => ({ number, date: dayOf(date) })),
      text: wordsOf(document.blocks),
    });
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "receive-signed", subject: `signed:${paper}`, before: null },
        after: {
          number: head.number,
          issuedOn: head.issuedOn,
          unit: issuer.kind === "unit" ? issuer.unit : null,
        },
      },
    ]);
    const outcome = { outcome: "kept", files: output.files, paper, key: output.sha256 } as const;
    await also?.(transaction, outcome);
    return outcome;
  });
}

function dayOf(date: string | null): CalendarDate | null {
  return date === null ? null : parseIsoDate(date);
}

function wordsOf(blocks: readonly Block[]): readonly string[] {
  return [...paragraphsOf(blocks)]
    .map((paragraph) => paragraph.restored?.text ?? paragraph.text)
    .filter((text) => text.trim() !== "")
    .slice(0, mostParagraphs);
}
