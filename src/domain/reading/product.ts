import { fold } from "../text/fold.ts";

const makes =
  "(?:xay dung(?:,? (?:va )?(?:ban hanh|trinh))?|hoan (?:thien|chinh|thanh)|ban hanh|lap|trinh(?: (?:ubnd|uy ban)[a-z ]{0,24})?|soan thao|tham muu(?: [a-z ]{0,30})?(?: ban hanh)?|thiet lap|xay dung moi|co|gui|bao cao)";
const things =
  "(?:du thao [a-z]+|ke hoach|de an|quy che|quy dinh|quy trinh|bao cao|to trinh|danh muc|chuong trinh|phuong an|nghi quyet|quyet dinh|chi thi|thong tu|nghi dinh|huong dan|co so du lieu|trang thong tin|cong thong tin|de xuat|bieu mau|bo (?:tieu chi|chi so|tai lieu)|tai lieu|van ban|du an|thoa thuan|cam nang|he thong|du toan|mo hinh|ket qua)";
const product = new RegExp(
  `\\b${makes} (?:(?:noi dung|cac|nhung|mot so|duoc|day du|chi tiet|ngay|hoan chinh) )?(${things}\\b)`,
);
const ends =
  /[.,;:(]|\s(?:de|nham|truoc ngay|truoc|trong thang|trong quy|cham nhat|theo quy dinh|gui|bao cao|trinh|va to chuc|va trien khai|cho)\s/;

/**
 * The product a sentence names: a document or a system that is to be made ("xây dựng Kế hoạch …"), in its own words
 * up to where the phrase ends. Null when none is named.
 */
export function productOf(words: string): string | null {
  const folded = fold(words);
  const match = product.exec(folded);
  const thing = match?.[1];
  if (!match || thing === undefined) return null;
  const from = match.index + match[0].length - thing.length;
  const after = from + thing.length;
  const end = ends.exec(folded.slice(after));
  const text = words.slice(from, end ? after + end.index : words.length).trim();
  return text.length > 4 ? text.slice(0, 300) : null;
}
