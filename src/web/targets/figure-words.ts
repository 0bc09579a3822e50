import type { TargetPeriodLine } from "../../contract/target.ts";
import { type Language, sayNumber } from "../../domain/language/language.ts";
import { targetWords } from "../../domain/language/web-targets.ts";

/** A figure that is wanted: a number, or the ends of a range. */
export function sayWanted(wanted: TargetPeriodLine["wanted"], language: Language): string | null {
  if (wanted === null) return null;
  if (typeof wanted === "number") return sayNumber(wanted, language);
  return `${sayNumber(wanted[0], language)}–${sayNumber(wanted[1], language)}`;
}

/** What was reported: "khoảng 12", or that nothing was. */
export function sayReached(
  { claimed, exact }: Pick<TargetPeriodLine, "claimed" | "exact">,
  language: Language,
): string {
  const words = targetWords[language];
  if (claimed === null) return words.noFigure;
  return `${exact ? "" : `${words.about} `}${sayNumber(claimed, language)}`;
}
