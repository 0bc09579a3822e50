import {
  type HeadLine,
  hasSmallLetter,
  isCapitals,
  isNationalTitle,
  titleOf,
  unspacedKey,
} from "../document/head-lines.ts";
import { fold, foldedKey } from "../text/fold.ts";
import type { Signer } from "./findings.ts";

/** TM. (thay mặt), KT. (ký thay), TL. (thừa lệnh), TUQ. (thừa ủy quyền), Q. (quyền); the Party writes T/M, K/T, T/L. */
const capacityMark =
  /^(?:(?:TM|KT|TL|TUQ|Q)(?:\s?[./]\s*|\s+)|(?:T\s?\/\s?M|K\s?\/\s?T|T\s?\/\s?L|T\s?\/\s?UQ)\s?\.?\s*)(?=\p{Lu})/u;

/** Titles of those who sign, the longest first where one ends in another. */
const titles = [
  "phó chủ tịch thường trực",
  "phó chánh văn phòng",
  "chánh văn phòng",
  "phó chủ tịch",
  "phó thủ tướng thường trực",
  "phó thủ tướng",
  "phó giám đốc thường trực",
  "phó giám đốc",
  "phó tổng giám đốc",
  "tổng giám đốc",
  "thứ trưởng thường trực",
  "thứ trưởng",
  "bộ trưởng, chủ nhiệm",
  "bộ trưởng",
  "phó chủ nhiệm thường trực",
  "phó chủ nhiệm",
  "chủ nhiệm",
  "phó bí thư thường trực",
  "phó bí thư",
  "bí thư",
  "ủy viên thường vụ",
  "thường trực ban bí thư",
  "tổng bí thư",
  "phó trưởng ban thường trực",
  "phó trưởng ban",
  "trưởng ban",
  "phó cục trưởng",
  "phó tổng cục trưởng",
  "tổng cục trưởng",
  "cục trưởng",
  "chi cục trưởng",
  "phó chi cục trưởng",
  "phó vụ trưởng",
  "vụ trưởng",
  "phó viện trưởng",
  "viện trưởng",
  "phó trưởng phòng",
  "trưởng phòng",
  "phó trưởng đoàn",
  "trưởng đoàn",
  "phó hiệu trưởng",
  "hiệu trưởng",
  "phó chánh thanh tra",
  "chánh thanh tra",
  "phó tổng thanh tra",
  "tổng thanh tra",
  "tổng kiểm toán nhà nước",
  "phó thống đốc",
  "thống đốc",
  "chánh án",
  "phó chánh án",
  "chỉ huy trưởng",
  "phó chỉ huy trưởng",
  "tư lệnh",
  "chính ủy",
  "phó chính ủy",
  "chính trị viên",
  "thủ tướng",
  "chủ tịch nước",
  "chủ tịch quốc hội",
  "chủ tịch",
  "giám đốc",
  "trưởng công an",
  "phó trưởng công an",
];
const titleKeys = titles.map(unspacedKey).sort((a, b) => b.length - a.length);

/** Ranks and degrees in front of a name (NĐ 30/2020/NĐ-CP Phụ lục I mục II.7.c lets the armed forces, schools and hospitals print them). */
const rank =
  /^(?:(?:Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy|GS|PGS|TS|ThS|BS|BSCK\s?II?|BSCKII?|DS|KS|LS|NGND|NGƯT|TTND|TTƯT)\.?\s*[,.]?\s*)+/u;

/**
 * Who signed: the last lines of the closing part of the main text, "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH /
 * name" (NĐ 30/2020/NĐ-CP Phụ lục I mục II.7), in one line or several. `capacity` keeps the marked lines as printed,
 * `title` the last one without a mark. Null when no name of a person follows (the name of a blank form or a bad scan).
 */
export function signerOf(lines: readonly HeadLine[]): Signer | null {
  for (const block of signatureBlocks(lines)) {
    const signer = signerOfBlock(block);
    if (signer) return signer;
  }
  return signerAmongRecipients(lines);
}

/** Signer with a name that a flattened table ran into the list of recipients: "…, Nội vụ, Phùng Văn An". */
function signerAmongRecipients(lines: readonly HeadLine[]): Signer | null {
  const from = lines.findIndex((line) => /^n.i nh.{1,3}n(?: |$)/u.test(foldedKey(line.text)));
  if (from < 0) return null;
  const list = lines.slice(from, from + 40);
  const capitals = list.flatMap(({ text }) => {
    const cut = afterRecipient(text);
    if (cut !== text || isSignatureLine(text)) return [cut];
    return [...text.matchAll(/(?:(?:TM|KT|TL|TUQ|Q)\.\s)?\p{Lu}{2,}(?:\s\p{Lu}{2,}){1,6}/gu)]
      .map((m) => m[0])
      .filter(isSignatureLine);
  });
  if (capitals.length === 0) return null;
  for (const { text } of list)
    for (const match of text.matchAll(
      /(?<=[,;.)]\s)\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}* \p{Lu}\p{Ll}+(?=$|\s\p{Lu}|[;.])/gu,
    ))
      if (surnames.has(fold(match[0].split(" ")[0] ?? "")))
        return { name: match[0], ...capacityAndTitle(capitals) };
  return null;
}

