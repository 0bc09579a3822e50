import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paragraphsOf } from "./block.ts";
import { blocksOfLines, hasWords } from "./text-lines.ts";

const linesOf = (text: string) => text.split("\n").map((line, i) => ({ number: i + 1, text: line }));
const read = (text: string) =>
  [...paragraphsOf(blocksOfLines(linesOf(text)).blocks)].map((paragraph) => paragraph.text);

/** Breaks a text at a width, as copying out of a PDF does. */
function broken(text: string, width: number): string {
  return text.replace(new RegExp(`(.{1,${width}})(?: |$)`, "g"), "$1\n").trimEnd();
}

const long =
  "Sở Xây dựng chủ trì, phối hợp với các địa phương rà soát toàn bộ các tuyến đường đã xuống cấp trên địa bàn, lập danh mục ưu tiên sửa chữa, xác định nguồn vốn và thời gian thực hiện của từng tuyến để trình cấp có thẩm quyền xem xét trong quý này";

describe("blocksOfLines", () => {
  it("keeps one paragraph a line apart", () => {
    expect(read("KẾ HOẠCH\n\nI. MỤC TIÊU\n- Nâng cấp đường.\n- Mở rộng cầu.")).toEqual([
      "KẾ HOẠCH",
      "I. MỤC TIÊU",
      "- Nâng cấp đường.",
      "- Mở rộng cầu.",
    ]);
  });

  it("joins lines broken at a width, also over stray blank lines", () => {
    const items = Array.from({ length: 4 }, (_, i) =>
      broken(`${i + 1}. ${long}.`, 80).replace("\n", "\n \n"),
    );
    expect(read(items.join("\n"))).toEqual(Array.from({ length: 4 }, (_, i) => `${i + 1}. ${long}.`));
  });

  it("keeps lines of like length apart where no sentence goes on in the next", () => {
    const cells = Array.from({ length: 6 }, (_, i) => [
      String(i + 1),
      `Rà soát danh mục công trình trọng điểm đợt ${i}`,
      "Sở Xây dựng",
    ]);
    expect(read(cells.flat().join("\n"))).toEqual(cells.flat());
  });

  it("begins a paragraph at a line that is set in", () => {
    const text = [1, 2, 3]
      .map((n) => `      ${broken(`${long} ${n}`, 80)}`)
      .join("\n")
      .replace("      Sở", "Sở");
    expect(read(text)).toEqual([`${long} 1`, `${long} 2`, `${long} 3`]);
  });

  it("leaves page numbers of broken text out, and books them", () => {
    const [head, ...tail] = broken(`1. ${long}.`, 80).split("\n");
    const text = `${[head, "2", ...tail].join("\n")}\n${broken(`2. ${long}.`, 80)}\n${broken(`3. ${long}.`, 80)}`;
    const { steps } = blocksOfLines(linesOf(text));
    expect(read(text)[0]).toBe(`1. ${long}.`);
    expect(steps[0]?.rejected).toEqual([{ what: "2", where: "dòng 2", why: "số trang" }]);
  });

  it("keeps a lone number where each line is a paragraph: it may be a cell of a flattened table", () => {
    expect(read("STT\nNội dung\n1\nLập danh mục\n2\nMở lớp")).toContain("2");
  });

  it("joins a name broken at its dash", () => {
    const text = `${broken(`1. ${long}.`, 78)}\n${broken(`2. ${long} và giao cho tập thể lãnh đạo phụ trách của Sở Lao động`, 78)}\n– Thương binh và Xã hội theo dõi.\n${broken(`3. ${long}.`, 78)}`;
    expect(read(text)[1]).toMatch(/của Sở Lao động – Thương binh và Xã hội theo dõi\.$/);
  });

  it("reads tables written with pipes, with breaks inside cells", () => {
    const { blocks } = blocksOfLines(
      linesOf("| TT | Nội dung |\n| --- | --- |\n| 1 | Lập danh mục<br>Công bố |"),
    );
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({
      kind: "table",
      columnCount: 2,
      rows: [{}, { cells: [{}, { blocks: [{ text: "Lập danh mục" }, { text: "Công bố" }] }] }],
    });
  });

  it("parts a line of several columns and takes Markdown emphasis off", () => {
    expect(
      read("Số: 12/QĐ-UBND | *Pleiku, ngày 03 tháng 4 năm 2026*\n**Điều 1.** Phê duyệt danh mục."),
    ).toEqual(["Số: 12/QĐ-UBND", "Pleiku, ngày 03 tháng 4 năm 2026", "Điều 1. Phê duyệt danh mục."]);
  });

  it("tells the line of every word", () => {
    const text = broken(`1. ${long}.`, 80);
    const [paragraph] = [...paragraphsOf(blocksOfLines(linesOf([text, text, text].join("\n"))).blocks)];
    expect(paragraph?.spans.map((span) => span.place.lineFrom)).toEqual(
      text.split("\n").map((_, i) => i + 1),
    );
  });

  it("loses no word and invents none, whatever the lines", () => {
    const line = fc.oneof(
      fc.constantFrom("", " ", "1. Việc", "- ý", "2", "| a | b |", "SỞ Y TẾ", "chữ thường nối tiếp"),
      fc.string({ maxLength: 90 }),
    );
    const words = (text: string) => text.replace(/<br\s*\/?>/gi, " ").replace(/[^\p{L}\p{N}]+/gu, "");
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (texts) => {
        const { blocks, steps } = blocksOfLines(texts.map((text, i) => ({ number: i + 1, text })));
        const out =
          [...paragraphsOf(blocks)].map((paragraph) => paragraph.text).join("") +
          steps.flatMap((step) => step.rejected.map((rejected) => rejected.what)).join("");
        const sorted = (text: string) =>
          [...words(text.normalize("NFC").replaceAll("Ð", "Đ"))].sort().join("");
        expect(sorted(out)).toBe(sorted(texts.filter(hasWords).join("")));
      }),
    );
  });
});
