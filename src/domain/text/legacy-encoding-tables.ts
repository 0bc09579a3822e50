/**
 * Vietnamese letters as the fonts of before Unicode held them, written as the Latin-1 characters that such text looks
 * like in a Unicode program. TCVN3: TCVN 5712:1993, table VN3 (fonts ".Vn…", known as ABC). VNI: VNI for Windows.
 */

/** TCVN3 character → letter. Capitals with a tone do not exist: fonts ending in "H" draw capitals for small letters. */
export const tcvn3Letters: ReadonlyMap<string, string> = paired(
  "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
  "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
);

/** VNI letters that are one character. */
export const vniSingles: ReadonlyMap<string, string> = paired("ñíìæóòôöîÑÍÌÆÓÒÔÖÎ", "đíìỉĩịơưỵĐÍÌỈĨỊƠƯỴ");

/** The marks that follow a base letter in VNI, by base letter: the marks, and the letters that they make in the same order. */
const vniMarks: readonly (readonly [base: string, marks: string, letters: string])[] = [
  ["a", "øùûõïêèéúüëâàáåãä", "àáảãạăằắẳẵặâầấẩẫậ"],
  ["e", "øùûõïâàáåãä", "èéẻẽẹêềếểễệ"],
  ["o", "øùûõïâàáåãä", "òóỏõọôồốổỗộ"],
  ["ô", "øùûõï", "ờớởỡợ"],
  ["u", "øùûõï", "ùúủũụ"],
  ["ö", "øùûõï", "ừứửữự"],
  ["y", "øùûõ", "ỳýỷỹ"],
];

/** VNI letters that are two characters: base and mark. The base decides between capital and small; the mark may be either. */
export const vniPairs: ReadonlyMap<string, string> = new Map(
  vniMarks.flatMap(([base, marks, letters]) =>
    [...marks].flatMap((mark, i): [string, string][] => {
      const letter = letters[i] ?? "";
      const capital = letter.toUpperCase();
      return [
        [base + mark, letter],
        [base + mark.toUpperCase(), letter],
        [base.toUpperCase() + mark, capital],
        [base.toUpperCase() + mark.toUpperCase(), capital],
      ];
    }),
  ),
);

function paired(from: string, to: string): ReadonlyMap<string, string> {
  const letters = [...to];
  return new Map([...from].map((character, i) => [character, letters[i] ?? ""]));
}
