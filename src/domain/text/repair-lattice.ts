import { boundary, chanceAfterTwo, type Grams } from "./repair-grams.ts";

/** What may stand at one place of a row: words by number, each with the chance that it is seen as what was seen. */
export interface Place {
  readonly numbers: readonly number[];
  readonly chances: readonly number[];
  /** Words before this place say nothing of it. */
  readonly breaks: boolean;
}

/** How much the words around weigh against what was seen. */
export interface Weights {
  readonly language: number;
  readonly channel: number;
}

/** Most states that are followed at a time; what is less likely than the best by this much is dropped. */
const [mostStates, leastShare] = [40, 1e-6];

interface State {
  readonly last: number;
  readonly before: number;
  /** Which of the place's numbers this is. */
  readonly choice: number;
  forward: number;
  backward: number;
  readonly from: { readonly state: State; readonly chance: number }[];
}

/**
 * For each place the probability of each of its words, given all places (the forward-backward algorithm over pairs of
 * words, Rabiner 1989, with the unlikely left out). Sums to 1 at each place.
 */
export function posteriors(
  grams: Grams,
  places: readonly Place[],
  weights: Weights,
): readonly (readonly number[])[] {
  const columns: State[][] = [];
  let column: State[] = [{ last: boundary, before: boundary, choice: 0, forward: 1, backward: 0, from: [] }];
  for (const place of places) {
    column = nextColumn(grams, column, place, weights);
    columns.push(column);
  }
  return passBack(columns, places);
}

function nextColumn(grams: Grams, column: readonly State[], place: Place, weights: Weights): State[] {
  const states = new Map<number, State>();
  const seen = place.chances.map((chance) => chance ** weights.channel);
  for (const state of column) {
    const before = place.breaks ? boundary : state.before;
    const last = place.breaks ? boundary : state.last;
    const end =
      place.breaks && state.last !== boundary
        ? chanceAfterTwo(grams, state.before, state.last, boundary) ** weights.language
        : 1;
    for (const [choice, number] of place.numbers.entries()) {
      const said = chanceAfterTwo(grams, place.breaks ? boundary : before, last, number) ** weights.language;
      const chance = end * said * (seen[choice] ?? 0);
      const key = last * 65_536 + number;
      let next = states.get(key);
      if (!next) {
        next = { last: number, before: last, choice, forward: 0, backward: 0, from: [] };
        states.set(key, next);
      }
      next.forward += state.forward * chance;
      next.from.push({ state, chance });
    }
  }
  const kept = [...states.values()].sort((a, b) => b.forward - a.forward).slice(0, mostStates);
  const sum = kept.reduce((total, state) => total + state.forward, 0);
  const best = kept[0]?.forward ?? 0;
  const alive = kept.filter((state) => state.forward > best * leastShare);
  for (const state of alive) {
    state.forward /= sum;
    // The same scale on both ways keeps numbers in range and the shares right.
    for (let i = 0; i < state.from.length; i++) {
      const link = state.from[i];
      if (link) state.from[i] = { state: link.state, chance: link.chance / sum };
    }
  }
  return alive;
}

function passBack(columns: readonly State[][], places: readonly Place[]): readonly (readonly number[])[] {
  for (const state of columns.at(-1) ?? []) state.backward = 1;
  const found: number[][] = [];
  for (let i = columns.length - 1; i >= 0; i--) {
    const shares = (places[i]?.numbers ?? []).map(() => 0);
    let sum = 0;
    for (const state of columns[i] ?? []) {
      const share = state.forward * state.backward;
      shares[state.choice] = (shares[state.choice] ?? 0) + share;
      sum += share;
      for (const { state: earlier, chance } of state.from) earlier.backward += state.backward * chance;
    }
    found.push(shares.map((share) => (sum > 0 ? share / sum : 0)));
  }
  return found.reverse();
}
