import { bookStep, type LedgerStep, type Rejection } from "../basics/ledger.ts";
import { type Block, placesOfBlocks, textOfBlocks, visibleText } from "../document/block.ts";
import { titleOf } from "../document/head-lines.ts";
import { markerOf } from "../document/marker.ts";
import { describePlace, nowhere } from "../document/place.ts";
import { whyUnplaced } from "../language/unplaced-reasons.ts";
import { opensDocumentPart } from "./outline.ts";

/**
 * Parts the frame of a document from its text (cells 1-5 and 7-9 of Nghị định 30/2020/NĐ-CP, Phụ lục I): the head
 * before the kind and the subject, and the closing ("Nơi nhận", recipients, signature), which may stand between a
 * decision and the plan it issues. Names of bodies in the frame would look like orders to them.
 */
export function withoutFrame(blocks: readonly Block[]): { blocks: readonly Block[]; step: LedgerStep } {
  const kept: Block[] = [];
  const rejected: Rejection[] = [];
  const head = headEnd(blocks);
  let closing = false;
  for (const [index, block] of blocks.entries()) {
    const text = block.kind === "paragraph" ? visibleText(block) : "";
    if (/^\s*Nơi nhận\b\s*:?/u.test(text)) closing = true;
    else if (block.kind === "table" || endsClosing(text)) closing = false;
    if (closing || (index < head && block.kind === "paragraph"))
      rejected.push({
        what: textOfBlocks([block]).slice(0, 120) || "(trống)",
        where: describePlace(placesOfBlocks([block])[0] ?? nowhere),
        why: closing ? whyUnplaced("closing") : whyUnplaced("head"),
      });
    else kept.push(block);
  }
  return { blocks: kept, step: bookStep("frame", blocks.length, kept.length, rejected) };
}

/** The first block that is not of the head: the kind of the document in its place, the addressee, or the first base. */
function headEnd(blocks: readonly Block[]): number {
  const at = blocks.slice(0, 30).findIndex((block) => {
    const text = block.kind === "paragraph" ? visibleText(block) : "";
    return titleOf(text) !== null || /^(?:Kính gửi|Căn cứ|V\/v)\b/u.test(text);
  });
  return Math.max(0, at);
}

/** What cannot stand among recipients and signatures: a new part, a numbered heading, a paragraph of prose. */
function endsClosing(text: string): boolean {
  const kind = markerOf(text)?.kind;
  return (
    opensDocumentPart(text) || kind === "roman" || kind === "part" || kind === "article" || text.length > 240
  );
}
