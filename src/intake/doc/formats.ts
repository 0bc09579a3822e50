import type { XmlElement } from "../docx/xml.ts";
import { element, setting } from "./element.ts";
import { code, lastOf } from "./property.ts";

/** What the translation of formats needs to know of the document. */
export interface FormatContext {
  /** Font names by number. */
  readonly fonts: readonly string[];
  /** Whether a style, with all that it is based on, switches this property on. */
  styleSwitches(style: number, property: number): boolean;
}

const switches: readonly (readonly [property: number, name: string])[] = [
  [code.bold, "w:b"],
  [code.italic, "w:i"],
  [code.capitals, "w:caps"],
  [code.smallCapitals, "w:smallCaps"],
  [code.hidden, "w:vanish"],
];

/** Properties of characters as `w:rPr`; `style` is that of their paragraph. */
export function runProperties(bytes: Buffer, style: number, context: FormatContext): XmlElement {
  const found = lastOf(bytes);
  const children: XmlElement[] = [];
  const characterStyle = found.get(code.characterStyle)?.readUInt16LE(0);
  // Style 10 is the default of characters, which says nothing.
  if (characterStyle !== undefined && characterStyle !== 10)
    children.push(setting("w:rStyle", characterStyle));
  for (const [property, name] of switches) {
    const isOn = switchValue(found.get(property), () => context.styleSwitches(style, property));
    if (isOn !== null) children.push(setting(name, isOn ? 1 : 0));
  }
  const size = found.get(code.size)?.readUInt16LE(0);
  if (size !== undefined) children.push(setting("w:sz", size));
  const fonts: Record<string, string> = {};
  const ascii = context.fonts[found.get(code.asciiFont)?.readUInt16LE(0) ?? -1];
  const latin = context.fonts[found.get(code.latinFont)?.readUInt16LE(0) ?? -1];
  if (ascii !== undefined) fonts["w:ascii"] = ascii;
  if (latin !== undefined) fonts["w:hAnsi"] = latin;
  if (ascii !== undefined || latin !== undefined) children.push(element("w:rFonts", fonts));
  return element("w:rPr", {}, children);
}

/** An on/off property (MS-DOC 2.9.327): 0, 1, as the style says (0x80), or the contrary of it (0x81). */
function switchValue(operand: Buffer | undefined, ofStyle: () => boolean): boolean | null {
  const value = operand?.[0];
  if (value === undefined || value === 0x80) return null;
  return value === 0x81 ? !ofStyle() : value !== 0;
}

/** Whether a switch is on at the end of these properties, beginning with what was before. */
export function switchedOn(bytes: Buffer, property: number, before: boolean): boolean {
  return switchValue(lastOf(bytes).get(property), () => before) ?? before;
}

const alignments = ["left", "center", "right", "both"];

/** Properties of a paragraph as the children of `w:pPr`. */
export function paragraphProperties(bytes: Buffer): readonly XmlElement[] {
  const found = lastOf(bytes);
  const children: XmlElement[] = [];
  const align = (found.get(code.align) ?? found.get(code.alignOld))?.[0];
  if (align !== undefined) children.push(setting("w:jc", alignments[align] ?? "both"));
  const indent: Record<string, string> = {};
  const left = found.get(code.indentLeft) ?? found.get(code.indentLeftOld);
  const first = found.get(code.indentFirst) ?? found.get(code.indentFirstOld);
  if (left) indent["w:left"] = String(left.readInt16LE(0));
  if (first) indent["w:firstLine"] = String(first.readInt16LE(0));
  if (left || first) children.push(element("w:ind", indent));
  const breakBefore = found.get(code.pageBreakBefore)?.[0];
  if (breakBefore !== undefined) children.push(setting("w:pageBreakBefore", breakBefore));
  const numbering = numberingOf(found);
  if (numbering) children.push(numbering);
  return children;
}

function numberingOf(found: ReadonlyMap<number, Buffer>): XmlElement | null {
  const list = found.get(code.list)?.readInt16LE(0);
  const level = found.get(code.listLevel)?.[0];
  const children: XmlElement[] = [];
  if (level !== undefined && level < 9) children.push(setting("w:ilvl", level));
  // A negative number names the list that the paragraph was taken out of (MS-DOC 2.6.2, sprmPIlfo).
  if (list !== undefined) children.push(setting("w:numId", Math.max(0, list)));
  return children.length > 0 ? element("w:numPr", {}, children) : null;
}
