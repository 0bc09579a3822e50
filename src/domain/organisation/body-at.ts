import { fieldAt } from "./field-at.ts";
import { type BodyName, nameOf, type Province } from "./gazetteer.ts";
import { isOwnCommune, kindsAt, ownKind } from "./kinds-at.ts";
import { determiners, generics, heads, offices, organs, phrasesAt } from "./lexicon.ts";
import { namesAt } from "./name-index.ts";
import { communeAt, type PlaceMatch, placeAt, provinceAt, provinceNameAt } from "./place-at.ts";
import { remarkAt } from "./remarks.ts";
import { adjacent, asWritten, type BodyMatch, itemEnds, type Scene } from "./scene.ts";
import { accentDistance, pausesAgree } from "./spelling.ts";
import { unlistedEnd } from "./unlisted-name.ts";
import { isCapital } from "./words.ts";

/**
 * The body whose name begins at word `i`, the longest name first. An office before it ("Giám đốc") and the body that
 * it is part of ("thuộc Sở Công Thương") are taken along.
 */
export function bodyAt(scene: Scene, i: number): BodyMatch | null {
  let found = scene.found.get(i);
  if (found === undefined) {
    found = findBody(scene, i);
    scene.found.set(i, found);
  }
  return found;
}

function findBody(scene: Scene, i: number): BodyMatch | null {
  for (const office of phrasesAt(offices, scene.words, i)) {
    if (!adjacent(scene.words[office.end])) continue;
    const led = namedAt(scene, office.end) ?? collectiveBody(scene, office.end);
    if (led) return led;
  }
  const found = namedAt(scene, i);
  const owner = found?.name ? scene.words[found.end] : undefined;
  if (!found || !owner || !adjacent(owner) || !/^(thuộc|của)$/i.test(owner.text)) return found;
  const whole = namedAt(scene, found.end + 1);
  return whole?.name ? { ...found, end: whole.end } : found;
}

function namedAt(scene: Scene, i: number): BodyMatch | null {
  const listed = listedAt(scene, i);
  const part = listed?.name === null ? null : partAt(scene, i);
  if (part && part.end > (listed?.end ?? 0)) return part;
  const unlisted = listed?.name === null ? null : unlistedAt(scene, i);
  if (listed && (!unlisted || unlisted.end <= listed.end || !outgrows(scene, i, listed))) return listed;
  return unlisted ?? listed ?? barePlaceAt(scene, i);
}

/** An organ of a body that is named by it: "Thanh tra Bộ Y tế", "Văn phòng Sở Nội vụ". */
function partAt(scene: Scene, i: number): BodyMatch | null {
  const head = phrasesAt(organs, scene.words, i)[0];
  if (!head || !isCapital(scene.words[i]) || !adjacent(scene.words[head.end])) return null;
  // "Thanh tra tỉnh" and on the next line "Ủy ban …" hold no "Tỉnh ủy".
  const whole = isCapital(scene.words[head.end]) ? listedAt(scene, head.end) : null;
  return whole?.name
    ? { ...whole, name: `${asWritten(scene, i, head.end)} ${whole.name}`, from: i, head: null }
    : null;
}

/** "các sở" after an office ("Thủ trưởng các sở"): the collective that is led. */
function collectiveBody(scene: Scene, i: number): BodyMatch | null {
  const opens =
    phrasesAt(determiners, scene.words, i).length > 0 ||
    /^(cơ quan|đơn vị|địa phương)$/i.test(asWritten(scene, i, i + 2));
  return opens ? { name: null, end: i, from: i, head: null, doubt: 0 } : null;
}

/**
 * Whether a longer unlisted name beats the listed one: "Cục Chuyển đổi số và Thông tin dữ liệu", but not where what
 * follows is a second body that shares the first word ("Vụ Pháp chế, Hợp tác quốc tế"). Names of departments and
 * ministries are all listed.
 */
function outgrows(scene: Scene, i: number, listed: BodyMatch): boolean {
  if (listed.doubt >= 0.3) return true;
  const first = scene.words[i]?.key ?? "";
  if (/^(so|bo|ubnd|hdnd|cong|tinh|thanh|chinh|quoc)$/.test(first) || scene.kind === "prose") return false;
  const joined = scene.words[listed.end]?.key === "va" ? listed.end + 1 : listed.end;
  return !fieldAt(scene, joined, [scene.words[i]?.text ?? ""]);
}

