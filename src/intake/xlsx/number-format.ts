import { sayNumber } from "../../domain/language/language.ts";

/**
 * Number formats of SpreadsheetML (ECMA-376 part 1 §18.8.30, §18.8.31): a number becomes the text that a person in
 * Vietnam sees, with a decimal comma, points between thousands, and days as dd/MM/yyyy whatever order the format asks.
 */
const builtIn: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  14: "dd/mm/yyyy",
  15: "dd/mm/yyyy",
  16: "dd/mm",
  17: "mm/yyyy",
  18: "h:mm",
  19: "h:mm:ss",
  20: "h:mm",
  21: "h:mm:ss",
  22: "dd/mm/yyyy h:mm",
  37: "#,##0;-#,##0",
  38: "#,##0;-#,##0",
  39: "#,##0.00;-#,##0.00",
  40: "#,##0.00;-#,##0.00",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss",
  48: "0.0E+0",
  49: "@",
};

/** The code of a format that a file need not write down, by its number; "General" for the others. */
export function builtInFormat(id: number): string {
  return builtIn[id] ?? "General";
}

/** A piece of a format: letters shown as they are, or code. */
interface Token {
  readonly literal: boolean;
  readonly text: string;
}

/** The text of a number under a format code. `epoch1904` tells the two ways of counting days apart. */
export function formatNumber(value: number, code: string, epoch1904: boolean): string {
  const sections = splitSections(code);
  const index = value < 0 && sections.length > 1 ? 1 : value === 0 && sections.length > 2 ? 2 : 0;
  const section = sections[index] ?? "General";
  const tokens = tokenize(section);
  if (isDateFormat(tokens)) return value < 0 ? plain(value) : formatDate(value, tokens, epoch1904);
  if (!tokens.some((token) => !token.literal && /[0#?]/.test(token.text))) {
    if (/general|@/i.test(section)) return plain(value);
    return literalText(tokens) || plain(value);
  }
  return formatDigits(index === 1 ? -value : value, tokens);
}

/** Up to 15 digits, as a worksheet keeps them, with a decimal comma. */
function plain(value: number): string {
  return String(Number(value.toPrecision(15))).replace(".", ",");
}

function splitSections(code: string): readonly string[] {
  return code.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+|(?<=;|^)(?=;|$)/g) ?? ["General"];
}

/** Quoted, escaped and bracketed pieces come out as literals; colours, conditions, padding and languages go. */
function tokenize(section: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const [piece] of section.matchAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM\/PM|A\/P|[\s\S]/gi)) {
    const currency = /^\[\$([^-\]]*)/.exec(piece)?.[1];
    if (piece.startsWith('"') && piece.length > 1) tokens.push({ literal: true, text: piece.slice(1, -1) });
    else if (piece.startsWith("\\")) tokens.push({ literal: true, text: piece.slice(1) });
    else if (currency !== undefined) tokens.push({ literal: true, text: currency });
    else if (/^\[(h+|m+|s+)\]$/i.test(piece)) tokens.push({ literal: false, text: piece });
    else if (!/^(_.|\*.|\[)/.test(piece)) tokens.push({ literal: false, text: piece });
  }
  return tokens;
}

function literalText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => token.text)
    .join("")
    .trim();
}

