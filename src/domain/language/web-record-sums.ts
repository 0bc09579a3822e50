import { counted } from "./language.ts";

/** Words of the yearly sums of registers of cooperation. */
const vi = {
  title: (name: string, year: string) => `${name}: tổng hợp năm ${year}`,
  open: "Tổng hợp theo năm",
  line: (count: string) => `${count} bản ghi trong năm`,
  year: "Năm",
  count: "Số bản ghi",
  total: "Cộng cả năm",
  balance: "Còn lại",
  over: "vượt",
  none: "Không ghi",
  outOfSight: "ngoài phạm vi của bạn",
  several: "Bản ghi có nhiều giá trị được tính ở mỗi dòng, nên tổng các dòng có thể lớn hơn tổng cả năm.",
  by: (names: string) => `Theo ${names}`,
  and: " và ",
  empty: "Năm này chưa có bản ghi nào",
  emptyText: "Chọn năm khác, hoặc nhập bản ghi của năm này.",
  actions: "Thao tác khác",
  download: "Tải bảng tổng hợp .xlsx",
  print: "In",
};

const en: typeof vi = {
  title: (name, year) => `${name}: the year ${year}`,
  open: "Yearly sums",
  line: (count) => `${counted(count, "record")} in the year`,
  year: "Year",
  count: "Records",
  total: "Whole year",
  balance: "Left",
  over: "over",
  none: "Not given",
  outOfSight: "out of your sight",
  several: "A record with several values stands in each line, so the lines may add up to more than the year.",
  by: (names) => `By ${names}`,
  and: " and ",
  empty: "There is no record of this year",
  emptyText: "Choose another year, or enter records of this one.",
  actions: "Other actions",
  download: "Download the sums as .xlsx",
  print: "Print",
};

export const recordSumWords = { vi, en };
