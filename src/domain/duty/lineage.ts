import type { CalendarDate } from "../basics/calendar-date.ts";
import { foldedKey } from "../text/fold.ts";
import type { Likeness, LineagePool, PooledText } from "./lineage-likeness.ts";
import { daysBetween } from "./occurrence-state.ts";

/** What a later directive does to the task of an earlier one: it is the same task, and its history goes on. */
export const joiningKinds = ["repeats", "hastens", "amends", "replaces", "withdraws"] as const;
/**
 * What stands in the chain of a task beside its directives: a further order on its outcome, the row of a plan that takes
 * it up, the row of a unit's own plan that is a step of it, the paper by which it was submitted, the document issued for it, an order of another document that it carries
 * out, a report that tells of it.
 */
export const notingKinds = ["follows", "plan", "step", "submission", "issue", "order", "report"] as const;
/** Whether a finding with such a link makes no task of its own. */
export function isAbsorbing(kind: string): boolean {
  return kind === "step" || joiningKinds.some((joining) => joining === kind);
}
export type JoiningKind = (typeof joiningKinds)[number];
export type NotingKind = (typeof notingKinds)[number];
export type LineageKind = JoiningKind | NotingKind;

/** Why a link is proposed; `words` are those that both have. */
export interface LineageReason {
  readonly code: "product" | "words" | "names" | "numbers" | "leads" | "cites" | "ground" | "newDay";
  readonly words: string;
}

/** A document as lineage knows it. `givenOn`: the day printed, else the day of the meeting that it tells of. */
export interface LineageDocument {
  readonly id: string;
  readonly number: string | null;
  /** Abbreviation of its kind: "TB", "KH". */
  readonly kind: string | null;
  readonly subject: string | null;
  readonly givenOn: CalendarDate | null;
}

/** A directive of the document at hand. */
export interface NewDirective extends PooledText {
  readonly id: string;
  /** It stands as a row of a table: the annex of a plan. */
  readonly row: boolean;
  readonly general: boolean;
  readonly dueOn: CalendarDate | null;
  readonly strictlyBefore: boolean;
}

/** A task of the register in the words of one of the directives by which it was given. */
export interface EarlierTask extends PooledText {
  readonly id: string;
  readonly document: LineageDocument;
  readonly general: boolean;
  readonly givenOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
  readonly withdrawnOn: CalendarDate | null;
  /** Numbers of the documents in its chain, with the one it stands in. */
  readonly numbers: readonly string[];
  /** Numbers of the documents that were issued for it. */
  readonly issuedAs: readonly string[];
}

/** A link that the program proposes between a directive, or the whole document (null), and an earlier task. */
export interface LineageProposal {
  readonly directive: string | null;
  readonly task: string;
  readonly kind: LineageKind;
  /** 0…100; below `leastScore` nothing is proposed. */
  readonly score: number;
  readonly reasons: readonly LineageReason[];
}

/** Likeness that a join needs, and that a note needs where the document was issued for an order of the same notice. */
const leastScore = 34;
const leastInPlan = 18;
/** From here on a directive is taken for the same task given again. */
const joinScore = 42;
/** An order given again after so many days without a word of haste is a new round of the same work. */
const newRoundAfter = 270;

const haste =
  /\b(?:khan truong|day nhanh|don doc|dut diem|som (?:hoan|trinh|ban)|hoan thanh ngay|cham tre|cham tien do|qua han|chua hoan thanh|nhanh chong|gap rut|tiep tuc)\b/;
const amending =
  /\b(?:(?:dieu chinh|gia han|lui|keo dai|thay doi) (?:lai )?(?:thoi han|thoi gian|tien do|thoi diem|noi dung|nhiem vu|don vi)|(?:dieu chinh|sua doi|bo sung)[a-z0-9 ]{0,60} tai)\b/;
const withdrawing =
  /\b(?:thu hoi|bai bo|huy bo|khong tiep tuc|dung (?:thuc hien|trien khai)|cham dut|thoi (?:khong )?(?:thuc hien|giao)|khong (?:thuc hien|trien khai))\b/;
const replacing = /\bthay the\b/;

/** One directive beside one task. */
interface Pair {
  readonly directive: NewDirective;
  readonly task: EarlierTask;
  readonly likeness: Likeness;
  /** The directive names a document of the task's chain by its number. */
  readonly cited: string | null;
  readonly score: number;
}

/** What a document stands on when links of its directives are sought. */
export interface LineageGround {
  readonly pool: LineagePool;
  /** Documents that ordered what the document at hand is: its rows may take up their orders. */
  readonly grounds: ReadonlySet<string>;
  /** It takes the place of the document of the tasks, so that a day much later is no other round of the work. */
  readonly replaces?: boolean;
}

/**
 * The earlier tasks that directives of a document repeat, hasten, amend, replace, withdraw or follow, the likeliest first
 * for each directive. Missed is better than wrong: places, rounds or leads that differ make two orders, however like their
 * words.
 */
export function proposeLinks(
  document: LineageDocument,
  directives: readonly NewDirective[],
  tasks: readonly EarlierTask[],
  { pool, grounds, replaces = false }: LineageGround,
): readonly LineageProposal[] {
  const earlier = tasks.filter((task) => isEarlier(task, document));
  const pairs = directives.flatMap((directive) =>
    earlier.flatMap((task) => {
      const pair = compare(directive, task, pool);
      return pair.score >= neededFor(pair, grounds) && !differ(pair, pool, replaces) ? [pair] : [];
    }),
  );
  return bestOf(pairs).map((pair) => ({
    ...{ directive: pair.directive.id, task: pair.task.id, score: Math.round(Math.min(100, pair.score)) },
    ...{ kind: kindOf(pair), reasons: reasonsOf(pair) },
  }));
}

