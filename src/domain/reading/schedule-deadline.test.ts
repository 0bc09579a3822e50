import { describe, expect, it } from "vitest";
import { parseIsoDate } from "../basics/calendar-date.ts";
import { findDeadlines } from "./schedule-deadline.ts";

const documentDate = parseIsoDate("2025-08-20");

/** [sentence, words of each deadline, what they mean in short, reason] */
const orders: readonly (readonly [string, readonly string[], readonly string[], string])[] = [
  [
    "Giao Sở Tài chính trình phương án trước ngày 20/9/2025.",
    ["trước ngày 20/9/2025"],
    ["2025-09-20"],
    "a day",
  ],
  ["Sở Nội vụ hoàn thành rà soát trong tháng 10/2025.", ["trong tháng 10/2025"], ["2025-10-31"], "a month"],
  [
    "Ban Quản lý bàn giao mặt bằng chậm nhất ngày 05/10/2025.",
    ["chậm nhất ngày 05/10/2025"],
    ["2025-10-05"],
    "latest",
  ],
  ["Yêu cầu xong trước 17 giờ ngày 25/8/2025.", ["trước 17 giờ ngày 25/8/2025"], ["2025-08-25"], "an hour"],
  [
    "Trong tháng 9 năm 2025, Sở Giáo dục trình đề án.",
    ["Trong tháng 9 năm 2025"],
    ["2025-09-30"],
    "first in the sentence",
  ],
  [
    "Năm 2026, hoàn thành số hóa hồ sơ.",
    ["Năm 2026"],
    ["2026-12-31"],
    "a year that opens and is finished in",
  ],
  ["Quý IV/2025 trình dự thảo Nghị quyết.", ["Quý IV/2025"], ["2025-12-31"], "a quarter that opens"],
  ["Rà soát quy hoạch, hoàn thành quý I/2026.", ["quý I/2026"], ["2026-03-31"], "finishing right before"],
  [
    "Lập danh mục (hoàn thành trong quý IV năm 2025).",
    ["trong quý IV năm 2025"],
    ["2025-12-31"],
    "in brackets",
  ],
  [
    "Thực hiện xong đến hết ngày 31/12/2025.",
    ["đến hết ngày 31/12/2025"],
    ["2025-12-31"],
    "to the end of a day",
  ],
  ["Thời hạn hoàn thành: 30/11/2025.", ["30/11/2025"], ["2025-11-30"], "after a label"],
  ["Thời gian thực hiện: Quý III, IV/2025.", ["Quý III, IV/2025"], ["2025-12-31"], "quarters after a label"],
  [
    "Thời gian hoàn tất: trước ngày 15/8/2025.",
    ["trước ngày 15/8/2025"],
    ["2025-08-15"],
    "labelled, though past",
  ],
  [
    "Gửi ý kiến trước ngày 28 tháng 8 năm 2025 (qua Sở Tư pháp).",
    ["trước ngày 28 tháng 8 năm 2025"],
    ["2025-08-28"],
    "words follow",
  ],
  ["Các đơn vị gửi hồ sơ trước ngày 15/12.", ["trước ngày 15/12"], ["2025-12-15"], "no year"],
  ["Hoàn thành trong tháng này.", ["trong tháng này"], ["2025-08-31"], "the document's month"],
  ["Nghiệm thu trước cuối tháng 9/2025.", ["trước cuối tháng 9/2025"], ["2025-09-30"], "an edge"],
  [
    "Kết thúc năm 2026, các bộ tổng kết việc thi hành.",
    ["Kết thúc năm 2026"],
    ["2026-12-31"],
    "at the end of a year",
  ],
  ["Định kỳ hằng quý báo cáo UBND tỉnh.", ["Định kỳ hằng quý"], ["P3M"], "periodically"],
  ["Định kỳ 6 tháng, năm tổng hợp tình hình.", ["Định kỳ 6 tháng, năm"], ["P6M+P1Y"], "two rhythms"],
  ["Hằng năm, các sở rà soát danh mục.", ["Hằng năm"], ["P1Y"], "a rhythm that opens"],
  ["UBND các xã hằng tháng gửi số liệu về Sở Y tế.", ["hằng tháng"], ["P1M"], "a rhythm before a verb"],
  ["Tổ chức giao ban hằng tuần.", ["hằng tuần"], ["P1W"], "a rhythm at the end"],
  [
    "Gửi báo cáo trước ngày 15 tháng 11 hằng năm.",
    ["trước ngày 15 tháng 11 hằng năm"],
    ["P1Y --11-15"],
    "a due day",
  ],
  [
    "Nộp số liệu chậm nhất ngày 05 hằng tháng.",
    ["chậm nhất ngày 05 hằng tháng"],
    ["P1M ---05"],
    "a day of each month",
  ],
  [
    "Các ngành định kỳ hàng năm (trước ngày 10/12) hoặc đột xuất báo cáo Sở.",
    ["định kỳ hàng năm (trước ngày 10/12) hoặc đột xuất"],
    ["P1Y --12-10+onDemand"],
    "in brackets, with what comes on demand",
  ],
  [
    "Quận tổng hợp hằng quý gửi về Sở Xây dựng (trước ngày 20 tháng cuối quý) để theo dõi.",
    ["hằng quý gửi về Sở Xây dựng (trước ngày 20 tháng cuối quý)"],
    ["P3M ---20"],
    "the brackets belong to the rhythm before",
  ],
  ["Sơ kết 02 năm một lần.", ["02 năm một lần"], ["P2Y"], "a number of times"],
  ["Tổ chức đối thoại ít nhất 2 lần/năm với doanh nghiệp.", ["2 lần/năm"], ["P6M"], "times in a year"],
  [
    "Trả lời trong vòng 10 ngày kể từ ngày nhận được kiến nghị.",
    ["trong vòng 10 ngày kể từ ngày nhận được kiến nghị"],
    ["P10D"],
    "from an event",
  ],
  [
    "Ngay sau khi Kế hoạch được ban hành, các xã tổ chức triển khai.",
    ["Ngay sau khi Kế hoạch được ban hành"],
    ["P0D"],
    "at once",
  ],
  ["Thường xuyên kiểm tra, đôn đốc cơ sở.", ["Thường xuyên"], ["continuous"], "opens the order"],
  [
    "Gửi kế hoạch trước ngày 30/8/2025; báo cáo kết quả trước ngày 30/11/2025.",
    ["trước ngày 30/8/2025", "trước ngày 30/11/2025"],
    ["2025-08-30", "2025-11-30"],
    "two orders, two days",
  ],
  [
    "Hoàn thành hồ sơ trước\nngày 15/9/2025 để trình.",
    ["trước\nngày 15/9/2025"],
    ["2025-09-15"],
    "a line breaks inside",
  ],
];

