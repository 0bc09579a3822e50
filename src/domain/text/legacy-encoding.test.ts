import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fromLegacyFont,
  fromTcvn3,
  fromVni,
  holdsUnicodeVietnamese,
  legacyFontOf,
  recogniseLegacyEncoding,
} from "./legacy-encoding.ts";

/** Every letter: Unicode, TCVN3 (small letters, and the seven capitals that exist), VNI. */
const letters: readonly (readonly [unicode: string, tcvn3: string, vni: string])[] = [
  ["à", "µ", "aø"],
  ["á", "¸", "aù"],
  ["ả", "¶", "aû"],
  ["ã", "·", "aõ"],
  ["ạ", "¹", "aï"],
  ["ă", "¨", "aê"],
  ["ằ", "»", "aè"],
  ["ắ", "¾", "aé"],
  ["ẳ", "¼", "aú"],
  ["ẵ", "½", "aü"],
  ["ặ", "Æ", "aë"],
  ["â", "©", "aâ"],
  ["ầ", "Ç", "aà"],
  ["ấ", "Ê", "aá"],
  ["ẩ", "È", "aå"],
  ["ẫ", "É", "aã"],
  ["ậ", "Ë", "aä"],
  ["đ", "®", "ñ"],
  ["è", "Ì", "eø"],
  ["é", "Ð", "eù"],
  ["ẻ", "Î", "eû"],
  ["ẽ", "Ï", "eõ"],
  ["ẹ", "Ñ", "eï"],
  ["ê", "ª", "eâ"],
  ["ề", "Ò", "eà"],
  ["ế", "Õ", "eá"],
  ["ể", "Ó", "eå"],
  ["ễ", "Ô", "eã"],
  ["ệ", "Ö", "eä"],
  ["ì", "×", "ì"],
  ["í", "Ý", "í"],
  ["ỉ", "Ø", "æ"],
  ["ĩ", "Ü", "ó"],
  ["ị", "Þ", "ò"],
  ["ò", "ß", "oø"],
  ["ó", "ã", "où"],
  ["ỏ", "á", "oû"],
  ["õ", "â", "oõ"],
  ["ọ", "ä", "oï"],
  ["ô", "«", "oâ"],
  ["ồ", "å", "oà"],
  ["ố", "è", "oá"],
  ["ổ", "æ", "oå"],
  ["ỗ", "ç", "oã"],
  ["ộ", "é", "oä"],
  ["ơ", "¬", "ô"],
  ["ờ", "ê", "ôø"],
  ["ớ", "í", "ôù"],
  ["ở", "ë", "ôû"],
  ["ỡ", "ì", "ôõ"],
  ["ợ", "î", "ôï"],
  ["ù", "ï", "uø"],
  ["ú", "ó", "uù"],
  ["ủ", "ñ", "uû"],
  ["ũ", "ò", "uõ"],
  ["ụ", "ô", "uï"],
  ["ư", "\u00ad", "ö"],
  ["ừ", "õ", "öø"],
  ["ứ", "ø", "öù"],
  ["ử", "ö", "öû"],
  ["ữ", "÷", "öõ"],
  ["ự", "ù", "öï"],
  ["ỳ", "ú", "yø"],
  ["ý", "ý", "yù"],
  ["ỷ", "û", "yû"],
  ["ỹ", "ü", "yõ"],
  ["ỵ", "þ", "î"],
];

describe("the letters", () => {
  it("are the 67 that Vietnamese has beyond ASCII", () => {
    expect(new Set(letters.map(([unicode]) => unicode)).size).toBe(67);
    expect(new Set(letters.map(([, tcvn3]) => tcvn3)).size).toBe(67);
    expect(new Set(letters.map(([, , vni]) => vni)).size).toBe(67);
  });
  it.each(letters)("%s", (unicode, tcvn3, vni) => {
    expect(fromTcvn3(tcvn3)).toBe(unicode);
    expect(fromLegacyFont(tcvn3, { encoding: "tcvn3", capitals: true })).toBe(unicode.toUpperCase());
    expect(fromVni(vni)).toBe(unicode);
    expect(fromVni(vni.toUpperCase())).toBe(unicode.toUpperCase());
    // A capital that begins a word often keeps the small mark.
    expect(fromVni((vni[0] ?? "").toUpperCase() + vni.slice(1))).toBe(unicode.toUpperCase());
  });
  it("has the seven capitals of TCVN3", () => {
    expect(fromTcvn3("¡¢§£¤¥¦")).toBe("ĂÂĐÊÔƠƯ");
  });
});

