import { type CalendarDate, formatVietnamese } from "../basics/calendar-date.ts";
import { awaitingStates, type DutyState } from "./duty-state.ts";

/** What a message says of a duty. */
export interface MessageDuty {
  readonly state: DutyState;
  /** 0: in time. */
  readonly daysLate: number;
  readonly lastDay: CalendarDate | null;
  readonly content: string;
  /** The number of the document that gave it. */
  readonly document: string | null;
}

/** Characters of a message: a Zalo message holds 2,000; one that is read on a phone at a glance holds fewer. */
export const messageLength = 1200;

/** Characters of the content of one duty. */
const contentLength = 110;

/**
 * A short plain text of a unit's open duties, to be sent by a person in whatever his office talks by: late ones first,
 * the latest of all at the top, then by the day, those without one last. What does not fit is counted. Of what the unit
 * need not act on nothing is said. `total`: open duties of the unit when more exist than are given.
 */
export function dutyMessage(
  duties: readonly MessageDuty[],
  about: {
    readonly unit: string;
    readonly today: CalendarDate;
    /** Where the duties stand, as an address that opens in a browser. */
    readonly link: string;
    readonly total?: number;
    /** Characters, at most, when head and link leave so many. */
    readonly length?: number;
  },
): string {
  const open = duties.filter(({ state }) => awaitingStates.includes(state)).toSorted(byNeed);
  const total = Math.max(open.length, about.total ?? 0);
  const late = open.filter(({ daysLate }) => daysLate > 0).length;
  const head = `${about.unit}: ${headWords(total, late)} (ngày ${formatVietnamese(about.today)}).`;
  const foot = total === 0 ? about.link : `Xem và báo cáo tại: ${about.link}`;
  const lines = open.map((duty, at) => `${at + 1}. ${dutyLine(duty)}`);
  const whole = (shown: number) =>
    [
      head,
      ...lines.slice(0, shown),
      ...(shown < total ? [`và còn ${total - shown} việc khác.`] : []),
      foot,
    ].join("\n");
  let shown = lines.length;
  while (shown > 0 && whole(shown).length > (about.length ?? messageLength)) shown--;
  return whole(shown);
}

function headWords(total: number, late: number): string {
  if (total === 0) return "không có việc nào đang chờ đơn vị";
  return late === 0 ? `${total} việc cần thực hiện` : `${total} việc cần thực hiện, ${late} việc quá hạn`;
}

function byNeed(a: MessageDuty, b: MessageDuty): number {
  return b.daysLate - a.daysLate || (a.lastDay ?? "9999").localeCompare(b.lastDay ?? "9999");
}

function dutyLine({ state, daysLate, lastDay, content, document }: MessageDuty): string {
  const day = lastDay === null ? "không đặt hạn" : `hạn ${formatVietnamese(lastDay)}`;
  const said = [
    ...(daysLate > 0 ? [`QUÁ ${daysLate} NGÀY`] : []),
    day,
    ...(state === "sentBack" ? ["đề nghị bổ sung"] : []),
  ].join(", ");
  return `[${said}] ${shortContent(content)}${document === null ? "" : ` (${document})`}`;
}

/** The content on one line, cut after a whole word. */
function shortContent(content: string): string {
  const line = content.replace(/\s+/g, " ").trim();
  if (line.length <= contentLength) return line.replace(/[.;,]$/, "");
  const cut = line.slice(0, contentLength);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), contentLength / 2)).replace(/[.;,:]$/, "")}…`;
}
