import { afterAll, expect, it } from "vitest";
import { DrawnSheet, drawnFirstPage, machineRecogniser } from "./drawn-scan.fixture.ts";
import { preparePicture, wordsRead } from "./read-picture.ts";
import type { Recogniser } from "./recogniser.ts";
import { promptReader } from "./strip-reader.fixture.ts";
import { wasmRecogniser } from "./wasm-recogniser.ts";

const wasm = wasmRecogniser();
afterAll(() => wasm?.close());

const textOf = async (sheet: DrawnSheet, recogniser: Recogniser): Promise<readonly string[]> => {
  const { page } = await wordsRead(preparePicture(sheet.picture(), 1), promptReader(recogniser));
  return page.words.map(({ text }) => text);
};

it("reads a page without any program of the machine", async () => {
  if (wasm === null) throw new Error("the packages are installed with the program");
  const words = await textOf(drawnFirstPage(), wasm);
  for (const word of ["217/KH-UBND", "Khmer", "20/12/2026."]) expect(words).toContain(word);
});

it.skipIf(machineRecogniser === null)("reads what the program of the machine reads", async () => {
  if (wasm === null || machineRecogniser === null) throw new Error("both are needed");
  const [ours, theirs] = [
    await textOf(drawnFirstPage(), wasm),
    await textOf(drawnFirstPage(), machineRecogniser),
  ];
  const same = ours.filter((word) => theirs.includes(word)).length;
  expect(same / theirs.length).toBeGreaterThan(0.9);
});

it("gives up a page that takes too long, and reads the next", async () => {
  const hasty = wasmRecogniser(1);
  if (hasty === null) throw new Error("the packages are installed with the program");
  const sheet = new DrawnSheet().lines(85, 80, ["Giao Sở Y tế"]);
  await expect(textOf(sheet, hasty)).rejects.toThrow("took too long");
  hasty.close();
  await expect(textOf(sheet, hasty)).rejects.toThrow("ended");
});
