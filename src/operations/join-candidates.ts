import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { type NewDirective, proposeLinks } from "../domain/duty/lineage.ts";
import { dueOfSchedule } from "../domain/duty/lineage-chain.ts";
import { LineagePool } from "../domain/duty/lineage-likeness.ts";
import { permit } from "../domain/duty/permission.ts";
import { leadingRoles, type RegisteredTask } from "../domain/duty/registered-task.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { foldedKey } from "../domain/text/fold.ts";
import { withProvince } from "../store/database.ts";
import { earlierTasksOf } from "../store/lineage-search.ts";
import { loadRules } from "../store/province-settings.ts";
import { sightOf } from "../store/sight.ts";
import { loadTask } from "../store/task-record.ts";
import { candidatesFor, type ShownProposal, stateOf } from "./propose-lineage.ts";
import type { RegisterWorld } from "./register.ts";

/** A task that may be the same as another. */
export type JoinCandidate = Pick<ShownProposal, "earlier" | "score" | "reasons">;

/** Tasks of other documents that are likely the same as one, the likeliest first. Fails with `register.task-unknown`. */
export async function findJoinCandidates(
  actor: Actor,
  id: string,
  world: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<readonly JoinCandidate[]>> {
  const allowed = permit(actor, "edit-task");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const task = await loadTask(transaction, sight, id);
    if (task === null) return fail("register.task-unknown", { id });
    const directive = directiveOf(task);
    const found = await candidatesFor(transaction, sight, { document: task.document.id, texts: [directive] });
    const earlier = found.flatMap(earlierTasksOf);
    const bodies = found.flatMap(({ addressees }) => addressees.map(({ name }) => foldedKey(name)));
    const subjects = [task.document.subject, ...found.map(({ given }) => given.subject)].flatMap(
      (one) => one ?? [],
    );
    const pool = new LineagePool(
      [directive, ...earlier],
      [...new Set(subjects)],
      [...bodies, ...directive.leads, ...directive.coordinators],
    );
    // Without a day of its own the document is neither earlier nor later than any.
    const document = { ...task.document, givenOn: null };
    const links = proposeLinks(document, [directive], earlier, { pool, grounds: new Set() });
    const rules = await loadRules(transaction, sight.province, world.today());
    const byId = new Map(found.map((one) => [one.id, one]));
    return succeed(
      links.flatMap(({ task: other, score, reasons }) => {
        const like = byId.get(other);
        return like ? [{ score, reasons, earlier: { ...like, state: stateOf(like, rules) } }] : [];
      }),
    );
  });
}

function directiveOf(task: RegisteredTask): NewDirective {
  const { id, content, result, timeWords, group, general, addressees, schedule } = task;
  const leads = addressees.filter(({ role }) => leadingRoles.includes(role));
  const keysOf = (of: typeof addressees) =>
    of.flatMap(({ name, collective }) => (collective ? [] : [foldedKey(name)]));
  return {
    ...{
      id,
      content,
      result,
      timeWords,
      heading: group,
      subject: task.document.subject,
      row: false,
      general,
    },
    ...{ ...dueOfSchedule(schedule), leads: keysOf(leads), coordinators: keysOf(addressees) },
    collectiveLeads: leads.some(({ collective }) => collective),
  };
}
