import type { Rejection } from "../basics/ledger.ts";
import { whyUnplaced } from "../language/unplaced-reasons.ts";
import { fold, foldedKey } from "../text/fold.ts";
import { type Block, placesOfBlocks, textOfBlocks } from "./block.ts";
import { headLines, isAnnexTitle, isCapitals, isNationalTitle, titleOf } from "./head-lines.ts";
import { describePlace, nowhere } from "./place.ts";

/** Which blocks are the document itself; the others belong to the page that it was copied from. */
export interface DocumentExtent {
  /** Index of the first block, and the index behind the last one. */
  readonly from: number;
  readonly to: number;
  /** One for each block left out. */
  readonly rejected: readonly Rejection[];
}

/** What law portals print over a document. */
const wrapperBefore =
  /^(?:he thong phap luat|thu vien phap luat|luat viet nam|van ban phap luat|co so du lieu (?:quoc gia )?|cong thong tin|trang chu|tim kiem|dang nhap|tai ve|tai van ban|mua goi|in van ban|menu|chia se|tom tat|noi dung|ban an|tieng anh|vb song ngu|luoc do|thuoc tinh)/u;
/** What they print behind it: validity, properties, links. */
const wrapperAfter =
  /^(?:hieu luc van ban|tai van ban|thuoc tinh van ban|luoc do van ban|van ban lien quan|van ban goc|noi dung dang cap nhat|thong tin van ban|so cong bao|ngay cong bao|tinh trang hieu luc|lich su hieu luc|ban dich|chia se qua|ghi chu van ban)/u;
const property =
  /(?:so hieu|loai van ban|noi ban hanh|ngay ban hanh|nguoi ky|tinh trang hieu luc|ngay hieu luc)\s*:/gu;

/**
 * The run of blocks that is the document. A law portal's name and menu before it and its table of properties behind it
 * ("HIỆU LỰC VĂN BẢN", "Số hiệu: …", "Tải văn bản") are left out, each with the reason. Stamps of digital signatures
 * stay: they belong to the document.
 */
export function documentExtent(blocks: readonly Block[]): DocumentExtent {
  const from = startOf(blocks);
  const to = endOf(blocks, from);
  const rejected = blocks.flatMap((block, i) =>
    i < from || i >= to
      ? [
          {
            what: textOfBlocks([block]).replace(/\s+/gu, " ").slice(0, 80),
            where: describePlace(placesOfBlocks([block])[0] ?? nowhere),
            why: whyUnplaced("webPage"),
          },
        ]
      : [],
  );
  return { from, to, rejected };
}

function startOf(blocks: readonly Block[]): number {
  let start = 0;
  for (const [i, block] of blocks.slice(0, 40).entries()) {
    const lines = headLines([block]).map((line) => line.text);
    const opens = lines.some((text) => isNationalTitle(text) || titleOf(text) !== null || isAnnexTitle(text));
    if (opens || (isCapitals(lines[0] ?? "") && !isWrapper(lines[0] ?? ""))) return start;
    if (lines.length > 0 && lines.every(isWrapper)) start = i + 1;
  }
  return start;
}

function isWrapper(text: string): boolean {
  return text.length < 120 && wrapperBefore.test(foldedKey(text));
}

function endOf(blocks: readonly Block[], from: number): number {
  // The rest behind the document is short: nothing is looked for before the last blocks.
  for (let i = Math.max(from + 1, blocks.length - 60); i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) continue;
    const text = textOfBlocks([block]);
    if (text.length > 1500) continue;
    const opening = foldedKey(text.split("\n")[0] ?? "");
    const properties = new Set([...fold(text).matchAll(property)].map((match) => match[0])).size;
    if (opening.length < 60 && wrapperAfter.test(opening) && propertiesAhead(blocks, i) >= 2) return i;
    if (properties >= 3) return i;
  }
  return blocks.length;
}

/** How many different properties of a portal's table stand from a block on. */
function propertiesAhead(blocks: readonly Block[], at: number): number {
  const text = fold(textOfBlocks(blocks.slice(at, at + 20)));
  return new Set([...text.matchAll(property)].map((match) => match[0])).size;
}
