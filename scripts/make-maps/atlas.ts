import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Point } from "./plane.ts";

/** A country of Natural Earth as `world-atlas` has it (TopoJSON): rings of numbers of arcs, ~n for arc n backwards. */
interface AtlasShape {
  /** ISO 3166-1 in figures; missing where the standard has none. */
  readonly id?: string;
  readonly properties: { readonly name: string };
  readonly type: string;
  readonly arcs: readonly unknown[];
}

export interface AtlasCountry {
  /** Two letters (ISO 3166-1), or the name where there is no code. */
  readonly code: string;
  /** Rings of all its parts. */
  readonly rings: readonly (readonly number[])[];
}

export interface Atlas {
  readonly countries: readonly AtlasCountry[];
  /** Lines of longitudes and latitudes. */
  readonly arcs: readonly (readonly Point[])[];
}

/** The countries at 1:10, 50 or 110 million, from the folder of the package `world-atlas`. */
export function readAtlas(folder: string, scale: "10m" | "50m" | "110m"): Atlas {
  const topology = JSON.parse(readFileSync(join(folder, `countries-${scale}.json`), "utf8"));
  const { scale: by, translate } = topology.transform;
  const arcs = topology.arcs.map((arc: readonly (readonly [number, number])[]) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Point => {
      [x, y] = [x + dx, y + dy];
      return [x * by[0] + translate[0], y * by[1] + translate[1]];
    });
  });
  const shapes: readonly AtlasShape[] = topology.objects.countries.geometries;
  return { arcs, countries: shapes.map((shape) => ({ code: codeOf(shape), rings: ringsOf(shape) })) };
}

/** The tables of languages and regions that come with Node know the figures of ISO 3166-1. */
function codeOf({ id, properties }: AtlasShape): string {
  const region = id === undefined ? undefined : new Intl.Locale(`und-${id}`).region;
  return region && /^[A-Z]{2}$/.test(region) ? region : properties.name;
}

function ringsOf({ type, arcs }: AtlasShape): AtlasCountry["rings"] {
  // A polygon has rings, a multipolygon has polygons.
  return (type === "Polygon" ? arcs : arcs.flat()) as AtlasCountry["rings"];
}
