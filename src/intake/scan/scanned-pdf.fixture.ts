import type { Canvas } from "@napi-rs/canvas";
import { drawnDots } from "./drawn-scan.fixture.ts";

/** How a page shows its picture `/I`, by its size in points. */
type Shows = (width: string, height: string) => string;

const whole: Shows = (width, height) => `q ${width} 0 0 ${height} 0 0 cm /I Do Q`;

/**
 * A PDF as a scanner writes it: each page one picture in JPEG coding, no text. `spoil` may change what is stored of a
 * picture.
 */
export function scannedPdf(
  pages: readonly Canvas[],
  { shows = whole, spoil = (jpeg: Buffer) => jpeg }: { shows?: Shows; spoil?: (jpeg: Buffer) => Buffer } = {},
): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.5\n")];
  const offsets: number[] = [];
  const put = (...some: readonly (string | Buffer)[]): void => {
    offsets.push(parts.reduce((sum, part) => sum + part.length, 0));
    const body = some.map((part) => (typeof part === "string" ? Buffer.from(part) : part));
    parts.push(Buffer.from(`${offsets.length} 0 obj\n`), ...body, Buffer.from("\nendobj\n"));
  };
  put("<< /Type /Catalog /Pages 2 0 R >>");
  const kids = pages.map((_, at) => `${3 + at * 3} 0 R`).join(" ");
  put(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  for (const [at, page] of pages.entries()) {
    const [width, height] = [page.width, page.height].map((points) => ((points * 72) / drawnDots).toFixed(2));
    const jpeg = spoil(page.toBuffer("image/jpeg", 80));
    const content = shows(width ?? "", height ?? "");
    put(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${4 + at * 3} 0 R`,
      ` /Resources << /XObject << /I ${5 + at * 3} 0 R >> >> >>`,
    );
    put(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    put(
      `<< /Type /XObject /Subtype /Image /Width ${page.width} /Height ${page.height} /ColorSpace /DeviceRGB`,
      ` /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      ...[jpeg, "\nendstream"],
    );
  }
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const tail = `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([...parts, Buffer.from(tail)]));
}
