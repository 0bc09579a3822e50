import { useParams, useRouter, useRouterState } from "@tanstack/react-router";
import { type AnchorHTMLAttributes, type MouseEvent, useCallback, useMemo } from "react";
import { pickQuery, readQuery } from "./places.ts";

/** Goes to a place of the application without loading the page again; `replace`: Back does not come back here. */
export function useGo(): (address: string, how?: { readonly replace?: boolean }) => void {
  const { history } = useRouter();
  return useCallback(
    (address, how) => (how?.replace ? history.replace(address) : history.push(address)),
    [history],
  );
}

/** The path of the place that is shown; follows links and the Back button. */
export function usePath(): string {
  return useRouterState({ select: (state) => state.location.pathname });
}

/** The named values behind "?" of the address shown now. `names` is a list that stays the same. */
export function useQueryOf<Name extends string>(
  names: readonly Name[],
): { readonly [name in Name]?: string } {
  const search = useRouterState({ select: (state) => state.location.searchStr });
  return useMemo(() => pickQuery(readQuery(search), names), [search, names]);
}

/** The named part of the path shown now: `id` of "/tasks/{id}". Throws where the path has no such part: a bug. */
export function usePart(name: string): string {
  const parts: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  const part = parts[name];
  if (part === undefined) throw new Error(`this place has no part ${name}`);
  return part;
}

/** A link inside the application; opens a new tab as any link does when asked to. */
export function Link({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const go = useGo();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(href);
  };
  return <a href={href} onClick={follow} {...rest} />;
}
