import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import { gunzipSync } from "node:zlib";
import { tiffPages } from "./tiff-pages.ts";
import type { WasmAnswer, WasmRequest } from "./wasm-recogniser.ts";

// A thread that reads letters with Tesseract compiled to WebAssembly: for machines without the program.

/** What is used of the package, which has no types of its own. */
interface Core {
  readonly FS: { readonly writeFile: (path: string, content: Uint8Array) => void };
  readonly TessBaseAPI: new () => {
    /** Gives 0 when the data was loaded; 1: by the neural network alone. */
    Init(folder: string, language: string, mode: number): number;
    SetPageSegMode(mode: number): void;
    SetVariable(name: string, value: string): void;
    /** Takes the picture in the file "/input"; gives 0 when it could. */
    SetImageFile(): number;
    Recognize(monitor: null): number;
    GetHOCRText(page: number): string;
  };
}

const require = createRequire(import.meta.url);

async function start() {
  // The package is a function that gives this; its documentation names the parts used here.
  const load = require("tesseract.js-core/tesseract-core-simd-lstm") as (options: object) => Promise<Core>;
  const core = await load({ print: () => undefined, printErr: () => undefined });
  const data = require.resolve("@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz");
  core.FS.writeFile("/vie.traineddata", gunzipSync(readFileSync(data)));
  const api = new core.TessBaseAPI();
  if (api.Init("/", "vie", 1) !== 0) throw new Error("the Vietnamese data was not taken");
  // One block of text a picture, as the native program is told.
  api.SetPageSegMode(6);
  return { core, api };
}

const ready = start();

async function recognise(tiff: Uint8Array): Promise<string> {
  const { core, api } = await ready;
  const pages = tiffPages(tiff);
  if (pages === null) throw new Error("no pictures");
  const written = pages.map(({ width, height, strips, dotsPerInch }, at) => {
    const head = Buffer.from(`P5 ${width} ${height} 255\n`);
    core.FS.writeFile("/input", Buffer.concat([head, ...strips.map(({ data }) => data)]));
    if (api.SetImageFile() !== 0) throw new Error("a picture was not taken");
    api.SetVariable("user_defined_dpi", String(Math.round(dotsPerInch ?? 200)));
    if (api.Recognize(null) !== 0) throw new Error("a picture was not read");
    return api.GetHOCRText(at);
  });
  return written.join("\n");
}

parentPort?.on("message", ({ tiff }: WasmRequest) => {
  const tell = (answer: WasmAnswer) => parentPort?.postMessage(answer);
  recognise(tiff).then(
    (hocr) => tell({ hocr }),
    (error: unknown) => tell({ reason: error instanceof Error ? error.message : String(error) }),
  );
});
