/** How far the reading of a scan is. Instants are milliseconds since 1970. */
export interface ScanReading {
  /** Pages to be read off pictures, and those that were. */
  readonly pages: number;
  readonly pagesRead: number;
  /** When reading began (last), and how many pages were read by then; null before. */
  readonly begunAt: number | null;
  readonly begunPages: number;
  /** When the last page was read; null before the first. */
  readonly pageAt: number | null;
}

/**
 * Pages a minute since reading began, over the time to the last page, so that it falls not while one page is waited for;
 * null as long as none was read.
 */
export function pagesAMinute({ pagesRead, begunAt, begunPages, pageAt }: ScanReading): number | null {
  const read = pagesRead - begunPages;
  if (begunAt === null || pageAt === null || read <= 0 || pageAt <= begunAt) return null;
  return (read * 60_000) / (pageAt - begunAt);
}

/** Seconds until so many pages are read at a pace, at least one; null when the pace is not known. */
export function secondsLeft(pages: number, perMinute: number | null): number | null {
  return perMinute === null || perMinute <= 0 ? null : Math.max(1, Math.ceil((pages * 60) / perMinute));
}
