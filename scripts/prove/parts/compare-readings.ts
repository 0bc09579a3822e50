import type { DocumentFindings, TaskFinding } from "../../../src/domain/reading/findings.ts";
import { foldedKey } from "../../../src/domain/text/fold.ts";

/** How many of what the clean text gives were found in the damaged one, and how many were found in all. */
export interface Share {
  readonly right: number;
  readonly wanted: number;
  readonly found: number;
}

/** What the reading of a damaged text has in common with the reading of the same text before it was damaged. */
export interface Comparison {
  readonly tasks: Share;
  /** Of the tasks found: leads, co-ordinating bodies, schedules as in the clean text. */
  readonly leads: Share;
  readonly coordinators: Share;
  readonly schedules: Share;
  readonly citations: Share;
  readonly citationDates: Share;
  /** Number, kind, issuer, date and signer's name, of those that the clean text gives. */
  readonly head: Share;
  /** What differs, for people. */
  readonly differences: readonly string[];
}

/** Compares two readings; the first is taken for true. Tasks are met by their words, each at most once. */
export function compareReadings(clean: DocumentFindings, damaged: DocumentFindings): Comparison {
  const differences: string[] = [];
  const [wanted, found] = [orders(clean), orders(damaged)];
  const pairs = meet(wanted, found);
  for (const task of wanted)
    if (!pairs.has(task)) differences.push(`lost ${task.ref}: ${task.content.slice(0, 90)}`);
  const met = new Set(pairs.values());
  for (const task of found)
    if (!met.has(task)) differences.push(`extra ${task.ref}: ${task.content.slice(0, 90)}`);
  const agree = (what: string, of: (task: TaskFinding) => string): Share => {
    let right = 0;
    for (const [one, other] of pairs) {
      if (of(one) === of(other)) right++;
      else differences.push(`${what} of ${one.ref}: ${of(one)} | ${of(other)}`);
    }
    return { right, wanted: pairs.size, found: pairs.size };
  };
  return {
    tasks: { right: pairs.size, wanted: wanted.length, found: found.length },
    leads: agree("leads", (task) => namesOf(task.leads)),
    coordinators: agree("co-ordinators", (task) => namesOf(task.coordinators)),
    schedules: agree("schedule", (task) => JSON.stringify(task.schedule)),
    citations: common(
      clean.citations.map(numberOf),
      damaged.citations.map(numberOf),
      differences,
      "citation",
    ),
    citationDates: common(datedOf(clean), datedOf(damaged), differences, "dated citation"),
    head: headShare(clean, damaged, differences),
    differences,
  };
}

/** Adds up the shares of several documents. */
export function sumOf(shares: readonly Share[]): Share {
  const sum = (of: (share: Share) => number) => shares.reduce((total, share) => total + of(share), 0);
  return { right: sum((s) => s.right), wanted: sum((s) => s.wanted), found: sum((s) => s.found) };
}

/** Of what was wanted, how much was found: 1 when nothing was wanted. */
export function recall({ right, wanted }: Share): number {
  return wanted === 0 ? 1 : right / wanted;
}

/** Of what was found, how much was right: 1 when nothing was found. */
export function precision({ right, found }: Share): number {
  return found === 0 ? 1 : right / found;
}

function orders({ tasks }: DocumentFindings): readonly TaskFinding[] {
  return tasks.filter((task) => !task.general);
}

/** Pairs tasks whose words overlap most; a damaged text keeps two words in three as they were, marks left out. */
function meet(
  wanted: readonly TaskFinding[],
  found: readonly TaskFinding[],
): ReadonlyMap<TaskFinding, TaskFinding> {
  const likeness = wanted.flatMap((one) =>
    found.map((other) => ({ one, other, share: overlap(one.content, other.content) })),
  );
  const pairs = new Map<TaskFinding, TaskFinding>();
  const taken = new Set<TaskFinding>();
  for (const { one, other, share } of likeness.sort((a, b) => b.share - a.share)) {
    if (share < 0.5 || pairs.has(one) || taken.has(other)) continue;
    pairs.set(one, other);
    taken.add(other);
  }
  return pairs;
}

/** Words that two texts share, as a part of the longer one. */
function overlap(a: string, b: string): number {
  const [one, other] = [new Set(foldedKey(a).split(" ")), new Set(foldedKey(b).split(" "))];
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return shared / Math.max(one.size, other.size);
}

function namesOf(addressees: TaskFinding["leads"]): string {
  return addressees
    .map((each) => foldedKey("unit" in each ? each.unit : each.collective))
    .sort()
    .join("; ");
}

function numberOf({ number }: { readonly number: string }): string {
  return number;
}

function datedOf({ citations }: DocumentFindings): readonly string[] {
  return citations.flatMap(({ number, date }) => (date === null ? [] : [`${number} ${date}`]));
}

function common(
  wanted: readonly string[],
  found: readonly string[],
  differences: string[],
  what: string,
): Share {
  const left = [...found];
  let right = 0;
  for (const each of wanted) {
    const at = left.indexOf(each);
    if (at < 0) differences.push(`lost ${what} ${each}`);
    else {
      left.splice(at, 1);
      right++;
    }
  }
  for (const each of left) differences.push(`extra ${what} ${each}`);
  return { right, wanted: wanted.length, found: found.length };
}

function headShare(clean: DocumentFindings, damaged: DocumentFindings, differences: string[]): Share {
  const fields = (findings: DocumentFindings): readonly (readonly [string, string | null])[] => {
    const { number, kind, issuer, date, signer } = findings.document;
    return [
      ["number", number],
      ["kind", kind],
      ["issuer", issuer === null ? null : foldedKey(issuer)],
      ["date", date],
      ["signer", signer === null ? null : foldedKey(signer.name)],
    ];
  };
  const other = new Map(fields(damaged));
  const wanted = fields(clean).filter(([, value]) => value !== null);
  const right = wanted.filter(([name, value]) => {
    if (other.get(name) === value) return true;
    differences.push(`head ${name}: ${value} | ${other.get(name)}`);
    return false;
  });
  const found = [...other.values()].filter((value) => value !== null);
  return { right: right.length, wanted: wanted.length, found: found.length };
}
