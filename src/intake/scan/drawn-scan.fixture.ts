import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import { type NativeRecogniser, nativeRecogniser } from "./native-recogniser.ts";
import { type Picture, pictureOf } from "./picture.ts";

/** Points of the picture to an inch, and to a point of print. */
export const drawnDots = 200;
const dot = drawnDots / 72;
/** A4 in points. */
export const sheet = { width: 595, height: 842 } as const;

const files = join(
  dirname(createRequire(import.meta.url).resolve("@fontsource/be-vietnam-pro/package.json")),
  "files",
);
for (const part of ["latin-400-normal", "vietnamese-400-normal", "latin-700-normal", "vietnamese-700-normal"])
  GlobalFonts.registerFromPath(join(files, `be-vietnam-pro-${part}.woff2`), "Be Vietnam Pro");
/** The metric twin of Times New Roman where the machine has it, else a type that comes with the program. */
const typeface = GlobalFonts.has("Liberation Serif") ? "Liberation Serif" : "Be Vietnam Pro";

/** Draws on a sheet of paper in points of print, the base line of a text at `y`. */
export class DrawnSheet {
  readonly #canvas: Canvas;
  readonly #context: SKRSContext2D;

  constructor(width: number = sheet.width, height: number = sheet.height) {
    this.#canvas = createCanvas(Math.round(width * dot), Math.round(height * dot));
    this.#context = this.#canvas.getContext("2d");
    this.#context.fillStyle = "#ffffff";
    this.#context.fillRect(0, 0, this.#canvas.width, this.#canvas.height);
    this.#context.scale(dot, dot);
    this.#context.fillStyle = "#101010";
    this.#context.strokeStyle = "#101010";
  }

  text(x: number, y: number, words: string, style: TextStyle = {}): this {
    const context = this.#context;
    context.font = `${style.italic ? "italic " : ""}${style.bold ? "bold " : ""}${style.size ?? 13}px "${typeface}"`;
    context.textAlign = style.align ?? "left";
    context.fillStyle = style.colour ?? "#101010";
    context.fillText(words, x, y);
    return this;
  }

  /** Lines one under another. */
  lines(x: number, y: number, lines: readonly string[], style: TextStyle = {}): this {
    const pitch = (style.size ?? 13) * 1.35;
    lines.forEach((line, i) => void this.text(x, y + i * pitch, line, style));
    return this;
  }

  line(left: number, top: number, right: number, bottom: number, width = 0.7): this {
    this.#context.lineWidth = width;
    this.#context.beginPath();
    this.#context.moveTo(left, top);
    this.#context.lineTo(right, bottom);
    this.#context.stroke();
    return this;
  }

  /** A ruled table: the places of its lines, and what stands in its cells, row by row, lines of a cell apart. */
  table(xs: readonly number[], ys: readonly number[], rows: readonly (readonly string[][])[]): this {
    const [left = 0, top = 0] = [xs[0], ys[0]];
    for (const x of xs) this.line(x, top, x, ys.at(-1) ?? 0);
    for (const y of ys) this.line(left, y, xs.at(-1) ?? 0, y);
    rows.forEach((cells, row) => {
      cells.forEach((lines, column) => {
        this.lines((xs[column] ?? 0) + 4, (ys[row] ?? 0) + 14, lines, { size: 12 });
      });
    });
    return this;
  }

  /** A word in a frame, as a rubber stamp leaves it, turned by some degrees about its middle. */
  stamp(x: number, y: number, word: string, style: StampStyle = {}): this {
    const context = this.#context;
    const size = style.size ?? 16;
    context.save();
    context.translate(x, y);
    context.rotate(((style.degrees ?? 0) * Math.PI) / 180);
    context.font = `bold ${size}px "${typeface}"`;
    context.textAlign = "center";
    context.globalAlpha = style.strength ?? 1;
    context.fillStyle = style.colour ?? "#101010";
    context.strokeStyle = style.colour ?? "#101010";
    context.fillText(word, 0, size * 0.35);
    const half = context.measureText(word).width / 2 + 6;
    context.lineWidth = 1.4;
    if (style.framed !== false) context.strokeRect(-half, -size * 0.95, 2 * half, size * 1.7);
    context.restore();
    return this;
  }

