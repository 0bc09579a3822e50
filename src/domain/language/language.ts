/** The languages of the program: Vietnamese first, English one click away. */
export type Language = "vi" | "en";

/** One sentence or word in both languages. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** 1234.5 → "1.234,5" in Vietnamese, "1,234.5" in English; at most `decimals` digits after the mark. */
export function sayNumber(value: number, language: Language, decimals = 3): string {
  const rounded = Math.abs(value)
    .toFixed(decimals)
    .replace(/\.?0+$/, decimals > 0 ? "" : "$&");
  const [whole = "0", fraction] = rounded.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === "vi" ? "." : ",");
  const sign = value < 0 && Number(rounded) !== 0 ? "-" : "";
  return sign + grouped + (fraction ? (language === "vi" ? "," : ".") + fraction : "");
}

/** "1 record", "12 records": a counted thing in English; `count` as it is said. */
export function counted(count: string | number, one: string, many = `${one}s`): string {
  return `${count} ${String(count) === "1" ? one : many}`;
}

/**
 * Fills the blanks `{name}` of a sentence: numbers in the manner of the language, texts as they are. A part in square
 * brackets is left out when one of its blanks has nothing to fill it; elsewhere such a blank becomes an ellipsis, so
 * that a person never sees a brace.
 */
export function fillBlanks(
  sentence: string,
  values: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  const filling = (name: string): string | number | undefined => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === "" ? undefined : value;
  };
  return sentence
    .replace(/\[([^\]]*)\]/g, (_, part: string) =>
      blanksOf(part).every((name) => filling(name) !== undefined) ? part : "",
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = filling(name) ?? "…";
      return typeof value === "number" ? sayNumber(value, language) : value;
    });
}

/** Names of the blanks of a sentence, in order of appearance. */
export function blanksOf(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
}
