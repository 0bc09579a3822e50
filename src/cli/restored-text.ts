import { type Paragraph, paragraphsOf } from "../domain/document/block.ts";
import type { ReadDocument } from "../operations/read-document.ts";

/** The text of a document, one paragraph a line, with damaged paragraphs restored. */
export function restoredText({ blocks }: ReadDocument): string {
  return [...paragraphsOf(blocks)].map(lineOf).join("\n");
}

/** The same with every word that was changed or is doubtful; offsets are those of `text`. */
export function restoredJson({ output, blocks }: ReadDocument) {
  const words: object[] = [];
  let text = "";
  for (const paragraph of paragraphsOf(blocks)) {
    if (text !== "") text += "\n";
    const at = text.length + labelOf(paragraph).length;
    for (const { start, end, ...word } of paragraph.restored?.words ?? [])
      words.push({ start: at + start, end: at + end, ...word });
    text += lineOf(paragraph);
  }
  return { version: 1, file: output.file, sha256: output.sha256, text, words };
}

function lineOf(paragraph: Paragraph): string {
  return labelOf(paragraph) + (paragraph.restored?.text ?? paragraph.text);
}

function labelOf({ label }: Paragraph): string {
  return label === null ? "" : `${label} `;
}
