import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readAtlas } from "./atlas.ts";
import {
  between,
  isInside,
  type Point,
  pathOf,
  type Ring,
  roomIn,
  rounded,
  same,
  simplified,
} from "./plane.ts";

/** The neighbours by land. */
const neighbours = ["CN", "LA", "KH"] as const;
type Neighbour = (typeof neighbours)[number];

/** How far the border of the atlas may lie beside the edge of a commune, in degrees: some six kilometres. */
const near = 0.055;
/** The same where the border comes to the sea: the coast beside it is none. */
const nearSea = 0.012;
/** Corners of communes are the same within some ten metres; an edge shorter than that is none. */
const grid = 1e4;
/** A commune has a part of its boundary on the border when it is longer than this, in degrees: some 300 metres. */
const leastBorder = 0.003;
/** The longer side of a map in units of its paths, and points fewer than so far from a line are left out. */
const [size, detail] = [1000, 2.2];

/** A commune on the land border. `border`: its part of the line; `x`, `y`: the place of its number. */
export interface BorderCommune {
  readonly code: string;
  readonly countries: readonly Neighbour[];
  readonly path: string;
  readonly border: string;
  readonly x: number;
  readonly y: number;
  /** On the border, and a little beyond it on the other side. */
  readonly on: Point;
  readonly across: Point;
}

/** The land border of a province: its communes in order along it, from the sea in the north-east to the one in the south. */
export interface BorderMap {
  readonly width: number;
  readonly height: number;
  readonly outline: string;
  readonly communes: readonly BorderCommune[];
}

interface BorderPoint {
  readonly at: Point;
  readonly country: Neighbour;
  /** How far along the whole border. */
  readonly along: number;
}

interface Commune {
  readonly code: string;
  readonly province: string;
  readonly rings: readonly Ring[];
}

interface Edge {
  readonly from: Point;
  readonly to: Point;
  readonly nearest: BorderPoint;
}

