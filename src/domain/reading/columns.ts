import { foldedKey } from "../text/fold.ts";

/** What a column of an annex table holds; "other" columns are kept with the row but carry no meaning. */
export type ColumnKind =
  | "label"
  | "content"
  | "lead"
  | "coordinating"
  | "time"
  | "result"
  | "approver"
  | "status"
  | "note"
  | "money"
  | "foreign"
  | "other";

export interface Column {
  readonly kind: ColumnKind;
  /** The heading as written, lines of a stacked heading joined with " / ". */
  readonly heading: string;
}

const body = "(?:don vi|co quan|so|ban|nganh|bo|phong|to chuc|dia phuong|bo phan|nguoi|ca nhan|chu the)";

/**
 * Headings over folded words, first match wins. The order matters: "cơ quan phối hợp thực hiện" speaks of
 * co-ordination, "thời gian thực hiện" of time, before "thực hiện" alone may mean the lead.
 * Each line has a sample of what it is for.
 */
const rules: readonly { readonly kind: ColumnKind; readonly pattern: RegExp }[] = [
  { kind: "label", pattern: /^(?:stt|tt|so tt|so thu tu|so)$/ }, // STT
  { kind: "foreign", pattern: /\b(?:thu tuc hanh chinh|tthc|le phi|can cu phap ly|cach thuc)\b/ }, // a list of procedures
  { kind: "other", pattern: /^(?:ma|ma so|ky hieu)\b/ }, // Mã nhiệm vụ
  {
    kind: "money",
    pattern:
      /\b(?:du toan|so tien|trieu dong|ty dong|nghin dong|don gia|thanh tien|von (?:dau tu|ngan sach))\b/,
  }, // Dự toán (triệu đồng)
  { kind: "coordinating", pattern: /^(?!.*\bchu tri\b).*\b(?:phoi hop|cung thuc hien|tham gia)\b/ }, // Đơn vị phối hợp
  {
    kind: "approver",
    pattern:
      /\b(?:cap trinh|cap co tham quyen|co quan trinh|tham quyen (?:ban hanh|phe duyet|ky)|cap (?:ban hanh|phe duyet|quyet dinh)|noi (?:nhan|trinh))\b|^trinh\b/,
  }, // Cấp trình
  {
    kind: "status",
    pattern:
      /\b(?:tinh trang|trang thai|tinh hinh (?:thuc hien|trien khai)|da hoan thanh|danh gia|ket qua (?:da )?(?:dat duoc|thuc hien den)|luy ke|muc do hoan thanh)\b/,
  }, // Tình trạng
  {
    kind: "time",
    pattern:
      /\b(?:thoi gian|thoi han|tien do|thoi diem|lo trinh|han (?:hoan thanh|xu ly|bao cao|thuc hien|chot)|ngay hoan thanh|moc|deadline|hoan thanh (?:truoc|trong))\b|^(?:han|bat dau|hoan thanh)$/,
  }, // Tiến độ
  {
    kind: "lead",
    pattern: new RegExp(
      `\\bchu tri\\b|\\bdau moi\\b|\\b${body}\\b.*\\b(?:thuc hien|phu trach|tham muu|chiu trach nhiem|trien khai|duoc giao|giai quyet|chuan bi|soan thao|chu quan|quan ly)\\b|\\b(?:phan cong|trach nhiem)\\b(?: thuc hien)?$|^(?:giao cho|don vi|co quan|chu the) ?(?:thuc hien)?$`,
    ),
  }, // Cơ quan chủ trì
  {
    kind: "result",
    pattern:
      /\b(?:ket qua|san pham|dau ra|chi tieu|muc tieu can dat|muc tieu dat|yeu cau (?:dat|can dat|san pham)|hinh thuc van ban|ho so)\b/,
  }, // Sản phẩm
  { kind: "note", pattern: /\b(?:ghi chu|luu y)\b/ }, // Ghi chú
  {
    kind: "content",
    pattern:
      /\b(?:noi dung|nhiem vu|cong viec|nhom nhiem vu|giai phap|hoat dong|dau viec|viec (?:can|phai)|ten (?:nhiem vu|cong viec|de an|chuong trinh|hoat dong|van ban|ke hoach|cuoc)|chuyen de|van de|bien phap|cong tac|de an|y kien chi dao|ket luan|kien nghi|danh muc|linh vuc)\b/,
  }, // Nội dung công việc
];

