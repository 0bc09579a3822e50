import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { realGazetteer } from "../../tests/support/gazetteer.ts";
import { singleSpaced } from "../domain/text/fold.ts";
import { startReading } from "../intake/read-file.ts";
import { readDocuments } from "./read-document.ts";

const damaged = readFileSync(
  join(import.meta.dirname, "../../tests/corpus/damaged/cv-dak-lak.ocr.txt"),
  "utf8",
);
const clean = readFileSync(join(import.meta.dirname, "../../tests/corpus/damaged/cv-dak-lak.txt"), "utf8");

describe("reading a damaged file", () => {
  const reading = startReading();
  const gazetteer = realGazetteer();
  const folder = mkdtempSync(join(tmpdir(), "sauro-damaged-file-"));
  afterAll(() => {
    reading.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const read = (text: string) => {
    const path = join(folder, "file.txt");
    writeFileSync(path, text);
    return readDocuments([{ path, name: "file.txt" }], { reading, gazetteer });
  };

  it("says that it is damaged, and how much of it", async () => {
    const { documents } = await read(damaged);
    const [document] = documents;
    expect(document?.output.damaged?.blocks).toBeGreaterThan(15);
    expect(document?.notices.map(({ code }) => code)).toEqual(["damagedText"]);
  });

  it("shows the source as it was written", async () => {
    const { documents } = await read(damaged);
    const texts = documents[0]?.blocks.map((block) => (block.kind === "paragraph" ? block.text : "")) ?? [];
    const whole = singleSpaced(damaged);
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => !whole.includes(text))).toEqual([]);
  });

  it("says nothing of the kind of a clean one", async () => {
    const { documents } = await read(clean);
    expect(documents[0]?.output).not.toHaveProperty("damaged");
    expect(documents[0]?.notices).toEqual([]);
  });

  it.each(["MAT", "TOI MAT", "TUYET MAT"])(
    "refuses it when the mark of secrecy lost its accents too: %s",
    async (mark) => {
      const { documents, unread } = await read(damaged.replace("TINH DAK LAK", `TINH DAK LAK\n\n${mark}`));
      expect(documents).toEqual([]);
      expect(unread.map(({ failure }) => failure.code)).toEqual(["secrecy.marked"]);
    },
  );
});