/** The maps of all provinces with a land border, by the code of the province. */
export function makeBorders(atlas: string, folder: string): Readonly<Record<string, BorderMap>> {
  const border = borderPoints(atlas);
  const communes = communesNear(folder, border);
  const edges = outerEdges(communes, border);
  const byProvince = Map.groupBy(
    communes.filter(({ code }) => lengthOf(edges.get(code) ?? []) > leastBorder),
    ({ province }) => province,
  );
  const maps = [...byProvince].map(([province, own]) => {
    const code = province.slice(0, 2);
    return [code, borderMap(own, edges, outlineOf(join(folder, province, `${province}.geojson`)))] as const;
  });
  return Object.fromEntries(maps.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The border of Viet Nam in the atlas as points close to each other, numbered along it. */
function borderPoints(folder: string): readonly BorderPoint[] {
  const { arcs, countries } = readAtlas(folder, "10m");
  const arcsOf = (code: string) =>
    new Set(
      countries
        .filter((one) => one.code === code)
        .flatMap(({ rings }) => rings.flat().map((n) => (n < 0 ? ~n : n))),
    );
  const own = arcsOf("VN");
  const points: BorderPoint[] = [];
  let along = 0;
  for (const country of neighbours) {
    const shared = [...arcsOf(country)]
      .filter((number) => own.has(number))
      .map((number) => arcs[number] ?? []);
    // From the sea in the north-east towards the one in the south: each country begins where the one before ends.
    const line = chained(shared, points.at(-1)?.at ?? [108.1, 21.5]);
    line.forEach((at, number) => {
      const before = line[number - 1] ?? at;
      const steps = Math.max(1, Math.ceil(between(before, at) / 0.005));
      for (let step = 1; step <= steps; step++) {
        const part = step / steps;
        along += between(before, at) / steps;
        const [x, y] = [before[0] + (at[0] - before[0]) * part, before[1] + (at[1] - before[1]) * part];
        points.push({ at: [x, y], country, along });
      }
    });
  }
  return points;
}

/** Lines put after each other, beginning near a point; each goes on from the end that is nearest. */
function chained(lines: readonly (readonly Point[])[], begin: Point): readonly Point[] {
  const left = [...lines];
  const whole: Point[] = [];
  let end = begin;
  while (left.length > 0) {
    const ways = left.flatMap((line, at) => [
      { at, line, distance: between(end, line[0] ?? end) },
      { at, line: line.toReversed(), distance: between(end, line.at(-1) ?? end) },
    ]);
    const next = ways.reduce((best, one) => (one.distance < best.distance ? one : best));
    left.splice(next.at, 1);
    whole.push(...next.line);
    end = whole.at(-1) ?? end;
  }
  return whole;
}

/** The communes whose box comes near the border. */
function communesNear(folder: string, border: readonly BorderPoint[]): readonly Commune[] {
  const isNear = ([left, bottom, right, top]: readonly number[]) =>
    border.some(
      ({ at: [x, y] }) =>
        x > (left ?? 0) - 2 * near &&
        x < (right ?? 0) + 2 * near &&
        y > (bottom ?? 0) - 2 * near &&
        y < (top ?? 0) + 2 * near,
    );
  const provinces = readdirSync(folder).filter((name) => /^\d\d_/.test(name));
  return provinces.flatMap((province) =>
    readdirSync(join(folder, province, "wards")).flatMap((name): readonly Commune[] => {
      const text = readFileSync(join(folder, province, "wards", name), "utf8");
      const box = /"bbox":\s*\[([^\]]*)\]/.exec(text)?.[1]?.split(",").map(Number) ?? [];
      if (!isNear(box)) return [];
      return [{ code: name.slice(0, 5), province, rings: ringsOf(text).map(onGrid) }];
    }),
  );
}

function ringsOf(geojson: string): readonly Ring[] {
  const [feature] = JSON.parse(geojson).features;
  return feature.geometry.type === "Polygon"
    ? feature.geometry.coordinates
    : feature.geometry.coordinates.flat();
}

function onGrid(ring: Ring): Ring {
  return ring
    .map(([x, y]): Point => [Math.round(x * grid) / grid, Math.round(y * grid) / grid])
    .filter((point, at, all) => at === 0 || !same(point, all[at - 1] ?? point));
}

/** The edges of communes that look over the border: no other commune comes near them, and the border of the atlas does. */
function outerEdges(
  communes: readonly Commune[],
  border: readonly BorderPoint[],
): ReadonlyMap<string, readonly Edge[]> {
  const cell = ([x, y]: Point, width: number) => `${Math.floor(x / width)} ${Math.floor(y / width)}`;
  const around = ([x, y]: Point, width: number) =>
    [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => cell([x + dx * width, y + dy * width], width)));
  const known = Map.groupBy(border, ({ at }) => cell(at, near));
  // Neighbours were drawn from one map, but not every corner of the one is a corner of the other.
  const beside = 4e-4;
  const corners = new Map<string, Set<string>>();
  for (const { code, rings } of communes)
    for (const ring of rings)
      ring.forEach((to, at) => {
        const from = ring[at - 1] ?? to;
        const steps = Math.max(1, Math.ceil(between(from, to) / beside));
        for (let step = 0; step <= steps; step++) {
          const key = cell(
            [from[0] + ((to[0] - from[0]) * step) / steps, from[1] + ((to[1] - from[1]) * step) / steps],
            beside,
          );
          corners.set(key, (corners.get(key) ?? new Set()).add(code));
        }
      });
  const end = border.at(-1)?.along ?? 0;
  const nearAt = ({ along }: BorderPoint) => (along < near || along > end - near ? nearSea : near);
  const edgesOf = ({ code, rings }: Commune): readonly Edge[] =>
    rings.flatMap((ring) =>
      ring.slice(1).flatMap((to, at): readonly Edge[] => {
        const from = ring[at] ?? to;
        const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
        if (around(middle, beside).some((key) => [...(corners.get(key) ?? [])].some((one) => one !== code)))
          return [];
        const candidates = around(middle, near).flatMap((key) => known.get(key) ?? []);
        const [nearest] = candidates.toSorted((a, b) => between(a.at, middle) - between(b.at, middle));
        return nearest && between(nearest.at, middle) < nearAt(nearest) ? [{ from, to, nearest }] : [];
      }),
    );
  return new Map(communes.map((commune) => [commune.code, edgesOf(commune)]));
}

