import type { Failure, FailureCode } from "../basics/result.ts";
import { accountFailures } from "./account-failures.ts";
import { agreementFailures } from "./agreement-failures.ts";
import { dutyFailures } from "./duty-failures.ts";
import { installationFailures } from "./installation-failures.ts";
import { type Bilingual, fillBlanks, type Language } from "./language.ts";
import { measuredFailures } from "./measured-words.ts";
import { peopleFailures } from "./people-failures.ts";
import { recordFailures } from "./record-failures.ts";
import { registerFailures } from "./register-failures.ts";
import { scanFailures } from "./scan-failures.ts";
import { targetFailures } from "./target-failures.ts";
import { taskFailures } from "./task-failures.ts";
import { unitFailures } from "./unit-failures.ts";
import { webFailures } from "./web-failures.ts";

/** What the program answers for a failure: the HTTP status and one sentence that says what, where and what to do. */
export interface FailureEntry extends Bilingual {
  readonly status: number;
}

/** What can be wrong with a file that somebody sends. */
const fileFailures = {
  "file.not-found": {
    status: 404,
    vi: "Không tìm thấy tệp {path}. Đề nghị kiểm tra lại đường dẫn và tên tệp.",
    en: "The file {path} was not found. Please check its path and name.",
  },
  "file.unreadable": {
    status: 403,
    vi: "Không mở được tệp {path}. Đề nghị kiểm tra quyền đọc tệp, hoặc đóng chương trình đang mở tệp.",
    en: "The file {path} cannot be opened. Please check that it may be read and is not in use by another program.",
  },
  "file.empty": {
    status: 422,
    vi: "Tệp không có nội dung. Đề nghị kiểm tra lại tệp gốc rồi gửi lại.",
    en: "The file has no content. Please check the original and send it again.",
  },
  "file.unrecognised": {
    status: 415,
    vi: "Không nhận ra loại tệp. Hệ thống đọc được .docx, .doc, .pdf, .xlsx, .html và .txt; đề nghị lưu lại theo một trong các loại này.",
    en: "The kind of file is not recognised. Files of the kinds .docx, .doc, .pdf, .xlsx, .html and .txt can be read; please save it as one of these.",
  },
  "file.unsupported": {
    status: 415,
    vi: "Hệ thống chưa đọc loại tệp {format}. Đề nghị mở tệp và lưu lại thành .docx, .xlsx hoặc .pdf.",
    en: "Files of the kind {format} cannot be read yet. Please open it and save it as .docx, .xlsx or .pdf.",
  },
  "file.old-word": {
    status: 415,
    vi: "Tệp là văn bản Word rất cũ (trước Word 97), chỉ đọc được khi máy chủ có LibreOffice. Đề nghị mở bằng Word, chọn Lưu thành (Save As) và lưu thành .docx.",
    en: "This is a very old Word document (before Word 97), read only where the server has LibreOffice. Please open it in Word and save it as .docx.",
  },
  "file.needs-office": {
    status: 415,
    vi: "Tệp {format} chỉ đọc được khi máy chủ có LibreOffice. Đề nghị mở tệp, lưu lại thành .docx hoặc .xlsx rồi gửi lại, hoặc đề nghị quản trị viên cài LibreOffice.",
    en: "Files of the kind {format} are read only where the server has LibreOffice. Please save it as .docx or .xlsx and send that, or ask the administrator to install LibreOffice.",
  },
  "file.conversion-failed": {
    status: 422,
    vi: "LibreOffice không mở được tệp {format} này: tệp bị hỏng, có mật khẩu hoặc quá nặng. Đề nghị mở tệp gốc, lưu lại thành .docx hoặc .xlsx rồi gửi lại.",
    en: "LibreOffice could not open this {format} file: it is damaged, locked by a password or too heavy. Please open the original, save it as .docx or .xlsx and send that.",
  },
  "file.conversion-slow": {
    status: 422,
    vi: "LibreOffice mở tệp {format} quá {seconds} giây chưa xong nên đã dừng. Đề nghị mở tệp gốc, lưu lại thành .docx hoặc .xlsx rồi gửi lại.",
    en: "LibreOffice took more than {seconds} seconds over this {format} file and was stopped. Please open the original, save it as .docx or .xlsx and send that.",
  },
  "file.cancelled": {
    status: 409,
    vi: "Việc đọc tệp đã được hủy theo yêu cầu. Tệp chưa được tiếp nhận; có thể gửi lại khi cần.",
    en: "Reading the file was cancelled as asked. Nothing was taken in; it can be sent again.",
  },
  "file.encrypted": {
    status: 422,
    vi: "Tệp được đặt mật khẩu nên không đọc được. Đề nghị bỏ mật khẩu rồi gửi lại.",
    en: "The file is protected by a password and cannot be read. Please remove the password and send it again.",
  },
  "file.scan": {
    status: 422,
    vi: "Tệp chỉ có ảnh quét ({pages} trang) và máy này chưa có phần mềm nhận dạng chữ. Đề nghị cài Tesseract cùng dữ liệu tiếng Việt (trên Debian, Ubuntu: apt-get install tesseract-ocr tesseract-ocr-vie) rồi gửi lại, hoặc gửi bản .docx, bản PDF xuất từ phần mềm soạn thảo.",
    en: "The file holds pictures of pages only ({pages} pages), and this machine has no program that recognises letters. Please install Tesseract with its Vietnamese data (on Debian and Ubuntu: apt-get install tesseract-ocr tesseract-ocr-vie) and send it again, or send the .docx or a PDF made by the word processor.",
  },
  "file.scan-unread": {
    status: 422,
    vi: "Không nhận dạng được chữ trên trang {page} của ảnh quét ({reason}). Đề nghị quét lại rõ hơn, hoặc gửi bản .docx.",
    en: "The letters on page {page} of the scan could not be recognised ({reason}). Please scan it again more clearly, or send the .docx.",
  },
  "file.scan-blank": {
    status: 422,
    vi: "Không thấy chữ nào trên {pages} trang ảnh của tệp. Đề nghị xem ảnh có bị trắng, bị cắt hay quá mờ không, rồi gửi lại.",
    en: "No letter was seen in the pictures of this file (pages: {pages}). Please look whether they are blank, cut off or too faint, and send it again.",
  },
  "file.scan-picture": {
    status: 415,
    vi: "Hệ thống chưa đọc được ảnh loại {format}. Đề nghị lưu ảnh thành .jpg, .png hoặc .tif, hoặc gửi bản .docx, .pdf.",
    en: "Pictures of the kind {format} cannot be read yet. Please save it as .jpg, .png or .tif, or send the .docx or .pdf.",
  },
  "file.picture-too-large": {
    status: 413,
    vi: "Ảnh có {megapoints} triệu điểm, nhiều hơn mức {most} triệu điểm đọc được. Đề nghị quét ở 200-300 điểm/inch hoặc thu nhỏ ảnh rồi gửi lại.",
    en: "The picture has {megapoints} million points, more than the {most} million that are read. Please scan it at 200-300 points an inch, or make it smaller, and send it again.",
  },
  "file.damaged": {
    status: 422,
    vi: "Tệp bị hỏng hoặc chưa tải đủ[ (phần hỏng: {part})]. Đề nghị mở lại tệp gốc, lưu lại rồi gửi lại.",
    en: "The file is damaged or incomplete[ (damaged part: {part})]. Please open the original, save it again and send it again.",
  },
  "file.part-missing": {
    status: 422,
    vi: "Tệp thiếu phần {part} nên không đọc được. Đề nghị mở tệp gốc, lưu lại rồi gửi lại.",
    en: "The file lacks its part {part} and cannot be read. Please open the original, save it again and send it again.",
  },
  "file.not-word": {
    status: 422,
    vi: "Tệp có cấu trúc nén nhưng bên trong không phải văn bản Word. Đề nghị mở tệp gốc và lưu lại thành .docx.",
    en: "The file is packed as a Word document but holds none. Please open the original and save it as .docx.",
  },
  "file.flat-opc": {
    status: 415,
    vi: "Tệp là văn bản Word lưu kiểu XML, hệ thống chưa đọc được. Đề nghị mở bằng Word và lưu lại thành .docx.",
    en: "This is a Word document saved as one XML file, which cannot be read yet. Please open it in Word and save it as .docx.",
  },
  "file.entities": {
    status: 422,
    vi: "Phần {part} của tệp có khai báo mà văn bản Word, Excel không dùng và có thể gây hại, nên không được đọc. Đề nghị kiểm tra nguồn gốc của tệp.",
    en: "The part {part} of the file holds declarations that Word and Excel do not use and that can do harm; it was not read. Please check where the file comes from.",
  },
  "file.too-complex": {
    status: 422,
    vi: "Phần {part} của tệp quá phức tạp nên không đọc được. Đề nghị chép nội dung sang tệp mới hoặc tách thành nhiều tệp.",
    en: "The part {part} of the file is too complex to be read. Please copy its content into a new file or split it.",
  },
  "file.not-archive": {
    status: 422,
    vi: "Tệp không có cấu trúc của tệp Word hoặc Excel. Đề nghị mở tệp gốc và lưu lại thành .docx hoặc .xlsx.",
    en: "The file is not built as a Word or Excel file. Please open the original and save it as .docx or .xlsx.",
  },
  "file.zip64": {
    status: 422,
    vi: "Tệp được nén theo kiểu dành cho tệp trên 4 GB, hệ thống không nhận. Đề nghị mở tệp gốc và lưu lại bằng Word hoặc Excel.",
    en: "The file is packed in the way of files over 4 GB, which is not accepted. Please open the original and save it again with Word or Excel.",
  },
  "file.bomb": {
    status: 422,
    vi: "Phần {part} của tệp khi giải nén lớn bất thường, có thể gây hại nên không được đọc. Đề nghị kiểm tra nguồn gốc của tệp.",
    en: "The part {part} of the file becomes suspiciously large when unpacked and was not read. Please check where the file comes from.",
  },
  "file.too-large": {
    status: 413,
    vi: "Tệp quá lớn: {megabytes} MB, nhiều nhất là {limit} MB. Đề nghị tách tệp hoặc giảm dung lượng ảnh trong tệp.",
    en: "The file is too large: {megabytes} MB, the most is {limit} MB. Please split it or make its pictures smaller.",
  },
  "file.too-many-parts": {
    status: 422,
    vi: "Tệp có quá nhiều phần bên trong: {count}, nhiều nhất là {limit}. Đề nghị lưu lại tệp bằng Word hoặc Excel.",
    en: "The file has too many parts inside: {count}, the most is {limit}. Please save it again with Word or Excel.",
  },
  "file.too-many-pages": {
    status: 413,
    vi: "Tệp có {pages} trang, nhiều nhất là {most} trang. Đề nghị tách thành nhiều tệp.",
    en: "The file has {pages} pages, the most is {most}. Please split it into several files.",
  },
  "file.too-many-cells": {
    status: 413,
    vi: "Bảng tính có hơn {most} ô có dữ liệu. Đề nghị tách thành nhiều tệp.",
    en: "The workbook has more than {most} filled cells. Please split it into several files.",
  },
  "file.too-deep": {
    status: 422,
    vi: "Nội dung tệp lồng nhau quá {most} tầng nên không đọc được. Đề nghị mở tệp, chép nội dung sang tệp mới rồi gửi lại.",
    en: "The content is nested more than {most} levels deep and cannot be read. Please copy it into a new file and send that.",
  },
  "file.too-slow": {
    status: 422,
    vi: "Đọc tệp quá {seconds} giây chưa xong nên đã dừng. Đề nghị tách tệp thành nhiều phần rồi gửi lại.",
    en: "Reading took more than {seconds} seconds and was stopped. Please split the file and send the parts.",
  },
  "file.too-big-for-memory": {
    status: 422,
    vi: "Đọc tệp cần hơn {megabytes} MB bộ nhớ nên đã dừng. Đề nghị tách tệp thành nhiều phần rồi gửi lại.",
    en: "Reading needed more than {megabytes} MB of memory and was stopped. Please split the file and send the parts.",
  },
  "file.reader-died": {
    status: 500,
    vi: "Bộ phận đọc tệp dừng đột ngột[ ({reason})] khi đọc tệp này; các tệp khác không bị ảnh hưởng. Đề nghị lưu lại tệp gốc rồi thử lại, nếu vẫn lỗi thì báo quản trị viên.",
    en: "The file reader stopped suddenly[ ({reason})] at this file; other files are not affected. Please save the original again and retry; if it fails again, tell the administrator.",
  },
} as const satisfies Partial<Record<FailureCode, FailureEntry>>;

