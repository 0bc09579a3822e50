import { buildPackage } from "../zip-fixture.ts";

/** A cell of a workbook built for a test: its text or number, and where it stands ("B7"). */
export type FixtureCell = { readonly at: string; readonly style?: number; readonly format?: string } & (
  | { readonly text: string }
  | { readonly number: number }
);

export interface FixtureSheet {
  readonly name?: string;
  readonly hidden?: boolean;
  readonly rows: readonly (readonly FixtureCell[])[];
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  /** "$5:$6". */
  readonly printTitles?: string;
  /** XML before the rows, and instead of them. */
  readonly before?: string;
  readonly xml?: string;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook as Excel lays it out: shared strings, styles (1 is a bold centred title, the last is set in .VnTime), one part a sheet. */
export function buildWorkbook(
  sheets: readonly FixtureSheet[],
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  const strings: string[] = [];
  const formats: string[] = [];
  const parts = sheets.map((sheet, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    sheetXml(sheet, strings, formats),
  ]);
  return buildPackage({
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": relationsXml([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/_rels/workbook.xml.rels": relationsXml([
      ...sheets.map((_, i): [string, string, string] => [
        `rId${i + 1}`,
        "worksheet",
        `worksheets/sheet${i + 1}.xml`,
      ]),
      ["s1", "sharedStrings", "/xl/sharedStrings.xml"],
      ["s2", "styles", "styles.xml"],
    ]),
    "xl/workbook.xml": workbookXml(sheets),
    ...Object.fromEntries(parts),
    "xl/sharedStrings.xml": `<sst ${main}>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join("")}</sst>`,
    "xl/styles.xml": stylesXml(formats),
    ...more,
  });
}

function workbookXml(sheets: readonly FixtureSheet[]): string {
  const entries = sheets.map(
    (sheet, i) =>
      `<sheet name="${escaped(sheet.name ?? `Sheet${i + 1}`)}" sheetId="${i + 1}" r:id="rId${i + 1}"${sheet.hidden ? ' state="hidden"' : ""}/>`,
  );
  const titles = sheets.map((sheet, i) =>
    sheet.printTitles
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">Sheet1!${sheet.printTitles}</definedName>`
      : "",
  );
  return `<workbook ${main} xmlns:r="${office}"><sheets>${entries.join("")}</sheets><definedNames>${titles.join("")}</definedNames></workbook>`;
}

function sheetXml(sheet: FixtureSheet, strings: string[], formats: string[]): string {
  const rows = sheet.rows.map((cells) => {
    const number = /\d+/.exec(cells[0]?.at ?? "")?.[0];
    const hidden = sheet.hiddenRows?.includes(Number(number)) ? ' hidden="1"' : "";
    return `<row r="${number}"${hidden}>${cells.map((cell) => cellXml(cell, strings, formats)).join("")}</row>`;
  });
  const merges = (sheet.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  return `<worksheet ${main}>${sheet.before ?? ""}<sheetData>${sheet.xml ?? rows.join("")}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`;
}

function cellXml(cell: FixtureCell, strings: string[], formats: string[]): string {
  const style = cell.format ? formats.push(cell.format) + 1 : (cell.style ?? 0);
  if ("number" in cell) return `<c r="${cell.at}" s="${style}"><v>${cell.number}</v></c>`;
  return `<c r="${cell.at}" s="${style}" t="s"><v>${strings.push(cell.text) - 1}</v></c>`;
}

function stylesXml(formats: readonly string[]): string {
  const codes = formats
    .map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`)
    .join("");
  const cells = formats.map((_, i) => `<xf numFmtId="${164 + i}" fontId="0"/>`).join("");
  return (
    `<styleSheet ${main}><numFmts>${codes}</numFmts><fonts><font><sz val="11"/></font><font><b/><i val="0"/><sz val="14"/></font><font><name val=".VnTime"/></font></fonts>` +
    `<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"><alignment horizontal="center"/></xf>${cells}<xf numFmtId="0" fontId="2"/></cellXfs></styleSheet>`
  );
}

function relationsXml(relations: readonly (readonly [id: string, type: string, target: string])[]): string {
  const elements = relations.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${elements.join("")}</Relationships>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
