import { type Block, type Paragraph, paragraphsOf } from "../document/block.ts";
import type { Citation } from "../document/citation.ts";
import { meets, type Place } from "../document/place.ts";
import { fold } from "../text/fold.ts";
import type { Respelling } from "../text/respelling.ts";
import type { DocumentHead, TaskFinding } from "./findings.ts";

/** What of a finding stands on respelled words is as doubtful as the most doubtful of them. */
export interface RespellingDoubts {
  readonly ofTask: (task: TaskFinding) => TaskFinding;
  readonly ofHead: (head: DocumentHead) => DocumentHead;
  readonly ofCitation: (citation: Citation) => Citation;
}

/** Adds the doubts of respelled words to findings; findings of a document that is not damaged come back as they are. */
export function respellingDoubts(blocks: readonly Block[]): RespellingDoubts {
  const respelled = [...paragraphsOf(blocks)].filter((paragraph) => paragraph.respellings !== undefined);
  if (respelled.length === 0)
    return { ofTask: (task) => task, ofHead: (head) => head, ofCitation: (citation) => citation };
  return {
    ofTask: (task) => doubtfulTask(task, runsAt(respelled, task.sources)),
    ofHead: (head) => doubtfulHead(head, respelled),
    ofCitation: (citation) => {
      const doubt = doubtIn(citation.asWritten, runsAt(respelled, [citation.place]), true);
      return doubt > citation.doubt ? { ...citation, doubt } : citation;
    },
  };
}

/** A respelled run with the words as reading saw them, and what stands around it. */
interface Run extends Respelling {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** The respelled runs of the paragraphs that stand in these places; null stands for the whole document. */
function runsAt(paragraphs: readonly Paragraph[], places: readonly Place[] | null): readonly Run[] {
  return paragraphs
    .filter(
      (paragraph) =>
        places === null || paragraph.spans.some(({ place }) => places.some((other) => meets(place, other))),
    )
    .flatMap((paragraph) =>
      (paragraph.respellings ?? []).map((each) => ({
        ...each,
        text: paragraph.text.slice(each.start, each.end),
        before: bare(paragraph.text.slice(Math.max(0, each.start - around), each.start)),
        after: bare(paragraph.text.slice(each.end, each.end + around)),
      })),
    );
}

/** The greatest doubt of the runs that a text holds, as respelled or as written. */
function doubtIn(text: string | null, runs: readonly Run[], written = false): number {
  if (text === null || text === "") return 0;
  return Math.max(0, ...runs.filter((run) => holds(text, run, written)).map((run) => run.doubt));
}

/** So many letters around a word tell which of several alike it is. */
const around = 8;

function bare(text: string): string {
  return text.replace(/\s+/gu, "");
}

/**
 * Whether a text holds a run. A word that was only read with doubt and not respelled is often a common one: what stands
 * around it must be the same too, as far as the text goes.
 */
function holds(text: string, run: Run, written: boolean): boolean {
  if (run.written !== run.text) return text.includes(written ? run.written : run.text);
  const [all, word] = [bare(text), bare(run.text)];
  for (let at = all.indexOf(word); at >= 0; at = all.indexOf(word, at + 1)) {
    const [before, after] = [all.slice(0, at).slice(-around), all.slice(at + word.length).slice(0, around)];
    const [left, right] = [
      Math.min(before.length, run.before.length),
      Math.min(after.length, run.after.length),
    ];
    if (
      before.slice(before.length - left) === run.before.slice(run.before.length - left) &&
      after.slice(0, right) === run.after.slice(0, right)
    )
      return true;
  }
  return false;
}

function doubtfulTask(task: TaskFinding, runs: readonly Run[]): TaskFinding {
  const bodies = (addressees: TaskFinding["leads"]) =>
    Math.max(0, ...addressees.map(({ text }) => doubtIn(text, runs)));
  const days = runs.filter((run) => run.candidates && task.content.includes(run.text) && task.time !== null);
  const candidates = [...new Set(days.flatMap((run) => run.candidates ?? []))];
  return {
    ...task,
    ...(candidates.length > 0 ? { candidates: { time: candidates } } : {}),
    doubts: greater(task.doubts, {
      content: doubtIn(task.content, runs),
      leads: bodies(task.leads),
      coordinators: bodies(task.coordinators),
      schedule: doubtIn(task.time, runs),
      result: doubtIn(task.result, runs),
      approver: doubtIn(task.approver, runs),
    }),
  };
}

function doubtfulHead(head: DocumentHead, paragraphs: readonly Paragraph[]): DocumentHead {
  const runs = runsAt(paragraphs, null);
  // Number, issuer and subject stand on the first page; the same words further on say nothing of them.
  const first = runsAt(
    paragraphs.filter(({ spans }) => (spans[0]?.place.page ?? 1) === 1),
    null,
  );
  const dated = paragraphs.find(({ text }) => dateLine.test(fold(text)));
  const days = dated ? runsAt([dated], null).filter(({ text }) => /\d/.test(text)) : [];
  const numbers = numbersOf(head.number, first);
  return {
    ...head,
    ...(numbers.length > 1 ? { candidates: { number: numbers } } : {}),
    doubts: greater(head.doubts, {
      number: doubtIn(head.number, first),
      date: head.date === null ? 0 : Math.max(0, ...days.map(({ doubt }) => doubt)),
      issuer: doubtIn(head.issuer, first),
      subject: doubtIn(head.subject, first),
      signer: doubtIn(head.signer?.name ?? null, runs),
    }),
  };
}

/** All that a number may be whose figures were read in more than one way, as it stands first. */
function numbersOf(number: string | null, runs: readonly Run[]): readonly string[] {
  if (number === null) return [];
  const run = runs.find(({ text, candidates }) => candidates !== undefined && number.startsWith(`${text}/`));
  return (run?.candidates ?? []).map((figures) => `${figures}${number.slice(run?.text.length)}`);
}

/** "Đà Nẵng, ngày 5 tháng 8 năm 2026", alone on its line. */
const dateLine = /^\D{2,40}, ?ngay.{1,12}thang.{1,12}nam.{1,8}$/u;

function greater(
  before: Readonly<Record<string, number>>,
  more: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const all = { ...before };
  for (const [field, doubt] of Object.entries(more)) if (doubt > (before[field] ?? 0)) all[field] = doubt;
  return all;
}
