import type { AddresseeRole } from "./addressee.ts";
import { addName, emptyIndex, namesAt } from "./name-index.ts";
import { adjacent, type Scene } from "./scene.ts";

/** Words in a list of bodies that say what they do in the task, not who they are. */
export type Remark =
  | { readonly kind: "role"; readonly role: AddresseeRole; readonly end: number; readonly announces: boolean }
  | { readonly kind: "share"; readonly share: string; readonly end: number }
  | { readonly kind: "prefix"; readonly end: number };

interface RoleWord {
  readonly role: AddresseeRole;
  /** Always speaks of what comes after it: "phối hợp với", "trình". */
  readonly announces: boolean;
}

const roleWords = emptyIndex<RoleWord>();
for (const [role, announces, phrases] of [
  [
    "lead",
    false,
    "chủ trì|cơ quan chủ trì|đơn vị chủ trì|chủ trì thực hiện|cơ quan chủ trì thực hiện|đơn vị chủ trì thực hiện|chịu trách nhiệm chính|đầu mối|làm đầu mối|cơ quan đầu mối|đơn vị đầu mối|là cơ quan đầu mối|là đơn vị đầu mối|là cơ quan chủ trì|cơ quan thực hiện|đơn vị thực hiện|chủ trì tham mưu|cơ quan tham mưu|đồng chủ trì|cơ quan chịu trách nhiệm|đơn vị chịu trách nhiệm|thực hiện|tổ chức thực hiện|triển khai thực hiện|tổ chức triển khai|tổ chức triển khai thực hiện",
  ],
  [
    "standing",
    false,
    "thường trực|cơ quan thường trực|là cơ quan thường trực|đơn vị thường trực|là đơn vị thường trực",
  ],
  ["directs", false, "chỉ đạo|cơ quan chỉ đạo|chỉ đạo chung|chỉ đạo thực hiện|lãnh đạo, chỉ đạo"],
  [
    "supervises",
    false,
    "giám sát|cơ quan giám sát|theo dõi, giám sát|kiểm tra, giám sát|giám sát, phản biện|giám sát việc thực hiện",
  ],
  [
    "approves",
    false,
    "phê duyệt|cơ quan phê duyệt|cấp phê duyệt|xem xét, phê duyệt|cấp có thẩm quyền phê duyệt|thẩm quyền phê duyệt|quyết định|xem xét, quyết định",
  ],
  ["approves", true, "trình"],
  [
    "with",
    false,
    "phối hợp|cơ quan phối hợp|đơn vị phối hợp|phối hợp thực hiện|cùng phối hợp|đơn vị phối hợp thực hiện|cơ quan phối hợp thực hiện|tham gia|chủ trì, phối hợp|là cơ quan phối hợp|là đơn vị phối hợp|cùng thực hiện",
  ],
  [
    "with",
    true,
    "phối hợp với|phối hợp cùng|chủ trì, phối hợp với|chủ trì, phối hợp cùng|chủ trì phối hợp chặt chẽ với|phối hợp chặt chẽ với",
  ],
] as const)
  for (const phrase of phrases.split("|")) addName(roleWords, phrase, { role, announces });

const prefixes = emptyIndex<true>();
for (const phrase of "đề nghị|giao|yêu cầu|kính đề nghị|mời|giao cho|do|gồm|bao gồm|gồm có|trân trọng đề nghị|đồng chí|ủy quyền cho|phân công".split(
  "|",
))
  addName(prefixes, phrase, true);

const shareOpens =
  /^theo (phần việc|chức năng|thẩm quyền|lĩnh vực|phân công|nhiệm vụ|phạm vi|quy định|sự phân công|địa bàn)/iu;

/** The remark that begins at word `i`, or null. `follows`: whether a body stands before it in the same item. */
export function remarkAt(scene: Scene, i: number, follows: boolean): Remark | null {
  const word = scene.words[i];
  if (!word) return null;
  const share = shareAt(scene, i);
  if (share) return share;
  const role = namesAt(roleWords, scene.words, i)[0];
  const meant = role?.values[0];
  if (role && meant) {
    const next = scene.words[role.end];
    const colon = next !== undefined && /^\s*:/.test(next.gap);
    // "Cục Quản lý, giám sát bảo hiểm": after a comma a role word that words follow is part of a name.
    if (follows && /,/.test(word.gap) && !meant.announces && meant.role !== "with" && meant.role !== "lead")
      if (next !== undefined && adjacent(next)) return null;
    const bodyNext = next !== undefined && adjacent(next) && meant.role === "with";
    return {
      kind: "role",
      role: meant.role,
      end: role.end,
      announces: meant.announces || colon || !follows || bodyNext,
    };
  }
  const prefix = namesAt(prefixes, scene.words, i)[0];
  // "giáo dục" does not begin with "giao".
  const isOther = prefix?.end === i + 1 && word.text.toLowerCase() !== word.key;
  return prefix && !follows && !isOther ? { kind: "prefix", end: prefix.end } : null;
}

function shareAt(scene: Scene, i: number): Remark | null {
  const word = scene.words[i];
  const rest = scene.text.slice(word?.start);
  const part = /^\d+([.,]\d+)?\s*%/.exec(rest) ?? /^theo [^;\n()]*/iu.exec(rest);
  if (!word || !part || !(part[0].endsWith("%") || shareOpens.test(rest))) return null;
  let end = i;
  while (end < scene.words.length && (scene.words[end]?.end ?? 0) <= word.start + part[0].length) end++;
  return { kind: "share", share: part[0].trim().replace(/[,.]$/, ""), end };
}
