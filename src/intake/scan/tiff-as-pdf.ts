import type { TiffPage } from "./tiff-pages.ts";

/** A page whose file does not say its resolution is taken for a sheet of A4. */
const longerSideOfA4 = 842;
/** By how many quarters to the right a page with an orientation of TIFF is turned; mirrored ones are read as they lie. */
const quarters: Readonly<Record<number, number>> = { 3: 2, 6: 1, 8: 3 };

/**
 * Writes the pages of a TIFF file as a PDF file (ISO 32000-1), so that one reader serves both and pictures in fax and
 * JPEG coding are decoded by the library that does it for PDF.
 */
export function tiffAsPdf(pages: readonly TiffPage[]): Uint8Array {
  const parts: (string | Uint8Array)[] = ["%PDF-1.7\n"];
  const offsets: number[] = [];
  let length = 9;
  const put = (part: string | Uint8Array): void => {
    parts.push(part);
    length += part.length;
  };
  const object = (...body: readonly (string | Uint8Array)[]): number => {
    offsets.push(length);
    put(`${offsets.length} 0 obj\n`);
    for (const part of body) put(part);
    put("\nendobj\n");
    return offsets.length;
  };
  const stream = (entries: string, data: string | Uint8Array): number =>
    object(`<< /Length ${data.length} ${entries} >>\nstream\n`, data, "\nendstream");
  // Number 1 is the catalogue, 2 the tree of pages; both are written first and the tree names pages by counting.
  const perPage = pages.map((page) => page.strips.length + 2);
  let next = 3;
  const kids = perPage.map((objects) => {
    next += objects;
    return next - 1;
  });
  object("<< /Type /Catalog /Pages 2 0 R >>");
  object(`<< /Type /Pages /Count ${pages.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}] >>`);
  for (const page of pages) {
    const scale = page.dotsPerInch
      ? 72 / page.dotsPerInch
      : longerSideOfA4 / Math.max(page.width, page.height);
    const images = page.strips.map((strip) => stream(imageEntries(page, strip.rows), strip.data));
    const content = stream("", drawing(page, scale));
    const named = images.map((image, i) => `/I${i} ${image} 0 R`).join(" ");
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width * scale} ${page.height * scale}] ` +
        `/Rotate ${(quarters[page.orientation] ?? 0) * 90} ` +
        `/Resources << /XObject << ${named} >> >> /Contents ${content} 0 R >>`,
    );
  }
  const start = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  put(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries}`);
  put(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return joined(parts, length);
}

function drawing(page: TiffPage, scale: number): string {
  let below = page.height;
  return page.strips
    .map(({ rows }, i) => {
      below -= rows;
      return `q ${page.width * scale} 0 0 ${rows * scale} 0 ${below * scale} cm /I${i} Do Q\n`;
    })
    .join("");
}

function imageEntries(page: TiffPage, rows: number): string {
  const { width, bits, samples, photometric } = page;
  const size = `/Type /XObject /Subtype /Image /Width ${width} /Height ${rows}`;
  if (page.coding === "fax")
    return (
      `${size} /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /CCITTFaxDecode /DecodeParms ` +
      `<< /K ${page.faxK} /Columns ${width} /Rows ${rows} /BlackIs1 ${photometric === 1} >>`
    );
  const space = samples === 3 ? "/DeviceRGB" : samples === 4 ? "/DeviceCMYK" : indexed(page);
  if (page.coding === "jpeg") return `${size} /BitsPerComponent 8 /ColorSpace ${space} /Filter /DCTDecode`;
  const turned = photometric === 0 && samples === 1 ? "/Decode [1 0]" : "";
  return `${size} /BitsPerComponent ${bits} /ColorSpace ${space} ${turned}`;
}

/** A palette of TIFF holds all reds, then all greens, then all blues, in 16 bits each. */
function indexed({ palette, bits, photometric }: TiffPage): string {
  if (photometric !== 3 || palette === null) return "/DeviceGray";
  const count = 1 << bits;
  const colours = Array.from({ length: count }, (_, i) =>
    [palette[i], palette[count + i], palette[2 * count + i]]
      .map((value) => ((value ?? 0) >> 8).toString(16).padStart(2, "0"))
      .join(""),
  );
  return `[/Indexed /DeviceRGB ${count - 1} <${colours.join("")}>]`;
}

function joined(parts: readonly (string | Uint8Array)[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    if (typeof part === "string") for (let i = 0; i < part.length; i++) bytes[at + i] = part.charCodeAt(i);
    else bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
