import { buildPackage } from "../zip-fixture.ts";

/** XML of the parts of a document built for a test; parts not given are left out. */
export interface DocxFixture {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly theme?: string;
  readonly settings?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  /** Headers and footers by relationship id ("h1", "f1"). */
  readonly margins?: Readonly<Record<string, string>>;
  readonly namespace?: string;
  readonly mainPart?: string;
  /** Parts added as they are, by name. */
  readonly more?: Readonly<Record<string, string>>;
}

const transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const relationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const namespaces = [
  `xmlns:r="${relationshipTypes}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(" ");

/** A .docx file of the given parts. */
export function buildDocx(fixture: DocxFixture): Uint8Array {
  const namespace = fixture.namespace ?? transitional;
  const root = (name: string, content: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?><w:${name} xmlns:w="${namespace}" ${namespaces}>${content}</w:${name}>`;
  const parts: Record<string, string> = {};
  const relationships: string[] = [];
  const add = (id: string, type: string, file: string, content: string): void => {
    parts[`word/${file}`] = content;
    relationships.push(`<Relationship Id="${id}" Type="${relationshipTypes}/${type}" Target="${file}"/>`);
  };
  for (const kind of ["styles", "numbering", "settings", "footnotes", "endnotes"] as const) {
    const content = fixture[kind];
    if (content !== undefined) add(kind, kind, `${kind}.xml`, root(kind, content));
  }
  if (fixture.theme !== undefined) add("theme", "theme", "theme/theme1.xml", fixture.theme);
  for (const [id, content] of Object.entries(fixture.margins ?? {})) {
    const kind = id.startsWith("h") ? "header" : "footer";
    add(id, kind, `${id}.xml`, root(kind === "header" ? "hdr" : "ftr", content));
  }
  const main = fixture.mainPart ?? "word/document.xml";
  return buildPackage({
    "_rels/.rels": relationshipsXml([
      `<Relationship Id="r1" Type="${relationshipTypes}/officeDocument" Target="/${main}"/>`,
    ]),
    [main]: root("document", `<w:body>${fixture.body}</w:body>`),
    [main.replace(/([^/]+)$/, "_rels/$1.rels")]: relationshipsXml(relationships),
    ...parts,
    ...fixture.more,
  });
}

function relationshipsXml(relationships: readonly string[]): string {
  const namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
  return `<Relationships xmlns="${namespace}">${relationships.join("")}</Relationships>`;
}

/** A run of text with run properties. */
export function run(text: string, properties = ""): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs (or of plain text) with paragraph properties. */
export function para(content: string, properties = ""): string {
  const runs = content.startsWith("<") || content === "" ? content : run(content);
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

/** A cell with cell properties; plain text becomes a paragraph. */
export function cell(content: string, properties = ""): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<") ? content : para(content)}</w:tc>`;
}

/** A row of cells with row properties. */
export function row(cells: readonly string[], properties = ""): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells.join("")}</w:tr>`;
}

/** A table with a grid of column widths in twips. */
export function table(widths: readonly number[], rows: readonly string[]): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.join("")}</w:tbl>`;
}

/** Puts a paragraph on a level of a list. */
export function inList(list: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
}

/** A list definition with the given levels (format and text, and more), and its lists. */
export function listDefinition(
  id: number,
  levels: readonly (readonly [format: string, text: string, more?: string])[],
): string {
  const written = levels.map(
    ([format, text, more], i) =>
      `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more ?? ""}<w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${written.join("")}</w:abstractNum>`;
}

/** A list of a definition. */
export function list(id: number, definition: number, overrides = ""): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${overrides}</w:num>`;
}

/** The marks of a complex field around its result. */
export function field(instruction: string, result: string): string {
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
}

/** A run with a text box, in DrawingML with its VML twin as Word writes it. */
export function textBox(content: string): string {
  const box = `<w:txbxContent>${content}</w:txbxContent>`;
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
}
