import type { XmlElement } from "../docx/xml.ts";
import { element } from "./element.ts";
import { tableIndex, type WordStreams } from "./file-information.ts";
import { code, lastOf } from "./property.ts";
import type { Anchors, StoryText } from "./story-text.ts";

/** The sections of the body as `w:sectPr`. */
export interface Sections {
  /** By the character that ends the section; the last section ends with the body instead. */
  readonly endingInside: ReadonlyMap<number, XmlElement>;
  readonly last: XmlElement | null;
}

/** Headers and footers of a section in the order of the file (MS-DOC 2.8.22). */
const margins = [
  { kind: "header", type: "even" },
  { kind: "header", type: "default" },
  { kind: "footer", type: "even" },
  { kind: "footer", type: "default" },
  { kind: "header", type: "first" },
  { kind: "footer", type: "first" },
] as const;

/** Before the headers stand six texts that separate notes from the body. */
const separators = 6;
const sectionSize = 12;

/** Reads the list of sections (MS-DOC 2.8.30) and which of them have a title page. */
export function sectionsOf(streams: WordStreams): Sections {
  const table = streams.tableAt(tableIndex.sections);
  const count = Math.max(0, Math.floor((table.length - 4) / (sectionSize + 4)));
  const endingInside = new Map<number, XmlElement>();
  let last: XmlElement | null = null;
  for (let i = 0; i < count; i++) {
    const end = table.readUInt32LE((i + 1) * 4);
    const properties = table.readInt32LE((count + 1) * 4 + i * sectionSize + 2);
    last = sectionElement(streams, i, properties);
    if (end < streams.lengths.body) endingInside.set(end - 1, last);
  }
  return { endingInside, last };
}

function sectionElement(streams: WordStreams, index: number, propertiesAt: number): XmlElement {
  const { main } = streams;
  const hasProperties = propertiesAt >= 0 && propertiesAt + 2 <= main.length;
  const size = hasProperties ? main.readUInt16LE(propertiesAt) : 0;
  const properties = lastOf(main.subarray(propertiesAt + 2, propertiesAt + 2 + size));
  const stories = headerStories(streams);
  const references = margins.flatMap(({ kind, type }, k) => {
    const story = stories[separators + index * margins.length + k];
    // An empty story takes over that of the section before.
    if (!story || story.from === story.to) return [];
    return [element(`w:${kind}Reference`, { "w:type": type, "r:id": idOf(index, k) })];
  });
  const titlePage = hasProperties && properties.get(code.titlePage)?.[0] === 1 ? [element("w:titlePg")] : [];
  return element("w:sectPr", {}, [...references, ...titlePage]);
}

function idOf(section: number, margin: number): string {
  return `margin-${section}-${margin}`;
}

/** Where the texts of headers and footers stand, counted through all stories. */
function headerStories(streams: WordStreams): readonly { readonly from: number; readonly to: number }[] {
  const table = streams.tableAt(tableIndex.headers);
  const start = streams.lengths.body + streams.lengths.footnotes;
  const stories: { from: number; to: number }[] = [];
  for (let at = 0; at + 8 <= table.length; at += 4)
    stories.push({ from: start + table.readUInt32LE(at), to: start + table.readUInt32LE(at + 4) });
  return stories;
}

/** The headers and footers as parts, by the ids that the sections give. */
export function marginParts(
  streams: WordStreams,
  story: StoryText,
  anchors: Anchors,
): readonly (readonly [string, XmlElement])[] {
  return headerStories(streams).flatMap(({ from, to }, i) => {
    const index = i - separators;
    if (index < 0 || to <= from) return [];
    const margin = index % margins.length;
    const name = margins[margin]?.kind === "header" ? "w:hdr" : "w:ftr";
    const id = `#${idOf(Math.floor(index / margins.length), margin)}`;
    return [[id, element(name, {}, story.blocks(from, to, anchors))] as const];
  });
}
