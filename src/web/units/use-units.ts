import { useQuery } from "@tanstack/react-query";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { UnitAnswer, UnitTreeAnswer } from "../../contract/unit.ts";
import { fetchAnswer } from "../api.ts";
import { writeQuery } from "../places.ts";

/** The tree as of a day (none: today), with units that are not there on it when asked for. */
export function useUnitTree(asked: { readonly day?: string; readonly closed?: string } = {}) {
  const { day, closed } = asked;
  return useQuery({
    queryKey: ["unit-tree", day ?? "", closed ?? ""],
    queryFn: () => fetchAnswer<UnitTreeAnswer>(`${apiPaths.unitTree}${writeQuery({ day, closed })}`),
    staleTime: 0,
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
