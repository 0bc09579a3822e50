import type { Bilingual, Language } from "./language.ts";

/**
 * What a reason says of a part that a reading left out: it could not be read at all; it is text in which no task was
 * found; it was placed elsewhere; it belongs to the frame of every document; it is only the layout of pages.
 */
export const unplacedKinds = ["unread", "text", "placed", "frame", "layout"] as const;
export type UnplacedKind = (typeof unplacedKinds)[number];

/** The kinds at which a person should look; the others are shown apart. */
export const kindsToLookAt: readonly UnplacedKind[] = ["unread", "text"];

interface Reason extends Bilingual {
  readonly kind: UnplacedKind;
}

const unread = (vi: string, en: string): Reason => ({ kind: "unread", vi, en });
const text = (vi: string, en: string): Reason => ({ kind: "text", vi, en });
const placed = (vi: string, en: string): Reason => ({ kind: "placed", vi, en });
const frame = (vi: string, en: string): Reason => ({ kind: "frame", vi, en });
const layout = (vi: string, en: string): Reason => ({ kind: "layout", vi, en });

/**
 * Why parts of documents are left out, by a code that stays. The books hold the Vietnamese sentence; `{ref}` stands for
 * the task or row that it names.
 */
export const unplacedReasons = {
  partMissing: unread("không có trong tệp", "missing in the file"),
  partDamaged: unread("bị hỏng", "damaged"),
  embeddedFile: unread("chưa đọc được tệp nhúng", "an embedded file that is not read"),
  insertedFile: unread("chưa đọc được tệp chèn vào", "an inserted file that is not read"),
  wordUnread: unread("từ bị hỏng, không phục hồi được", "a damaged word that cannot be restored"),
  smartArt: unread("chữ trong sơ đồ không đọc được", "words in a diagram cannot be read"),
  noSheetCells: unread(
    "không phải trang tính có ô (biểu đồ hoặc hộp thoại)",
    "no sheet of cells (a chart or a dialog)",
  ),
  pageDamaged: unread("trang hỏng", "a damaged page"),
  pageTooComplex: unread("trang quá phức tạp", "a page that is too complex"),
  afterTooComplex: unread("sau các trang quá phức tạp", "behind pages that are too complex"),
  pictureUnopened: unread("ảnh của trang không mở được", "the picture of the page cannot be opened"),
  notRecognised: unread("không nhận dạng được chữ ({ref})", "words not recognised ({ref})"),
  hiddenText: unread("chữ ẩn", "hidden text"),
  hiddenOnPage: unread("chữ ẩn, không hiện trên trang", "hidden text, not shown on the page"),
  hiddenRow: unread("hàng ẩn", "a hidden row"),
  markedDeleted: unread("chữ đã đánh dấu xóa", "text marked as deleted"),
  trackedDeletion: unread("đã xóa (vết sửa)", "deleted (tracked change)"),
  trackedMove: unread("đã chuyển chỗ (vết sửa)", "moved away (tracked change)"),
  notOrdering: text("không giao việc cho cơ quan nào", "tells no body to act"),
  ofIssuer: text("việc của chính cơ quan ban hành", "work of the issuing body itself"),
  past: text("kể việc đã làm", "tells what was done"),
  tooShort: text("quá ngắn để là một việc", "too short to be a task"),
  bodiesOnly: text("chỉ nêu tên cơ quan", "only names bodies"),
  emptyHeading: text("đề mục không có nội dung", "a heading without content"),
  aims: text("mục đích, yêu cầu, mục tiêu: không giao việc", "purposes and aims: gives no work"),
  results: text("đánh giá kết quả, tình hình: không giao việc", "an account of results: gives no work"),
  funding: text("quy định chung về kinh phí", "general rules on funding"),
  detailOf: text("chi tiết của {ref}", "a detail of {ref}"),
  plainTable: text(
    "bảng không có cột nội dung công việc và cơ quan chủ trì hoặc thời gian",
    "a table without columns of work and of lead or time",
  ),
  besideSheet: text("chữ ngoài bảng của tệp bảng tính", "text outside the table of a spreadsheet"),
  tellingKind: text("loại văn bản này không giao việc", "documents of this kind give no work"),
  repeated: placed(
    "trùng với {ref} của phụ lục, đã gắn vào đó",
    "the same as {ref} of the annex, attached to it",
  ),
  timeOf: placed("thời gian của {ref}, đã gắn vào đó", "the time of {ref}, attached to it"),
  rowGoesOn: placed(
    "phần tiếp của dòng trên, đã nối vào dòng đó",
    "goes on from the row above, joined to it",
  ),
  mergedCell: placed("ô đã gộp vào ô khác", "a cell merged into another"),
  head: frame("phần đầu văn bản", "head of the document"),
  closing: frame("nơi nhận, chữ ký", "recipients and signature"),
  frameTable: frame(
    "phần đầu, phần ký hoặc bảng kẻ để dàn trang",
    "head, signature, or a table drawn for layout",
  ),
  basis: frame("căn cứ ban hành", "legal basis"),
  enacting: frame("câu ban hành, hiệu lực", "words of enactment or effect"),
  enforcing: frame("câu giao thi hành chung", "the usual words of who carries it out"),
  concluding: frame("câu kết thúc văn bản", "closing sentence"),
  toAnnex: frame("dòng dẫn đến phụ lục", "a line that points to an annex"),
  webPage: frame("phần của trang web, không thuộc văn bản", "part of the web page, not of the document"),
  pageNumber: layout("số trang", "page number"),
  runningHead: layout("dòng lặp lại ở đầu hoặc cuối trang", "a line repeated at the head or foot of pages"),
  tableHead: layout("đầu bảng lặp lại", "repeated head of a table"),
  footnoteMark: layout("dấu chú thích", "mark of a footnote"),
  emptyRow: layout("dòng trống", "empty row"),
  totalRow: layout("dòng cộng", "row of totals"),
  rowWithoutCells: layout("hàng không có ô", "a row without cells"),
  emptyField: layout("ô nhập còn trống", "a field that was not filled in"),
  emptySheet: layout("không có ô nào có chữ", "no cell has words"),
  strokes: layout("nét không đọc ra chữ", "strokes that make no words"),
  oldTextLayer: layout(
    "lớp chữ cũ đọc sai của trang quét; trang đã được nhận dạng lại",
    "the misread old text of a scanned page, which was read again",
  ),
  drawing: layout("chữ ký, con dấu hoặc hình vẽ", "a signature, stamp or drawing"),
} as const satisfies Readonly<Record<string, Reason>>;

