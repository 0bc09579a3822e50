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
  "unit.changed-meanwhile": {
    status: 409,
    vi: "Có người vừa sửa {name} trong khi trang này đang mở. Đề nghị tải lại, xem nội dung mới rồi sửa tiếp.",
    en: "Somebody changed {name} while this page was open. Please load it again, look at what is new, and go on.",
  },
  "unit.code-102-wrong": {
    status: 422,
    vi: "Mã {code} không đúng dạng của QCVN 102: 13 ký tự như 000.00.15.H21. Đề nghị kiểm tra lại.",
    en: "The code {code} does not have the form of QCVN 102: 13 characters like 000.00.15.H21. Please check it.",
  },
  "unit.code-20-wrong": {
    status: 422,
    vi: "Mã {code} không đúng dạng của Quyết định 20/2020/QĐ-TTg: cấp 1 đứng đầu, các cấp cách nhau bằng dấu chấm, không quá 35 ký tự, như H21.15. Đề nghị kiểm tra lại.",
    en: "The code {code} does not have the form of Decision 20/2020/QĐ-TTg: the first level first, levels parted by dots, 35 characters at most, like H21.15. Please check it.",
  },
  "unit.code-days": {
    status: 422,
    vi: "Mã {code} có ngày hết hiệu lực trước ngày bắt đầu. Đề nghị sửa lại ngày.",
    en: "The code {code} ends before it begins. Please correct its days.",
  },
  "unit.code-overlap": {
    status: 422,
    vi: "Mã {code} và mã {other} cùng có hiệu lực trong một ngày. Mỗi ngày một đơn vị chỉ có một mã trong mỗi hệ thống; đề nghị sửa lại ngày.",
    en: "The codes {code} and {other} are valid on one day. A unit has one code of a system on a day; please correct the days.",
  },
  "unit.code-taken": {
    status: 409,
    vi: "Mã {code} đang là mã của {name}. Đề nghị kiểm tra mã, hoặc ghi ngày hết hiệu lực cho đơn vị kia trước.",
    en: "The code {code} is that of {name}. Please check it, or end it there first.",
  },
  "unit.task-not-moving": {
    status: 409,
    vi: "Có nhiệm vụ được chia mà đơn vị này không còn giữ, hoặc chia cho đơn vị không kế thừa. Đề nghị xem lại phần nhiệm vụ chuyển đi.",
    en: "A task was given that the unit does not hold any more, or to a unit that is no heir. Please look at the tasks that move again.",
  },
  "unit.nothing-to-choose": {
    status: 409,
    vi: "Phần việc này đã có đơn vị nhận. Đề nghị tải lại trang.",
    en: "Somebody has said already who takes this part. Please load the page again.",
  },
  "unit.not-heir": {
    status: 422,
    vi: "Đơn vị được chọn không kế thừa đơn vị đã chia tách. Đề nghị chọn một trong các đơn vị được nêu.",
    en: "The chosen unit is no successor of the one that was split. Please choose one of those named.",
  },
  "unit.plan-there": {
    status: 409,
    vi: "{name} đã có một thay đổi sẽ có hiệu lực từ {on}. Đề nghị hủy thay đổi đó trước, hoặc đợi đến sau ngày đó.",
    en: "{name} has a change already that takes effect on {on}. Please cancel that one first, or wait until it is made.",
  },
  "unit.plan-unknown": {
    status: 404,
    vi: "Không có thay đổi dự kiến này[ ({id})], có thể đã có hiệu lực hoặc đã được hủy. Đề nghị tải lại trang.",
    en: "There is no such planned change[ ({id})]; it may have been made or cancelled. Please load the page again.",
  },
  "unit.moves-changed": {
    status: 409,
    vi: "Từ khi xem trước đến nay phần chuyển đi đã khác: hiện có {tasks} nhiệm vụ, {posts} chức vụ. Đề nghị xem lại rồi ghi.",
    en: "What moves has changed since the preview: {tasks} tasks and {posts} posts by now. Please look at it again, then record it.",
  },
  "unit.renamed-that-day": {
    status: 409,
    vi: "Đơn vị đã đổi tên một lần từ chính ngày này (tên cũ: {name}). Đề nghị hoàn tác lần đổi tên đó hoặc chọn ngày khác.",
    en: "The unit was renamed from this very day already (its name before: {name}). Please take that back or choose another day.",
  },
  "unit.change-unknown": {
    status: 404,
    vi: "Không có lần thay đổi này[ ({id})], có thể đã được hoàn tác. Đề nghị tải lại trang.",
    en: "There is no such change[ ({id})]; it may have been taken back. Please load the page again.",
  },
  "unit.change-first": {
    status: 409,
    vi: "Thay đổi này có sẵn khi lập sổ của tỉnh nên không hoàn tác được.",
    en: "This change came with the province and cannot be taken back.",
  },
  "unit.change-followed": {
    status: 409,
    vi: "Sau lần này, đơn vị còn có thay đổi khác. Đề nghị hoàn tác lần sau cùng trước.",
    en: "Another change of its units came after this one. Please take the latest back first.",
  },
  "unit.change-used": {
    status: 409,
    vi: "Không hoàn tác được vì sau thay đổi đã có việc mới dựa trên nó: {tasks} nhiệm vụ, {people} chức vụ, {units} đơn vị, {records} bản ghi hợp tác. Đề nghị ghi một thay đổi mới.",
    en: "It cannot be taken back, since things were done on it afterwards: {tasks} tasks, {people} posts, {units} units, {records} records of cooperation. Please record a new change.",
  },
  "unit.collective-unknown": {
    status: 404,
    vi: "Không có nhóm cơ quan này[ ({id})]. Đề nghị tải lại trang.",
    en: "There is no such collective[ ({id})]. Please load the page again.",
  },
  "unit.collective-name-taken": {
    status: 409,
    vi: "Đã có nhóm tên {name}. Đề nghị đặt tên khác, hoặc dùng nhóm đã có.",
    en: "There is a collective called {name} already. Please choose another name, or use the one that is there.",
  },
  "unit.wording-open": {
    status: 422,
    vi: "“{wording}” để ngỏ: chỉ biết đơn vị nào khi cơ quan chủ trì nêu tên, nên không gắn với nhóm nào được. Đề nghị ghi tên từng đơn vị vào nhiệm vụ.",
    en: "“{wording}” leaves open who is meant until the leading body names them, so it is bound to no collective. Please name the units in each task.",
  },
  "unit.wording-unknown": {
    status: 404,
    vi: "Không nhiệm vụ nào gọi như vậy. Đề nghị tải lại trang.",
    en: "No task uses these words. Please load the page again.",
  },
  "unit.unit-closed": {
    status: 422,
    vi: "{name} không hoạt động vào ngày giao của nhiệm vụ nào gọi tên này. Đề nghị chọn đơn vị có vào ngày đó.",
    en: "{name} does not exist on the day of any task that uses this name. Please choose a unit of that day.",
  },
} as const satisfies Record<string, Bilingual & { readonly status: number }>;
