import { childOf, settingOf, switchOf, type XmlElement } from "./xml.ts";

/** What a set of run properties says; null where it says nothing and another set decides. */
export interface RunFormat {
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  /** Shown in capitals, large or small. */
  readonly capitals: boolean | null;
  readonly hidden: boolean | null;
  /** Letter height in points. */
  readonly size: number | null;
  /** Font of characters below U+0080. */
  readonly asciiFont: string | null;
  /** Font of the other Latin characters: the one that decides how a legacy encoding is read. */
  readonly latinFont: string | null;
}

export const plainRun: RunFormat = {
  bold: null,
  italic: null,
  capitals: null,
  hidden: null,
  size: null,
  asciiFont: null,
  latinFont: null,
};

/** Font names of the theme: for headings and for text. */
export interface ThemeFonts {
  readonly major: string | null;
  readonly minor: string | null;
}

/** Reads `w:rPr`; null gives a format that says nothing. */
export function runFormatOf(properties: XmlElement | null, theme: ThemeFonts): RunFormat {
  if (!properties) return plainRun;
  const fonts = childOf(properties, "w:rFonts")?.attributes ?? {};
  const halfPoints = Number.parseFloat(settingOf(properties, "w:sz") ?? "");
  return {
    bold: switchOf(properties, "w:b"),
    italic: switchOf(properties, "w:i"),
    capitals: either(switchOf(properties, "w:caps"), switchOf(properties, "w:smallCaps")),
    hidden: switchOf(properties, "w:vanish"),
    size: Number.isFinite(halfPoints) ? halfPoints / 2 : null,
    asciiFont: themeFont(fonts["w:asciiTheme"], theme) ?? fonts["w:ascii"] ?? null,
    latinFont: themeFont(fonts["w:hAnsiTheme"], theme) ?? fonts["w:hAnsi"] ?? null,
  };
}

/** The Latin fonts of a theme part. */
export function themeFontsOf(theme: XmlElement | null): ThemeFonts {
  const scheme = childOf(childOf(theme, "a:themeElements"), "a:fontScheme");
  const latin = (kind: string): string | null =>
    childOf(childOf(scheme, kind), "a:latin")?.attributes.typeface ?? null;
  return { major: latin("a:majorFont"), minor: latin("a:minorFont") };
}

function themeFont(reference: string | undefined, theme: ThemeFonts): string | null {
  if (!reference) return null;
  return reference.startsWith("major") ? theme.major : theme.minor;
}

function either(a: boolean | null, b: boolean | null): boolean | null {
  return a === null ? b : a || b === true;
}

/** What the nearer set says, else what the farther one says. */
export function inherit(near: RunFormat, far: RunFormat): RunFormat {
  if (near === plainRun) return far;
  return {
    bold: near.bold ?? far.bold,
    italic: near.italic ?? far.italic,
    capitals: near.capitals ?? far.capitals,
    hidden: near.hidden ?? far.hidden,
    size: near.size ?? far.size,
    asciiFont: near.asciiFont ?? far.asciiFont,
    latinFont: near.latinFont ?? far.latinFont,
  };
}

/**
 * A character style on a paragraph style: on/off properties turn each other off
 * (bold in a bold paragraph is upright; ECMA-376 part 1 §17.7.3), the others replace.
 */
export function toggle(style: RunFormat, paragraph: RunFormat): RunFormat {
  const flip = (a: boolean | null, b: boolean | null): boolean | null => (a === true ? b !== true : b);
  return {
    ...inherit(style, paragraph),
    bold: flip(style.bold, paragraph.bold),
    italic: flip(style.italic, paragraph.italic),
    capitals: flip(style.capitals, paragraph.capitals),
    hidden: flip(style.hidden, paragraph.hidden),
  };
}