function lengthOf(edges: readonly Edge[]): number {
  return edges.reduce((sum, { from, to }) => sum + between(from, to), 0);
}

/** The largest part of a province: islands far out do not stand on a map of its border. */
function outlineOf(file: string): Ring {
  return ringsOf(readFileSync(file, "utf8")).reduce((largest, ring) =>
    ring.length > largest.length ? ring : largest,
  );
}

function borderMap(
  communes: readonly Commune[],
  edges: ReadonlyMap<string, readonly Edge[]>,
  outline: Ring,
): BorderMap {
  const points = communes.flatMap(({ rings }) => rings.flat());
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  // Lengths are true in the middle of the map; a province is small enough for that to do.
  const narrow = Math.cos((((bottom + top) / 2) * Math.PI) / 180);
  const [wide, high] = [(right - left) * narrow, top - bottom];
  // Room around: the other side lies beyond the border, and the rest of the province behind.
  const margin = 0.16 * Math.max(wide, high);
  const scale = size / (Math.max(wide, high) + 2 * margin);
  const place = ([x, y]: Point): Point => [
    ((x - left) * narrow + margin) * scale,
    (top - y + margin) * scale,
  ];
  const drawn = communes.map((commune) => drawnCommune(commune, edges.get(commune.code) ?? [], place));
  return {
    ...{ width: Math.round((wide + 2 * margin) * scale), height: Math.round((high + 2 * margin) * scale) },
    outline: pathOf([simplified(outline.map(place), detail)], true),
    communes: drawn.toSorted((a, b) => a.along - b.along).map(({ along: _, ...one }) => one),
  };
}

function drawnCommune(
  { code, rings }: Commune,
  edges: readonly Edge[],
  place: (point: Point) => Point,
): BorderCommune & { readonly along: number } {
  const shapes = rings.map((ring) => simplified(ring.map(place), detail)).filter((ring) => ring.length > 3);
  const { at } = roomIn(shapes);
  const lines = linesOf(edges).map((line) => line.map(place));
  const longest = lines.reduce((a, b) => (b.length > a.length ? b : a), []);
  const on = longest[Math.floor(longest.length / 2)] ?? at;
  return {
    code,
    countries: neighbours.filter((country) => edges.some(({ nearest }) => nearest.country === country)),
    ...{
      path: pathOf(shapes, true),
      border: pathOf(
        lines.map((line) => simplified(line, detail / 2)),
        false,
      ),
    },
    ...{
      x: Math.round(at[0]),
      y: Math.round(at[1]),
      on: rounded(on),
      across: rounded(beyond(on, at, shapes)),
    },
    along: edges.reduce((sum, { nearest }) => sum + nearest.along, 0) / Math.max(1, edges.length),
  };
}

/** Edges that follow each other as lines. */
function linesOf(edges: readonly Edge[]): readonly (readonly Point[])[] {
  const lines: Point[][] = [];
  for (const { from, to } of edges) {
    const line = lines.at(-1);
    if (line && same(line.at(-1) ?? to, from)) line.push(to);
    else lines.push([from, to]);
  }
  return lines;
}

/** A point across the border from the middle of a commune. */
function beyond(on: Point, middle: Point, shapes: readonly Ring[]): Point {
  const far = 40 / Math.max(1, between(on, middle));
  const [dx, dy] = [(on[0] - middle[0]) * far, (on[1] - middle[1]) * far];
  const across: Point = [on[0] + dx, on[1] + dy];
  return isInside(across, shapes) ? [on[0] - dx, on[1] - dy] : across;
}
