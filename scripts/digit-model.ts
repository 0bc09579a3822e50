// `node scripts/digit-model.ts`: draws figures as hands write them, teaches a small network to read them, and writes its
// weights to src/intake/scan/digit-weights.ts. Nothing but the strokes of scripts/digit-model/ goes into it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  edge,
  encodeNetwork,
  figureChances,
  figureOf,
  hidden,
  type Network,
} from "../src/intake/scan/digit-network.ts";
import { type Figure, figures, smooth } from "./digit-model/strokes.ts";

const checkout = new URL("..", import.meta.url).pathname;
const size = edge * edge + 1;
const [rounds, lessons, rate] = [14, 24_000, 0.03] as const;

let state = 20_260_429;
/** The same numbers for every run, 0…1. */
function chance(): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
  return state / 0x7fffffff;
}
const around = (most: number): number => (chance() + chance() - 1) * most;

/** A figure as one hand wrote it once: every point somewhat elsewhere, leaning, narrower or wider, with a pen of some width. */
function written(figure: Figure): Float32Array {
  const board = 56;
  const height = 30 + chance() * 16;
  const width = height * (0.45 + chance() * 0.5);
  const [slant, turn] = [0.12 + around(0.45), around(0.16)];
  const pen = height * (0.03 + chance() * 0.055);
  const at = new Uint8Array(board * board);
  for (const stroke of figure) {
    const [sx, sy] = [around(0.04), around(0.04)];
    const moved = stroke.map(([x, y]) => [x + sx + around(0.075), y + sy + around(0.075)] as const);
    for (const [px, py] of smooth(moved)) {
      const [x0, y0] = [(px - 0.5) * width - (py - 0.5) * slant * height, (py - 0.5) * height];
      const [x, y] = [board / 2 + x0 + y0 * turn, board / 2 + y0 - x0 * turn];
      for (let row = Math.floor(y - pen); row <= y + pen; row++)
        for (let column = Math.floor(x - pen); column <= x + pen; column++)
          if (
            (row + 0.5 - y) ** 2 + (column + 0.5 - x) ** 2 <= pen * pen &&
            row >= 0 &&
            column >= 0 &&
            row < board &&
            column < board
          )
            at[row * board + column] = 1;
    }
  }
  if (chance() < 0.3) touch(at, board);
  const ink = { width: board, height: board, at };
  let [left, top, right, bottom] = [board, board, 0, 0];
  for (let y = 0; y < board; y++)
    for (let x = 0; x < board; x++)
      if (at[y * board + x] === 1) {
        [left, top] = [Math.min(left, x), Math.min(top, y)];
        [right, bottom] = [Math.max(right, x + 1), Math.max(bottom, y + 1)];
      }
  return figureOf(ink, { left, top, right, bottom });
}

/** What is left of a neighbour that was cut away: a short stroke at one side. */
function touch(at: Uint8Array, board: number): void {
  const side = chance() < 0.5;
  const [from, y] = [side ? 6 : board - 14, Math.floor(8 + chance() * (board - 16))];
  for (let x = from; x < from + 8; x++)
    for (let row = y; row < y + 2; row++) {
      const near = at
        .subarray(row * board + (side ? x : x - 6), row * board + (side ? x + 6 : x))
        .includes(1);
      if (near) at[row * board + x] = 1;
    }
}

function lesson(): { readonly digit: number; readonly figure: Float32Array } {
  const digit = Math.floor(chance() * 10) % 10;
  const ways = figures[digit] ?? [];
  return { digit, figure: written(ways[Math.floor(chance() * ways.length)] ?? []) };
}

const network: Network = {
  within: Float32Array.from({ length: hidden * size }, () => around(0.12)),
  out: Float32Array.from({ length: 10 * (hidden + 1) }, () => around(0.3)),
};

/** One step down the slope of the error. */
function learn({ within, out }: Network, figure: Float32Array, digit: number, step: number): void {
  const units = new Float32Array(hidden + 1).fill(1);
  for (let unit = 0; unit < hidden; unit++) {
    let sum = within[unit * size + size - 1] ?? 0;
    for (let i = 0; i < size - 1; i++) sum += (figure[i] as number) * (within[unit * size + i] as number);
    units[unit] = Math.max(0, sum);
  }
  const chances = figureChances({ within, out }, figure);
  const back = new Float32Array(hidden);
  chances.forEach((share, each) => {
    const error = share - (each === digit ? 1 : 0);
    for (let unit = 0; unit <= hidden; unit++) {
      const i = each * (hidden + 1) + unit;
      if (unit < hidden) back[unit] = (back[unit] ?? 0) + error * (out[i] ?? 0);
      out[i] = (out[i] ?? 0) - step * error * (units[unit] ?? 0);
    }
  });
  for (let unit = 0; unit < hidden; unit++) {
    if ((units[unit] ?? 0) <= 0) continue;
    const change = step * (back[unit] ?? 0);
    for (let i = 0; i < size - 1; i++) {
      const at = unit * size + i;
      within[at] = (within[at] as number) * (1 - step * 1e-4) - change * (figure[i] as number);
    }
    within[unit * size + size - 1] = (within[unit * size + size - 1] ?? 0) - change;
  }
}

for (let round = 0; round < rounds; round++) {
  const step = rate * (1 - round / rounds) + 0.002;
  let right = 0;
  for (let i = 0; i < lessons; i++) {
    const { digit, figure } = lesson();
    const chances = figureChances(network, figure);
    if (chances.indexOf(Math.max(...chances)) === digit) right++;
    learn(network, figure, digit, step);
  }
  console.log(
    `round ${round + 1}: ${((100 * right) / lessons).toFixed(2)} % read right before they were taught`,
  );
}

const { scales, base64 } = encodeNetwork(network);
const lines = base64.match(/.{1,100}/gu) ?? [];
writeFileSync(
  join(checkout, "src/intake/scan/digit-weights.ts"),
  `/** Written by scripts/digit-model.ts. */
export const digitWeights: { readonly scales: readonly number[]; readonly base64: string } = {
  scales: [${scales.join(", ")}],
  base64: [
${lines.map((line) => `    "${line}",`).join("\n")}
  ].join(""),
};
`,
);