/** Encodes for the round trip. */
function encode(text: string, column: 1 | 2): string {
  const table = new Map(letters.map((row) => [row[0], row[column]]));
  return [...text].map((letter) => table.get(letter) ?? letter).join("");
}

const sentences = [
  "cơ quan chủ trì báo cáo kết quả thực hiện trước ngày cuối quý",
  "ủy ban nhân dân các xã, phường phối hợp với sở xây dựng rà soát quỹ đất",
  "đề nghị giám đốc các đơn vị khẩn trương triển khai nhiệm vụ được giao",
];

describe("sentences", () => {
  it.each(sentences)("come back from both encodings and are recognised: %s", (sentence) => {
    expect(fromTcvn3(encode(sentence, 1))).toBe(sentence);
    expect(fromVni(encode(sentence, 2))).toBe(sentence);
    expect(recogniseLegacyEncoding(encode(sentence, 1))).toBe("tcvn3");
    expect(recogniseLegacyEncoding(encode(sentence, 2))).toBe("vni");
    expect(recogniseLegacyEncoding(sentence)).toBe(null);
  });
  it("survive any order of letters", () => {
    const word = fc
      .array(fc.constantFrom(...letters.map(([unicode]) => unicode), "b", "n", "t", " "))
      .map((x) => x.join(""));
    fc.assert(
      fc.property(word, (text) => {
        expect(fromTcvn3(encode(text, 1))).toBe(text);
        expect(fromVni(encode(text, 2))).toBe(text);
      }),
    );
  });
  it("read symbol-font codes like plain ones", () => {
    expect(fromTcvn3("C\uf0e9ng")).toBe("Cộng");
    expect(fromVni("\uf061\uf0f8")).toBe("à");
  });
});

describe("recogniseLegacyEncoding stays silent on", () => {
  it.each([
    ["nothing", ""],
    ["English", "The committee shall report on 15 July, at 9 a.m. (see § 5 and note 2)."],
    ["English with signs", "© 2024 Example®. Size 5µm, 10µm or ½in – price £20, ¥300; naïve café façade."],
    ["French", "Où est le goût du naïf maïs d'août? Le traîneau brûlé, la fenêtre à côté, déjà vu."],
    ["German", "Die größten Änderungen betreffen früher üblich gewesene Maßnahmen für Bürger."],
    [
      "Vietnamese of Latin-1 letters only",
      "Hoà và Toàn có khoá hoà giải, hoãn các xã; loá mắt, hoá giá, toá, hoà, khoá",
    ],
    ["Vietnamese in decomposed form", "Ủy ban nhân dân tỉnh báo cáo".normalize("NFD")],
    ["Vietnamese with a stray sign", "Bụi mịn 2,5µm và 10µm vượt ngưỡng; xem §3 và ½ số trạm®."],
    ["a single legacy word: too short to say", "ViÖt"],
  ])("%s", (_why, text) => {
    expect(recogniseLegacyEncoding(text)).toBe(null);
  });
  it("whatever clean Vietnamese syllables follow each other", () => {
    const syllables = [
      "hoà",
      "và",
      "có",
      "các",
      "xã",
      "khoá",
      "tỉnh",
      "được",
      "là",
      "toàn",
      "năm",
      "2025",
      "hoãn",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...syllables)), (words) => {
        expect(recogniseLegacyEncoding(words.join(" "))).toBe(null);
      }),
    );
  });
});

describe("legacyFontOf", () => {
  it.each([
    [".VnTime", { encoding: "tcvn3", capitals: false }],
    [".VnTimeH", { encoding: "tcvn3", capitals: true }],
    [".VnTimeH,Bold", { encoding: "tcvn3", capitals: true }],
    [".VnArialH-BoldItalic", { encoding: "tcvn3", capitals: true }],
    ["_VnTime", { encoding: "tcvn3", capitals: false }],
    [".VnArial NarrowH", { encoding: "tcvn3", capitals: true }],
    ["VNI-Times", { encoding: "vni", capitals: false }],
    ["Times New Roman", null],
    ["Vnpt Sans", null],
  ])("%s", (name, font) => {
    expect(legacyFontOf(name)).toEqual(font);
  });
});

describe("holdsUnicodeVietnamese", () => {
  it("tells letters that no legacy font could hold from those that it could", () => {
    expect(holdsUnicodeVietnamese("được")).toBe(true);
    expect(holdsUnicodeVietnamese("và các xã")).toBe(false);
  });
});
