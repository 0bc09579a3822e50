import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { type TextLanguage, typedParagraphs } from "../domain/cooperation/agreement/parallel-text.ts";
import { textOfBlocks } from "../domain/document/block.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { type KeptText, loadTexts, removeText, saveText } from "../store/agreement-texts.ts";
import { withProvince } from "../store/database.ts";
import { loadBlocks } from "../store/document-details.ts";
import type { RecordTransaction } from "../store/record-rows.ts";
import { type AgreementWorld, loadAgreement } from "./agreement-work.ts";
import { askingOf } from "./records.ts";
import { writeHistory } from "./register.ts";

/** A text of an agreement as somebody reads it. */
export interface ShownText {
  readonly language: TextLanguage;
  readonly isAuthentic: boolean;
  /** The document of the register whose text it is, as far as it is in sight; null: it was typed. */
  readonly document: { readonly id: string; readonly name: string | null } | null;
  /** Null: the document is not in sight. */
  readonly paragraphs: readonly string[] | null;
}

/** The texts of an agreement by language, with the documents that may be one of them. */
export interface AgreementTexts {
  readonly title: string;
  readonly mayEdit: boolean;
  readonly texts: readonly ShownText[];
  readonly documents: readonly { readonly id: string; readonly name: string }[];
}

/** The texts of an agreement. Fails with `register.not-allowed` and `record.unknown`. */
export function showAgreementTexts(
  actor: Actor,
  id: string,
  world: AgreementWorld,
): Promise<Result<AgreementTexts>> {
  return withProvince(world.kysely, actor.province, (transaction) => textsOf(transaction, actor, id));
}

async function textsOf(
  transaction: RecordTransaction,
  actor: Actor,
  id: string,
): Promise<Result<AgreementTexts>> {
  const agreement = await loadAgreement(transaction, actor, id, "see-records");
  if (!agreement.ok) return agreement;
  const { record, mayEdit } = agreement.value.found;
  const linked = record.links.documents ?? [];
  const texts: ShownText[] = [];
  for (const { language, isAuthentic, document, content } of await loadTexts(
    transaction,
    actor.province,
    id,
  )) {
    const name = linked.find((one) => one.id === document)?.name ?? null;
    const paragraphs =
      document === null ? typedParagraphs(content ?? "") : await readText(transaction, actor, document);
    texts.push({
      language,
      isAuthentic,
      document: document === null ? null : { id: document, name },
      paragraphs,
    });
  }
  // Documents that the person may not see have no name here.
  const documents = linked.flatMap(({ id: document, name }) =>
    name === null ? [] : [{ id: document, name }],
  );
  return succeed({ title: record.title, mayEdit, texts, documents });
}

/** What was read of a document; null: it is not in sight. */
async function readText(
  transaction: RecordTransaction,
  actor: Actor,
  document: string,
): Promise<readonly string[] | null> {
  const sight = askingOf(actor).documents;
  const blocks = sight && (await loadBlocks(transaction, sight, document));
  return blocks && typedParagraphs(textOfBlocks(blocks));
}

/**
 * Writes the text of a language, in place of the one that stands: a document of the agreement, or typed words. Fails with
 * `agreement.text-missing` (a document that is none of its own) and as `loadAgreement` does.
 */
export function writeAgreementText(
  actor: Actor,
  id: string,
  given: KeptText,
  world: AgreementWorld,
): Promise<Result<AgreementTexts>> {
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const agreement = await loadAgreement(transaction, actor, id, "edit-records");
    if (!agreement.ok) return agreement;
    const { document } = given;
    const linked = agreement.value.found.record.links.documents ?? [];
    if (document !== null && !linked.some((one) => one.id === document))
      return fail("agreement.text-missing");
    const before = (await loadTexts(transaction, actor.province, id)).find(
      ({ language }) => language === given.language,
    );
    await saveText(transaction, actor.province, id, given);
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "write-agreement-text", subject: `record:${id}` },
        ...{ before: before ? logged(before) : null, after: logged(given) },
      },
    ]);
    return textsOf(transaction, actor, id);
  });
}

/** Takes the text of a language out. Fails with `agreement.text-unknown` and as `loadAgreement` does. */
export function dropAgreementText(
  actor: Actor,
  { id, language }: { readonly id: string; readonly language: TextLanguage },
  world: AgreementWorld,
): Promise<Result<AgreementTexts>> {
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const agreement = await loadAgreement(transaction, actor, id, "edit-records");
    if (!agreement.ok) return agreement;
    const before = (await loadTexts(transaction, actor.province, id)).find(
      (one) => one.language === language,
    );
    if (!before) return fail("agreement.text-unknown");
    await removeText(transaction, actor.province, { record: id, language });
    await writeHistory(transaction, actor, world, [
      { what: "drop-agreement-text", subject: `record:${id}`, before: logged(before), after: null },
    ]);
    return textsOf(transaction, actor, id);
  });
}

/** A text as the log keeps it: without its words. */
function logged({ language, isAuthentic, document }: KeptText) {
  return { language, isAuthentic, document };
}
