import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { ProposalsAnswer } from "../../contract/change-proposal.ts";
import { apiPaths } from "../../contract/paths.ts";
import { fetchAnswer } from "../api.ts";
import { waitingKey } from "../messages/use-messages.ts";
import { type Query, writeQuery } from "../places.ts";
import { useDutyChanged } from "./use-duties.ts";

/** Obstacles and proposals, of a duty or of all units in sight. */
export function useProposals(query: Query) {
  return useQuery({
    queryKey: ["proposals", query],
    queryFn: () => fetchAnswer<ProposalsAnswer>(apiPaths.proposals + writeQuery(query)),
    placeholderData: keepPreviousData,
    staleTime: 1000,
  });
}

/** Has everything asked anew that a proposal or its decision may have altered. */
export function useProposalsChanged(): () => Promise<unknown> {
  const queries = useQueryClient();
  const dutyChanged = useDutyChanged();
  return useCallback(
    () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["proposals"] }),
        queries.invalidateQueries({ queryKey: waitingKey }),
        dutyChanged(),
      ]),
    [queries, dutyChanged],
  );
}
