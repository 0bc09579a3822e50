import { misreadCost } from "../text/confusion.ts";
import type { Respelling } from "../text/respelling.ts";
import type { Block } from "./block.ts";

/** The letters of lists in their order (Nghị định 30/2020/NĐ-CP, Phụ lục I: Vietnamese alphabet, f, j, w, z left out). */
const letters = "abcdđeghiklmnopqrstuvxy";

/** A letter, or a sign in its place, before a bracket or a point: "¢)", "d.". */
const letterLabel = /^\s*([^\s\d.,;:()/-])([).])\s/u;
/** Roman numbers of I alone with strokes that look alike: "Il.", "1I)". */
const strokes = /^\s*([Il|1]{2,3})([.)])\s/u;
const numberLabel = /^\s*(?:[IVX]+|\d{1,2})\s*[.)]\s/u;
/** A comma for the point behind a number. */
const commaLabel = /^\s*(\d{1,2}),\s+(?=\p{L})/u;
/** What a bullet of a scan may look like. */
const bullet = /^\s*([~¬«»=])\s+(?=\p{L})/u;

/** `written` was meant to be `label`; as many signs as letters. */
export interface LabelRespelling extends Respelling {
  readonly label: string;
}

/** Signs that stand for another letter cost up to this to be taken for it; a letter that is one is taken at its word sooner. */
const [mostForSign, mostForLetter] = [9, 1];

/**
 * Labels of items that a scan spoiled, by the order that lists have: the second "d)" is "đ)", "¢)" between "e)" and "h)" is
 * "g)". Given for each block whose label is another than it shows; offsets are the same in both texts.
 */
export function damagedLabels(blocks: readonly Block[]): ReadonlyMap<Block, LabelRespelling> {
  const found = new Map<Block, LabelRespelling>();
  let last = "";
  let number = 0;
  for (const block of blocks) {
    if (block.kind === "table") continue;
    const put = (written: string, label: string, doubt: number, from = 0) => {
      const start = block.text.indexOf(written, from);
      if (written !== label) found.set(block, { start, end: start + label.length, written, label, doubt });
    };
    const stroke = strokes.exec(block.text)?.[1];
    if (stroke && /[Il|]/.test(stroke)) put(stroke, "I".repeat(stroke.length), 0.05);
    const dash = bullet.exec(block.text)?.[1];
    if (dash) put(dash, "-", 0.1);
    const comma = commaLabel.exec(block.text)?.[1];
    if (comma && Number(comma) === number + 1) put(",", ".", 0.1, block.text.indexOf(comma));
    number = Number(comma ?? /^\s*(\d{1,2})\.\s/.exec(block.text)?.[1] ?? number);
    const sign = letterLabel.exec(block.text)?.[1];
    if (numberLabel.test(block.text) || stroke || found.get(block)?.label === ".") last = "";
    else if (sign) {
      last = labelAfter(last, sign);
      put(sign, last, /\p{L}/u.test(sign) ? 0.1 : 0.3);
    }
  }
  return found;
}

/** The label meant where a sign stands behind the label `last` ("" at the beginning of a list). */
function labelAfter(last: string, sign: string): string {
  const expected = letters[letters.indexOf(last) + 1] ?? "";
  if (last === "" ? sign === "a" : sign === expected) return sign;
  const likely = last === "" ? "a" : expected;
  const most = letters.includes(sign) ? mostForLetter : mostForSign;
  return likely !== "" && misreadCost(likely, sign) <= most ? likely : sign;
}
