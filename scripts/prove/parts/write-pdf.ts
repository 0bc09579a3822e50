import { deflateSync } from "node:zlib";
import type { LongBlock } from "./long-decision.ts";

/** A4 on its side, so that a table of six columns has room; all in points. */
const page = { width: 842, height: 595, margin: 57 };
const size = 12;
const pitch = 16;
/** Every letter of the font is half as wide as high. */
const letter = size / 2;
const textWidth = page.width - 2 * page.margin;
/** Shares of the width that the columns of the table take. */
const shares = [0.06, 0.4, 0.14, 0.16, 0.11, 0.13];
const padding = 3;

/** The document as a PDF file with a text layer and ruled tables (ISO 32000-1), without any program but this one. */
export function writePdf(blocks: readonly LongBlock[]): Uint8Array {
  const paper = new Paper();
  for (const block of blocks)
    if (block.kind === "paragraph") paper.paragraph(block.text, block.centred);
    else for (const row of block.rows) paper.row(row);
  return fileOf(paper.pages());
}

/** Puts lines and rows on pages from the top; what finds no room begins a new page. */
class Paper {
  private readonly done: string[] = [];
  private operators: string[] = [];
  private y = page.height - page.margin;

  pages(): readonly string[] {
    return [...this.done, this.operators.join("\n")];
  }

  paragraph(text: string, centred: boolean): void {
    for (const line of broken(text, Math.floor(textWidth / letter))) {
      this.need(pitch);
      this.y -= pitch;
      this.write(line, centred ? (page.width - line.length * letter) / 2 : page.margin, this.y);
    }
    this.y -= 4;
  }

  row(cells: readonly string[]): void {
    const widths = shares.map((share) => share * textWidth);
    const broke = cells.map((cell, i) => broken(cell, Math.floor(((widths[i] ?? 0) - 2 * padding) / letter)));
    const height = Math.max(...broke.map((lines) => lines.length)) * pitch + 2 * padding;
    this.need(height);
    let left = page.margin;
    for (const [i, lines] of broke.entries()) {
      for (const [n, line] of lines.entries())
        this.write(line, left + padding, this.y - padding - (n + 0.8) * pitch);
      this.operators.push(`${left.toFixed(1)} ${this.y} ${(widths[i] ?? 0).toFixed(1)} ${-height} re S`);
      left += widths[i] ?? 0;
    }
    this.y -= height;
  }

  private need(height: number): void {
    if (this.y - height >= page.margin) return;
    this.done.push(this.operators.join("\n"));
    this.operators = [];
    this.y = page.height - page.margin;
  }

  private write(line: string, left: number, y: number): void {
    const codes = [...line].map((each) => (each.codePointAt(0) ?? 0).toString(16).padStart(4, "0"));
    this.operators.push(`BT /F ${size} Tf ${left.toFixed(1)} ${y.toFixed(1)} Td <${codes.join("")}> Tj ET`);
  }
}

/** Words in lines of at most so many letters. */
function broken(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Objects 1-6 are catalogue, pages, font, its descendant, its map to Unicode and its descriptor; then two a page. */
function fileOf(pages: readonly string[]): Uint8Array {
  const kids = pages.map((_, i) => `${7 + 2 * i} 0 R`).join(" ");
  const objects: Buffer[] = [
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from(
      `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 ${page.width} ${page.height}] ` +
        "/Resources << /Font << /F 3 0 R >> >> >>",
    ),
    Buffer.from(
      "<< /Type /Font /Subtype /Type0 /BaseFont /Long /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
    ),
    Buffer.from(
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Long /DW 500 /FontDescriptor 6 0 R " +
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
    ),
    stream(unicodeMap()),
    Buffer.from(
      "<< /Type /FontDescriptor /FontName /Long /Flags 4 /ItalicAngle 0 /Ascent 800 /Descent -200 " +
        "/CapHeight 700 /StemV 80 /FontBBox [0 -200 500 800] >>",
    ),
    ...pages.flatMap((content, i) => [
      Buffer.from(`<< /Type /Page /Parent 2 0 R /Contents ${8 + 2 * i} 0 R >>`),
      stream(content),
    ]),
  ];
  return assembled(objects);
}

/** Codes of the font are code points; a range may not cross a change of the first byte (ISO 32000-1, 9.10.3). */
function unicodeMap(): string {
  const ranges = Array.from({ length: 0x21 }, (_, i) => {
    const high = i.toString(16).padStart(2, "0");
    return `<${high}00> <${high}ff> <${high}00>`;
  });
  return (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange " +
    `${ranges.length} beginbfrange ${ranges.join(" ")} endbfrange endcmap end end`
  );
}

function stream(content: string): Buffer {
  const packed = deflateSync(content);
  const head = Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`);
  return Buffer.concat([head, packed, Buffer.from("\nendstream")]);
}

function assembled(objects: readonly Buffer[]): Uint8Array {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const add = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  add(Buffer.from("%PDF-1.7\n"));
  for (const [i, object] of objects.entries()) {
    offsets.push(length);
    add(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]));
  }
  const start = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`));
  add(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}
