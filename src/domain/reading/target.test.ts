import { describe, expect, it } from "vitest";
import type { Target } from "./findings.ts";
import { readTargets } from "./target.ts";

type Row = readonly [string, readonly Partial<Target>[], string];
const one = (op: Target["op"], value: Target["value"], measure: string, more: Partial<Target> = {}) => ({
  op,
  value,
  measure,
  ...more,
});

const counts: readonly Row[] = [
  ["Tổ chức 02 lớp tập huấn", [one("=", 2, "lớp tập huấn")], "a count"],
  ["Ít nhất 03 hội thảo khoa học", [one(">=", 3, "hội thảo khoa học")], "at least"],
  ["Xây dựng tối thiểu 5 mô hình điểm", [one(">=", 5, "mô hình điểm")], "at least, formal"],
  ["Thu hút trên 20 doanh nghiệp", [one(">=", 20, "doanh nghiệp")], "more than"],
  ["Hỗ trợ không dưới 100 hộ nghèo", [one(">=", 100, "hộ nghèo")], "not below"],
  ["Khoảng 500 đại biểu tham dự", [one("~", 500, "đại biểu")], "about; the verb ends the measure"],
  ["Gần 40 đoàn khách quốc tế", [one("~", 40, "đoàn khách quốc tế")], "nearly"],
  ["Không quá 03 cuộc kiểm tra", [one("<=", 3, "cuộc kiểm tra")], "not above"],
  ["Tối đa 10 dự án", [one("<=", 10, "dự án")], "at most"],
  ["Dưới 20 vụ việc", [one("<=", 20, "vụ việc")], "below"],
  ["Khoảng 2 - 3 chương trình giao lưu", [one("~range", [2, 3], "chương trình giao lưu")], "about a range"],
  ["Từ 10 đến 15 học bổng", [one("~range", [10, 15], "học bổng")], "a range in words"],
  ["4-5 sự kiện văn hóa", [one("~range", [4, 5], "sự kiện văn hóa")], "a range with a dash"],
  ["Đào tạo 1.200 lao động nông thôn", [one("=", 1200, "lao động nông thôn")], "thousands"],
  ["Thu hút 20.000 lượt khách", [one("=", 20000, "lượt khách")], "more thousands"],
  ["Xây dựng hai mô hình du lịch", [one("=", 2, "mô hình du lịch")], "in words after a verb of making"],
  ["Ít nhất một đối tác mới", [one(">=", 1, "đối tác mới")], "in words after at least"],
  ["Từ 05 dự án trở lên", [one(">=", 5, "dự án")], "upwards"],
  ["10 sản phẩm trở lên", [one(">=", 10, "sản phẩm")], "upwards, no từ"],
  [
    "Tổ chức 01 hội nghị; biên soạn 02 tài liệu",
    [one("=", 1, "hội nghị"), one("=", 2, "tài liệu")],
    "two in a row",
  ],
  ["- 03 phóng sự\n- 10 tin bài", [one("=", 3, "phóng sự"), one("=", 10, "tin bài")], "on two lines"],
  [
    "Mời 10 nhà khoa học, chuyên gia quốc tế",
    [one("=", 10, "nhà khoa học, chuyên gia quốc tế")],
    "a list is one measure",
  ],
  ["Tổ chức 2 tọa đàm/hội nghị", [one("=", 2, "tọa đàm/hội nghị")], "one or the other"],
  [
    "Hỗ trợ 20 doanh nghiệp/hợp tác xã",
    [one("=", 20, "doanh nghiệp/hợp tác xã")],
    "one or the other, of bodies",
  ],
  [
    "05 lớp, khoảng 200 học viên",
    [one("=", 5, "lớp"), one("~", 200, "học viên")],
    "a comma parts two counts",
  ],
  ["Ký kết 3 thỏa thuận về giáo dục", [one("=", 3, "thỏa thuận")], "về ends the measure"],
  ["Thành lập 04 tổ công tác tại các xã", [one("=", 4, "tổ công tác")], "tại ends the measure"],
  [
    "Mở 01 khóa bồi dưỡng quy mô 50 học viên",
    [one("=", 1, "khóa bồi dưỡng")],
    "a scale says which, and ends the measure",
  ],
  ["Tổ chức 01 ngày hội văn hóa", [one("=", 1, "ngày hội văn hóa")], "an event named after a day"],
  ["Tổ chức 02 tuần lễ ẩm thực", [one("=", 2, "tuần lễ ẩm thực")], "an event named after a week"],
  ["Tập huấn trong 02 ngày", [], "a length of time counts nothing"],
  ["12 xã hoàn thành nông thôn mới", [one("=", 12, "xã")], "a verb ends the measure"],
  ["Cấp 200 suất học bổng", [one("=", 200, "suất học bổng")], "cấp as a verb"],
  ["Trường mầm non cấp 1 trong tỉnh", [], "cấp as a level"],
  ["Biên tập 12 chuyên trang để quảng bá", [one("=", 12, "chuyên trang")], "để ends the measure"],
];

