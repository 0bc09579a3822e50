/** Languages in which papers of the province with its partners are signed, by their codes (ISO 639-1). */
export const textLanguages = [
  ...(["vi", "en", "lo", "km", "th", "ja", "ko", "zh", "fr", "ru", "de", "es"] as const),
] as const;
export type TextLanguage = (typeof textLanguages)[number];

/** The paragraphs of a typed text: its lines that say something. */
export function typedParagraphs(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Paragraphs of two texts that say the same beside each other; null where one has none for it. */
export interface ParallelRow {
  readonly left: string | null;
  readonly right: string | null;
  /** The article in which it stands, as both count: 3; 0 before the first. */
  readonly article: number;
}

/** How a paragraph begins: an article, a numbered or a lettered part of it, or running words. */
export type Beginning =
  | { readonly kind: "article" | "number" | "letter"; readonly ordinal: number }
  | { readonly kind: "words" };

/** "Điều 3", "Article III", "ມາດຕາ 3", "មាត្រា ៣", "ข้อ 3", "Artículo 3", "Artikel 3", "Статья 3". */
const articleWord =
  /^(?:điều|article|art\.|artículo|artikel|статья|ມາດຕາ|ข้อ|មាត្រា|ប្រការ)\s*([\divxlc໐-໙០-៩๐-๙]+)(?![\p{L}\p{N}])/iu;
/** "第三条", "第3條", "제3조". */
const articleSign = /^(?:第\s*([\d一二三四五六七八九十]+)\s*[条條]|제\s*(\d+)\s*조)/u;
const numbered = /^([\d໐-໙០-៩๐-๙]{1,2})[.)、．](?!\d)/u;
const lettered = /^([a-zđ])[.)]/iu;

/** How a paragraph of a language begins. Letters of Vietnamese count "đ" after "d", and have no "f", "j", "w", "z". */
export function beginningOf(paragraph: string, language: TextLanguage): Beginning {
  const article = articleWord.exec(paragraph)?.[1];
  if (article) return ordinalAs("article", numberIn(article));
  const sign = articleSign.exec(paragraph);
  if (sign) return ordinalAs("article", numberIn(sign[1] ?? sign[2] ?? ""));
  const number = numbered.exec(paragraph)?.[1];
  if (number) return ordinalAs("number", numberIn(number));
  const letter = lettered.exec(paragraph)?.[1];
  if (letter) return ordinalAs("letter", lettersOf(language).indexOf(letter.toLowerCase()) + 1);
  return { kind: "words" };
}

function ordinalAs(kind: "article" | "number" | "letter", ordinal: number): Beginning {
  return ordinal > 0 ? { kind, ordinal } : { kind: "words" };
}

function lettersOf(language: TextLanguage): string {
  return language === "vi" ? "abcdđeghiklmnopqrstuvxy" : "abcdefghijklmnopqrstuvwxyz";
}

const zeros = ["0", "໐", "០", "๐"].map((zero) => zero.codePointAt(0) ?? 0);
const romans: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
const chinese = "一二三四五六七八九";

/** A number in digits of these scripts, in Roman letters, or in Chinese up to 99; 0 for anything else. */
function numberIn(text: string): number {
  const digits = [...text].map((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    const zero = zeros.find((one) => code >= one && code <= one + 9);
    return zero === undefined ? null : code - zero;
  });
  if (digits.every((digit) => digit !== null)) return Number(digits.join(""));
  const values = [...text.toLowerCase()].map((sign) => romans[sign] ?? 0);
  if (values.every((value) => value > 0))
    return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
  const [tens = "", units = ""] = text.includes("十") ? text.split("十") : ["none", text];
  const unit = chinese.indexOf(units) + 1;
  if (tens === "none") return unit;
  return 10 * (tens === "" ? 1 : chinese.indexOf(tens) + 1) + (units === "" ? 0 : unit);
}

/** A text that is held beside another. */
export interface HeldText {
  readonly language: TextLanguage;
  readonly paragraphs: readonly string[];
}

/**
 * Two texts of one paper side by side: articles of the same number beside each other, in them the parts of the same
 * number or letter, and running words in their order. Each paragraph of either text stands once, in its order; what the
 * other lacks stands alone.
 */
export function parallelRows(left: HeldText, right: HeldText): readonly ParallelRow[] {
  const rows = sideBySide(
    articlesOf(left),
    articlesOf(right),
    ({ number }) => String(number),
    isMarkedArticle,
  );
  return rows.flatMap(([one, other]) => {
    const article = one?.number ?? other?.number ?? 0;
    const parts = sideBySide(
      partsOf(one?.paragraphs ?? [], left.language),
      partsOf(other?.paragraphs ?? [], right.language),
      ({ key }) => key,
      ({ key }) => key !== "words",
    );
    return parts.map(([mine, theirs]) => ({
      ...{ left: mine?.paragraph ?? null, right: theirs?.paragraph ?? null, article },
    }));
  });
}

interface Article {
  readonly number: number;
  readonly paragraphs: readonly string[];
}

function isMarkedArticle({ number }: Article): boolean {
  return number > 0;
}

function articlesOf({ language, paragraphs }: HeldText): readonly Article[] {
  const articles: { number: number; paragraphs: string[] }[] = [{ number: 0, paragraphs: [] }];
  for (const paragraph of paragraphs) {
    const beginning = beginningOf(paragraph, language);
    if (beginning.kind === "article") articles.push({ number: beginning.ordinal, paragraphs: [paragraph] });
    else articles.at(-1)?.paragraphs.push(paragraph);
  }
  return articles;
}

function partsOf(paragraphs: readonly string[], language: TextLanguage) {
  return paragraphs.map((paragraph) => {
    const beginning = beginningOf(paragraph, language);
    const key = beginning.kind === "words" ? "words" : `${beginning.kind} ${beginning.ordinal}`;
    return { paragraph, key };
  });
}

/**
 * Two lists side by side: what has the same key in the same order together, the rest alone. Marked keys are waited for;
 * unmarked ones are not.
 */
function sideBySide<One>(
  left: readonly One[],
  right: readonly One[],
  keyOf: (one: One) => string,
  isMarked: (one: One) => boolean,
): readonly (readonly [One | null, One | null])[] {
  const rows: (readonly [One | null, One | null])[] = [];
  const comes = (among: readonly One[], from: number, wanted: One) =>
    isMarked(wanted) && among.slice(from).some((one) => keyOf(one) === keyOf(wanted));
  let [at, beside] = [0, 0];
  for (;;) {
    const [one, other] = [left[at], right[beside]];
    if (one === undefined && other === undefined) return rows;
    if (one !== undefined && other !== undefined && keyOf(one) === keyOf(other)) {
      rows.push([one, other]);
      [at, beside] = [at + 1, beside + 1];
    } else if (one !== undefined && (other === undefined || !comes(right, beside, one))) {
      rows.push([one, null]);
      at += 1;
    } else {
      rows.push([null, other ?? null]);
      beside += 1;
    }
  }
}
