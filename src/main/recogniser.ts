import type { NativeRecogniser } from "../intake/scan/native-recogniser.ts";
import type { World } from "./world.ts";

/** Settings of this machine that Tesseract needs to find itself and its data; nothing else of the environment is its business. */
const passedOn = ["PATH", "TESSDATA_PREFIX", "SystemRoot", "LD_LIBRARY_PATH"];

/** What reads letters off pictures on this machine: Tesseract with its Vietnamese data, or null. */
export async function findRecogniser(world: World): Promise<NativeRecogniser | null> {
  const { nativeRecogniser } = await import("../intake/scan/native-recogniser.ts");
  const environment = Object.fromEntries(
    passedOn.flatMap((name) => {
      const value = world.environment[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return nativeRecogniser({ program: "tesseract", environment });
}
