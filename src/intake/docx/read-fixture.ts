import type { Block, Paragraph, Table } from "../../domain/document/block.ts";
import { textOfBlocks } from "../../domain/document/block.ts";
import type { Extract } from "../../domain/document/extract.ts";
import { buildDocx, type DocxFixture } from "./docx-fixture.ts";
import { readDocx } from "./read-docx.ts";

/** A document built of these parts, read; a body alone will do. Throws when it cannot be read. */
export async function read(fixture: DocxFixture | string): Promise<Extract> {
  const result = await readDocx(buildDocx(typeof fixture === "string" ? { body: fixture } : fixture));
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** The blocks of a document that was read. */
export function blocksOf(extract: Extract): readonly Block[] {
  if (extract.content.kind !== "blocks") throw new Error("not blocks");
  return extract.content.blocks;
}

/** All text, as a reader sees it. */
export async function linesOf(fixture: DocxFixture | string): Promise<string> {
  return textOfBlocks(blocksOf(await read(fixture)));
}

/** The paragraphs outside tables. */
export async function paragraphsOf(fixture: DocxFixture | string): Promise<readonly Paragraph[]> {
  return blocksOf(await read(fixture)).filter((block) => block.kind === "paragraph");
}

/** The first table: cells as "column+span×rows text", rows as lists. */
export async function tableOf(body: string): Promise<readonly (readonly string[])[]> {
  const found = blocksOf(await read(body)).find((block): block is Table => block.kind === "table");
  return (found?.rows ?? []).map((tableRow) =>
    tableRow.cells.map(
      ({ column, columnSpan, rowSpan, blocks }) =>
        `${column}+${columnSpan}×${rowSpan} ${textOfBlocks(blocks)}`,
    ),
  );
}

/** Notices by code, with their counts. */
export async function noticesOf(fixture: DocxFixture | string): Promise<Readonly<Record<string, number>>> {
  return Object.fromEntries((await read(fixture)).notices.map(({ code, count }) => [code, count]));
}
