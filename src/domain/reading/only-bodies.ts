import type { Addressee } from "../organisation/addressee.ts";
import { readAddressees } from "../organisation/addressees.ts";
import { findAddressees } from "../organisation/mentions.ts";
import type { ReadingContext } from "./context.ts";

/**
 * The bodies of a text that names bodies and nothing else, else null. The list reader takes any words for a body, as
 * it must in a column of bodies; here names that would be known in running text have to make up `share` (0…1) of it.
 */
export function onlyBodies(
  text: string,
  { gazetteer, addressing }: ReadingContext,
  share: number,
): readonly Addressee[] | null {
  if (text.length > 600) return null;
  const known = findAddressees(text, gazetteer, addressing).reduce(
    (sum, { start, end }) => sum + end - start + 2,
    0,
  );
  if (known < text.length * share) return null;
  const { addressees, unplaced, doubt } = readAddressees(text, gazetteer, addressing);
  return addressees.length > 0 && unplaced.length === 0 && doubt < 0.5 ? addressees : null;
}

/** Words for things and deeds that begin like a body: "Báo cáo", "Hội nghị", "Bộ tiêu chí". */
const things =
  "(?!báo cáo|tổ chức|hội nghị|hội thảo|hội chợ|ban hành|trường hợp|viện trợ|đoàn kết|tổng hợp|tổng kết|tổng số|bộ tiêu chí|bộ chỉ số|bộ tài liệu|bộ thủ tục|liên kết|liên thông|cục bộ)";
const heads = new RegExp(
  `^${things}(?:sở|ban|bộ|cục|vụ|văn phòng|phòng|công an|ubnd|ủy ban|uỷ ban|hội|đoàn|liên|trung tâm|trường|viện|chi cục|thanh tra|thuế|kho bạc|ngân hàng|bảo hiểm|báo|đài|tòa án|toà án|các|hiệp hội|trưởng|giám đốc|thủ trưởng|chủ tịch|tổ|hạt|học viện|tổng|mặt trận|bch|bql|vp|hđnd|thường trực|đảng ủy|tỉnh ủy|thành ủy|hợp tác xã)\\s`,
  "iu",
);

/**
 * Whether a lone text, as the cell of a table that lost its lines, reads like bodies: known ones, or a short text that
 * begins like one. What has to be done seldom begins with the word for a body.
 */
export function looksLikeBodies(text: string, context: ReadingContext): boolean {
  if (heads.test(text) && text.length < 160 && !/[.:]$/.test(text)) return true;
  return onlyBodies(text, context, 0.5) !== null;
}
