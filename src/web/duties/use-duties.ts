import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { DutyAnswer, DutyListAnswer } from "../../contract/duty.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import { fetchAnswer } from "../api.ts";
import { type Query, writeQuery } from "../places.ts";
import { dutyPageAddress } from "./duty-search.ts";

/** The duties that a filter gives, page by page. */
export function useDutyList(query: Query) {
  const list = useInfiniteQuery({
    queryKey: ["duties", "list", query],
    queryFn: ({ pageParam }) => fetchAnswer<DutyListAnswer>(dutyPageAddress(query, pageParam)),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    // Who comes back to the list sees it as it is now.
    staleTime: 1000,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { ...list, more };
}

/** How many duties each filter would give; it takes longer than the rows, so it lets them go first. */
export function useDutyFacets(query: Query, rowsAreThere: boolean) {
  return useQuery({
    queryKey: ["duties", "facets", query],
    queryFn: () =>
      fetchAnswer<DutyListAnswer>(apiPaths.duties + writeQuery({ ...query, limit: "1", facets: "1" })),
    placeholderData: keepPreviousData,
    staleTime: 1000,
    enabled: rowsAreThere,
  });
}

/** One duty with what may be done with it. */
export function useDuty(id: string) {
  return useQuery({
    queryKey: ["duty", id],
    queryFn: () => fetchAnswer<DutyAnswer>(pathTo(apiPaths.duty, { id })),
    staleTime: 1000,
  });
}

/** Has everything asked anew that a change of a duty may have altered. */
export function useDutyChanged(): () => Promise<unknown> {
  const queries = useQueryClient();
  return useCallback(
    () =>
      Promise.all(
        [["duty"], ["duties"], ["task"], ["tasks"], ["overview"], ["history"]].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
    [queries],
  );
}