/** State secrets never enter: Law on the Protection of State Secrets 117/2025/QH15, article 5. */
const secrecyFailures = {
  "secrecy.head-unread": {
    status: 422,
    vi: "Trang đầu của văn bản là ảnh quét và không đọc được, nên chưa biết có dấu chỉ độ mật hay không; tệp không được tiếp nhận. Đề nghị cài Tesseract cùng dữ liệu tiếng Việt (apt-get install tesseract-ocr tesseract-ocr-vie), hoặc người gửi xác nhận văn bản không chứa bí mật nhà nước.",
    en: "The first page is a scan that could not be read, so nobody knows whether it bears a secrecy mark; the file was not accepted. Please install Tesseract with its Vietnamese data (apt-get install tesseract-ocr tesseract-ocr-vie), or let the sender declare that the document holds no state secrets.",
  },
  "secrecy.marked": {
    status: 422,
    vi: "Văn bản có dấu chỉ độ mật “{mark}” ({where}) nên không được tiếp nhận và không được lưu. Văn bản có bí mật nhà nước không được soạn, lưu trên hệ thống có kết nối mạng (Luật Bảo vệ bí mật nhà nước, Điều 5); đề nghị xóa tệp khỏi máy này và báo bộ phận bảo mật của cơ quan.",
    en: "The document bears the secrecy mark “{mark}” ({where}); it was not accepted and not kept. State secrets must not be written or kept on a networked system (Law on the Protection of State Secrets, article 5); please remove the file from this machine and tell the body's secrecy officer.",
  },
} as const satisfies Partial<Record<FailureCode, FailureEntry>>;

