import { bookStep, type LedgerStep } from "../domain/basics/ledger.ts";
import { type Failure, fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { SignedHint } from "../domain/duty/signed-paper.ts";
import type { Actor, ProvinceNumber } from "../domain/organisation/actor.ts";
import { type ReadMail, readMail } from "../intake/mail/read-mail.ts";
import { withProvince } from "../store/database.ts";
import { findPersonByMail } from "../store/people.ts";
import { heldRolesOf } from "../store/posts.ts";
import { type SentFile, withNamesApart } from "./import-document.ts";
import type { ReceivedSigned } from "./receive-signed.ts";
import type { RegisterWorld } from "./register.ts";

/** What a mail brought: each attachment is taken in or refused with its reason. */
export interface TakenMail {
  readonly from: string;
  readonly lines: readonly ReceivedSigned[];
  readonly ledger: LedgerStep;
}

export interface TakeMailWorld extends RegisterWorld {
  /** Takes signed documents in, as somebody who may: `receiveSigned`, or `readSigned` where no quarantine is. */
  readonly receive: (
    actor: Actor,
    files: readonly SentFile[],
    hint: SignedHint,
  ) => Promise<Result<readonly ReceivedSigned[]>>;
}

/**
 * Takes in the signed documents that a mail brings, in the name of the person whose address sent it. An address proves
 * nobody: what comes this way waits until a person has matched it, like all others. Fails with the failures of `readMail`,
 * `mail.sender-unknown`, `mail.sender-several` and `mail.no-attachment`. The books: attachments = taken + refused.
 */
export async function takeMail(
  bytes: Uint8Array,
  provinces: readonly ProvinceNumber[],
  world: TakeMailWorld,
): Promise<Result<TakenMail>> {
  const read = await readMail(bytes);
  if (!read.ok) return read;
  const mail = read.value;
  const sender = await senderOf(mail, provinces, world);
  if (!sender.ok) return sender;
  const { actor, unit } = sender.value;
  const documents = withNamesApart(mail.attachments.filter(({ inline }) => !inline));
  if (documents.length === 0) return fail("mail.no-attachment", { from: mail.from });
  const { from, subject, messageId } = mail;
  const received = await world.receive(actor, documents, {
    unit,
    duty: null,
    mail: { from, subject, messageId },
  });
  if (!received.ok) return received;
  const pictures = mail.attachments.filter(({ inline }) => inline);
  const lines = [...received.value, ...pictures.map(({ name }) => refusedPicture(name))];
  const refused = lines.flatMap((line) => (line.outcome === "refused" ? [line] : []));
  const taken = lines.filter(({ outcome }) => outcome !== "refused").flatMap(({ files }) => files);
  const rejected = refused.flatMap(({ files, failure }) =>
    files.map((file) => ({ what: file, where: messageId ?? from, why: failure.code })),
  );
  return succeed({
    ...{ from, lines },
    ledger: bookStep("mailAttachments", documents.length + pictures.length, taken.length, rejected),
  });
}

function refusedPicture(name: string): ReceivedSigned {
  const failure: Failure = { code: "mail.inline-picture", detail: { name } };
  return { outcome: "refused", files: [name], failure };
}

/** The person of one province whose address it is and who may hand signed documents in, with the unit that he works in. */
async function senderOf(
  { from }: ReadMail,
  provinces: readonly ProvinceNumber[],
  { kysely, today }: RegisterWorld,
): Promise<Result<{ readonly actor: Actor; readonly unit: string | null }>> {
  const found: Actor[] = [];
  for (const province of provinces)
    await withProvince(kysely, province, async (transaction) => {
      const person = await findPersonByMail(transaction, province, from, today());
      if (person === null) return;
      const held = await heldRolesOf(transaction, province, person.id, today());
      const actor: Actor = { person: person.id, name: person.name, province, held, address: null };
      if (permit(actor, "file-signed").ok) found.push(actor);
    });
  const [actor] = found;
  if (!actor) return fail("mail.sender-unknown", { from });
  if (found.length > 1) return fail("mail.sender-several", { from });
  const allowed = permit(actor, "file-signed");
  const units = allowed.ok && allowed.value.kind === "units" ? allowed.value.roots : [];
  const [unit] = units;
  return succeed({ actor, unit: units.length === 1 && unit ? unit : null });
}