function listedAt(scene: Scene, i: number): BodyMatch | null {
  let best: BodyMatch | null = null;
  for (const match of namesAt(scene.gazetteer.names, scene.words, i))
    for (const name of byFitness(match.values, scene.province)) {
      const found = completed(scene, i, match.end, name);
      // "UBND thành phố Cao Bằng": the town's, which is known, before a longer name of the province's.
      const better =
        best === null || found === null || found.end !== best.end ? null : best.doubt > found.doubt;
      const own =
        found !== null && found.end === best?.end && name.body.level === "commune" && ownKind(scene) !== null;
      if (found && (own || (better ?? found.end > (best?.end ?? 0)))) best = found;
    }
  return best;
}

/** Of several bodies with one name those come first that the document's province has, and those that exist. */
function byFitness(names: readonly BodyName[], province: Province | null): readonly BodyName[] {
  const score = ({ body, bare }: BodyName) =>
    (body.scope === "any" || body.scope === (province?.kind ?? "tỉnh") ? 2 : 0) +
    (body.to === null ? 1 : 0) -
    (bare ? 4 : 0);
  return [...names].sort((a, b) => score(b) - score(a));
}

function completed(scene: Scene, i: number, end: number, name: BodyName): BodyMatch | null {
  const written = scene.words.slice(i, end);
  const distance = accentDistance(written, name.spelling);
  if (!credible(scene, i, end, distance) || !pausesAgree(written, name.spelling)) return null;
  const doubt = distance === 0 ? 0 : Math.min(0.3, 0.1 + distance * 0.3);
  const head = name.spelling.split(" ")[0] ?? null;
  const found = (text: string | null, to: number, more = 0): BodyMatch => ({
    name: text,
    end: to,
    from: i,
    head,
    doubt: Math.max(doubt, more),
  });
  if (isOfMany(scene, end, name.bare) && name.body.level !== "central" && name.body.level !== "ministry")
    return name.bare || !/\{p\}$/.test(name.body.name) ? found(null, end) : null;
  if (name.body.level === "commune") return communal(scene, i, end, name, found);
  if (name.body.level === "province") return provincial(scene, i, end, name, found);
  // After an office holder's own name a person is named: "Thủ tướng Chính phủ" and then who.
  const extended = /^(Thủ tướng|Chủ tịch)/.test(name.body.name) ? end : capitalsAfter(scene, end);
  return extended > end ? found(asWritten(scene, i, extended), extended, 0.1) : found(name.body.name, end);
}

/** A body of a commune: with the commune's name, with its kind alone ("Công an xã"), or an office without both. */
function communal(
  scene: Scene,
  i: number,
  end: number,
  { body }: BodyName,
  found: (text: string | null, to: number, more?: number) => BodyMatch,
): BodyMatch | null {
  const place = communeAt(scene, end);
  if (place) return found(body.name.replace("{x}", place.name), place.end, place.doubt);
  const next = scene.words[end];
  const own = adjacent(next) ? kindsAt(scene, end, false) : null;
  if (own && (next?.key !== "thanh" || townsExist(scene) || officeAlone.test(body.name))) {
    const kind = asWritten(scene, end, own.end).toLowerCase();
    return isOwnCommune(scene) ? found(body.name.replace("{x}", kind), own.end) : found(null, end);
  }
  const area = /^khu vực$/i.test(asWritten(scene, end, end + 2)) ? areaAt(scene, end + 2) : end;
  if (area > end && /^Hạt/.test(body.name)) return found(asWritten(scene, i, area), area);
  const kind = ownKind(scene);
  const isOwn =
    kind !== null && isCapital(scene.words[i]) && !officeAlone.test(body.name) && standsAlone(scene, i, end);
  if (isOwn) return found(body.name.replace("{x}", kind), end, 0.2);
  const alone = officeAlone.test(body.name) && isCapital(scene.words[i]);
  return alone && !isPartOfMore(scene, end) ? found(body.name.replace(" {x}", ""), end) : null;
}

/** In a document of a commune its bodies go by their names alone: "Hội Nông dân". */
function standsAlone(scene: Scene, i: number, end: number): boolean {
  if (end - i < (scene.kind === "list" ? 2 : 3)) return false;
  return itemEnds(scene, end) || (scene.kind === "prose" && !isCapital(scene.words[end]));
}

/** Whether a lone "thành phố" may be a town of the province: until 1/7/2025 (Luật số 72/2025/QH15). */
function townsExist({ context, province }: Scene): boolean {
  return province?.kind === "tỉnh" && context.date !== null && context.date < "2025-07-01";
}

