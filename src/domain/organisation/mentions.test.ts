import { describe, expect, it } from "vitest";
import { documentOf, onOneLine, realGazetteer } from "../../../tests/support/gazetteer.ts";
import { findAddressees } from "./mentions.ts";

const gazetteer = realGazetteer();

/** Mentions as `words = addressees`, one per element. */
function mentionsOf(text: string, province: string | null): readonly string[] {
  return findAddressees(text, gazetteer, documentOf(province)).map(
    ({ start, end, addressees }) => `${text.slice(start, end)} = ${onOneLine(addressees)}`,
  );
}

describe("bodies in running text", () => {
  it.each<[string, string[], string]>([
    [
      "Giao Sở Tài chính chủ trì rà soát, trình UBND tỉnh.",
      ["Sở Tài chính = Sở Tài chính", "UBND tỉnh = UBND tỉnh"],
      "a verb ends the name",
    ],
    [
      "Sở Y tế và Sở Nội vụ khẩn trương hoàn thiện hồ sơ.",
      ["Sở Y tế và Sở Nội vụ = Sở Y tế | Sở Nội vụ"],
      "two bodies are one list",
    ],
    [
      "phối hợp với Sở Khoa học và Công nghệ và các cơ quan liên quan triển khai đề án",
      [
        "Sở Khoa học và Công nghệ và các cơ quan liên quan = Sở Khoa học và Công nghệ | ~các cơ quan liên quan",
      ],
      "và inside and after a name",
    ],
    [
      "Đề nghị Giám đốc Sở Ngoại vụ báo cáo trước ngày 20.",
      ["Giám đốc Sở Ngoại vụ = Sở Ngoại vụ"],
      "the office belongs to the mention",
    ],
    [
      "Thủ trưởng các sở, ban, ngành và Chủ tịch UBND các xã, phường chịu trách nhiệm",
      [
        "Thủ trưởng các sở, ban, ngành và Chủ tịch UBND các xã, phường = ~các sở, ban, ngành | ~UBND các xã, phường",
      ],
      "offices of many",
    ],
    [
      "Cục Viễn thám quốc gia có trách nhiệm tổng hợp số liệu.",
      ["Cục Viễn thám quốc gia = Cục Viễn thám quốc gia"],
      "small letters belong to the name",
    ],
    [
      "giao Trung tâm Kiểm định Chất lượng xây dựng kế hoạch năm",
      ["Trung tâm Kiểm định Chất lượng = Trung tâm Kiểm định Chất lượng"],
      "a name not listed ends before a verb",
    ],
    [
      "UBND xã Ia Dom rà soát các hộ dân.",
      ["UBND xã Ia Dom = UBND xã Ia Dom"],
      "a commune, and a common noun that is not one of bodies",
    ],
    [
      "các Sở: Tài chính, Công Thương, Nội vụ góp ý bằng văn bản",
      ["các Sở: Tài chính, Công Thương, Nội vụ = Sở Tài chính | Sở Công Thương | Sở Nội vụ"],
      "shared head",
    ],
    [
      "Theo ý kiến của các cơ quan liên quan, Sở Tài chính tổng hợp",
      ["các cơ quan liên quan = ~các cơ quan liên quan", "Sở Tài chính = Sở Tài chính"],
      "the main clause begins after the comma",
    ],
    [
      "Về việc thành lập Ban Chỉ đạo Công tác biển, Sở Ngoại vụ tham mưu",
      ["Ban Chỉ đạo Công tác biển = Ban Chỉ đạo Công tác biển", "Sở Ngoại vụ = Sở Ngoại vụ"],
      "what is founded does not act",
    ],
    ["sửa chữa cơ sở y tế vùng cao", [], "cơ sở y tế is no department"],
    ["phát triển kinh tế - xã hội, an ninh xã hội", [], "xã hội is no commune"],
    ["trong trường hợp cần thiết, tổ chức các cuộc họp", [], "false common nouns"],
    ["Kế hoạch số 142-KH/TU và Quyết định 15/QĐ-UBND", [], "symbols of numbers"],
    ["tiếp nhận viện trợ phi chính phủ", [], "no Government in small letters"],
    [
      "Giao So Ngoai vu bao cao UBND tinh",
      ["So Ngoai vu = Sở Ngoại vụ", "UBND tinh = UBND tỉnh"],
      "accents lost",
    ],
    ["THÔNG BÁO KẾT LUẬN HỘI NGHỊ", [], "a heading in capitals"],
    [
      "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, các tổ chức chính trị - xã hội tỉnh: Giám sát thực hiện",
      [
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, các tổ chức chính trị - xã hội tỉnh = Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh | ~các tổ chức chính trị - xã hội tỉnh",
      ],
      "a colon ends the list",
    ],
  ])("%s", (text, expected) => {
    expect(mentionsOf(text, "Gia Lai")).toEqual(expected);
  });

  it.each([
    [
      "Các Bộ Nội vụ, Tư pháp và Bộ Công an theo chức năng hướng dẫn",
      ["Các Bộ Nội vụ, Tư pháp và Bộ Công an = Bộ Nội vụ | Bộ Tư pháp | Bộ Công an"],
    ],
    [
      "Thủ tướng Chính phủ Nguyễn Văn A chủ trì; UBND tỉnh Gia Lai báo cáo",
      ["Thủ tướng Chính phủ = Thủ tướng Chính phủ", "UBND tỉnh Gia Lai = UBND tỉnh Gia Lai"],
    ],
    [
      "Thanh tra Bộ Y tế làm việc với Sở Y tế các tỉnh",
      ["Thanh tra Bộ Y tế = Thanh tra Bộ Y tế", "Sở Y tế các tỉnh = ~Sở Y tế các tỉnh"],
    ],
  ])("of a central document: %s", (text, expected) => {
    expect(mentionsOf(text, null)).toEqual(expected);
  });

  it("gives offsets of the text as given, composed or not, in order and apart", () => {
    const text = "Sở Nội vụ báo cáo; Sở Tài chính thẩm định; các sở, ngành thực hiện.";
    for (const form of [text, text.normalize("NFD")]) {
      const mentions = findAddressees(form, gazetteer, documentOf("Gia Lai"));
      expect(mentions.map(({ start, end }) => form.slice(start, end).normalize("NFC"))).toEqual([
        "Sở Nội vụ",
        "Sở Tài chính",
        "các sở, ngành",
      ]);
      for (const [i, mention] of mentions.entries())
        expect(mention.start).toBeGreaterThanOrEqual(mentions[i - 1]?.end ?? 0);
    }
  });

  it("takes time in proportion to the text", () => {
    const sentence = "Giao Sở Tài chính phối hợp với các sở, ngành và UBND các xã, phường trình UBND tỉnh. ";
    const timeOf = (times: number) => {
      const text = sentence.repeat(times);
      const start = performance.now();
      findAddressees(text, gazetteer, documentOf("Gia Lai"));
      return performance.now() - start;
    };
    timeOf(200);
    const [small, large] = [timeOf(200), timeOf(1600)];
    expect(large).toBeLessThan(Math.max(small, 2) * 8 * 6);
  });
});
