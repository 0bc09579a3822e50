import type { Paragraph } from "docx";
import { unreachable } from "../domain/basics/exhaustive.ts";
import { paragraph, run, type Setting } from "./paragraph.ts";
import { firstLineIndent, paragraphGap, sizes } from "./statutory-measures.ts";

/** A piece of the body: Phụ lục I, II.6. */
export type BodyPart =
  /** One legal or practical ground, in italics: "Căn cứ …;". */
  | { readonly kind: "basis"; readonly text: string }
  /** In the middle, bold: the body that decides, "QUYẾT ĐỊNH:". */
  | { readonly kind: "centred"; readonly text: string }
  /** "I. MỤC ĐÍCH, YÊU CẦU" of plans and reports: bold, printed in capitals. */
  | { readonly kind: "section"; readonly text: string }
  /** "1. Sở Ngoại vụ": bold, on a line of its own. */
  | { readonly kind: "clause"; readonly text: string }
  /** Running text; `label` ("Điều 1.") stands before it in bold. */
  | { readonly kind: "text"; readonly text: string; readonly label?: string };

const body: Setting = { align: "justified", indent: firstLineIndent, after: paragraphGap, leading: 1.1 };

/** Body paragraphs, justified, with the first line indented. The last stays with the signature after it. */
export function statutoryBody(parts: readonly BodyPart[]): readonly Paragraph[] {
  return parts.map((part, at) => bodyParagraph(part, at === parts.length - 1));
}

function bodyParagraph(part: BodyPart, last: boolean): Paragraph {
  const size = sizes.body;
  switch (part.kind) {
    case "basis":
      return paragraph([run(part.text, { size, italic: true })], body);
    case "centred":
      return paragraph([run(part.text, { size, bold: true })], {
        align: "centre",
        before: paragraphGap,
        after: paragraphGap * 2,
        keepWithNext: true,
      });
    case "section":
      return paragraph([run(part.text.toLocaleUpperCase("vi"), { size, bold: true })], {
        ...body,
        align: "left",
        before: paragraphGap,
        keepWithNext: true,
      });
    case "clause":
      return paragraph([run(part.text, { size, bold: true })], { ...body, keepWithNext: true });
    case "text":
      return paragraph(
        [
          ...(part.label === undefined ? [] : [run(`${part.label} `, { size, bold: true })]),
          run(part.text, { size }),
        ],
        last ? { ...body, keepWithNext: true } : body,
      );
    default:
      return unreachable(part);
  }
}
