import { fail, type Result, succeed } from "../basics/result.ts";
import { foldedKey } from "../text/fold.ts";
import type { Money } from "./declaration.ts";
import { roundedTo, typedNumber, writtenNumber } from "./typed-number.ts";

/** Currencies that partners of the province pay in (ISO 4217), đồng first. */
export const currencies = [
  ...["VND", "USD", "EUR", "JPY", "KRW", "CNY", "LAK", "KHR", "THB", "GBP", "AUD", "CAD", "CHF", "SGD"],
  ...["TWD", "HKD", "MYR", "IDR", "INR", "RUB", "SEK", "DKK", "NOK", "NZD"],
] as const;

const currencyNames: ReadonlyMap<string, string> = new Map([
  ...currencies.map((code) => [code.toLowerCase(), code] as const),
  ...(["đồng", "đ", "vnđ", "việt nam đồng"] as const).map((name) => [foldedKey(name), "VND"] as const),
  ...(["đô la", "đô la mỹ", "đô-la mỹ", "us$"] as const).map((name) => [foldedKey(name), "USD"] as const),
  ...[
    ["euro", "EUR"] as const,
    ["yen", "JPY"] as const,
    ["won", "KRW"] as const,
    ["kíp", "LAK"] as const,
  ].map(([name, code]) => [foldedKey(name), code] as const),
]);

const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:nghin|ngan) (?:ty|ti)(?= |$)/, 1e12],
  [/^(?:ty|ti)(?= |$)/, 1e9],
  [/^trieu(?= |$)/, 1e6],
  [/^(?:nghin|ngan)(?= |$)/, 1e3],
];

/** The code of a currency by its code or name; null when unknown. */
export function currencyCode(text: string): string | null {
  const signs = text.replaceAll("$", " usd ").replaceAll("€", " eur ").replaceAll("¥", " jpy ");
  return currencyNames.get(foldedKey(signs.replace(/us\s+usd/i, "usd"))) ?? null;
}

/**
 * An amount as people write it: "35.000 USD", "$ 35.000", "1,5 tỷ đồng", and with its worth in đồng behind "=":
 * "35.000 USD = 910.000.000 VND". `usual`: the currency of an amount that names none. Fails with `record.money-wrong` and
 * `record.currency-missing`.
 */
export function parseMoney(text: string, usual: string | null): Result<Money> {
  const [main = "", worth, ...more] = text.split("=");
  const amount = parseAmount(main, usual);
  if (!amount.ok) return amount;
  if (worth === undefined) return succeed({ ...amount.value, dong: null });
  const dong = more.length === 0 ? parseAmount(worth, "VND") : null;
  if (!dong?.ok || dong.value.currency !== "VND" || amount.value.currency === "VND")
    return fail("record.money-wrong");
  return succeed({ ...amount.value, dong: dong.value.amount });
}

function parseAmount(text: string, usual: string | null): Result<Omit<Money, "dong">> {
  const found = /^([^\d-]*)(-?\d[\d.,\s\u00a0]*)(.*)$/su.exec(text.trim());
  if (!found) return fail("record.money-wrong");
  const [, before = "", figure = "", behind = ""] = found;
  const number = typedNumber(figure);
  const { scale, name } = scaleOf(`${before} ${behind}`.trim());
  const currency = name === "" ? usual : currencyCode(name);
  if (number === null || number < 0) return fail("record.money-wrong");
  if (currency === null) return fail(name === "" ? "record.currency-missing" : "record.money-wrong");
  return checkedMoney({ amount: number * scale, currency });
}

/** An amount within range, rounded to two digits behind the mark. Fails with `record.money-wrong`. */
export function checkedMoney<Given extends Omit<Money, "dong">>(money: Given): Result<Given> {
  const isWithin = money.amount >= 0 && money.amount <= (Number.isInteger(money.amount) ? 1e15 : 9e13);
  const isKnown = currencies.some((code) => code === money.currency);
  return isWithin && isKnown
    ? succeed({ ...money, amount: roundedTo(money.amount, 2) })
    : fail("record.money-wrong");
}

function scaleOf(words: string): { readonly scale: number; readonly name: string } {
  const key = foldedKey(words);
  for (const [scaled, scale] of scales)
    if (scaled.test(key)) return { scale, name: key.replace(scaled, "").trim() };
  return { scale: 1, name: words };
}

/** The amount as `parseMoney` reads it back. */
export function writtenMoney({ amount, currency, dong }: Money): string {
  const worth = dong === null ? "" : ` = ${writtenNumber(dong)} VND`;
  return `${writtenNumber(amount)} ${currency}${worth}`;
}