function isDateFormat(tokens: readonly Token[]): boolean {
  const code = tokens.map((token) => (token.literal ? "" : token.text)).join("");
  return !/general/i.test(code) && /[dmyhs]/i.test(code) && !/[0#?]/.test(code.replace(/s\.0+/gi, "s"));
}

/** What the digits of a section ask for. */
interface DigitPattern {
  readonly leastWhole: number;
  readonly leastDecimals: number;
  readonly mostDecimals: number;
  readonly grouped: boolean;
  /** Each comma after the last digit divides by a thousand, each percent sign multiplies by a hundred. */
  readonly scale: number;
  readonly exponent: boolean;
}

function patternOf(code: string): DigitPattern {
  const digits = /[0#?][0#?.,\s/]*/.exec(code)?.[0] ?? "0";
  const [whole = "", decimals = ""] = digits.trimEnd().replace(/,+$/, "").split(".");
  const thousands = /,+$/.exec(digits.trimEnd())?.[0].length ?? 0;
  const percents = code.match(/%/g)?.length ?? 0;
  return {
    leastWhole: whole.match(/0/g)?.length ?? 0,
    leastDecimals: decimals.match(/0/g)?.length ?? 0,
    mostDecimals: digits.includes("/") ? 3 : Math.min(15, decimals.match(/[0#?]/g)?.length ?? 0),
    grouped: /[0#?],+[0#?]/.test(whole),
    scale: 100 ** percents / 1000 ** thousands,
    exponent: /E[+-]/i.test(code),
  };
}

function formatDigits(value: number, tokens: readonly Token[]): string {
  const code = tokens.map((token) => (token.literal ? "" : token.text)).join("");
  const pattern = patternOf(code);
  const scaled = Number((value * pattern.scale).toPrecision(15));
  const number = pattern.exponent
    ? scaled.toExponential(pattern.leastDecimals).toUpperCase().replace(".", ",")
    : digitsOf(scaled, pattern);
  let written = false;
  const text = tokens.map((token) => {
    if (token.literal || !/[0#?.,/Ee+-]/.test(token.text)) return token.text;
    // Signs before the digits are text of the section; all the rest is the number, written once.
    if (!written && /[+-]/.test(token.text)) return token.text;
    if (written || !/[0#?.]/.test(token.text)) return "";
    written = true;
    return number;
  });
  return text.join("").replace(/\s+/g, " ").trim();
}

function digitsOf(value: number, pattern: DigitPattern): string {
  const fixed = Math.abs(value).toFixed(pattern.mostDecimals);
  const [whole = "0", decimals = ""] = fixed.split(".");
  const kept =
    decimals.slice(0, pattern.leastDecimals) + decimals.slice(pattern.leastDecimals).replace(/0+$/, "");
  const padded = (whole === "0" && pattern.leastWhole === 0 && kept !== "" ? "" : whole).padStart(
    pattern.leastWhole,
    "0",
  );
  const grouped = pattern.grouped && !padded.startsWith("0") ? sayNumber(Number(padded), "vi", 0) : padded;
  const sign = value < 0 && Number(fixed) !== 0 ? "-" : "";
  return sign + grouped + (kept === "" ? "" : `,${kept}`);
}

interface Moment {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly hoursInAll: number;
}

const millisecondsPerDay = 86_400_000;

/** The day and hour of a serial number. 1900 had no 29 February; the number 60 that stands for it becomes 28 February. */
function momentOf(serial: number, epoch1904: boolean): Moment {
  const seconds = Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400);
  const origin = epoch1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(origin + days * millisecondsPerDay);
  return {
    day: date.getUTCDate(),
    month: date.getUTCMonth() + 1,
    year: date.getUTCFullYear(),
    hour: Math.floor((seconds % 86_400) / 3600),
    minute: Math.floor((seconds % 3600) / 60),
    second: seconds % 60,
    hoursInAll: Math.floor(seconds / 3600),
  };
}

function formatDate(value: number, tokens: readonly Token[], epoch1904: boolean): string {
  // Beyond 31/12/9999 there is no day.
  if (value >= 2_958_466) return plain(value);
  const moment = momentOf(value, epoch1904);
  const fields = dateFields(tokens);
  if (tokens.some((token) => token.literal && /\p{L}/u.test(token.text)))
    return fields
      .map((field) => fieldText(field, moment))
      .join("")
      .trim();
  return usualDate(new Set(fields.map((field) => field.kind)), moment);
}

type FieldKind = "day" | "month" | "year" | "hour" | "hoursInAll" | "minute" | "second" | "text" | "none";

interface DateField {
  readonly kind: FieldKind;
  readonly text: string;
}

const kindOfLetter: Readonly<Record<string, FieldKind>> = {
  d: "day",
  m: "month",
  y: "year",
  h: "hour",
  s: "second",
};

/** Letters of one kind joined; "m" is the minute after an hour or before a second. */
function dateFields(tokens: readonly Token[]): readonly DateField[] {
  const fields: DateField[] = [];
  for (const token of tokens) {
    const letter = token.text[0]?.toLowerCase() ?? "";
    const before = fields.at(-1);
    if (token.literal) fields.push({ kind: "text", text: token.text });
    else if (/^\[h/i.test(token.text)) fields.push({ kind: "hoursInAll", text: token.text });
    else if (/^a/i.test(token.text)) fields.push({ kind: "none", text: "" });
    else if (!kindOfLetter[letter]) fields.push({ kind: "text", text: token.text });
    else if (before && before.kind !== "text" && before.text[0]?.toLowerCase() === letter)
      fields[fields.length - 1] = { kind: before.kind, text: before.text + token.text };
    else fields.push({ kind: kindOfLetter[letter], text: token.text });
  }
  return fields.map((field, index) =>
    field.kind === "month" && isMinute(fields, index) ? { kind: "minute", text: field.text } : field,
  );
}

function isMinute(fields: readonly DateField[], index: number): boolean {
  const timed = fields.map((field) => field.kind).filter((kind) => kind !== "text" && kind !== "none");
  const at = fields.slice(0, index).filter((field) => field.kind !== "text" && field.kind !== "none").length;
  return timed[at - 1] === "hour" || timed[at - 1] === "hoursInAll" || timed[at + 1] === "second";
}

/** A format with words of its own ("ngày" dd "tháng" mm) is followed piece by piece. */
function fieldText(field: DateField, moment: Moment): string {
  const two = field.text.length > 1 ? 2 : 1;
  switch (field.kind) {
    case "text":
      return field.text;
    case "none":
      return "";
    case "year":
      return String(moment.year);
    default:
      return String(moment[field.kind]).padStart(two, "0");
  }
}

/** The parts a format shows, in the Vietnamese order. */
function usualDate(kinds: ReadonlySet<FieldKind>, moment: Moment): string {
  const day = kinds.has("day") ? [pad(moment.day)] : [];
  const month = kinds.has("month") ? [pad(moment.month)] : [];
  const year = kinds.has("year") ? [String(moment.year)] : [];
  const hours = kinds.has("hoursInAll")
    ? [pad(moment.hoursInAll)]
    : kinds.has("hour")
      ? [pad(moment.hour)]
      : [];
  const minute = kinds.has("minute") ? [pad(moment.minute)] : [];
  const second = kinds.has("second") ? [pad(moment.second)] : [];
  const date = [...day, ...month, ...year].join("/");
  const time = [...hours, ...minute, ...second].join(":");
  return [date, time].filter((part) => part !== "").join(" ");
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
