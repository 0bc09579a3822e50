// How the web application is built: by scripts/build.ts into dist/web, and by `npx vite` while working on it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import type { InlineConfig, Plugin } from "vite";

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));

/** Vite's settings for the web application, written into `outDir`. */
export function webBuild(outDir: string) {
  return {
    root: join(checkout, "src/web"),
    plugins: [react(), layersInOrder(), packedTwins(outDir)],
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      // Small files written into the page as data: are what the content policy forbids.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 900,
      reportCompressedSize: false,
    },
  } satisfies InlineConfig;
}

/**
 * Says the order of the layers at the head of every stylesheet. The browser ranks layers as it first hears of them, and
 * the stylesheet of a part may be loaded before the main one, whose statement alone would come too late.
 */
function layersInOrder(): Plugin {
  const order = /^@layer [^{;]+;/.exec(readFileSync(join(checkout, "src/web/styles/all.css"), "utf8"))?.[0];
  if (!order) throw new Error("src/web/styles/all.css does not begin with the order of the layers.");
  return {
    name: "layers-in-order",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === "asset" && file.fileName.endsWith(".css"))
            file.source = `${order}${typeof file.source === "string" ? file.source : Buffer.from(file.source).toString("utf8")}`;
      },
    },
  };
}

/** Writes a brotli and a gzip twin beside every file that is text, so that the server packs nothing itself. */
function packedTwins(folder: string): Plugin {
  return {
    name: "packed-twins",
    apply: "build",
    closeBundle() {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|html|svg)$/.test(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        const bytes = readFileSync(path);
        const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, best));
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}
