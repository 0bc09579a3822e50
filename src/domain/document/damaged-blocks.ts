import { type Damage, damageOfParts } from "../text/damage.ts";
import { type Block, textOfBlocks } from "./block.ts";

/** What of a document was read by an OCR model of another language. */
export interface DocumentDamage {
  /** The whole text in one. */
  readonly whole: Damage;
  /** Blocks that are damaged: all but the clean ones of a damaged document, the damaged ones of any other. */
  readonly damaged: ReadonlySet<Block>;
}

/** Words a block needs to be called otherwise than its document. */
const wordsOfItsOwn = 12;

/**
 * Tells damaged blocks from clean ones. A scan inside a document that was typed is found as well as a clean page in a
 * damaged one; a block of few words goes with the rest of its document.
 */
export function damageOfBlocks(blocks: readonly Block[]): DocumentDamage {
  const texts = blocks.map((block) => textOfBlocks([block]));
  const { whole, parts } = damageOfParts(texts);
  const damaged = blocks.filter((_, i) => {
    const own = parts[i] ?? whole;
    if (own.words < wordsOfItsOwn) return whole.verdict === "damaged" && own.marked < 0.2;
    return own.verdict === "damaged" || (whole.verdict === "damaged" && own.verdict !== "clean");
  });
  return { whole, damaged: new Set(damaged) };
}
