import { nameOf } from "./gazetteer.ts";
import { below, namesAt } from "./name-index.ts";
import type { BodyMatch } from "./scene.ts";
import { itemEnds, type Scene } from "./scene.ts";
import { isCapital } from "./words.ts";

/** A body named by its field alone at word `i`, when the first word of its name is one of `heads`: "Nội vụ" of "Sở". */
export function fieldAt(scene: Scene, i: number, heads: readonly string[]): BodyMatch | null {
  if (!isCapital(scene.words[i])) return null;
  for (const head of heads) {
    const index = below(scene.gazetteer.names, head);
    for (const match of index ? namesAt(index, scene.words, i) : []) {
      const known = match.values.find(({ bare }) => !bare);
      if (!known || !(itemEnds(scene, match.end) || scene.kind === "prose")) continue;
      const name = nameOf(known.body, scene.province);
      return { name, end: match.end, from: i, head, doubt: 0 };
    }
  }
  return null;
}
