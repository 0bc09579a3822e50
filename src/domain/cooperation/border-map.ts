import { shapesOf } from "../basics/data-shape.ts";

/** A commune on the land border, drawn. */
export interface BorderCommune {
  /** Of the list of administrative units. */
  readonly code: string;
  /** The countries across, by their codes. */
  readonly countries: readonly string[];
  /** Paths of SVG: the commune, and its part of the border. */
  readonly path: string;
  readonly border: string;
  /** Where its number stands. */
  readonly x: number;
  readonly y: number;
  /** A point on the border, and one a little beyond it. */
  readonly on: readonly [number, number];
  readonly across: readonly [number, number];
}

/** The land border of a province as a drawing of so many units, its communes in the order in which they lie along it. */
export interface BorderMap {
  readonly width: number;
  readonly height: number;
  /** The land of the province. */
  readonly outline: string;
  readonly communes: readonly BorderCommune[];
}

/** Drawings by the code of the province; a province without a land border has none. */
export type BorderMaps = ReadonlyMap<string, BorderMap>;

const { broken, record, list, words, count } = shapesOf("data/border-maps.json");

/** Reads data/border-maps.json. Throws, naming the place, when the file breaks its form. */
export function parseBorderMaps(text: string): BorderMaps {
  const provinces = Object.entries(record(JSON.parse(text), "the file"));
  return new Map(provinces.map(([code, given]) => [code, borderMap(record(given, code), code)]));
}

function borderMap(given: Readonly<Record<string, unknown>>, at: string): BorderMap {
  return {
    ...{ width: count(given.width, at), height: count(given.height, at) },
    outline: words(given.outline, at),
    communes: list(given.communes, at).map((one) => commune(record(one, at), at)),
  };
}

function commune(given: Readonly<Record<string, unknown>>, province: string): BorderCommune {
  const code = words(given.code, province);
  const at = `${province}, ${code}`;
  const point = (key: string): readonly [number, number] => {
    const [x, y, ...rest] = list(given[key], at).map((one) => count(one, at));
    if (x === undefined || y === undefined || rest.length > 0) throw broken(at, `has no point ${key}`);
    return [x, y];
  };
  return {
    ...{ code, countries: list(given.countries, at).map((one) => words(one, at)) },
    ...{ path: words(given.path, at), border: words(given.border, at) },
    ...{ x: count(given.x, at), y: count(given.y, at), on: point("on"), across: point("across") },
  };
}

/** Provinces with a border on land, by number: which screens a province has is known before its map is asked for. */
const landBorderProvinces: readonly number[] = [
  ...[4, 8, 11, 12, 14, 15, 20, 22, 38, 40, 42, 44, 46, 48, 51, 52, 66, 68, 75, 80, 82, 91],
];

/** Whether a province has a border on land. */
export function hasLandBorder(province: number): boolean {
  return landBorderProvinces.includes(province);
}
