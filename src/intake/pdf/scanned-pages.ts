import { bookStep, type LedgerStep, type Rejection } from "../../domain/basics/ledger.ts";
import type { ExtractNotice, HeadReading } from "../../domain/document/extract.ts";
import type { Page } from "../../domain/document/page.ts";
import { describePlace, onPage } from "../../domain/document/place.ts";
import { whyUnplaced } from "../../domain/language/unplaced-reasons.ts";
import { damageOf } from "../../domain/text/damage.ts";
import type { ReadingTools } from "../reading-tools.ts";
import { pictureOfImage } from "../scan/page-image.ts";
import { readScans, unasked } from "../scan/read-scans.ts";
import { openPictures } from "./page-picture.ts";
import type { PageReading } from "./read-page.ts";

/** Share of a page covered by pictures from which a page without words is taken for a scan. */
const scanShare = 0.5;
/** Making the picture of a page may take so long (ms). */
const picturePatience = 20_000;

/** Pages with what was read off their pictures in its place, and what there is to say of it. */
export interface ScannedPages {
  readonly read: readonly PageReading[];
  /** Scans that were not read. */
  readonly unread: readonly Page[];
  readonly notices: readonly ExtractNotice[];
  readonly headReadings: readonly HeadReading[];
  readonly steps: readonly LedgerStep[];
}

/**
 * Reads those pages off their pictures that need it: scans, and pages under whose text a scan lies that was read by a
 * recogniser of another language. What a page said before is booked beside what was read.
 */
export async function readScannedPages(
  bytes: Uint8Array,
  read: readonly PageReading[],
  tools: ReadingTools,
): Promise<ScannedPages> {
  const wanted = read.filter(
    ({ page }) => (page.number === 1 || !tools.headOnly) && (isScan(page) || isMisread(page)),
  );
  const scanned = read.map(({ page }) => page).filter(isScan);
  const isRead = wanted.every(({ page }) => tools.readBefore(page.number) !== null);
  const recogniser = wanted.length === 0 ? null : isRead ? unasked : await tools.recogniser(wanted.length);
  const opened = recogniser && (await openPictures(bytes, picturePatience));
  if (recogniser === null || !opened?.ok)
    return { read, unread: scanned, notices: [], headReadings: [], steps: [] };
  const pictures = opened.value;
  const numbers = wanted.map(({ page }) => page.number);
  const scans = await readScans(
    {
      numbers,
      picture: async (number) => {
        const image = await pictures.image(number);
        return image && pictureOfImage(image);
      },
    },
    recogniser,
    tools,
  ).finally(() => pictures.close());
  const noise = [...scans.read.values()].flatMap((reading) => reading.rejected);
  const words = [...scans.read.values()].reduce((sum, reading) => sum + reading.page.words.length, 0);
  const failed: Rejection[] = [...scans.failed.values()];
  const layers = wanted.filter(({ page }) => hasText(page) && scans.read.has(page.number));
  return {
    read: read.map((reading) => {
      const scan = scans.read.get(reading.page.number);
      return scan ? { ...reading, page: joined(reading.page, scan.page) } : reading;
    }),
    unread: scanned.filter((page) => !scans.read.has(page.number)),
    notices: [{ code: "recognisedPages", count: scans.read.size, place: null }],
    headReadings: [...scans.read.values()].flatMap((reading) => reading.headReadings),
    steps: [
      bookStep("pictures", numbers.length, scans.read.size, failed),
      bookStep("recognisedWords", words + noise.length, words, noise),
      ...(layers.length > 0 ? [bookStep("textLayers", layers.length, 0, layers.map(oldLayer))] : []),
    ],
  };
}

/** The text of a page whose picture was read instead, to be looked at beside what was read. */
function oldLayer({ page }: PageReading): Rejection {
  const words = page.words.filter((word) => word.origin === "text");
  return {
    what: words.map((word) => word.text).join(" "),
    where: describePlace(onPage(page.number, null)),
    why: whyUnplaced("oldTextLayer"),
  };
}

/** What was read off the picture, with the words that annotations laid over the page. */
function joined(before: Page, scan: Page): Page {
  const stamped = before.words.filter((word) => word.origin === "annotation");
  return { ...scan, pictureShare: before.pictureShare, words: [...scan.words, ...stamped] };
}

/** A page that is a picture, without words of its own. */
export function isScan(page: Page): boolean {
  return !hasText(page) && page.pictureShare >= scanShare;
}

/** Words of the page itself; stamps and signatures are laid over a scan later. */
export function hasText(page: Page): boolean {
  return page.words.some((word) => word.origin !== "annotation");
}

/** A scan whose text layer is not Vietnamese as anybody writes it. */
function isMisread(page: Page): boolean {
  if (page.pictureShare < scanShare) return false;
  const text = page.words.filter((word) => word.origin === "text").map((word) => word.text);
  const { verdict } = damageOf(text.join(" "));
  return verdict === "damaged" || verdict === "bare";
}
