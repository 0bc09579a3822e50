/**
 * Signs of the symbol fonts of Windows as Unicode, by the character code in the font (0x20…0xFF).
 * Symbol: Unicode mapping table VENDORS/APPLE/SYMBOL.TXT; Wingdings: Unicode L2/11-052.
 */
const symbolSigns: ReadonlyMap<number, string> = new Map([
  ...numbered(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"),
  ...numbered(0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"),
  ...numbered(0x30, "0123456789:;<=>?"),
  ...numbered(0x28, "()∗+,-./"),
  ...numbered(0xa3, "≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
  ...numbered(0xce, "∈∉∠∇"),
  [0x20, " "],
  [0x21, "!"],
  [0x25, "%"],
  [0x26, "&"],
  [0x5b, "["],
  [0x5d, "]"],
  [0x5f, "_"],
  [0x7b, "{"],
  [0x7c, "|"],
  [0x7d, "}"],
  [0x7e, "~"],
  [0xa0, "€"],
  [0xbe, "-"],
  [0xd2, "®"],
  [0xd3, "©"],
  [0xd4, "™"],
  [0xd6, "√"],
  [0xde, "⇒"],
]);

const wingdingsSigns: ReadonlyMap<number, string> = new Map([
  [0x20, " "],
  [0x21, "✏"],
  [0x22, "✂"],
  [0x28, "☎"],
  [0x29, "✆"],
  [0x2a, "✉"],
  [0x36, "⌛"],
  [0x3f, "✍"],
  [0x46, "☞"],
  [0x4a, "☺"],
  [0x6c, "●"],
  [0x6d, "❍"],
  [0x6e, "■"],
  [0x6f, "□"],
  [0x70, "□"],
  [0x71, "❑"],
  [0x72, "❒"],
  [0x73, "⬧"],
  [0x74, "⧫"],
  [0x75, "◆"],
  [0x76, "❖"],
  [0x77, "◆"],
  [0x78, "☒"],
  ...numbered(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
  [0x9e, "·"],
  [0x9f, "•"],
  [0xa0, "▪"],
  [0xa1, "○"],
  [0xa2, "○"],
  [0xa4, "◉"],
  [0xa7, "▪"],
  [0xa8, "☐"],
  [0xaa, "✦"],
  [0xab, "★"],
  [0xac, "✶"],
  [0xd8, "➢"],
  [0xdf, "←"],
  [0xe0, "→"],
  [0xe1, "↑"],
  [0xe2, "↓"],
  [0xe7, "←"],
  [0xe8, "→"],
  [0xef, "⇦"],
  [0xf0, "⇨"],
  [0xfb, "✗"],
  [0xfc, "✓"],
  [0xfd, "☒"],
  [0xfe, "☑"],
]);

const wingdings2Signs: ReadonlyMap<number, string> = new Map([
  [0x50, "✓"],
  [0x4f, "✗"],
  [0x51, "☒"],
  [0x52, "☑"],
  [0x53, "☒"],
  [0x54, "☒"],
  [0xa3, "☐"],
  [0x97, "●"],
  [0x98, "•"],
  [0xa2, "■"],
]);

function numbered(from: number, signs: string): [number, string][] {
  return [...signs].map((sign, i) => [from + i, sign]);
}

function signsOf(fontName: string): ReadonlyMap<number, string> | null {
  const name = fontName.trim().toLowerCase();
  if (name === "symbol") return symbolSigns;
  if (name === "wingdings") return wingdingsSigns;
  return name === "wingdings 2" ? wingdings2Signs : null;
}

/** True when letters typed in this font are drawn as signs. */
export function isSymbolFont(fontName: string | null): boolean {
  return fontName !== null && /^(symbol|wingdings( [23])?|webdings)$/i.test(fontName.trim());
}

/** What a reader sees of characters in a symbol font; an unknown sign becomes "▪" so that it is neither lost nor a letter. */
export function symbolText(text: string, fontName: string | null): string {
  const isSymbol = isSymbolFont(fontName);
  // Codes of symbol fonts in text of another font came from Symbol, the usual one.
  const signs = isSymbol ? signsOf(fontName ?? "") : symbolSigns;
  return text.replace(isSymbol ? /[\u0021-\u00ff\uf020-\uf0ff]/g : /[\uf020-\uf0ff]/g, (character) => {
    const code = character.charCodeAt(0);
    const plain = code >= 0xf000 ? code - 0xf000 : code;
    return signs?.get(plain) ?? "▪";
  });
}

/** A bullet as shown; "o" of a typewriter font is drawn as a ring and means no letter. */
export function bulletText(text: string, fontName: string | null): string {
  const shown = symbolText(text, fontName).trim();
  if (shown === "o") return "○";
  return /^[\u2010-\u2015\u2212]$/.test(shown) ? "-" : shown;
}
