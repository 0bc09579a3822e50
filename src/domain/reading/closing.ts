import { bookStep, type LedgerStep, type Rejection } from "../basics/ledger.ts";
import { type Block, placesOfBlocks, visibleText } from "../document/block.ts";
import { markerOf } from "../document/marker.ts";
import { describePlace, nowhere } from "../document/place.ts";
import { opensDocumentPart } from "./outline.ts";

/**
 * Parts the closing of a document from its text: "Nơi nhận", the list of recipients and the signature (cells 7 and 9
 * of Nghị định 30/2020/NĐ-CP, Phụ lục I) stand between the decision and the plan or annex that follows. Recipients
 * are bodies in a list, and would look like orders to them.
 */
export function withoutClosing(blocks: readonly Block[]): { blocks: readonly Block[]; step: LedgerStep } {
  const kept: Block[] = [];
  const rejected: Rejection[] = [];
  let closing = false;
  for (const block of blocks) {
    const text = block.kind === "paragraph" ? visibleText(block) : "";
    if (/^\s*Nơi nhận\b\s*:?/u.test(text)) closing = true;
    else if (block.kind === "table" || endsClosing(text)) closing = false;
    if (closing)
      rejected.push({
        what: text.slice(0, 120) || "(trống)",
        where: describePlace(placesOfBlocks([block])[0] ?? nowhere),
        why: "nơi nhận, chữ ký",
      });
    else kept.push(block);
  }
  return { blocks: kept, step: bookStep("closing", blocks.length, kept.length, rejected) };
}

/** What cannot stand among recipients and signatures: a new part, a numbered heading, a paragraph of prose. */
function endsClosing(text: string): boolean {
  const kind = markerOf(text)?.kind;
  return (
    opensDocumentPart(text) || kind === "roman" || kind === "part" || kind === "article" || text.length > 240
  );
}