/** Whether "thành phố" at word `i`, without a name, means a town: its body is one of the commune's level. */
function isTowns(scene: Scene, i: number): boolean {
  return (
    townsExist(scene) && /^thành phố$/i.test(asWritten(scene, i, i + 2)) && kindsAt(scene, i, false) !== null
  );
}

/** Offices of communes and districts that their documents name without the place. */
const officeAlone = /^(Phòng|Hạt|Văn phòng (HĐND|Đảng ủy)|Ban Xây dựng Đảng)/;

/** "Phòng Kinh tế đối ngoại", "Phòng Y tế - Dân số": words that make another office of it, unless a verb or list follows. */
function isPartOfMore(scene: Scene, end: number): boolean {
  const word = scene.words[end];
  if (!word || itemEnds(scene, end)) return /^ [-–] $/.test(word?.gap ?? "") && isCapital(word);
  return scene.kind === "list"
    ? !remarkAt(scene, end, true) && !/^(thuoc|cua)$/.test(word.key)
    : isCapital(word);
}

function provincial(
  scene: Scene,
  i: number,
  end: number,
  { body, bare }: BodyName,
  found: (text: string | null, to: number, more?: number) => BodyMatch,
): BodyMatch | null {
  const last = scene.words[end - 1]?.key ?? "";
  if (isTowns(scene, last === "pho" ? end - 2 : end)) return null;
  const saysPlace = !bare && /\{p\}|\{P\}/.test(body.name) && /^(tinh|pho|tp)$/.test(last);
  if (saysPlace && saysKindsAfter(scene, end, last)) return null;

  const place = saysPlace
    ? provinceNameAt(scene, end, false, last === "tinh" ? "tỉnh" : "thành phố")
    : provinceAt(scene, end);
  if (place && place.province === null && bare) {
    // "Công an" + "tỉnh" is indexed as a whole; a bare name with a lone "tỉnh" is the same thing.
    return found(canonical(scene, body, null), place.end);
  }
  if (place) {
    if (place.province === null) return found(canonical(scene, body, null), place.end);
    // "Thành ủy Cao Bằng": of the town, not of the province of that name.
    if (body.scope === "thành phố" && place.province.kind === "tỉnh")
      return found(asWritten(scene, i, place.end), place.end);
    return found(canonical(scene, body, place.province), place.end);
  }
  const numbered = areaAt(scene, end);
  if (numbered > end) return found(asWritten(scene, i, numbered), numbered);
  if (bare) {
    const alone =
      scene.kind === "list" && scene.province !== null && isCapital(scene.words[i]) && itemEnds(scene, end);
    return alone && /\{p\}/.test(body.name) && end - i > 1
      ? found(canonical(scene, body, null), end, 0.3)
      : null;
  }
  const extended = saysPlace ? end : capitalsAfter(scene, end);
  if (extended > end) return found(asWritten(scene, i, extended), extended, 0.1);
  return found(canonical(scene, body, null), end);
}

/** "UBND tỉnh, thành phố" of a central document, "UBND thành phố, thị xã" of a province's: kinds of places, not one. */
function saysKindsAfter(scene: Scene, end: number, last: string): boolean {
  const from = last === "pho" ? end - 2 : end - 1;
  if (scene.province?.kind === "thành phố") return false;
  const kinds = kindsAt(scene, from, scene.province === null);
  return (kinds?.count ?? 0) > 1;
}

/** The name relative to the document's province: of another province it says which. */
function canonical(scene: Scene, body: BodyName["body"], of: Province | null): string {
  if (of === null || (scene.province !== null && of.name === scene.province.name))
    return nameOf(body, of ?? scene.province);
  const base = nameOf(body, of);
  const [word, name] = [of.kind, of.name];
  if (body.name.includes("{P}") || /^(Tỉnh|Thành) (ủy|đoàn)$/.test(body.name))
    return base.includes(name) ? base : `${base} ${name}`;
  return body.name.includes("{p}") || /(Tỉnh|Thành) ủy$/.test(base)
    ? base.replace(/(tỉnh|Thành phố|Tỉnh ủy|Thành ủy)$/, (w) => `${/ủy$/.test(w) ? w : word} ${name}`)
    : `${base} ${word} ${name}`;
}

