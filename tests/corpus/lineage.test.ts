import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DocumentsAnswer, ImportAnswer } from "../../src/contract/document.ts";
import type { QuestionsAnswer } from "../../src/contract/document-questions.ts";
import type {
  LineageAnswer,
  LineageProposalAnswer,
  LineageProposalsAnswer,
} from "../../src/contract/lineage.ts";
import type { FindingAnswer, FindingsAnswer, ReviewAnswer } from "../../src/contract/review.ts";
import { jsonRequest, openRegisterApp, type RegisterApp, uploadOf } from "../support/register-app.ts";

/** Real documents and what is true of them, beside the checkout where they may be had. */
const shared = join(import.meta.dirname, "../../../shared");
const there = existsSync(join(shared, "gold/lineage.json"));

interface GoldLink {
  readonly doc: string;
  readonly date: string | null;
  readonly lines: string;
  readonly deadline: string | null;
  readonly kind: "order" | "repeat" | "submission" | "issue" | "plan" | "report";
  readonly annex_tasks?: readonly number[];
}
interface GoldChain {
  readonly id: string;
  readonly links: readonly GoldLink[];
}

/** In the order of their dates, each with the file that has the lines of the truth. */
const files: readonly (readonly [doc: string, file: string])[] = [
  ["tb-2025-06-13", "tb-2025-06-13.ocr.txt"],
  ["tb-2025-07-04", "tb-2025-07-04.txt"],
  ["qd-1520-qd-ubnd", "qd-1520-qd-ubnd.docx"],
  ["tb-2025-09-12", "tb-2025-09-12.ocr.txt"],
  ["bc-2025-gia-lai", "bc-2025-gia-lai.ocr.txt"],
];

let register: RegisterApp;
const now = () => new Date("2025-12-01T02:00:00Z");

async function answerOf<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await register.ask("mai", path, init);
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  // The program's own contract.
  return (await answer.json()) as T;
}

/** Whether two ranges of lines ("19-27; 30") touch. */
function touches(lines: string, from: number | null, to: number | null): boolean {
  if (from === null) return false;
  return lines.split(";").some((range) => {
    const [first = 0, last = first] = range.trim().split("-").map(Number);
    return from <= last && (to ?? from) >= first;
  });
}

/** The findings of a document that a link of the truth speaks of. */
function findingsOf(link: GoldLink, findings: readonly FindingAnswer[]): readonly FindingAnswer[] {
  if (link.annex_tasks)
    return findings.filter(
      ({ task }) => task.origin === "table" && link.annex_tasks?.includes(task.number ?? -1),
    );
  if (link.kind === "submission" || link.kind === "issue" || link.kind === "report") return [];
  return findings.filter(({ task }) =>
    task.sources.some((place) => touches(link.lines, place.lineFrom, place.lineTo)),
  );
}

/** What was seen of a link of the truth when its document was reviewed. */
interface Seen {
  readonly link: string;
  readonly outcome: "begins" | "found" | "missed";
}

const chains: readonly GoldChain[] = there
  ? JSON.parse(readFileSync(join(shared, "gold/lineage.json"), "utf8"))
  : [];
const tasksOf = new Map(chains.map(({ id }) => [id, new Set<string>()]));
const seen: Seen[] = [];
const extras: string[] = [];

/** Reviews a document as a person who knows the truth: confirms what is right of it, and accepts the rest. */
async function review(doc: string, file: string): Promise<void> {
  const content = readFileSync(join(shared, "documents", file));
  const { lines } = await answerOf<ImportAnswer>("/api/documents", uploadOf([file, content]));
  const [line] = lines;
  if (line?.outcome !== "imported") throw new Error(`${file}: ${JSON.stringify(line)}`);
  const id = line.document.id;
  const { findings } = await answerOf<FindingsAnswer>(`/api/documents/${id}/findings`);
  const { proposals } = await answerOf<LineageProposalsAnswer>(`/api/documents/${id}/lineage`);
  const right = new Set<LineageProposalAnswer>();
  for (const chain of chains)
    for (const link of chain.links.filter((one) => one.doc === doc)) {
      const tasks = tasksOf.get(chain.id) ?? new Set();
      const own = findingsOf(link, findings);
      const found = proposals.filter((proposal) => isOfLink(proposal, { link, own, tasks }));
      for (const proposal of found) right.add(proposal);
      const begins = tasks.size === 0 && !found.length;
      seen.push({
        link: `${chain.id} ${doc} ${link.kind} ${link.date ?? ""} ${link.deadline ?? ""} ${found.map(({ score }) => score)}`,
        outcome: found.length > 0 ? "found" : begins ? "begins" : "missed",
      });
    }
  for (const proposal of proposals.filter((one) => !right.has(one)))
    extras.push(sayProposal(proposal, findings));
  await confirm(id, [...right]);
  const tasks = await acceptRest(id);
  for (const chain of chains)
    for (const link of chain.links.filter((one) => one.doc === doc))
      for (const { id: finding } of findingsOf(link, findings)) {
        const task = tasks.get(finding);
        if (task) tasksOf.get(chain.id)?.add(task);
      }
}

