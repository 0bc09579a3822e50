import { describe, expect, it } from "vitest";
import type { PictureReading } from "../../domain/document/extract.ts";
import { layoutPages } from "../../domain/document/layout/layout.ts";
import type { Page } from "../../domain/document/page.ts";
import { DrawnSheet, drawnFirstPage, machineRecogniser, recogniserName } from "./drawn-scan.fixture.ts";
import type { Picture } from "./picture.ts";
import { preparePicture, wordsRead } from "./read-picture.ts";
import { promptReader } from "./strip-reader.fixture.ts";

async function read(picture: Picture): Promise<PictureReading> {
  if (machineRecogniser === null) throw new Error("no recogniser");
  return wordsRead(preparePicture(picture, 1), promptReader(machineRecogniser));
}

function textOf(page: Page): string {
  return page.words.map((word) => word.text).join(" ");
}

const body = "báo cáo kết quả trước ngày 20/12/2026";

describe.skipIf(machineRecogniser === null)(
  `pages read off pictures${recogniserName}`,
  { timeout: 60_000 },
  () => {
    it("have the words of a slightly turned, noisy scan, the two columns of the head apart", async () => {
      const { page } = await read(drawnFirstPage().picture({ degrees: 1.4 }));
      const text = textOf(page);
      for (const words of [
        "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP Số: 217/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
        "Đồng Tháp, ngày 06 tháng 3 năm 2026",
        "KẾ HOẠCH",
        body,
      ])
        expect(text).toContain(words);
      expect(page).toMatchObject({ number: 1, pictureShare: 1 });
      expect(page.words.every((word) => word.origin === "recognised" && word.confidence <= 1)).toBe(true);
    });

    it.each([
      [1, "turned to the right"],
      [2, "upside down"],
      [3, "turned to the left"],
    ])("are turned upright: by %i quarters, %s", async (quarters) => {
      const { page } = await read(drawnFirstPage().picture({ quarters, degrees: -0.7 }));
      expect(page.width).toBeLessThan(page.height);
      expect(textOf(page)).toContain(body);
    });

    it("have the cells of a ruled table, numbers too, as a drawn file has them", async () => {
      const sheet = new DrawnSheet().table(
        [60, 95, 300, 420, 530],
        [100, 122, 160, 198, 222],
        [
          [["TT"], ["Nội dung công việc"], ["Đơn vị chủ trì"], ["Thời gian"]],
          [
            ["1."],
            ["Lập danh sách người học và", "gửi về Sở Nội vụ"],
            ["Các xã giáp biên"],
            ["Tháng 3/2026"],
          ],
          [
            ["2."],
            ["Mời giảng viên của Trường", "Đại học Trà Vinh"],
            ["Sở Giáo dục", "và Đào tạo"],
            ["Tháng 4"],
          ],
          [["3."], ["Mở các lớp học"], ["Sở Nội vụ"], ["15/5/2026"]],
        ],
      );
      const { page } = await read(sheet.picture({ degrees: 0.8 }));
      const [table] = layoutPages([page]).blocks;
      if (table?.kind !== "table") throw new Error("no table");
      const cells = table.rows.map((row) =>
        row.cells.map((cell) =>
          cell.blocks.map((block) => (block.kind === "paragraph" ? block.text : "")).join(" "),
        ),
      );
      expect(cells).toEqual([
        ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian"],
        ["1.", "Lập danh sách người học và gửi về Sở Nội vụ", "Các xã giáp biên", "Tháng 3/2026"],
        ["2.", "Mời giảng viên của Trường Đại học Trà Vinh", "Sở Giáo dục và Đào tạo", "Tháng 4"],
        ["3.", "Mở các lớp học", "Sở Nội vụ", "15/5/2026"],
      ]);
    });

    it("leave out the strokes of a pen and say where they stand", async () => {
      const sheet = drawnFirstPage()
        .text(420, 600, "KT. CHỦ TỊCH", { bold: true, align: "center" })
        .signature(370, 640)
        .text(420, 720, "Trần Văn Bé", { bold: true, align: "center" });
      const { page, rejected } = await read(sheet.picture());
      expect(textOf(page)).toMatch(/KT\. CHỦ TỊCH Trần Văn Bé$/);
      expect(rejected).toContainEqual({
        what: "nét vẽ lớn",
        where: "trang 1",
        why: "chữ ký, con dấu hoặc hình vẽ",
      });
    });

    it("are empty for an empty sheet", async () => {
      expect(await read(new DrawnSheet().picture())).toMatchObject({
        page: { words: [], rulings: [] },
        rejected: [],
      });
    });
  },
);
