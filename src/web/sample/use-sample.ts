import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { apiPaths } from "../../contract/paths.ts";
import type { SampleAnswer } from "../../contract/sample.ts";
import { fetchAnswer } from "../api.ts";

/** Whether the register is a sample; asked again each half second while it is being filled. `enabled`: there is a register. */
export function useSample(enabled: boolean): SampleAnswer | null {
  const queries = useQueryClient();
  const sample = useQuery({
    queryKey: ["sample"],
    queryFn: () => fetchAnswer<SampleAnswer>(apiPaths.sample),
    enabled,
    refetchInterval: ({ state }) => (state.data?.state === "filling" ? 500 : false),
  });
  const state = sample.data?.state;
  const before = useRef(state);
  useEffect(() => {
    // What was shown of the register is of before.
    if (before.current === "filling" && state !== "filling")
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "sample" });
    before.current = state;
  }, [state, queries]);
  return sample.data ?? null;
}
