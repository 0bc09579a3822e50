import { whyUnplaced } from "../language/unplaced-reasons.ts";
import { fold } from "../text/fold.ts";

const telling =
  /(?:^|[\s,;:.(])((?:giao(?: nhiem vu)?(?: cho)?|yeu cau|de nghi|phan cong|uy quyen(?: cho)?|do|thong nhat giao|dong y giao)\s+)$/;

/** Where the word begins that tells the body after it to act ("Giao …", "đề nghị …", "do …"); null when there is none. */
export function tellingAt(before: string): number | null {
  const word = telling.exec(fold(before))?.[1];
  return word === undefined ? null : before.length - word.length;
}

/** Whether the words just before a body call it in to help: "phối hợp với …", "cùng …". */
export function callsIn(before: string): boolean {
  return /(?:phoi hop(?:,? (?:chat che|dong bo|thuong xuyen|hieu qua|tot|lien nganh))*(?:,? (?:voi|cung|cung voi))?|cung voi|, cung|trao doi,? (?:thong nhat )?voi|lay y kien(?: cua)?|thong nhat voi)\s+$/.test(
    fold(before),
  );
}

/** Whether the words just before a body make it the one to whom the work goes: "trình …", "báo cáo …". */
export function goesTo(before: string): boolean {
  return /(?:(?:bao cao|trinh|gui|tham muu|giup|de xuat|kien nghi|phan anh|xin y kien|bao cao ket qua thuc hien|ket qua|bao cao ket qua)(?: (?:ve|cho|voi|len|den|giup))?)\s+$/.test(
    fold(before),
  );
}

/** Words of urgency or reference that stand where a date or a body should. */
export const vagueTimes =
  /\b(?:kip thoi|khan truong|som|ngay|trong thoi gian (?:toi|den|som nhat)|thoi gian toi|som nhat|dung tien do|theo tien do|theo lo trinh|theo ke hoach|theo quy dinh)\b/;

/** Sentences that close or enact a document and order nothing of their own. */
const formulas: readonly {
  readonly why: string;
  readonly pattern: RegExp;
  /** The same words are an order where a body is told to act: "Sở A: a) Ban hành quy định …". */
  readonly ordersWhenTold?: true;
}[] = [
  {
    why: whyUnplaced("concluding"),
    pattern:
      /\b(?:thong bao (?:y kien |ket luan )?.{0,160}\b(?:de|den) .{0,200}\b(?:biet|thuc hien|trien khai)|xin thong bao|tren day la)\b/,
  },
  {
    why: whyUnplaced("enacting"),
    pattern:
      /^(?:ban hanh .{0,300}kem theo|phe duyet kem|phe duyet .{0,200}(?:kem theo|quyet dinh nay)|cong bo kem|(?:quyet dinh|nghi quyet|chi thi|ke hoach|thong bao) nay (?:co hieu luc|thay the))/,
  },
  { why: whyUnplaced("enacting"), pattern: /^ban hanh /, ordersWhenTold: true },
  {
    why: whyUnplaced("enforcing"),
    pattern:
      /\bchiu trach nhiem (?:thi hanh|thuc hien) (?:quyet dinh|nghi quyet|chi thi|quy che|ke hoach) nay\b/,
  },
  {
    why: whyUnplaced("basis"),
    pattern:
      /^(?:can cu (?:luat|nghi|quyet|thong|ke hoach so|chi thi|chuong trinh|van ban|hien phap|phap lenh)|theo de nghi cua|xet de nghi|tren co so xem xet)/,
  },
];

/** Why a sentence is a formula of the document and not an order, for bodies told above it or for none; null when it is none. */
export function formulaReason(text: string, told: boolean): string | null {
  const folded = fold(text);
  const formula = formulas.find(
    ({ pattern, ordersWhenTold }) => pattern.test(folded) && !(told && ordersWhenTold),
  );
  return formula?.why ?? null;
}

/** Whether a sentence tells what was done: "đã …", "đạt …", praise. */
export function tellsThePast(text: string): boolean {
  return /\b(?:da (?:hoan thanh|trien khai|thuc hien|to chuc|ban hanh|dat|chu dong|co|duoc|nhanh chong|xay dung|tham muu)|danh gia cao|ghi nhan|bieu duong|hoan nghenh|tuy nhien|con (?:cham|han che|nhieu))\b/.test(
    fold(text),
  );
}
