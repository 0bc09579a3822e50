import { whyUnplaced } from "../language/unplaced-reasons.ts";
import { foldedKey } from "../text/fold.ts";

/**
 * What a section of a document is about. Only some order something: plans tell aims and past results at length before
 * they come to the duties.
 */
export type SectionKind = "duties" | "organisation" | "aims" | "results" | "funding" | "basis" | "neutral";

/** Patterns over folded headings; first match wins. Each with a sample. */
const headings: readonly { readonly kind: SectionKind; readonly pattern: RegExp }[] = [
  {
    kind: "organisation",
    pattern:
      /\bto chuc (?:thuc hien|trien khai|thi hanh)\b|^trach nhiem\b|\btrach nhiem (?:cua|thi hanh|to chuc)\b|\bphan cong (?:trach nhiem|nhiem vu|thuc hien|to chuc)\b|\bche do (?:thong tin,? )?bao cao\b/,
  }, // Tổ chức thực hiện
  {
    kind: "results",
    pattern:
      /\b(?:ket qua (?:dat duoc|thuc hien|trien khai|cong tac|noi bat)|tinh hinh|danh gia(?: chung)?|ton tai|han che|nguyen nhan|bai hoc|kho khan|uu diem|thuc trang|boi canh)\b/,
  }, // Kết quả đạt được
  {
    kind: "aims",
    pattern:
      /\bmuc dich\b|\bmuc tieu\b|\bquan diem\b|^(?:\w{1,4} )?yeu cau$|\bphuong cham\b|\btam nhin\b|\bsu can thiet\b|\bpham vi\b|\bdoi tuong\b|\bnguyen tac\b|\bgiai thich tu ngu\b|\bdu bao\b/,
  }, // Mục đích, yêu cầu
  { kind: "funding", pattern: /\b(?:kinh phi|nguon luc tai chinh|nguon von|du toan)\b/ }, // Kinh phí thực hiện
  { kind: "basis", pattern: /\b(?:can cu (?:phap ly|xay dung)|co so (?:phap ly|chinh tri))\b/ }, // Căn cứ pháp lý
  {
    kind: "duties",
    pattern:
      /\b(?:nhiem vu|giai phap|noi dung|cong viec|phuong huong|ket luan|y kien chi dao|hoat dong|ke hoach cong tac|de xuat|kien nghi)\b/,
  }, // Nhiệm vụ, giải pháp
];

/** The kind of section a heading opens. */
export function sectionKindOf(heading: string): SectionKind {
  const key = foldedKey(heading);
  return headings.find((candidate) => candidate.pattern.test(key))?.kind ?? "neutral";
}

/** Sections that tell something and order nothing, with the reason as shown to people. */
export const silentSections: Readonly<Partial<Record<SectionKind, string>>> = {
  aims: whyUnplaced("aims"),
  results: whyUnplaced("results"),
  basis: whyUnplaced("basis"),
};
