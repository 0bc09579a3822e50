import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AgreementAnswer } from "../../../contract/agreement.ts";
import { apiPaths, pathTo } from "../../../contract/paths.ts";
import type { Failure } from "../../../domain/basics/result.ts";
import { ask, fetchAnswer } from "../../api.ts";

/** The life of an agreement. */
export function useAgreement(id: string) {
  return useQuery({
    queryKey: ["agreement", id],
    queryFn: () => fetchAnswer<AgreementAnswer>(pathTo(apiPaths.agreement, { id })),
    staleTime: 1000,
  });
}

/** Writes something of an agreement: each writing answers with its life as it then stands. */
export function useAgreementWriting(id: string) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const write = async (
    method: "POST" | "PUT" | "DELETE",
    path: string,
    body?: unknown,
  ): Promise<AgreementAnswer | null> => {
    setBusy(true);
    const answer = await ask<AgreementAnswer>(method, path, body);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return null;
    queries.setQueryData(["agreement", id], answer.value);
    // Lists show the status, the page of the record its history.
    await queries.invalidateQueries({ queryKey: ["records"] });
    return answer.value;
  };
  return { busy, failure, write };
}
