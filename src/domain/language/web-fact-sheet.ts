/** Words of the fact sheet of a unit, on the screen and in the document that is drafted of it. */
const vi = {
  title: (unit: string) => `Phiếu số liệu: ${unit}`,
  line: (year: string, day: string) => `Việc có hạn trong năm ${year} đã đến hạn, tính đến ngày ${day}`,
  year: "Năm",
  print: "In",
  draft: "Soạn báo cáo",
  draftText:
    "Dự thảo Báo cáo theo thể thức để làm căn cứ xét thi đua, khen thưởng; số, ngày và chữ ký để trống cho văn thư và người ký.",
  toList: "Về trang lãnh đạo",
  what: "Nội dung",
  count: "Số việc",
  share: "Tỷ lệ",
  middle: "Mức giữa cùng loại",
  due: "Chủ trì, đã đến hạn",
  inTime: "Đúng hạn",
  late: "Quá hạn, đã báo cáo",
  silent: "Quá hạn, chưa báo cáo",
  done: "Đã xác nhận hoàn thành",
  doneLate: "Trong đó hoàn thành quá hạn",
  openLate: "Còn quá hạn, đơn vị phải làm",
  claimed: "Đơn vị báo cáo xong, chờ xác nhận",
  proven: "Có sản phẩm đã kiểm chứng",
  extended: "Được gia hạn",
  urged: "Bị đôn đốc",
  times: (count: string) => `${count} lượt`,
  rank: (rank: string, units: string, kind: string) =>
    `Theo tỷ lệ đúng hạn, đứng thứ ${rank} trong ${units} đơn vị cùng loại (${kind}).`,
  notRanked: (units: string, kind: string) =>
    `Không xếp thứ: có ${units} đơn vị cùng loại (${kind}) đủ số liệu để so sánh.`,
  rulesTitle: "Quy tắc",
  rules: (duties: string, units: string) => [
    "Chỉ tính việc đơn vị chủ trì, phải thực hiện, có hạn trong năm và đã đến hạn; không tính việc đã thu hồi và việc đến hạn trước khi dùng hệ thống.",
    "Đúng hạn là trình sản phẩm chậm nhất vào ngày cuối của thời hạn hiện hành; thời gian chờ các bước sau không tính cho đơn vị.",
    "Đã kiểm chứng là được cơ quan giao việc xác nhận, có số văn bản, tệp, liên kết hoặc bản ghi làm sản phẩm.",
    "Chỉ so với đơn vị cùng loại. Mức giữa là trung vị của các đơn vị được so.",
    `Đơn vị có dưới ${duties} việc không được so sánh, xếp thứ; loại có dưới ${units} đơn vị đủ số liệu thì không xếp thứ, vì số nhỏ do ngẫu nhiên quyết định. Bằng nhau thì cùng thứ.`,
  ],
};

export type FactSheetWords = typeof vi;

const en: FactSheetWords = {
  title: (unit) => `Fact sheet: ${unit}`,
  line: (year, day) => `Duties due in ${year} whose day has passed, as of ${day}`,
  year: "Year",
  print: "Print",
  draft: "Draft a report",
  draftText:
    "A report in the statutory layout, in Vietnamese, as evidence for commendation; number, day and signature are left to clerk and signer.",
  toList: "To the leaders' page",
  what: "What",
  count: "Duties",
  share: "Share",
  middle: "Middle of its kind",
  due: "Led, fallen due",
  inTime: "In time",
  late: "Late, reported",
  silent: "Late, silent",
  done: "Confirmed as done",
  doneLate: "Of these done late",
  openLate: "Late, still to be done",
  claimed: "Claimed, to be confirmed",
  proven: "With a proven product",
  extended: "Given more time",
  urged: "Urged",
  times: (count) => (count === "1" ? "once" : `${count} times`),
  rank: (rank, units, kind) =>
    `By the share in time it is number ${rank} of ${units} units of its kind (${kind}).`,
  notRanked: (units, kind) =>
    `Not ranked: ${units} units of its kind (${kind}) have enough duties to be compared.`,
  rulesTitle: "Rules",
  rules: (duties, units) => [
    "Only duties that the unit leads and owes, due in the year, whose day has passed; not what was withdrawn, nor what fell due before this system.",
    "In time is what was submitted on the last day of the standing term at the latest; waiting at later steps does not count against the unit.",
    "Proven is what the assigning authority confirmed, with a document number, a file, a link or a record as its product.",
    "A unit is compared with units of its kind only. The middle is the median of the units compared.",
    `A unit with fewer than ${duties} duties is neither compared nor ranked; where fewer than ${units} units of a kind have enough, nobody is ranked: small numbers are decided by chance. Equals share a place.`,
  ],
};

export const factSheetWords = { vi, en };
