import { strToU8, zipSync } from "fflate";

/** A sheet of plain values: text, numbers, empty. Widths are letters of the standard font. */
export interface Sheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A workbook (ECMA-376, SpreadsheetML) with bold, frozen heads and wrapped text. Texts stand in their cells as inline
 * strings and are never formulas, whatever sign they begin with.
 */
export function writeXlsx(sheets: readonly Sheet[]): Blob {
  const files: Record<string, Uint8Array> = {
    "[Content_Types].xml": xml(contentTypes(sheets.length)),
    "_rels/.rels": xml(relationships([["officeDocument", "xl/workbook.xml"]])),
    "xl/workbook.xml": xml(workbook(sheets)),
    "xl/_rels/workbook.xml.rels": xml(
      relationships([
        ...sheets.map((_, at): [string, string] => ["worksheet", `worksheets/sheet${at + 1}.xml`]),
        ["styles", "styles.xml"],
      ]),
    ),
    "xl/styles.xml": xml(stylesheet),
  };
  sheets.forEach((sheet, at) => {
    files[`xl/worksheets/sheet${at + 1}.xml`] = xml(worksheet(sheet));
  });
  return new Blob([new Uint8Array(zipSync(files))], {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  });
}

function xml(body: string): Uint8Array {
  return strToU8(declaration + body);
}

function contentTypes(sheetCount: number): string {
  const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const parts = Array.from(
    { length: sheetCount },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${kind}.worksheet+xml"/>`,
  );
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>${parts.join("")}</Types>`
  );
}

function relationships(targets: readonly (readonly [kind: string, target: string])[]): string {
  const list = targets.map(
    ([kind, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${relations}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageRelations}">${list.join("")}</Relationships>`;
}

function workbook(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    (sheet, at) =>
      `<sheet name="${escaped(sheetName(sheet.name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list.join("")}</sheets></workbook>`;
}

/** Excel takes 31 characters and none of these signs. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);
}

/** Style 0 plain, 1 head, 2 wrapped text. */
const stylesheet = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

function worksheet(sheet: Sheet): string {
  const columns = sheet.widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const rows = [sheet.head, ...sheet.rows].map((cells, at) => {
    const written = cells.map((value, column) => cell(value, column, at));
    return `<row r="${at + 1}">${written.join("")}</row>`;
  });
  return (
    `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join("")}</cols><sheetData>${rows.join("")}</sheetData></worksheet>`
  );
}

function cell(value: string | number | null, column: number, row: number): string {
  if (value === null || value === "") return "";
  const address = `${columnLetters(column)}${row + 1}`;
  const style = row === 0 ? 1 : 2;
  if (typeof value === "number") return `<c r="${address}" s="${style}"><v>${value}</v></c>`;
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value.slice(0, 32_767))}</t></is></c>`;
}

/** 0 → "A", 26 → "AA". */
function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

/** XML text; characters that XML 1.0 does not allow are left out. */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
  );
}
