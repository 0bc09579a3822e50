import { counted } from "./language.ts";

/** Words of the sample: offering it, filling it in, saying that it is one, and clearing it away. */
const vi = {
  open: "Mở bản mẫu Gia Lai",
  holds:
    "5 văn bản in từ dữ kiện của tỉnh: khoảng 120 nhiệm vụ đã rà soát, tiến độ đến nay, và một thông báo còn 12 mục để thử rà soát. Xóa được bất cứ lúc nào.",
  offer: "Chưa có sẵn văn bản?",
  dropHelp: "Quyết định, thông báo, kế hoạch: .docx, .pdf, .xlsx, .html, .txt.",
  secrecy: "Không tải lên văn bản có bí mật nhà nước.",
  filling: "Đang nạp bản mẫu Gia Lai",
  fillingText: "Có thể rời trang này; việc nạp vẫn tiếp tục.",
  step: {
    reading: (done: string, of: string) => `Đọc văn bản ${done}/${of}`,
    reviewing: (done: string, of: string) => `Rà soát văn bản ${done}/${of}`,
    recording: (done: string, of: string) => `Ghi tiến độ của văn bản ${done}/${of}`,
  },
  stopped: "Bản mẫu mới nạp được một phần",
  stoppedText: "Nạp tiếp từ chỗ đã dừng; không có gì bị nhập trùng.",
  goOn: "Nạp tiếp",
  note: "Dữ liệu mẫu",
  noteShort: "Mẫu",
  noteTitle: "Sổ này chứa dữ liệu mẫu. Bấm để xem hoặc xóa",
  dialog: "Dữ liệu mẫu",
  about: "Sổ này đang chứa bản mẫu Gia Lai: dữ kiện thật, lời văn và phần lớn tiến độ là giả định.",
  goes: (documents: string, tasks: string) => `Xóa sẽ bỏ ${documents} văn bản và ${tasks} nhiệm vụ.`,
  own: (count: string) => `Trong đó có ${count} văn bản do người dùng nhập:`,
  stays: "Lịch sử thao tác, đơn vị và tài khoản được giữ lại. Không hoàn tác được.",
  clear: "Xóa tất cả, bắt đầu sổ mới",
  keep: "Giữ lại",
};

const en: typeof vi = {
  open: "Open the sample of Gia Lai",
  holds:
    "5 documents printed from facts of the province: some 120 reviewed tasks, what was done so far, and a notice with 12 items left to try the review. It can be cleared at any time.",
  offer: "No document at hand?",
  dropHelp: "Decisions, notices, plans: .docx, .pdf, .xlsx, .html, .txt.",
  secrecy: "Do not upload documents with state secrets.",
  filling: "Filling in the sample of Gia Lai",
  fillingText: "You may leave this page; it goes on by itself.",
  step: {
    reading: (done, of) => `Reading document ${done} of ${of}`,
    reviewing: (done, of) => `Reviewing document ${done} of ${of}`,
    recording: (done, of) => `Recording what was done, document ${done} of ${of}`,
  },
  stopped: "The sample is filled in only in part",
  stoppedText: "It goes on where it stopped; nothing enters twice.",
  goOn: "Go on",
  note: "Sample data",
  noteShort: "Sample",
  noteTitle: "This register holds sample data. Press to see or clear it",
  dialog: "Sample data",
  about:
    "This register holds the sample of Gia Lai: real facts; the wording and most of the progress are invented.",
  goes: (documents, tasks) =>
    `Clearing takes away ${counted(documents, "document and", "documents and")} ${counted(tasks, "task.", "tasks.")}`,
  own: (count) =>
    `Among them ${counted(count, "document that people imported:", "documents that people imported:")}`,
  stays: "The history, the units and the accounts stay. This cannot be undone.",
  clear: "Clear it all, begin a new register",
  keep: "Keep it",
};

export const sampleWords = { vi, en };
