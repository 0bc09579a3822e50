import { type Indent, indentOf } from "./paragraph-format.ts";
import { childOf, childrenOf, descendantsOf, integer, settingOf, switchOf, type XmlElement } from "./xml.ts";

/** One level of a list (`w:lvl`). */
export interface Level {
  readonly start: number;
  readonly format: string;
  /** The pattern of a number format made by hand ("001, 002, 003, …"); null for the named ones. */
  readonly customFormat: string | null;
  /** "%1.%2": the numbers of levels between fixed text; the sign itself for bullets. */
  readonly text: string;
  /** Level (from 1) whose paragraphs restart this one; 0 never; null every higher level. */
  readonly restartAfter: number | null;
  /** All numbers of the text in decimal, whatever the format of their level. */
  readonly legal: boolean;
  readonly paragraphStyle: string | null;
  readonly indent: Indent;
  readonly bulletFont: string | null;
  readonly hasPicture: boolean;
}

/** A list as paragraphs name it (`w:num`). Lists of the same `abstractId` go on counting together. */
export interface NumberedList {
  readonly id: string;
  readonly abstractId: string;
  /** Levels from 0. */
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that begin anew in this list, with their first number. */
  readonly restarts: ReadonlyMap<number, number>;
}

/** Lists by the id that paragraphs give. */
export type Numbering = ReadonlyMap<string, NumberedList>;

/** Reads `numbering.xml`; without it there are no lists. */
export function readNumbering(part: XmlElement | null): Numbering {
  const definitions = new Map<string, XmlElement>();
  const byStyle = new Map<string, string>();
  for (const definition of childrenOf(part, "w:abstractNum")) {
    const id = definition.attributes["w:abstractNumId"] ?? "";
    definitions.set(id, definition);
    const style = settingOf(definition, "w:styleLink");
    if (style) byStyle.set(style, id);
  }
  const levelsOf = new Map<string, ReadonlyMap<number, Level>>();
  const lists = new Map<string, NumberedList>();
  for (const num of childrenOf(part, "w:num")) {
    const named = settingOf(num, "w:abstractNumId") ?? "";
    // A definition that only names a list style stands for the definition that belongs to the style.
    const link = settingOf(definitions.get(named) ?? null, "w:numStyleLink");
    const abstractId = (link && byStyle.get(link)) || named;
    const definition = definitions.get(abstractId);
    if (!definition) continue;
    const shared = levelsOf.get(abstractId) ?? readLevels(childrenOf(definition, "w:lvl"));
    levelsOf.set(abstractId, shared);
    const id = num.attributes["w:numId"] ?? "";
    lists.set(id, readList(id, abstractId, shared, childrenOf(num, "w:lvlOverride")));
  }
  return lists;
}

function readList(
  id: string,
  abstractId: string,
  shared: ReadonlyMap<number, Level>,
  overrides: readonly XmlElement[],
): NumberedList {
  const levels = new Map(shared);
  const restarts = new Map<number, number>();
  for (const override of overrides) {
    const index = integer(override.attributes["w:ilvl"]);
    if (index === null) continue;
    const own = childOf(override, "w:lvl");
    if (own) levels.set(index, readLevel(own));
    const start = integer(settingOf(override, "w:startOverride"));
    if (start !== null) restarts.set(index, start);
  }
  return { id, abstractId, levels, restarts };
}

function readLevels(elements: readonly XmlElement[]): ReadonlyMap<number, Level> {
  return new Map(elements.map((element) => [integer(element.attributes["w:ilvl"]) ?? 0, readLevel(element)]));
}

function readLevel(element: XmlElement): Level {
  // A format made by hand stands in mc:AlternateContent, which holds the named format for older programs too.
  const formats = [...descendantsOf(element)].filter((child) => child.name === "w:numFmt");
  const format = formats.find((child) => child.attributes["w:format"]) ?? formats[0];
  const fonts = childOf(childOf(element, "w:rPr"), "w:rFonts")?.attributes;
  return {
    start: integer(settingOf(element, "w:start")) ?? 0,
    format: format?.attributes["w:val"] ?? "decimal",
    customFormat: format?.attributes["w:format"] ?? null,
    text: settingOf(element, "w:lvlText") ?? "",
    restartAfter: integer(settingOf(element, "w:lvlRestart")),
    legal: switchOf(element, "w:isLgl") === true,
    paragraphStyle: settingOf(element, "w:pStyle"),
    indent: indentOf(childOf(element, "w:pPr")),
    bulletFont: fonts?.["w:hAnsi"] ?? fonts?.["w:ascii"] ?? null,
    hasPicture: childOf(element, "w:lvlPicBulletId") !== null,
  };
}

/** The level on which a paragraph of this style stands in the list, when the list says so; null otherwise. */
export function levelOfStyle(list: NumberedList | undefined, style: string | null): number | null {
  if (!list || style === null) return null;
  for (const [index, level] of list.levels) if (level.paragraphStyle === style) return index;
  return null;
}
