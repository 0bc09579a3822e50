import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldedKey } from "../text/fold.ts";
import { pairsOfFolded, pairsSought } from "./lineage-pairs.ts";

function textOf(content: string) {
  return {
    ...{ content, result: null, timeWords: null, heading: null, subject: null },
    ...{ leads: [], coordinators: [], collectiveLeads: false },
  };
}

describe("the pairs by which tasks are found", () => {
  it.each<[string, string, string, boolean]>([
    [
      "the same thing in another order",
      "Lập bản đồ vùng nuôi hàu",
      "Hoàn thành bản đồ vùng nuôi hàu thương phẩm",
      true,
    ],
    [
      "a name that the one writes without accents",
      "Sửa cầu tàu Hòn Khoai",
      "sua chua cau tau hon khoai",
      true,
    ],
    ["only words that every order has", "Tổ chức thực hiện kế hoạch", "Triển khai thực hiện kế hoạch", false],
    ["only a number and a day", "Báo cáo trước ngày 15/4/2026", "Trình trước ngày 15/4/2026", false],
    ["other work", "Mở chợ phiên ban đêm", "Xây trạm quan trắc gió", false],
  ])("%s", (_, one, other, shares) => {
    const held = new Set(pairsOfFolded(foldedKey(other)));
    expect(pairsSought(textOf(one), []).some((pair) => held.has(pair))).toBe(shares);
  });

  it("are numbers that PostgreSQL holds, each once", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,7}$/), { maxLength: 40 }), (words) => {
        const pairs = pairsOfFolded(words.join(" "));
        expect(new Set(pairs).size).toBe(pairs.length);
        expect(pairs.every((pair) => Number.isInteger(pair) && pair >= -(2 ** 31) && pair < 2 ** 31)).toBe(
          true,
        );
        expect(pairs.length).toBeLessThanOrEqual(Math.max(0, words.length - 1));
      }),
    );
  });
});
