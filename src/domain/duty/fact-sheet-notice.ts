import { type CalendarDate, formatVietnamese } from "../basics/calendar-date.ts";
import { sayNumber } from "../language/language.ts";
import { factSheetWords } from "../language/web-fact-sheet.ts";
import { leadersWords } from "../language/web-leaders.ts";
import { targetWords } from "../language/web-targets.ts";
import {
  type ComparedShare,
  type FactSheet,
  fewestDuties,
  fewestUnits,
  type YearFigures,
} from "./fact-sheet.ts";
import { type LeadersNotice, type NoticeTable, noticeFrame } from "./leaders-notice.ts";
import { sayTarget } from "./target-words.ts";
import type { LetterUnit } from "./urging-letter.ts";

/** The rows of a fact sheet in order, with the share that is compared, if it is. */
export const factSheetRows: readonly {
  readonly name: Exclude<keyof YearFigures, "extensions" | "times">;
  readonly times?: "extensions" | "times";
}[] = [
  ...([{ name: "due" }, { name: "inTime" }, { name: "late" }, { name: "silent" }] as const),
  ...([
    { name: "done" },
    { name: "doneLate" },
    { name: "openLate" },
    { name: "claimed" },
    { name: "proven" },
  ] as const),
  ...([
    { name: "extended", times: "extensions" },
    { name: "urged", times: "times" },
  ] as const),
];

/** Whether units of a kind are compared by a figure. */
export function isCompared(name: keyof YearFigures): name is ComparedShare {
  return ["inTime", "late", "silent", "proven", "extended", "urged"].includes(name);
}

/** The fact sheet as a report (báo cáo: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4), with the rules that it keeps to. */
export function factSheetNotice(
  { unit, year, figures, comparison, targets }: FactSheet,
  {
    today,
    ...issuers
  }: { readonly issuer: LetterUnit; readonly committee: LetterUnit; readonly today: CalendarDate },
): LeadersNotice {
  const { speaker, frame } = noticeFrame("BC", issuers);
  const words = factSheetWords.vi;
  const kind = leadersWords.vi.kinds[unit.kind] ?? unit.kind;
  const say = (count: number) => sayNumber(count, "vi");
  const percent = (share: number | null) => (share === null ? "" : `${Math.round(share * 100)}%`);
  return {
    ...{ ...frame, kindName: "Báo cáo" },
    subject: `Kết quả thực hiện nhiệm vụ năm ${year} của ${unit.name}`,
    opening: [
      `${speaker} báo cáo số liệu về các phần việc do ${unit.name} chủ trì có hạn trong năm ${year}, tính đến ngày ${formatVietnamese(today)}, làm căn cứ xét thi đua, khen thưởng:`,
    ],
    tables: [
      {
        heading: "1. Số liệu",
        columns: [
          { heading: words.what, width: 75, words: true },
          { heading: words.count, width: 40 },
          { heading: words.share, width: 20 },
          { heading: words.middle, width: 30 },
        ],
        rows: factSheetRows.map(({ name, times }) => {
          const standing = isCompared(name) ? comparison.shares[name] : null;
          const often = times ? ` (${words.times(say(figures[times]))})` : "";
          return [
            ...[words[name], `${say(figures[name])}${often}`],
            ...[percent(standing?.share ?? null), percent(standing?.middle ?? null)],
          ];
        }),
      },
      ...(targets.length === 0 ? [] : [targetTable(targets)]),
    ],
    request: [
      comparison.rank === null
        ? words.notRanked(say(comparison.units), kind)
        : words.rank(say(comparison.rank), say(comparison.units), kind),
      `${words.rulesTitle}: ${words.rules(say(fewestDuties), say(fewestUnits)).join(" ")}`,
      `${speaker} báo cáo./.`,
    ],
    recipients: [unit.name, "Cơ quan thường trực công tác thi đua, khen thưởng", "Lưu: VT"],
  };
}

function targetTable(targets: FactSheet["targets"]): NoticeTable {
  const words = factSheetWords.vi;
  const { standings } = targetWords.vi;
  const say = (value: number | null) => (value === null ? "" : sayNumber(value, "vi"));
  return {
    heading: "2. Chỉ tiêu",
    columns: [
      { heading: words.target, width: 75, words: true },
      { heading: words.wanted, width: 20 },
      { heading: words.reached, width: 20 },
      { heading: words.shown, width: 20 },
      { heading: words.standing, width: 30 },
    ],
    rows: targets.map(({ target, task, period, wanted, claimed, proven, shared, standing }) => [
      `${sayTarget(target, "vi")} (${period}): ${task.content}`,
      typeof wanted === "number" ? say(wanted) : (wanted?.map(say).join("–") ?? ""),
      ...[say(claimed), say(proven)],
      shared ? words.shared(standings[standing]) : standings[standing],
    ]),
  };
}
