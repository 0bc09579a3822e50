import type { CalendarDate } from "../basics/calendar-date.ts";
import { unspacedKey } from "../document/head-lines.ts";
import { type IssuerBody, type IssuerContext, readBodyName } from "../document/issuer.ts";
import { fullNameOf, type Gazetteer, type Province, provinceOn } from "../organisation/gazetteer.ts";
import { namesAt } from "../organisation/name-index.ts";
import { wordsOf } from "../organisation/words.ts";
import { fold, foldedKey } from "../text/fold.ts";

/** First words of names of bodies; a line that begins so begins a new name. */
const beginnings =
  /^(?:uy ban|ubnd|ub|hoi dong|hdnd|bo|so|van phong|vp|cuc|vu|tong cuc|chi cuc|ban|cong an|tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang bo|dang uy|dang doan|chi bo|thu tuong|chinh phu|quoc hoi|chu tich|toa an|vien|kiem toan|thanh tra|trung tam|truong|dai hoc|hoc vien|benh vien|ngan hang|kho bac|thue|hai quan|bao hiem|mat tran|mttq|lien minh|lien hiep|lien doan|hoi|doan|tinh doan|phong|quy|bao|dai|to|tieu ban|bch|bql|bcd|doanh nghiep|tap doan|tong cong ty|cong ty)(?= |$)/u;
/** A name that cannot end here goes on in the next line. */
const unfinished =
  /(?:^|\s)(?:va|cua|ve|các|cac|uy ban nhan dan|ubnd|hdnd|hoi dong nhan dan|uy ban thuong vu|van phong|dang uy|ban chap hanh|ban thuong vu|ban chi dao|ban quan ly|bo chi huy|bo tu lenh|doan dai bieu|uy ban|hoi dong|cong an|toa an nhan dan|vien kiem sat nhan dan|thanh tra|mat tran to quoc|dang bo|ban chap hanh dang bo)$|^(?:so|bo|cuc|phong|trung tam|truong|ban|hoi)$|[,\-–]$/u;

/**
 * The names that the lines over the number of a document hold, the issuer last and its superiors before it:
 * "ỦY BAN NHÂN DÂN / TỈNH GIA LAI" is one, "BỘ CÔNG THƯƠNG / CỤC XÚC TIẾN THƯƠNG MẠI" two
 * (NĐ 30/2020/NĐ-CP Phụ lục I mục II.2; the Party sets "*" under the name).
 */
export function bodyNamesOf(lines: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const line of lines) {
    const text = line.replace(/[*\s]+$/u, "").trim();
    if (text === "") continue;
    const before = names.at(-1);
    const key = foldedKey(text);
    const goesOn = before !== undefined && (unfinished.test(fold(before).trim()) || !beginnings.test(key));
    if (goesOn && before !== undefined) names[names.length - 1] = `${before} ${text}`;
    else names.push(...cutJoinedNames(text));
  }
  return names;
}

/** "ĐẢNG BỘ TỈNH GIA LAI ĐẢNG ỦY UBND TỈNH" of one line: cut before a Party or department name that must begin anew. */
function cutJoinedNames(text: string): readonly string[] {
  const cut =
    / (?=(?:ĐẢNG ỦY|SỞ|CỤC|BAN TUYÊN GIÁO|BAN TỔ CHỨC|BAN NỘI CHÍNH|VĂN PHÒNG UBND|VĂN PHÒNG TỈNH ỦY) )/u.exec(
      text,
    );
  if (!cut || !/^(?:ĐẢNG BỘ|UBND|ỦY BAN NHÂN DÂN|TỈNH ỦY|THÀNH ỦY|BỘ) /u.test(text)) return [text];
  const first = text.slice(0, cut.index);
  return unfinished.test(fold(first)) ? [text] : [first, text.slice(cut.index + 1)];
}

/**
 * A printed name as the register writes it ("ỦY BAN NHÂN DÂN TỈNH GIA LAI" → "Ủy ban nhân dân tỉnh Gia Lai"): from the
 * gazetteer when it holds the whole name, else cased by rule with doubt 0.1.
 */
export function bodyNamed(printed: string, context: IssuerContext): IssuerBody {
  const text = printed.replace(/\s*\([^)]*\)\s*$/u, "").trim();
  const read = readBodyName(text, context);
  if (read && foldedKey(text.slice(read.end)) === "") return read.body;
  const joint = jointBody(text, context);
  if (joint) return joint;
  const spaced = namesOfSpaced(text, context.gazetteer, context.date);
  if (spaced) return { ...spaced, doubt: 0.2 };
  return {
    name: titleCased(
      text.replace(/^UBND /u, "ỦY BAN NHÂN DÂN ").replace(/^HĐND /u, "HỘI ĐỒNG NHÂN DÂN "),
      context.gazetteer,
    ),
    id: null,
    province: context.province,
    validFrom: null,
    validTo: null,
    doubt: 0.1,
  };
}

