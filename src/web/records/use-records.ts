import { useQuery } from "@tanstack/react-query";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { RecordAnswer, RegistersAnswer, TwinsAnswer } from "../../contract/record.ts";
import type { Declaration } from "../../domain/cooperation/declaration.ts";
import { declarationOf } from "../../domain/cooperation/declarations.ts";
import { fetchAnswer } from "../api.ts";
import { usePart } from "../navigation.tsx";

/** The registers with their numbers and owners, and for whom the person enters records. */
export function useRegisters() {
  return useQuery({
    queryKey: ["records", "registers"],
    queryFn: () => fetchAnswer<RegistersAnswer>(apiPaths.registers),
    staleTime: 0,
  });
}

/** One record with its life. */
export function useRecord(register: string, id: string) {
  return useQuery({
    queryKey: ["records", register, id],
    queryFn: () => fetchAnswer<RecordAnswer>(pathTo(apiPaths.record, { register, id })),
    staleTime: 0,
  });
}

/** Records of a register that likely tell of one thing; asked only of registers that compare, by who decides. */
export function useTwins({ key, toldTwice }: Declaration, mayDecide: boolean) {
  return useQuery({
    queryKey: ["records", key, "twins"],
    queryFn: () => fetchAnswer<TwinsAnswer>(pathTo(apiPaths.recordTwins, { register: key })),
    enabled: toldTwice !== undefined && mayDecide,
    staleTime: 0,
  });
}

/** The register that the address names; null: there is none of this name. */
export function useDeclaration(): Declaration | null {
  return declarationOf(usePart("register"));
}
