import { counted } from "./language.ts";

/** Words of carrying half-done tasks of a replaced document over to tasks of the new one. */
const vi = {
  carrySure: (count: string) => `Chuyển tiếp ${count} việc chắc chắn`,
  carry: "Chuyển tiếp",
  into: "Chuyển tiếp sang việc của văn bản này",
  choose: "chọn việc",
  likely: (score: string) => `giống ${score}/100`,
  noLike: "Không thấy việc tương ứng trong văn bản này.",
  nothingYet: "Rà soát và nhận các mục của văn bản này trước, rồi mới có việc để chuyển tiếp sang.",
  keys: "Phím: J, K chọn việc; Enter chuyển tiếp; G vẫn thực hiện; R rút.",
  list: "Việc chờ trả lời",
  done: (count: string) => `Đã chuyển tiếp ${count} việc; báo cáo, sản phẩm và hạn đầu đi theo.`,
  undo: "Hoàn tác",
  answered: (carried: string, kept: string, withdrawn: string) =>
    `Đã trả lời: ${carried} chuyển tiếp, ${kept} vẫn thực hiện, ${withdrawn} rút`,
  answers: { kept: "Vẫn thực hiện", carriedOver: "Chuyển tiếp", withdrawn: "Đã rút" },
  intoTask: (ref: string) => `sang nhiệm vụ ${ref}`,
  refused: (count: string) => `${count} việc chưa thực hiện được:`,
  waiting: "Đang ghi…",
};

const en: typeof vi = {
  carrySure: (count) => `Carry ${count} sure ones over`,
  carry: "Carry over",
  into: "Carry over to a task of this document",
  choose: "choose a task",
  likely: (score) => `${score}/100 alike`,
  noLike: "No task of this document is like it.",
  nothingYet: "Review and accept the items of this document first; then there are tasks to carry over to.",
  keys: "Keys: J, K choose; Enter carries over; G keeps; R withdraws.",
  list: "Tasks that await an answer",
  done: (count) =>
    counted(
      count,
      "task carried over, with its reports, products and first day.",
      "tasks carried over, with their reports, products and first days.",
    ),
  undo: "Undo",
  answered: (carried, kept, withdrawn) =>
    `Answered: ${carried} carried over, ${kept} kept, ${withdrawn} withdrawn`,
  answers: { kept: "Kept", carriedOver: "Carried over", withdrawn: "Withdrawn" },
  intoTask: (ref) => `to task ${ref}`,
  refused: (count) => `${count} could not be done:`,
  waiting: "Writing…",
};

export const carryWords = { vi, en };
