import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { type JudgedTarget, judgeTargets } from "../domain/duty/target-ground.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { TargetTask } from "../store/target-grounds.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { countSources } from "./count-sources.ts";

/** A task with how its targets stand. */
export interface JudgedTask extends Pick<TargetTask, "id" | "content"> {
  readonly targets: readonly JudgedTarget[];
}

/** How the targets of tasks stand on a day. One statement for each target that is counted from a register. */
export async function judgeTasks(
  transaction: ProvinceTransaction,
  actor: Actor,
  tasks: readonly TargetTask[],
  today: CalendarDate,
): Promise<readonly JudgedTask[]> {
  const judged: JudgedTask[] = [];
  for (const { id, content, ground, sources } of tasks) {
    const counted = await countSources(transaction, actor, sources);
    judged.push({ id, content, targets: judgeTargets({ ...ground, sources: counted, today }) });
  }
  return judged;
}
