import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import type { TaskListAnswer } from "../../contract/task.ts";
import { fetchAnswer } from "../api.ts";
import { takeArrived } from "../begun.ts";
import type { Query } from "../places.ts";
import { pageAddress } from "./task-search.ts";

/** The tasks of a filter, page by page; `more` asks for the next one. Nothing is asked while it is not `wanted`. */
export function useTaskList(query: Query, wanted = true) {
  const list = useInfiniteQuery({
    queryKey: ["tasks", "list", query],
    queryFn: ({ pageParam }) => fetchAnswer<TaskListAnswer>(pageAddress(query, pageParam)),
    initialPageParam: "",
    initialData: () => {
      const page = takeArrived<TaskListAnswer>(pageAddress(query, ""));
      return page && { pages: [page], pageParams: [""] };
    },
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    // Who comes back to the list sees it as it is now.
    staleTime: 1000,
    enabled: wanted,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { ...list, more };
}

export type TaskPages = ReturnType<typeof useTaskList>;