/** Sentences that set no deadline. */
const none: readonly (readonly [string, string])[] = [
  ["Thực hiện Quyết định số 12/QĐ-UBND ngày 15/9/2025 của UBND tỉnh.", "the date of a document"],
  ["Tại cuộc họp ngày 18/8/2025, Chủ tịch UBND tỉnh kết luận.", "the date of a meeting"],
  ["Phấn đấu đến năm 2030 có 80% xã đạt chuẩn.", "a goal"],
  ["Tiếp tục thực hiện Nghị quyết từ nay đến năm 2028.", "how long, not by when"],
  ["Quy hoạch thời kỳ 2021-2030, tầm nhìn đến năm 2050.", "the period of a plan"],
  ["Chương trình phát triển giai đoạn 2026-2030 của tỉnh.", "the period of a programme"],
  ["Trong 6 tháng đầu năm, các đơn vị đã tổ chức 5 hội nghị.", "the past"],
  ["Trong năm 2025, tỉnh đã cấp 12 giấy phép.", "the past, in the year of the document"],
  ["Đến ngày 30/6/2025, toàn tỉnh đã giải ngân 45%.", "a state reached"],
  ["Dự toán kinh phí hằng năm được giao cho đơn vị.", "an attribute of a budget"],
  ["Tổ chức hoạt động theo kế hoạch hàng năm và dài hạn.", "an attribute of a plan"],
  ["Bảo đảm số lượng theo chỉ tiêu tỉnh giao hằng năm.", "an attribute of a quota"],
  ["Quyết định này có hiệu lực kể từ ngày 01/9/2025.", "the day of taking effect"],
  ["Luật Đất đai năm 2024 có hiệu lực từ ngày 01/8/2024.", "the year of a law"],
  ["Hộ có đăng ký thường trú trước ngày 01/01/2026 được hỗ trợ.", "says who, not by when"],
  ["Kết quả thực hiện trong tháng 9/2025 còn chậm.", "the period of results"],
  ["Trước mắt, tập trung giải phóng mặt bằng.", "trước without a day"],
  ["Kế hoạch số     /KH-UBND ngày    tháng 9 năm 2025.", "a form that was not filled in"],
  ["Phối hợp chặt chẽ, thường xuyên giữa các đơn vị.", "a manner, not a rhythm"],
  ["Kinh phí chi thường xuyên của đơn vị.", "a kind of spending"],
  ["Quy định mức trợ cấp một lần cho gia đình.", "once for all, no rhythm"],
  ["Sau khi nghe Sở Công Thương báo cáo, Chủ tịch kết luận.", "what happened before"],
  ["Trong quá trình thực hiện, nếu có vướng mắc, báo cáo UBND tỉnh.", "no time"],
  ["Để đạt mục tiêu xóa nhà tạm trong năm 2025, yêu cầu các xã vào cuộc.", "the year of an aim"],
  ["- Thường trực Tỉnh ủy (báo cáo);", "a body among the recipients"],
];

describe("findDeadlines", () => {
  it.each(orders)("finds the time in: %s", (sentence, words, meanings, _reason) => {
    const found = findDeadlines(sentence, { documentDate });
    expect(found.map((deadline) => deadline.words)).toEqual(words);
    expect(found.map((deadline) => short(deadline.schedule))).toEqual(meanings);
    for (const { start, end, words: said } of found) expect(sentence.slice(start, end)).toBe(said);
  });

  it.each(none)("finds none in: %s", (sentence, _reason) => {
    expect(findDeadlines(sentence, { documentDate })).toEqual([]);
  });

  it("knows the deadline of a report", () => {
    const reporting = (sentence: string) =>
      findDeadlines(sentence, { documentDate }).map((deadline) => deadline.aboutReporting);
    expect(reporting("Báo cáo UBND tỉnh trước ngày 15/9/2025.")).toEqual([true]);
    expect(reporting("Chậm nhất ngày 20/9/2025, các xã gửi báo cáo.")).toEqual([true]);
    expect(reporting("Hoàn thành trong tháng 10/2025, báo cáo UBND tỉnh.")).toEqual([false]);
    expect(reporting("Bàn giao trước ngày 15/9/2025.")).toEqual([false]);
  });
});

function short(schedule: ReturnType<typeof findDeadlines>[number]["schedule"]): string {
  switch (schedule.kind) {
    case "once":
      return schedule.to;
    case "recurring":
      return [schedule.every, schedule.window, schedule.due].filter(Boolean).join(" ");
    case "relative":
      return schedule.within;
    case "several":
      return schedule.parts.map(short).join("+");
    default:
      return schedule.kind;
  }
}
