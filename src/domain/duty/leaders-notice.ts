import { type CalendarDate, formatVietnamese } from "../basics/calendar-date.ts";
import { sayNumber } from "../language/language.ts";
import { leadersWords } from "../language/web-leaders.ts";
import type { DutyState } from "./duty-state.ts";
import type { LeadersFigures, LeadersUnit, WaitingFor } from "./leaders-figures.ts";
import { committeeLines, type LetterUnit, signerOf, type UrgingLetter } from "./urging-letter.ts";

/** A table of a notice: a heading before it, and rows with one text for each column, or headings over those that follow. */
export interface NoticeTable {
  readonly heading: string;
  /** Widths in millimetres, together 165: the text of an upright page. */
  readonly columns: readonly { readonly heading: string; readonly width: number; readonly words?: true }[];
  readonly rows: readonly (string | readonly string[])[];
}

/** What stands in a notice on how duties are done; number, day and name of the signer are left to whoever issues it. */
export interface LeadersNotice
  extends Pick<UrgingLetter, "superior" | "issuer" | "number" | "place" | "signer"> {
  /** "Thông báo". */
  readonly kindName: string;
  readonly subject: string;
  readonly opening: readonly string[];
  readonly tables: readonly NoticeTable[];
  readonly request: readonly string[];
  readonly recipients: readonly string[];
}

/**
 * The notice (thông báo, a document with a name of kind: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4) that tells what
 * the leaders' page tells: late by unit and by group, and what waits for a decision.
 */
export function leadersNotice(
  figures: LeadersFigures,
  { issuer, committee }: { readonly issuer: LetterUnit; readonly committee: LetterUnit },
): LeadersNotice {
  const { byCommittee, speaker, frame } = noticeFrame("TB", { issuer, committee });
  return {
    ...{ ...frame, kindName: "Thông báo" },
    subject: `Tình hình thực hiện các nhiệm vụ được giao, tính đến ngày ${formatVietnamese(figures.today)}`,
    opening: openingOf(figures),
    tables: tablesOf(figures),
    request: [
      `${speaker} ${byCommittee ? "yêu cầu" : "đề nghị"} thủ trưởng các cơ quan, đơn vị có nhiệm vụ quá hạn nêu trên khẩn trương chỉ đạo thực hiện, báo cáo kết quả, nguyên nhân chậm và thời gian hoàn thành từng nhiệm vụ.`,
      `${speaker} thông báo để các cơ quan, đơn vị biết, thực hiện./.`,
    ],
    recipients: [
      ...(byCommittee ? [] : [`${committee.name} (để báo cáo)`]),
      "Các cơ quan, đơn vị có tên trong Thông báo",
      "Lưu: VT",
    ],
  };
}

/** Who issues a notice of a kind ("TB") and signs it, and how he speaks of himself. */
export function noticeFrame(
  symbol: string,
  { issuer, committee }: { readonly issuer: LetterUnit; readonly committee: LetterUnit },
) {
  const byCommittee = issuer.gazetteerId === committee.gazetteerId;
  const [body, province] = committeeLines(committee);
  const whole = `${body} ${province}`;
  return {
    ...{ byCommittee, speaker: byCommittee ? whole : issuer.name },
    frame: {
      superior: byCommittee ? null : whole,
      issuer: byCommittee ? [body, province] : [issuer.name],
      number: `/${symbol}-${issuer.symbol ?? ""}`,
      place: province.replace(/^(?:tỉnh|thành phố) /i, ""),
      signer: signerOf(issuer, byCommittee),
    },
  };
}

const say = (count: number) => sayNumber(count, "vi");

