/** Words of the search over everything. */
const vi = {
  field: "Tìm nhiệm vụ, văn bản, hợp tác, đơn vị, người, mục",
  example: "VD: 1520/QĐ-UBND, SNgV, đoàn ra, Nguyễn Thị Mai",
  results: "Kết quả tìm",
  found: (count: string) => `${count} kết quả`,
  searching: "Đang tìm",
  none: (typed: string) => `Không tìm thấy “${typed}”`,
  noneText:
    "Thử ít từ hơn, hoặc chỉ gõ số của văn bản. Có thể gõ không dấu và viết tắt (SNgV, UBND). Chỉ tìm trong những gì bạn được xem.",
  opened: (things: number): string =>
    things > 0
      ? "Đã mở gần đây"
      : "Gõ để tìm. Có thể gõ không dấu, viết tắt (SNgV, UBND), số văn bản viết kiểu nào cũng được.",
  kinds: {
    document: "Văn bản",
    unit: "Cơ quan, đơn vị",
    record: "Hợp tác",
    person: "Người dùng",
    task: "Nhiệm vụ",
  },
  places: "Mục của chương trình",
  all: (list: string) => `Xem tất cả trong danh sách: ${list}`,
  keys: "↑ ↓ chọn · Enter mở · Ctrl Enter mở thẻ mới · Esc đóng",
  further: {
    importing: "Nhập văn bản",
    unplaced: "Chưa xếp được",
    byUnit: "Nhiệm vụ theo đơn vị",
    timeline: "Nhiệm vụ theo thời gian",
    letters: "Văn bản đôn đốc",
    meeting: "Danh sách giao ban",
    collectives: "Tập thể cơ quan, đơn vị",
    rights: "Bảng quyền",
    keys: "Khóa cho chương trình khác",
    dutySettings: "Thiết lập phần việc",
    urgingSettings: "Thiết lập đôn đốc",
    days: "Ngày nghỉ",
    messages: "Tin nhắc việc",
    calendar: "Lịch hợp tác",
  },
};

const en: typeof vi = {
  field: "Search tasks, documents, cooperation, units, people, places",
  example: "E.g. 1520/QĐ-UBND, SNgV, delegations, Nguyễn Thị Mai",
  results: "What was found",
  found: (count) => `${count} found`,
  searching: "Searching",
  none: (typed) => `Nothing found for “${typed}”`,
  noneText:
    "Try fewer words, or the number of the document alone. Accents may be left out and abbreviations typed (SNgV, UBND). Only what you may see is searched.",
  opened: (things) =>
    things > 0
      ? "Opened lately"
      : "Type to search. Accents may be left out; abbreviations (SNgV, UBND) and numbers in any form will do.",
  kinds: {
    document: "Documents",
    unit: "Bodies and units",
    record: "Cooperation",
    person: "People",
    task: "Tasks",
  },
  places: "Places of the program",
  all: (list) => `See all in the list: ${list}`,
  keys: "↑ ↓ choose · Enter open · Ctrl Enter in a new tab · Esc close",
  further: {
    importing: "Import documents",
    unplaced: "Not placed",
    byUnit: "Tasks by unit",
    timeline: "Tasks over time",
    letters: "Letters of urging",
    meeting: "List for the meeting",
    collectives: "Collectives of units",
    rights: "Table of rights",
    keys: "Keys for other programs",
    dutySettings: "Settings of duties",
    urgingSettings: "Settings of urging",
    days: "Days off",
    messages: "Messages",
    calendar: "Calendar of cooperation",
  },
};

export const searchWords = { vi, en };
