import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { UnitAnswer, UnitListAnswer, UnitTreeAnswer } from "../../contract/unit.ts";
import { fetchAnswer } from "../api.ts";
import { type Query, writeQuery } from "../places.ts";

/** The tree by windows of rows: as of a day, narrowed by words or a kind, opened below some units. */
export function useUnitTree(asked: Query) {
  return useInfiniteQuery({
    queryKey: ["unit-tree", asked],
    queryFn: ({ pageParam }) =>
      fetchAnswer<UnitTreeAnswer>(apiPaths.unitTree + writeQuery({ ...asked, from: pageParam })),
    initialPageParam: "",
    getNextPageParam: (last, pages) => {
      const shown = pages.reduce((count, { rows }) => count + rows.length, 0);
      return last.rows.length > 0 && shown < last.total ? String(shown) : null;
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** The units to choose from on a day (none: today), with those that are not there on it when asked for. */
export function useUnitList(asked: { readonly day?: string; readonly closed?: string } = {}) {
  const { day, closed } = asked;
  return useQuery({
    queryKey: ["unit-list", day ?? "", closed ?? ""],
    queryFn: () => fetchAnswer<UnitListAnswer>(`${apiPaths.unitList}${writeQuery({ day, closed })}`),
    staleTime: 60_000,
  });
}

/** One unit with its past. */
export function useUnit(id: string) {
  return useQuery({
    queryKey: ["unit", id],
    queryFn: () => fetchAnswer<UnitAnswer>(pathTo(apiPaths.unit, { id })),
    staleTime: 0,
  });
}
