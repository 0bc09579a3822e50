import { type CalendarDate, parseIsoDate } from "./calendar-date.ts";

type Given = Readonly<Record<string, unknown>>;

/**
 * Readers of the parts of a JSON file of `data/`, for parsers that name the place where the file breaks its form: each
 * takes a value with its place and throws when it is of another shape, since these files are ours. `file`: its path.
 */
export function shapesOf(file: string) {
  const broken = (at: string, what: string) => new Error(`${file}: ${at} ${what}`);
  const record = (given: unknown, at: string): Given => {
    if (given === null || typeof given !== "object") throw broken(at, "is no object");
    return Object.fromEntries(Object.entries(given));
  };
  const list = (given: unknown, at: string): readonly unknown[] => {
    if (!Array.isArray(given)) throw broken(at, "is no list");
    return given;
  };
  const words = (given: unknown, at: string): string => {
    if (typeof given !== "string" || given === "") throw broken(at, "is no text");
    return given;
  };
  const count = (given: unknown, at: string): number => {
    if (typeof given !== "number" || !Number.isInteger(given)) throw broken(at, "is no number");
    return given;
  };
  const day = (given: unknown, at: string): CalendarDate => {
    const date = parseIsoDate(words(given, at));
    if (date === null) throw broken(at, `is no day: ${given}`);
    return date;
  };
  return { broken, record, list, words, count, day };
}
