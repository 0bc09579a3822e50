import { bookStep } from "../../domain/basics/ledger.ts";
import { fail, type Result, succeed } from "../../domain/basics/result.ts";
import type { Extract } from "../../domain/document/extract.ts";
import { onPage } from "../../domain/document/place.ts";
import { readPdf } from "../pdf/read-pdf.ts";
import type { ReadingTools } from "../reading-tools.ts";
import { decodeImage } from "./decode-image.ts";
import { pictureOfImage } from "./page-image.ts";
import { type PictureHead, pictureHead } from "./picture-head.ts";
import { readScans, unasked } from "./read-scans.ts";
import { tiffAsPdf } from "./tiff-as-pdf.ts";
import { tiffPages } from "./tiff-pages.ts";

/** The largest picture that is decoded (points): more than any telephone takes, less than fills the memory. */
const mostPoints = 72_000_000;

interface HowToReadPicture {
  readonly tools: ReadingTools;
  /** The sender declares that the file holds no state secrets: it is taken also when it cannot be read. */
  readonly declaredOpen: boolean;
}

/**
 * Reads a photograph or scan of a page (JPEG, PNG) or the pages of a TIFF file. Fails with `file.scan` {pages} when this
 * machine cannot recognise letters, `file.scan-blank` {pages} when no word was read, `file.scan-unread` {page, reason} when the recogniser failed on the only page,
 * `file.picture-too-large` {megapoints, most}, or `file.damaged`.
 */
export async function readPictureFile(bytes: Uint8Array, how: HowToReadPicture): Promise<Result<Extract>> {
  const isTiff = (bytes[0] === 0x49 && bytes[1] === 0x49) || (bytes[0] === 0x4d && bytes[1] === 0x4d);
  if (isTiff) {
    const pages = tiffPages(bytes);
    if (pages === null) return fail("file.damaged");
    const read = await readPdf(tiffAsPdf(pages), how);
    return read.ok ? succeed({ ...read.value, format: "picture" }) : read;
  }
  const head = pictureHead(bytes);
  if (head === null) return fail("file.damaged");
  const points = head.width * head.height;
  if (points > mostPoints)
    return fail("file.picture-too-large", {
      megapoints: Math.ceil(points / 1e6),
      most: Math.floor(mostPoints / 1e6),
    });
  return readOnePicture(bytes, head, how);
}

async function readOnePicture(
  bytes: Uint8Array,
  head: PictureHead,
  { tools, declaredOpen }: HowToReadPicture,
): Promise<Result<Extract>> {
  const recogniser = tools.readBefore(1) === null ? await tools.recogniser(1) : unasked;
  if (recogniser === null) return declaredOpen ? unread(head) : fail("file.scan", { pages: 1 });
  const image = await decodeImage(bytes, head.dotsPerInch);
  if (image === null) return fail("file.damaged");
  const picture = pictureOfImage(image);
  const { read, failed } = await readScans({ numbers: [1], picture: async () => picture }, recogniser, tools);
  const page = read.get(1);
  if (!page && declaredOpen) return unread(head);
  if (!page) return fail("file.scan-unread", { page: 1, reason: failed.get(1)?.why ?? "" });
  const words = page.page.words.length;
  if (words === 0 && !tools.headOnly) return fail("file.scan-blank", { pages: 1 });
  return succeed({
    format: "picture",
    pageCount: 1,
    content: { kind: "pages", pages: [page.page] },
    notices: [{ code: "recognisedPages", count: 1, place: null }],
    headReadings: page.headReadings,
    steps: [
      bookStep("pages", 1, 1, []),
      bookStep("recognisedWords", words + page.rejected.length, words, page.rejected),
    ],
  });
}

/** A page of which nothing is known but its size. */
function unread({ width, height, dotsPerInch }: PictureHead): Result<Extract> {
  const [across, down] = [(width * 72) / dotsPerInch, (height * 72) / dotsPerInch];
  return succeed({
    format: "picture",
    pageCount: 1,
    content: {
      kind: "pages",
      pages: [{ number: 1, width: across, height: down, pictureShare: 1, words: [], rulings: [] }],
    },
    notices: [{ code: "scannedPages", count: 1, place: onPage(1, [0, 0, across, down]) }],
    steps: [bookStep("pages", 1, 1, [])],
  });
}
