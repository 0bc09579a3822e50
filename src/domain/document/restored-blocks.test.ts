import { expect, test } from "vitest";
import { type Channel, sight } from "../text/repair-channel.ts";
import { countStretch, emptyGrams } from "../text/repair-grams.ts";
import { repairModelOf } from "../text/repair-model.ts";
import { paragraphAt, paragraphsOf } from "./block.ts";
import { nowhere } from "./place.ts";
import { restoredBlocks, restoredHead } from "./restored-blocks.ts";
import { restoredOffset } from "./restored-text.ts";

/** Knows one sentence, and how the letters of its words are seen. */
function smallModel() {
  const sentence = "đề nghị các cơ quan tiếp tục thực hiện nhiệm vụ được giao";
  const words = [...new Set(sentence.split(" "))];
  const grams = emptyGrams(words);
  countStretch(
    grams,
    sentence.split(" ").map((word) => grams.numberOf.get(word) ?? 0),
    5,
  );
  const channel: Channel = { letters: new Map(), parts: new Map(), words: new Map(), remembered: new Map() };
  for (const letter of sentence.replaceAll(" ", ""))
    sight(channel.letters, letter, letter.normalize("NFD").charAt(0).replace("đ", "d"), 5);
  return repairModelOf(grams, channel);
}

const damaged = "Dé nghi cac co quan tiép tuc thyc hién nhiém vu duoc giao";
const clean = "Ủy ban nhân dân tỉnh giao các sở thực hiện nhiệm vụ trong kế hoạch này đúng thời hạn đã định";

test("a damaged paragraph gets what it must have read; what stands in the file stays", () => {
  const before = [clean, damaged, damaged].map((text) => paragraphAt(text, nowhere));
  const { blocks, step } = restoredBlocks(before, smallModel);
  expect([...paragraphsOf(blocks)].map(({ text, restored }) => [text, restored?.text])).toEqual([
    [clean, undefined],
    [damaged, "Đề nghị các cơ quan tiếp tục thực hiện nhiệm vụ được giao"],
    [damaged, "Đề nghị các cơ quan tiếp tục thực hiện nhiệm vụ được giao"],
  ]);
  expect(step).toMatchObject({ name: "restoredWords", in: 26, out: 26 });
  expect(restoredHead(blocks)).toBe(
    "Đề nghị các cơ quan tiếp tục thực hiện nhiệm vụ được giao Đề nghị các cơ quan tiếp tục thực hiện nhiệm vụ được giao",
  );
});

test("every changed word knows how it was written and where it stands now", () => {
  const { blocks } = restoredBlocks([paragraphAt(`${damaged}.`, nowhere)], smallModel);
  const restored = [...paragraphsOf(blocks)][0]?.restored;
  if (!restored) throw new Error("not restored");
  for (const { start, written } of restored.words) {
    const before = `${damaged}.`.indexOf(written);
    expect(restoredOffset(restored, before)).toBe(start);
  }
  expect(restored.words.map(({ written }) => written)).toContain("thyc");
  expect(restoredOffset(restored, damaged.length)).toBe(restored.text.length - 1);
});

test("a clean document stays the same, and its model is never asked for", () => {
  const blocks = [paragraphAt(clean, nowhere)];
  const never = () => {
    throw new Error("asked for");
  };
  expect(restoredBlocks(blocks, never)).toEqual({ blocks, step: null });
});
