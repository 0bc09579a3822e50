import { editDistance } from "../text/edit-distance.ts";
import { foldedKey } from "../text/fold.ts";
import type { Block } from "./block.ts";
import type { HeadReading } from "./extract.ts";
import { type HeadLine, headLines, isAnnexTitle, isCapitals, isNationalTitle } from "./head-lines.ts";
import type { Place } from "./place.ts";

/** The three degrees of state secrecy (Luật Bảo vệ bí mật nhà nước 117/2025/QH15; before it 29/2018/QH14, Điều 8). */
export type SecrecyDegree = "MẬT" | "TỐI MẬT" | "TUYỆT MẬT";

export interface SecrecyMark {
  readonly mark: SecrecyDegree;
  readonly place: Place;
}

/** Unspaced folded marks, so that letters spaced out ("M Ậ T") and lost accents count. */
const degrees: ReadonlyMap<string, SecrecyDegree> = new Map([
  ["mat", "MẬT"],
  ["toimat", "TỐI MẬT"],
  ["tuyetmat", "TUYỆT MẬT"],
]);

/** Spellings without accents that mean something else in capitals are kept out by their accents: "MẮT", "MẶT", "MÁT". */
const otherWords = /M[ẮẶÁÀẢẠẤẦẨẪẰẲẴĂ]T/u;

/**
 * The mark of state secrecy of a document, or null. Only a mark standing alone in the place of the mark counts
 * (NĐ 30/2020/NĐ-CP Phụ lục I, cell 10a: under the number or at the top of the first page; stamps of Nghị định
 * 26/2020/NĐ-CP Điều 4): a line, cell, text box, header or annotation of its own, in capitals, boxed or not, letters
 * spaced out or not, or "Độ mật: MẬT". Words about secrecy in a sentence, a subject or a title are none.
 * `firstPageOnly` false looks also at every other page and at the head of every annex.
 */
export function findSecrecyMark(blocks: readonly Block[], firstPageOnly = true): SecrecyMark | null {
  const lines = headLines(blocks);
  const end = headEnd(lines);
  for (const [i, line] of lines.entries()) {
    const alone = degreeOf(line.text);
    const degree = alone ?? degreeBehindNumber(line.text);
    if (degree === null) continue;
    const inHead = i < end || (!firstPageOnly && isAtAnnexHead(lines, i));
    if (alone === null && !inHead) continue;
    const counts =
      line.role === "body" ? inHead && standsAlone(lines, i) : !firstPageOnly || isOnFirstPage(line);
    if (counts) return { mark: degree, place: line.place };
  }
  return null;
}

/**
 * The mark among lines read off the head of a scan in several ways, or null. A stamp is often worn or askew, so a line
 * counts that is nothing but a mark with its marks misread ("MẠT", "TỐI MẶT"), or a long one with one letter misread;
 * a line with anything else on it does not.
 */
export function findMarkInReadings(readings: readonly HeadReading[]): SecrecyMark | null {
  for (const { text, place } of readings) {
    const mark = degreeOfReading(text);
    if (mark) return { mark, place };
  }
  return null;
}

function degreeOfReading(text: string): SecrecyDegree | null {
  const letters = text.replace(/[^\p{L}]/gu, "");
  // A stamp stands in capitals; one small letter may be a capital misread.
  if ([...letters].filter((letter) => letter !== letter.toUpperCase()).length > 1) return null;
  const key = foldedKey(letters).replaceAll(" ", "");
  for (const [mark, degree] of degrees)
    if (
      key === mark ||
      (mark.length > 4 && Math.abs(key.length - mark.length) < 2 && editDistance(key, mark) < 2)
    )
      return degree;
  return null;
}

/** "Số: 12/BC-CAT MẬT": a scan or a converter put the mark on the line of the number. */
function degreeBehindNumber(text: string): SecrecyDegree | null {
  const match = /^Số\s*[:.]?.{0,40}\s(TUYỆT MẬT|TỐI MẬT|MẬT)$/iu.exec(text);
  return match?.[1] ? degreeOf(match[1]) : null;
}

/** Within a few lines of the title of an annex. */
function isAtAnnexHead(lines: readonly HeadLine[], at: number): boolean {
  return lines.slice(Math.max(0, at - 4), at + 4).some((line) => isAnnexTitle(line.text));
}

/** The degree when a line is nothing but a mark: "MẬT", "[TỐI MẬT]", "M Ậ T", "Độ mật: Tuyệt mật", "DẤU MẬT: MẬT". */
export function degreeOf(text: string): SecrecyDegree | null {
  const bare = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const labelled =
    /^(?:độ mật|mức độ mật|dấu(?: chỉ)? độ mật|dấu mật|độ bảo mật)\s*[:.\-–]?\s*(\p{L}[\p{L}\s]*)$/iu.exec(
      bare,
    );
  const words = labelled?.[1] ?? bare;
  if (words.length > 24 || otherWords.test(words.normalize("NFC"))) return null;
  if (!labelled && (!isCapitals(words) || /[^\p{L}\s]/u.test(words))) return null;
  return degrees.get(foldedKey(words).replaceAll(" ", "")) ?? null;
}

/** Index behind the head: it ends with the first base, addressee or sentence; at most the first forty lines. */
function headEnd(lines: readonly HeadLine[]): number {
  const at = lines.findIndex(
    (line, i) =>
      i > 0 &&
      (/^(?:can cu|dieu 1|i |1 |chuong i |phan i )/u.test(`${foldedKey(line.text)} `) ||
        (line.text.length > 160 && !isNationalTitle(line.text))),
  );
  return at < 0 ? Math.min(lines.length, 40) : at;
}

/**
 * A lone line may still be a piece of a sentence or title broken over lines ("CÔNG TÁC BẢO VỆ BÍ / MẬT"): the line
 * before it then ends open, in capitals like the mark, and is neither national title nor number nor name of a body.
 */
function standsAlone(lines: readonly HeadLine[], at: number): boolean {
  const line = lines[at];
  const before = lines[at - 1];
  const after = lines[at + 1];
  if (!line) return false;
  const opensWord = /(?:^|\s)(?:bi|bao|co|noi|tin|ky|can|than|tuyet|bi danh|duong|vat)$/u;
  if (before && before.group === line.group && opensWord.test(foldedKey(before.text))) return false;
  return !(
    after &&
    after.group === line.group &&
    /^(?:ong|ma|khau|thu|vu|dich|lenh|danh)(?: |$)/u.test(foldedKey(after.text))
  );
}

function isOnFirstPage(line: HeadLine): boolean {
  return line.place.page === null || line.place.page === 1;
}
