import { deflateSync } from "node:zlib";
import type { PageWord } from "../domain/document/page.ts";
import { glyphlessFont, glyphWidth } from "./glyphless-font.ts";

/** The picture of a page: JPEG, or one bit a point (1 white, rows of whole bytes, compressed as zlib does). */
export interface PagePicture {
  readonly kind: "jpeg" | "bits";
  readonly across: number;
  readonly down: number;
  readonly data: Uint8Array;
}

/** A page of the copy; the words come in reading order, line by line. */
export interface CopiedPage {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly lines: readonly (readonly PageWord[])[];
}

/**
 * Writes pictures of pages with their words, invisible, over them (PDF 1.7, ISO 32000-1): what a person sees is the
 * picture, what he searches and copies are the words. The pictures come first, page by page, so that none has to be held;
 * the words are known at the end. What each call gives is to be written behind what came before.
 */
export class SearchablePdf {
  private readonly offsets: number[] = [];
  private readonly pictures: { readonly page: number; readonly object: number }[] = [];
  private size = 0;

  /** The beginning of the file. `about`: a sentence about the copy, for the properties of the file. */
  begin(about: string): Uint8Array {
    return joined([
      // The signs behind the comment tell that the file is no text.
      this.counted(Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")),
      this.object(fixed.catalog, `<< /Type /Catalog /Pages ${fixed.pages} 0 R /Lang (vi) >>`),
      this.object(fixed.about, `<< /Producer (Sau Ro) /Subject ${textOf(about)} >>`),
      this.object(
        fixed.font,
        `<< /Type /Font /Subtype /Type0 /BaseFont /Glyphless /Encoding /Identity-H /DescendantFonts [${fixed.glyphs} 0 R] /ToUnicode ${fixed.unicode} 0 R >>`,
      ),
      this.object(
        fixed.glyphs,
        `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Glyphless /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${fixed.descriptor} 0 R /DW ${glyphWidth} /CIDToGIDMap ${fixed.glyphMap} 0 R >>`,
      ),
      this.object(
        fixed.descriptor,
        `<< /Type /FontDescriptor /FontName /Glyphless /Flags 4 /FontBBox [0 -200 ${glyphWidth} 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 800 /StemV 80 /FontFile2 ${fixed.file} 0 R >>`,
      ),
      this.stream(fixed.file, glyphlessFont()),
      this.stream(fixed.glyphMap, everyGlyph()),
      this.stream(fixed.unicode, Buffer.from(sameInUnicode())),
    ]);
  }

  /** The picture of a page. */
  picture(page: number, { kind, across, down, data }: PagePicture): Uint8Array {
    const object = this.next();
    this.pictures.push({ page, object });
    const how =
      kind === "jpeg"
        ? "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode"
        : "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode";
    const words = `/Type /XObject /Subtype /Image /Width ${across} /Height ${down} ${how}`;
    return this.packed(object, words, data);
  }

  /** The pages in their order, and the end of the file. */
  end(pages: ReadonlyMap<number, CopiedPage>): Uint8Array {
    const parts: Uint8Array[] = [];
    const numbers: number[] = [];
    for (const [page, { width, height, lines }] of pages) {
      const picture = this.pictures.find((each) => each.page === page)?.object ?? null;
      const content = this.next();
      parts.push(this.stream(content, Buffer.from(contentOf({ width, height, lines }, picture !== null))));
      const object = this.next();
      const shown = picture === null ? "" : `/XObject << /P ${picture} 0 R >> `;
      parts.push(
        this.object(
          object,
          `<< /Type /Page /Parent ${fixed.pages} 0 R /MediaBox [0 0 ${round(width)} ${round(height)}] /Resources << ${shown}/Font << /F ${fixed.font} 0 R >> >> /Contents ${content} 0 R >>`,
        ),
      );
      numbers.push(object);
    }
    const kids = numbers.map((number) => `${number} 0 R`).join(" ");
    parts.push(this.object(fixed.pages, `<< /Type /Pages /Count ${numbers.length} /Kids [${kids}] >>`));
    const start = this.size;
    const entries = Array.from({ length: this.offsets.length }, (_, i) => this.offsets[i]);
    const table = entries.slice(1).map((offset) => `${String(offset ?? 0).padStart(10, "0")} 00000 n \n`);
    parts.push(
      Buffer.from(
        `xref\n0 ${entries.length}\n0000000000 65535 f \n${table.join("")}trailer\n<< /Size ${entries.length} /Root ${fixed.catalog} 0 R /Info ${fixed.about} 0 R >>\nstartxref\n${start}\n%%EOF\n`,
      ),
    );
    return joined(parts);
  }

  private next(): number {
    return Math.max(this.offsets.length, fixed.first);
  }

  private object(number: number, body: string): Uint8Array {
    this.offsets[number] = this.size;
    return this.counted(Buffer.from(`${number} 0 obj\n${body}\nendobj\n`));
  }

  private stream(number: number, data: Uint8Array): Uint8Array {
    return this.packed(number, "/Filter /FlateDecode", deflateSync(data));
  }

  private packed(number: number, words: string, data: Uint8Array): Uint8Array {
    this.offsets[number] = this.size;
    return this.counted(
      joined([
        Buffer.from(`${number} 0 obj\n<< ${words} /Length ${data.length} >>\nstream\n`),
        data,
        Buffer.from("\nendstream\nendobj\n"),
      ]),
    );
  }

  private counted(bytes: Uint8Array): Uint8Array {
    this.size += bytes.length;
    return bytes;
  }
}

/** Numbers of the objects that every copy has. */
const fixed = {
  ...{ catalog: 1, pages: 2, about: 3, font: 4, glyphs: 5, descriptor: 6, file: 7, glyphMap: 8, unicode: 9 },
  first: 10,
} as const;

/** The picture over the whole page, and each word in its place, as wide as it stands there. */
function contentOf({ width, height, lines }: CopiedPage, hasPicture: boolean): string {
  const parts = hasPicture ? [`q ${round(width)} 0 0 ${round(height)} 0 0 cm /P Do Q`] : [];
  parts.push("BT", "3 Tr");
  for (const line of lines)
    for (const { text, box, size } of line) {
      const [left, , right, bottom] = box;
      // Words are kept from a fifth of their size below the line that they stand on.
      const baseline = height - bottom + descent * size;
      const natural = (text.length * size * glyphWidth) / 1000;
      const scale = natural > 0 && right > left ? (100 * (right - left)) / natural : 100;
      // The space behind a word parts it from the next where a program takes the words as they come.
      const codes = [...`${text} `].map(codesOf).join("");
      parts.push(
        `/F ${round(size)} Tf ${round(scale)} Tz 1 0 0 1 ${round(left)} ${round(baseline)} Tm <${codes}> Tj`,
      );
    }
  parts.push("ET");
  return parts.join("\n");
}

/** Part of the size of the type below the base line, as page reading places words. */
const descent = 0.2;

/** UTF-16 as hexadecimal digits. */
function codesOf(letter: string): string {
  let codes = "";
  for (let i = 0; i < letter.length; i++) codes += letter.charCodeAt(i).toString(16).padStart(4, "0");
  return codes;
}

function textOf(text: string): string {
  return `<feff${[...text].map(codesOf).join("")}>`;
}

/** Every code shows the second glyph, which is empty; the first stands for what is missing. */
function everyGlyph(): Uint8Array {
  const map = new Uint8Array(2 * 65_536);
  for (let i = 1; i < map.length; i += 2) map[i] = 1;
  return map;
}

/** Codes are UTF-16 themselves. A range may not go beyond its last byte, and a block holds a hundred. */
function sameInUnicode(): string {
  const ranges = Array.from({ length: 256 }, (_, high) => {
    const first = high.toString(16).padStart(2, "0");
    return `<${first}00> <${first}ff> <${first}00>`;
  });
  const blocks: string[] = [];
  for (let i = 0; i < ranges.length; i += 100) {
    const block = ranges.slice(i, i + 100);
    blocks.push(`${block.length} beginbfrange\n${block.join("\n")}\nendbfrange`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join("\n")}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
