import { useQuery } from "@tanstack/react-query";
import type { SessionAnswer } from "../contract/account.ts";
import { apiPaths } from "../contract/paths.ts";
import { fetchAnswer } from "./api.ts";
import { takeArrived } from "./begun.ts";

/** Who is here and at which door; asked once and shared by all that need it. */
export function useSession() {
  return useQuery({
    queryKey: ["session"],
    queryFn: () => fetchAnswer<SessionAnswer>(apiPaths.session),
    initialData: () => takeArrived<SessionAnswer>(apiPaths.session),
  });
}

/** True when the register of a province can be opened. */
export function hasRegister(session: SessionAnswer | null): boolean {
  return session?.gate === "signedIn" && !!session.province;
}

/** Whether the person may do a thing at all, so that the screen offers it. */
export function useMay(action: SessionAnswer["may"][number]): boolean {
  return useSession().data?.may.includes(action) ?? false;
}
