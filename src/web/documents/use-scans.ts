import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { ScanLine, ScansAnswer } from "../../contract/scan.ts";
import type { Failure, Result } from "../../domain/basics/result.ts";
import { ask, fetchAnswer } from "../api.ts";

/** Scans on their way into the register, and what a person does with them; each gives the failure, or null. */
export interface Scans {
  readonly scans: readonly ScanLine[];
  readonly cancel: (id: string) => Promise<Failure | null>;
  readonly declare: (id: string) => Promise<Failure | null>;
  readonly retry: (id: string, force: readonly string[]) => Promise<Failure | null>;
  readonly remove: (id: string) => Promise<Failure | null>;
}

const key = "scans";
const isUnderWay = ({ step }: ScanLine) =>
  step.kind === "checking" || step.kind === "waiting" || step.kind === "reading";

/**
 * The scans of the province, asked for again every second while one is under way: documents of the register, or signed
 * ones that units send back.
 */
export function useScans({ signed = false }: { readonly signed?: boolean } = {}): Scans {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: [key, signed],
    queryFn: () => fetchAnswer<ScansAnswer>(signed ? apiPaths.signedScans : apiPaths.scans),
    refetchInterval: ({ state }) => (state.data?.scans.some(isUnderWay) ? 1000 : false),
  });
  const scans = data?.scans ?? [];
  const over = scans.filter(({ step }) => step.kind === "done").length;
  const before = useRef(over);
  useEffect(() => {
    // A document that entered changes what is shown elsewhere.
    if (over > before.current)
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== key });
    before.current = over;
  }, [over, queries]);
  const change = async (sent: Promise<Result<unknown>>): Promise<Failure | null> => {
    const answer = await sent;
    await queries.invalidateQueries({ queryKey: [key] });
    return answer.ok ? null : answer.failure;
  };
  return {
    scans,
    cancel: (id) => change(ask("POST", pathTo(apiPaths.scanCancel, { id }))),
    declare: (id) => change(ask("POST", pathTo(apiPaths.scanDeclaration, { id }))),
    retry: (id, force) => change(ask("POST", pathTo(apiPaths.scanRetry, { id }), { force })),
    remove: (id) => change(ask("DELETE", pathTo(apiPaths.scan, { id }))),
  };
}
