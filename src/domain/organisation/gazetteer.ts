import { type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import { foldedKey } from "../text/fold.ts";
import { addName, emptyIndex, type NameIndex, namesAt } from "./name-index.ts";
import { rowsOfTable } from "./table-rows.ts";
import { wordsOf } from "./words.ts";

/** The files of `data/` as text; whoever starts the program reads them. */
export interface GazetteerFiles {
  /** administrative-units.tsv: code, parent, kind, name, name_en; provinces have no parent. */
  readonly units: string;
  /** bodies.tsv: see data/README.md for its columns. */
  readonly bodies: string;
  /** provinces.tsv: every province with its validity and what it went into. */
  readonly provinces: string;
}

/** Where in the state or the Party a body stands. `ministry` is a unit of a ministry (Cục, Vụ, Văn phòng Bộ). */
export type BodyLevel = "central" | "ministry" | "province" | "commune";

/**
 * A body, or for `province` and `commune` a kind of body of which every province or commune may have one.
 * `name` and `fullName` may hold `{p}` (the word "tỉnh" or "Thành phố"), `{P}` (the name of the province) and
 * `{x}` (word and name of the commune); `nameOf` fills them.
 */
export interface Body {
  readonly id: string;
  readonly level: BodyLevel;
  /** Canonical short name, as the registers of provinces write it: "Sở Ngoại vụ", "Văn phòng UBND {p}". */
  readonly name: string;
  /** As the head of a document of this body writes it: "Ủy ban nhân dân {p} {P}". */
  readonly fullName: string;
  /** Other spellings in prose, same placeholders. */
  readonly aliases: readonly string[];
  /** Symbols in document numbers: "SNgV", "BNG". */
  readonly symbols: readonly string[];
  /** First and last day of existence; null = not known or not ended. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  /** Ids of the bodies that took over. */
  readonly successors: readonly string[];
  /** Whether only provinces, only cities under the Government, or both have it. */
  readonly scope: "any" | "tỉnh" | "thành phố";
}

/** A province in one stretch of its history: before and after a merger are two. */
export interface Province {
  readonly name: string;
  readonly kind: "tỉnh" | "thành phố";
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  /** Name of the province that it went into; null when it still exists. */
  readonly successor: string | null;
  /** Code of the current province in the list of administrative units; null for one that has ended. */
  readonly code: string | null;
}

/** A commune, ward or special zone. `province` is the code of its province. */
export interface Commune {
  readonly code: string;
  readonly kind: "xã" | "phường" | "đặc khu";
  readonly name: string;
  readonly province: string;
}

/**
 * A name of a body as indexed. `bare` names leave out the word for the place ("Công an" of "Công an tỉnh"): they
 * count only when a place follows. `spelling` is the name with its accents.
 */
export interface BodyName {
  readonly body: Body;
  readonly bare: boolean;
  readonly spelling: string;
}

/** Everything known about bodies and places. Made once at start; communes are indexed when first asked for. */
export interface Gazetteer {
  readonly bodies: readonly Body[];
  readonly byId: ReadonlyMap<string, Body>;
  readonly bySymbol: ReadonlyMap<string, readonly Body[]>;
  readonly names: NameIndex<BodyName>;
  readonly provinces: readonly Province[];
  readonly provinceNames: NameIndex<Province>;
  readonly communes: () => CommuneIndex;
}

export interface CommuneIndex {
  readonly all: readonly Commune[];
  readonly names: NameIndex<Commune>;
}

/** Builds the gazetteer from the text of its files. Throws on a line that breaks the form of the files: they are ours. */
export function buildGazetteer(files: GazetteerFiles): Gazetteer {
  const bodies = rowsOfTable(files.bodies).map(bodyOf);
  const units = rowsOfTable(files.units);
  const provinces = provincesOf(rowsOfTable(files.provinces), units);
  const provinceNames = emptyIndex<Province>();
  for (const { province, aliases } of provinces)
    for (const name of [province.name, ...aliases]) addName(provinceNames, name, province);
  let communes: CommuneIndex | null = null;
  return {
    bodies,
    byId: new Map(bodies.map((body) => [body.id, body])),
    bySymbol: symbolsOf(bodies),
    names: namesOf(bodies),
    provinces: provinces.map(({ province }) => province),
    provinceNames,
    communes: () => {
      communes ??= communesOf(units);
      return communes;
    },
  };
}

/**
 * The body that uses a symbol in its document numbers ("SNgV", "BNG", "UBND"), on a day, for a document of a province
 * (null: not of a province). Bodies of the province come before central ones, those that existed that day before others.
 */
export function findBodyByAbbreviation(
  gazetteer: Gazetteer,
  abbreviation: string,
  date: CalendarDate | null,
  province: string | null,
): Body | null {
  const all = gazetteer.bySymbol.get(symbolKey(abbreviation)) ?? [];
  const place = province === null ? null : provinceNamed(gazetteer, province, date);
  const local = (body: Body) => body.level === "province" || body.level === "commune";
  const score = (body: Body) =>
    (existsOn(body, date) ? 4 : 0) +
    (local(body) === (province !== null) ? 2 : 0) +
    (body.scope === "any" || body.scope === place?.kind ? 1 : 0);
  return [...all].sort((a, b) => score(b) - score(a))[0] ?? null;
}

/**
 * The province of a name ("Gia Lai", "tỉnh Gia Lai", "TP. Hồ Chí Minh") on a day; without a day, the one of today's map.
 * Null when no province has or had the name.
 */
export function provinceNamed(
  gazetteer: Gazetteer,
  name: string,
  date: CalendarDate | null,
): Province | null {
  const bare = name.replace(/^\s*(tỉnh|thành phố|tp\.?)\s+/iu, "");
  const words = wordsOf(bare);
  const match = namesAt(gazetteer.provinceNames, words, 0).find(({ end }) => end === words.length);
  return match ? provinceOn(match.values, date) : null;
}

/** The province that has a number in today's list of administrative units; null when none has. */
export function provinceOfCode(gazetteer: Gazetteer, code: number): Province | null {
  return (
    gazetteer.provinces.find((province) => province.code !== null && Number(province.code) === code) ?? null
  );
}

/** Of the stretches of a province's history the one of a day; without a day the last. */
export function provinceOn(stretches: readonly Province[], date: CalendarDate | null): Province | null {
  return stretches.find((stretch) => date !== null && existsOn(stretch, date)) ?? stretches.at(-1) ?? null;
}

/** Whether something with a validity existed on a day; without a day, whether it still exists. */
export function existsOn(
  thing: { readonly from: CalendarDate | null; readonly to: CalendarDate | null },
  date: CalendarDate | null,
): boolean {
  if (date === null) return thing.to === null;
  return (thing.from === null || thing.from <= date) && (thing.to === null || date <= thing.to);
}

/** The canonical name of a body in documents of a province: "Công an tỉnh", "Báo và Phát thanh, Truyền hình Gia Lai". */
export function nameOf(body: Body, province: Province | null): string {
  return filled(body.name, province);
}

/** The name as the head of its documents has it: "Ủy ban nhân dân tỉnh Gia Lai". */
export function fullNameOf(body: Body, province: Province | null): string {
  return filled(body.fullName, province);
}

function filled(pattern: string, province: Province | null): string {
  const word = province?.kind === "thành phố" ? "Thành phố" : "tỉnh";
  const whole = province ? `${word.toLowerCase()} ${province.name}` : /^(Sở|Ban) /.test(pattern) ? "" : word;
  return pattern
    .replaceAll("{p} {P}", whole)
    .replaceAll("{p}", word)
    .replaceAll("{P}", province?.name ?? (pattern.startsWith("Báo") ? word : ""))
    .trim();
}

function listOf(cell: string | undefined): readonly string[] {
  return (cell ?? "")
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function bodyOf(row: readonly string[]): Body {
  const [id, level, scope, name, full, aliases, symbols, from, to, successors] = row;
  if (!id || !name || !isLevel(level) || !isScope(scope))
    throw new Error(`bodies.tsv: bad line ${row.join(" | ")}`);
  return {
    id,
    level,
    scope,
    name,
    fullName: full || name,
    aliases: listOf(aliases),
    symbols: listOf(symbols),
    from: parseIsoDate(from ?? ""),
    to: parseIsoDate(to ?? ""),
    successors: listOf(successors),
  };
}

function isLevel(text: string | undefined): text is BodyLevel {
  return text === "central" || text === "ministry" || text === "province" || text === "commune";
}

function isScope(text: string | undefined): text is Body["scope"] {
  return text === "any" || text === "tỉnh" || text === "thành phố";
}

function symbolKey(symbol: string): string {
  return foldedKey(symbol).replaceAll(" ", "");
}

function symbolsOf(bodies: readonly Body[]): ReadonlyMap<string, readonly Body[]> {
  const bySymbol = new Map<string, Body[]>();
  for (const body of bodies)
    for (const symbol of body.symbols) {
      const key = symbolKey(symbol);
      bySymbol.set(key, [...(bySymbol.get(key) ?? []), body]);
    }
  return bySymbol;
}

function namesOf(bodies: readonly Body[]): NameIndex<BodyName> {
  const names = emptyIndex<BodyName>();
  const add = (body: Body, spelling: string, bare: boolean) =>
    addName(names, spelling, { body, bare, spelling });
  for (const body of bodies)
    for (const pattern of new Set([body.name, body.fullName, ...body.aliases])) {
      const stem = pattern.replace("{p} {P}", "{p}");
      if (body.level === "commune") add(body, stem.replace(" {x}", ""), true);
      else if (!/\{[pP]\}/.test(stem)) add(body, stem, false);
      else {
        for (const word of ["tỉnh", "thành phố", "TP"]) add(body, stem.replace(/\{[pP]\}/, word), false);
        add(body, stem.replace(/ ?\{[pP]\}/, ""), true);
      }
    }
  return names;
}

function provincesOf(
  rows: readonly (readonly string[])[],
  units: readonly (readonly string[])[],
): readonly { province: Province; aliases: readonly string[] }[] {
  const codes = new Map(
    units.filter((unit) => unit[1] === "").map((unit) => [foldedKey(unit[3] ?? ""), unit[0] ?? ""]),
  );
  return rows.map(([name = "", kind, from = "", to = "", successor = "", aliases]) => {
    if (kind !== "tỉnh" && kind !== "thành phố") throw new Error(`provinces.tsv: bad kind of ${name}`);
    const ended = parseIsoDate(to);
    const province: Province = {
      name,
      kind,
      from: parseIsoDate(from),
      to: ended,
      successor: successor === "" ? null : successor,
      code: ended === null ? (codes.get(foldedKey(name)) ?? null) : null,
    };
    return { province, aliases: listOf(aliases) };
  });
}

function communesOf(units: readonly (readonly string[])[]): CommuneIndex {
  const names = emptyIndex<Commune>();
  const all: Commune[] = [];
  for (const [code = "", province = "", kind, name = ""] of units) {
    if (kind !== "xã" && kind !== "phường" && kind !== "đặc khu") continue;
    const commune: Commune = { code, kind, name, province };
    all.push(commune);
    addName(names, name, commune);
  }
  return { all, names };
}
