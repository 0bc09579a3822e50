import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { UrgingLetter } from "../domain/duty/urging-letter.ts";
import { type AnnexColumn, annexTable } from "./annex-table.ts";
import { docxBytes } from "./docx-bytes.ts";
import { line } from "./paragraph.ts";
import { statutoryBody } from "./statutory-body.ts";
import { statutoryClosing } from "./statutory-closing.ts";
import { statutoryHead } from "./statutory-head.ts";
import { sizes } from "./statutory-measures.ts";
import { statutorySection } from "./statutory-section.ts";

/** Columns of the late duties: their widths fill the text of an upright page. */
const columns: readonly AnnexColumn[] = [
  { heading: "STT", width: 12, align: "centre" },
  { heading: "Nhiệm vụ", width: 66, align: "left" },
  { heading: "Văn bản giao", width: 40, align: "left" },
  { heading: "Thời hạn", width: 27, align: "centre" },
  { heading: "Số ngày quá hạn", width: 20, align: "centre" },
];

/**
 * Prints a letter of urging as .docx in the statutory layout of a công văn (Nghị định 30/2020/NĐ-CP, Phụ lục I): room
 * for number, day, signature and name. The same letter on the same day gives the same bytes.
 */
export function printUrgingLetter(letter: UrgingLetter, printedOn: CalendarDate): Promise<Uint8Array> {
  const { superior, issuer, number, place, subject, addressee, grounds, opening, rows, request } = letter;

  const children = [
    statutoryHead({ superior, issuer }, { number, place, date: null, letterSubject: subject }),
    line(`Kính gửi: ${addressee}.`, { size: sizes.body }, { align: "centre", before: 18, after: 12 }),
    ...statutoryBody([
      ...grounds.map((text) => ({ kind: "basis", text }) as const),
      { kind: "text", text: opening },
    ]),
    annexTable(
      columns,
      rows.map((cells) => ({ kind: "row", cells })),
    ),
    line("", { size: sizes.recipients }, { align: "left" }),
    ...statutoryBody(request.map((text) => ({ kind: "text", text }) as const)),
    statutoryClosing({ signer: { ...letter.signer, name: "" }, recipients: letter.recipients }),
  ];
  return docxBytes([statutorySection(children, { orientation: "portrait" })], {
    ...{ title: `V/v ${subject}`, creator: issuer.join(" "), date: printedOn },
  });
}