/** Whether words may be a name: accents agree well enough, and in prose it has capitals like a name. */
function credible(scene: Scene, i: number, end: number, distance: number): boolean {
  const written = scene.words.slice(i, end);
  const first = written[0];
  // "142-KH/TU", "1520/QĐ-UBND": the symbol of a document's number is no mention of the body.
  if (scene.kind === "prose" && /[-/]$/.test(first?.gap ?? "") && /^\p{Lu}{2,}$/u.test(first?.text ?? ""))
    return false;
  if (written.length === 1) return distance === 0 && first?.text === first?.text.toUpperCase();
  if (scene.kind === "list") return distance <= 0.7 || isCapital(written[0]);
  // Text that lost all its accents still shows a name of three words or more.
  const bare = written.length > 2 && written.every((word) => /^[A-Za-z&]+$/.test(word.text));
  if (isCapital(written[0])) return distance <= 0.5 || bare;
  const last = written.at(-1)?.key ?? "";
  return distance === 0 && (/^(tinh|pho)$/.test(last) || written.some(isCapital));
}

/** "các xã", "cấp xã", "07 xã" after the name of a kind of body: many bodies are meant. */
function isOfMany(scene: Scene, end: number, broken: boolean): boolean {
  const word = scene.words[end];
  // A narrow cell breaks "UBND" from "các xã"; after a whole name a new line is a new item.
  const onward =
    word !== undefined && (/^ +$/.test(word.gap) || (broken && word.gap === "\n" && !isCapital(word)));
  if (!word || !onward) return false;
  if (word.key === "cac" || word.key === "cap" || word.key === "tung") return true;
  if ((kindsAt(scene, end, scene.province === null)?.count ?? 0) > 1) return true;
  return (
    /^\d+$/.test(word.text) &&
    phrasesAt(generics, scene.words, end + 1).length > 0 &&
    adjacent(scene.words[end + 1])
  );
}

/** "khu vực XIII", "số 2", "cơ sở 5" after a name: one of several bodies told apart by a number. */
function areaAt(scene: Scene, end: number): number {
  const tail = scene.words.slice(end, end + 3).map((word) => word.text);
  const two = /^(khu vực|cơ sở)$/i.test(`${tail[0]} ${tail[1]}`);
  const numeral = two
    ? tail[2]
    : /^(số)$/i.test(tail[0] ?? "") || /(khu vực|cơ sở)$/i.test(textBefore(scene, end))
      ? tail[two ? 2 : /^số$/i.test(tail[0] ?? "") ? 1 : 0]
      : undefined;
  if (numeral === undefined || !/^([IVX]+|\d{1,2})$/.test(numeral)) return end;
  const after = end + (two ? 3 : /^số$/i.test(tail[0] ?? "") ? 2 : 1);
  return provinceAt({ ...scene }, after)?.end ?? after;
}

function textBefore(scene: Scene, end: number): string {
  const first = scene.words[Math.max(0, end - 2)];
  const last = scene.words[end - 1];
  return first && last ? scene.text.slice(first.start, last.end) : "";
}

/** A name that goes on with capitals is a longer name than the one known: "Bộ Ngoại giao Lào". */
function capitalsAfter(scene: Scene, end: number): number {
  let to = end;
  if (/^\p{Lu}{2,}$/u.test(scene.words[end - 1]?.text ?? "")) return end;
  while (to < scene.words.length) {
    const word = scene.words[to];
    // "Hiệp hội Du lịch Nha Trang - Khánh Hòa"
    const place = to > end && /^ [-–] $/.test(word?.gap ?? "") ? provinceNameAt(scene, to, true) : null;
    if (place) return place.end;
    if (word?.gap !== " " || !isCapital(word) || /^\d/.test(word.text)) break;
    if (phrasesAt(heads, scene.words, to).length > 0 || phrasesAt(offices, scene.words, to).length > 0) break;
    if (namesAt(scene.gazetteer.names, scene.words, to).length > 0) break;
    to++;
  }
  return to;
}

function unlistedAt(scene: Scene, i: number): BodyMatch | null {
  const end = unlistedEnd(scene, i, (at) => listedAt(scene, at) !== null);
  if (end === null) return null;
  if (scene.kind === "list" && isOfMany(scene, end, false))
    return { name: null, end, from: i, head: null, doubt: 0.1 };
  return { name: asWritten(scene, i, end), end, from: i, head: null, doubt: 0.1 };
}

function barePlaceAt(scene: Scene, i: number): BodyMatch | null {
  const place: PlaceMatch | null = scene.kind === "list" ? placeAt(scene, i) : null;
  return place ? { name: place.name, end: place.end, from: i, head: null, doubt: place.doubt } : null;
}
