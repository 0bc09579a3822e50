import { fail, type Result, succeed } from "../basics/result.ts";
import { fillBlanks, type Language, sayNumber } from "../language/language.ts";
import { measuredDoubts, measuredWords } from "../language/measured-words.ts";
import { foldedKey } from "../text/fold.ts";
import type { Comparison } from "../text/number.ts";
import { type Amount, parseAmount, plainFigure } from "./measured-amount.ts";

/**
 * A figure of a report. `value` is in the unit of the target's measure where one is known; `unit` the words as typed, null
 * when there were none. `none`: the unit says that there is nothing ("không có", "không phát sinh"); it adds up to 0.
 */
export type MeasuredValue =
  | { readonly kind: "none" }
  | {
      readonly kind: "number";
      readonly value: number;
      readonly comparison: Comparison;
      readonly percent: boolean;
      readonly unit: string | null;
    }
  | {
      readonly kind: "range";
      readonly low: number;
      readonly high: number;
      readonly approximate: boolean;
      readonly percent: boolean;
      readonly unit: string | null;
    };

/** Why a figure may have been meant otherwise. */
export type MeasuredDoubt = keyof typeof measuredDoubts;

/** A figure as it was understood, and what makes it doubtful: a person is shown both. */
export interface MeasuredReading {
  readonly text: string;
  readonly measure: string | null;
  readonly value: MeasuredValue;
  readonly doubts: readonly MeasuredDoubt[];
}

const saysNothing = /^(?:khong|ko|chua)(?: (?:co|phat sinh|co phat sinh)(?: [a-z ]+)?)?$/;
const notApplicable = new Set(["n a", "na", "khong ap dung", "k ap dung"]);
const vague =
  /^(?:mot so|mot vai|vai|may|(?:khong |rat )?nhieu(?! nhat| hon)|hang (?:chuc|tram|nghin|ngan)|da so|phan lon|it(?! nhat| hon))(?: |$)/;
const day =
  /(?:^|\D)\d{1,2}[/-]\d{1,2}[/-]\d{4}(?!\d)|(?:^|[^\p{L}])(?:(?:ngày|tháng|quý)\s+[\dIV]|năm\s+\d{4})/iu;

/**
 * Understands a figure as people type it into a report, in the measure of its target ("tin", "% hộ", "tỷ đồng"; null when
 * none is known), or refuses it aloud. The point separates thousands and the comma decimals, as Vietnamese offices write;
 * what may be meant otherwise is understood with doubt; a unit that is not the target's is refused. Fails with `register.measure-…`, each saying how to write it.
 */
export function readMeasured(text: string, measure: string | null = null): Result<MeasuredReading> {
  const figure = plainFigure(text);
  const key = foldedKey(figure);
  const shown = { text: text.trim() };
  if (figure === "") return fail("register.measure-blank");
  if (notApplicable.has(key) || /^[-—–x/.]{1,3}$/i.test(figure))
    return succeed({ ...shown, measure, value: { kind: "none" }, doubts: ["notApplicable"] });
  if (saysNothing.test(key)) return succeed({ ...shown, measure, value: { kind: "none" }, doubts: [] });
  if (vague.test(key)) return fail("register.measure-vague", shown);
  if (day.test(figure)) return fail("register.measure-date", shown);
  if (/\d\s*[/⁄:]\s*\d/.test(figure)) return fail("register.measure-fraction", shown);
  const amount = parseAmount(figure, measure !== null && countsWholeThings(measure));
  if (!amount.ok) return fail(amount.failure, shown);
  if (measure !== null && !fits(amount.value, measure))
    return fail("register.measure-unit", { ...shown, measure });
  return succeed(inMeasure(amount.value, { ...shown, measure }));
}

/** What was understood, in words: "khoảng 10 đoàn", "từ 10 đến 15%". Read in Vietnamese it gives the same again. */
export function sayMeasured(value: MeasuredValue, language: Language): string {
  const words = measuredWords[language];
  if (value.kind === "none") return words.none;
  const tail = `${value.percent ? "%" : ""}${value.unit === null ? "" : ` ${value.unit}`}`;
  if (value.kind === "range") {
    const range = words.range(sayExactly(value.low, language), sayExactly(value.high, language));
    return `${value.approximate ? `${words.about} ` : ""}${range}${tail}`;
  }
  const compared = value.comparison === "=" ? "" : `${words[value.comparison]} `;
  return `${compared}${sayExactly(value.value, language)}${tail}`;
}

