import { describe, expect, it } from "vitest";
import { findMarkInReadings } from "../../domain/document/secrecy.ts";
import {
  type DrawnSheet,
  drawnFirstPage,
  machineRecogniser,
  recogniserName,
  type StampStyle,
} from "./drawn-scan.fixture.ts";
import { preparePicture, wordsRead } from "./read-picture.ts";
import { promptReader } from "./strip-reader.fixture.ts";

async function markOn(
  sheet: DrawnSheet,
  style: { degrees?: number; noise?: number } = {},
): Promise<string | null> {
  if (machineRecogniser === null) throw new Error("no recogniser");
  const { headReadings } = await wordsRead(
    preparePicture(sheet.picture({ degrees: 0.6, ...style }), 1),
    promptReader(machineRecogniser),
  );
  return findMarkInReadings(headReadings)?.mark ?? null;
}

const red = "#d01818";

describe.skipIf(machineRecogniser === null)(
  `marks on the head of a scan${recogniserName}`,
  { timeout: 60_000 },
  () => {
    it.each<[string, StampStyle, string]>([
      ["MẬT", { colour: red, degrees: -7 }, "a red stamp put on askew"],
      ["MẬT", { colour: red, degrees: 12, strength: 0.45 }, "a worn red stamp, more askew"],
      ["MẬT", { colour: "#101010", degrees: 4 }, "a stamp of a black and white copy"],
      ["MẬT", { colour: "#101010", framed: false, size: 14 }, "a mark printed with the head"],
      ["MẬT", { colour: "#101010", strength: 0.3 }, "a faint copy of a stamp"],
      ["TỐI MẬT", { colour: red, degrees: 3 }, "the second degree"],
      ["TỐI MẬT", { colour: "#202020", degrees: -9, size: 13 }, "the same, black and small"],
      ["TUYỆT MẬT", { colour: red, degrees: -4 }, "the third degree"],
      ["TUYỆT MẬT", { colour: "#303030", degrees: 8, strength: 0.7 }, "the same, black"],
    ])("%s %j is found: %s", async (mark, style) => {
      expect(await markOn(drawnFirstPage().stamp(150, 143, mark, style))).toBe(mark);
    });

    it("is found on a page that was scanned upside down", async () => {
      const picture = drawnFirstPage().stamp(150, 143, "MẬT", { colour: red }).picture({ quarters: 2 });
      if (machineRecogniser === null) throw new Error("no recogniser");
      const { headReadings } = await wordsRead(preparePicture(picture, 1), promptReader(machineRecogniser));
      expect(findMarkInReadings(headReadings)?.mark).toBe("MẬT");
    });

    it("is not seen where there is none: a plain head, an urgent one, one that speaks of secrets", async () => {
      expect(await markOn(drawnFirstPage())).toBeNull();
      expect(
        await markOn(drawnFirstPage().stamp(150, 143, "HỎA TỐC", { colour: red, degrees: 5 })),
      ).toBeNull();
      const subject = drawnFirstPage().text(297, 196, "và công tác bảo vệ bí mật nhà nước ở các xã", {
        bold: true,
        align: "center",
      });
      expect(await markOn(subject)).toBeNull();
    });
  },
);
