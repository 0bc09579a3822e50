import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { LeadersNotice, NoticeTable } from "../domain/duty/leaders-notice.ts";
import { annexTable } from "./annex-table.ts";
import { docxBytes } from "./docx-bytes.ts";
import { line } from "./paragraph.ts";
import { statutoryBody } from "./statutory-body.ts";
import { statutoryClosing } from "./statutory-closing.ts";
import { statutoryHead, titleBlock } from "./statutory-head.ts";
import { sizes } from "./statutory-measures.ts";
import { statutorySection } from "./statutory-section.ts";

/**
 * Prints a notice as .docx in the statutory layout of a document with a name of kind (Nghị định 30/2020/NĐ-CP, Phụ lục
 * I): room for number, day, signature and name. The same notice on the same day gives the same bytes.
 */
export function printLeadersNotice(notice: LeadersNotice, printedOn: CalendarDate): Promise<Uint8Array> {
  const { superior, issuer, number, place, kindName, subject, opening, tables, request, signer, recipients } =
    notice;
  const text = (words: string) => ({ kind: "text", text: words }) as const;
  const children = [
    statutoryHead({ superior, issuer }, { number, place, date: null }),
    ...titleBlock({ kindName, subject }),
    ...statutoryBody(opening.map(text)),
    ...tables.flatMap(printedTable),
    ...statutoryBody(request.map(text)),
    statutoryClosing({ signer: { ...signer, name: "" }, recipients }),
  ];
  return docxBytes([statutorySection(children, { orientation: "portrait" })], {
    ...{ title: `${kindName}: ${subject}`, creator: issuer.join(" "), date: printedOn },
  });
}

/** A table under its heading, with room after it. */
export function printedTable({ heading, columns, rows }: NoticeTable) {
  return [
    ...statutoryBody([{ kind: "clause", text: heading }]),
    annexTable(
      columns.map(({ words, ...column }) => ({ ...column, align: words ? "left" : "centre" })),
      rows.map((row) =>
        typeof row === "string" ? { kind: "group", text: row } : { kind: "row", cells: row },
      ),
    ),
    line("", { size: sizes.recipients }, { align: "left" }),
  ];
}
