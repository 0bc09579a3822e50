import { digitWeights } from "./digit-weights.ts";
import type { Ink } from "./ink.ts";

/** Edge of the square that a figure is brought to, and of that in its middle which it fills. */
export const edge = 16;
const filled = 13;
export const hidden = 32;

/** A place in ink: [left, right) × [top, bottom). */
interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One figure as the network sees it: its ink in the middle of a square, as high or as wide as the square, 0…1. */
export function figureOf({ width, at }: Ink, { left, top, right, bottom }: Area): Float32Array {
  const scale = filled / Math.max(right - left, bottom - top);
  const [dx, dy] = [(edge - (right - left) * scale) / 2, (edge - (bottom - top) * scale) / 2];
  const to = new Float32Array(edge * edge);
  // Each point of ink is spread over the squares that it falls on; small figures are drawn larger by parts of points.
  const parts = Math.max(1, Math.ceil(2 * scale));
  const weight = (scale / parts) ** 2;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      if (at[y * width + x] !== 1) continue;
      for (let py = 0; py < parts; py++)
        for (let px = 0; px < parts; px++) {
          const toX = Math.floor(dx + (x - left + (px + 0.5) / parts) * scale);
          const toY = Math.floor(dy + (y - top + (py + 0.5) / parts) * scale);
          const i = toY * edge + toX;
          to[i] = (to[i] ?? 0) + weight;
        }
    }
  return to.map((value) => Math.min(1, value));
}

/** Weights of the network as they are kept: from each square and from 1 to each unit within, and from those to each figure. */
export interface Network {
  readonly within: Float32Array;
  readonly out: Float32Array;
}

/** How likely each of the ten figures is, by a network of one layer within. */
export function figureChances({ within, out }: Network, figure: Float32Array): readonly number[] {
  const size = edge * edge + 1;
  const units = Array.from({ length: hidden }, (_, unit) => {
    let sum = within[unit * size + size - 1] ?? 0;
    for (let i = 0; i < size - 1; i++) sum += (figure[i] as number) * (within[unit * size + i] as number);
    return Math.max(0, sum);
  });
  const scores = Array.from({ length: 10 }, (_, digit) => {
    const from = digit * (hidden + 1);
    return units.reduce((sum, unit, i) => sum + unit * (out[from + i] ?? 0), out[from + hidden] ?? 0);
  });
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / all);
}

let known: Network | null = null;

/** The network that comes with the program: eight bits a weight, each part with its scale. */
export function digitNetwork(): Network {
  known ??= decodeNetwork(digitWeights);
  return known;
}

export function encodeNetwork({ within, out }: Network): { scales: readonly number[]; base64: string } {
  const scales = [within, out].map(
    (part) => part.reduce((most, each) => Math.max(most, Math.abs(each)), 0) / 127,
  );
  const bytes = [within, out].flatMap((part, i) =>
    [...part].map((each) => Math.round(each / (scales[i] ?? 1))),
  );
  return { scales, base64: Buffer.from(Int8Array.from(bytes).buffer).toString("base64") };
}

function decodeNetwork({
  scales,
  base64,
}: {
  readonly scales: readonly number[];
  readonly base64: string;
}): Network {
  const bytes = new Int8Array(Uint8Array.from(Buffer.from(base64, "base64")).buffer);
  const size = hidden * (edge * edge + 1);
  return {
    within: Float32Array.from(bytes.subarray(0, size), (each) => each * (scales[0] ?? 0)),
    out: Float32Array.from(bytes.subarray(size), (each) => each * (scales[1] ?? 0)),
  };
}