function isOfLink(
  { finding, kind, task, paper }: LineageProposalAnswer,
  {
    link,
    own,
    tasks,
  }: { readonly link: GoldLink; readonly own: readonly FindingAnswer[]; readonly tasks: ReadonlySet<string> },
): boolean {
  if (!tasks.has(task.id)) return false;
  if (finding !== null) return own.some((one) => one.id === finding);
  return kind === link.kind && (kind !== "submission" || paper?.date === link.date);
}

function sayProposal(proposal: LineageProposalAnswer, findings: readonly FindingAnswer[]): string {
  const finding = findings.find((one) => one.id === proposal.finding);
  const from = finding
    ? `${finding.task.ref} ${finding.task.content.slice(0, 90)}`
    : `(document) ${proposal.said?.slice(0, 90) ?? proposal.paper?.number}`;
  return `${proposal.score} ${proposal.kind}: ${from} ← ${proposal.task.ref} ${proposal.task.content.slice(0, 90)}`;
}

async function confirm(id: string, proposals: readonly LineageProposalAnswer[]): Promise<void> {
  for (const { finding, kind, task, paper } of proposals) {
    if (finding === null) {
      const body = { task: task.id, kind, number: paper?.number ?? null };
      await answerOf(`/api/documents/${id}/lineage`, jsonRequest("POST", body));
      continue;
    }
    const { findings } = await answerOf<FindingsAnswer>(`/api/documents/${id}/findings`);
    const version = findings.find((one) => one.id === finding)?.version;
    await answerOf<ReviewAnswer>(
      `/api/findings/${finding}/links`,
      jsonRequest("POST", { version, task: task.id, kind }),
    );
  }
}

/** Accepts what is open; the task of each finding. */
async function acceptRest(id: string): Promise<ReadonlyMap<string, string>> {
  const { findings } = await answerOf<FindingsAnswer>(`/api/documents/${id}/findings`);
  for (const { id: finding, version, decision } of findings)
    if (decision === null)
      await answerOf(
        `/api/findings/${finding}/decision`,
        jsonRequest("POST", { version, decision: "accepted" }),
      );
  const after = await answerOf<FindingsAnswer>(`/api/documents/${id}/findings`);
  expect(after.balance.open).toBe(0);
  return new Map(
    after.findings.flatMap((one) => (one.taskId === null ? [] : [[one.id, one.taskId] as const])),
  );
}

describe.skipIf(!there)(
  `the lineage of ${there ? "five documents" : `${shared} (not there: skipped)`}`,
  () => {
    beforeAll(async () => {
      register = await openRegisterApp(now);
      for (const [doc, file] of files) await review(doc, file);
      for (const { link, outcome } of seen) console.log(`${outcome.padEnd(7)} ${link}`);
      console.log(`beside the truth, ${extras.length}:\n${extras.join("\n")}`);
    }, 300_000);
    afterAll(() => register.close());

    it("is proposed whole", () => {
      expect(seen.filter(({ outcome }) => outcome === "missed")).toEqual([]);
    });

    it("lists what dropped out of the plan that a notice asked for: a zone that nothing later names", async () => {
      const { documents } = await answerOf<DocumentsAnswer>("/api/documents");
      const plan = documents.find(({ number }) => number === "1520/QĐ-UBND");
      const { asked } = await answerOf<QuestionsAnswer>(`/api/documents/${plan?.id}/questions`);
      console.log(
        asked.map(({ thing, task }) => `dropped out: ${thing ?? "(whole)"}, ${task.ref}`).join("\n"),
      );
      expect(asked.filter(({ thing }) => /khu thương mại tự do/i.test(thing ?? ""))).toHaveLength(1);
      expect(asked.length).toBeLessThanOrEqual(6);
    });

    it("begins where another document ordered it first", async () => {
      const chained = await Promise.all(
        [...(tasksOf.get("border-communes") ?? [])].map((task) =>
          answerOf<LineageAnswer>(`/api/tasks/${task}/lineage`),
        ),
      );
      const orders = chained.flatMap(({ notes }) => notes.filter(({ kind }) => kind === "order"));
      expect(orders.map(({ number, givenOn }) => `${number} ${givenOn}`)).toEqual(["205/TB-UBND 2025-09-10"]);
    });

    it("shows the days that were set one after the other", async () => {
      for (const id of ["lao-plan", "cambodia-plan"]) {
        const chained = await Promise.all(
          [...(tasksOf.get(id) ?? [])].map((task) => answerOf<LineageAnswer>(`/api/tasks/${task}/lineage`)),
        );
        expect(chained.map(({ days }) => days)).toContainEqual(["2025-07-31", "2025-09-21"]);
      }
    });
  },
);
