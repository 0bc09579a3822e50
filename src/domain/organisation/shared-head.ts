import { bodyAt } from "./body-at.ts";
import { fieldAt } from "./field-at.ts";
import { determiners, generics, offices, phrasesAt } from "./lexicon.ts";
import { namesAt } from "./name-index.ts";
import { capitalsEnd, communeNameAt, placeAt, provinceAt } from "./place-at.ts";
import type { BodyMatch } from "./scene.ts";
import { adjacent, asWritten, itemEnds, type Scene } from "./scene.ts";
import { isCapital } from "./words.ts";

/**
 * A first part that several names of a list share: "các Sở: Tài chính, Nội vụ"; "UBND các xã Ia Dom, Ia Nan".
 * `firm` when a colon announces the list: then also fields that no list of bodies holds are taken as names.
 */
export interface SharedHead {
  readonly heads: readonly string[];
  /** What stands before the kind of commune: "UBND", or "" for bare places; null when communes are not meant. */
  readonly communes: string | null;
  /** The kind of a commune that is named without its kind; "" when every name has to say it. */
  readonly kind: string | null;
  readonly firm: boolean;
}

const departmental = new Set(["so", "bo", "ban", "cuc", "vu"]);
const sharing = new Set(["so", "bo", "ban", "cuc", "vu", "nganh", "xa", "phuong", "tinh", "huyen", "quan"]);
const placeKinds: Readonly<Record<string, string>> = {
  xa: "xã",
  phuong: "phường",
  tinh: "tỉnh",
  huyen: "huyện",
  quan: "quận",
};
const headSpelling: Readonly<Record<string, string>> = {
  so: "Sở",
  bo: "Bộ",
  ban: "Ban",
  cuc: "Cục",
  vu: "Vụ",
};

/**
 * A shared first part beginning at word `i`; `from` is the first word of the first name. Null when there is none.
 * `before`: what the names before it share, which "các huyện …" goes on with.
 */
export function sharedHeadAt(
  scene: Scene,
  i: number,
  before: SharedHead | null = null,
): { shared: SharedHead; from: number } | null {
  const office = phrasesAt(offices, scene.words, i)[0]?.end ?? i;
  const stem = stemAt(scene, office);
  const opened = phrasesAt(determiners, scene.words, stem.end)[0]?.end ?? stem.end;
  let at = opened;
  let kind: string | null = null;
  const heads: string[] = [];
  for (let steps = 0; steps < 8; steps++) {
    const noun = phrasesAt(generics, scene.words, at)[0];
    if (!noun) break;
    const nouns = scene.words.slice(at, noun.end);
    // "cơ sở" and "xã hội" hold the same syllables and mean something else.
    for (const word of nouns.every(({ key }) => sharing.has(key)) ? nouns : []) {
      const own = headSpelling[word.key];
      if (own) heads.push(own);
      kind ??= placeKinds[word.key] ?? null;
    }
    const next = scene.words[noun.end];
    if (next && /^\s*:\s*$/.test(next.gap)) return firmHead(scene, stem.text, heads, kind, noun.end);
    if (at === opened && opened > stem.end && adjacent(next)) {
      if (heads.length === 1 && fieldAt(scene, noun.end, heads))
        return { shared: { heads, communes: null, kind: null, firm: false }, from: noun.end };
      if (kind && placeNameAt(scene, noun.end, kind))
        return {
          shared: { heads: [], communes: stem.text || (before?.communes ?? ""), kind, firm: false },
          from: noun.end,
        };
    }
    if (!next || (next.key !== "va" && !/^\s*,?\s*$/.test(next.gap))) break;
    at = next.key === "va" ? noun.end + 1 : noun.end;
  }
  return null;
}

