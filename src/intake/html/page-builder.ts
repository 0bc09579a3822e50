import type { Rejection } from "../../domain/basics/ledger.ts";
import type { Block } from "../../domain/document/block.ts";
import { atLines, describePlace } from "../../domain/document/place.ts";
import { whyUnplaced } from "../../domain/language/unplaced-reasons.ts";
import { singleSpaced } from "../../domain/text/fold.ts";
import { type OpenList, openList, takeLabel } from "./list-label.ts";
import { ParagraphBuilder } from "./paragraph-builder.ts";
import { type ElementStyle, rootStyle, styleOf } from "./style.ts";
import { spanOf, TableBuilder } from "./table-builder.ts";

type Attributes = Readonly<Record<string, string>>;

/** Elements whose content is no text of the document. */
const skipped = new Set(
  "script style title template noscript iframe object svg math select audio video canvas datalist xml".split(
    " ",
  ),
);
const blockTags = new Set(
  (
    "html body p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre section article header footer main nav aside " +
    "address figure figcaption form fieldset legend center hr details summary caption table thead tbody tfoot tr td th"
  ).split(" "),
);
/** Tables in tables, and elements in elements: beyond it a page is built to harm, not to be read. */
export const deepestTables = 50;
export const deepestElements = 20_000;

/** An element that is open: its style, and what happens when it closes. */
interface OpenElement {
  readonly style: ElementStyle;
  readonly close: () => void;
}

interface Hidden {
  text: string;
  readonly line: number;
}

const nothing = (): void => {};

/** Turns the tags and texts of a page, in the order in which they come, into blocks. */
export class PageBuilder {
  /** Levels that were too many, once they are; the caller then stops. */
  tooDeep: number | null = null;
  readonly blocks: Block[] = [];
  readonly rejected: Rejection[] = [];
  paragraphCount = 0;
  notComposed = 0;
  legacyCount = 0;
  hiddenCount = 0;
  deletedCount = 0;
  private readonly open: OpenElement[] = [];
  private readonly flows: Block[][] = [this.blocks];
  private readonly tables: TableBuilder[] = [];
  private readonly lists: OpenList[] = [];
  private paragraph = new ParagraphBuilder();
  private label: string | null = null;
  private listLabel = "";
  private inHeading = false;
  private hidden: Hidden | null = null;
  private skippedDepth = 0;

  openTag(tag: string, attributes: Attributes, line: number): void {
    const outer = this.open.at(-1)?.style ?? rootStyle;
    const style = styleOf(tag, attributes, outer);
    if (this.open.length >= deepestElements) this.tooDeep = deepestElements;
    if (skipped.has(tag)) this.openSkipped(style);
    else if (this.skippedDepth > 0 || outer.hidden) this.open.push({ style, close: nothing });
    else if (style.hidden || tag === "del") this.openHidden({ ...style, hidden: true }, tag, line);
    else if (style.isListLabel && !outer.isListLabel) this.openListLabel(style);
    else if (tag === "br") this.breakLine(style, line);
    else if (blockTags.has(tag)) this.openBlock(tag, attributes, style);
    else this.open.push({ style, close: nothing });
  }

  closeTag(): void {
    this.open.pop()?.close();
  }

  text(text: string, lineFrom: number, lineTo: number): void {
    if (this.skippedDepth > 0) return;
    const style = this.open.at(-1)?.style ?? rootStyle;
    if (this.hidden) this.hidden.text += text;
    else if (style.isListLabel) this.listLabel += text;
    else this.paragraph.add(text, style, lineFrom, lineTo);
  }

  finish(): void {
    while (this.open.length > 0) this.closeTag();
    this.flush(rootStyle);
  }

  private openSkipped(style: ElementStyle): void {
    this.skippedDepth++;
    this.open.push({ style, close: () => this.skippedDepth-- });
  }

  private openHidden(style: ElementStyle, tag: string, line: number): void {
    this.hidden = { text: "", line };
    const close = (): void => {
      const words = singleSpaced(this.hidden?.text ?? "");
      if (words !== "") this.reject(words, tag === "del", line);
      this.hidden = null;
    };
    this.open.push({ style, close });
  }