const percentages: readonly Row[] = [
  [
    "100% hồ sơ được giải quyết đúng hạn",
    [one("=", 100, "% hồ sơ", { scope: "share" })],
    "a share of things",
  ],
  [
    "100% sở, ngành, địa phương có kế hoạch",
    [one("=", 100, "% sở, ngành, địa phương", { scope: "share" })],
    "a share of bodies",
  ],
  ["Lắp đặt tại 100% xã, phường", [one("=", 100, "% xã, phường", { scope: "share" })], "after tại"],
  ["Trên 95% người dân hài lòng", [one(">=", 95, "% người dân hài lòng", { scope: "share" })], "more than"],
  ["> 80% hồ sơ trực tuyến", [one(">=", 80, "% hồ sơ trực tuyến", { scope: "share" })], "a sign"],
  ["90% thủ tục trở lên thực hiện trực tuyến", [one(">=", 90, "% thủ tục")], "upwards"],
  ["Tỷ lệ giải ngân đạt ít nhất 95%", [one(">=", 95, "% tỷ lệ giải ngân")], "what is measured stands before"],
  ["Tỷ lệ hộ nghèo dưới 2%", [one("<=", 2, "% tỷ lệ hộ nghèo")], "below"],
  ["Rút ngắn khoảng 30% thời gian xử lý", [one("~", -30, "% thời gian xử lý")], "a reduction is negative"],
  ["Giảm tối thiểu 20% chi phí", [one("<=", -20, "% chi phí")], "at least less is at most the negative"],
  ["Cắt giảm 50% thành phần hồ sơ", [one("=", -50, "% thành phần hồ sơ")], "cut"],
  ["Xuất khẩu tăng ít nhất 10%", [one(">=", 10, "% xuất khẩu")], "an increase, named before"],
  ["Tăng trưởng du lịch 12%/năm", [one("=", 12, "% du lịch", { per: "P1Y" })], "per year"],
  ["Giải ngân 100% kế hoạch vốn", [one("=", 100, "% kế hoạch vốn")], "of a plan"],
  ["Từ 80% đến 90% học sinh", [one("~range", [80, 90], "% học sinh")], "a range of percent"],
];

const units: readonly Row[] = [
  ["Trồng mới 500 ha rừng", [one("=", 500, "ha rừng")], "a unit before its noun"],
  ["Diện tích cây ăn quả 12.000 ha", [one("=", 12000, "ha diện tích cây ăn quả")], "a unit after its noun"],
  [
    "Đến năm 2030: lúa 40.000 ha, ngô 5.500 ha",
    [one("=", 40000, "ha lúa", { by: "2030" }), one("=", 5500, "ha ngô", { by: "2030" })],
    "one for each crop, all by the year",
  ],
  ["Thu hút 150 triệu USD vốn FDI", [one("=", 150e6, "USD vốn FDI")], "money with its scale"],
  [
    "Kim ngạch xuất khẩu đạt trên 1,5 tỷ USD",
    [one(">=", 1.5e9, "USD kim ngạch xuất khẩu")],
    "decimals and scale",
  ],
  ["Vận động 20 tỷ đồng viện trợ", [one("=", 20e9, "đồng viện trợ")], "đồng"],
  ["Nâng cấp 25 km đường biên giới", [one("=", 25, "km đường biên giới")], "length"],
  ["Chỉ số PCI đạt 70 điểm", [one("=", 70, "điểm chỉ số PCI")], "points"],
  ["Phấn đấu đến năm 2027 có 12 xã đạt chuẩn", [one("=", 12, "xã", { by: "2027" })], "by a year"],
  ["Đến hết năm 2026 có 3 bệnh viện", [one("=", 3, "bệnh viện", { by: "2026" })], "by the end of a year"],
  [
    "Đến năm 2026 có 3 trạm. Mở 2 lớp.",
    [one("=", 3, "trạm", { by: "2026" }), one("=", 2, "lớp")],
    "ends with its sentence",
  ],
];

const rates: readonly Row[] = [
  [
    "Trung bình 04 tin/tháng/đơn vị",
    [one("~avg", 4, "tin", { per: "P1M", each: "đơn vị", scope: "each" })],
    "per month and unit",
  ],
  ["Bình quân 2 bài/tuần", [one("~avg", 2, "bài", { per: "P1W" })], "per week"],
  ["Tổ chức 02 lớp/năm", [one("=", 2, "lớp", { per: "P1Y" })], "per year"],
  ["Phát hành 1.000 ấn phẩm/quý", [one("=", 1000, "ấn phẩm", { per: "P3M" })], "per quarter"],
  [
    "Mỗi đơn vị có ít nhất 01 sáng kiến",
    [one(">=", 1, "sáng kiến", { each: "đơn vị", scope: "each" })],
    "each unit",
  ],
  [
    "Mở 03 khóa, mỗi khóa khoảng 40 học viên",
    [one("=", 3, "khóa"), one("~", 40, "học viên", { each: "khóa" })],
    "each course",
  ],
  ["50 người/lớp", [one("=", 50, "người", { each: "lớp", scope: "each" })], "for each class"],
  ["Mỗi năm 02 đoàn công tác", [one("=", 2, "đoàn công tác", { per: "P1Y" })], "each year"],
  ["Diễn đàn được tổ chức 02 năm một lần", [one("=", 1, "Diễn đàn", { per: "P2Y" })], "once in two years"],
  [
    "Tổ chức đối thoại 2 lần/năm",
    [one("=", 1, "đối thoại", { per: "P6M" })],
    "twice a year is once in half a year",
  ],
];

