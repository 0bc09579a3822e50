import { counted } from "./language.ts";

/** Words of how a province handles agreements. */
const vi = {
  title: "Thỏa thuận",
  line: "Cơ quan được hỏi ý kiến, thời hạn, báo trước khi hết hạn, báo cáo năm",
  party: "Xin ý kiến cơ quan Đảng trước khi quyết định",
  partyHelp:
    "Chỉ ghi cơ quan, ngày và số văn bản; không ghi nội dung ý kiến. Áp dụng cả cho thủ tục đang làm.",
  alerts: "Báo trước khi hết hạn (ngày)",
  alertsHelp:
    "Các mốc cách nhau bằng dấu phẩy, ví dụ 180, 90, 30. Người của đơn vị quản lý thỏa thuận nhận tin ở chuông, mỗi mốc một lần. Để trống: không báo.",
  tells: "Nhắc báo cáo, gửi bản sao, thông báo trước hạn (ngày)",
  tellsHelp:
    "Tin ở chuông cho người của đơn vị quản lý, mỗi mốc một lần, khi việc chưa làm. Để trống: không nhắc.",
  alertsWrong: "Mỗi mốc là một số từ 1 đến 1000, nhiều nhất 6 mốc.",
  levels: "Hỏi ý kiến theo cấp ký",
  levelsHelp:
    "Cơ quan do luật quy định luôn được hỏi; tỉnh chỉ thêm. Thời hạn chỉ sửa được khi chưa đọc thấy trong văn bản luật.",
  byLaw: "Theo luật",
  whenConcern: {
    always: "",
    defence: "khi có nội dung quốc phòng",
    security: "khi có nội dung an ninh",
    investment: "khi có nội dung đầu tư",
    sensitive: "khi phức tạp, nhạy cảm",
  } as Readonly<Record<string, string>>,
  alsoAsks: "Tỉnh hỏi thêm",
  opinionDays: (days: string) => `Trả lời trong ${days} ngày làm việc`,
  copyDays: (days: string) => `Gửi bản sao trong ${days} ngày sau khi ký`,
  own: "Số ngày theo quy chế của tỉnh",
  ownOpinion: "Ngày làm việc để trả lời",
  ownCopy: "Ngày gửi bản sao",
  daysWrong: "Một số từ 1 đến 60, hoặc để trống.",
  source: (text: string) => `Căn cứ: ${text}`,
  report: "Báo cáo năm",
  reportHelp: "Chưa tìm thấy quy định về nơi nhận, thời hạn và mẫu, nên tỉnh tự đặt.",
  recipient: "Nơi nhận",
  recipientMissing: "Đề nghị ghi nơi nhận.",
  due: "Gửi chậm nhất (ngày/tháng)",
  dueHelp: "Ví dụ 20/12. Để trống: không đặt hạn.",
  dueWrong: "Đề nghị ghi ngày từ 1 đến 28 và tháng, ví dụ 20/12.",
  period: "Kỳ số liệu",
  periods: {
    decree09: "15/12 năm trước đến 14/12 (Nghị định 09/2019/NĐ-CP)",
    calendar: "01/01 đến 31/12",
  },
  form: "Mẫu, văn bản yêu cầu",
  formHelp: "Ghi như khi viện dẫn. Để trống: không có.",
  optional: "không bắt buộc",
  save: "Lưu",
  saved: "Đã lưu.",
};

const en: typeof vi = {
  title: "Agreements",
  line: "Bodies that are asked, time limits, alerts before an end, the yearly report",
  party: "Party bodies are asked before a decision",
  partyHelp:
    "Body, day and number only; never the content of an opinion. It holds for proceedings under way too.",
  alerts: "Alerts before an end (days)",
  alertsHelp:
    "Days with commas between them, such as 180, 90, 30. People of the owner are told at the bell, once for each. Empty: nobody is told.",
  tells: "Reminders of reports, copies and notices before they are due (days)",
  tellsHelp:
    "At the bell of people of the owner, once for each, while it is not done. Empty: nobody is reminded.",
  alertsWrong: "Each is a number from 1 to 1000; six at most.",
  levels: "Opinions by level of signatory",
  levelsHelp:
    "Bodies that the law names are always asked; the province only adds. Days may be set only where they were not read in the law.",
  byLaw: "By law",
  whenConcern: {
    always: "",
    defence: "where defence is touched",
    security: "where security is touched",
    investment: "where investment is touched",
    sensitive: "where it is complex or sensitive",
  },
  alsoAsks: "The province also asks",
  opinionDays: (days) => `Answer within ${days} working days`,
  copyDays: (days) => `Copy sent within ${counted(days, "day after signing", "days after signing")}`,
  own: "Days by the province's own rules",
  ownOpinion: "Working days for an answer",
  ownCopy: "Days for the copy",
  daysWrong: "A number from 1 to 60, or empty.",
  source: (text) => `By: ${text}`,
  report: "Yearly report",
  reportHelp: "No text was found that sets addressee, day and form, so the province says them.",
  recipient: "Addressee",
  recipientMissing: "Please give the addressee.",
  due: "To be sent by (day/month)",
  dueHelp: "Such as 20/12. Empty: no day is set.",
  dueWrong: "Please give a day from 1 to 28 and the month, such as 20/12.",
  period: "Counted over",
  periods: {
    decree09: "15 December of the year before to 14 December (Decree 09/2019)",
    calendar: "1 January to 31 December",
  },
  form: "Form, or document that asks for it",
  formHelp: "As it is cited. Empty: none.",
  optional: "optional",
  save: "Save",
  saved: "Saved.",
};

export const agreementSettingWords = { vi, en };
