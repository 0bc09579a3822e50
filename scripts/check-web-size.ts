// How much script a browser loads before the web application stands, and for each screen after that. Run by the build;
// by hand: node scripts/check-web-size.ts
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** Figures that hold for the web application, in bytes of gzip (docs/ARCHITECTURE.md). */
const most = { first: 220_000, screen: 60_000 };

export interface WebSize {
  readonly first: number;
  /** Scripts that load with their screen, largest first. */
  readonly later: readonly { readonly name: string; readonly bytes: number }[];
}

/** Weighs the scripts of a built application: what the page names and what that imports at once, and the rest. */
export function webSize(folder: string): WebSize {
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const first = new Set<string>();
  const take = (name: string) => {
    if (first.has(name)) return;
    first.add(name);
    const script = readFileSync(join(folder, "assets", name), "utf8");
    for (const [, imported] of script.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      take(imported ?? "");
  };
  for (const [, name] of page.matchAll(/assets\/([\w.-]+\.js)"/g)) take(name ?? "");
  const scripts = readdirSync(join(folder, "assets"))
    .filter((name) => name.endsWith(".js"))
    .map((name) => ({ name, bytes: gzipSync(readFileSync(join(folder, "assets", name))).length }));
  if (first.size === 0) throw new Error(`${folder}/index.html names no script; was the application built?`);
  return {
    first: scripts.filter(({ name }) => first.has(name)).reduce((sum, { bytes }) => sum + bytes, 0),
    later: scripts.filter(({ name }) => !first.has(name)).toSorted((a, b) => b.bytes - a.bytes),
  };
}

/** Says the weights; the answer is true when they are within the figures. */
export function checkWebSize(folder: string, print: (line: string) => void): boolean {
  const { first, later } = webSize(folder);
  const tooLarge = later.filter(({ bytes }) => bytes > most.screen);
  print(
    `web: first load ${kilobytes(first)} of script (most ${kilobytes(most.first)}), ${later.length} more on demand`,
  );
  if (first > most.first)
    print("web: the first load is too heavy; load with its screen what only one screen needs (React.lazy)");
  for (const { name, bytes } of tooLarge)
    print(`web: ${name} has ${kilobytes(bytes)}, a screen may have ${kilobytes(most.screen)}`);
  return first <= most.first && tooLarge.length === 0;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB gzip`;
}

if (import.meta.main) {
  const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist", "web");
  process.exitCode = checkWebSize(folder, console.log) ? 0 : 1;
}
