import type { FileChooser, Page } from "playwright-core";

/** Keys pressed on a page, counted; after each the focus must be somewhere and be seen. */
export interface Keyboard {
  readonly press: (key: string, times?: number) => Promise<void>;
  /** Types into the field that has the focus; each letter counts as a key. */
  readonly type: (text: string) => Promise<void>;
  /** Presses Tab (or another key) until what has the focus bears this name; throws after a round of the page. */
  readonly reach: (name: string | RegExp, key?: string) => Promise<void>;
  readonly count: () => number;
}

/** What has the focus, in the words a reader of the screen would hear; null when nothing has. */
export function focusOf(page: Page): Promise<{ readonly name: string; readonly seen: boolean } | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const labels = "labels" in element && element.labels instanceof NodeList ? [...element.labels] : [];
    const name =
      element.getAttribute("aria-label") ??
      (labels.map((label) => label.textContent).join(" ") || element.textContent) ??
      "";
    const box = element.getBoundingClientRect();
    // A field inside a frame (a password with its eye, a filter with its name) is ringed by its frame.
    const around = [element, element.parentElement, element.parentElement?.parentElement];
    const ringed = around.some((one) => {
      const style = one && getComputedStyle(one);
      const outlined = style && style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0;
      return outlined || (style && Number.parseFloat(style.borderTopWidth) > 0);
    });
    const inView =
      box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < window.innerHeight && box.right > 0;
    return { name: name.trim().replace(/\s+/g, " "), seen: inView && ringed };
  });
}

/** A person without a pointer. */
export function keyboardOf(page: Page): Keyboard {
  let count = 0;
  const press = async (key: string, times = 1) => {
    for (let turn = 0; turn < times; turn++) {
      await page.keyboard.press(key);
      count++;
    }
  };
  return {
    press,
    type: async (text) => {
      await page.keyboard.type(text);
      count += text.length;
    },
    reach: async (name, key = "Tab") => {
      const seen: string[] = [];
      for (let turn = 0; turn < 150; turn++) {
        await press(key);
        const focus = await focusOf(page);
        if (focus === null) continue;
        seen.push(focus.name.slice(0, 40));
        if (!focus.seen) throw new Error(`the focus is not seen on "${focus.name}"`);
        if (typeof name === "string" ? focus.name === name : name.test(focus.name)) return;
      }
      throw new Error(`${key} never leads to ${name}; it led to ${[...new Set(seen)].join(" | ")}`);
    },
    count: () => count,
  };
}

/** The window for choosing files, opened by Enter; a browser that is busy may let one press pass. */
export async function chooserBy(page: Page, keys: Keyboard): Promise<FileChooser> {
  for (let turn = 0; turn < 3; turn++) {
    const choosing = page.waitForEvent("filechooser", { timeout: 8000 }).catch(() => null);
    await keys.press("Enter");
    const chooser = await choosing;
    if (chooser) return chooser;
  }
  throw new Error("Enter opens no window for choosing files");
}
