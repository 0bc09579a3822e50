import {
  inheritParagraph,
  type ParagraphFormat,
  paragraphFormatOf,
  plainParagraph,
} from "./paragraph-format.ts";
import { inherit, plainRun, type RunFormat, runFormatOf, type ThemeFonts, toggle } from "./run-format.ts";
import { childOf, childrenOf, settingOf, switchOf, type XmlElement } from "./xml.ts";

/** A style with all that it inherits. */
export interface Style {
  readonly run: RunFormat;
  readonly paragraph: ParagraphFormat;
}

/** The styles of a document, resolved when asked for. */
export interface Styles {
  /** Format of the paragraph itself: style and document defaults. Null asks for the default style. */
  paragraphFormat(styleId: string | null): ParagraphFormat;
  /**
   * Format of a run before its own properties: document defaults, then the styles of table, paragraph and characters
   * (ECMA-376 part 1 §17.7.2).
   */
  runFormat(
    paragraphStyle: string | null,
    characterStyle: string | null,
    tableStyle: string | null,
  ): RunFormat;
}

const plainStyle: Style = { run: plainRun, paragraph: plainParagraph };

/** Reads `styles.xml`; without it every style says nothing. Rings of styles based on each other are cut. */
export function readStyles(part: XmlElement | null, theme: ThemeFonts): Styles {
  const elements = new Map<string, XmlElement>();
  for (const style of childrenOf(part, "w:style")) elements.set(style.attributes["w:styleId"] ?? "", style);
  const defaults = childOf(part, "w:docDefaults");
  const defaultRun = runFormatOf(childOf(childOf(defaults, "w:rPrDefault"), "w:rPr"), theme);
  const defaultParagraph = paragraphFormatOf(childOf(childOf(defaults, "w:pPrDefault"), "w:pPr"));
  const standard = defaultStyleId(part);
  const resolve = resolver(elements, theme);
  const runs = new Map<string, RunFormat>();
  return {
    paragraphFormat: (id) =>
      inheritParagraph(resolve(known(elements, id) ?? standard).paragraph, defaultParagraph),
    runFormat: (paragraphStyle, characterStyle, tableStyle) => {
      const key = `${paragraphStyle ?? ""}\n${characterStyle ?? ""}\n${tableStyle ?? ""}`;
      const cached = runs.get(key);
      if (cached) return cached;
      const paragraph = inherit(
        resolve(known(elements, paragraphStyle) ?? standard).run,
        inherit(resolve(tableStyle).run, plainRun),
      );
      const format = inherit(toggle(resolve(characterStyle).run, paragraph), defaultRun);
      runs.set(key, format);
      return format;
    },
  };
}

function known(elements: ReadonlyMap<string, XmlElement>, id: string | null): string | null {
  return id !== null && elements.has(id) ? id : null;
}

function defaultStyleId(part: XmlElement | null): string | null {
  const standard = childrenOf(part, "w:style").find(
    (style) =>
      style.attributes["w:type"] === "paragraph" && /^(1|true|on)$/.test(style.attributes["w:default"] ?? ""),
  );
  return standard?.attributes["w:styleId"] ?? null;
}

function resolver(
  elements: ReadonlyMap<string, XmlElement>,
  theme: ThemeFonts,
): (id: string | null) => Style {
  const resolved = new Map<string, Style>();
  return (id) => {
    const chain: [id: string, style: XmlElement][] = [];
    const seen = new Set<string>();
    let base: Style = plainStyle;
    for (let next = id; next !== null; ) {
      const done = resolved.get(next);
      const element = elements.get(next);
      if (done) base = done;
      if (done || !element || seen.has(next)) break;
      seen.add(next);
      chain.push([next, element]);
      next = settingOf(element, "w:basedOn");
    }
    for (const [styleId, element] of chain.reverse()) {
      base = {
        run: inherit(runFormatOf(childOf(element, "w:rPr"), theme), base.run),
        paragraph: inheritParagraph(paragraphFormatOf(childOf(element, "w:pPr")), base.paragraph),
      };
      resolved.set(styleId, base);
    }
    return base;
  };
}

/** True when the whole paragraph mark is hidden, so that the next paragraph follows on the same line. */
export function hidesMark(paragraphProperties: XmlElement | null): boolean {
  return switchOf(childOf(paragraphProperties, "w:rPr"), "w:vanish") === true;
}
