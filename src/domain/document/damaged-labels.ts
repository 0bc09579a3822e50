import { misreadCost } from "../text/confusion.ts";
import type { Respelling } from "../text/respelling.ts";
import type { Block } from "./block.ts";

/** The letters of lists in their order (Nghị định 30/2020/NĐ-CP, Phụ lục I: Vietnamese alphabet, f, j, w, z left out). */
const letters = "abcdđeghiklmnopqrstuvxy";

/** A letter, or a sign in its place, before a bracket or a point: "¢)", "d.". */
const letterLabel = /^\s*([^\s\d.,;:()/-])([).])\s/u;
/** A Roman number or what strokes and angles made of it: "Il.", "H.", "TV)", "IL,". */
const romanLabel = /^\s*([A-Zl|!1][A-Za-z|!1]{0,3})(?:[.)]\s+(?=\p{L})|,\s+(?=\p{Lu}))/u;
const numberLabel = /^\s*(\d{1,2})\s*[.)]\s/u;
/** A comma for the point behind a number. */
const commaLabel = /^\s*(\d{1,2}),\s+(?=\p{L})/u;
/** What a bullet of a scan may look like. */
const bullet = /^\s*([~¬«»=])\s+(?=\p{L})/u;

/** `written` was meant to be `label`. */
export interface LabelRespelling extends Respelling {
  readonly label: string;
}

/** Signs that stand for another letter cost up to this to be taken for it; a letter that is one is taken at its word sooner. */
const [mostForSign, mostForLetter] = [9, 1];

/**
 * Labels of items that a scan spoiled, by the order that lists have: the second "d)" is "đ)", "¢)" between "e)" and "h)" is
 * "g)", "H." behind "I." is "II.". Given for each block whose label is another than it shows; offsets are those of the
 * block as it stands.
 */
export function damagedLabels(blocks: readonly Block[]): ReadonlyMap<Block, LabelRespelling> {
  const found = new Map<Block, LabelRespelling>();
  const lists = new OpenLists();
  for (const block of blocks) {
    if (block.kind === "table") continue;
    const meant = lists.labelOf(block.text);
    if (!meant) continue;
    const start = block.text.indexOf(meant.written, meant.from);
    found.set(block, { ...meant, start, end: start + meant.label.length });
  }
  return found;
}

interface MeantLabel {
  readonly written: string;
  readonly label: string;
  readonly doubt: number;
  /** Where in the text the written sign is looked for. */
  readonly from: number;
}

/** How far the lists of a document have come: what may be next says what a spoiled label was. */
class OpenLists {
  private roman = 0;
  private number = 0;
  private letter = "";

  /** The label meant at the beginning of a text; null when it is the one that stands there, or there is none. */
  labelOf(text: string): MeantLabel | null {
    const dash = bullet.exec(text)?.[1];
    if (dash) return { written: dash, label: "-", doubt: 0.1, from: 0 };
    const number = numberLabel.exec(text)?.[1];
    if (number) return this.numbered(Number(number), null);
    const comma = commaLabel.exec(text)?.[1];
    if (comma && Number(comma) === this.number + 1) return this.numbered(Number(comma), text.indexOf(comma));
    const roman = romanLabel.exec(text)?.[1];
    const heading = roman === undefined ? null : this.romanOf(roman, /^\s*[^\s,]+,/.test(text));
    if (heading) return heading.label === heading.written ? null : heading;
    const sign = letterLabel.exec(text)?.[1];
    return sign ? this.lettered(sign) : null;
  }

  private numbered(value: number, comma: number | null): MeantLabel | null {
    this.number = value;
    this.letter = "";
    return comma === null ? null : { written: ",", label: ".", doubt: 0.1, from: comma };
  }

  /** The Roman number meant; null when the sign is none. */
  private romanOf(sign: string, comma: boolean): MeantLabel | null {
    // "11." is a number of a list, "l." alone may be "1." as well.
    const spoilt = !romans.includes(sign);
    if (/^\d+$/.test(sign) || (spoilt && strokesOf(sign) === "I")) return null;
    const value = romans.findIndex((each) => strokesOf(each) === strokesOf(sign)) + 1;
    // A number that stood there already has lost a stroke: no list holds it twice.
    const again = value > 0 && value === this.roman;
    const meant = again ? value + 1 : value;
    if (meant === 0 || ((spoilt || comma) && meant !== this.roman + 1)) return null;
    this.roman = meant;
    this.number = 0;
    this.letter = "";
    const label = romans[meant - 1] ?? sign;
    const doubt = again ? 0.3 : 0.1;
    return comma
      ? { written: `${sign},`, label: `${label}.`, doubt, from: 0 }
      : { written: sign, label, doubt, from: 0 };
  }

  private lettered(sign: string): MeantLabel | null {
    const label = labelAfter(this.letter, sign);
    this.letter = label;
    return label === sign ? null : { written: sign, label, doubt: /\p{L}/u.test(sign) ? 0.1 : 0.3, from: 0 };
  }
}

const romans = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split(" ");

/** A Roman number as the strokes and angles that are seen of it. */
function strokesOf(sign: string): string {
  return sign
    .replace(/H/g, "II")
    .replace(/[lL1|!TJi]/g, "I")
    .replace(/[Yyv]/g, "V");
}

/** The label meant where a sign stands behind the label `last` ("" at the beginning of a list). */
function labelAfter(last: string, sign: string): string {
  const expected = letters[letters.indexOf(last) + 1] ?? "";
  if (last === "" ? sign === "a" : sign === expected) return sign;
  const likely = last === "" ? "a" : expected;
  const most = letters.includes(sign) ? mostForLetter : mostForSign;
  return likely !== "" && misreadCost(likely, sign) <= most ? likely : sign;
}
