import { fail, type Result, succeed } from "../../domain/basics/result.ts";
import type { Extract } from "../../domain/document/extract.ts";
import { extractDocument } from "../docx/read-docx.ts";
import type { XmlElement } from "../docx/xml.ts";
import { element, setting } from "./element.ts";
import { openWordStreams, tableIndex, type WordStreams } from "./file-information.ts";
import { readLists } from "./lists.ts";
import { readPieces } from "./pieces.ts";
import { marginParts, sectionsOf } from "./sections.ts";
import { notesOf, textBoxesOf } from "./side-stories.ts";
import { StoryText } from "./story-text.ts";
import { readStyleSheet } from "./style-sheet.ts";

/**
 * Takes a document of Word 97-2003 apart (MS-DOC): its text and formats are put into the elements of WordprocessingML,
 * which the reader of .docx then reads, so that tables, lists, fields, notes, tracked changes and fonts of before
 * Unicode follow one set of rules. Where pages begin is not in the file.
 *
 * Fails with `file.damaged` ({ part }), `file.encrypted`, and `file.old-word` for versions before Word 97.
 */
export async function readDoc(bytes: Uint8Array): Promise<Result<Extract>> {
  try {
    const streams = openWordStreams(bytes);
    return streams.ok ? translate(streams.value) : streams;
  } catch (error) {
    // A pointer beyond the end: Buffer reads throw RangeError, and nothing else is expected here.
    if (error instanceof RangeError) return fail("file.damaged", { part: "WordDocument" });
    throw error;
  }
}

function translate(streams: WordStreams): Result<Extract> {
  const pieces = readPieces(streams);
  if (!pieces) return fail("file.damaged", { part: "WordDocument" });
  const { lengths } = streams;
  const { styles, context } = readStyleSheet(streams);
  const story = new StoryText(streams, pieces, context);
  const footnotes = notesOf(streams, story, "footnote");
  const endnotes = notesOf(streams, story, "endnote");
  const boxes = textBoxesOf(streams, story, "body");
  const sections = sectionsOf(streams);
  const anchors = new Map([...footnotes.anchors, ...endnotes.anchors, ...boxes.anchors]);
  const body = [
    ...story.blocks(0, lengths.body, anchors, sections.endingInside),
    ...boxes.rest.map((box) => element("w:p", {}, [element("w:r", {}, [box])])),
    ...(sections.last ? [sections.last] : []),
  ];
  const parts = new Map<string, XmlElement>([
    ["styles", styles],
    ["numbering", readLists(streams, context)],
    ["footnotes", element("w:footnotes", {}, footnotes.notes)],
    ["endnotes", element("w:endnotes", {}, endnotes.notes)],
    ["settings", settingsOf(streams)],
    ...marginParts(streams, story, textBoxesOf(streams, story, "headers").anchors),
  ]);
  const root = element("w:document", {}, [element("w:body", {}, body)]);
  const extract = extractDocument(root, parts);
  return succeed({
    ...extract,
    format: "doc",
    notices: [...extract.notices, { code: "oldWordWithoutPages", count: 1, place: null }],
  });
}

/** Whether even pages have headers of their own: the first bit of the document's settings (MS-DOC 2.7.2). */
function settingsOf(streams: WordStreams): XmlElement {
  const isOn = ((streams.tableAt(tableIndex.settings)[0] ?? 0) & 1) === 1;
  return element("w:settings", {}, [setting("w:evenAndOddHeaders", isOn ? 1 : 0)]);
}
