import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Pair } from "./align.ts";

/** How a page looks: what prints and scans of offices differ in. */
export interface Look {
  readonly font: string;
  readonly style: string;
  /** In points. */
  readonly size: number;
  /** In degrees. */
  readonly turn: number;
}

export interface Page {
  readonly lines: readonly string[];
  readonly look: Look;
}

/** Dots per inch, and what a scanner adds to a page of them. */
export interface Scan {
  readonly dots: number;
  /** Radius of the blur in dots. */
  readonly blur: number;
  /** Most that a dot's grey is off, of 255. */
  readonly noise: number;
  /** Black or white above this grey, as a fax has it; 0: greys are kept. */
  readonly fax: number;
}

/**
 * Prints pages with Chromium, scans them on paper that does not exist, and has them read by Tesseract with the model of
 * English. Needs `chromium`, `pdftoppm` (poppler) and `tesseract` with `eng`; about 2 s a page.
 */
export function printAndRead(
  pages: readonly Page[],
  scan: Scan,
  chance: () => number,
  folder: string,
): readonly Pair[] {
  mkdirSync(folder, { recursive: true });
  const [html, pdf, image] = ["page.html", "page.pdf", "page"].map((name) => join(folder, name));
  if (!html || !pdf || !image) throw new Error("no folder");
  writeHtml(html, pages);
  const browser = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-pdf-header-footer",
    `--print-to-pdf=${pdf}`,
    html,
  ];
  execFileSync("chromium", browser, { stdio: "ignore", timeout: 60_000 });
  execFileSync("pdftoppm", ["-r", String(scan.dots), "-gray", pdf, image]);
  return pages.flatMap((page, i) => {
    const file = [`${image}-${i + 1}.pgm`, `${image}-0${i + 1}.pgm`].find((name) => existsSync(name));
    if (!file) return [];
    writeFileSync(file, scanned(readFileSync(file), scan, chance));
    const read = execFileSync("tesseract", [file, "-", "-l", "eng", "--dpi", String(scan.dots)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, OMP_THREAD_LIMIT: "1" },
      timeout: 90_000,
    });
    rmSync(file);
    return [{ truth: page.lines, ocr: read.split(/\r?\n|\f/).filter((line) => line.trim() !== "") }];
  });
}

function writeHtml(file: string, pages: readonly Page[]): void {
  const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const sheets = pages.map(({ lines, look }) => {
    const style = `font-family:'${look.font}';font-size:${look.size}pt;${look.style};transform:rotate(${look.turn}deg)`;
    return `<div class=sheet style="${style}">${lines.map((line) => `<div>${escaped(line)}</div>`).join("")}</div>`;
  });
  writeFileSync(
    file,
    `<meta charset=utf-8><style>@page{size:A4;margin:20mm 15mm 15mm 22mm}body{margin:0}
.sheet{page-break-after:always;white-space:nowrap;line-height:1.35}.sheet div{min-height:1em}</style>${sheets.join("")}`,
  );
}

/** A grey picture (PGM) blurred, greyed and made noisy. */
function scanned(picture: Buffer, scan: Scan, chance: () => number): Buffer {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.toString("latin1", 0, 40));
  if (!head) throw new Error("not a grey picture");
  const [width, height] = [Number(head[1]), Number(head[2])];
  let dots = Float32Array.from(picture.subarray(head[0].length));
  dots = blurred(blurred(dots, 1, scan.blur), width, scan.blur);
  const [dark, light] = [15 + chance() * 40, 225 + chance() * 25];
  const out = Buffer.alloc(width * height);
  let seed = Math.floor(chance() * 2 ** 31) | 1;
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let k = 0; k < 3; k++) {
      seed ^= seed << 13;
      seed ^= seed >>> 17;
      seed ^= seed << 5;
      sum += (seed & 1023) / 1023;
    }
    const grey = dark + ((light - dark) * (dots[i] ?? 0)) / 255 + (sum - 1.5) * scan.noise;
    out[i] = scan.fax > 0 ? (grey > scan.fax ? 255 : 0) : Math.max(0, Math.min(255, grey));
  }
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), out]);
}

/** Five dots in a row weighed by a bell curve; `step` is 1 along a line, the width across lines. */
function blurred(dots: Float32Array<ArrayBuffer>, step: number, radius: number): Float32Array<ArrayBuffer> {
  const result = new Float32Array(dots.length);
  const [near, far] = [Math.exp(-1 / (2 * radius ** 2)), Math.exp(-4 / (2 * radius ** 2))];
  const at = (i: number) => dots[i] ?? 255;
  for (let i = 0; i < dots.length; i++)
    result[i] =
      (at(i) + near * (at(i - step) + at(i + step)) + far * (at(i - 2 * step) + at(i + 2 * step))) /
      (1 + 2 * near + 2 * far);
  return result;
}
