import { expect, it } from "vitest";
import type { Page, PageWord } from "../page.ts";
import { linesInOrder } from "./reading-order.ts";

function words(y: number, x: number, text: string): PageWord[] {
  let left = x;
  return text.split(" ").map((part) => {
    const right = left + part.length * 6;
    const box = [left, y, right, y + 14] as const;
    left = right + 4;
    return { text: part, box, size: 13, bold: false, italic: false, origin: "recognised", confidence: 0.9 };
  });
}

const body = "Các xã gửi báo cáo trước ngày hai mươi tháng chạp năm nay để tổng hợp";

const page: Page = {
  ...{ number: 1, width: 595, height: 842, pictureShare: 1, rulings: [] },
  // As a recogniser gives them: region by region, and not in the order of the page.
  words: [
    ...words(300, 85, body),
    ...words(60, 330, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ...words(78, 370, "Độc lập - Tự do - Hạnh phúc"),
    ...words(60, 90, "ỦY BAN NHÂN DÂN"),
    ...words(78, 95, "TỈNH ĐỒNG THÁP"),
  ],
};

it("reads each column of a head by itself, the left before the right, and then the body", () => {
  expect(linesInOrder(page).map((line) => line.map(({ text }) => text).join(" "))).toEqual([
    "ỦY BAN NHÂN DÂN",
    "TỈNH ĐỒNG THÁP",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    body,
  ]);
});

it("loses no word and gives none twice", () => {
  const given = linesInOrder(page).flat();
  expect(given).toHaveLength(page.words.length);
  expect(new Set(given)).toEqual(new Set(page.words));
});
