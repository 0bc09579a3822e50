import { useRouter, useRouterState } from "@tanstack/react-router";
import { type AnchorHTMLAttributes, type MouseEvent, useCallback } from "react";

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
