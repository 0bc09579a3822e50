import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { MessagesAnswer, WaitingAnswer } from "../../contract/message.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { ask, fetchAnswer } from "../api.ts";

const twoMinutes = 120_000;

/** What is asked anew when something that waits was done. */
export const waitingKey = ["messages", "waiting"] as const;

/** What waits for the person; asked again every two minutes while somebody looks. Nothing before the first answer. */
export function useWaiting(enabled: boolean): WaitingAnswer | undefined {
  const waiting = useQuery({
    queryKey: waitingKey,
    queryFn: () => fetchAnswer<WaitingAnswer>(apiPaths.waiting),
    ...{ staleTime: twoMinutes, refetchInterval: twoMinutes, enabled },
  });
  return waiting.data;
}

/** One's own messages, page by page. */
export function useMessages() {
  return useInfiniteQuery({
    queryKey: ["messages", "list"],
    queryFn: ({ pageParam }) =>
      fetchAnswer<MessagesAnswer>(`${apiPaths.messages}${pageParam === null ? "" : `?before=${pageParam}`}`),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
}

/** Marks messages as read (null: all) and brings up to date what counts them; gives why it did not go. */
export function useReading(): (ids: readonly string[] | null) => Promise<Failure | null> {
  const queries = useQueryClient();
  return useCallback(
    async (ids) => {
      const answer = await ask("POST", apiPaths.messagesRead, { ids });
      await queries.invalidateQueries({ queryKey: ["messages"] });
      return answer.ok ? null : answer.failure;
    },
    [queries],
  );
}
