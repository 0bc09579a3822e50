import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { LineageProposalAnswer, LineageProposalsAnswer } from "../../contract/lineage.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { isAbsorbing } from "../../domain/duty/lineage.ts";
import { ask, fetchAnswer } from "../api.ts";

const none: readonly LineageProposalAnswer[] = [];

/** Whether a confirmed link makes a finding part of the earlier task, instead of a task of its own. */
export function isJoining(kind: LineageProposalAnswer["kind"]): boolean {
  return isAbsorbing(kind);
}

/** The links proposed for a document under review; they come behind the findings and may be waited for. */
export function useLineage(id: string) {
  const queries = useQueryClient();
  const key = ["lineage", id];
  const [failure, setFailure] = useState<Failure | null>(null);
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => fetchAnswer<LineageProposalsAnswer>(pathTo(apiPaths.documentLineage, { id })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const proposals = data?.proposals ?? none;
  const settle = async (path: string, body: object) => {
    const answer = await ask<LineageProposalsAnswer>("POST", pathTo(path, { id }), body);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) queries.setQueryData(key, answer.value);
    else await queries.invalidateQueries({ queryKey: key });
  };
  return {
    failure,
    /** Rows of a unit's own plan for which a task is proposed. */
    steps: new Set(proposals.flatMap(({ finding, kind }) => (finding && kind === "step" ? [finding] : []))),
    of: (finding: string | null) => proposals.filter((one) => one.finding === finding),
    refresh: () => queries.invalidateQueries({ queryKey: key }),
    /** Takes a proposal off the screen, whatever the server is told next. */
    forget: (gone: LineageProposalAnswer) =>
      queries.setQueryData<LineageProposalsAnswer>(
        key,
        (before) => before && { proposals: before.proposals.filter((one) => one !== gone) },
      ),
    note: ({ task, kind, paper }: LineageProposalAnswer) =>
      settle(apiPaths.documentLineage, { task: task.id, kind, number: paper?.number ?? null }),
    refuseWhole: ({ task }: LineageProposalAnswer) => settle(apiPaths.documentRefusals, { task: task.id }),
  };
}

export type Lineage = ReturnType<typeof useLineage>;