/** A commune or a province by its name alone, with its kind put before it. */
function placeNameAt(scene: Scene, i: number, kind: string | null): { name: string; end: number } | null {
  if (kind === "") return null;
  if (kind === "huyện" || kind === "quận") {
    const end = isStartOfName(scene, i) ? i : capitalsEnd(scene, i, true);
    return end > i ? { name: `${kind} ${asWritten(scene, i, end)}`, end } : null;
  }
  const province = isCapital(scene.words[i]) ? provinceAt(scene, i, true) : null;
  if (province?.province)
    return { name: `${province.province.kind} ${province.province.name}`, end: province.end };
  const commune = communeNameAt(scene, i, null);
  return commune && { name: `${commune.kind} ${commune.name}`, end: commune.end };
}

/** Districts have no list: a body or a place of another kind after them is no district. */
function isStartOfName(scene: Scene, i: number): boolean {
  return (
    bodyAt(scene, i) !== null || [generics, offices].some((words) => phrasesAt(words, scene.words, i)[0])
  );
}

function firmHead(
  scene: Scene,
  stem: string,
  heads: readonly string[],
  kind: string | null,
  from: number,
): { shared: SharedHead; from: number } | null {
  const isList = heads.length > 0 || kind !== null;
  const starts = isCapital(scene.words[from]);
  return isList && starts
    ? { shared: { heads, communes: kind === null ? null : stem, kind, firm: true }, from }
    : null;
}

/** "UBND", "Đảng ủy" and their like before "các xã". */
function stemAt(scene: Scene, i: number): { text: string; end: number } {
  for (const match of namesAt(scene.gazetteer.names, scene.words, i)) {
    const commune = match.values.find(({ body }) => body.level === "commune");
    if (commune) return { text: commune.body.name.replace(" {x}", ""), end: match.end };
  }
  return { text: "", end: i };
}

/** A body named by its field alone, after a shared head: "Nội vụ" after "Sở Tài chính, ". */
export function sharedNameAt(scene: Scene, i: number, shared: SharedHead): BodyMatch | null {
  const field = fieldAt(scene, i, shared.heads);
  if (field) return field;
  if (shared.communes !== null) {
    const place = placeNameAt(scene, i, shared.kind) ?? (shared.communes ? placeAt(scene, i) : null);
    if (place)
      return {
        name: `${shared.communes} ${place.name}`.trim(),
        end: place.end,
        from: i,
        head: null,
        doubt: 0,
      };
  }
  return shared.firm ? unknownField(scene, i, shared) : null;
}

function unknownField(scene: Scene, i: number, shared: SharedHead): BodyMatch | null {
  const [head] = shared.heads;
  if (!head || !isCapital(scene.words[i]) || scene.kind === "prose") return null;
  let end = i + 1;
  while (end < scene.words.length && !itemEnds(scene, end)) end++;
  return { name: `${head} ${asWritten(scene, i, end)}`, end, from: i, head, doubt: 0.4 };
}

/** What the names after a body may leave out: its first word, or for communes the body and the kind of commune. */
export function sharedAfter(scene: Scene, match: BodyMatch, before: SharedHead | null): SharedHead | null {
  // Districts have no list: what follows must say its kind, unless "các huyện" said it.
  const district = /^(.*?) ?(huyện|quận|thị xã|thị trấn|thành phố) \p{Lu}/u.exec(match.name ?? "");
  if (district && before?.kind === district[2]) return before;
  if (district) return { heads: [], communes: district[1] ?? "", kind: "", firm: false };
  const place = /^(.*?) ?(xã(?! hội)|phường|đặc khu) /u.exec(match.name ?? "");
  if (place) return { heads: [], communes: place[1] ?? "", kind: place[2] ?? null, firm: false };
  const key = scene.words[match.from]?.key ?? "";
  const head = match.head === null ? undefined : headSpelling[key];
  return head && departmental.has(key) ? { heads: [head], communes: null, kind: null, firm: false } : null;
}

/** The named body or the body named by its field at word `i`. */
export function memberAt(scene: Scene, i: number, shared: SharedHead | null): BodyMatch | null {
  const own = bodyAt(scene, i);
  if (own && shared?.communes && own.name && /^(xã|phường|đặc khu) /.test(own.name))
    return { ...own, name: `${shared.communes} ${own.name}` };
  return own ?? (shared ? sharedNameAt(scene, i, shared) : null);
}
