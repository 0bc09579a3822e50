import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CoordinationAnswer, OpenRequestsAnswer } from "../../contract/coordination.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { ask, fetchAnswer } from "../api.ts";

/** Who co-ordinates in a task, and what was asked of them. */
export function useCoordination(task: string) {
  return useQuery({
    queryKey: ["coordination", task],
    queryFn: () => fetchAnswer<CoordinationAnswer>(pathTo(apiPaths.taskCoordination, { id: task })),
    staleTime: 1000,
  });
}

/** What the units of the person are asked for and have not answered. */
export function useOpenRequests() {
  return useQuery({
    queryKey: ["coordination", "open"],
    queryFn: () => fetchAnswer<OpenRequestsAnswer>(apiPaths.requests),
    staleTime: 1000,
  });
}

/** Sends what is said of coordination; what came back, and whether it is under way. */
export function useSending() {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async (method: "POST" | "PUT", path: string, body: object) => {
    setBusy(true);
    const answer = await ask<CoordinationAnswer>(method, path, body);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    await Promise.all(
      [["coordination"], ["task"], ["history"]].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
    return answer.ok ? answer.value : null;
  };
  return { busy, failure, send };
}
