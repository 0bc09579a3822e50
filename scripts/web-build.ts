// How the web application is built: by scripts/build.ts into dist/web, and by `npx vite` while working on it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import type { InlineConfig, Plugin } from "vite";

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));

const web = join(checkout, "src/web");

/**
 * Few files in place of many: each costs a browser a turn, even from its cache. What the early script needs stands
 * apart from the application, and what several screens share stands in a few files by who shares it.
 */
const chunkGroups = [
  { name: "early", tags: ["$initial" as const], test: inEarlyScript, priority: 3 },
  { name: "application", tags: ["$initial" as const], priority: 2 },
  // What the registers of cooperation are, for who opens one of them.
  {
    name: "registers",
    minShareCount: 2,
    test: /domain[\\/](?:cooperation|language[\\/]web-records)/,
    priority: 2,
  },
  { name: "shared-rules", minShareCount: 5, test: /src[\\/](?:domain|contract)[\\/]/, priority: 1 },
  { name: "shared", minShareCount: 5, test: /src[\\/]web[\\/]/, priority: 1 },
];

function inEarlyScript(id: string): boolean {
  return /src\/web\/(?:early|begun|screens|places|tasks\/task-search)\.ts$|src\/contract\/paths\.ts$|preload-helper/.test(
    id.replaceAll("\\", "/"),
  );
}

/** Vite's settings for the web application, written into `outDir`. */
export function webBuild(outDir: string) {
  return {
    root: web,
    plugins: [react(), earlyScript(), layersInOrder(), packedTwins(outDir)],
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      // Small files written into the page as data: are what the content policy forbids.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 900,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { index: join(web, "index.html"), early: join(web, "early.ts") },
        output: { codeSplitting: { groups: chunkGroups } },
      },
    },
  } satisfies InlineConfig;
}

/** Names the early script in the page before the application, which Vite would else pack into one file with it. */
function earlyScript(): Plugin {
  return {
    name: "early-script",
    transformIndexHtml(_, { bundle }) {
      const early = Object.values(bundle ?? {}).find(
        (file) => file.type === "chunk" && file.name === "early",
      );
      const src = early ? `/${early.fileName}` : "/early.ts";
      return [{ tag: "script", attrs: { type: "module", src }, injectTo: "head-prepend" as const }];
    },
  };
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