/** Whether a closing part stands there at all, signed or not. */
export function capacityOf(lines: readonly HeadLine[]): string | null {
  const [first] = signatureBlocks(lines);
  const top = first?.[0];
  return top === undefined ? null : cutName(top).capitals;
}

/** Runs of lines that begin with a capacity or a title in capitals, each up to ten lines long; found as asked for. */
function* signatureBlocks(lines: readonly HeadLine[]): Generator<readonly string[]> {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line || !opensSignature(afterRecipient(line.text), lines, i)) continue;
    const rest = lines.slice(i, i + 14).filter((each) => each.group === line.group || !line.inTable);
    yield rest.map((each) => afterRecipient(each.text));
    i += 1;
  }
}

const behindRecipient =
  /(?:^\s*N.i nh.{1,3}n\s*:|;|(?<=\p{Ll})\.|\))\s*((?:(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ|T\/UQ|Q)\s?[./]\s*)?\p{Lu}[\p{Lu}\s,]{5,}(?:\s\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){1,4})?)$/u;

/** A flattened table leaves "Nơi nhận: TL. CHỦ TỊCH" or "- Thường trực HĐND tỉnh; PHÓ CHÁNH VĂN PHÒNG" on one line. */
export function afterRecipient(text: string): string {
  const match = behindRecipient.exec(text);
  return match?.[1] && isSignatureLine(match[1].trim()) ? match[1].trim() : text;
}

function isSignatureLine(text: string): boolean {
  const { capitals } = cutName(text);
  return capitals !== "" && (capacityMark.test(capitals) || titleSuffix(capitals) !== null);
}

function opensSignature(text: string, lines: readonly HeadLine[], at: number): boolean {
  const { capitals, name } = cutName(text);
  if (capitals === "" || isNationalTitle(text) || titleOf(text)) return false;
  if (capacityMark.test(capitals)) return true;
  if (titleSuffix(capitals) === null) return false;
  // "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" over the bases of a decision is no signature: bases follow it, not a name.
  const following = lines.slice(at + 1, at + 3).map((line) => foldedKey(line.text));
  if (following.some((key) => /^(?:can cu|theo|xet)(?: |$)/u.test(key))) return false;
  return name !== null || unspacedKey(capitals) === titleSuffix(capitals);
}

function signerOfBlock(block: readonly string[]): Signer | null {
  const capitals: string[] = [];
  for (const text of block) {
    const cut = cutName(text);
    const inCapitals = capitals.length > 0 ? capitalName(text.trim()) : null;
    if (cut.capitals !== "" && inCapitals === null) {
      if (isNationalTitle(text) || titleOf(text)) return null;
      capitals.push(cut.capitals);
      if (cut.name === null) continue;
    }
    const name = cut.name ?? inCapitals ?? personName(text);
    if (name) return { name, ...capacityAndTitle(capitals) };
  }
  return null;
}

/** A line as its capitals ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH") and the name behind them, when there is one. */
function cutName(text: string): { capitals: string; name: string | null } {
  const line = text.trim();
  if (isCapitals(line) && !/^[-–•]/u.test(line)) return { capitals: line, name: null };
  const words = line.split(" ");
  const small = words.findIndex(hasSmallLetter);
  // What stands before the name is in capitals: behind the first word that is not, no cut is worth trying.
  for (let cut = small < 0 ? words.length - 1 : Math.min(small, words.length - 1); cut > 0; cut--) {
    const head = words.slice(0, cut).join(" ");
    const name = personName(words.slice(cut).join(" "));
    if (name && isCapitals(head) && (capacityMark.test(head) || titleSuffix(head))) {
      // The longest name wins: "CHỦ TỊCH Nguyễn Văn An" is cut before the first word that is not in capitals.
      const fuller = personName(words.slice(cut - 1).join(" "));
      if (!(fuller && !isCapitals(words[cut - 1] ?? ""))) return { capitals: head, name };
    }
  }
  return { capitals: "", name: null };
}

function capacityAndTitle(lines: readonly string[]): { title: string | null; capacity: string | null } {
  const marked: string[] = [];
  let title: string | null = null;
  for (const printed of lines) {
    const line = withWordsClosed(printed);
    if (!capacityMark.test(line)) title = title === null ? line : `${title} ${line}`;
    else {
      const cut = titleInside(line);
      marked.push(withWordsClosed(cut.capacity));
      title = cut.title === null ? title : withWordsClosed(cut.title);
    }
  }
  return { title, capacity: marked.length > 0 ? marked.join("\n") : null };
}

