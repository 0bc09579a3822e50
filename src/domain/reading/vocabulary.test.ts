import { describe, expect, it } from "vitest";
import { realGazetteer } from "../../../tests/support/gazetteer.ts";
import { respell } from "../text/respelling.ts";
import { vocabularyOf } from "./vocabulary.ts";

const gazetteer = realGazetteer();
const vocabulary = vocabularyOf(gazetteer);

describe("the vocabulary of reading in damaged text", () => {
  it.each([
    ["Giao S¢ Lao d6ng chu tri", "Giao Sở Lao động chủ trì", "a body that is not listed: its words are"],
    ["S& Néng nghiép va Moi truong", "Sở Nông nghiệp và Môi trường", "a department"],
    ["BO CONG THUONG", "BỘ CÔNG THƯƠNG", "a ministry in a head"],
    ["UBND tinh Thanh Héa", "UBND tỉnh Thanh Hóa", "a province"],
    ["B6 Chi huy Quan su tinh", "Bộ Chỉ huy Quân sự tỉnh", "a military body"],
    ["tru6c ngay 05/12/2025", "trước ngày 05/12/2025", "a date ahead"],
    ["cham nhat ngay 30/6/2026", "chậm nhất ngày 30/6/2026", "the latest day"],
    ["dinh ky hang quy", "định kỳ hằng quý", "a rhythm, in one of its two spellings"],
    ["Quyét dinh s6 45/QD-UBND", "Quyết định số 45/QD-UBND", "a number stays as it stands"],
    ["Noi nhén:", "Nơi nhận:", "the closing"],
    ["KT. CHU TICH", "KT. CHỦ TỊCH", "a capacity"],
    ["Thu truong cac so, ban, nganh", "Thủ trưởng các sở, ban, ngành", "offices and a collective"],
    ["ké hoach dau tu cong", "kế hoạch đầu tư công", "words of a field"],
  ])("%s: %s, %s", (text, expected) => {
    expect(respell(text, vocabulary).text).toBe(expected);
  });

  it("is built once for a gazetteer", () => {
    expect(vocabularyOf(gazetteer)).toBe(vocabulary);
  });
});