/** Every failure that the program expects, by its code. */
export const failureCatalogue = {
  ...fileFailures,
  ...secrecyFailures,
  ...installationFailures,
  ...webFailures,
  ...agreementFailures,
  ...accountFailures,
  ...registerFailures,
  ...dutyFailures,
  ...measuredFailures,
  ...scanFailures,
  ...targetFailures,
  ...taskFailures,
  ...unitFailures,
  ...peopleFailures,
  ...recordFailures,
} as const satisfies Partial<Record<FailureCode, FailureEntry>>;

const unknownFailure: FailureEntry = {
  status: 500,
  vi: "Có lỗi chưa được đặt tên ({code}). Đề nghị báo quản trị viên mã lỗi này.",
  en: "Something went wrong that has no name yet ({code}). Please tell the administrator this code.",
};

/** The entry of a code; a code without an entry (a bug, kept out by a test) answers as status 500 with the code in words. */
export function failureEntry(code: FailureCode): FailureEntry {
  const entries: Readonly<Record<string, FailureEntry>> = failureCatalogue;
  return (Object.hasOwn(entries, code) ? entries[code] : undefined) ?? unknownFailure;
}

/** The sentence for a person: what, where, what to do. Blanks are filled from the failure's detail. */
export function sayFailure(failure: Failure, language: Language): string {
  return fillBlanks(
    failureEntry(failure.code)[language],
    { ...failure.detail, code: failure.code },
    language,
  );
}
