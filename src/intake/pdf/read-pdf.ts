import { bookStep, type Rejection } from "../../domain/basics/ledger.ts";
import { fail, type Result, succeed } from "../../domain/basics/result.ts";
import type { Extract, ExtractNotice } from "../../domain/document/extract.ts";
import type { Page } from "../../domain/document/page.ts";
import { describePlace, onPage } from "../../domain/document/place.ts";
import { whyUnplaced } from "../../domain/language/unplaced-reasons.ts";
import { noTools, type ReadingTools } from "../reading-tools.ts";
import { type OpenPdf, openPdf } from "./open-pdf.ts";
import { type PageReading, readPage } from "./read-page.ts";
import { hasText, isScan, readScannedPages } from "./scanned-pages.ts";

const mostPages = 5000;
/** So many pages may use up their time or the memory before the rest of the file is left out too. */
const mostLost = 3;
/** Fonts and other shared parts are given back after so many pages, so that memory does not grow with the file. */
const pagesBetweenCleanups = 50;
/**
 * A page that takes longer than this (ms) is left out, as does opening a file: bytes changed at random can make a
 * reader work for ever.
 */
const patience = 6000;

interface PdfOptions {
  /** Time (ms) that a page may take. */
  readonly milliseconds?: number;
  readonly tools?: ReadingTools;
  /** The sender declares that the file holds no state secrets: it is taken also when its scans cannot be read. */
  readonly declaredOpen?: boolean;
}

/**
 * Reads a PDF file: words with boxes, ruling lines and annotations of every page, turned upright. Pages that are
 * scans are read off their pictures where this machine can do that.
 *
 * Scans that are not read come with no words (but those of annotations) and a notice `scannedPages`; pages that are
 * damaged or too complex are left out, booked, and told by a notice `partSkipped`. Fails with `file.encrypted`,
 * `file.damaged` (also when no page with text could be read in its time), `file.too-many-pages` {pages, most}, `file.scan-blank` {pages} when
 * no word was read off pictures and there are no others, or `file.scan` {pages} when most pages are scans and cannot be read here.
 */
export async function readPdf(
  bytes: Uint8Array,
  { milliseconds = patience, tools = noTools, declaredOpen = false }: PdfOptions = {},
): Promise<Result<Extract>> {
  const opened = await openPdf(bytes, milliseconds);
  if (!opened.ok) return opened;
  const pageCount = opened.value.document.numPages;
  if (pageCount > mostPages) {
    await opened.value.close();
    return fail("file.too-many-pages", { pages: pageCount, most: mostPages });
  }
  const drawn = await readPages(bytes, opened.value, milliseconds);
  const scanned = await readScannedPages(bytes, drawn.read, tools);
  const { read, unread: scans } = scanned;
  const { rejected } = drawn;
  const areRead = scanned.notices.some(({ code, count }) => code === "recognisedPages" && count > 0);
  const blank = [...drawn.read, ...read].every(({ page }) => page.words.length === 0);
  if (areRead && blank && !tools.headOnly) return fail("file.scan-blank", { pages: read.length });
  // Scans left over say nothing of the pages that took too long.
  if (read.length === 0 || (drawn.lost > 0 && !read.some((reading) => hasText(reading.page))))
    return fail("file.damaged");
  if (
    !declaredOpen &&
    scans.length * 2 > read.length &&
    !read.some((reading) => !isScan(reading.page) && hasText(reading.page))
  )
    return fail("file.scan", { pages: scans.length });
  const skipped: ExtractNotice[] =
    rejected.length > 0 ? [{ code: "partSkipped", count: rejected.length, place: null }] : [];
  return succeed({
    format: "pdf",
    pageCount,
    content: { kind: "pages", pages: read.map((reading) => reading.page) },
    notices: [
      ...noticesOf(read, scans),
      ...scanned.notices,
      ...skipped,
      ...read.flatMap((reading) => reading.signatures),
    ],
    ...(scanned.headReadings.length > 0 && { headReadings: scanned.headReadings }),
    steps: [bookStep("pages", pageCount, read.length, rejected), ...scanned.steps],
  });
}

interface ReadPages {
  readonly read: readonly PageReading[];
  readonly rejected: readonly Rejection[];
  /** Pages at which reading had to be begun anew. */
  readonly lost: number;
}

/** Reads page after page and closes the file. After a page that used up its time or the memory it is opened again. */
async function readPages(bytes: Uint8Array, opened: OpenPdf, milliseconds: number): Promise<ReadPages> {
  const pageCount = opened.document.numPages;
  const read: PageReading[] = [];
  const rejected: Rejection[] = [];
  let pdf: OpenPdf | null = opened;
  let lost = 0;
  for (let number = 1; number <= pageCount; number++) {
    const reading = pdf ? await readPage(pdf, number, milliseconds) : "tooComplex";
    if (typeof reading !== "string") read.push(reading);
    else
      rejected.push({
        what: `trang ${number}`,
        where: describePlace(onPage(number, null)),
        why:
          reading === "damaged"
            ? whyUnplaced("pageDamaged")
            : pdf
              ? whyUnplaced("pageTooComplex")
              : whyUnplaced("afterTooComplex"),
      });
    if (pdf && !pdf.isOpen()) {
      lost++;
      await pdf.close();
      const again: Result<OpenPdf> | null =
        lost < mostLost && number < pageCount ? await openPdf(bytes, milliseconds) : null;
      pdf = again?.ok ? again.value : null;
    }
    if (pdf && number % pagesBetweenCleanups === 0)
      await pdf.waitFor(milliseconds, pdf.document.cleanup()).catch(() => undefined);
  }
  await pdf?.close();
  return { read, rejected, lost };
}

function noticesOf(read: readonly PageReading[], scans: readonly Page[]): ExtractNotice[] {
  const annotated = read.flatMap(({ page }) => page.words.filter((word) => word.origin === "annotation"));
  const onAnnotated = read.find(({ page }) => page.words.some((word) => word.origin === "annotation"));
  const sum = (count: (reading: PageReading) => number): number =>
    read.reduce((total, reading) => total + count(reading), 0);
  const notices: ExtractNotice[] = [
    ...scans.map((page) => ({
      code: "scannedPages" as const,
      count: 1,
      place: onPage(page.number, [0, 0, page.width, page.height]),
    })),
    {
      code: "annotationText",
      count: annotated.length,
      place: onAnnotated ? onPage(onAnnotated.page.number, null) : null,
    },
    { code: "notComposed", count: sum((reading) => reading.notComposed), place: null },
    { code: "hiddenText", count: sum((reading) => reading.hidden), place: null },
    { code: "legacyFont", count: sum((reading) => reading.legacyFonts), place: null },
  ];
  return notices.filter((notice) => notice.count > 0);
}
