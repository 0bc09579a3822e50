import type { Bilingual } from "./language.ts";

/** What the door of the web application refuses: who may come in, from where, with how much. */
export const webFailures = {
  "server.wrong-host": {
    status: 421,
    vi: "Địa chỉ {host} không phải địa chỉ của hệ thống. Đề nghị mở đúng địa chỉ, hoặc khai báo thêm địa chỉ này trên máy chủ.",
    en: "{host} is not an address of this program. Please open the right address, or add this one on the server.",
  },
  "server.foreign-origin": {
    status: 403,
    vi: "Yêu cầu được gửi từ một trang khác nên bị từ chối. Đề nghị mở lại hệ thống rồi thử lại.",
    en: "The request came from another site and was refused. Please open the program again and retry.",
  },
  "server.too-fast": {
    status: 429,
    vi: "Có quá nhiều yêu cầu trong thời gian ngắn. Đề nghị đợi {seconds} giây rồi thử lại.",
    en: "Too many requests came in a short time. Please wait {seconds} seconds and try again.",
  },
  "server.not-found": {
    status: 404,
    vi: "Không có địa chỉ {path}.",
    en: "There is nothing at {path}.",
  },
  "server.bad-request": {
    status: 400,
    vi: "Yêu cầu thiếu hoặc sai phần {part}. Đề nghị kiểm tra rồi gửi lại.",
    en: "The request lacks its part {part}, or it is wrong. Please check and send it again.",
  },
  "server.no-files": {
    status: 400,
    vi: "Chưa có tệp nào được gửi. Đề nghị chọn tệp rồi gửi lại.",
    en: "No file was sent. Please choose a file and send it again.",
  },
  "server.too-many-files": {
    status: 413,
    vi: "Một văn bản gồm nhiều nhất {limit} tệp. Đề nghị gửi ít tệp hơn mỗi lần.",
    en: "A document may have at most {limit} files. Please send fewer files at a time.",
  },
  "server.upload-too-large": {
    status: 413,
    vi: "Dung lượng gửi quá lớn: nhiều nhất {fileLimit} MB một tệp và {totalLimit} MB một lần. Đề nghị tách tệp hoặc giảm dung lượng ảnh.",
    en: "Too much was sent: at most {fileLimit} MB a file and {totalLimit} MB at a time. Please split the file or make its pictures smaller.",
  },
  "server.upload-broken": {
    status: 400,
    vi: "Tệp gửi lên bị đứt giữa chừng. Đề nghị kiểm tra mạng rồi gửi lại.",
    en: "The upload broke off. Please check the network and send it again.",
  },
  "server.busy": {
    status: 503,
    vi: "Hệ thống đang đọc nhiều văn bản cùng lúc. Đề nghị thử lại sau ít phút.",
    en: "The program is reading many documents at once. Please try again in a few minutes.",
  },
  "server.unreachable": {
    status: 503,
    vi: "Không kết nối được với hệ thống. Đề nghị kiểm tra mạng, hoặc hỏi quản trị viên xem hệ thống có đang chạy không.",
    en: "The program cannot be reached. Please check the network, or ask the administrator whether it is running.",
  },
  "server.web-missing": {
    status: 503,
    vi: "Giao diện web chưa được dựng. Đề nghị chạy lệnh npm run build trên máy chủ.",
    en: "The web application has not been built. Please run npm run build on the server.",
  },
  "server.unexpected": {
    status: 500,
    vi: "Hệ thống gặp lỗi chưa lường trước. Đề nghị thử lại; nếu vẫn lỗi thì báo quản trị viên mã {reference}.",
    en: "Something went wrong that was not foreseen. Please try again; if it fails again, tell the administrator the code {reference}.",
  },
} as const satisfies Record<string, Bilingual & { readonly status: number }>;