export type UnplacedCode = keyof typeof unplacedReasons;

/** The reason as the books hold it; `ref` is the task or row that it names. */
export function whyUnplaced(code: UnplacedCode, ref = ""): string {
  return unplacedReasons[code].vi.replace("{ref}", ref);
}

/** A reason known by its sentence. */
export interface KnownReason {
  readonly code: UnplacedCode;
  readonly ref: string;
}

const known = Object.entries(unplacedReasons).map(([code, { vi }]) => {
  const [before = "", after] = vi.split("{ref}");
  // The keys of an object literal are its codes.
  return { code: code as UnplacedCode, before, after };
});
const exact = new Map(known.flatMap((one) => (one.after === undefined ? [[one.before, one.code]] : [])));

/** The code of a reason, and what it names; null for words that no catalogue holds. */
export function reasonOf(why: string): KnownReason | null {
  const code = exact.get(why);
  if (code !== undefined) return { code, ref: "" };
  const found = known.find(
    ({ before, after }) => after !== undefined && why.startsWith(before) && why.endsWith(after),
  );
  if (found?.after === undefined) return null;
  return { code: found.code, ref: why.slice(found.before.length, why.length - found.after.length) };
}

/** What a reason says of a part; words that no catalogue holds are to be looked at. */
export function kindOfReason(why: string): UnplacedKind {
  const reason = reasonOf(why);
  return reason === null ? "text" : unplacedReasons[reason.code].kind;
}

/** A reason in the language of the person; as it stands where no catalogue holds it. */
export function sayReason(why: string, language: Language): string {
  const reason = reasonOf(why);
  return reason === null ? why : unplacedReasons[reason.code][language].replace("{ref}", reason.ref);
}

const placeWords: readonly (readonly [pattern: RegExp, en: string])[] = [
  [/\btrang tính (\d+)/gu, "sheet $1"],
  [/\btrang (\d+)/gu, "page $1"],
  [/\bdòng (\d+)-(\d+)/gu, "lines $1-$2"],
  [/\bdòng (\d+)/gu, "line $1"],
  [/\bsau đoạn (\d+)/gu, "after paragraph $1"],
  [/(?<!\p{L})đoạn (\d+)/gu, "paragraph $1"],
  [/^không rõ vị trí$/u, "place unknown"],
  [/^tệp$/u, "the file"],
  [/, bảng$/u, ", table"],
];

/** A place of the books ("trang 3", "dòng 12-14") in the language of the person. */
export function sayWhere(where: string, language: Language): string {
  if (language === "vi") return where;
  return placeWords.reduce((said, [pattern, en]) => said.replace(pattern, en), where);
}
