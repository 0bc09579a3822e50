import { fold } from "../text/fold.ts";
import type { TaskFinding, UnclearFinding } from "./findings.ts";
import { vagueTimes } from "./order-words.ts";

/** The parts of a task that the six clears are judged by. */
export type JudgedTask = Pick<
  TaskFinding,
  "content" | "leads" | "leadText" | "time" | "schedule" | "result" | "approver" | "origin"
>;

/** Results that nobody can show: a state of things instead of a thing. */
const vagueResult =
  /\b(?:ngay cang|tung buoc|kip thoi|phu hop|hieu qua|day du|on dinh|tich cuc|dam bao theo quy dinh|theo quy dinh)\b/;
const namedProduct =
  /\b(?:bao cao|ke hoach|de an|quy che|quyet dinh|van ban|danh muc|chuong trinh|to trinh|co so du lieu|he thong|quy hoach|thoa thuan|hoi nghi|lop|du an|\d+)\b/;
const vagueContent =
  /^(?:tiep tuc )?(?:thuc hien|trien khai|phoi hop)(?: (?:tot|nghiem tuc|hieu qua|day du))*(?: cac)?(?: nhiem vu| noi dung| cong viec)?(?: khac)?(?: theo (?:chuc nang|quy dinh|phan cong|tham quyen|nhiem vu duoc giao)[a-z, ]*)?\.?$/;

/**
 * What the text of a task leaves missing or vague of the six clears ("6 rõ": người, việc, thời gian, trách nhiệm,
 * thẩm quyền, sản phẩm). Only faults of the text; what a unit fills in later (officer, leader in charge) is no fault.
 * `columns` says which columns the table has: a missing column is missed once for each row, like an empty cell.
 */
export function unclearOf(task: JudgedTask): readonly UnclearFinding[] {
  return [
    ...unclearWho(task),
    ...unclearWhat(task),
    ...unclearWhen(task),
    ...unclearPower(task),
    ...unclearProduct(task),
  ];
}

function unclearWho({ leads }: JudgedTask): readonly UnclearFinding[] {
  if (leads.length === 0) return [{ clear: "who", reason: "không nêu cơ quan, đơn vị chủ trì", words: null }];
  const related = leads.find((lead) => "collective" in lead && /\blien quan\b/.test(fold(lead.collective)));
  if (related) return [{ clear: "who", reason: "“liên quan” chưa xác định đơn vị nào", words: related.text }];
  const answering = leads.filter((lead) => lead.role === "standing" || lead.share !== null);
  if (leads.length > 1 && answering.length === 0)
    return [
      {
        clear: "responsible",
        reason: "nhiều đơn vị cùng chủ trì, chưa rõ đơn vị nào chịu trách nhiệm chính",
        words: leads.map((lead) => lead.text).join("; "),
      },
    ];
  return [];
}

function unclearWhat({ content }: JudgedTask): readonly UnclearFinding[] {
  const vague = vagueContent.test(fold(content).trim());
  return vague ? [{ clear: "what", reason: "chưa nêu việc cụ thể", words: content }] : [];
}

function unclearWhen({ time, schedule, content }: JudgedTask): readonly UnclearFinding[] {
  if (schedule !== null) return [];
  if (time !== null && time !== "")
    return [{ clear: "when", reason: "thời gian không xác định được thành kỳ hạn", words: time }];
  const vague = vagueTimes.exec(fold(content));
  const words = vague ? content.slice(vague.index, vague.index + vague[0].length) : null;
  return [
    {
      clear: "when",
      reason: words === null ? "không nêu thời gian thực hiện" : `“${words}” không phải là thời hạn`,
      words,
    },
  ];
}

function unclearPower({ content, approver }: JudgedTask): readonly UnclearFinding[] {
  const folded = fold(content);
  const at = folded.search(/\bcap (?:co )?tham quyen\b/);
  if (approver !== null || at < 0 || !/\b(?:trinh|bao cao|de xuat|kien nghi|tham muu)\b/.test(folded))
    return [];
  return [
    {
      clear: "empowered",
      reason: "“cấp có thẩm quyền” chưa nêu tên cơ quan quyết định",
      words: content.slice(at, at + 18).trim(),
    },
  ];
}

function unclearProduct({ result }: JudgedTask): readonly UnclearFinding[] {
  if (result === null || result.trim() === "")
    return [{ clear: "product", reason: "không nêu sản phẩm, kết quả phải đạt", words: null }];
  const folded = fold(result);
  const vague = vagueResult.exec(folded);
  if (!vague || namedProduct.test(folded)) return [];
  return [
    {
      clear: "product",
      reason: "kết quả không đo, đếm hay trình ra được",
      words: result.slice(vague.index, vague.index + vague[0].length),
    },
  ];
}