function openingOf({ states, units, today }: LeadersFigures): readonly string[] {
  const count = (...wanted: readonly DutyState[]) =>
    states.reduce((sum, { state, count: found }) => sum + (wanted.includes(state) ? found : 0), 0);
  const sum = (of: (unit: LeadersUnit) => number) => units.reduce((all, unit) => all + of(unit), 0);
  const [due, inTime] = [sum((unit) => unit.due), sum((unit) => unit.inTime)];
  const [late, silent] = [count("late", "silent"), count("silent")];
  return [
    `Tính đến hết ngày ${formatVietnamese(today)}, các cơ quan, đơn vị có ${say(due)} phần việc đã đến hạn, trong đó ${say(inTime)} phần việc đúng hạn (${percent(inTime, due)}), ${say(sum((unit) => unit.late))} phần việc quá hạn hoặc làm xong sau hạn (${percent(
      sum((unit) => unit.late),
      due,
    )}), ${say(sum((unit) => unit.silent))} phần việc quá hạn mà đơn vị chưa báo cáo (${percent(
      sum((unit) => unit.silent),
      due,
    )}). Trình sau hạn được tính là quá hạn.`,
    late === 0
      ? "Hiện không có phần việc nào quá hạn."
      : `Hiện còn ${say(late)} phần việc quá hạn chưa hoàn thành${silent > 0 ? `, trong đó ${say(silent)} phần việc chưa có báo cáo` : ""}, cụ thể như sau:`,
  ];
}

function percent(part: number, of: number): string {
  return of === 0 ? "0%" : `${Math.round((part / of) * 100)}%`;
}

const decisions: Readonly<Record<WaitingFor, string>> = {
  asked: "Xin gia hạn, chờ quyết định",
  head: "Báo cáo chờ lãnh đạo đơn vị duyệt",
  none: "Đã trình, chờ xác nhận hoàn thành",
  office: "Đã trình, đang ở Văn phòng UBND tỉnh",
  meeting: "Đã trình, chờ họp liên ngành",
  committeeParty: "Đã trình Ban Thường vụ Đảng ủy UBND tỉnh",
  provinceParty: "Đã trình Ban Thường vụ Tỉnh ủy",
  issued: "Đã ban hành, chờ xác nhận hoàn thành",
  obstacle: leadersWords.vi.waiting.obstacle,
  change: leadersWords.vi.waiting.change,
  withdrawal: leadersWords.vi.waiting.withdrawal,
};

function tablesOf({ units, groups, waiting }: LeadersFigures): readonly NoticeTable[] {
  const day = (on: CalendarDate | null) => (on === null ? "" : formatVietnamese(on));
  const late = units.filter(({ now }) => now.late > 0);
  const tables: readonly NoticeTable[] = [
    {
      heading: "1. Theo đơn vị",
      columns: [
        { heading: "STT", width: 14 },
        { heading: "Đơn vị", width: 53, words: true },
        { heading: "Đang quá hạn", width: 17 },
        { heading: "Từ ngày", width: 25 },
        { heading: "Số lượt đôn đốc", width: 18 },
        { heading: "Đã đến hạn", width: 18 },
        { heading: "Đúng hạn", width: 20 },
      ],
      rows: [...Map.groupBy(late, ({ kind }) => kind)].flatMap(([kind, some]) => [
        leadersWords.vi.kinds[kind] ?? kind,
        ...some.map(({ name, now, due, inTime }, at) => [
          ...[String(at + 1), name, say(now.late), day(now.since), say(now.times)],
          ...[say(due), `${say(inTime)} (${percent(inTime, due)})`],
        ]),
      ]),
    },
    {
      heading: "2. Theo nhóm nhiệm vụ",
      columns: [
        { heading: "STT", width: 14 },
        { heading: "Nhóm nhiệm vụ", width: 109, words: true },
        { heading: "Đang quá hạn", width: 17 },
        { heading: "Từ ngày", width: 25 },
      ],
      rows: groups.map(({ title, late: count, since }, at) => [
        ...[String(at + 1), title || "Không thuộc nhóm", say(count), day(since)],
      ]),
    },
    {
      heading: "3. Đang chờ quyết định",
      columns: [
        { heading: "Nội dung", width: 70, words: true },
        { heading: "Số lượng", width: 20 },
        { heading: "Từ ngày", width: 25 },
        { heading: "Chờ lâu nhất", width: 50, words: true },
      ],
      rows: waiting.map(({ what, count, since, oldest }) => [
        ...[decisions[what], say(count), day(since), oldest],
      ]),
    },
  ];
  return tables
    .filter(({ rows }) => rows.length > 0)
    .map((table, at) => ({ ...table, heading: table.heading.replace(/^\d+/, String(at + 1)) }));
}
