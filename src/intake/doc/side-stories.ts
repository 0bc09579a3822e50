import type { XmlElement } from "../docx/xml.ts";
import { element } from "./element.ts";
import { tableIndex, type WordStreams } from "./file-information.ts";
import type { StoryText } from "./story-text.ts";

const nothing: ReadonlyMap<number, readonly XmlElement[]> = new Map();

/** Notes, and the characters of the body that refer to them. */
export interface Notes {
  readonly notes: readonly XmlElement[];
  readonly anchors: ReadonlyMap<number, readonly XmlElement[]>;
}

/** Reads footnotes or endnotes (MS-DOC 2.8.18, 2.8.19). */
export function notesOf(streams: WordStreams, story: StoryText, kind: "footnote" | "endnote"): Notes {
  const { body, footnotes, headers, comments } = streams.lengths;
  const isFootnote = kind === "footnote";
  const start = isFootnote ? body : body + footnotes + headers + comments;
  const references = streams.tableAt(
    isFootnote ? tableIndex.footnoteReferences : tableIndex.endnoteReferences,
  );
  const texts = streams.tableAt(isFootnote ? tableIndex.footnoteTexts : tableIndex.endnoteTexts);
  // A reference is a character and two bytes more; one character more than references is listed.
  const count = Math.max(0, Math.floor((references.length - 4) / 6));
  const notes: XmlElement[] = [];
  const anchors = new Map<number, readonly XmlElement[]>();
  for (let i = 0; i < count && (i + 1) * 4 + 4 <= texts.length; i++) {
    const from = start + texts.readUInt32LE(i * 4);
    const to = start + texts.readUInt32LE((i + 1) * 4);
    notes.push(element(`w:${kind}`, { "w:id": String(i) }, story.blocks(from, to, nothing)));
    anchors.set(references.readUInt32LE(i * 4), [element(`w:${kind}Reference`, { "w:id": String(i) })]);
  }
  return { notes, anchors };
}

/** Text boxes as `w:pict`, by the character they are anchored to; the rest has no anchor that is known. */
export interface TextBoxes {
  readonly anchors: ReadonlyMap<number, readonly XmlElement[]>;
  readonly rest: readonly XmlElement[];
}

const boxSize = 22;
const shapeSize = 26;

/** Reads the text boxes of the body or of headers and footers (MS-DOC 2.8.32, 2.9.103, 2.8.37). */
export function textBoxesOf(streams: WordStreams, story: StoryText, of: "body" | "headers"): TextBoxes {
  const { lengths } = streams;
  const ofBody = of === "body";
  const texts = streams.tableAt(ofBody ? tableIndex.textBoxes : tableIndex.textBoxes + 2);
  const before = lengths.body + lengths.footnotes + lengths.headers + lengths.comments + lengths.endnotes;
  const start = ofBody ? before : before + lengths.textBoxes;
  const shapes = shapeAnchors(
    streams.tableAt(ofBody ? tableIndex.shapes : tableIndex.shapes + 1),
    ofBody ? 0 : lengths.body + lengths.footnotes,
  );
  const count = Math.max(0, Math.floor((texts.length - 4) / (boxSize + 4)));
  const anchors = new Map<number, readonly XmlElement[]>();
  const rest: XmlElement[] = [];
  for (let i = 0; i < count; i++) {
    const from = texts.readUInt32LE(i * 4);
    const to = texts.readUInt32LE((i + 1) * 4);
    // What stands behind the last box is a mark only.
    if (to - from < 2) continue;
    const content = element("w:txbxContent", {}, story.blocks(start + from, start + to, nothing));
    const box = element("w:pict", {}, [content]);
    const anchor = shapes.get(texts.readInt32LE((count + 1) * 4 + i * boxSize + 14));
    if (anchor === undefined) rest.push(box);
    else anchors.set(anchor, [...(anchors.get(anchor) ?? []), box]);
  }
  return { anchors, rest };
}

/** The character to which each drawn shape is anchored, by the number of the shape. */
function shapeAnchors(table: Buffer, start: number): ReadonlyMap<number, number> {
  const count = Math.max(0, Math.floor((table.length - 4) / (shapeSize + 4)));
  const anchors = new Map<number, number>();
  for (let i = 0; i < count; i++)
    anchors.set(table.readInt32LE((count + 1) * 4 + i * shapeSize), start + table.readUInt32LE(i * 4));
  return anchors;
}
