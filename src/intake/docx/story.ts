import type { Block, Paragraph } from "../../domain/document/block.ts";
import { contentOf } from "./content.ts";
import { type Draft, emptyDraft, type Piece } from "./draft.ts";
import { InlineReader, type NoteReference } from "./inline.ts";
import { ListCounter } from "./list-counter.ts";
import { levelOfStyle, type Numbering } from "./numbering.ts";
import type { Pages } from "./pages.ts";
import { buildParagraph } from "./paragraph.ts";
import {
  type Indent,
  inheritIndent,
  inheritParagraph,
  noIndent,
  type ParagraphFormat,
  paragraphFormatOf,
} from "./paragraph-format.ts";
import type { ThemeFonts } from "./run-format.ts";
import { hidesMark, type Styles } from "./styles.ts";
import { readTable } from "./table.ts";
import type { Tally } from "./tally.ts";
import { childOf, settingOf, type XmlElement } from "./xml.ts";

/** What all stories of a document share. */
export interface DocumentContext {
  readonly styles: Styles;
  readonly theme: ThemeFonts;
  readonly numbering: Numbering;
  readonly tally: Tally;
}

export interface StorySettings {
  readonly role: Paragraph["role"];
  /** Name of the story for people: "thân văn bản". */
  readonly name: string;
  readonly pages: Pages;
  readonly onNote?: (note: NoteReference) => void;
  readonly onSection?: (section: XmlElement) => void;
  /** An imported file standing at this place, by the id of its relationship. */
  readonly onImport?: (relationshipId: string) => void;
}

/** Where the blocks being read stand. */
interface Surroundings {
  readonly role: Paragraph["role"];
  readonly tableStyle: string | null;
  readonly counter: ListCounter;
}

/** Paragraphs whose mark is gone: they go on in the next one. */
interface Carried {
  readonly draft: Draft;
  readonly element: XmlElement;
}

/** Reads one story of a document: its body, a header or footer, its notes. */
export class StoryReader {
  private readonly context: DocumentContext;
  private readonly settings: StorySettings;
  private readonly inline: InlineReader;
  private readonly body: Surroundings;
  private readonly box: Surroundings;
  private paragraphCount = 0;

  constructor(context: DocumentContext, settings: StorySettings) {
    this.context = context;
    this.settings = settings;
    const isMargin = settings.role === "header" || settings.role === "footer";
    const counter = new ListCounter(context.numbering);
    this.body = { role: settings.role, tableStyle: null, counter };
    // Text boxes are a story of their own to Word: their lists do not disturb those of the body.
    const boxRole = isMargin ? settings.role : "textBox";
    this.box = { role: boxRole, tableStyle: null, counter: new ListCounter(context.numbering) };
    this.inline = new InlineReader({
      ...context,
      pages: settings.pages,
      dropsPageNumbers: isMargin,
      boxRole,
      onNote: settings.onNote ?? (() => {}),
      readBox: (content) => this.readBlocks(content, this.box),
    });
  }

  /** The blocks of an element that holds paragraphs and tables. */
  read(container: XmlElement): readonly Block[] {
    return this.readBlocks(container, this.body);
  }

  private readBlocks(container: XmlElement, around: Surroundings): readonly Block[] {
    const blocks: Block[] = [];
    let carried: Carried | null = null;
    const finish = (): void => {
      if (carried) this.addParagraph(carried.element, carried.draft, around, blocks);
      carried = null;
    };
    const { tally } = this.context;
    for (const node of contentOf(container, tally, (text, why) => this.rejectText(text, why))) {
      if (node.name === "w:p") carried = this.readParagraph(node, carried, around, blocks);
      else if (node.name === "w:tbl") {
        finish();
        const table = readTable(node, {
          tally,
          pages: this.settings.pages,
          role: around.role,
          where: this.settings.name,
          readCell: (cell, tableStyle) => this.readBlocks(cell, { ...around, tableStyle }),
        });
        if (table) blocks.push(table);
      } else if (node.name === "w:sectPr") this.settings.onSection?.(node);
      else if (node.name === "w:altChunk" || node.name === "w:subDoc")
        this.settings.onImport?.(node.attributes["r:id"] ?? "");
    }
    finish();
    return blocks;
  }

