import { type HeadLine, isAnnexTitle, isCapitals, isNationalTitle, titleOf } from "../document/head-lines.ts";
import { markerOf } from "../document/marker.ts";
import { findDocumentNumbers } from "../document/number-find.ts";
import { fold } from "../text/fold.ts";
import type { Read } from "./head-value.ts";

/** The line with the kind of the document. */
export interface Titled {
  readonly at: number;
  readonly kind: string;
  readonly name: string;
  /** Words of the subject on the title line itself. */
  readonly rest: string;
  /** The title is that of an annex: the document itself is elsewhere. */
  readonly annex: boolean;
}

/** The first title among the lines before the text begins, or null: a letter has none, a damaged head has lost it. */
export function titleAmong(lines: readonly HeadLine[]): Titled | null {
  for (const [at, line] of lines.slice(0, 60).entries()) {
    if (isAnnexTitle(line.text) && isCapitals(line.text.slice(0, 7)))
      return { at, kind: "", name: "", rest: "", annex: true };
    const title = titleOf(line.text);
    if (title) return { at, kind: title.abbreviation, name: title.name, rest: title.rest, annex: false };
    if (/^(?:can cu|dieu 1[.:]|kinh gui|noi nhan|i\. )/u.test(fold(line.text))) return null;
  }
  return null;
}

/** Words that open the text itself: bases, the story of a meeting, an order to carry out. */
const opensText =
  /^(?:can cu|kinh gui|dieu \d|chuong i|phan (?:thu|i)|i\.|1\.|a\.|theo de nghi|xet de nghi|(?:sang |chieu |toi )?ngay \d|trong (?:hai )?ngay|thuc hien (?:nghi|chi|quyet|ke|ket|luat|thong|cong|van|y kien)|de (?:trien khai|thuc hien|chuan)|nham |sau khi|vua qua|tren co so|trong thoi gian|hien nay|phuc dap|tra loi|tiep theo|so:|xet )/u;
/** The authority printed over the bases of a decision. */
const authority =
  /^(?:chu tich|uy ban nhan dan|ubnd|hoi dong|bo truong|thu tuong|chinh phu|uy ban thuong vu|quoc hoi|giam doc|ban thuong vu|ban chap hanh|tinh uy|thanh uy|tong|cuc truong|truong ban|thong doc|chanh|vien truong|hieu truong|ban bi thu|bo chinh tri|thuong truc|dang uy)(?: |$)/u;

/**
 * The subject (trích yếu): the lines under the title up to the text, without the note "(Ban hành kèm theo …)"; for a
 * letter the words behind "V/v". Capitals stay as written. With doubt when nothing but the length tells its end.
 */
