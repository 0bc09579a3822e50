import { Parser } from "htmlparser2";
import { bookStep } from "../../domain/basics/ledger.ts";
import { fail, type Result, succeed } from "../../domain/basics/result.ts";
import type { Extract, ExtractNotice } from "../../domain/document/extract.ts";
import { decodeText } from "../txt/encoding.ts";
import { pageOfMhtml } from "./mhtml.ts";
import { PageBuilder } from "./page-builder.ts";

const chunkLength = 65_536;

/**
 * Reads a web page, also one saved by Word or as MHTML, into paragraphs and tables. Places are lines of its source.
 * Hidden and deleted text is left out, listed among the rejected and noticed. Fails with `file.too-deep` ({ most }) or
 * `file.empty` (a page without visible text).
 */
export function readHtml(bytes: Uint8Array): Result<Extract> {
  const part = pageOfMhtml(bytes) ?? { bytes, charset: null };
  const decoded = decodeText(part.bytes, part.charset ?? declaredCharset(part.bytes));
  const page = buildPage(decoded.text);
  if (page.tooDeep !== null) return fail("file.too-deep", { most: page.tooDeep });
  if (page.paragraphCount === 0) return fail("file.empty");
  const counted: readonly [ExtractNotice["code"], number][] = [
    ["encodingGuessed", decoded.guessed ? 1 : 0],
    ["notComposed", page.notComposed],
    ["legacyFont", page.legacyCount],
    ["hiddenText", page.hiddenCount],
    ["trackedChanges", page.deletedCount],
  ];
  return succeed({
    format: "html",
    pageCount: null,
    content: { kind: "blocks", blocks: page.blocks },
    notices: counted.flatMap(([code, count]) => (count > 0 ? [{ code, count, place: null }] : [])),
    steps: [
      bookStep("paragraphs", page.paragraphCount + page.rejected.length, page.paragraphCount, page.rejected),
    ],
  });
}

/** The charset a page declares within its first kilobytes (HTML Living Standard, "prescan"). */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1] ??
    null
  );
}

function buildPage(text: string): PageBuilder {
  const page = new PageBuilder();
  const lineAt = lineFinder(text);
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => page.openTag(tag, attributes, lineAt(parser.startIndex)),
      onclosetag: () => page.closeTag(),
      ontext: (data) => page.text(data, lineAt(parser.startIndex), lineAt(parser.endIndex)),
    },
    { decodeEntities: true, recognizeSelfClosing: false },
  );
  // In pieces, so that a page built to harm is left soon.
  for (let at = 0; at < text.length && page.tooDeep === null; at += chunkLength)
    parser.write(text.slice(at, at + chunkLength));
  if (page.tooDeep !== null) return page;
  parser.end();
  page.finish();
  return page;
}

/** Gives the line, from 1, of a position in the text. */
function lineFinder(text: string): (position: number) => number {
  const ends = [...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length);
  return (position) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
