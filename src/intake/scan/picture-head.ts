/** What the head of a picture file says, read before anything is decoded. */
export interface PictureHead {
  readonly width: number;
  readonly height: number;
  /** As the file says it when that makes a sheet of paper, else so that the picture is a sheet of A4. */
  readonly dotsPerInch: number;
}

/** A sheet of paper is between these (inches) on its longer side: a receipt to A3. */
const shortestSheet = 5;
const longestSheet = 18;
const longerSideOfA4 = 11.69;

/** The head of a JPEG (ITU-T T.81) or PNG (ISO/IEC 15948) file; null when it is none or damaged. */
export function pictureHead(bytes: Uint8Array): PictureHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return bytes[0] === 0x89 ? pngHead(view) : jpegHead(view);
  } catch (error) {
    // A place outside the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function headOf(width: number, height: number, told: number): PictureHead | null {
  if (width === 0 || height === 0) return null;
  const longer = Math.max(width, height);
  const isSheet = told > 0 && longer / told >= shortestSheet && longer / told <= longestSheet;
  return { width, height, dotsPerInch: isSheet ? told : longer / longerSideOfA4 };
}

function pngHead(view: DataView): PictureHead | null {
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  let told = 0;
  for (let at = 8; at + 8 < view.byteLength; ) {
    const length = view.getUint32(at);
    const name = view.getUint32(at + 4);
    // pHYs: points per metre.
    if (name === 0x70485973 && view.getUint8(at + 16) === 1) told = view.getUint32(at + 8) * 0.0254;
    // IDAT: what follows is the picture.
    if (name === 0x49444154) break;
    at += 12 + length;
  }
  return headOf(width, height, told);
}

/** Marks of a frame in which the size stands: all of SOF but the tables DHT, JPG and DAC. */
const isFrame = (mark: number): boolean => mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark);

function jpegHead(view: DataView): PictureHead | null {
  let told = 0;
  for (let at = 2; at + 4 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const mark = view.getUint8(at + 1);
    if (mark === 0xff) {
      at++;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (isFrame(mark)) return headOf(view.getUint16(at + 7), view.getUint16(at + 5), told);
    if (mark === 0xe0 && view.getUint32(at + 4) === 0x4a464946) {
      const unit = view.getUint8(at + 11);
      told = unit === 0 ? 0 : view.getUint16(at + 12) * (unit === 2 ? 2.54 : 1);
    }
    at += 2 + length;
  }
  return null;
}
