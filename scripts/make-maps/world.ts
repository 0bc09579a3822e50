import { readAtlas } from "./atlas.ts";
import {
  areaOf,
  dissolved,
  type Point,
  pathOf,
  type Ring,
  roomIn,
  rounded,
  same,
  simplified,
} from "./plane.ts";

/** Width of the map in units of its paths; the middle meridian, which keeps Chukotka with Russia. */
const [width, middle] = [2000, 11];

/** Points fewer than so far from a coast are left out, islands of less than so many square units too. */
const [detail, leastIsland] = [0.55, 5];

/**
 * Countries that the atlas draws apart and Viet Nam does not know as such: they stand with the country that they are of.
 * "" is left out.
 */
const partOf: Readonly<Record<string, string>> = {
  ...{ Kosovo: "RS", Somaliland: "SO", "N. Cyprus": "CY", "Indian Ocean Ter.": "AU" },
  ...{ "Siachen Glacier": "", AQ: "" },
};

/** Islands and reefs of the two archipelagos, which are too small for the atlas. */
const archipelagos = {
  hoangSa: [
    ...[
      [112.34, 16.83] as const,
      [111.61, 16.53] as const,
      [111.2, 15.78] as const,
      [112.73, 16.67] as const,
    ],
    ...[[111.76, 16.45] as const, [112.33, 16.96] as const],
  ],
  truongSa: [
    ...[[111.92, 8.64] as const, [114.33, 11.43] as const, [114.33, 9.89] as const, [114.36, 10.18] as const],
    ...[[114.48, 10.38] as const, [113.69, 8.97] as const, [112.92, 7.88] as const, [115.8, 10.73] as const],
    ...[[111.67, 8.85] as const, [114.28, 11.05] as const],
  ],
};

/** Equal Earth (Šavrič, Patterson and Jenny 2018): areas are in their true proportion. */
function projected([longitude, latitude]: Point): Point {
  const m = Math.sqrt(3) / 2;
  const t = Math.asin(m * Math.sin((latitude * Math.PI) / 180));
  const [a, b, c, d] = [1.340264, -0.081106, 0.000893, 0.003796];
  const t2 = t * t;
  const t6 = t2 * t2 * t2;
  const x = (((longitude - middle) * Math.PI) / 180) * Math.cos(t);
  const stretch = m * (a + 3 * b * t2 + t6 * (7 * c + 9 * d * t2));
  const y = t * (a + b * t2 + t6 * (c + d * t2));
  const scale = width / 5.4133;
  return [width / 2 + (x / stretch) * scale, width / 4 - y * scale];
}

export interface WorldMap {
  readonly width: number;
  readonly height: number;
  /** Code, path, the place of its number, and how much room there is around it, in units. */
  readonly countries: readonly (readonly [code: string, path: string, x: number, y: number, room: number])[];
  readonly archipelagos: Readonly<Record<keyof typeof archipelagos, readonly Point[]>>;
}

/** The map of the world from the folder of `world-atlas`. */
export function makeWorld(folder: string): WorldMap {
  const { arcs, countries } = readAtlas(folder, "50m");
  const byCode = new Map<string, Ring[]>();
  for (const { code, rings } of countries)
    for (const ring of rings) {
      const lines = unwrapped(ring.map((number) => lineOf(arcs, number)));
      const owner = ownerOf(code, centreOf(lines.flat()));
      if (owner === "") continue;
      const plain = lines.map((line, at) => thinned(line.map(projected), (ring[at] ?? 0) < 0));
      byCode.set(owner, [...(byCode.get(owner) ?? []), joined(plain).map(rounded)]);
    }
  const drawn = [...byCode].map(([code, all]) => drawnCountry(code, all));
  const bottom = Math.max(...[...byCode.values()].flat(2).map(([, y]) => y));
  const placed = (points: readonly Point[]) => points.map((point) => rounded(projected(point)));
  return {
    ...{ width, height: bottom + 10 },
    countries: drawn.toSorted(([a], [b]) => (a < b ? -1 : 1)),
    archipelagos: { hoangSa: placed(archipelagos.hoangSa), truongSa: placed(archipelagos.truongSa) },
  };
}

/** The lines of a ring without its jump from 180° east to 180° west; all of it beside the middle meridian. */
function unwrapped(lines: readonly (readonly Point[])[]): readonly (readonly Point[])[] {
  let before = lines[0]?.[0]?.[0] ?? 0;
  const whole = lines.map((line) =>
    line.map(([x, y]): Point => {
      before = x + 360 * Math.round((before - x) / 360);
      return [before, y];
    }),
  );
  const turn = 360 * Math.round((middle - centreOf(whole.flat())[0]) / 360);
  return whole.map((line) => line.map(([x, y]): Point => [x + turn, y]));
}

/** A line with fewer points, the same ones in whichever direction two countries run along it. */
function thinned(line: readonly Point[], isBackwards: boolean): readonly Point[] {
  return isBackwards ? simplified(line.toReversed(), detail).toReversed() : simplified(line, detail);
}

function lineOf(lines: readonly (readonly Point[])[], number: number): readonly Point[] {
  const line = lines[number < 0 ? ~number : number] ?? [];
  return number < 0 ? line.toReversed() : line;
}

function joined(lines: readonly (readonly Point[])[]): readonly Point[] {
  return lines.flatMap((line, at) => (at === 0 ? line : line.slice(1)));
}

function centreOf(ring: Ring): Point {
  const sum = ring.reduce(([x, y], [u, v]): Point => [x + u, y + v], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}

function ownerOf(code: string, [x, y]: Point): string {
  // The islands of the archipelagos are drawn as Viet Nam's, whatever the atlas says.
  if (x > 109.5 && x < 116.5 && y > 7 && y < 17.6) return "";
  // Crimea stands with Ukraine, as on maps of the United Nations.
  if (code === "RU" && x > 32 && x < 37 && y > 44 && y < 46.3) return "UA";
  return partOf[code] ?? code;
}

function drawnCountry(code: string, all: readonly Ring[]): WorldMap["countries"][number] {
  const whole = dissolved(all).toSorted((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)));
  const kept = whole.filter((ring, at) => at === 0 || Math.abs(areaOf(ring)) / 2 >= leastIsland);
  const [largest = []] = whole;
  const { at, room } = roomIn([largest]);
  const [x, y] = rounded(largest.length > 0 ? at : centreOf(all[0] ?? []));
  return [
    code,
    pathOf(
      kept.filter((ring) => ring.length > 3 || !same(ring[0] ?? [0, 0], ring[1] ?? [0, 0])),
      true,
    ),
    x,
    y,
    Math.round(room),
  ];
}
