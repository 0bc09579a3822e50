import type { CalendarDate } from "../basics/calendar-date.ts";
import { foldedKey } from "../text/fold.ts";
import { type Body, existsOn, type Gazetteer, nameOf, type Province } from "./gazetteer.ts";

/**
 * What two names of a body must share to count as one: folded. Collectives come in the words of their documents, so
 * for them words that change nothing are left out too ("các", "tất cả", "và", "có liên quan", "của tỉnh") and UBND is
 * written out. The key of a key is the key itself.
 */
export function keyOfBody(name: string, collective: boolean): string {
  const folded = foldedKey(name);
  return collective ? bareKey(folded) || folded : folded;
}

/** Until nothing more falls away: what stood apart may stand together then. */
function bareKey(key: string): string {
  const bare = key
    .replace(/\bubnd\b/g, "uy ban nhan dan")
    .replace(/\b(?:tat ca|toan the|cac|nhung|va)\b/g, " ")
    .replace(/\bco(?= +lien quan\b)|\bcua(?= +tinh\b)/g, " ")
    .replace(/ +/g, " ")
    .trim();
  return bare === key ? bare : bareKey(bare);
}

/** For which document names are looked up: whose it is and when. */
export interface BodyIdContext {
  readonly province: Province | null;
  readonly date: CalendarDate | null;
}

/**
 * The gazetteer's id of a body by its canonical name: "so-ngv"; for a body of a commune of the province with the
 * commune's code, "ubnd-xa/23674". Null when the gazetteer does not know the name. Of several bodies of one name the
 * one that existed on the day counts.
 */
export function bodyIdOf(gazetteer: Gazetteer, name: string, context: BodyIdContext): string | null {
  const key = foldedKey(name);
  const known = gazetteer.bodies.filter(
    (body) => body.level !== "commune" && foldedKey(nameOf(body, context.province)) === key,
  );
  const body = known.find((one) => existsOn(one, context.date)) ?? known.at(-1);
  return body?.id ?? communeBodyId(gazetteer, name, context.province);
}

function communeBodyId(gazetteer: Gazetteer, name: string, province: Province | null): string | null {
  if (province?.code == null) return null;
  for (const body of gazetteer.bodies) {
    const place = body.level === "commune" ? placeBehind(body, name) : null;
    const commune =
      place &&
      gazetteer
        .communes()
        .all.find(
          (one) =>
            one.province === province.code && foldedKey(`${one.kind} ${one.name}`) === foldedKey(place),
        );
    if (commune) return `${body.id}/${commune.code}`;
  }
  return null;
}

/** "xã Ia Dom" of "UBND xã Ia Dom"; null when the name is not of this kind of body. */
function placeBehind({ name, fullName, aliases }: Body, written: string): string | null {
  for (const pattern of [name, fullName, ...aliases]) {
    const stem = pattern.replace("{x}", "");
    if (written.toLowerCase().startsWith(stem.toLowerCase())) return written.slice(stem.length);
  }
  return null;
}
