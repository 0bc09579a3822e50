import type { Page } from "playwright-core";

/** What scrolling a list from its top to its end showed. */
export interface Scrolled {
  /** Different rows laid out, seen or just beyond the edges, and how often one stood where another had stood. */
  readonly seen: number;
  readonly outOfOrder: number;
  /** How many rows were wanting between two that were shown one below the other, over all frames. */
  readonly skipped: number;
  /** The highest empty band of a frame that was shown, in pixels; frames looked at; longest wait for further rows, ms. */
  readonly gap: number;
  readonly frames: number;
  readonly waited: number;
}

declare global {
  interface Window {
    proof: {
      firstRow: number;
      gap: number;
      frames: number;
      watching: boolean;
      seen: Map<string, number>;
      outOfOrder: number;
      skipped: number;
    };
  }
}

/** Runs in the page before anything else: notes when the first row is shown, and looks at every frame while told to. */
export function watchList(): void {
  const proof = {
    firstRow: 0,
    gap: 0,
    frames: 0,
    watching: false,
    seen: new Map(),
    outOfOrder: 0,
    skipped: 0,
  };
  window.proof = proof;
  const look = () => {
    requestAnimationFrame(look);
    const rows = [...document.querySelectorAll<HTMLElement>("[role=grid] [data-row]")];
    // The frame in which the row stands is shown a moment after this.
    if (rows.length > 0 && proof.firstRow === 0) setTimeout(() => (proof.firstRow ||= performance.now()), 0);
    if (rows.length === 0) proof.firstRow = 0;
    const list = document.querySelector("[role=grid] > [role=presentation]:last-child");
    const scroller = list?.closest<HTMLElement>("[data-scrolls]");
    if (!proof.watching || !list || !scroller) return;
    proof.frames++;
    const [frame, whole] = [scroller.getBoundingClientRect(), list.getBoundingClientRect()];
    const [top, bottom] = [Math.max(frame.top, whole.top), Math.min(frame.bottom, whole.bottom)];
    const laidOut = rows
      .map((row) => {
        const index = Number(row.querySelector("[aria-rowindex]")?.getAttribute("aria-rowindex"));
        return { index, key: row.dataset.row ?? "", box: row.getBoundingClientRect() };
      })
      .sort((a, b) => a.box.top - b.box.top);
    for (const { index, key } of laidOut) {
      if ((proof.seen.get(key) ?? index) !== index) proof.outOfOrder++;
      proof.seen.set(key, index);
    }
    const shown = laidOut.filter(({ box }) => box.bottom > top && box.top < bottom);
    let covered = top;
    let before = shown[0]?.index;
    for (const { index, box } of shown) {
      proof.gap = Math.max(proof.gap, box.top - covered);
      covered = Math.max(covered, box.bottom);
      if (before !== undefined && index > before + 1) proof.skipped += index - before - 1;
      before = index;
    }
    proof.gap = Math.max(proof.gap, bottom - covered);
  };
  requestAnimationFrame(look);
}

/** Marks what scrolls the list, so that every frame need not look for it. */
async function markScroller(page: Page): Promise<void> {
  await page.evaluate(() => {
    let at = document.querySelector<HTMLElement>("[role=grid]");
    while (at && !/auto|scroll/.test(getComputedStyle(at).overflowY)) at = at.parentElement;
    at?.setAttribute("data-scrolls", "");
  });
}

async function beginWatching(page: Page): Promise<void> {
  await markScroller(page);
  await page.evaluate(() => {
    Object.assign(window.proof, { gap: 0, frames: 0, outOfOrder: 0, skipped: 0, watching: true });
    window.proof.seen.clear();
    document.querySelector("[data-scrolls]")?.scrollTo(0, 0);
  });
}

async function whatWasSeen(page: Page, waited: number): Promise<Scrolled> {
  const found = await page.evaluate(() => {
    const { seen, outOfOrder, skipped, gap, frames } = window.proof;
    window.proof.watching = false;
    return { seen: seen.size, outOfOrder, skipped, gap, frames };
  });
  return { ...found, waited };
}

/** Scrolls by most of a screen, frame after frame, until `total` rows were laid out or nothing more comes for 5 seconds. */
export async function scrollInSteps(page: Page, total: number): Promise<Scrolled> {
  await beginWatching(page);
  const waited = await page.evaluate(async (all) => {
    const scroller = document.querySelector("[data-scrolls]");
    if (!scroller) throw new Error("nothing scrolls");
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let longest = 0;
    let moved = performance.now();
    while (window.proof.seen.size < all && performance.now() - moved < 5000) {
      const before = scroller.scrollTop;
      scroller.scrollBy(0, scroller.clientHeight * 0.6);
      await frame();
      await frame();
      if (scroller.scrollTop === before) continue;
      longest = Math.max(longest, performance.now() - moved);
      moved = performance.now();
    }
    return longest;
  }, total);
  return whatWasSeen(page, waited);
}

/** Flings the loaded list up and down with the wheel, then drags its bar to places far apart. */
export async function fling(page: Page): Promise<Scrolled> {
  await beginWatching(page);
  await page.mouse.move(700, 500);
  for (const way of [1, 1, 1, -1, 1, -1])
    for (let turn = 0; turn < 15; turn++) await page.mouse.wheel(0, way * 3000);
  await page.evaluate(async () => {
    const scroller = document.querySelector("[data-scrolls]");
    for (const share of [0.9, 0.1, 0.5, 0.99, 0, 0.7, 0.3]) {
      scroller?.scrollTo(0, share * scroller.scrollHeight);
      for (let frame = 0; frame < 5; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  return whatWasSeen(page, 0);
}
