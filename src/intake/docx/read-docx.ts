import { fail, type Result, succeed } from "../../domain/basics/result.ts";
import type { Block } from "../../domain/document/block.ts";
import { textOfBlocks } from "../../domain/document/block.ts";
import type { Extract, ExtractNotice } from "../../domain/document/extract.ts";
import { decodeLegacyBlocks, withoutSoftHyphens } from "../../domain/document/legacy-blocks.ts";
import { whyUnplaced } from "../../domain/language/unplaced-reasons.ts";
import { type Archive, openArchive } from "../zip.ts";
import type { NoteReference } from "./inline.ts";
import { readNumbering } from "./numbering.ts";
import { forgetPagesFrom, Pages } from "./pages.ts";
import { loadMainPart, loadPart, type Relationship, relationshipsOf } from "./parts.ts";
import { themeFontsOf } from "./run-format.ts";
import { type DocumentContext, StoryReader } from "./story.ts";
import { readStyles } from "./styles.ts";
import { Tally } from "./tally.ts";
import { childOf, childrenOf, descendantsOf, integer, switchOf, type XmlElement } from "./xml.ts";

/**
 * Takes a word-processing file (.docx, .docm, .dotx; transitional or strict OOXML) apart: headers, body, foot- and
 * endnotes, footers, in this order, in the final view of tracked changes. Pages are counted from the marks that Word
 * left at its last layout; they are null in files that have none, and after the last mark when marks are missing.
 *
 * Fails as `openArchive` and `parseXml` do, with `file.not-word` for another kind of archive and `file.flat-opc` for a
 * document saved as one XML file. Parts that are missing or damaged, other than the main one, are skipped with a
 * notice; a part that is an attack is not.
 */
export async function readDocx(bytes: Uint8Array): Promise<Result<Extract>> {
  if (isFlatOpc(bytes)) return fail("file.flat-opc");
  const archive = await openArchive(bytes);
  if (!archive.ok) return archive;
  const main = await loadMainPart(archive.value);
  if (!main.ok) return main;
  const relationships = await relationshipsOf(archive.value, main.value.name);
  if (!relationships.ok) return relationships;
  const tally = new Tally();
  const parts = await loadRelated(archive.value, relationships.value, tally);
  if (!parts.ok) return parts;
  tally.parts.pass();
  const pagesSaid = await pagesSaidBy(archive.value);
  return succeed(
    new DocumentReader(main.value.root, parts.value, tally).extract(archive.value.names, pagesSaid),
  );
}

/** The main part of a document and its other parts, taken apart: parts by type ("styles") and by "#" and relationship id. */
export function extractDocument(root: XmlElement, parts: ReadonlyMap<string, XmlElement>): Extract {
  const tally = new Tally();
  tally.parts.pass();
  return new DocumentReader(root, parts, tally).extract([], null);
}

/** One XML file that holds all parts ("Word XML Document"). */
function isFlatOpc(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 2000)).toString("latin1").replaceAll("\0", "");
  return head.includes("http://schemas.microsoft.com/office/2006/xmlPackage");
}

/** The number of pages that the program said when it saved the document; null when it said none. */
async function pagesSaidBy(archive: Archive): Promise<number | null> {
  const properties = await loadPart(archive, "docProps/app.xml");
  return properties.ok ? integer(childOf(properties.value, "ep:Pages")?.text) : null;
}

const readTypes: ReadonlySet<string> = new Set([
  "styles",
  "theme",
  "numbering",
  "settings",
  "footnotes",
  "endnotes",
  "header",
  "footer",
]);

/** Parts by relationship id and, those of which there is one, by type. */
type RelatedParts = ReadonlyMap<string, XmlElement>;

async function loadRelated(
  archive: Archive,
  relationships: readonly Relationship[],
  tally: Tally,
): Promise<Result<RelatedParts>> {
  const parts = new Map<string, XmlElement>();
  for (const { id, type, part } of relationships) {
    if (!readTypes.has(type) || part === null) continue;
    const loaded = await loadPart(archive, part);
    if (loaded.ok) {
      parts.set(`#${id}`, loaded.value);
      parts.set(type, loaded.value);
    } else if (loaded.failure.code === "file.part-missing") tally.skipPart(part, whyUnplaced("partMissing"));
    else if (loaded.failure.code === "file.damaged") tally.skipPart(part, whyUnplaced("partDamaged"));
    else return loaded;
  }
  return succeed(parts);
}

class DocumentReader {
  private readonly root: XmlElement;
  private readonly parts: RelatedParts;
  private readonly tally: Tally;
  private readonly context: DocumentContext;
  private readonly sections: XmlElement[] = [];
  private readonly notes: NoteReference[] = [];

  constructor(root: XmlElement, parts: RelatedParts, tally: Tally) {
    this.root = root;
    this.parts = parts;
    this.tally = tally;
    const theme = themeFontsOf(parts.get("theme") ?? null);
    this.context = {
      theme,
      tally,
      styles: readStyles(parts.get("styles") ?? null, theme),
      numbering: readNumbering(parts.get("numbering") ?? null),
    };
  }