/** Where a plan was ordered by the very notice, one shared name is enough to ask whether a row takes its order up. */
function neededFor({ directive, task, likeness }: Pair, grounds: ReadonlySet<string>): number {
  const grounded = directive.row && grounds.has(task.document.id);
  return grounded && likeness.names.length > 0 ? leastInPlan : leastScore;
}

function isEarlier(task: EarlierTask, document: LineageDocument): boolean {
  if (task.withdrawnOn !== null || task.document.id === document.id) return false;
  return task.givenOn === null || document.givenOn === null || task.givenOn <= document.givenOn;
}

function compare(directive: NewDirective, task: EarlierTask, pool: LineagePool): Pair {
  const likeness = pool.likeness(directive, task);
  const { numbers } = pool.wordsOf(directive);
  const cited = [...numbers].find((number) => task.numbers.includes(number)) ?? null;
  return {
    directive,
    task,
    likeness,
    cited,
    score: scoreOf(likeness, cited !== null) - generalFault(directive, task),
  };
}

/** An exhortation is like every other one: it has to be nearly the same. */
function generalFault(directive: NewDirective, task: EarlierTask): number {
  return (directive.general ? 8 : 0) + (task.general ? 8 : 0);
}

function scoreOf({ words, product, otherProduct, named, names, numbers, leads }: Likeness, cited: boolean) {
  return (
    100 * words +
    (product === null ? (otherProduct ? -10 : 0) : 30 * product) +
    (named ? 8 : 0) +
    Math.min(27, 9 * names.length) +
    Math.min(12, 6 * numbers.length) +
    (leads === "same" ? 10 : leads === "other" ? -25 : 0) +
    (cited ? 12 : 0)
  );
}

/** What makes two orders of like words two tasks: other places, other rounds, or the same again a year later. */
function differ({ directive, task, cited }: Pair, pool: LineagePool, replaces: boolean): boolean {
  const [a, b] = [pool.wordsOf(directive), pool.wordsOf(task)];
  if (apart(a.places, b.places) || apart(a.rounds, b.rounds)) return true;
  if (replaces || cited !== null || haste.test(a.folded)) return false;
  return directive.dueOn !== null && task.dueOn !== null
    ? daysBetween(task.dueOn, directive.dueOn) > newRoundAfter
    : false;
}

function apart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((one) => b.has(one));
}

/** Of all pairs those that are among the best both for their directive and for their task. */
function bestOf(pairs: readonly Pair[]): readonly Pair[] {
  const most = 3;
  const near = 0.5;
  const known = new Set<string>();
  // A task stands among `tasks` once for each directive by which it was given; the likest speaks for it.
  const sorted = pairs
    .toSorted((a, b) => b.score - a.score)
    .filter(({ directive, task }) => {
      const key = `${directive.id} ${task.id}`;
      return !known.has(key) && known.add(key);
    });
  const isAmongBest = (pair: Pair, of: (one: Pair) => boolean) => {
    const rivals = sorted.filter(of);
    return rivals.indexOf(pair) < most && pair.score >= near * (rivals[0]?.score ?? 0);
  };
  return sorted.filter(
    (pair) =>
      isAmongBest(pair, ({ directive }) => directive.id === pair.directive.id) &&
      isAmongBest(pair, ({ task }) => task.id === pair.task.id),
  );
}

function kindOf({ directive, task, likeness, cited, score }: Pair): LineageKind {
  const said = ` ${foldedKey(directive.content)} `;
  if (withdrawing.test(said) && (cited !== null || score >= joinScore)) return "withdraws";
  if (replacing.test(said) && cited !== null) return "replaces";
  if (amending.test(said) && (cited !== null || score >= joinScore)) return "amends";
  if (task.doneOn !== null || task.issuedAs.some((number) => number === cited)) return "follows";
  if (directive.row) return "plan";
  if (score < joinScore && (likeness.product ?? 0) < 0.6) return "follows";
  const sooner = directive.dueOn !== null && (task.dueOn === null || directive.dueOn < task.dueOn);
  return sooner || haste.test(said) ? "hastens" : "repeats";
}

function reasonsOf({ directive, task, likeness, cited }: Pair): readonly LineageReason[] {
  const { product, run, names, numbers, leads } = likeness;
  return [
    ...(cited === null ? [] : [{ code: "cites", words: cited } as const]),
    ...(product !== null && product >= 0.5 ? [{ code: "product", words: "" } as const] : []),
    ...(run === "" ? [] : [{ code: "words", words: run } as const]),
    ...(names.length === 0 ? [] : [{ code: "names", words: names.join(", ") } as const]),
    ...(numbers.length === 0 ? [] : [{ code: "numbers", words: numbers.join(", ") } as const]),
    ...(leads === "same" ? [{ code: "leads", words: "" } as const] : []),
    ...(directive.dueOn !== null && task.dueOn !== null && directive.dueOn !== task.dueOn
      ? [{ code: "newDay", words: "" } as const]
      : []),
  ];
}
