import { type CalendarDate, formatVietnamese } from "../basics/calendar-date.ts";
import type { UrgedItem } from "./urged-item.ts";
import { committeeLines, documentWords, type LetterUnit } from "./urging-letter.ts";

/** What stands in the list of late duties for the chair's meeting, as words. */
export interface MeetingList {
  /** One entry for each line. */
  readonly issuer: readonly string[];
  readonly title: string;
  readonly line: string;
  /** Units, each with its duties: place in the list, content, document, last day, days late, times urged. */
  readonly groups: readonly {
    readonly heading: string;
    readonly rows: readonly (readonly [string, string, string, string, string, string])[];
  }[];
}

/** The list for the chair's meeting on a day, by unit in the order of the items; `committee` is that of the province. */
export function meetingList(
  items: readonly UrgedItem[],
  { committee, today }: { readonly committee: LetterUnit; readonly today: CalendarDate },
): MeetingList {
  const [body, province] = committeeLines(committee);
  let place = 0;
  return {
    issuer: [body, province],
    title: "Danh mục nhiệm vụ quá hạn báo cáo tại cuộc họp",
    line: `(Đến ngày ${formatVietnamese(today)}: ${items.length} nhiệm vụ)`,
    groups: [...Map.groupBy(items, ({ unit }) => unit.id).values()].map((some) => ({
      heading: `${some[0]?.unit.name ?? ""} (${some.length})`,
      rows: some.map(({ content, document, lastDay, daysLate, timesUrged, silent }) => [
        String(++place),
        `${content.replace(/\s+/g, " ").trim()}${silent ? "\n(Chưa báo cáo)" : ""}`,
        documentWords(document),
        formatVietnamese(lastDay),
        String(daysLate),
        String(timesUrged),
      ]),
    })),
  };
}
