/**
 * Number formats of WordprocessingML (ECMA-376 part 1 §17.18.59) that Vietnamese and international documents use;
 * formats of other scripts are written in decimal, "none" as nothing.
 */
export function formatNumber(value: number, format: string, custom: string | null): string {
  if (custom) return padded(value, (/^0*1\b/.exec(custom)?.[0] ?? "1").length);
  const write = formats.get(format);
  return write ? write(value) : String(value);
}

const formats: ReadonlyMap<string, (value: number) => string> = new Map([
  ["none", () => ""],
  ["decimalZero", (value: number) => padded(value, 2)],
  ["upperRoman", (value: number) => roman(value)],
  ["lowerRoman", (value: number) => roman(value).toLowerCase()],
  ["upperLetter", (value: number) => letters(value)],
  ["lowerLetter", (value: number) => letters(value).toLowerCase()],
  ["ordinal", (value: number) => `${value}${ordinalEnding(value)}`],
  ["numberInDash", (value: number) => `- ${value} -`],
  ["decimalEnclosedParen", (value: number) => `(${value})`],
  ["decimalEnclosedFullstop", (value: number) => `${value}.`],
  ["vietnameseCounting", vietnamese],
]);

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

const romanSigns: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let written = "";
  for (const [worth, sign] of romanSigns)
    while (rest >= worth) {
      written += sign;
      rest -= worth;
    }
  return written;
}

/** A…Z, then AA, BB, CC: Word repeats the letter, it does not count in base 26. The letters are Latin in Vietnamese too. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return "th";
  return ["th", "st", "nd", "rd"][value % 10] ?? "th";
}

const digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

function vietnamese(value: number): string {
  if (value < 0 || value > 99) return String(value);
  const ten = Math.floor(value / 10);
  const one = value % 10;
  if (ten === 0) return digits[one] ?? "";
  const tens = ten === 1 ? "mười" : `${digits[ten]} mươi`;
  if (one === 0) return tens;
  if (one === 5) return `${tens} lăm`;
  return one === 1 && ten > 1 ? `${tens} mốt` : `${tens} ${digits[one]}`;
}
