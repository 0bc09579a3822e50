import { type CalendarDate, formatVietnamese } from "../../basics/calendar-date.ts";
import { type LeadersNotice, type NoticeTable, noticeFrame } from "../../duty/leaders-notice.ts";
import type { LetterUnit } from "../../duty/urging-letter.ts";
import { agreementStatusWords } from "../../language/agreement-words.ts";
import { sayNumber } from "../../language/language.ts";
import { agreementReportWords } from "../../language/web-agreement-report.ts";
import {
  type AgreementReport,
  type ReportColumn,
  type ReportRow,
  reportColumns,
} from "./agreement-report.ts";
import { type Verdict, verdicts } from "./clause.ts";
import type { ReportSettings } from "./settings.ts";
import type { AgreementStatus } from "./status.ts";

/** An agreement as the annex of the report lists it. */
export interface ListedAgreement {
  readonly id: string;
  readonly title: string;
  readonly level: string;
  readonly partners: readonly string[];
  readonly status: AgreementStatus;
  readonly signedOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
}

/** The words for keys of the report's tables. */
export interface ReportNames {
  readonly level: (key: string) => string;
  readonly country: (key: string) => string;
  readonly field: (key: string) => string;
}

/** What stands in the yearly report as a document; number, day and name of the signer are left to whoever issues it. */
export interface ReportPaper
  extends Pick<
    LeadersNotice,
    "superior" | "issuer" | "number" | "place" | "signer" | "kindName" | "subject"
  > {
  readonly addressee: string;
  readonly opening: readonly string[];
  readonly tables: readonly NoticeTable[];
  /** The agreements behind the figures; figures name them by their place here. */
  readonly annex: NoticeTable;
  readonly closing: readonly string[];
  readonly recipients: readonly string[];
}

const words = agreementReportWords.vi;

/**
 * The yearly report (báo cáo, with "Kính gửi": Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9). Behind each figure stand the
 * places of its agreements in the annex, so that none has to be believed.
 */
export function reportPaper(
  report: AgreementReport,
  how: {
    readonly year: number;
    readonly settings: ReportSettings;
    readonly listed: readonly ListedAgreement[];
    readonly names: ReportNames;
    readonly issuer: LetterUnit;
    readonly committee: LetterUnit;
  },
): ReportPaper {
  const { year, settings, names, issuer, committee } = how;
  const { byCommittee, speaker, frame } = noticeFrame("BC", { issuer, committee });
  const named = namedIn(report);
  const listed = how.listed.filter(({ id }) => named.has(id));
  const places = new Map(listed.map(({ id }, at) => [id, at + 1]));
  return {
    ...{ ...frame, kindName: "Báo cáo" },
    subject: `Công tác thỏa thuận quốc tế năm ${year}`,
    addressee: settings.recipient,
    opening: openingOf(report, { settings, speaker, places }),
    tables: tablesOf(report, names, places),
    annex: annexOf(listed),
    closing: [`${speaker} kính báo cáo./.`],
    recipients: ["Như trên", ...(byCommittee ? [] : [`${committee.name} (để báo cáo)`]), "Lưu: VT"],
  };
}

/** The ids behind any figure. */
function namedIn({ whole, byStatus, byField, notEvaluated, told }: AgreementReport): ReadonlySet<string> {
  const rows = [...byStatus, ...byField].flatMap(({ cells }) => Object.values(cells).flat());
  return new Set([...Object.values(whole), ...Object.values(told), rows, notEvaluated].flat());
}

type Places = ReadonlyMap<string, number>;

/** "3 (1, 4-6)": how many, and their places in the annex. */
function figure(ids: readonly string[], places: Places): string {
  const at = [...new Set(ids.flatMap((id) => places.get(id) ?? []))].sort((one, other) => one - other);
  return ids.length === 0 ? "0" : `${sayNumber(ids.length, "vi")} (${rangesOf(at)})`;
}

/** "1, 4-6" of 1, 4, 5 and 6. */
export function rangesOf(numbers: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number === last.to + 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
}

