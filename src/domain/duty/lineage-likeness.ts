import { foldedKey } from "../text/fold.ts";
import { isSharedSyllable, type LineageText, type LineageWords, lineageWords } from "./lineage-words.ts";

/** What is named by its kind and what it is for. */
const namedThing =
  /\b(?:ban chi dao|hoi dong|to cong tac|trung tam|khu|quy|du an|chuong trinh|le hoi|ngay hoi|hoi nghi|dien dan|giai|cang|san bay|cua khau|cau|tuyen|nha may|benh vien|truong|bao tang|cong vien|co so du lieu) ((?:[a-z]+ ?){2,6})/;

/** A text of the pool, by whatever names it. */
export interface PooledText extends LineageText {
  /** Names of the units that answer for it, folded; collectives apart. */
  readonly leads: readonly string[];
  /** Names of the units that co-ordinate, folded. */
  readonly coordinators: readonly string[];
  readonly collectiveLeads: boolean;
}

/** What two orders have in common; each figure from 0 to 1. */
export interface Likeness {
  /** Share of telling words: cosine of the two, each word by how rare it is in the pool. */
  readonly words: number;
  /** Both want the same kind of document to be made: how much of the one phrase stands in the other. Null: not both. */
  readonly product: number | null;
  readonly otherProduct: boolean;
  /** The longest words that both have in a row, as the first writes them. */
  readonly run: string;
  /** The run names a body, a place or a work: "Ban Chỉ đạo …", "Khu …". */
  readonly named: boolean;
  readonly names: readonly string[];
  readonly numbers: readonly string[];
  readonly leads: "same" | "other" | "open";
}

/** Words of orders that are compared with each other, each weighed by how rare it is among them. */
export class LineagePool {
  private readonly words = new Map<PooledText, LineageWords>();
  private readonly known: readonly { readonly words: ReadonlySet<string>; readonly names: string }[];
  private readonly holders = new Map<string, number>();
  private readonly subject: ReadonlySet<string>;
  private readonly bodies: readonly string[];
  private readonly subjects: readonly string[];
  /** Weights of words, and of all words of a text, as they were counted once. */
  private readonly weights = new Map<string, number>();
  private readonly sums = new Map<LineageWords, number>();

  /**
   * `texts` are the orders that are compared, `subjects` what their documents are about: words of a subject are in every
   * order of its document and tell little. `bodies` are names of bodies, folded.
   */
  constructor(texts: readonly PooledText[], subjects: readonly string[], bodies: readonly string[]) {
    this.bodies = [...new Set(bodies)]
      .filter((name) => name.includes(" "))
      .toSorted((a, b) => b.length - a.length);
    for (const text of texts) this.words.set(text, lineageWords(text, this.bodies));
    this.known = [...this.words.values()].map(({ terms, names }) => ({
      words: terms,
      names: ` ${[...names.keys()].join(" | ")} `,
    }));
    for (const { words } of this.known)
      for (const word of words) this.holders.set(word, (this.holders.get(word) ?? 0) + 1);
    const common = subjects.map(
      (content) =>
        lineageWords({ content, result: null, timeWords: null, heading: null, subject: null }, this.bodies)
          .terms,
    );
    this.subjects = subjects.map((subject) => ` ${foldedKey(subject)} `);
    this.subject = new Set(common.flatMap((terms) => [...terms]));
  }

  /** The text taken apart; one that the pool does not know is taken apart now. */
  wordsOf(text: PooledText): LineageWords {
    const known = this.words.get(text);
    if (known) return known;
    const words = lineageWords(text, this.bodies);
    this.words.set(text, words);
    return words;
  }

  /** How telling a word or pair is: rare in the pool, not of a subject, not of what every order says. */
  weightOf(term: string): number {
    const known = this.weights.get(term);
    if (known !== undefined) return known;
    const weight = this.weighed(term);
    this.weights.set(term, weight);
    return weight;
  }

  private weighed(term: string): number {
    const rarity = Math.log((this.known.length + 1) / ((this.holders.get(term) ?? 0) + 0.5));
    const half = term.split(" ").some(isSharedSyllable) ? 0.5 : 1;
    return Math.max(0, rarity) * half * (this.subject.has(term) ? 0.25 : 1);
  }

  /** What two texts have in common. */
  likeness(one: PooledText, other: PooledText): Likeness {
    const [a, b] = [this.wordsOf(one), this.wordsOf(other)];
    const both = [...a.terms].filter((term) => b.terms.has(term));
    const scale = Math.sqrt(this.sumOf(a) * this.sumOf(b));
    const product = this.sameProduct(a, b);
    const run = longestRun(a, b);
    return {
      words: scale === 0 ? 0 : this.sum(both) / scale,
      product,
      otherProduct: product === null && a.product !== null && b.product !== null,
      ...{ run, named: this.isNamed(run) },
      names: this.sharedNames(a, b).map((name) => writtenName(name, a) ?? writtenName(name, b) ?? name),
      numbers: [...a.numbers].filter((number) => b.numbers.has(number) && !this.isOfSubject(number)),
      leads: leadsOf(one, other),
    };
  }

  private sum(terms: Iterable<string>): number {
    let all = 0;
    for (const term of terms) all += this.weightOf(term);
    return all;
  }

  private sumOf(words: LineageWords): number {
    const known = this.sums.get(words);
    if (known !== undefined) return known;
    const sum = this.sum(words.terms);
    this.sums.set(words, sum);
    return sum;
  }

