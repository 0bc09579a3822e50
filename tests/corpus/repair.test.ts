import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scoreRepair } from "../../scripts/repair-model/score.ts";
import { repairText } from "../../src/domain/text/repair.ts";
import { readRepairModel } from "../../src/main/repair.ts";

/** Real documents, beside the checkout where they may be had. */
const shared = join(import.meta.dirname, "../../../shared");
const documents = join(shared, "documents");
const textsOf = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(".txt"))
        .map((file) => join(folder, file))
    : [];
const texts = [...textsOf(documents), ...textsOf(join(documents, "others"))];

describe.skipIf(texts.length === 0)("repair of real documents", () => {
  const model = readRepairModel(join(import.meta.dirname, "../.."));

  it.each(texts.filter((file) => !file.endsWith(".ocr.txt")))("leaves %s as it is, byte for byte", (file) => {
    const text = readFileSync(file, "utf8");
    expect(repairText(model, text).text).toBe(text);
  });

  it("restores the damaged notice", () => {
    const [truth, damaged] = [
      readFileSync(join(shared, "gold", "restored-tb-2025-06-13.txt"), "utf8"),
      readFileSync(join(documents, "tb-2025-06-13.ocr.txt"), "utf8"),
    ];
    const score = scoreRepair(truth, damaged, repairText(model, damaged));
    expect(score.rightAfter / score.words).toBeGreaterThan(0.97);
    expect(score.wrongAndSure / score.words).toBeLessThan(0.01);
  });
});
