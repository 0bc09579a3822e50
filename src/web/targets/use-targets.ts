import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { DutyTargetsAnswer, TargetPeriodAnswer, TaskTargetsAnswer } from "../../contract/target.ts";
import { fetchAnswer } from "../api.ts";
import { writeQuery } from "../places.ts";

/** How the targets of a task stand. Below the key of the task, so that what changes the task asks for them anew. */
export function useTargets(task: string) {
  return useQuery({
    queryKey: ["task", task, "targets"],
    queryFn: () => fetchAnswer<TaskTargetsAnswer>(pathTo(apiPaths.taskTargets, { id: task })),
    staleTime: 1000,
  });
}

/** What stands behind a target in a period. */
export function useTargetPeriod(task: string, target: string, period: string) {
  return useQuery({
    queryKey: ["task", task, "targets", target, period],
    queryFn: () =>
      fetchAnswer<TargetPeriodAnswer>(
        pathTo(apiPaths.taskTargetPeriod, { id: task }) + writeQuery({ target, period }),
      ),
    staleTime: 1000,
  });
}

/** What the targets of its task ask of a duty. */
export function useDutyTargets(duty: string) {
  return useQuery({
    queryKey: ["duty", duty, "targets"],
    queryFn: () => fetchAnswer<DutyTargetsAnswer>(pathTo(apiPaths.dutyTargets, { id: duty })),
    staleTime: 1000,
  });
}

/** Has everything asked anew that a changed target alters. */
export function useTargetsChanged(task: string): () => Promise<unknown> {
  const queries = useQueryClient();
  return useCallback(
    () =>
      Promise.all(
        [["task", task], ["tasks"], ["history", task], ["overview"]].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
    [queries, task],
  );
}
