/** Words of the events for which terms of tasks wait. */
const vi = {
  title: "Chờ sự kiện để tính hạn",
  record: "Ghi sự kiện",
  on: "Ngày xảy ra",
  document: "Số, ký hiệu văn bản",
  length: "Thời hạn",
  lengthWrong: "Cần là số nguyên từ 0 đến 1000.",
  unit: "Tính bằng",
  units: { D: "ngày", workingDays: "ngày làm việc", W: "tuần", M: "tháng", Y: "năm" },
};

const en: typeof vi = {
  title: "Waiting for an event to be due",
  record: "Record the event",
  on: "Day of the event",
  document: "Number of the document",
  length: "Term",
  lengthWrong: "A whole number from 0 to 1000, please.",
  unit: "Counted in",
  units: { D: "days", workingDays: "working days", W: "weeks", M: "months", Y: "years" },
};

export const eventWords = { vi, en };
