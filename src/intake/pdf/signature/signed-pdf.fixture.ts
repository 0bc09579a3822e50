import { type WrittenPage, writePages } from "../written-pdf.fixture.ts";

const contentsLength = 16_000;
const pageNumber = 10;

/** A PDF file of one page, as text of one byte a character, that can be signed and updated. */
export function plainPdf(page: WrittenPage): Buffer {
  return Buffer.from(writePages([page]));
}

/** Puts an update behind a file (ISO 32000-2, 7.5.6): objects by number. */
export function updated(pdf: Buffer, objects: Readonly<Record<number, string>>): Buffer {
  let text = "\n";
  const table: string[] = [];
  for (const [number, body] of Object.entries(objects)) {
    const offset = pdf.length + text.length;
    text += `${number} 0 obj\n${body}\nendobj\n`;
    table.push(`${number} 1\n${String(offset).padStart(10, "0")} 00000 n \n`);
  }
  const before = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString("latin1"))?.[1] ?? "0";
  const start = pdf.length + text.length;
  text += `xref\n${table.join("")}trailer\n<< /Size 100 /Root 1 0 R /Prev ${before} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(text, "latin1")]);
}

/** Page and root of a plain file with these signature fields. */
export function withFields(fields: readonly number[], content = 11): Readonly<Record<number, string>> {
  const list = fields.map((field) => `${field} 0 R`).join(" ");
  return {
    1: `<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [${list}] >> >>`,
    [pageNumber]: `<< /Type /Page /Parent 2 0 R /Resources 7 0 R /Contents ${content} 0 R  /Annots [${list}] >>`,
  };
}

export interface SigningWish {
  /** Makes the message over the bytes to be signed. */
  readonly sign: (data: Buffer) => Promise<Buffer>;
  /** Numbers of the signature fields of the file, the new one last; its value gets the next number. */
  readonly fields: readonly number[];
  readonly encoding?: string;
}

/** Signs a file by an update that holds the signature and its field. */
export async function signedPdf(pdf: Buffer, { sign, fields, encoding }: SigningWish): Promise<Buffer> {
  const field = fields.at(-1) ?? 50;
  const dictionary =
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${encoding ?? "ETSI.CAdES.detached"} ` +
    `/ByteRange [0 0000000000 0000000000 0000000000] /Contents <${"0".repeat(contentsLength)}> >>`;
  const file = updated(pdf, {
    ...withFields(fields),
    [field]: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Chu ky ${field}) /Rect [0 0 0 0] /V ${field + 1} 0 R >>`,
    [field + 1]: dictionary,
  });
  const start = file.lastIndexOf(`<${"0".repeat(contentsLength)}>`);
  const end = start + contentsLength + 2;
  const numbers = [start, end, file.length - end].map((value) => String(value).padStart(10, "0"));
  const at = file.lastIndexOf("[0 0000000000");
  file.write(`[0 ${numbers.join(" ")}]`, at, "latin1");
  const message = await sign(Buffer.concat([file.subarray(0, start), file.subarray(end)]));
  file.write(message.toString("hex"), start + 1, "latin1");
  return file;
}