  /** How much of the one product's phrase stands in the other's, 0…1; null when they are not of one kind. */
  sameProduct(
    { product: a }: Pick<LineageWords, "product">,
    { product: b }: Pick<LineageWords, "product">,
  ): number | null {
    if (a === null || b === null || a.kind !== b.kind) return null;
    const numbered = a.numbers.length > 0 && b.numbers.length > 0;
    if (numbered && !a.numbers.some((number) => b.numbers.includes(number))) return 0;
    const weight = (syllable: string) => (isSharedSyllable(syllable) ? 0.4 : 1);
    const telling = ({ syllables }: { readonly syllables: readonly string[] }) =>
      new Set(syllables.filter((word) => word.length > 1));
    const [wordsA, wordsB] = [telling(a), telling(b)];
    const sum = (words: Iterable<string>) => [...words].reduce((all, word) => all + weight(word), 0);
    const least = Math.min(sum(wordsA), sum(wordsB));
    // "kế hoạch", "kế hoạch chi tiết": nothing is said of what the plan is about.
    return least < 1.5 ? null : sum([...wordsA].filter((word) => wordsB.has(word))) / least;
  }

  /**
   * Names that one side writes with capitals and the other has too, whatever a scan left of its capitals. A name of one
   * short syllable ("Lào") folds to a common word: both must write it with a capital. Only rare ones tell something.
   */
  private sharedNames(a: LineageWords, b: LineageWords): readonly string[] {
    const found = [
      ...[...a.names.keys()].filter((name) => name.length > 4 && b.folded.includes(` ${name} `)),
      ...[...b.names.keys()].filter((name) => name.length > 4 && a.folded.includes(` ${name} `)),
      ...partsOf(a.names).filter((part) => partsOf(b.names).includes(part)),
    ];
    const few = Math.max(4, this.known.length / 12);
    return [...new Set(found)].filter(
      (name) =>
        !this.subjects.some((subject) => subject.includes(` ${name} `)) &&
        !this.bodies.some((body) => ` ${body} `.includes(` ${name} `)) &&
        this.known.filter(({ names }) => names.includes(` ${name} `)).length <= few &&
        !found.some((longer) => longer !== name && ` ${longer} `.includes(` ${name} `)),
    );
  }

  private isNamed(run: string): boolean {
    const named = namedThing.exec(foldedKey(run))?.[1];
    return named?.split(" ").some((word) => !isSharedSyllable(word) && !this.subject.has(word)) ?? false;
  }

  private isOfSubject(number: string): boolean {
    return foldedKey(number)
      .split(" ")
      .every((part) => [...this.subject].some((term) => ` ${term} `.includes(` ${part} `)));
  }
}

/** A name, or a part of one, as an order writes it. */
function writtenName(name: string, { names }: LineageWords): string | null {
  for (const [folded, written] of names) {
    const at = folded.split(" ").indexOf(name.split(" ")[0] ?? "");
    if (` ${folded} `.includes(` ${name} `))
      return written
        .split(" ")
        .slice(at, at + name.split(" ").length)
        .join(" ");
  }
  return null;
}

/** The telling syllables of names. */
function partsOf(names: ReadonlyMap<string, string>): readonly string[] {
  return [...names.keys()].flatMap((name) =>
    name.split(" ").filter((part) => part.length > 2 && !isSharedSyllable(part)),
  );
}

function leadsOf(one: PooledText, other: PooledText): Likeness["leads"] {
  if (one.leads.some((lead) => other.leads.includes(lead))) return "same";
  const named = one.leads.length > 0 && other.leads.length > 0;
  const beside = (a: PooledText, b: PooledText) => a.leads.some((lead) => b.coordinators.includes(lead));
  if (beside(one, other) || beside(other, one)) return "open";
  return named && !one.collectiveLeads && !other.collectiveLeads ? "other" : "open";
}

/** Where each syllable of a text stands, for texts that are compared with many. */
const placesOfTexts = new WeakMap<LineageWords, ReadonlyMap<string, readonly number[]>>();

function placesIn(text: LineageWords): ReadonlyMap<string, readonly number[]> {
  const known = placesOfTexts.get(text);
  if (known) return known;
  const found = new Map<string, number[]>();
  text.syllables.forEach((word, at) => {
    if (word === null) return;
    const places = found.get(word.key);
    if (places) places.push(at);
    else found.set(word.key, [at]);
  });
  placesOfTexts.set(text, found);
  return found;
}

/** The telling words in a row that both have, as the first writes them; "" when there is no row of three syllables. */
function longestRun(a: LineageWords, b: LineageWords): string {
  // How long a row ends at each place of the second, where the first was looked at last.
  let before = new Map<number, number>();
  let best = { weight: 2, from: 0, to: 0 };
  const places = placesIn(b);
  a.syllables.forEach((word, i) => {
    const now = new Map<number, number>();
    for (const j of word === null ? [] : (places.get(word.key) ?? [])) {
      const length = (before.get(j - 1) ?? 0) + 1;
      now.set(j, length);
      if (length < 3) continue;
      const run = a.syllables.slice(i - length + 1, i + 1);
      const weight = run.reduce((sum, one) => sum + (one && isSharedSyllable(one.key) ? 0.4 : 1), 0);
      if (weight > best.weight) best = { weight, from: run[0]?.start ?? 0, to: word?.end ?? 0 };
    }
    before = now;
  });
  return a.written.slice(best.from, best.to);
}
