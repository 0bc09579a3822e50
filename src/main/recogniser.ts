import type { NativeRecogniser } from "../intake/scan/native-recogniser.ts";
import type { World } from "./world.ts";

/** Settings of this machine that Tesseract needs to find itself and its data; nothing else of the environment is its business. */
const passedOn = ["PATH", "TESSDATA_PREFIX", "SystemRoot", "LD_LIBRARY_PATH"];

/**
 * What reads letters off pictures on this machine: Tesseract with its Vietnamese data, else the one that comes with the
 * program and is slower, else null.
 */
export async function findRecogniser(world: World): Promise<NativeRecogniser | null> {
  const { native, wasm } = await waysToRecognise(world);
  return (await native()) ?? wasm();
}

/** Which of them this machine has: the program of the machine, the one that comes along, or none. */
export async function recogniserOf(world: World): Promise<"machine" | "own" | "none"> {
  const { native, wasm } = await waysToRecognise(world);
  if (await native()) return "machine";
  const own = wasm();
  own?.close();
  return own ? "own" : "none";
}

async function waysToRecognise(world: World) {
  const [{ nativeRecogniser }, { wasmRecogniser }] = await Promise.all([
    import("../intake/scan/native-recogniser.ts"),
    import("../intake/scan/wasm-recogniser.ts"),
  ]);
  const environment = Object.fromEntries(
    passedOn.flatMap((name) => {
      const value = world.environment[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return {
    native: () => nativeRecogniser({ program: "tesseract", environment }),
    wasm: () => wasmRecogniser(),
  };
}
