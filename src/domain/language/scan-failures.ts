import type { Bilingual } from "./language.ts";

/** What can happen to scans on their way into the register. */
export const scanFailures = {
  "scan.not-found": {
    status: 404,
    vi: "Không còn bản quét này trong hàng chờ. Đề nghị tải lại trang.",
    en: "This scan is no longer in the queue. Please load the page again.",
  },
  "scan.over": {
    status: 409,
    vi: "Bản quét này đã xử lý xong hoặc đã hủy nên không đổi được nữa. Đề nghị tải lại trang.",
    en: "This scan is done or called off already and cannot be changed any more. Please load the page again.",
  },
  "scan.gave-up": {
    status: 422,
    vi: "Đã thử đọc bản quét này {tries} lần, lần nào chương trình đọc cũng bị ngắt, nên không thử nữa. Các tệp khác không bị ảnh hưởng. Đề nghị quét lại, chia tệp thành nhiều phần nhỏ, hoặc gửi bản .docx.",
    en: "Reading this scan was tried {tries} times and broke off each time, so it is not tried again. No other file is affected. Please scan it again, split the file into smaller parts, or send the .docx.",
  },
  "scan.file-lost": {
    status: 422,
    vi: "Kho tệp của máy đang đọc không có tệp này. Đề nghị gửi lại; nếu máy đọc là máy khác, đề nghị quản trị viên cho máy ấy dùng chung thư mục dữ liệu (SAURO_DATA).",
    en: "The machine that reads does not find this file in its file store. Please send it again; where another machine reads, the administrator should let it share the data folder (SAURO_DATA).",
  },
  "scan.swept": {
    status: 422,
    vi: "Tệp chờ quá một ngày mà chưa ai xác nhận không chứa bí mật nhà nước nên đã xóa khỏi khu vực cách ly. Đề nghị gửi lại khi cần.",
    en: "For a day nobody declared that the file holds no state secrets, so it was removed from the quarantine. Please send it again when it is needed.",
  },
} as const satisfies Readonly<Record<string, Bilingual & { readonly status: number }>>;
