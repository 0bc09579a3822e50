/** Writes tiny PDF files by hand for tests (ISO 32000-1, 7.5): objects from number 1, a cross-reference table, a trailer. */
export function writePdf(objects: readonly string[], trailer = ""): Uint8Array {
  let text = "%PDF-1.7\n";
  const offsets: number[] = [];
  objects.forEach((body, i) => {
    offsets.push(text.length);
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
  });
  const start = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

export interface WrittenPage {
  /** Drawing operators. Fonts: /F1 Helvetica, /F2 Helvetica bold, /F3 with A for ế in separate marks and B for U+00AD. */
  readonly content: string;
  /** More entries of the page dictionary. */
  readonly entries?: string;
}

/** A file of pages of 600 × 800 points; `extra` objects are numbered from 10 on. */
export function writePages(
  pages: readonly WrittenPage[],
  extra: readonly string[] = [],
  trailer = "",
): Uint8Array {
  const firstPage = 10 + extra.length;
  const kids = pages.map((_, i) => `${firstPage + 2 * i} 0 R`).join(" ");
  const unicode =
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange " +
    "2 beginbfchar <41> <006503020301> <42> <00ad> endbfchar endcmap end end";
  return writePdf(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 600 800] >>`,
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Oblique /ToUnicode 6 0 R >>",
      stream(unicode),
      "<< /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> /XObject << /Im 8 0 R >> >>",
      stream(
        "\xff",
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
      ),
      "null",
      ...extra,
      ...pages.flatMap((page, i) => [
        `<< /Type /Page /Parent 2 0 R /Resources 7 0 R /Contents ${firstPage + 2 * i + 1} 0 R ${page.entries ?? ""} >>`,
        stream(page.content),
      ]),
    ],
    trailer,
  );
}

export function stream(content: string, entries = ""): string {
  return `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;
}
