import type { TaskPreviewAnswer } from "../contract/task-change.ts";
import { isTouched } from "../domain/duty/task-change.ts";
import type { TaskChangePreview } from "../operations/preview-task-change.ts";

/** What a change would make of a task: its times in the order of their days, those that go among them. */
export function presentPreview({ task, plan }: TaskChangePreview): TaskPreviewAnswer {
  const { added, moved, removed } = plan.occurrences;
  const standing = task.occurrences.map((one) => {
    const to = moved.find(({ id }) => id === one.id);
    const change = removed.includes(one.id)
      ? ("removed" as const)
      : to
        ? ("moved" as const)
        : ("kept" as const);
    const { key, lastDay: before } = one;
    const dueOn = to ? to.dueOn : one.dueOn;
    const lastDay = to ? to.lastDay : one.lastDay;
    return { key, dueOn, lastDay, before, change, recorded: isTouched(one) };
  });
  const coming = added.map(({ key, dueOn, lastDay }) => ({
    ...{ key, dueOn, lastDay, before: null },
    ...{ change: "added" as const, recorded: false },
  }));
  return {
    schedule: plan.after.schedule,
    kept: plan.kept,
    unclear: plan.after.unclear.map(({ clear, reason, words }) => ({ clear, reason, words })),
    occurrences: [...standing, ...coming].sort((a, b) =>
      (a.lastDay ?? "9999").localeCompare(b.lastDay ?? "9999"),
    ),
  };
}
