import { describe, expect, it } from "vitest";
import { columnKindOf, givesOrders, looksLikeHeading, nameColumns } from "./columns.ts";

describe("columnKindOf", () => {
  it.each([
    ["STT", "label"],
    ["TT", "label"],
    ["Số TT", "label"],
    ["Nội dung công việc", "content"],
    ["Nhiệm vụ, giải pháp", "content"],
    ["Tên nhiệm vụ", "content"],
    ["Nội dung hoạt động", "content"],
    ["Nhóm nhiệm vụ / Nhiệm vụ cụ thể", "content"],
    ["Đơn vị chủ trì", "lead"],
    ["Cơ quan chủ trì, phối hợp", "lead"],
    ["Sở, ngành chủ trì tham mưu", "lead"],
    ["Đơn vị thực hiện", "lead"],
    ["Cơ quan thực hiện / Chủ trì", "lead"],
    ["Trách nhiệm thực hiện", "lead"],
    ["Cơ quan, đơn vị đầu mối", "lead"],
    ["Đơn vị phối hợp", "coordinating"],
    ["Cơ quan thực hiện / Phối hợp", "coordinating"],
    ["Đơn vị phối hợp thực hiện", "coordinating"],
    ["Thời gian thực hiện/ hoàn thành", "time"],
    ["Tiến độ", "time"],
    ["Thời hạn hoàn thành", "time"],
    ["Hạn báo cáo", "time"],
    ["Lộ trình thực hiện", "time"],
    ["Kết quả", "result"],
    ["Sản phẩm đầu ra", "result"],
    ["Dự kiến kết quả, sản phẩm", "result"],
    ["Cấp trình", "approver"],
    ["Cơ quan trình", "approver"],
    ["Thẩm quyền ban hành", "approver"],
    ["Tình hình thực hiện", "status"],
    ["Ghi chú", "note"],
    ["Địa điểm", "other"],
    ["Mã nhiệm vụ", "other"],
    ["Tên cuộc kiểm tra", "content"],
    ["Việc phải làm", "content"],
    ["Hạn", "time"],
    ["Phí, lệ phí", "foreign"],
    ["Tên thủ tục hành chính", "foreign"],
    ["Diện tích (ha)", "other"],
  ])("%s holds %s", (heading, kind) => {
    expect(columnKindOf(heading)).toBe(kind);
  });
});

describe("givesOrders", () => {
  it.each([
    [true, ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"], "a plan's annex"],
    [
      true,
      ["STT", "Nội dung", "Thời gian hoàn thành", "Sản phẩm"],
      "no lead column: the leads are missing, the orders are not",
    ],
    [
      false,
      ["STT", "Tên TTHC", "Thời hạn giải quyết", "Địa điểm thực hiện", "Phí, lệ phí", "Cơ quan thực hiện"],
      "a list of procedures",
    ],
    [false, ["STT", "Nội dung chi", "Đơn vị thực hiện", "Dự toán (triệu đồng)", "Ghi chú"], "a budget"],
    [
      true,
      ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian", "Dự toán (triệu đồng)"],
      "a plan that says the costs too",
    ],
    [false, ["STT", "Họ và tên", "Chức vụ", "Ghi chú"], "a list of people"],
    [false, ["TT", "Nội dung", "Đơn vị tính", "Số lượng"], "a budget table"],
  ])("%s for %j: %s", (expected, headings) => {
    expect(givesOrders(nameColumns(headings))).toBe(expected);
  });

  it("keeps the first of two columns of a kind", () => {
    expect(nameColumns(["TT", "Nội dung", "Nhiệm vụ", "Chủ trì"]).map((column) => column.kind)).toEqual([
      "label",
      "content",
      "other",
      "lead",
    ]);
  });

  it.each([
    [["TT", "Đề án", "Cơ quan trình", "Cấp ban hành"], 3, "approver", "who issues, not who submits"],
    [
      ["TT", "Nội dung", "Thời gian / Bắt đầu", "Thời gian / Hoàn thành"],
      3,
      "time",
      "the end, not the start",
    ],
    [
      ["TT", "Tên mô hình", "Đơn vị thực hiện", "Thời gian"],
      1,
      "content",
      "an unknown heading of what is done",
    ],
    [["TT", "Mã số", "Tên mô hình", "Đơn vị thực hiện", "Thời gian"], 2, "content", "never a code"],
  ])("%j: column %i is the %s: %s", (headings, column, kind) => {
    const kinds = nameColumns(headings).map((each) => each.kind);
    expect(kinds.indexOf(kind as (typeof kinds)[number])).toBe(column);
  });

  it("does not take a row of a table for its heading", () => {
    expect(looksLikeHeading(["1", "Lập danh mục công việc cần làm trong năm", "Sở Y tế", "Quý I"])).toBe(
      false,
    );
  });
});
