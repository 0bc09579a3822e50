import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AgreementTextRequest, AgreementTextsAnswer } from "../../../contract/agreement-text.ts";
import { apiPaths, pathTo } from "../../../contract/paths.ts";
import type { Failure } from "../../../domain/basics/result.ts";
import type { TextLanguage } from "../../../domain/cooperation/agreement/parallel-text.ts";
import { ask, fetchAnswer } from "../../api.ts";

/** The texts of an agreement by language. */
export function useTexts(id: string) {
  return useQuery({
    queryKey: ["agreement", id, "texts"],
    queryFn: () => fetchAnswer<AgreementTextsAnswer>(pathTo(apiPaths.agreementTexts, { id })),
    staleTime: 0,
  });
}

/** Writes the text of a language, or takes it out (null); each answers with all texts as they then stand. */
export function useTextWriting(id: string) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const write = async (language: TextLanguage, text: AgreementTextRequest | null): Promise<boolean> => {
    setBusy(true);
    const path = pathTo(apiPaths.agreementText, { id, language });
    const answer = await ask<AgreementTextsAnswer>(text ? "PUT" : "DELETE", path, text ?? undefined);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) queries.setQueryData(["agreement", id, "texts"], answer.value);
    return answer.ok;
  };
  return { busy, failure, write };
}