  private reject(words: string, isDeleted: boolean, line: number): void {
    if (isDeleted) this.deletedCount++;
    else this.hiddenCount++;
    this.rejected.push({
      what: words.slice(0, 120),
      where: describePlace(atLines(line)),
      why: isDeleted ? whyUnplaced("markedDeleted") : whyUnplaced("hiddenOnPage"),
    });
  }

  private openListLabel(style: ElementStyle): void {
    this.listLabel = "";
    const close = (): void => {
      const label = singleSpaced(this.listLabel.replaceAll("\u00a0", " "));
      // Letters of the Symbol and Wingdings fonts that Word uses as bullets.
      if (label !== "") this.label = /^[·§oØvüq\uf0b7\uf0a7]$/.test(label) ? "•" : label;
    };
    this.open.push({ style, close });
  }

  private breakLine(style: ElementStyle, line: number): void {
    // Two breaks leave a blank line: what stands after it is another paragraph.
    if (this.paragraph.endsLine) this.flush(style);
    else if (!this.paragraph.isEmpty) this.paragraph.breakLine(line);
    this.open.push({ style, close: nothing });
  }

  private openBlock(tag: string, attributes: Attributes, style: ElementStyle): void {
    this.flush(this.open.at(-1)?.style ?? rootStyle);
    const opened = this.beginBlock(tag, attributes, style);
    this.open.push({
      style,
      close: () => {
        this.flush(style);
        opened();
      },
    });
  }

  /** Begins a block and gives what ends it. Parts of a table outside of any table are plain blocks. */
  private beginBlock(tag: string, attributes: Attributes, style: ElementStyle): () => void {
    const table = this.tables.at(-1);
    if (tag === "table") return this.beginTable(style);
    if (tag === "ul" || tag === "ol") return this.beginList(openList(tag, attributes));
    if (tag === "li") return this.beginItem(attributes);
    if (!table) return nothing;
    if (tag === "thead") return this.beginHeading();
    if (tag === "tr") {
      table.beginRow(this.inHeading);
      return () => table.endRow();
    }
    return tag === "td" || tag === "th" ? this.beginCell(table, attributes) : nothing;
  }

  private beginTable(style: ElementStyle): () => void {
    const table = new TableBuilder(style.role);
    const wasInHeading = this.inHeading;
    this.inHeading = false;
    this.tables.push(table);
    if (this.tables.length > deepestTables) this.tooDeep = deepestTables;
    return () => {
      this.tables.pop();
      this.inHeading = wasInHeading;
      const built = table.finish();
      if (built) this.flow().push(built);
    };
  }

  private beginHeading(): () => void {
    this.inHeading = true;
    return () => {
      this.inHeading = false;
    };
  }

  private beginCell(table: TableBuilder, attributes: Attributes): () => void {
    const blocks: Block[] = [];
    this.flows.push(blocks);
    return () => {
      this.flows.pop();
      table.addCell(blocks, spanOf(attributes.colspan) || 1, spanOf(attributes.rowspan));
    };
  }

  private beginList(list: OpenList): () => void {
    this.lists.push(list);
    return () => this.lists.pop();
  }

  private beginItem(attributes: Attributes): () => void {
    const list = this.lists.at(-1);
    this.label = list ? takeLabel(list, attributes) : null;
    return () => {
      this.label = null;
    };
  }

  private flow(): Block[] {
    return this.flows.at(-1) ?? this.blocks;
  }

  /** Ends the paragraph in hand, if it has any letter; the first one of a list item takes its label. */
  private flush(style: ElementStyle): void {
    const finished = this.paragraph.finish(style, this.label);
    if (finished && this.paragraph.holdsLegacyFont) this.legacyCount++;
    this.paragraph = new ParagraphBuilder();
    if (!finished) return;
    this.label = null;
    this.paragraphCount++;
    if (!finished.wasComposed) this.notComposed++;
    this.flow().push(finished.paragraph);
  }
}
