import type { Paragraph, Table } from "docx";
import { borderlessTable } from "./borderless-table.ts";
import { line } from "./paragraph.ts";
import { sizes, textWidth } from "./statutory-measures.ts";

/** Who signs: Phụ lục I, II.7. No title of learning or rank before the name. */
export interface SignerBlock {
  /** "TM. Ủy ban nhân dân", "KT. Chủ tịch"; null for who signs in his own right. Printed in capitals. */
  readonly capacity: string | null;
  readonly title: string;
  readonly name: string;
}

export interface Closing {
  readonly signer: SignerBlock;
  /** In the order of the list; the last is where the original is kept: "Lưu: VT, T2". */
  readonly recipients: readonly string[];
}

/** Room for a signature and a seal, in points. */
const signatureRoom = 72;

/** Recipients to the left, signer to the right; the block is not parted over two pages. */
export function statutoryClosing({ signer, recipients }: Closing): Table {
  const half = textWidth("portrait") / 2;
  return borderlessTable([half, half], [[recipientLines(recipients), signerLines(signer)]]);
}

function recipientLines(recipients: readonly string[]): readonly Paragraph[] {
  const last = recipients.length - 1;
  return [
    line(
      "Nơi nhận:",
      { size: sizes.recipientsHeading, bold: true, italic: true },
      { align: "left", keepWithNext: true },
    ),
    ...recipients.map((recipient, at) =>
      line(
        `- ${recipient}${at === last ? "." : ";"}`,
        { size: sizes.recipients },
        { align: "left", keepWithNext: at < last },
      ),
    ),
  ];
}

function signerLines({ capacity, title, name }: SignerBlock): readonly Paragraph[] {
  const bold = { size: sizes.signer, bold: true };
  const prefixes = [...(capacity === null ? [] : [capacity]), title];
  return [
    ...prefixes.map((words) =>
      line(words.toLocaleUpperCase("vi"), bold, { align: "centre", keepWithNext: true }),
    ),
    line(name, bold, { align: "centre", before: signatureRoom }),
  ];
}
