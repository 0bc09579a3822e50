import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";

/** Texts whose licence lets a model of them come with the program; each is a list of lines, NFC. */
const checkout = new URL("../..", import.meta.url).pathname;
const vietnamese = /[ăđĩũơưẠ-ỹ]/i;

/** Phrases of offices, written for this model: one stretch of words each. */
export function phrases(): readonly string[] {
  const folder = join(checkout, "data", "phrases");
  return readdirSync(folder)
    .sort()
    .flatMap((file) => linesOf(join(folder, file)))
    .flatMap((line) => line.split(";"))
    .map((phrase) => phrase.trim())
    .filter(Boolean);
}

/** The syllables of the language, in small letters. */
export function syllables(): readonly string[] {
  return linesOf(join(checkout, "data", "syllables.txt")).flatMap((line) => line.split(" "));
}

/** Sentences of the program itself: its sample of a province and all that it says on screen. */
export function ownSentences(): readonly string[] {
  const samples = filesOf(join(checkout, "samples", "gia-lai"), /\.json$/).flatMap((file) =>
    stringsOf(JSON.parse(readFileSync(file, "utf8"))),
  );
  const catalogues = filesOf(join(checkout, "src", "domain", "language"), /(?<!\.test)\.ts$/).flatMap(
    (file) =>
      [...readFileSync(file, "utf8").matchAll(/"((?:[^"\\]|\\.)*)"|`([^`]*)`/g)].map((match) =>
        (match[1] ?? match[2] ?? "").replace(/\$?\{[^}]*\}/g, " "),
      ),
  );
  return [...samples, ...catalogues]
    .map((text) => text.normalize("NFC"))
    .filter((text) => vietnamese.test(text));
}

/** Names of bodies, provinces and communes. */
export function names(): readonly string[] {
  return ["bodies.tsv", "provinces.tsv", "administrative-units.tsv"]
    .flatMap((file) => linesOf(join(checkout, "data", file)).slice(1))
    .flatMap((line) => line.split(/[\t|]/))
    .map((cell) => cell.replace(/\{[pPx]\}/g, " ").trim())
    .filter((cell) => /[^\u0020-\u007e]/.test(cell));
}

/** Sentences of programs in Vietnamese, from the unpacked packages that lie in `folder`. */
export function softwareSentences(folder: string): readonly string[] {
  const found = new Set<string>();
  for (const file of filesOf(folder, /\.(?:html|mo|xpi)$/))
    for (const line of sentencesOf(file)) found.add(line);
  return [...found];
}

function sentencesOf(file: string): readonly string[] {
  const bytes = readFileSync(file);
  const lines = file.endsWith(".html")
    ? htmlLines(bytes.toString("utf8"))
    : file.endsWith(".mo")
      ? translations(bytes)
      : Object.entries(unzipSync(bytes)).flatMap(([name, part]) => catalogueLines(name, strFromU8(part)));
  return lines
    .map((line) =>
      line
        .normalize("NFC")
        .replace(/[~_&](?=\p{L})/gu, "")
        .replace(/[{%]\s*\$?\w*\s*\}?/g, " "),
    )
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter(isVietnamese);
}

/** At least two words, and three of ten with a letter beyond ASCII. */
function isVietnamese(line: string): boolean {
  const words = line.split(" ").filter((word) => /\p{L}/u.test(word));
  return (
    words.length >= 2 && words.filter((word) => /[^\u0020-\u007e]/.test(word)).length >= 0.3 * words.length
  );
}

function htmlLines(page: string): readonly string[] {
  const text = page
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, " ")
    .replace(/<\/?(?:p|div|li|td|th|h\d|br|tr|ul|ol|title|dt|dd|table)\b[^>]*>/gi, "\n")
    .replace(/<[^>]+>/g, "");
  return unescaped(text).split("\n");
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

function unescaped(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

/** The translations of a GNU message file (gettext manual, "The Format of GNU MO Files"). */
function translations(file: Buffer): readonly string[] {
  const count = file.readUInt32LE(8);
  const table = file.readUInt32LE(16);
  const texts: string[] = [];
  for (let i = 0; i < count; i++) {
    const length = file.readUInt32LE(table + 8 * i);
    const at = file.readUInt32LE(table + 8 * i + 4);
    texts.push(file.toString("utf8", at, at + length));
  }
  return texts.flatMap((text) => text.split(/[\0\n]/));
}

/** Sentences of Mozilla's three kinds of catalogue. */
function catalogueLines(name: string, text: string): readonly string[] {
  if (name.endsWith(".properties"))
    return text
      .split("\n")
      .map((line) => line.replace(/^[^=]*=/, ""))
      .map((line) =>
        line.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      );
  if (name.endsWith(".dtd"))
    return [...text.matchAll(/"([^"]*)"/g)].map((match) => unescaped(match[1] ?? ""));
  if (!name.endsWith(".ftl")) return [];
  return text
    .replace(/\n {4,}(?![.*}[])/g, " ")
    .split("\n")
    .map((line) => line.replace(/^[^=]*=/, "").replace(/<[^>]+>/g, ""));
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, "utf8").normalize("NFC").split("\n").filter(Boolean);
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}

function filesOf(folder: string, name: RegExp): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(file))
    .map((file) => join(folder, file))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .sort();
}