  /** The strokes of a pen, larger than any letter. */
  signature(x: number, y: number, colour = "#101060"): this {
    const context = this.#context;
    context.strokeStyle = colour;
    context.lineWidth = 1.6;
    context.beginPath();
    context.moveTo(x, y + 30);
    context.bezierCurveTo(x + 30, y - 40, x + 45, y + 60, x + 70, y);
    context.bezierCurveTo(x + 80, y - 30, x + 20, y + 20, x + 120, y + 25);
    context.stroke();
    return this;
  }

  /** The sheet as a scanner sees it: turned by some degrees, with noise (0…255 of grey, uneven but always the same). */
  scanned({ degrees = 0, noise = 18, quarters = 0 }: ScanStyle = {}): Canvas {
    const { width, height } = this.#canvas;
    const onSide = quarters % 2 === 1;
    const canvas = createCanvas(onSide ? height : width, onSide ? width : height);
    const context = canvas.getContext("2d");
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.translate(canvas.width / 2, canvas.height / 2);
    context.rotate(((degrees + quarters * 90) * Math.PI) / 180);
    context.drawImage(this.#canvas, -width / 2, -height / 2);
    const image = context.getImageData(0, 0, canvas.width, canvas.height);
    let seed = 12345;
    for (let i = 0; i < image.data.length; i += 4) {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      const change = ((seed >> 16) % (2 * noise + 1)) - noise;
      for (let k = i; k < i + 3; k++) image.data[k] = (image.data[k] ?? 0) + change;
    }
    context.putImageData(image, 0, 0);
    return canvas;
  }

  picture(style: ScanStyle = {}): Picture {
    const canvas = this.scanned(style);
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return pictureOf(data, canvas.width, canvas.height, 4, drawnDots);
  }
}

interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: "left" | "center" | "right";
  readonly colour?: string;
}

export interface StampStyle {
  readonly size?: number;
  readonly degrees?: number;
  readonly colour?: string;
  readonly strength?: number;
  readonly framed?: boolean;
}

interface ScanStyle {
  readonly degrees?: number;
  readonly noise?: number;
  readonly quarters?: number;
}

/** A first page with the head of a document of a made-up province body, a title and two paragraphs. */
export function drawnFirstPage(): DrawnSheet {
  return new DrawnSheet()
    .text(160, 70, "ỦY BAN NHÂN DÂN", { bold: true, align: "center" })
    .text(160, 87, "TỈNH ĐỒNG THÁP", { bold: true, align: "center" })
    .line(125, 92, 195, 92)
    .text(160, 112, "Số: 217/KH-UBND", { align: "center" })
    .text(400, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { bold: true, size: 12, align: "center" })
    .text(400, 87, "Độc lập - Tự do - Hạnh phúc", { bold: true, align: "center" })
    .line(320, 92, 480, 92)
    .text(400, 112, "Đồng Tháp, ngày 06 tháng 3 năm 2026", { italic: true, align: "center" })
    .text(297, 160, "KẾ HOẠCH", { bold: true, size: 14, align: "center" })
    .text(297, 178, "Mở lớp dạy tiếng Khmer cho cán bộ xã biên giới năm 2026", {
      bold: true,
      align: "center",
    })
    .lines(85, 215, [
      "      Để cán bộ các xã giáp biên hiểu tiếng nói của người bên kia, Ủy ban nhân dân",
      "tỉnh mở các lớp dạy tiếng Khmer, mỗi lớp hai mươi lăm người, học vào chiều thứ bảy.",
      "      Sở Nội vụ chọn người học, báo cáo kết quả trước ngày 20/12/2026. Kinh phí lấy",
      "từ nguồn đào tạo đã giao cho các đơn vị trong năm.",
    ]);
}

/** The recogniser of this machine, or null; tests that need it say so by name when they are skipped. */
export const machineRecogniser: NativeRecogniser | null = await nativeRecogniser({
  program: "tesseract",
  environment: { PATH: process.env.PATH ?? "" },
});
export const recogniserName = machineRecogniser === null ? " (no Tesseract with Vietnamese: skipped)" : "";