  /** Reads a paragraph onto the one carried before it; gives it back when its own mark is gone too. */
  private readParagraph(
    element: XmlElement,
    carried: Carried | null,
    around: Surroundings,
    blocks: Block[],
  ): Carried | null {
    const properties = childOf(element, "w:pPr");
    const style = settingOf(properties, "w:pStyle");
    const draft = carried?.draft ?? emptyDraft();
    const piecesBefore = draft.pieces.length;
    if (this.paragraphFormat(properties).pageBreakBefore) this.settings.pages.breakByHand();
    this.inline.read(element, draft, style, around.tableStyle);
    const section = childOf(properties, "w:sectPr");
    if (section) this.settings.onSection?.(section);
    const mark = childOf(properties, "w:rPr");
    const isDeleted = childOf(mark, "w:del") !== null || childOf(mark, "w:moveFrom") !== null;
    if (isDeleted) this.context.tally.trackedChanges++;
    if (isDeleted || hidesMark(properties)) {
      // What is left of it is part of the next paragraph; it is gone when nothing is left.
      if (textOf(draft.pieces.slice(piecesBefore)) === "") this.settleLoss(draft);
      return { draft, element };
    }
    this.addParagraph(element, draft, around, blocks);
    return null;
  }

  private addParagraph(element: XmlElement, draft: Draft, around: Surroundings, blocks: Block[]): void {
    this.paragraphCount++;
    const hasText = draft.pieces.some((piece) => /\S/.test(piece.text));
    const isPageNumber = draft.hadPageNumber && pageNumberFrame.test(textOf(draft.pieces));
    const properties = childOf(element, "w:pPr");
    const { label, indent, format } = this.numberOf(properties, around.counter, hasText || !draft.lost);
    if ((hasText && !isPageNumber) || label !== null) {
      const page = this.settings.pages.current;
      const frame = { format, indent, label, role: around.role, page };
      const paragraph = buildParagraph(draft.pieces, frame, this.context.tally);
      // What held nothing but characters without a shape is no paragraph to a reader.
      if (paragraph.text !== "" || label !== null) {
        this.context.tally.paragraphs.pass();
        blocks.push(paragraph);
      }
    } else if (draft.lost) this.settleLoss(draft);
    for (const box of draft.boxes) blocks.push(box);
  }

  /** Number, indents and format of a paragraph; one whose whole text is gone is not counted. */
  private numberOf(
    properties: XmlElement | null,
    counter: ListCounter,
    isCounted: boolean,
  ): { readonly label: string | null; readonly indent: Indent; readonly format: ParagraphFormat } {
    const direct = paragraphFormatOf(properties);
    const style = settingOf(properties, "w:pStyle");
    const format = this.paragraphFormat(properties);
    const list = format.list === null ? undefined : this.context.numbering.get(format.list);
    if (!list || !isCounted) return { label: null, indent: format.indent, format };
    const levelIndex =
      direct.level ?? (direct.list === null ? levelOfStyle(list, style) : null) ?? format.level ?? 0;
    const ofLevel = list.levels.get(levelIndex)?.indent ?? noIndent;
    const ofStyle = this.context.styles.paragraphFormat(style).indent;
    // A list given to the paragraph itself moves it; one that comes with the style is moved by the style.
    const inherited =
      direct.list === null ? inheritIndent(ofStyle, ofLevel) : inheritIndent(ofLevel, ofStyle);
    return {
      label: counter.next(list.id, levelIndex),
      indent: inheritIndent(direct.indent, inherited),
      format,
    };
  }

  private paragraphFormat(properties: XmlElement | null): ParagraphFormat {
    const style = this.context.styles.paragraphFormat(settingOf(properties, "w:pStyle"));
    return inheritParagraph(paragraphFormatOf(properties), style);
  }

  private settleLoss(draft: Draft): void {
    if (draft.lost) this.rejectText(draft.lost.text, draft.lost.why);
    draft.lost = null;
  }

  private rejectText(text: string, why: string): void {
    if (!/\S/.test(text)) return;
    const where = `${this.settings.name}, sau đoạn ${this.paragraphCount}`;
    this.context.tally.paragraphs.reject(text.trim(), where, why);
  }
}

/** What is left of "Trang 3/12" when the page numbers are taken out. */
const pageNumberFrame = /^\s*(trang|page)?\s*((\/|of|trên|trong|-|–|—|\||\.)\s*)*$/i;

function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => piece.text)
    .join("")
    .trim();
}
