import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { ReportPaper } from "../domain/cooperation/agreement/report-paper.ts";
import { docxBytes } from "./docx-bytes.ts";
import { printedTable } from "./leaders-notice.ts";
import { line } from "./paragraph.ts";
import { statutoryBody } from "./statutory-body.ts";
import { statutoryClosing } from "./statutory-closing.ts";
import { statutoryHead, titleBlock } from "./statutory-head.ts";
import { sizes } from "./statutory-measures.ts";
import { statutorySection } from "./statutory-section.ts";

/**
 * Prints the yearly report on agreements as .docx in the statutory layout of a báo cáo (Nghị định 30/2020/NĐ-CP, Phụ lục
 * I), the list behind its figures on pages of its own. The same report on the same day gives the same bytes.
 */
export function printAgreementReport(paper: ReportPaper, printedOn: CalendarDate): Promise<Uint8Array> {
  const { superior, issuer, number, place, kindName, subject, addressee, tables, annex, signer } = paper;
  const text = (words: string) => ({ kind: "text", text: words }) as const;
  const children = [
    statutoryHead({ superior, issuer }, { number, place, date: null }),
    ...titleBlock({ kindName, subject }),
    line(`Kính gửi: ${addressee}.`, { size: sizes.body }, { align: "centre", after: 12 }),
    ...statutoryBody(paper.opening.map(text)),
    ...tables.flatMap(printedTable),
    ...statutoryBody(paper.closing.map(text)),
    statutoryClosing({ signer: { ...signer, name: "" }, recipients: paper.recipients }),
  ];
  const sections = [statutorySection(children, { orientation: "portrait" })];
  if (annex.rows.length > 0)
    sections.push(statutorySection(printedTable(annex), { orientation: "portrait" }));
  return docxBytes(sections, {
    ...{ title: `${kindName}: ${subject}`, creator: issuer.join(" "), date: printedOn },
  });
}
