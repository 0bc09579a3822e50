import { describe, expect, it } from "vitest";
import type { Recogniser } from "./recogniser.ts";
import { stripReader } from "./strip-reader.ts";
import type { Strip } from "./tiff.ts";

/** A strip that is told by its width. */
const strip = (width: number): Strip => ({ width, height: 1, gray: new Uint8Array(width) });

/** The widths of the pages of a TIFF file as `writeTiff` lays them out. */
function widthsOf(tiff: Uint8Array): readonly number[] {
  const view = new DataView(tiff.buffer, tiff.byteOffset);
  const widths: number[] = [];
  for (let at = view.getUint32(4, true); at !== 0; ) {
    const entries = view.getUint16(at, true);
    widths.push(view.getUint32(at + 2 + 8, true));
    at = view.getUint32(at + 2 + 12 * entries, true);
  }
  return widths;
}

/** Answers each strip with its width; calls are told and answered when `answer` is called, or fail with a strip so wide. */
function recogniser(atATime: number, faultyWidth = 0) {
  const calls: (readonly number[])[] = [];
  const answers: (() => void)[] = [];
  const given: Recogniser = {
    atATime,
    recognise: (tiff) => {
      const widths = widthsOf(tiff);
      calls.push(widths);
      return new Promise((resolve, reject) => {
        answers.push(() =>
          widths.includes(faultyWidth)
            ? reject(new Error("ended"))
            : resolve(
                widths
                  .map(
                    (width) =>
                      `<div class='ocr_page'><span class='ocr_line' title='bbox 0 0 9 9'>\n<span class='ocrx_word' title='bbox 0 0 9 9; x_wconf 90'>${width}</span></span></div>`,
                  )
                  .join("\n"),
              ),
        );
      });
    },
  };
  const answer = async (): Promise<void> => {
    answers.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { given, calls, answer };
}

const texts = (words: Promise<readonly (readonly { text: string }[])[]>) =>
  words.then((strips) => strips.map((strip) => strip.map(({ text }) => text).join(" ")));

describe("parts of pages read together", () => {
  it("reads what waits with what comes next, and tells each its own", async () => {
    const { given, calls, answer } = recogniser(2);
    const reader = stripReader(given);
    const later = [reader.readLater([strip(3)], 200), reader.readLater([strip(4), strip(5)], 300)];
    expect(calls).toEqual([]);
    const now = reader.read([strip(7)], 200);
    expect(calls).toEqual([[7, 3, 4, 5]]);
    await answer();
    expect(await Promise.all([now, ...later].map(texts))).toEqual([["7"], ["3"], ["4", "5"]]);
  });

  it("reads what still waits when nothing more comes, no more at a time than the recogniser takes", async () => {
    const { given, calls, answer } = recogniser(1);
    const reader = stripReader(given);
    const words = [reader.read([strip(2)], 200), reader.readLater([strip(3)], 200)];
    reader.end();
    words.push(reader.readLater([strip(4)], 200));
    expect(calls).toEqual([[2]]);
    await answer();
    expect(calls).toEqual([[2], [3]]);
    await answer();
    await answer();
    expect(await Promise.all(words.map(texts))).toEqual([["2"], ["3"], ["4"]]);
  });

  it("reads each by itself when reading them together fails", async () => {
    const { given, calls, answer } = recogniser(1, 3);
    const reader = stripReader(given);
    const later = reader.readLater([strip(3)], 200);
    const now = reader.read([strip(7)], 200);
    const fails = expect(later).rejects.toThrow("ended");
    await answer();
    await answer();
    await answer();
    expect(await texts(now)).toEqual(["7"]);
    await fails;
    expect(calls).toEqual([[7, 3], [7], [3]]);
  });

  it("waits for its turn", async () => {
    const { given, answer } = recogniser(1);
    const reader = stripReader(given);
    await reader.turn();
    void reader.read([strip(2)], 200);
    let isFree = false;
    const turn = reader.turn().then(() => {
      isFree = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isFree).toBe(false);
    await answer();
    await turn;
  });

  it("asks nobody to read nothing", async () => {
    const { given, calls } = recogniser(1);
    expect(await stripReader(given).read([], 200)).toEqual([]);
    expect(calls).toEqual([]);
  });
});
