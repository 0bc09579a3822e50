import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { calendarDate } from "../../src/domain/basics/calendar-date.ts";
import type { Result } from "../../src/domain/basics/result.ts";
import { anyFinding } from "../../src/domain/duty/finding.fixture.ts";
import { currentFinding } from "../../src/domain/duty/finding-edit.ts";
import type { ReviewBalance, ReviewedFinding } from "../../src/domain/duty/review.ts";
import {
  type Actor,
  type ProvinceNumber,
  programActor,
  provinceNumber,
} from "../../src/domain/organisation/actor.ts";
import type { Gazetteer } from "../../src/domain/organisation/gazetteer.ts";
import type { TaskFinding } from "../../src/domain/reading/findings.ts";
import { acceptClear, decideFinding, undoDecision } from "../../src/operations/accept-findings.ts";
import { addFinding, editFinding } from "../../src/operations/review-edit.ts";
import { type ReviewChange, type ReviewWorld, showFindings } from "../../src/operations/review-findings.ts";
import { mergeIntoOne, splitIntoParts } from "../../src/operations/review-parts.ts";
import { openRows, type Rows, withProvince } from "../../src/store/database.ts";
import { insertDocument } from "../../src/store/documents.ts";
import { insertFindings } from "../../src/store/findings.ts";
import { asLogin, openTestDatabase, type TestDatabase } from "../support/database.ts";
import { realGazetteer } from "../support/gazetteer.ts";
import { unwrap } from "../support/server.ts";

let database: TestDatabase;
let rows: Rows;
const gazetteer: Gazetteer = realGazetteer();
const now = new Date("2026-03-02T03:00:00Z");

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
});
afterAll(async () => {
  await rows.close();
  await database.drop();
});

function world(): ReviewWorld {
  const today = calendarDate(2026, 3, 2);
  if (today === null) throw new Error("no such day");
  return {
    ...{ kysely: rows.kysely, gazetteer, clock: () => now },
    ...{ today: () => today, newId: () => crypto.randomUUID() },
  };
}

function giaLai(): ProvinceNumber {
  const province = provinceNumber(52);
  if (province === null) throw new Error("no province");
  return province;
}

const actor: Actor = { ...programActor("mai", giaLai()), name: "Mai" };

/** A document that gives these tasks; its id. */
async function documentWith(given: readonly TaskFinding[]): Promise<string> {
  const id = crypto.randomUUID();
  const tasks = given.map((task, i) => ({ ...task, ref: `${i + 1}` }));
  const head = {
    ...{ number: "5/KH-UBND", kind: "KH", kindName: "Kế hoạch", issuer: null, issuerSuperior: null },
    ...{ place: null, date: "2026-02-01", subject: null, signer: null, recipients: [], attachedTo: null },
    doubts: {},
  };
  await withProvince(rows.kysely, actor.province, async (t) => {
    await insertDocument(t, actor.province, {
      ...{ id, blocks: [], notices: [], importedAt: now, importedBy: "mai", duplicateOf: null },
      files: [{ position: 0, name: "a.txt", format: "txt", sha256: "0".repeat(64), size: 1 }],
      output: {
        ...{ document: head, tasks, citations: [], references: [], ledger: { steps: [] } },
        ...{ sha256: "0".repeat(64), file: "a.txt" },
      },
    });
    const findings = tasks.map((read, i) => ({
      ...{ id: crypto.randomUUID(), position: i + 1, ref: read.ref, origin: "read" as const, read },
      ...{ edited: null, parentId: null },
    }));
    await insertFindings(t, actor.province, id, findings);
  });
  return id;
}

/** One thing that a person does; `at` chooses the finding. */
const anyStep = fc.record({
  what: fc.constantFrom("accepted", "general", "dropped", "edit", "split", "merge", "add", "clear", "undo"),
  at: fc.nat(99),
});
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

function take(
  { what, at }: Step,
  id: string,
  all: readonly ReviewedFinding[],
): Promise<Result<ReviewChange>> {
  const seen = all[at % all.length];
  const next = all[(at + 1) % all.length];
  if (!seen || !next) throw new Error("a document without findings");
  switch (what) {
    case "edit":
      return editFinding(actor, seen, { content: `Việc ${at}`, leadText: "Sở Y tế" }, world());
    case "split":
      return splitIntoParts(actor, seen, [{ content: "a" }, { content: "b" }], world());
    case "merge":
      return mergeIntoOne(actor, [seen, next], {}, world());
    case "add":
      return addFinding(actor, id, { change: { content: "Thêm" }, after: seen.id }, world());
    case "clear":
      return acceptClear(actor, id, world());
    case "undo":
      return undoDecision(actor, seen, world());
    default:
      return decideFinding(actor, seen, { decision: what, reason: "trùng" }, world());
  }
}

it("whatever people do, no finding is lost, and each accepted one has its task", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyFinding, { minLength: 1, maxLength: 5 }),
      fc.array(anyStep, { minLength: 5, maxLength: 20 }),
      async (tasks, steps) => {
        const id = await documentWith(tasks);
        for (const step of steps) {
          const before = unwrap(await showFindings(actor, id, world()));
          const done = await take(step, id, before.findings);
          const after = unwrap(await showFindings(actor, id, world()));
          if (done.ok) {
            expect(done.value.balance).toEqual(after.balance);
            expect(done.value.reviewedAt).toEqual(after.reviewedAt);
          } else expect(after).toEqual(before);
          checkReview(after.findings, after.balance, tasks);
          expect(after.reviewedAt === null).toBe(after.balance.open > 0);
          await checkTasks(id, after.findings);
        }
      },
    ),
    { numRuns: 25 },
  );
});

function checkReview(
  findings: readonly ReviewedFinding[],
  balance: ReviewBalance,
  tasks: readonly TaskFinding[],
): void {
  expect(balance.read).toBe(tasks.length);
  const read = findings.filter(({ origin }) => origin === "read");
  expect(read.map((finding) => finding.read.content).toSorted()).toEqual(
    tasks.map(({ content }) => content).toSorted(),
  );
  const ids = new Set(findings.map(({ id }) => id));
  for (const finding of findings) {
    expect(finding.parentId === null || ids.has(finding.parentId)).toBe(true);
    expect(finding.decision === "merged").toBe(finding.mergedInto !== null);
    expect(finding.mergedInto === null || ids.has(finding.mergedInto)).toBe(true);
  }
  expect(new Set(findings.map(({ position }) => position)).size).toBe(findings.length);
}

/** Tasks and accepted findings are the same set, with the words that stood in the finding. */
async function checkTasks(id: string, findings: readonly ReviewedFinding[]): Promise<void> {
  const stored = await asLogin(database.superuser, (client) =>
    client.query<{ id: string; content: string; general: boolean }>(
      "select id, content, general from task where document_id = $1 order by id",
      [id],
    ),
  );
  const expected = findings
    .filter(({ decision }) => decision === "accepted" || decision === "general")
    .map((finding) => ({
      ...{ id: finding.taskId ?? "", content: currentFinding(finding).content },
      general: finding.decision === "general",
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  expect(stored.rows).toEqual(expected);
}
