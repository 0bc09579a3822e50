import type { LongBlock } from "./long-decision.ts";

/** The document as a text file: a paragraph a line, tables drawn with pipes. */
export function writeTxt(blocks: readonly LongBlock[]): Uint8Array {
  const lines = blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? ["", block.text]
      : ["", ...block.rows.map((row) => `| ${row.join(" | ")} |`)],
  );
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}
