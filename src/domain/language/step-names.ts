import type { Bilingual, Language } from "./language.ts";

/** What each step of a reading counts, by the name under which it is booked. */
export const stepNames: Readonly<Record<string, Bilingual>> = {
  parts: { vi: "Phần của tệp", en: "Parts of the file" },
  pages: { vi: "Trang", en: "Pages" },
  pictures: { vi: "Trang đọc từ ảnh", en: "Pages read off pictures" },
  recognisedWords: { vi: "Chữ và nét nhận dạng từ ảnh", en: "Words and strokes recognised in pictures" },
  textLayers: { vi: "Lớp chữ cũ của trang quét", en: "Old text of scanned pages" },
  sheets: { vi: "Trang tính", en: "Sheets" },
  fileRows: { vi: "Hàng của các bảng trong tệp", en: "Rows of the tables in the file" },
  paragraphs: { vi: "Đoạn", en: "Paragraphs" },
  lines: { vi: "Dòng chữ", en: "Lines" },
  blocks: { vi: "Đoạn và bảng của văn bản", en: "Paragraphs and tables of the document" },
  tables: { vi: "Bảng", en: "Tables" },
  tableRows: { vi: "Dòng của bảng nhiệm vụ", en: "Rows of the task tables" },
  restoredWords: { vi: "Từ của phần bị hỏng được phục hồi", en: "Words of damaged parts restored" },
  addressees: { vi: "Nơi được giao chưa rõ đơn vị", en: "Addressees that were no unit yet" },
  assignedWork: { vi: "Nhiệm vụ được giao trong đơn vị", en: "Tasks given inside the unit" },
  frame: { vi: "Phần đầu, nơi nhận và chữ ký", en: "Head, recipients and signature" },
  sampleFacts: { vi: "Mốc tiến độ của bản mẫu", en: "Dated facts of the sample" },
  targetRecords: { vi: "Kết quả theo chỉ tiêu", en: "Results of targets" },
  answers: {
    vi: "Câu trả lời về nhiệm vụ của văn bản trước",
    en: "Answers about tasks of earlier documents",
  },
  joinedDuties: { vi: "Phần việc của hai nhiệm vụ được gộp", en: "Duties of two tasks that were joined" },
  duties: { vi: "Phần việc của đơn vị chủ trì", en: "Duties of leads" },
  signedAnswers: { vi: "Phần việc ghép với văn bản đã ký", en: "Duties matched with a signed document" },
  targetReports: { vi: "Số liệu chỉ tiêu trong báo cáo", en: "Figures of targets in reports" },
  mailAttachments: { vi: "Tệp đính kèm của thư", en: "Attachments of the mail" },
  undoneRecords: { vi: "Bản ghi của danh sách được hoàn tác", en: "Records of a list taken back" },
  importedRecords: { vi: "Dòng của danh sách hợp tác nhập vào", en: "Rows of a list of cooperation" },
  textItems: { vi: "Mục của lời văn", en: "Items of the running text" },
};

/** The name of a step for a person; the bare name when it is new. A test keeps the list complete. */
export function sayStep(name: string, language: Language): string {
  return stepNames[name]?.[language] ?? name;
}
