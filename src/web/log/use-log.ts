import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import type { LogAnswer } from "../../contract/log.ts";
import { apiPaths } from "../../contract/paths.ts";
import { fetchAnswer } from "../api.ts";
import { writeQuery } from "../places.ts";

export const logSearchNames = ["q", "kind", "what", "who", "subject", "address", "from", "to"] as const;
export type LogSearch = Partial<Record<(typeof logSearchNames)[number], string>>;

/** The log under some filters, page after page; each page is asked for anew when the place opens. */
export function useLog(asked: LogSearch) {
  const list = useInfiniteQuery({
    queryKey: ["log", asked],
    queryFn: ({ pageParam }) =>
      fetchAnswer<LogAnswer>(`${apiPaths.log}${writeQuery({ ...asked, after: pageParam })}`),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { ...list, more };
}
