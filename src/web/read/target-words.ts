import type { TargetAnswer } from "../../contract/read.ts";
import { type Language, sayNumber } from "../../domain/language/language.ts";

const operators: Readonly<Record<TargetAnswer["op"], { readonly vi: string; readonly en: string }>> = {
  "=": { vi: "", en: "" },
  ">=": { vi: "ít nhất", en: "at least" },
  "<=": { vi: "nhiều nhất", en: "at most" },
  "~": { vi: "khoảng", en: "about" },
  "~range": { vi: "khoảng", en: "about" },
  "~avg": { vi: "bình quân", en: "on average" },
  external: { vi: "theo văn bản khác:", en: "set elsewhere:" },
};

/** A measurable result as the program understood it: "ít nhất 5 bản tin / tháng / đơn vị, đến 2030". */
export function sayTarget(target: TargetAnswer, language: Language): string {
  const value = sayValue(target.value, language);
  // "% cán bộ" belongs to its number without a space.
  const measured =
    value === null ? target.measure : `${value}${target.measure.startsWith("%") ? "" : " "}${target.measure}`;
  const per = [target.per, target.each].filter((part) => part !== undefined).map((part) => ` / ${part}`);
  const by = target.by === undefined ? "" : `, ${language === "vi" ? "đến" : "by"} ${target.by}`;
  return `${operators[target.op][language]} ${measured}${per.join("")}${by}`.trim();
}

function sayValue(value: TargetAnswer["value"], language: Language): string | null {
  if (value === null) return null;
  if (typeof value === "number") return sayNumber(value, language);
  return `${sayNumber(value[0], language)}–${sayNumber(value[1], language)}`;
}