const subjects: readonly Row[] = [
  [
    "Tỷ lệ lấp đầy đạt từ 60% trở lên",
    [one(">=", 60, "% tỷ lệ lấp đầy")],
    "từ … trở lên around a percentage",
  ],
  [
    "Doanh thu đạt 30 triệu đồng/người/năm",
    [one("=", 30e6, "đồng doanh thu", { per: "P1Y", each: "người" })],
    "two slashes",
  ],
  [
    "Tốc độ tăng trưởng xuất khẩu 7 - 8%/năm",
    [one("~range", [7, 8], "% tốc độ tăng trưởng xuất khẩu")],
    "a rate by name",
  ],
  [
    "Khách du lịch 2 triệu lượt, trong đó khách quốc tế 90.000 lượt",
    [one("=", 2e6, "lượt khách du lịch"), one("=", 90000, "lượt khách quốc tế")],
    "a part of a figure is a figure",
  ],
  [
    "Cử 03 đoàn đi học tập, đón 10 đoàn khách",
    [one("=", 3, "đoàn"), one("=", 10, "đoàn khách")],
    "a verb after a comma",
  ],
];

const external: readonly Row[] = [
  ["Số lượng dự án theo chỉ tiêu UBND tỉnh giao", [one("external", null, "dự án")], "set elsewhere"],
  [
    "Theo số lượng các mô hình được HĐND tỉnh giao chỉ tiêu",
    [one("external", null, "mô hình")],
    "the other order",
  ],
  [
    "Thu ngân sách đạt chỉ tiêu HĐND tỉnh giao",
    [one("external", null, "thu ngân sách")],
    "what is measured before",
  ],
];

const nothing: readonly (readonly [string, string])[] = [
  ["Thực hiện theo Điều 5 Luật Đầu tư", "an article"],
  ["Thực hiện Nghị quyết số 18-NQ/TW", "the number of a document"],
  ["Quyết định 1520/QĐ-UBND", "the number of a document without số"],
  ["Quy hoạch phân khu tỷ lệ 1/2000", "the scale of a map"],
  ["Dịch vụ công trực tuyến mức độ 4", "a level"],
  ["Theo tinh thần 6 rõ", "a slogan"],
  ["Giải đua thuyền F1H2O", "figures in a name"],
  ["Phòng, chống COVID-19", "a figure after a hyphen"],
  ["Đạt chuẩn ISO 9001:2015", "a standard"],
  ["Kế hoạch năm 2026 được phê duyệt", "a year"],
  ["Chương trình giai đoạn 2026-2030", "a span of years"],
  ["Hoàn thành trước ngày 30/9/2025", "a date"],
  ["Trong 06 tháng cuối năm", "a length of time"],
  ["Giải quyết trong 05 ngày làm việc", "a term"],
  ["Báo cáo quý 3", "a quarter"],
  ["Trường tiểu học cấp 1", "a level of school"],
  ["Dự án có quy mô từ 100 triệu USD trở lên", "an attribute"],
  ["Hai bên ký một số văn bản", "parties and an unknown number"],
  ["Công nghiệp 4.0", "a name"],
  ["Quốc lộ 19 được nâng cấp", "a road"],
  ["Liên hoan phim lần thứ 3", "an ordinal"],
  ["Danh mục dự án kêu gọi đầu tư", "no number"],
  ["", "empty"],
];

describe("readTargets", () => {
  it.each([...counts, ...percentages, ...units, ...rates, ...subjects, ...external])(
    "reads %s",
    (text, targets, _reason) => {
      expect(readTargets(text)).toMatchObject(targets);
      expect(readTargets(text)).toHaveLength(targets.length);
    },
  );

  it.each(nothing)("reads no target in '%s'", (text, _reason) => {
    expect(readTargets(text)).toEqual([]);
  });

  it("calls a figure joint only when several answer for it and the words do not part it", () => {
    const together = {
      leads: [{ collective: "các sở, ngành", text: "các sở, ngành", role: "lead", share: null }],
    } as const;
    expect(readTargets("Tổ chức 02 sự kiện", together)[0]?.scope).toBe("joint");
    expect(readTargets("02 tin/tháng/đơn vị", together)[0]?.scope).toBe("each");
    expect(readTargets("100% văn bản được rà soát", together)[0]?.scope).toBe("share");
    expect(readTargets("Tổ chức 02 sự kiện")[0]?.scope).toBeUndefined();
  });
});