/** "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" on one line: the last title is the signer's own, what stands before it the capacity. */
function titleInside(line: string): { capacity: string; title: string | null } {
  const suffix = titleSuffix(line.replace(capacityMark, ""));
  if (suffix === null) return { capacity: line, title: null };
  const words = line.split(" ");
  for (let cut = words.length - 1; cut > 0; cut--) {
    const capacity = words.slice(0, cut).join(" ");
    if (
      unspacedKey(words.slice(cut).join(" ")) === suffix &&
      capacity.replace(capacityMark, "").trim() !== "" &&
      !/^(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ|T\/UQ|Q)[./]?$/u.test(capacity)
    )
      return { capacity, title: words.slice(cut).join(" ") };
  }
  return { capacity: line, title: null };
}

/** A title whose letters were spaced out ("P HÓ CHỦ T Ị CH") in its own words. */
function withWordsClosed(line: string): string {
  const mark = capacityMark.exec(line)?.[0] ?? "";
  const rest = line.slice(mark.length);
  const title = titles.find((each) => unspacedKey(each) === unspacedKey(rest));
  return title && title.split(" ").length < rest.split(" ").length ? `${mark}${title.toUpperCase()}` : line;
}

/** The known title that a line in capitals ends with, as its unspaced key. */
function titleSuffix(text: string): string | null {
  const key = unspacedKey(text);
  const whole = titleKeys.find((title) => key.endsWith(title));
  if (whole) return whole;
  // "GIÁM ĐỐC SỞ NGOẠI VỤ", "CHỦ TỊCH UBND XÃ": the name of the body follows the title.
  const opening = titleKeys.find((title) => unspacedKey(text.replace(capacityMark, "")).startsWith(title));
  return opening && isCapitals(text) && text.length < 70 ? opening : null;
}

const notNames =
  /^(?:noi nhan|kinh gui|da ky|nhu dieu|luu|ky boi|nguoi ky|thoi gian ky|ngay ky|co quan|email|cong hoa|doc lap|so|ban hanh|phu luc)(?: |$)/u;

/** A person's name standing alone: two to six words with capitals, ranks and degrees taken off; null for other text. */
export function personName(text: string): string | null {
  const line = text
    .replace(rank, "")
    .replace(/^[\s*.,]+|[\s*.,]+$/gu, "")
    .trim();
  if (notNames.test(foldedKey(line))) return null;
  // A letter alone says that letters were spaced out; then what begins small belongs to the word before.
  const spaced = /(?:^|\s)\p{Ll}(?=\s)|(?:^|\s)\p{Lu}(?=\s\p{Ll})/u.test(line);
  const joined = spaced ? line.replace(/(?<=\p{L}) (?=\p{Ll})/gu, "") : line;
  // "K’ Brốt": a name of the highlands with its mark apart.
  const words = joined.replace(/(?<=\p{Lu}['’])\s+(?=\p{Lu})/gu, "").split(/\s+/u);
  if ((words.length < 2 && !/['’]/u.test(joined)) || words.length > 6 || joined.length > 40) return null;
  if (/\d|[;:/()]/u.test(joined) || isCapitals(joined)) return capitalName(joined);
  return words.every((word) =>
    /^(?:\p{Lu}\p{Ll}*|\p{Lu}['’]\s?\p{Lu}?\p{Ll}+|\p{Lu}\p{Ll}*-\p{Lu}\p{Ll}+)$/u.test(word),
  )
    ? joined
    : null;
}

const surnames = new Set(
  "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh doan mai to luong dao truong lam ha cao ta thai quach chu luu tong tang chau kieu quang lo vi ca luc nong be ma hau giang vang cu thao phung tieu vuong thach son kim danh ksor rah siu kpa rmah nay ro".split(
    " ",
  ),
);

/** A name printed in capitals is told from a title by its surname. */
function capitalName(text: string): string | null {
  const words = text.split(" ");
  if (!isCapitals(text) || words.length > 5 || !surnames.has(fold(words[0] ?? ""))) return null;
  if (titleSuffix(text) || words.some((word) => word.length > 7)) return null;
  return words.map((word) => word.charAt(0) + word.slice(1).toLowerCase()).join(" ");
}

/** The name in the text of a signature field, when it is a person and not a body: "Ký bởi: Nguyễn Văn An". */
export function signerOfField(lines: readonly HeadLine[]): string | null {
  for (const { text } of lines) {
    const match =
      /(?:Người ký|Ký bởi|Signed by|Được ký bởi)\s*:\s*(.+?)(?=\s*(?:Email|Cơ quan|Thời gian|Ngày ký|$))/iu.exec(
        text,
      );
    const name = match?.[1] ? personName(match[1]) : null;
    if (name && !/^(?:uy ban|so|bo|van phong|trung tam|cong thong tin|ban|cuc|cong|tinh)\b/u.test(fold(name)))
      return name;
  }
  return null;
}
