import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { useSyncExternalStore } from "react";

const moved = "sauro:moved";

/** Goes to a place of the application without loading the page again. */
export function goTo(path: string): void {
  if (path !== window.location.pathname + window.location.search + window.location.hash)
    window.history.pushState(null, "", path);
  window.dispatchEvent(new Event(moved));
  window.scrollTo(0, 0);
}

function subscribe(changed: () => void): () => void {
  window.addEventListener("popstate", changed);
  window.addEventListener(moved, changed);
  return () => {
    window.removeEventListener("popstate", changed);
    window.removeEventListener(moved, changed);
  };
}

/** The path of the place that is shown; follows links and the Back button. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname);
}

/** A link inside the application; opens a new tab as any link does when asked to. */
export function Link({ href, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(href);
  };
  return <a href={href} onClick={follow} {...rest} />;
}
