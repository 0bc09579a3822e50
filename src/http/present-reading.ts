import type { ReadAnswer, ReadDocumentAnswer } from "../contract/read.ts";
import type { SourceBlock, SourceParagraph } from "../contract/source.ts";
import { type Block, type Paragraph, paragraphsOf } from "../domain/document/block.ts";
import type { Language } from "../domain/language/language.ts";
import { presentFailure } from "./answer.ts";
import type { ReadFiles, ReadingResult } from "./dependencies.ts";

/** What of a reading crosses the wire: the output as `sauro read` prints it, the source as a person sees it. */
export function presentReading(read: ReadFiles, language: Language): ReadAnswer {
  return {
    documents: read.documents.map(presentDocument),
    unread: read.unread.map(({ file, failure }) => ({ file, ...presentFailure(failure, language) })),
  };
}

function presentDocument(reading: ReadingResult): ReadDocumentAnswer {
  const { version, file, files, sha256, document, tasks, citations, ledger, signatures } = reading.output;
  return {
    output: {
      ...{ version, file, files, sha256, document, tasks, citations, ledger },
      ...(signatures && { signatures }),
    },
    source: reading.blocks.map(presentBlock),
    notices: reading.notices.map(({ code, count, place }) => ({ code, count, place })),
  };
}

/** A block of the source as a person sees it. */
export function presentBlock(block: Block): SourceBlock {
  if (block.kind === "paragraph") return presentParagraph(block);
  return {
    kind: "table",
    columnCount: block.columnCount,
    rows: block.rows.map((row) => ({
      cells: row.cells.map((cell) => ({
        column: cell.column,
        columnSpan: cell.columnSpan,
        rowSpan: cell.rowSpan,
        paragraphs: [...paragraphsOf(cell.blocks)].map(presentParagraph),
      })),
    })),
  };
}

function presentParagraph(paragraph: Paragraph): SourceParagraph {
  return {
    kind: "paragraph",
    text: paragraph.text,
    label: paragraph.label,
    align: paragraph.style.align,
    bold: paragraph.style.bold,
    italic: paragraph.style.italic,
    role: paragraph.role,
    spans: paragraph.spans,
    ...(paragraph.restored && { restored: paragraph.restored }),
  };
}
