import { describe, expect, it } from "vitest";
import type { Component } from "./components.ts";
import type { RecognisedWord } from "./hocr.ts";
import type { Picture } from "./picture.ts";
import type { Recogniser } from "./recogniser.ts";
import { around } from "./regions.ts";
import { type CutPage, secondLook } from "./second-look.ts";
import { promptReader } from "./strip-reader.fixture.ts";
import { stripsOf } from "./strips.ts";

const picture: Picture = {
  width: 300,
  height: 200,
  dotsPerInch: 200,
  gray: new Uint8Array(300 * 200).fill(255),
  red: null,
};

/** Letters 16 points high, side by side, standing at `bottom`. */
function line(bottom: number): readonly Component[] {
  return [20, 40, 60, 80].map((left) => ({ left, right: left + 12, top: bottom - 16, bottom, ink: 90 }));
}

const letters = [...line(50), ...line(90)];
const cut: CutPage = { picture, letters, regions: [{ areas: [around(letters)], letters }], usual: 16 };
const places = stripsOf(picture, cut.regions, letters);

function word(text: string, confidence: number, top: number, left = 14): RecognisedWord {
  const bottom = top + 16;
  return {
    ...{ text, confidence, left, right: left + 60, top, bottom },
    ...{ line: top, baseline: bottom, xHeight: 10 },
  };
}

/** A recogniser that answers each strip with one word, and counts what it was asked for. */
function answering(...answers: readonly (readonly [string, number])[]): Recogniser & { asked: number[] } {
  const asked: number[] = [];
  return {
    asked,
    atATime: 1,
    recognise: async (_, pictures) => {
      asked.push(pictures);
      return answers
        .map(
          ([text, confidence]) =>
            `<div class='ocr_page'><span class='ocr_line' title='bbox 12 12 90 28; baseline 0 0; x_size 16'>
<span class='ocrx_word' title='bbox 12 12 90 28; x_wconf ${confidence}'>${text}</span></span></div>`,
        )
        .join("");
    },
  };
}

describe("secondLook", () => {
  it("asks for nothing where the recogniser was sure", async () => {
    const recogniser = answering();
    const first = [[word("phường", 0.96, 12), word("xã", 0.9, 52)]];
    expect(await secondLook(cut, places, first, promptReader(recogniser))).toBe(first);
    expect(recogniser.asked).toEqual([]);
  });

  it("reads only the line again that it was unsure of, and takes the surer reading with its place", async () => {
    const recogniser = answering(["thôn", 95]);
    const [words] = await secondLook(
      cut,
      places,
      [[word("phường", 0.96, 12), word("thon", 0.4, 52)]],
      promptReader(recogniser),
    );
    expect(recogniser.asked).toEqual([1]);
    expect(words).toMatchObject([{ text: "phường" }, { text: "thôn", confidence: 0.95, top: 52 }]);
  });

  it.each([
    ["less sure", ["thôm", 30] as const],
    ["shorter than what was sure", ["t", 99] as const],
  ])("keeps the first reading when the second is %s", async (_, answer) => {
    const before = [word("thôn", 0.4, 52), word("xóm", 0.9, 52, 60)];
    const [words] = await secondLook(cut, places, [before], promptReader(answering(answer)));
    expect(words).toEqual(before);
  });

  it("leaves figures laid beside each other: by themselves they are read worse", async () => {
    const short: CutPage = { ...cut, regions: [{ areas: letters, letters: null }] };
    const recogniser = answering();
    await secondLook(
      short,
      stripsOf(picture, short.regions, letters),
      [[word("37,", 0.3, 12)]],
      promptReader(recogniser),
    );
    expect(recogniser.asked).toEqual([]);
  });
});
