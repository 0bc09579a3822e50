import type { Bilingual } from "./language.ts";

/** What cannot be done with units, collectives and people. */
export const unitFailures = {
  "unit.unknown": {
    status: 404,
    vi: "Không có cơ quan, đơn vị này trong tỉnh[ ({id})]. Đề nghị tải lại danh sách đơn vị.",
    en: "The province has no such unit[ ({id})]. Please load the list of units again.",
  },
  "unit.closed": {
    status: 422,
    vi: "{name} không hoạt động ngay trước và trong ngày {on}. Đề nghị kiểm tra ngày hiệu lực, hoặc chọn đơn vị kế thừa.",
    en: "{name} does not exist just before and on {on}. Please check the day of effect, or choose its successor.",
  },
  "unit.name-empty": {
    status: 422,
    vi: "Chưa có tên đơn vị. Đề nghị nhập tên.",
    en: "The unit has no name. Please enter one.",
  },
  "unit.name-taken": {
    status: 409,
    vi: "Cùng cấp trên đã có đơn vị tên {name}. Đề nghị đặt tên khác, hoặc dùng đơn vị đã có.",
    en: "There is already a unit called {name} in the same place. Please choose another name, or use the one that is there.",
  },
  "unit.parts-wrong": {
    status: 422,
    vi: "Các đơn vị đã chọn chưa thành một lần thay đổi ({kind}): sáp nhập cần từ hai đơn vị, chia tách cần từ hai đơn vị mới, không đơn vị nào chọn hai lần.",
    en: "The chosen units do not make a change ({kind}): a merger needs two units or more, a split two heirs or more, and none may be chosen twice.",
  },
  "unit.ring": {
    status: 422,
    vi: "Không thể đặt một đơn vị dưới chính nó hoặc dưới đơn vị trực thuộc nó.",
    en: "A unit cannot stand below itself or below one of its own parts.",
  },
} as const satisfies Record<string, Bilingual & { readonly status: number }>;
