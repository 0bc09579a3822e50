// Plain geometry of rings on a plane, for maps that are made once and shipped as paths.

export type Point = readonly [number, number];
/** A closed line; its last point is its first. */
export type Ring = readonly Point[];

/** A line with fewer points, none of which was farther than `most` from it (Douglas and Peucker 1973); its ends stay. */
export function simplified(line: readonly Point[], most: number): readonly Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (line.length < 3 || !first || !last) return line;
  let [farthest, distance] = [0, 0];
  line.forEach((point, at) => {
    const away = same(first, last) ? between(point, first) : distanceTo(point, first, last);
    if (away > distance) [farthest, distance] = [at, away];
  });
  if (distance <= most) return [first, last];
  return [
    ...simplified(line.slice(0, farthest + 1), most).slice(0, -1),
    ...simplified(line.slice(farthest), most),
  ];
}

export function between([x, y]: Point, [u, v]: Point): number {
  return Math.hypot(x - u, y - v);
}

function distanceTo(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length;
  const at = Math.max(0, Math.min(1, along));
  return between(point, [from[0] + at * dx, from[1] + at * dy]);
}

export function same(a: Point, b: Point): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

export function rounded([x, y]: Point): Point {
  return [Math.round(x), Math.round(y)];
}

/** Twice the area that a ring goes around, positive or negative by its direction. */
export function areaOf(ring: Ring): number {
  return ring.reduce((sum, [x, y], at) => {
    const [u, v] = ring[at + 1] ?? ring[0] ?? [0, 0];
    return sum + x * v - u * y;
  }, 0);
}

/** Rings without the edges that run both ways: areas beside each other become one. */
export function dissolved(rings: readonly Ring[]): readonly Ring[] {
  const key = (point: Point) => point.join(" ");
  const edges = new Map<string, readonly [Point, Point]>();
  for (const ring of rings)
    ring.slice(1).forEach((to, at) => {
      const from = ring[at];
      if (!from || same(from, to)) return;
      const back = `${key(to)} ${key(from)}`;
      if (!edges.delete(back)) edges.set(`${key(from)} ${key(to)}`, [from, to]);
    });
  const outOf = Map.groupBy(edges.values(), ([from]) => key(from));
  const whole: Ring[] = [];
  for (const begin of outOf.values())
    for (let edge = begin.pop(); edge; edge = begin.pop()) {
      const ring: Point[] = [edge[0], edge[1]];
      for (let next = outOf.get(key(edge[1]))?.pop(); next; next = outOf.get(key(next[1]))?.pop())
        ring.push(next[1]);
      whole.push(ring);
    }
  return whole;
}

export function isInside([x, y]: Point, rings: readonly Ring[]): boolean {
  let inside = false;
  for (const ring of rings)
    ring.slice(1).forEach(([u, v], at) => {
      const [s, t] = ring[at] ?? [u, v];
      if (v > y !== t > y && x < ((s - u) * (y - v)) / (t - v) + u) inside = !inside;
    });
  return inside;
}

/** The point within an area that is farthest from its edges, of those on a grid, and how far it is. */
export function roomIn(rings: readonly Ring[]): { readonly at: Point; readonly room: number } {
  const points = rings.flat();
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const step = Math.max(right - left, bottom - top, 1) / 48;
  let best = { at: [(left + right) / 2, (top + bottom) / 2] as Point, room: 0 };
  for (let x = left + step / 2; x < right; x += step)
    for (let y = top + step / 2; y < bottom; y += step) {
      if (!isInside([x, y], rings)) continue;
      const room = Math.min(
        ...rings.flatMap((ring) => ring.slice(1).map((to, at) => distanceTo([x, y], ring[at] ?? to, to))),
      );
      if (room > best.room) best = { at: [x, y], room };
    }
  return best;
}

/** A path of SVG of rounded points, in steps from each to the next: short, and shorter still when packed. */
export function pathOf(lines: readonly (readonly Point[])[], isClosed: boolean): string {
  return lines
    .map((line) => {
      const points = line
        .map(rounded)
        .filter((point, at, all) => at === 0 || !same(point, all[at - 1] ?? point));
      const [first, ...rest] = isClosed ? points.slice(0, -1) : points;
      if (!first || rest.length === 0) return "";
      let from = first;
      const steps = rest.map((point) => {
        const step = `${point[0] - from[0]},${point[1] - from[1]}`;
        from = point;
        return step;
      });
      return `M${first[0]},${first[1]}l${steps.join(" ").replaceAll(" -", "-").replaceAll(",-", "-")}${isClosed ? "z" : ""}`;
    })
    .join("");
}
