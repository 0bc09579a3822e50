import { counted } from "./language.ts";

/** Words of scans on their way into the register. */
const vi = {
  title: "Bản quét đang xử lý",
  declare: "Các tệp không chứa bí mật nhà nước",
  declareHelp: "Chỉ cần khi máy không đọc được trang đầu của bản quét; lời xác nhận được ghi vào nhật ký.",
  unnamed: (moment: string) => `Tệp gửi lúc ${moment}`,
  checking: "Đang kiểm tra dấu chỉ độ mật ở trang đầu; tệp còn trong khu vực cách ly",
  undeclared: (moment: string) =>
    `Máy không đọc được trang đầu, nên chưa biết có dấu chỉ độ mật hay không. Tệp nằm trong khu vực cách ly đến ${moment} rồi bị xóa.`,
  declareThis: "Xác nhận không chứa bí mật nhà nước",
  next: "Sắp được đọc",
  place: (before: string) => `Còn ${before} bản quét đứng trước`,
  pages: (count: string) => `${count} trang`,
  page: (done: string, all: string) => `Đã đọc ${done}/${all} trang`,
  pace: (count: string) => `${count} trang/phút`,
  left: (words: string) => `còn khoảng ${words}`,
  seconds: (count: string) => `${count} giây`,
  minutes: (count: string) => `${count} phút`,
  hours: (count: string) => `${count} giờ`,
  mayLeave: "Có thể rời trang này; việc đọc vẫn tiếp tục.",
  cancel: "Hủy",
  cancelled: "Đã hủy theo yêu cầu.",
  retry: "Đọc lại",
  remove: "Bỏ khỏi danh sách",
};

const en: typeof vi = {
  title: "Scans under way",
  declare: "The files hold no state secrets",
  declareHelp: "Needed only where this machine cannot read the first page of a scan; your word is logged.",
  unnamed: (moment) => `A file sent ${moment}`,
  checking: "The first page is looked through for secrecy marks; the file is still in the quarantine",
  undeclared: (moment) =>
    `This machine cannot read the first page, so nobody knows whether it bears a secrecy mark. The file stays in the quarantine until ${moment} and is removed then.`,
  declareThis: "Declare that it holds no state secrets",
  next: "Next to be read",
  place: (before) => (before === "1" ? "1 scan before it" : `${before} scans before it`),
  pages: (count) => (count === "1" ? "1 page" : `${count} pages`),
  page: (done, all) => `${done} of ${all} pages read`,
  pace: (count) => counted(count, "page a minute", "pages a minute"),
  left: (words) => `about ${words} left`,
  seconds: (count) => `${count} s`,
  minutes: (count) => `${count} min`,
  hours: (count) => `${count} h`,
  mayLeave: "You may leave this page; reading goes on.",
  cancel: "Call off",
  cancelled: "Called off as you asked.",
  retry: "Read again",
  remove: "Take off the list",
};

export const scanWords = { vi, en };
