import { remembering } from "../text/remember.ts";
import { type Commune, type Province, provinceOn } from "./gazetteer.ts";
import { namesAt } from "./name-index.ts";
import type { Scene } from "./scene.ts";
import { accentDistance } from "./spelling.ts";
import { isCapital, type Word, wordsOf } from "./words.ts";

/** A place below the province standing at a word, with its kind in front: "xã Ia Dom". */
export interface PlaceMatch {
  readonly name: string;
  readonly end: number;
  readonly doubt: number;
}

type Kind = "xã" | "phường" | "đặc khu" | "thị trấn" | "huyện" | "quận" | "thị xã" | "thành phố";

/** Districts and towns have no list (they ended on 1/7/2025): their names end where the capitals end. */
const kinds: readonly (readonly [string, Kind])[] = [
  ["đặc khu", "đặc khu"],
  ["thị trấn", "thị trấn"],
  ["thị xã", "thị xã"],
  ["thành phố", "thành phố"],
  ["xã", "xã"],
  ["phường", "phường"],
  ["huyện", "huyện"],
  ["quận", "quận"],
];

/** "xã Ia Dom", "phường Pleiku", "huyện Chư Sê": a place below the province at word `i`. */
export function placeAt(scene: Scene, i: number): PlaceMatch | null {
  for (const [word, kind] of kinds) {
    const after = followed(scene.words, i, word);
    if (after === null) continue;
    if (kind === "thành phố" && provinceNameAt(scene, after, false, kind)) return null;
    const known = communeNameAt(scene, after, kind);
    if (known) return { name: `${kind} ${known.name}`, end: withProvince(scene, known.end), doubt: 0 };
    const end = capitalsEnd(scene, after);
    if (end === after) return null;
    return { name: `${kind} ${spelt(scene, after, end)}`, end: withProvince(scene, end), doubt: 0.1 };
  }
  return null;
}

/** The place after the name of a commune's body; a commune's name without its kind is not enough. */
export function communeAt(scene: Scene, i: number): PlaceMatch | null {
  return placeAt(scene, i);
}

/** A commune of this name (and kind, when given) at word `i`: of the document's province first, the longest name first. */
export function communeNameAt(
  scene: Scene,
  i: number,
  kind: string | null,
): { name: string; kind: Commune["kind"]; end: number } | null {
  if (!isCapital(scene.words[i])) return null;
  for (const match of namesAt(scene.gazetteer.communes().names, scene.words, i)) {
    const fitting = match.values.filter((commune) => kind === null || commune.kind === kind);
    const own = fitting.find((commune) => commune.province === scene.province?.code);
    const commune = own ?? fitting[0];
    if (!commune || accentDistance(scene.words.slice(i, match.end), commune.name) > 0.5) continue;
    return { name: commune.name, kind: commune.kind, end: match.end };
  }
  return null;
}

/**
 * What says the province after a body's name: "tỉnh Gia Lai", "thành phố Đà Nẵng", "Gia Lai", or a lone "tỉnh"
 * (`province` is then null: the document's own). Null when nothing does. `listed`: a comma or colon may stand before.
 */
export function provinceAt(
  scene: Scene,
  i: number,
  listed = false,
): { province: Province | null; end: number } | null {
  const first = scene.words[i];
  if (!first || !(listed || /^\s*$/.test(first.gap))) return null;
  for (const word of ["tỉnh", "thành phố", "TP"]) {
    const after = followed(scene.words, i, word);
    if (after === null) continue;
    const named = provinceNameAt(scene, after, false, word === "tỉnh" ? "tỉnh" : "thành phố");
    if (named) return named;
    const next = scene.words[after];
    return isCapital(next) && next && /^ $/.test(next.gap) ? null : { province: null, end: after };
  }
  return provinceNameAt(scene, i, listed);
}

/** A province by its name alone at word `i`; `kind` is what the word before it says. */
export function provinceNameAt(
  scene: Scene,
  i: number,
  listed = false,
  kind: Province["kind"] | null = null,
): { province: Province; end: number } | null {
  const first = scene.words[i];
  if (!isCapital(first) || !first || !(listed || /^(\s|\.\s?)$/.test(first.gap))) return null;
  for (const match of namesAt(scene.gazetteer.provinceNames, scene.words, i)) {
    // Without a date the word before the name tells a province's stretches apart: "tỉnh Đồng Nai" is the older one.
    const same = match.values.filter((stretch) => stretch.kind === kind);
    // "thành phố Cao Bằng" is a town of the province of that name.
    if (kind === "thành phố" && same.length === 0) continue;
    const dated = scene.context.date !== null || same.length === 0;
    const province = provinceOn(dated ? match.values : same, scene.context.date);
    if (province && (match.end - i > 1 || first.text.length > 2)) return { province, end: match.end };
  }
  return null;
}

/** A place's own province after it belongs to the mention: "xã Ia Dom, tỉnh Gia Lai" and "xã Ia Dom tỉnh Gia Lai". */
function withProvince(scene: Scene, end: number): number {
  const first = scene.words[end];
  if (!first || !/^,?\s+$/.test(first.gap) || first.key !== "tinh") return end;
  return provinceNameAt(scene, end + 1)?.end ?? end;
}

/** Asked about the few words for kinds of places only. */
const wordsOfKind = remembering(wordsOf);

function followed(words: readonly Word[], i: number, phrase: string): number | null {
  const wanted = wordsOfKind(phrase);
  for (const [k, word] of wanted.entries()) {
    const own = words[i + k];
    if (!own || own.key !== word.key || (k > 0 && !/^[ \n]+$/.test(own.gap))) return null;
  }
  return i + wanted.length;
}

/**
 * Where the capitals of a place's name end that no list holds; `from` itself when none begins there. `listed`: a comma
 * or colon may stand before.
 */
export function capitalsEnd(scene: Scene, from: number, listed = false): number {
  const first = listed ? /^[\s,:]*$/ : /^( +|\. ?)$/;
  let end = from;
  while (end < scene.words.length && end - from < 5) {
    const word = scene.words[end];
    if (!word || !isCapital(word) || !(end === from ? first : /^[ '’-]+$/).test(word.gap)) break;
    end++;
  }
  return end;
}

function spelt(scene: Scene, from: number, to: number): string {
  return scene.text.slice(scene.words[from]?.start, scene.words[to - 1]?.end);
}
