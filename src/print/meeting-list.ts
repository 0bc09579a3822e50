import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { MeetingList } from "../domain/duty/meeting-list.ts";
import { type AnnexColumn, annexTable } from "./annex-table.ts";
import { docxBytes } from "./docx-bytes.ts";
import { line } from "./paragraph.ts";
import { statutoryHead } from "./statutory-head.ts";
import { sizes } from "./statutory-measures.ts";
import { statutorySection } from "./statutory-section.ts";

/** Their widths fill the text of an upright page. */
const columns: readonly AnnexColumn[] = [
  { heading: "STT", width: 14, align: "centre" },
  { heading: "Nhiệm vụ", width: 59, align: "left" },
  { heading: "Văn bản giao", width: 34, align: "left" },
  { heading: "Thời hạn", width: 25, align: "centre" },
  { heading: "Số ngày quá hạn", width: 16, align: "centre" },
  { heading: "Số lần đôn đốc", width: 17, align: "centre" },
];

/** Prints the list for the chair's meeting as .docx. The same list on the same day gives the same bytes. */
export function printMeetingList(list: MeetingList, printedOn: CalendarDate): Promise<Uint8Array> {
  const children = [
    statutoryHead({ superior: null, issuer: list.issuer }, null),
    line(
      list.title.toLocaleUpperCase("vi"),
      { size: sizes.body, bold: true },
      { align: "centre", before: 18 },
    ),
    line(list.line, { size: sizes.body, italic: true }, { align: "centre", after: 12 }),
    annexTable(
      columns,
      list.groups.flatMap(({ heading, rows }) => [
        { kind: "group" as const, text: heading },
        ...rows.map((cells) => ({ kind: "row" as const, cells })),
      ]),
    ),
  ];
  return docxBytes([statutorySection(children, { orientation: "portrait" })], {
    ...{ title: list.title, creator: list.issuer.join(" "), date: printedOn },
  });
}
