import { fold, foldedKey } from "../text/fold.ts";
import type { EarlierTask } from "./lineage.ts";
import type { LineagePool, PooledText } from "./lineage-likeness.ts";

/** An order, or a thing that it wants to be formed, of which a plan that a notice asked for and all that follows is silent. */
export interface DroppedOrder {
  readonly task: string;
  /** "Khu Thương mại tự do": what nothing later names; null: nothing later speaks of the order at all. */
  readonly thing: string | null;
}

/** From this likeness on, a later paragraph is taken to speak of the order: a list of what was lost must not cry wolf. */
const wordsOfIt = 0.2;

const forming = /\b(?:hinh thanh|thanh lap|thiet lap|xay dung|dau tu xay dung|mo moi)\b/g;
const things =
  /^(?:cac |mot so |duoc |moi |muc tieu )?((?:khu|trung tam|quy|mang luoi|he thong|cong thong tin|trang thong tin|co so du lieu|ban chi dao|hoi dong|to cong tac|chi nhanh|phan vien|san giao dich|san|bao tang|cong vien|nha may|benh vien|truong|tuyen|cang|cau|cho|ben|tram|vung|mo hinh|lang|diem)\b[^,;.:()]*)/;
/** Where the name of a thing ends: who it is for and what follows is not its name. */
const nameEnds = / (?:tai|tren|cua|de|nham|theo|trong|va|voi|cho|thuoc|phuc vu|dap ung|doi voi) .*$/;
/** So many syllables of a name are looked for: behind them names are written in more ways than one. */
const nameSyllables = 4;

/** What an order wants to be formed, each by the first words of its name as written. */
export function thingsToForm(content: string): readonly string[] {
  const folded = fold(content);
  // Folding keeps the length of composed text, so that places are those of the words as written.
  if (folded.length !== content.length) return [];
  const found = [...folded.matchAll(forming)].flatMap((match) => {
    const from = match.index + match[0].length;
    const sentence = /^[^.;:()]*/.exec(folded.slice(from))?.[0] ?? "";
    return partsOf(sentence).flatMap(({ part, at }) => {
      const thing = things.exec(part)?.[1]?.replace(nameEnds, "").trimEnd();
      if (thing === undefined || thing.split(" ").length < 3) return [];
      const start = from + at + part.indexOf(thing);
      return [content.slice(start, start + thing.length)];
    });
  });
  return [...new Set(found)];
}

/** The parts of a list, with their places. */
function partsOf(list: string): readonly { readonly part: string; readonly at: number }[] {
  let at = 0;
  return list.split(/(?<=,)|(?<= va )/).map((piece) => {
    const lead = /^[\s,]*/.exec(piece)?.[0].length ?? 0;
    const part = { part: piece.slice(lead).replace(/(?:,| va )$/, ""), at: at + lead };
    at += piece.length;
    return part;
  });
}

/**
 * The orders of the notices that a plan stands on of which no row of it, and nothing said later, speaks; and the things
 * to be formed that nothing later names, where the rest of the order was taken up. `later` are the rows and paragraphs of
 * the plan and of what came after it. General exhortations, and what is done or withdrawn, are no lost orders.
 */
export function droppedOrders(
  tasks: readonly EarlierTask[],
  later: readonly PooledText[],
  pool: LineagePool,
): readonly DroppedOrder[] {
  const said = later.map(({ content, result }) => ` ${foldedKey(`${content} ${result ?? ""}`)} `);
  const isNamed = (thing: string) => {
    const start = foldedKey(thing).split(" ").slice(0, nameSyllables).join(" ");
    return said.some((text) => text.includes(` ${start} `));
  };
  return tasks
    .filter(({ general, doneOn, withdrawnOn }) => !general && doneOn === null && withdrawnOn === null)
    .flatMap((task): readonly DroppedOrder[] => {
      if (!later.some((text) => speaksOf(task, text, pool))) return [{ task: task.id, thing: null }];
      return thingsToForm(task.content)
        .filter((thing) => !isNamed(thing))
        .map((thing) => ({ task: task.id, thing }));
    });
}

function speaksOf(task: EarlierTask, text: PooledText, pool: LineagePool): boolean {
  const { words, product, names, named } = pool.likeness(task, text);
  return words >= wordsOfIt || (product ?? 0) >= 0.6 || names.length > 0 || (named && words >= wordsOfIt / 2);
}
