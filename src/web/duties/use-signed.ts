import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { SignedListAnswer, SignedPaperAnswer, SignedState } from "../../contract/signed.ts";
import type { Result } from "../../domain/basics/result.ts";
import { ask, fetchAnswer } from "../api.ts";
import { waitingKey } from "../messages/use-messages.ts";
import { writeQuery } from "../places.ts";
import { useDutyChanged } from "./use-duties.ts";

/** Signed documents of one state, the newest so many, of a unit or of all in sight. */
export function useSigned(state: SignedState, unit: string | undefined, limit: number) {
  return useQuery({
    queryKey: ["signed", state, unit ?? null, limit],
    queryFn: () =>
      fetchAnswer<SignedListAnswer>(apiPaths.signed + writeQuery({ state, unit, limit: String(limit) })),
    placeholderData: keepPreviousData,
    staleTime: 1000,
  });
}

/** Has everything asked anew that a match or its end may have altered. */
export function useSignedChanged(): () => Promise<unknown> {
  const queries = useQueryClient();
  const dutyChanged = useDutyChanged();
  return useCallback(
    () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["signed"] }),
        queries.invalidateQueries({ queryKey: waitingKey }),
        dutyChanged(),
      ]),
    [queries, dutyChanged],
  );
}

/** Takes back what was last done with a document, whatever its version is by now. */
export async function takeBack(id: string, path: "signedMatch" | "signedAside"): Promise<Result<unknown>> {
  const now = await ask<SignedPaperAnswer>("GET", pathTo(apiPaths.signedOne, { id }));
  if (!now.ok) return now;
  return ask("DELETE", pathTo(apiPaths[path], { id }), { version: now.value.version });
}
