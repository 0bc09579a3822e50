import { describe, expect, it } from "vitest";
import { votedFigures } from "./figure-vote.ts";
import type { RecognisedWord } from "./hocr.ts";
import type { Picture } from "./picture.ts";
import type { Recogniser } from "./recogniser.ts";
import { promptReader } from "./strip-reader.fixture.ts";
import { stripsOf } from "./strips.ts";

const picture: Picture = {
  width: 400,
  height: 600,
  dotsPerInch: 200,
  gray: new Uint8Array(400 * 600).fill(255),
  red: null,
};

/** A page of one region around one word at this height. */
function pageWith(text: string, confidence: number, top: number) {
  const area = { left: 40, top, right: 360, bottom: top + 40 };
  const regions = [{ areas: [area], letters: null }];
  const word: RecognisedWord = {
    ...{ text, confidence, left: 20, right: 70, top: 15, bottom: 40 },
    ...{ line: 1, baseline: 40, xHeight: 14 },
  };
  return {
    cut: { picture, letters: [], regions, usual: 14 },
    places: stripsOf(picture, regions, []),
    read: [[word]],
  };
}

function answering(answers: readonly string[]): Recogniser & { pictures: number } {
  const recogniser = {
    pictures: 0,
    atATime: 1,
    recognise: async (_: Uint8Array, pictures: number) => {
      recogniser.pictures = pictures;
      return answers
        .map(
          (text) =>
            `<div class='ocr_page'><span class='ocr_line' title='bbox 0 0 30 20'>
<span class='ocrx_word' title='bbox 0 0 30 20; x_wconf 80'>${text}</span></span></div>`,
        )
        .join("");
    },
  };
  return recogniser;
}

async function voted(text: string, confidence: number, top: number, answers: readonly string[]) {
  const { cut, places, read } = pageWith(text, confidence, top);
  const recogniser = answering(answers);
  const [[word] = []] = await votedFigures(cut, places, read, promptReader(recogniser));
  return { text: word?.text, confidence: word?.confidence, pictures: recogniser.pictures };
}

describe("votedFigures", () => {
  it.each([
    ["8§0", 0.6, 100, ["880", "830", "880", "8", "880"], "880", 0.6, "most renderings agree"],
    ["445", 0.9, 100, ["415", "A5", "115", "445", ""], "445", 0.9, "no majority: what was read stays"],
    ["8§0", 0.5, 100, ["ngày", "ngày", "ngày", "ngày", "ngày"], "8§0", 0.5, "words are no figures"],
  ])("%s read at %d: %s", async (text, confidence, top, answers, wanted, confident) => {
    expect(await voted(text, confidence, top, answers)).toMatchObject({
      ...{ text: wanted, confidence: confident, pictures: 5 },
    });
  });

  it.each([
    ["217", 0.96, 100, "figures that were read surely"],
    ["217", 0.6, 500, "figures of the body"],
    ["nhân", 0.6, 100, "words"],
  ])("asks for nothing: %s at %d, %d from the top: %s", async (text, confidence, top) => {
    expect(await voted(text, confidence, top, [])).toMatchObject({ text, pictures: 0 });
  });
});
