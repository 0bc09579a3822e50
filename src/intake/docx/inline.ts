import { type Block, type Paragraph, paragraphAt } from "../../domain/document/block.ts";
import { nowhere } from "../../domain/document/place.ts";
import { whyUnplaced } from "../../domain/language/unplaced-reasons.ts";
import { composed, singleSpaced } from "../../domain/text/fold.ts";
import { chosenBranch, contentOf } from "./content.ts";
import { type Draft, noteLoss } from "./draft.ts";
import { formFieldText, isPageNumber, OpenFields } from "./field.ts";
import type { Pages } from "./pages.ts";
import { inherit, plainRun, type RunFormat, runFormatOf, type ThemeFonts } from "./run-format.ts";
import type { Styles } from "./styles.ts";
import { isSymbolFont, symbolText } from "./symbols.ts";
import type { Tally } from "./tally.ts";
import { childOf, childrenOf, descendantsOf, settingOf, type XmlElement } from "./xml.ts";

/** A footnote or endnote in the order in which the text refers to it. */
export interface NoteReference {
  readonly kind: "footnote" | "endnote";
  readonly id: string;
  readonly page: number | null;
}

export interface InlineSettings {
  readonly styles: Styles;
  readonly theme: ThemeFonts;
  readonly tally: Tally;
  readonly pages: Pages;
  /** Page numbers in headers and footers belong to the layout. */
  readonly dropsPageNumbers: boolean;
  readonly onNote: (note: NoteReference) => void;
  readonly boxRole: Paragraph["role"];
  /** Reads the content of a text box. */
  readonly readBox: (content: XmlElement) => readonly Block[];
}

interface RunContext {
  readonly draft: Draft;
  readonly format: RunFormat;
  /** A note reference with a mark of its own was met: the text after it in the run is the mark. */
  isNoteMark: boolean;
}

/** Reads what stands inside paragraphs of one story. */
export class InlineReader {
  private readonly settings: InlineSettings;
  private readonly fields: OpenFields;

  constructor(settings: InlineSettings) {
    this.settings = settings;
    this.fields = new OpenFields(settings.dropsPageNumbers);
  }

  /** Adds the content of a paragraph (or of a simple field in it) to the draft. */
  read(element: XmlElement, draft: Draft, paragraphStyle: string | null, tableStyle: string | null): void {
    const { tally } = this.settings;
    for (const node of contentOf(element, tally, (text, why) => noteLoss(draft, text, why))) {
      if (node.name === "w:r") this.readRun(node, draft, paragraphStyle, tableStyle);
      else if (node.name === "w:fldSimple") {
        if (this.settings.dropsPageNumbers && isPageNumber(node.attributes["w:instr"] ?? ""))
          draft.hadPageNumber = true;
        else this.read(node, draft, paragraphStyle, tableStyle);
      } else if (node.name === "m:oMath" || node.name === "m:oMathPara") {
        for (const part of descendantsOf(node))
          if (part.name === "m:t") this.addText(draft, part.text, plainRun);
      }
    }
  }

  private readRun(
    run: XmlElement,
    draft: Draft,
    paragraphStyle: string | null,
    tableStyle: string | null,
  ): void {
    const { styles, theme } = this.settings;
    const properties = childOf(run, "w:rPr");
    const base = styles.runFormat(paragraphStyle, settingOf(properties, "w:rStyle"), tableStyle);
    const context: RunContext = {
      draft,
      format: inherit(runFormatOf(properties, theme), base),
      isNoteMark: false,
    };
    for (const node of run.children) this.readRunNode(node, context);
  }

