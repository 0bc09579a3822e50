import { type Result, succeed } from "../../domain/basics/result.ts";
import { type LegacyFont, legacyFontOf } from "../../domain/text/legacy-encoding.ts";
import { childOf, childrenOf, descendantsOf, parseXml, type XmlElement } from "../docx/xml.ts";
import type { Archive } from "../zip.ts";
import { builtInFormat } from "./number-format.ts";

/** A sheet as the workbook lists it; `part` is null when it holds no cells (a chart, a dialog). */
export interface SheetEntry {
  readonly name: string;
  readonly part: string | null;
  readonly hidden: boolean;
  /** Rows repeated at the top of each printed page, from 1. */
  readonly titleRows: readonly [from: number, to: number] | null;
}

/** What a cell's style number stands for. */
export interface CellFormat {
  readonly code: string;
  /** The font of before Unicode in which the cell is set. */
  readonly legacyFont: LegacyFont | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly size: number | null;
  readonly align: "left" | "center" | "right" | "justify" | null;
}

/** What the sheets of a workbook share (ECMA-376 part 1 §18.2, §18.4, §18.8). */
export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly epoch1904: boolean;
  readonly strings: readonly (readonly TextRun[])[];
  readonly formats: readonly CellFormat[];
}

/** Reads the parts of a workbook that its sheets share. Fails as `Archive.read` and `parseXml` do. */
export async function openWorkbook(archive: Archive): Promise<Result<Workbook>> {
  const part = await mainPart(archive);
  const root = await readPart(archive, part);
  if (!root.ok) return root;
  const relations = await relationsOf(archive, part);
  const strings = await optionalPart(archive, relations.byType("sharedStrings"));
  if (!strings.ok) return strings;
  const styles = await optionalPart(archive, relations.byType("styles"));
  if (!styles.ok) return styles;
  const properties = childOf(root.value, "x:workbookPr")?.attributes.date1904;
  return succeed({
    sheets: sheetEntries(root.value, relations),
    epoch1904: properties === "1" || properties === "true",
    strings: childrenOf(strings.value, "x:si").map(textRuns),
    formats: cellFormats(styles.value),
  });
}

/** Reads and parses one part. */
export async function readPart(archive: Archive, part: string): Promise<Result<XmlElement>> {
  const bytes = await archive.read(part);
  return bytes.ok ? parseXml(bytes.value, part) : bytes;
}

async function optionalPart(archive: Archive, part: string | null): Promise<Result<XmlElement | null>> {
  return part === null ? succeed(null) : readPart(archive, part);
}

/** A run of a string: its text, and the name of its font when it has one of its own. */
export interface TextRun {
  readonly text: string;
  readonly font: string | null;
}

/** The runs of a shared or inline string; phonetic guides are left out. */
export function textRuns(element: XmlElement): readonly TextRun[] {
  return element.children.flatMap((child) => {
    if (child.name === "x:t") return [{ text: unescaped(child.text), font: null }];
    if (child.name !== "x:r") return [];
    const font = childOf(childOf(child, "x:rPr"), "x:rFont")?.attributes.val ?? null;
    return textRuns(child).map((run) => ({ ...run, font }));
  });
}

/** Characters that XML cannot hold stand as "_x000D_" (ECMA-376 part 1 §22.9.2.19, ST_Xstring). */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

interface Relations {
  readonly byId: (id: string | undefined) => string | null;
  readonly byType: (ending: string) => string | null;
}

async function mainPart(archive: Archive): Promise<string> {
  const relations = await relationsOf(archive, "");
  return relations.byType("officeDocument") ?? "xl/workbook.xml";
}

/** Where a part points to (ECMA-376 part 2 §6.5); a part without relations points nowhere. */
async function relationsOf(archive: Archive, part: string): Promise<Relations> {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const read = await readPart(archive, `${folder}_rels/${part.slice(slash)}.rels`);
  const found = read.ok
    ? childrenOf(read.value, "rel:Relationship").filter(
        (relation) => relation.attributes.TargetMode !== "External",
      )
    : [];
  const target = (relation: XmlElement | undefined): string | null =>
    relation ? resolvePart(folder, relation.attributes.Target ?? "") : null;
  return {
    byId: (id) => target(found.find((relation) => relation.attributes.Id === id)),
    byType: (ending) => target(found.find((relation) => relation.attributes.Type?.endsWith(`/${ending}`))),
  };
}

function resolvePart(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/"))
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  return steps.join("/");
}

function sheetEntries(workbook: XmlElement, relations: Relations): readonly SheetEntry[] {
  const titles = new Map<string, readonly [number, number]>();
  for (const name of childrenOf(childOf(workbook, "x:definedNames"), "x:definedName")) {
    const rows = /\$(\d+):\$(\d+)/.exec(name.text);
    if (name.attributes.name === "_xlnm.Print_Titles" && rows)
      titles.set(name.attributes.localSheetId ?? "", [Number(rows[1]), Number(rows[2])]);
  }
  return childrenOf(childOf(workbook, "x:sheets"), "x:sheet").map((sheet, index) => {
    const part = relations.byId(sheet.attributes["r:id"]);
    return {
      name: sheet.attributes.name ?? "",
      part: part?.toLowerCase().includes("/worksheets/") ? part : null,
      hidden: /hidden/i.test(sheet.attributes.state ?? ""),
      titleRows: titles.get(String(index)) ?? null,
    };
  });
}

function cellFormats(styles: XmlElement | null): readonly CellFormat[] {
  const codes = new Map<number, string>();
  for (const format of childrenOf(childOf(styles, "x:numFmts"), "x:numFmt"))
    codes.set(Number(format.attributes.numFmtId), format.attributes.formatCode ?? "General");
  const fonts = childrenOf(childOf(styles, "x:fonts"), "x:font");
  return childrenOf(childOf(styles, "x:cellXfs"), "x:xf").map((format) => {
    const font = fonts[Number(format.attributes.fontId ?? 0)] ?? null;
    const id = Number(format.attributes.numFmtId ?? 0);
    const size = Number(childOf(font, "x:sz")?.attributes.val);
    return {
      code: codes.get(id) ?? builtInFormat(id),
      legacyFont: legacyFontOf(childOf(font, "x:name")?.attributes.val ?? ""),
      bold: isOn(font, "x:b"),
      italic: isOn(font, "x:i"),
      size: size > 0 ? size : null,
      align: alignOf(childOf(format, "x:alignment")?.attributes.horizontal),
    };
  });
}

function isOn(font: XmlElement | null, name: string): boolean {
  const property = childOf(font, name);
  return property !== null && !/^(0|false)$/.test(property.attributes.val ?? "1");
}

function alignOf(value: string | undefined): CellFormat["align"] {
  if (value === "centerContinuous") return "center";
  return value === "left" || value === "center" || value === "right" || value === "justify" ? value : null;
}

/** How many comments the workbook's readers left beside its cells. */
export async function countComments(archive: Archive): Promise<number> {
  let count = 0;
  for (const name of archive.names.filter((part) => /^xl\/comments[^/]*\.xml$/i.test(part))) {
    const root = await readPart(archive, name);
    if (!root.ok) continue;
    for (const element of descendantsOf(root.value)) if (element.name === "x:comment") count++;
  }
  return count;
}