/** "SỞ Y TẾ - SỞ TÀI CHÍNH": a document of two bodies. */
function jointBody(text: string, context: IssuerContext): IssuerBody | null {
  const parts = text.split(/\s[-–]\s/u);
  const bodies = parts.map((part) => readBodyName(part, context));
  if (parts.length < 2 || !bodies.every((read, i) => read?.end === parts[i]?.length)) return null;
  const [first] = bodies;
  return first ? { ...first.body, id: null, name: bodies.map((read) => read?.body.name).join(" - ") } : null;
}

/** Letters of a name spaced out ("ỦY B AN NHÂN D Â N …"): compared without spaces with the bodies that issue most. */
function namesOfSpaced(text: string, gazetteer: Gazetteer, date: CalendarDate | null): IssuerBody | null {
  const words = text.split(/\s+/u);
  if (words.filter((word) => word.length <= 2).length * 2 < words.length) return null;
  const key = unspacedKey(text);
  const plain = (name: string, id: string, province: string | null): IssuerBody => ({
    name,
    id,
    province,
    validFrom: null,
    validTo: null,
    doubt: 0,
  });
  for (const body of gazetteer.bodies) {
    if (body.level === "central" && unspacedKey(body.fullName) === key)
      return plain(body.fullName, body.id, null);
    if (body.level !== "province" || !key.startsWith(unspacedKey(body.fullName.split("{")[0] ?? "")))
      continue;
    for (const province of gazetteer.provinces) {
      const name = fullNameOf(body, province);
      if (unspacedKey(name) === key && (date === null || province.to === null || date <= province.to))
        return plain(name, body.id, province.name);
    }
  }
  return null;
}

/** Words that say what sort of body it is; the name of its field follows with a capital. */
const sortOfBody =
  /^(?:ban quản lý|chi cục|tổng cục|tổng công ty|công ty|trung tâm|văn phòng|tạp chí|học viện|bệnh viện|kho bạc|trạm|sở|bộ|ban|cục|vụ|phòng|viện|trường|báo|hội|thuế|hải quan)(?= )/u;

/**
 * A name printed in capitals in the writing of the rules of capitals (NĐ 30/2020/NĐ-CP Phụ lục II): first word and the
 * first word of each field of a department or ministry with a capital, names of places word by word.
 */
export function titleCased(printed: string, gazetteer: Gazetteer): string {
  const text = printed
    .toLowerCase()
    .replace(/(?<!\p{L})ubnd(?!\p{L})/gu, "UBND")
    .replace(/(?<!\p{L})hđnd(?!\p{L})/gu, "HĐND");
  const words = text.split(" ");
  const sort = sortOfBody.exec(text)?.[0].split(" ").length ?? 0;
  let inPlace = false;
  const cased = words.map((word, i) => {
    const before = words[i - 1] ?? "";
    if (/^(?:tỉnh|xã|phường|huyện|quận)$/u.test(word) || (word === "phố" && before === "thành")) {
      inPlace = true;
      return word;
    }
    if (word === "UBND" || word === "HĐND" || word === "và") return word;
    const opensField = sort > 0 && (i === sort || before === "và" || /[,\-–]$/u.test(before));
    return i === 0 || opensField || inPlace ? capitalised(word) : word;
  });
  return withPlaces(cased.join(" "), gazetteer);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Names of provinces in the spelling of the gazetteer, and a few proper names that stand in names of bodies. */
function withPlaces(text: string, gazetteer: Gazetteer): string {
  const words = wordsOf(text);
  let result = text;
  for (let i = 0; i < words.length; i++) {
    const match = namesAt(gazetteer.provinceNames, words, i)[0];
    const province = match && match.end - i >= 2 ? provinceOn(match.values, null) : null;
    const [first, last] = [words[i], words[(match?.end ?? 0) - 1]];
    if (province && first && last && last.end - first.start === province.name.length)
      result = result.slice(0, first.start) + province.name + result.slice(last.end);
  }
  return result
    .replace(/việt nam/giu, "Việt Nam")
    .replace(/hồ chí minh/giu, "Hồ Chí Minh")
    .replace(/trung ương/giu, "Trung ương")
    .replace(/mặt trận tổ quốc/giu, "Mặt trận Tổ quốc")
    .replace(/quốc hội/giu, "Quốc hội")
    .replace(/(?<=phòng |tướng |tra )chính phủ/giu, "Chính phủ");
}

/** The province that a text names most often, at least `least` times; null when there is none or a tie. */
export function provinceMentioned(
  text: string,
  gazetteer: Gazetteer,
  date: CalendarDate | null,
  least: number,
): Province | null {
  const words = wordsOf(text);
  const counts = new Map<string, { province: Province; count: number }>();
  for (let i = 0; i < words.length; i++) {
    if (!/^\p{Lu}/u.test(words[i]?.text ?? "")) continue;
    const match = namesAt(gazetteer.provinceNames, words, i)[0];
    const province = match && match.end - i >= 2 ? provinceOn(match.values, date) : null;
    if (!match || !province) continue;
    const before = counts.get(province.name);
    counts.set(province.name, { province, count: (before?.count ?? 0) + 1 });
    i = match.end - 1;
  }
  const [first, second] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (!first || first.count < least || second?.count === first.count) return null;
  return first.province;
}
