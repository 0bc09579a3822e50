import type { CalendarDate } from "../basics/calendar-date.ts";
import { formatVietnamese } from "../basics/calendar-date.ts";
import type { Unit } from "../organisation/unit.ts";

/** Who signs a letter: the body that follows duties, to its peers; or above it the Office, or the committee itself. */
export type LetterIssuer = "own" | "office" | "committee";

/** A late duty as a letter names it. */
export interface LateDuty {
  readonly content: string;
  readonly lastDay: CalendarDate;
  /** 1 or more. */
  readonly daysLate: number;
  readonly silent: boolean;
  readonly document: { readonly number: string | null; readonly issuedOn: CalendarDate | null };
}

/** What stands in a letter, as words; number, day and name of the signer are left to whoever issues it. */
export interface UrgingLetter {
  readonly superior: string | null;
  /** One entry for each line. */
  readonly issuer: readonly string[];
  /** "/SNgV": the number before it has not been given. */
  readonly number: string;
  readonly place: string;
  readonly subject: string;
  readonly addressee: string;
  readonly grounds: readonly string[];
  readonly opening: string;
  /** Place in the list, content, document, last day, days late. */
  readonly rows: readonly (readonly [string, string, string, string, string])[];
  readonly request: readonly string[];
  readonly signer: { readonly capacity: string | null; readonly title: string };
  readonly recipients: readonly string[];
}

/** What a letter says of a body. */
export type LetterUnit = Pick<Unit, "name" | "symbol" | "aliases" | "kind" | "gazetteerId">;

/**
 * The letter that urges one unit (công văn đôn đốc: Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III, mẫu 1.5), the
 * longest overdue first. `committee` is the people's committee of the province, `issuer` whoever signs.
 */
export function urgingLetter(
  duties: readonly LateDuty[],
  parties: {
    readonly issuer: LetterUnit;
    readonly committee: LetterUnit;
    readonly addressee: Pick<Unit, "name" | "relation">;
    readonly today: CalendarDate;
    /** By when an answer is asked for. */
    readonly answerBy: CalendarDate;
  },
): UrgingLetter {
  const { issuer, committee, addressee, today, answerBy } = parties;
  const byCommittee = issuer.gazetteerId === committee.gazetteerId;
  const [body, province] = committeeLines(committee);
  const late = duties.toSorted((a, b) => b.daysLate - a.daysLate);
  const silent = late.filter((duty) => duty.silent).length;
  const asks = addressee.relation === "subordinate" && byCommittee ? "yêu cầu" : "đề nghị";
  const speaker = byCommittee ? `${body} ${province}` : issuer.name;
  return {
    superior: byCommittee ? null : `${body} ${province}`,
    issuer: byCommittee ? [body, province] : [issuer.name],
    number: `/${issuer.symbol ?? ""}`,
    place: province.replace(/^(?:tỉnh|thành phố) /i, ""),
    subject: "đôn đốc thực hiện nhiệm vụ quá hạn",
    addressee: addressee.name,
    grounds: groundsOf(late),
    opening: `Qua theo dõi, đến hết ngày ${formatVietnamese(today)}, ${addressee.name} còn ${late.length} nhiệm vụ quá hạn chưa hoàn thành${silent > 0 ? `, trong đó ${silent} nhiệm vụ chưa có báo cáo` : ""}, cụ thể như sau:`,
    rows: late.map((duty, at) => [
      String(at + 1),
      duty.content.replace(/\s+/g, " ").trim(),
      documentWords(duty.document),
      formatVietnamese(duty.lastDay),
      String(duty.daysLate),
    ]),
    request: [
      `${speaker} ${asks} ${addressee.name} khẩn trương thực hiện các nhiệm vụ nêu trên; báo cáo kết quả, sản phẩm, khó khăn, vướng mắc và thời gian hoàn thành đối với từng nhiệm vụ về ${speaker} trước ngày ${formatVietnamese(answerBy)} để tổng hợp${byCommittee ? "" : `, báo cáo ${committee.name}`}.`,
      `${speaker} ${asks} ${addressee.name} quan tâm, thực hiện./.`,
    ],
    signer: signerOf(issuer, byCommittee),
    recipients: ["Như trên", ...(byCommittee ? [] : [`${committee.name} (để báo cáo)`]), "Lưu: VT"],
  };
}

/** "Ủy ban nhân dân", "tỉnh Gia Lai": the full name stands among the aliases where the name is short. */
export function committeeLines({ name, aliases }: LetterUnit): readonly [string, string] {
  const full = [name, ...aliases].find((one) => one.startsWith("Ủy ban nhân dân ")) ?? name;
  const place = full.replace(/^(?:Ủy ban nhân dân|UBND) /, "");
  return ["Ủy ban nhân dân", place];
}

/** Each document that gave one of the duties once: the grounds of a letter. */
function groundsOf(duties: readonly LateDuty[]): readonly string[] {
  const named = [...new Set(duties.flatMap(({ document }) => documentGround(document) ?? []))];
  return named.map((words, at) => `Căn cứ ${words}${at === named.length - 1 ? "." : ";"}`);
}

function documentGround({ number, issuedOn }: LateDuty["document"]): string | null {
  if (number === null) return null;
  return `Văn bản số ${number}${issuedOn === null ? "" : ` ngày ${formatVietnamese(issuedOn)}`}`;
}

/** A document by number and day, each on a line of its own. */
export function documentWords({ number, issuedOn }: LateDuty["document"]): string {
  const day = issuedOn === null ? "" : `ngày ${formatVietnamese(issuedOn)}`;
  return number === null ? day : `${number}${day === "" ? "" : `\n${day}`}`;
}

/** Whose place it is to sign; his name is never filled in. */
export function signerOf({ kind, gazetteerId }: LetterUnit, byCommittee: boolean): UrgingLetter["signer"] {
  if (byCommittee) return { capacity: "TM. Ủy ban nhân dân", title: "Chủ tịch" };
  if (gazetteerId === "vp-ubnd") return { capacity: null, title: "Chánh Văn phòng" };
  return { capacity: null, title: kind === "department" ? "Giám đốc" : "Thủ trưởng cơ quan" };
}