/** What a heading says its column holds. */
export function columnKindOf(heading: string): ColumnKind {
  const key = foldedKey(heading);
  return rules.find((rule) => rule.pattern.test(key))?.kind ?? "other";
}

/** Columns of a kind that stand back when another of the kind says what is meant: who submits, when it begins. */
const lesser = /\b(?:bat dau|khoi cong|(?:co quan|don vi) trinh|noi (?:nhan|trinh))\b/;

/** Headings that leave no doubt that a body has to do something. */
const chargesSomebody = /\b(?:chu tri|thuc hien|phu trach|tham muu|trach nhiem)\b/;

/**
 * The place of what has to be done when no heading is known for it ("Tên mô hình"): behind the numbers, in a table that
 * charges somebody and dates it or names who helps; -1 elsewhere.
 */
function unknownContent(headings: readonly string[], kinds: readonly ColumnKind[]): number {
  const label = kinds.indexOf("label");
  const charged = kinds.some(
    (kind, i) => kind === "lead" && chargesSomebody.test(foldedKey(headings[i] ?? "")),
  );
  const dated = kinds.includes("time") || kinds.includes("coordinating");
  if (kinds.includes("content") || kinds.includes("foreign") || label < 0 || !charged || !dated) return -1;
  return kinds.findIndex(
    (kind, i) => i > label && kind === "other" && !/^(?:ma|ky hieu)\b/.test(foldedKey(headings[i] ?? "")),
  );
}

/**
 * Names the columns of a heading. A kind that may stand once keeps its first column, or the first that says what is
 * meant ("Cấp ban hành" beside "Cơ quan trình", "Hoàn thành" beside "Bắt đầu"); the others become "other".
 */
export function nameColumns(headings: readonly string[]): readonly Column[] {
  const known = headings.map(columnKindOf);
  const unknown = unknownContent(headings, known);
  const kinds = known.map((kind, i) => (i === unknown ? "content" : kind));
  const named = headings.map((heading, i): Column => {
    const kind = kinds[i] ?? "other";
    if (kind === "other" || kind === "foreign" || kind === "money" || kind === "note" || kind === "status")
      return { kind, heading };
    const same = headings.map((_, other) => other).filter((other) => kinds[other] === kind);
    const chosen = same.find((other) => !lesser.test(foldedKey(headings[other] ?? ""))) ?? same[0];
    return { kind: i === chosen ? kind : "other", heading };
  });
  // "Kết quả đạt được" is what must come out where no other column says it, and what came out beside one that does.
  const outcome = kinds.includes("result")
    ? -1
    : named.findIndex(({ kind, heading }) => kind === "status" && foldedKey(heading).includes("ket qua"));
  return named.map((column, i) => (i === outcome ? { ...column, kind: "result" } : column));
}

/**
 * Whether these columns make a table that gives orders: something to do, and somebody or a time to do it.
 * A list of administrative procedures or of budget figures has other columns and is left alone.
 */
export function givesOrders(columns: readonly Column[]): boolean {
  const kinds = columns.map((column) => column.kind);
  if (!kinds.includes("content") || kinds.includes("foreign")) return false;
  const dated = kinds.includes("time") || kinds.includes("coordinating") || kinds.includes("result");
  if (kinds.includes("money") && !dated) return false;
  return (
    kinds.includes("lead") ||
    (kinds.includes("time") && (kinds.includes("result") || kinds.includes("coordinating")))
  );
}

/** Whether a row of texts can be the heading of an order table: short cells, most of them known headings. */
export function looksLikeHeading(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== "");
  if (filled.length < 2 || filled.some((text) => text.length > 90)) return false;
  const known = filled.filter((text) => columnKindOf(text) !== "other").length;
  return known >= 2 && known * 2 >= filled.length;
}
