import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { GivenFact } from "../domain/duty/occurrence-fact.ts";
import { permit } from "../domain/duty/permission.ts";
import type { DocumentReferenceLine } from "../domain/duty/registered-document.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { PlanDocument } from "../print/plan-document.ts";
import { withProvince } from "../store/database.ts";
import { lockImports } from "../store/documents.ts";
import { loadContents, loadSampleMark, markSample } from "../store/sample.ts";
import { sightOf } from "../store/sight.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** Who fills a register with sample data; what anybody else imports is his own. */
export const sampleFiller = "sauro sample";

/** A fact about an occurrence of the task that came from a finding. */
export interface SampleFact extends GivenFact {
  readonly ref: string;
  readonly occurrence: string;
}

/** A document to be printed, read and reviewed; findings are named by their `ref`. */
export interface SampleDocument {
  readonly file: string;
  readonly printed: PlanDocument;
  readonly drop: readonly { readonly ref: string; readonly reason: string }[];
  /** Kept as general exhortations, beside those that the reading finds itself. */
  readonly general: readonly string[];
  /** Left to be reviewed. */
  readonly leave: readonly string[];
  readonly facts: readonly SampleFact[];
}

/** The facts of a province, ready to be filled into an empty register. */
export interface SampleContent {
  /** Name of the folder in samples/. */
  readonly name: string;
  /** The day from which the register counts lateness. */
  readonly startDay: CalendarDate;
  readonly documents: readonly SampleDocument[];
  /** Partners of cooperation, by the fields of their register. */
  readonly partners: readonly Readonly<Record<string, string>>[];
}

/** How far a filling is: `done` of `of` documents. */
export interface SampleProgress {
  readonly step: "reading" | "reviewing" | "recording";
  readonly done: number;
  readonly of: number;
}

/** Whether the register of a province is a sample, and what stands in it. */
export interface ShownSample {
  /** "begun": filling is under way, or was broken off. */
  readonly state: "none" | "begun" | "filled";
  readonly documents: number;
  readonly tasks: number;
  /** Documents that people imported themselves. */
  readonly own: readonly DocumentReferenceLine[];
}

/** What the register holds, and whether it is a sample. */
export async function showSample(
  actor: Actor,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<ShownSample>> {
  const allowed = permit(actor, "see-sample");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) => {
    const mark = await loadSampleMark(transaction, actor.province);
    const contents = await loadContents(transaction, sightOf(actor, allowed.value), sampleFiller);
    const state = mark === null ? "none" : mark.filledAt === null ? "begun" : "filled";
    return succeed({ state, ...contents });
  });
}

/**
 * Marks a register without documents as one that holds the sample, or finds the mark: "filled" when there is nothing
 * left to do. Nothing else may be filled. Fails with `register.sample-not-empty`.
 */
export async function beginSample(
  actor: Actor,
  name: string,
  world: RegisterWorld,
): Promise<Result<"begun" | "filled">> {
  const allowed = permit(actor, "fill-sample");
  if (!allowed.ok) return allowed;
  return withProvince(
    world.kysely,
    actor.province,
    async (transaction): Promise<Result<"begun" | "filled">> => {
      await lockImports(transaction, actor.province);
      const mark = await loadSampleMark(transaction, actor.province);
      if (mark) return succeed(mark.filledAt === null ? "begun" : "filled");
      if (!(await markSample(transaction, name, world.clock()))) {
        const { documents } = await loadContents(transaction, sightOf(actor, allowed.value), sampleFiller);
        return fail("register.sample-not-empty", { documents });
      }
      await writeHistory(transaction, actor, world, [
        {
          ...{ what: "begin-sample", subject: `sample:${actor.province}`, before: null },
          after: { name },
        },
      ]);
      return succeed("begun");
    },
  );
}
