import { describe, expect, it } from "vitest";
import { RowMatcher } from "./repeats.ts";

const rows = [
  { ref: "PL.1", content: "Nâng cấp tuyến đường ven biển đoạn qua hai phường phía nam" },
  { ref: "PL.2", content: "Xây dựng kho lạnh bảo quản thủy sản tại cảng cá" },
  { ref: "PL.3", content: "Mở các lớp dạy nghề chế biến thủy sản cho lao động nữ" },
];

describe("RowMatcher", () => {
  it.each([
    [
      "the body says more than the row",
      "Ưu tiên nguồn vốn để nâng cấp tuyến đường ven biển đoạn qua hai phường phía nam, bảo đảm thoát nước trong mùa mưa",
      "PL.1",
    ],
    ["the row says more than the body", "Xây kho lạnh bảo quản thủy sản", "PL.2"],
    [
      "of two rows about one matter the nearer",
      "Mở lớp dạy nghề chế biến thủy sản cho lao động nữ vùng bãi ngang",
      "PL.3",
    ],
    ["another matter", "Tuyên truyền phòng, chống đuối nước cho học sinh trong dịp hè", null],
    ["words that every order shares", "Tăng cường phối hợp, tổ chức thực hiện trên địa bàn tỉnh", null],
  ])("%s", (_, text, ref) => {
    // Only ref and content of a task matter here.
    const matcher = new RowMatcher(rows as never);
    expect(matcher.match(text)?.ref ?? null).toBe(ref);
  });
});
