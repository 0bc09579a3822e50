import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

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
        writeFileSync(
          `${path}.br`,
          brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        );
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

const outDir = join(import.meta.dirname, "dist/web");

export default defineConfig({
  root: join(import.meta.dirname, "src/web"),
  plugins: [react(), packedTwins(outDir)],
  build: {
    outDir,
    emptyOutDir: true,
    target: "es2022",
    // Small files written into the page as data: are what the content policy forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
