import { bookStep, type LedgerStep } from "../basics/ledger.ts";
import { whyUnplaced } from "../language/unplaced-reasons.ts";
import { repairText } from "../text/repair.ts";
import type { RepairModel } from "../text/repair-model.ts";
import { type RepairedWord, surelyBelow } from "../text/repaired-word.ts";
import { type Block, ofParagraphs, type Paragraph, paragraphsOf } from "./block.ts";
import { damageOfBlocks } from "./damaged-blocks.ts";
import { describePlace, nowhere } from "./place.ts";
import type { RestoredText, RestoredWord } from "./restored-text.ts";

/**
 * Adds to each damaged paragraph what it must have read; `text` stays as it stands in the file, and clean paragraphs stay
 * whole. The step books all words of the damaged paragraphs; it is null where nothing is damaged, and then the model is
 * not asked for.
 */
export function restoredBlocks(
  blocks: readonly Block[],
  model: () => RepairModel,
): { readonly blocks: readonly Block[]; readonly step: LedgerStep | null } {
  const { damaged } = damageOfBlocks(blocks);
  if (damaged.size === 0) return { blocks, step: null };
  const paragraphs = [...paragraphsOf(blocks.filter((block) => damaged.has(block)))];
  const texts = paragraphs.map((paragraph) => paragraph.text.replaceAll("\n", " "));
  // All in one: what one paragraph says of its words, the next may need. Each is a line, so that line n is paragraph n.
  const { words, total, left } = repairText(model(), texts.join("\n"));
  const byLine = Map.groupBy(words, (word) => word.line - 1);
  let start = 0;
  const restored = new Map(
    paragraphs.map((paragraph, line) => {
      const found = restoredText(paragraph.text, start, byLine.get(line) ?? []);
      start += paragraph.text.length + 1;
      return [paragraph, found] as const;
    }),
  );
  return {
    blocks: blocks.map((block) =>
      ofParagraphs(block, (paragraph) => {
        const found = restored.get(paragraph);
        return found && found.words.length > 0 ? { ...paragraph, restored: found } : paragraph;
      }),
    ),
    step: bookStep(
      "restoredWords",
      total,
      total - left.length,
      left.map(({ original, line }) => ({
        what: original,
        where: whereOf(paragraphs[line - 1]),
        why: whyUnplaced("wordUnread"),
      })),
    ),
  };
}

function whereOf(paragraph: Paragraph | undefined): string {
  return describePlace(paragraph?.spans[0]?.place ?? nowhere);
}

/** `from`: where the paragraph begins in the text that the words were found in. */
function restoredText(text: string, from: number, found: readonly RepairedWord[]): RestoredText {
  const words: RestoredWord[] = [];
  let out = "";
  let at = 0;
  for (const { start, end, original, chosen, candidates, doubt } of found) {
    out += text.slice(at, start - from);
    at = end - from;
    if (chosen !== original || doubt >= surelyBelow)
      words.push({
        start: out.length,
        end: out.length + chosen.length,
        written: original,
        candidates,
        doubt,
      });
    out += chosen;
  }
  return { text: out + text.slice(at), words };
}

/** As much of a document as holds its head. */
const headLength = 1000;

/** The beginning of what was restored, with number, title and issuer: what a damaged document is searched by. */
export function restoredHead(blocks: readonly Block[]): string {
  let head = "";
  for (const { restored } of paragraphsOf(blocks)) {
    if (head.length >= headLength) break;
    if (restored) head += `${restored.text} `;
  }
  return head.slice(0, headLength).trim();
}