function openingOf(
  { span, countedOn, whole, told, notEvaluated }: AgreementReport,
  how: { readonly settings: ReportSettings; readonly speaker: string; readonly places: Places },
): readonly string[] {
  const of = (ids: readonly string[]) => figure(ids, how.places);
  const asked = how.settings.form === null ? "" : `Thực hiện ${how.settings.form}, `;
  const day = formatVietnamese;
  return [
    `${asked}${how.speaker} báo cáo công tác thỏa thuận quốc tế, số liệu từ ngày ${day(span.from)} đến ngày ${day(countedOn)}. Trong ngoặc là số thứ tự ở danh sách kèm theo.`,
    `Đang có hiệu lực: ${of(whole.inForce)}. Ký trong kỳ: ${of(whole.signed)}. Hết hiệu lực, chấm dứt trong kỳ: ${of(whole.over)}. Đang chuẩn bị ký: ${of(whole.preparing)}.`,
    `Báo cáo, gửi bản sao, thông báo theo luật: đúng hạn ${of(told.inTime)}, muộn ${of(told.late)}, chưa thực hiện ${of(told.notYet)}.`,
    `Thỏa thuận có hiệu lực trong kỳ mà chưa đánh giá: ${of(notEvaluated)}.`,
  ];
}

function tablesOf(report: AgreementReport, names: ReportNames, places: Places): readonly NoticeTable[] {
  const { byLevel, byCountry, byStatus, byField } = report;
  const statusName = (key: string) =>
    Object.entries(agreementStatusWords).find(([status]) => status === key)?.[1].vi ?? key;
  const tables: readonly NoticeTable[] = [
    countTable(words.byLevel, byLevel, { nameOf: names.level, places }),
    countTable(words.byCountry, byCountry, { nameOf: names.country, places }),
    {
      heading: words.byStatus,
      columns: [
        { heading: words.status, width: 65, words: true },
        { heading: words.count, width: 100, words: true },
      ],
      rows: byStatus.map(({ key, cells }) => [statusName(key), figure(cells.count, places)]),
    },
    {
      heading: words.byField,
      columns: [
        { heading: words.field, width: 45, words: true },
        ...verdicts.map((verdict) => ({ heading: words.verdicts[verdict], width: 40, words: true as const })),
      ],
      rows: byField.map((row) => rowOf<Verdict>(row, verdicts, { nameOf: names.field, places })),
    },
  ];
  return tables
    .filter(({ rows }) => rows.length > 0)
    .map((table, at) => ({ ...table, heading: `${at + 1}. ${table.heading}` }));
}

interface Naming {
  readonly nameOf: (key: string) => string;
  readonly places: Places;
}

function countTable(heading: string, rows: readonly ReportRow<ReportColumn>[], naming: Naming): NoticeTable {
  return {
    heading,
    columns: [
      { heading, width: 45, words: true },
      ...reportColumns.map((column) => ({
        ...{ heading: words.columns[column], width: 30, words: true as const },
      })),
    ],
    rows: rows.map((row) => rowOf(row, reportColumns, naming)),
  };
}

function rowOf<Column extends string>(
  { key, cells }: ReportRow<Column>,
  columns: readonly Column[],
  { nameOf, places }: Naming,
): readonly string[] {
  return [nameOf(key), ...columns.map((column) => figure(cells[column], places))];
}

function annexOf(listed: readonly ListedAgreement[]): NoticeTable {
  const day = (on: CalendarDate | null) => (on === null ? "" : formatVietnamese(on));
  return {
    heading: words.annex,
    columns: [
      { heading: "STT", width: 11 },
      { heading: words.agreement, width: 58, words: true },
      { heading: words.level, width: 24, words: true },
      { heading: words.partners, width: 30, words: true },
      { heading: words.signedOn, width: 21 },
      { heading: words.status, width: 21, words: true },
    ],
    rows: listed.map(({ title, level, partners, signedOn, endsOn, status }, at) => [
      ...[String(at + 1), title, level, partners.join("\n"), day(signedOn)],
      `${agreementStatusWords[status].vi}${endsOn === null ? "" : `\nđến ${day(endsOn)}`}`,
    ]),
  };
}