  private readRunNode(node: XmlElement, context: RunContext): void {
    const { draft, format } = context;
    switch (node.name) {
      case "w:t":
        if (!context.isNoteMark) this.addText(draft, keptSpace(node), format);
        return;
      case "w:tab":
      case "w:ptab":
        this.addText(draft, " ", format);
        return;
      case "w:noBreakHyphen":
        this.addText(draft, "-", format);
        return;
      case "w:br":
      case "w:cr":
        if (node.attributes["w:type"] === "page") this.settings.pages.breakByHand();
        this.addText(draft, "\n", format);
        return;
      case "w:sym":
        this.addSymbol(node, context);
        return;
      case "w:lastRenderedPageBreak":
        this.settings.pages.breakRendered();
        return;
      case "w:fldChar":
        if (this.fields.mark(node.attributes["w:fldCharType"])) draft.hadPageNumber = true;
        this.addText(draft, formFieldText(node), format);
        return;
      case "w:instrText":
        this.fields.instruct(node.text);
        return;
      case "w:footnoteReference":
      case "w:endnoteReference":
        if (format.hidden !== true) this.referToNote(node, context);
        return;
      case "w:commentReference":
        this.settings.tally.comments.add(node.attributes["w:id"] ?? "");
        return;
      case "w:ruby":
        for (const run of childrenOf(childOf(node, "w:rubyBase"), "w:r"))
          for (const part of run.children) this.readRunNode(part, context);
        return;
      case "mc:AlternateContent":
        for (const part of chosenBranch(node)?.children ?? []) this.readRunNode(part, context);
        return;
      case "w:drawing":
      case "w:pict":
      case "w:object":
        if (format.hidden === true) this.settings.tally.hiddenTexts++;
        else this.readDrawing(node, draft);
    }
  }

  private addText(draft: Draft, text: string, format: RunFormat): void {
    if (text === "" || !this.fields.shown) return;
    const hasLetters = /\S/.test(text);
    if (format.hidden === true) {
      if (hasLetters) this.settings.tally.hiddenTexts++;
      noteLoss(draft, text, whyUnplaced("hiddenText"));
      return;
    }
    if (hasLetters) this.settings.pages.textSeen();
    draft.pieces.push({ text, format, page: this.settings.pages.current });
  }

  private addSymbol(node: XmlElement, { draft, format }: RunContext): void {
    const code = Number.parseInt(node.attributes["w:char"] ?? "", 16);
    if (!(code > 0 && code <= 0xffff)) return;
    const font = node.attributes["w:font"] ?? null;
    const isSign = isSymbolFont(font) || code < 0xf000 || code > 0xf0ff;
    const sign = isSign
      ? symbolText(String.fromCharCode(code), font)
      : // An ordinary font addressed by the codes of symbol fonts: the character itself.
        String.fromCharCode(code - 0xf000);
    this.addText(draft, sign, { ...format, asciiFont: null, latinFont: isSign ? null : font });
  }

  private referToNote(node: XmlElement, context: RunContext): void {
    const kind = node.name === "w:footnoteReference" ? "footnote" : "endnote";
    context.isNoteMark = /^(1|true|on)$/.test(node.attributes["w:customMarkFollows"] ?? "");
    this.settings.onNote({ kind, id: node.attributes["w:id"] ?? "", page: this.settings.pages.current });
  }

  /** Text boxes and artistic lettering of a drawing, in either of its two languages (DrawingML, VML). */
  private readDrawing(element: XmlElement, draft: Draft): void {
    const { tally } = this.settings;
    for (const node of element.children) {
      if (node.name === "w:txbxContent") {
        for (const block of this.settings.readBox(node)) draft.boxes.push(block);
      } else if (node.name === "mc:AlternateContent") {
        const branch = chosenBranch(node);
        if (branch) this.readDrawing(branch, draft);
      } else {
        if (node.name === "a:blip" || node.name === "v:imagedata") tally.pictures++;
        if (node.name === "o:OLEObject" && !/^Equation/i.test(node.attributes.ProgID ?? ""))
          tally.skipPart(
            `đối tượng nhúng ${node.attributes.ProgID ?? ""}`.trim(),
            whyUnplaced("embeddedFile"),
          );
        if (node.name === "dgm:relIds") tally.skipPart("sơ đồ SmartArt", whyUnplaced("smartArt"));
        const lettering = node.name === "v:textpath" ? node.attributes.string?.trim() : undefined;
        if (lettering) draft.boxes.push(this.readLettering(lettering));
        this.readDrawing(node, draft);
      }
    }
  }

  private readLettering(text: string): Block {
    this.settings.tally.paragraphs.pass();
    const place = { ...nowhere, page: this.settings.pages.current };
    return paragraphAt(singleSpaced(composed(text)), place, { role: this.settings.boxRole });
  }
}

/** White space at the ends counts only where the file says so (XML 1.0 §2.10, as Word applies it). */
function keptSpace(node: XmlElement): string {
  // A line end of the XML file is a space to a reader; only w:br breaks a line.
  const text = node.text.replace(/[\t\r\n]/g, " ");
  return node.attributes["xml:space"] === "preserve" ? text : text.replace(/^ +| +$/g, "");
}
