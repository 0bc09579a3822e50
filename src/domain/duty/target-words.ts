import { type Language, sayNumber } from "../language/language.ts";
import { targetWords } from "../language/web-targets.ts";
import type { Target } from "../reading/findings.ts";
import type { TargetKind } from "./target-kind.ts";
import { kindOf, thingOf } from "./target-kind.ts";

const operators: Readonly<Record<Target["op"], { readonly vi: string; readonly en: string }>> = {
  "=": { vi: "", en: "" },
  ">=": { vi: "ít nhất", en: "at least" },
  "<=": { vi: "nhiều nhất", en: "at most" },
  "~": { vi: "khoảng", en: "about" },
  "~range": { vi: "khoảng", en: "about" },
  "~avg": { vi: "bình quân", en: "on average" },
  external: { vi: "theo văn bản khác:", en: "set elsewhere:" },
};

/** A measurable result as the program understood it: "ít nhất 5 bản tin / tháng / đơn vị, đến 2030". */
export function sayTarget(target: Target, language: Language): string {
  const value = sayValue(target.value, language);
  const measured = value === null ? target.measure : sayAmount(value, target.measure);
  const per = [target.per && sayRhythm(target.per, language), target.each]
    .filter((part) => part !== undefined)
    .map((part) => ` / ${part}`);
  const by = target.by === undefined ? "" : `, ${language === "vi" ? "đến" : "by"} ${target.by}`;
  return `${operators[target.op][language]} ${measured}${per.join("")}${by}`.trim();
}

/** A number with its measure; "% cán bộ" belongs to its number without a space. */
export function sayAmount(value: string, measure: string): string {
  return `${value}${measure.startsWith("%") ? "" : " "}${measure}`;
}

/** The kind of a target in words; one of each of other things names them: "từng lớp". */
export function sayKind(target: Target, language: Language): string {
  const thing = thingOf(target);
  const words = targetWords[language];
  return thing === null ? words.kinds[kindOf(target)] : words.kindOfThings(thing);
}

/** What each kind means, for who chooses one. */
export function explainKind(kind: TargetKind, language: Language): string {
  return targetWords[language].kindsMean[kind];
}

function sayRhythm(per: string, language: Language): string {
  const words: Readonly<Record<string, string>> = targetWords[language].rhythms;
  return words[per] ?? per;
}

function sayValue(value: Target["value"], language: Language): string | null {
  if (value === null) return null;
  if (typeof value === "number") return sayNumber(value, language);
  return `${sayNumber(value[0], language)}–${sayNumber(value[1], language)}`;
}
