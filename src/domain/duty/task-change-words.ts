import { fail, type Result, succeed } from "../basics/result.ts";
import type { Schedule } from "../calendar/schedule.ts";
import type { Addressee } from "../organisation/addressee.ts";
import { unclearOf } from "../reading/clears.ts";
import type { Clear, Target, UnclearFinding } from "../reading/findings.ts";
import { combineSchedule, readSchedule } from "../reading/schedule.ts";
import { readTargets } from "../reading/target.ts";
import { singleSpaced } from "../text/fold.ts";
import { judgedBy } from "./finding-edit.ts";
import { leadingRoles, type RegisteredTask } from "./registered-task.ts";
import { kindOf, targetKey, withKind } from "./target-kind.ts";
import type { TaskAddressee } from "./task.ts";

/** The part of a request that says when. */
interface TimedRequest {
  readonly timeWords?: string | null | undefined;
  readonly schedule?: Schedule | null | undefined;
  readonly result?: string | null | undefined;
}

/** The fields of a task by which clears are judged. */
interface JudgedFields {
  readonly content: string;
  readonly addressees: readonly TaskAddressee[];
  readonly timeWords: string | null;
  readonly schedule: Schedule | null;
  readonly result: string | null;
  readonly approver: string | null;
  readonly unclear: readonly UnclearFinding[];
  readonly general: boolean;
}

/**
 * A request in which new words about time carry the schedule that they give, read as if they stood in the task's
 * document; a schedule that the person gives himself stays. No words are no deadline. Fails with
 * `register.time-unread` ({ words }) for words that give no time.
 */
export function withReadTime<Request extends TimedRequest>(
  task: Pick<RegisteredTask, "timeWords" | "result" | "document">,
  request: Request,
): Result<Request> {
  const { timeWords } = request;
  if (timeWords === undefined || request.schedule !== undefined) return succeed(request);
  const words = singleSpaced(timeWords ?? "");
  if (words === singleSpaced(task.timeWords ?? "")) return succeed(request);
  if (words === "") return succeed({ ...request, schedule: null });
  const context = { documentDate: task.document.issuedOn };
  if (readSchedule(words, context) === null) return fail("register.time-unread", { words });
  const result = request.result === undefined ? task.result : request.result;
  return succeed({ ...request, schedule: combineSchedule(words, result ?? "", context)?.schedule ?? null });
}

/** The field of a finding that says the same as a field of a task. */
const sameField = {
  ...({ content: "content", result: "result", approver: "approver", general: "general" } as const),
  ...({ addressees: "leads", timeWords: "time", schedule: "schedule" } as const),
} as const satisfies Partial<Record<keyof JudgedFields, keyof typeof judgedBy>>;

/** What is unclear of a task after some of its fields changed: the clears of those fields are judged anew, others stay. */
export function unclearAfter(after: JudgedFields, changed: readonly string[]): readonly UnclearFinding[] {
  return judgedAnew(
    after,
    changed.flatMap((name) => (name in sameField ? judgedBy[sameField[name as keyof typeof sameField]] : [])),
  );
}

/** What is unclear of a task when some clears are judged anew and others stay as they are. */
export function judgedAnew(after: JudgedFields, clears: readonly Clear[]): readonly UnclearFinding[] {
  if (after.general) return [];
  const judged = new Set(clears);
  if (judged.size === 0) return after.unclear;
  const anew = unclearOf({
    ...{ content: after.content, time: after.timeWords, schedule: after.schedule, result: after.result },
    ...{ approver: after.approver, leadText: null, origin: "table" },
    leads: after.addressees.filter(({ role }) => role !== "with" && role !== "approves").map(asAddressee),
  });
  const answered = after.addressees.some(({ answers }) => answers !== null);
  return [
    ...after.unclear.filter(({ clear }) => !judged.has(clear)),
    ...anew.filter(({ clear }) => judged.has(clear) && !(clear === "responsible" && answered)),
  ];
}

function asAddressee({ name, collective, written, role, share }: TaskAddressee): Addressee {
  const rest = { text: written, role, share };
  return collective ? { collective: name, ...rest } : { unit: name, ...rest };
}

/**
 * The targets of a changed result. What still stands there keeps the kind that a person gave it.
 */
export function targetsAfter(
  result: string | null,
  addressees: readonly TaskAddressee[],
  before: readonly Target[],
): readonly Target[] {
  const leads = addressees.filter(({ role }) => leadingRoles.includes(role)).map(asAddressee);
  const known = new Map(before.map((target) => [targetKey(target), target]));
  return readTargets(result ?? "", { leads }).map((target) => {
    const old = known.get(targetKey(target));
    return old ? withKind(target, kindOf(old)) : target;
  });
}