/** The sentences that say what was understood, and why it was doubtful. */
export function sayDoubts(
  { text, measure, value, doubts }: MeasuredReading,
  language: Language,
): readonly string[] {
  const blanks = { text, value: sayMeasured(value, language), measure: measure ?? "" };
  return doubts.map((doubt) => fillBlanks(measuredDoubts[doubt][language], blanks, language));
}

function sayExactly(value: number, language: Language): string {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return sayNumber(value, language, decimals);
}

/** Units in which more or less is measured; anything else is counted in whole things. */
const measuredUnits =
  /^(?:%|ty|ti|trieu|nghin|ngan|dong|vnd|usd|eur|ha|hecta|hec ta|km|m|m2|km2|m3|tan|ta|kg|lit|mw|gw|kwh|mwp|diem|gio|ngay)(?: |$)/;

/** Whether what is measured is counted in whole things, and not weighed, paid or given as a rate. */
export function countsWholeThings(measure: string): boolean {
  return !measure.trim().startsWith("%") && !measuredUnits.test(foldedKey(measure));
}

const scaleWords: readonly (readonly [RegExp, number])[] = [
  [/^(?:nghin|ngan) (?:ty|ti)(?= |$)/, 1e12],
  [/^(?:ty|ti)(?= |$)/, 1e9],
  [/^trieu(?= |$)/, 1e6],
  [/^(?:nghin|ngan)(?= |$)/, 1e3],
];

/** "tỷ đồng" as its scale and its unit: 10⁹ and "dong". */
function scaleOf(measure: string): { readonly scale: number; readonly unit: string } {
  const key = measure.trim().startsWith("%") ? "%" : foldedKey(measure);
  for (const [words, scale] of scaleWords)
    if (words.test(key)) return { scale, unit: key.replace(words, "").trim() };
  return { scale: 1, unit: key };
}

/** Whether the unit that was typed is that of the measure; a bare number stands in any. */
function fits({ percent, unit }: Amount, measure: string): boolean {
  const wanted = scaleOf(measure).unit;
  if (percent || wanted === "%") return percent === (wanted === "%") || (!percent && unit === null);
  return unit === null || sharesWords(foldedKey(unit), wanted);
}

/** Puts an amount into the measure of its target: "3 tỷ đồng" are 3 where the measure is "tỷ đồng". */
function inMeasure(
  amount: Amount,
  { text, measure }: { text: string; measure: string | null },
): MeasuredReading {
  const doubts = new Set<MeasuredDoubt>(amount.doubts);
  const wanted = measure === null ? null : scaleOf(measure);
  const wantsPercent = wanted?.unit === "%";
  const typed = amount.unit === null ? null : foldedKey(amount.unit);
  if (wantsPercent && !amount.percent && amount.values.some((one) => one !== 0 && Math.abs(one) < 1))
    doubts.add("percent");
  // A bare number stands in the measure already; one with a scale or a unit of its own is counted in it.
  const scale =
    wanted && (amount.scaled || (typed !== null && sharesWords(typed, wanted.unit))) ? wanted.scale : 1;
  const [low = 0, high] = amount.values.map((one) => Number((one / scale).toPrecision(15)));
  const unit = scale === 1 ? amount.unit : measure;
  const percent = amount.percent || (wantsPercent && typed === null);
  const value: MeasuredValue =
    high === undefined
      ? { kind: "number", value: low, comparison: amount.comparison, percent, unit }
      : { kind: "range", low, high, approximate: amount.comparison === "~", percent, unit };
  const counted = measure !== null && countsWholeThings(measure) && !percent;
  if (counted && [low, high ?? 0].some((one) => !Number.isInteger(one))) doubts.add("part");
  if (counted && low < 0) doubts.add("negative");
  return { text, measure, value, doubts: [...doubts] };
}

/** "đoàn ra" and "đoàn", "lượt khách quốc tế" and "lượt khách": one begins or holds the other. */
function sharesWords(typed: string, wanted: string): boolean {
  return ` ${typed} `.includes(` ${wanted} `) || ` ${wanted} `.includes(` ${typed} `);
}
