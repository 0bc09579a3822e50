import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** True while the page is being printed: then every row is laid out, also those a screen would not show. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes its picture right after this event, so the change must be on the page when it returns.
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);
  return printing;
}

/**
 * Prints lists that come page by page: paper has no further pages to ask for, so what is missing is loaded first, and the
 * browser is asked to print when all of it is laid out. A page that fails ends it; the list says why.
 */
export function usePrintWhole<Page>(lists: readonly UseInfiniteQueryResult<InfiniteData<Page>>[]): {
  readonly loading: boolean;
  readonly print: () => Promise<void>;
} {
  const [loading, setLoading] = useState(false);
  const [whole, setWhole] = useState<number | null>(null);
  const shown = pagesIn(lists);
  useEffect(() => {
    if (whole === null || shown < whole) return;
    setWhole(null);
    window.print();
  }, [whole, shown]);
  const print = async () => {
    setLoading(true);
    const loaded = await Promise.all(lists.map(loadWhole));
    setLoading(false);
    if (!loaded.some(({ isError }) => isError)) setWhole(pagesIn(loaded));
  };
  return { loading, print };
}

async function loadWhole<Page>(list: UseInfiniteQueryResult<InfiniteData<Page>>) {
  let page = list;
  while (page.hasNextPage && !page.isError) page = await page.fetchNextPage();
  return page;
}

function pagesIn<Page>(lists: readonly UseInfiniteQueryResult<InfiniteData<Page>>[]): number {
  return lists.reduce((sum, { data }) => sum + (data?.pages.length ?? 0), 0);
}
