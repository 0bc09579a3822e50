/**
 * The picture of a page in shades of grey, 0 black … 255 white, row by row from the top. Coloured ink is kept apart:
 * `gray` holds the lightest of the three colours of each point, in which red and blue ink fade and black ink stays.
 */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly dotsPerInch: number;
  readonly gray: Uint8Array;
  /** How red a point is, 0…255; null when the picture has no colour. */
  readonly red: Uint8Array | null;
}

/** How the bytes of a picture stand: one byte a point, or three or four with red, green and blue first. */
export type Channels = 1 | 3 | 4;

/** Colours further apart than this are no grey. */
const colouredInk = 50;

/** Redness from which a point counts as red ink and not as the fringe that a camera gives to black letters. */
export const redInk = 60;

/** Takes a decoded picture: `channels` bytes a point. A picture without red ink comes without `red`. */
export function pictureOf(
  data: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  channels: Channels,
  dotsPerInch: number,
): Picture {
  const size = width * height;
  const gray = new Uint8Array(size);
  if (channels === 1) {
    gray.set(data.subarray(0, size));
    return { width, height, dotsPerInch, gray, red: null };
  }
  const red = new Uint8Array(size);
  let reds = 0;
  for (let i = 0, at = 0; i < size; i++, at += channels) {
    const r = data[at] ?? 0;
    const g = data[at + 1] ?? 0;
    const b = data[at + 2] ?? 0;
    if (r === g && g === b) {
      gray[i] = r;
      continue;
    }
    const lightest = Math.max(r, g, b);
    const coloured = lightest - Math.min(r, g, b) > colouredInk;
    gray[i] = coloured ? lightest : (r * 77 + g * 150 + b * 29) >> 8;
    const redness = r - Math.max(g, b);
    if (redness > 0) red[i] = redness;
    if (redness > redInk) reds++;
  }
  return { width, height, dotsPerInch, gray, red: reds * 20_000 > size ? red : null };
}

/** One bit a point, rows of whole bytes, the highest bit first; `set` says which bit is white. */
export function pictureOfBits(data: Uint8Array, width: number, height: number, dotsPerInch: number): Picture {
  const gray = new Uint8Array(width * height);
  const stride = (width + 7) >> 3;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      gray[y * width + x] = (((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) * 255;
  return { width, height, dotsPerInch, gray, red: null };
}

/** The picture turned by quarters to the right, so that text that reads upwards (1), upside down (2) … reads right. */
export function turnedQuarters(picture: Picture, quarters: number): Picture {
  const turns = ((quarters % 4) + 4) % 4;
  if (turns === 0) return picture;
  const { width, height } = picture;
  const turn = (from: Uint8Array): Uint8Array => {
    const to = new Uint8Array(from.length);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const at =
          turns === 1
            ? x * height + (height - 1 - y)
            : turns === 2
              ? (height - 1 - y) * width + (width - 1 - x)
              : (width - 1 - x) * height + y;
        to[at] = from[y * width + x] ?? 255;
      }
    return to;
  };
  const onItsSide = turns % 2 === 1;
  return {
    ...picture,
    width: onItsSide ? height : width,
    height: onItsSide ? width : height,
    gray: turn(picture.gray),
    red: picture.red && turn(picture.red),
  };
}

/** The picture turned about its middle by a small angle (radians, clockwise positive) so that its lines lie level. */
export function turnedSlightly(picture: Picture, angle: number): Picture {
  return {
    ...picture,
    gray: slightly(picture.gray, picture, angle, 255),
    red: picture.red && slightly(picture.red, picture, angle, 0),
  };
}

/** Bilinear in steps of 1/256: a point of the new picture is a mean of the four around its place in the old one. */
function slightly(
  from: Uint8Array,
  { width, height }: Pick<Picture, "width" | "height">,
  angle: number,
  outside: number,
): Uint8Array {
  const to = new Uint8Array(from.length).fill(outside);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const [cx, cy] = [width / 2, height / 2];
  const stepX = Math.round(cos * 65536);
  const stepY = Math.round(sin * 65536);
  for (let y = 0; y < height; y++) {
    // The place of the first point of the row in the old picture, in 1/65536.
    let sx = Math.round((-cx * cos - (y - cy) * sin + cx) * 65536);
    let sy = Math.round((-cx * sin + (y - cy) * cos + cy) * 65536);
    for (let x = 0, at = y * width; x < width; x++, at++, sx += stepX, sy += stepY) {
      const px = sx >> 16;
      const py = sy >> 16;
      if (px < 0 || py < 0 || px >= width - 1 || py >= height - 1) continue;
      const fx = (sx >> 8) & 255;
      const fy = (sy >> 8) & 255;
      const i = py * width + px;
      // Inside by the test above.
      const top = (from[i] as number) * (256 - fx) + (from[i + 1] as number) * fx;
      const bottom = (from[i + width] as number) * (256 - fx) + (from[i + width + 1] as number) * fx;
      to[at] = (top * (256 - fy) + bottom * fy + 32768) >> 16;
    }
  }
  return to;
}
