import { useQuery } from "@tanstack/react-query";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { RegisteredTaskAnswer } from "../../contract/task.ts";
import { fetchAnswer } from "../api.ts";

/** One task with all that is known of it. */
export function useTask(id: string) {
  return useQuery({
    queryKey: ["task", id],
    queryFn: () => fetchAnswer<RegisteredTaskAnswer>(pathTo(apiPaths.task, { id })),
    staleTime: 0,
  });
}
