import type { Look, Page, Scan } from "./print-pages.ts";

/** Numbers from 0 to 1, the same for the same seed (Mulberry32). */
export function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const fonts = [
  "Liberation Serif",
  "Liberation Serif",
  "Liberation Serif",
  "Liberation Serif",
  "Liberation Sans",
  "DejaVu Serif",
];
const styles = ["", "", "", "", "font-style:italic", "font-weight:bold"];
const linesOfPage = 40;

/** A page of sentences and of syllables in no order: the channel must see all syllables, not only the frequent. */
export function mixedPage(
  sentences: readonly string[],
  syllables: readonly string[],
  chance: () => number,
): Page {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  const lines = Array.from({ length: linesOfPage }, () => {
    const kind = chance();
    const width = 60 + chance() * 18;
    let line = "";
    while (line.length < width)
      line += `${line === "" ? "" : " "}${kind < 0.22 ? loose(pick(syllables) ?? "", chance) : (pick(sentences) ?? "")}`;
    const cut = line.slice(0, line.lastIndexOf(" ", width + 6));
    return kind > 0.97 ? cut.toUpperCase() : cut;
  });
  return { lines, look: lookOf(pick(fonts) ?? "", pick(styles) ?? "", chance) };
}

function loose(syllable: string, chance: () => number): string {
  const kind = chance();
  if (kind < 0.15) return syllable.charAt(0).toUpperCase() + syllable.slice(1);
  return kind > 0.92 ? `${syllable},` : syllable;
}

/** Pages of a running text in the print of offices, in order. */
export function textPages(text: string, chance: () => number, width = 78): readonly Page[] {
  const lines: string[] = [];
  for (const word of text.normalize("NFC").split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const pages: Page[] = [];
  for (let at = 0; at < lines.length; at += linesOfPage)
    pages.push({ lines: lines.slice(at, at + linesOfPage), look: lookOf("Liberation Serif", "", chance) });
  return pages;
}

function lookOf(font: string, style: string, chance: () => number): Look {
  const serif = font === "Liberation Serif";
  return {
    font,
    style,
    size: serif ? 11.5 + chance() * 1.4 : 9.7 + chance() * 0.5,
    turn: (chance() - 0.5) * 1.2,
  };
}

/** A scanner of an office: 200 dots mostly, sometimes a fax. */
export function scanOf(chance: () => number): Scan {
  const dots = [150, 200, 200, 200, 300][Math.floor(chance() * 5)] ?? 200;
  const blur =
    dots === 150 ? 0.5 + chance() * 0.2 : dots === 200 ? 0.55 + chance() * 0.4 : 0.7 + chance() * 0.7;
  return { dots, blur, noise: 10 + chance() * 40, fax: chance() < 0.15 ? 130 + chance() * 30 : 0 };
}
