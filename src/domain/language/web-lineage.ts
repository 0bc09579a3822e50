/** Words of lineage: how a task was given, again and otherwise. */
const vi = {
  title: "Quá trình chỉ đạo",
  proposed: "Có thể là việc đã giao",
  kinds: {
    first: "Giao lần đầu",
    repeats: "Giao lại",
    hastens: "Đôn đốc",
    amends: "Sửa đổi",
    replaces: "Thay thế",
    withdraws: "Thu hồi",
    follows: "Chỉ đạo tiếp",
    plan: "Đưa vào kế hoạch",
    submission: "Đơn vị trình",
    issue: "Ban hành",
    order: "Chỉ đạo tại văn bản khác",
    report: "Nêu trong báo cáo",
  },
  kind: "Quan hệ với việc đã giao",
  here: "Văn bản này",
  earlier: "Đã giao",
  due: (day: string) => `hạn ${day}`,
  before: (day: string) => `hạn trước ngày ${day}`,
  noDue: "không đặt hạn",
  firstDue: (day: string) => `hạn đầu ${day}`,
  given: (day: string) => `giao ngày ${day}`,
  times: (count: string) => `đã giao ${count} lần`,
  why: "Vì",
  reasons: {
    product: (_: string) => "cùng một sản phẩm",
    words: (words: string) => `cùng câu chữ “${words}”`,
    names: (words: string) => `cùng nêu ${words}`,
    numbers: (words: string) => `cùng dẫn ${words}`,
    leads: (_: string) => "cùng đơn vị chủ trì",
    cites: (words: string) => `văn bản này dẫn ${words}`,
    ground: (words: string) => `căn cứ ${words}`,
    newDay: (_: string) => "đặt hạn mới",
  },
  link: "Liên kết",
  note: "Ghi vào quá trình",
  refuse: "Không phải việc này",
  amendTitle: "Nội dung nhiệm vụ sau khi sửa",
  amendText: "Nhiệm vụ giữ nguyên tiến độ. Chọn nội dung dùng từ nay:",
  keepWords: "Giữ nội dung cũ",
  newWords: "Dùng nội dung mới",
  withdrawTitle: "Rút nhiệm vụ này?",
  withdrawText: "Văn bản nói thu hồi hoặc dừng việc này. Tiến độ đã ghi vẫn còn trong lịch sử.",
  withdraw: "Rút nhiệm vụ",
  keepTask: "Chỉ ghi nhận, chưa rút",
  documentTitle: "Văn bản này và việc đã giao",
  issue: "Là sản phẩm của nhiệm vụ:",
  submission: (number: string, day: string | null) =>
    `Đơn vị đã trình tại ${number}${day === null ? "" : ` ngày ${day}`}, cho nhiệm vụ:`,
  report: "Có nêu nhiệm vụ:",
  again: (time: number) => (time === 1 ? "" : `lần thứ ${ordinal(time)}`),
  summary: (days: readonly string[], time: number) =>
    days.length < 2 && time < 2
      ? ""
      : [
          ...days.map((day, at) => (at === 0 ? `đặt hạn ${day}` : `lại ${day}`)),
          ...(time > 1 ? [`giao lần thứ ${ordinal(time)}`] : []),
        ].join(", "),
  paper: (number: string) => `Văn bản ${number}`,
  confirmed: (who: string, moment: string) => `${who} xác nhận ${moment}`,
  remove: "Bỏ",
  noDay: "không rõ ngày",
  /** What the history of a task says of it. */
  changes: {
    "link-finding": "Giao lại hoặc chỉ đạo thêm",
    "unlink-finding": "Bỏ liên kết với chỉ đạo sau",
    "note-document": "Ghi vào quá trình chỉ đạo",
    "remove-note": "Bỏ khỏi quá trình chỉ đạo",
    "join-task": "Nhập hai nhiệm vụ là một",
    "unjoin-task": "Tách nhiệm vụ đã nhập",
    "answer-question": "Trả lời về văn bản thay thế hoặc kế hoạch",
  } as Readonly<Record<string, string>>,
  joinedFrom: (ref: string) => `nhập từ nhiệm vụ ${ref}`,
};

/** "hai", "ba", "tư" (a fourth time is "lần thứ tư"), from eleven on in figures. */
function ordinal(time: number): string {
  return ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"][time - 1] ?? String(time);
}

const en: typeof vi = {
  title: "Lineage",
  proposed: "May be work that was given before",
  kinds: {
    first: "First given",
    repeats: "Given again",
    hastens: "Hastened",
    amends: "Amended",
    replaces: "Replaced",
    withdraws: "Withdrawn",
    follows: "Further order",
    plan: "Taken up in a plan",
    submission: "Submitted by the unit",
    issue: "Issued",
    order: "Ordered in another document",
    report: "Told of in a report",
  },
  kind: "What it does to the earlier work",
  here: "This document",
  earlier: "Given before",
  due: (day) => `due ${day}`,
  before: (day) => `due before ${day}`,
  noDue: "no day set",
  firstDue: (day) => `first due ${day}`,
  given: (day) => `given ${day}`,
  times: (count) => `given ${count} times`,
  why: "Because",
  reasons: {
    product: () => "the same product",
    words: (words) => `the same words “${words}”`,
    names: (words) => `both name ${words}`,
    numbers: (words) => `both cite ${words}`,
    leads: () => "the same lead unit",
    cites: (words) => `this document cites ${words}`,
    ground: (words) => `its ground is ${words}`,
    newDay: () => "a new day is set",
  },
  link: "Link",
  note: "Note in the lineage",
  refuse: "Not the same",
  amendTitle: "The words of the task from now on",
  amendText: "The task keeps its progress. Choose the words that hold from now on:",
  keepWords: "Keep the old words",
  newWords: "Use the new words",
  withdrawTitle: "Withdraw this task?",
  withdrawText:
    "The document says that this work is withdrawn or stopped. What was recorded stays in the history.",
  withdraw: "Withdraw the task",
  keepTask: "Only note it, do not withdraw",
  documentTitle: "This document and work given before",
  issue: "Is the product of the task:",
  submission: (number, day) =>
    `The unit submitted by ${number}${day === null ? "" : ` of ${day}`}, for the task:`,
  report: "Tells of the task:",
  again: (time) => (time === 1 ? "" : `time ${time}`),
  summary: (days, time) =>
    days.length < 2 && time < 2
      ? ""
      : [
          ...days.map((day, at) => (at === 0 ? `set for ${day}` : `again for ${day}`)),
          ...(time > 1 ? [`given ${time} times`] : []),
        ].join(", "),
  paper: (number) => `Document ${number}`,
  confirmed: (who, moment) => `confirmed by ${who}, ${moment}`,
  remove: "Take out",
  noDay: "day not known",
  changes: {
    "link-finding": "Given again, or a further order",
    "unlink-finding": "A link with a later directive was taken back",
    "note-document": "Noted in the lineage",
    "remove-note": "Taken out of the lineage",
    "join-task": "Two tasks that are one were joined",
    "unjoin-task": "A joined task was taken apart",
    "answer-question": "Answered about a replacing document or a plan",
  },
  joinedFrom: (ref) => `came from task ${ref}`,
};

export const lineageWords = { vi, en };
export type LineageWords = typeof vi;