export function subjectOf(
  lines: readonly HeadLine[],
  titled: Titled | null,
  kind: string | null,
): Read<string | null> {
  if (kind === "CV" || (titled === null && kind !== "TB")) return subjectOfLetter(lines);
  const from = titled ? titled.at + 1 : 0;
  const parts = titled && titled.rest !== "" ? [titled.rest] : [];
  const title = titled ? lines[titled.at] : undefined;
  for (const line of lines.slice(from, from + 14)) {
    if (parts.length > 0 && standsApart(line, title)) break;
    const text = beforeText(line.text.replace(/\s*\((?:ban hành\s+)?(?:kèm theo|đính kèm).*$/iu, ""));
    // "NGHỊ QUYẾT / CỦA BỘ CHÍNH TRỊ": the Party prints the authority under the kind.
    if (parts.length === 0 && isCapitals(text) && /^cua /u.test(fold(text)) && text.length < 60) continue;
    if (endsSubject(text, line, parts)) break;
    if (text.trim() !== "") parts.push(text.trim());
    if (text !== line.text) break;
  }
  const subject = parts.join(" ").replace(/\s+/gu, " ").trim();
  return { value: subject === "" ? null : subject, doubt: subject.length > 600 ? 0.3 : 0 };
}

/** The subject alone when a converter ran it together with the text: "… của Sở Chiều ngày 04/7, tại …". */
function beforeText(text: string): string {
  const match =
    /(?<=[\p{L}\p{N}”"])\s(?=(?:(?:sang|chieu|toi) ngay \d|ngay \d{1,2}[/ ]|thuc hien (?:cong v|nghi q|quyet d|ke h|chi th|y k|ket l|v.{1,2}n b)|can cu |sau khi |de trien khai ))/gu;
  const folded = fold(text);
  for (const { index } of folded.matchAll(match))
    if (/\p{Lu}/u.test(text[index + 1] ?? "") && !isCapitals(text.slice(0, index + 12)))
      return text.slice(0, index);
  return text;
}

/** A line that cannot go on with the subject: in a table of the text, numbered, opening a list, or set otherwise. */
function standsApart(line: HeadLine, title: HeadLine | undefined): boolean {
  if (line.inTable && !title?.inTable) return true;
  const kind = markerOf(line.text)?.kind;
  if (kind === "roman" || kind === "part" || kind === "article" || kind === "arabic") return true;
  if (/:$/.test(line.text) || /^noi nhan/.test(fold(line.text))) return true;
  if (
    /\bban hanh (?:ke hoach|chuong trinh|quy che|de an|thong bao|phuong an)\b/.test(fold(line.text)) &&
    /[.:]$/.test(line.text)
  )
    return true;
  return title?.align === "center" && line.align !== null && line.align !== "center";
}

function endsSubject(text: string, line: HeadLine, parts: readonly string[]): boolean {
  const key = fold(text).trim();
  if (text === "" || isNationalTitle(text)) return true;
  if (/^\(|^[-–+•]\s/u.test(text) && parts.length > 0) return true;
  if (/^(?:so\s*[:.]|so \d)/u.test(key) && findDocumentNumbers(text).length > 0) return true;
  if (isCapitals(text) && authority.test(key) && text.length < 90 && parts.length > 0) return true;
  if (/^(?:quyet dinh|quyet nghi|nghi quyet|chi thi|nghi dinh)\s*:/u.test(key)) return true;
  if (/^(?:can cu|kinh gui|dieu 1|(?:sang |chieu |toi )?ngay \d|theo de nghi|xet de nghi)/u.test(key))
    return true;
  if (parts.length === 0) return text.length > 700;
  // A subject is no sentence: one that stands under it is the text. Nor is it a part of the text.
  if (/^\p{Lu}.*\.$/su.test(text) || /^phan (?:thu|[ivx]+(?= |\.))/u.test(key)) return true;
  if (opensText.test(key) && (text.length > 60 || /[.:;,]$/u.test(text))) return true;
  if (/[.:]$/u.test(text) && text.length > 100) return true;
  // A centred subject ends where the text is set otherwise.
  return (line.align === "justify" || line.align === "left") && text.length > 120 && !isCapitals(text);
}

function subjectOfLetter(lines: readonly HeadLine[]): Read<string | null> {
  const top = lines.slice(0, 30);
  const at = top.findIndex((line) => /(?:^|\s)v\/v/iu.test(line.text) || /^ve viec /u.test(fold(line.text)));
  const first = top[at];
  if (!first) return { value: null, doubt: 0 };
  const parts = [first.text.replace(/^.*?V\/v\s*[:.]?\s*/iu, "")];
  for (const line of top.slice(at + 1)) {
    const key = fold(line.text);
    if (first.inTable && line.group !== first.group) break;
    if (
      /^kinh gui|ngay .{0,12}thang|^so\s*:/u.test(key) ||
      isNationalTitle(line.text) ||
      line.text.length > 160
    )
      break;
    if (!first.inTable && isCapitals(line.text)) break;
    parts.push(line.text);
  }
  const subject = parts.join(" ").replace(/\s+/gu, " ").trim();
  return { value: subject === "" ? null : subject, doubt: 0 };
}