  extract(names: readonly string[], pagesSaid: number | null): Extract {
    const pages = new Pages(holdsPageMarks(this.root));
    const body = this.readBody(pages);
    const lettersOfBody = this.tally.letters;
    const headers = this.readMargins("header");
    const footers = this.readMargins("footer");
    const notes = this.readNotes();
    const { count, firstUnknown } = pages.close(pagesSaid);
    const { blocks, decoded } = decodeLegacyBlocks([...headers, ...body, ...notes, ...footers]);
    this.tally.legacyParagraphs += decoded;
    return {
      format: "docx",
      pageCount: count,
      content: {
        kind: "blocks",
        blocks: withoutSoftHyphens(firstUnknown === null ? blocks : forgetPagesFrom(firstUnknown, blocks)),
      },
      notices: this.noticesOf(names, lettersOfBody),
      steps: [
        this.tally.parts.close("parts"),
        this.tally.rows.close("fileRows"),
        this.tally.paragraphs.close("paragraphs"),
      ],
    };
  }

  private readBody(pages: Pages): readonly Block[] {
    const reader = new StoryReader(this.context, {
      role: "body",
      name: "thân văn bản",
      pages,
      onNote: (note) => this.notes.push(note),
      onSection: (section) => this.sections.push(section),
      onImport: (id) => this.tally.skipPart(`tệp chèn vào văn bản (${id})`, whyUnplaced("insertedFile")),
    });
    // Some programs write several bodies; text in any of them is text of the document.
    return childrenOf(this.root, "w:body").flatMap((body) => reader.read(body));
  }

  /** Headers or footers of all sections, those that are shown, each text once. */
  private readMargins(kind: "header" | "footer"): readonly Block[] {
    const seen = new Set<string>();
    const blocks: Block[] = [];
    for (const id of shownMargins(this.sections, kind, this.parts.get("settings") ?? null)) {
      const part = this.parts.get(`#${id}`);
      // A missing part was booked when it was looked for.
      if (!part || seen.has(id)) continue;
      seen.add(id);
      this.tally.parts.pass();
      const name = kind === "header" ? "đầu trang" : "chân trang";
      const reader = new StoryReader(this.context, { role: kind, name, pages: new Pages(false) });
      const read = reader.read(part);
      const text = textOfBlocks(read);
      if (seen.has(text)) this.takeBack(read);
      else for (const block of read) blocks.push(block);
      seen.add(text);
    }
    return blocks;
  }

  /** A header that repeats another is not a thing of its own. */
  private takeBack(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === "paragraph") this.tally.paragraphs.takeBack(1);
      else {
        this.tally.rows.takeBack(block.rows.length);
        for (const row of block.rows) for (const cell of row.cells) this.takeBack(cell.blocks);
      }
    }
  }

  /** The notes that the body refers to, in the order of the references. */
  private readNotes(): readonly Block[] {
    const blocks: Block[] = [];
    for (const kind of ["footnote", "endnote"] as const) {
      const part = this.parts.get(`${kind}s`);
      const wanted = this.notes.filter((note) => note.kind === kind);
      if (!part || wanted.length === 0) continue;
      this.tally.parts.pass();
      const byId = new Map(
        childrenOf(part, `w:${kind}`).map((note) => [note.attributes["w:id"] ?? "", note]),
      );
      const reader = (page: number | null): StoryReader =>
        new StoryReader(this.context, { role: "footnote", name: "chú thích", pages: Pages.fixed(page) });
      for (const { id, page } of wanted) {
        const note = byId.get(id);
        byId.delete(id);
        if (note) for (const block of reader(page).read(note)) blocks.push(block);
      }
    }
    return blocks;
  }

  private noticesOf(names: readonly string[], lettersOfBody: number): readonly ExtractNotice[] {
    const { tally } = this;
    const signatures = names.filter((name) => /^_xmlsignatures\/sig.*\.xml$/i.test(name)).length;
    // Pages scanned as pictures and pasted: hardly a word beside them.
    const scans = tally.pictures > 0 && lettersOfBody < 100 ? tally.pictures : 0;
    const counts: readonly [ExtractNotice["code"], number][] = [
      ["trackedChanges", tally.trackedChanges],
      ["comments", tally.comments.size],
      ["legacyFont", tally.legacyParagraphs],
      ["notComposed", tally.notComposed],
      ["hiddenText", tally.hiddenTexts],
      ["hiddenRows", tally.hiddenRows],
      ["scannedPages", scans],
      ["digitalSignature", signatures],
      ["partSkipped", tally.skippedParts],
    ];
    return counts.filter(([, count]) => count > 0).map(([code, count]) => ({ code, count, place: null }));
  }
}

function holdsPageMarks(root: XmlElement): boolean {
  for (const element of descendantsOf(root)) if (element.name === "w:lastRenderedPageBreak") return true;
  return false;
}

/**
 * Relationship ids of the headers or footers that some page shows: those of first pages only where the section has a
 * title page, those of even pages only where the document tells them apart (ECMA-376 part 1 §17.10). A section without
 * its own takes over those of the section before.
 */
function shownMargins(
  sections: readonly XmlElement[],
  kind: "header" | "footer",
  settings: XmlElement | null,
): readonly string[] {
  const current = new Map<string, string>();
  const shown: string[] = [];
  for (const section of sections) {
    for (const reference of childrenOf(section, `w:${kind}Reference`))
      current.set(reference.attributes["w:type"] ?? "default", reference.attributes["r:id"] ?? "");
    const types = ["default"];
    if (switchOf(section, "w:titlePg")) types.unshift("first");
    if (switchOf(settings, "w:evenAndOddHeaders")) types.push("even");
    for (const type of types) {
      const id = current.get(type);
      if (id !== undefined && !shown.includes(id)) shown.push(id);
    }
  }
  return shown;
}
