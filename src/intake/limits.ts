import { fail, type Result } from "../domain/basics/result.ts";

/** What reading one file may cost. Beyond it the file is refused with a failure that says which limit it met. */
export interface ReadingLimits {
  /** Bytes of the file. */
  readonly fileBytes: number;
  /** Pages or sheets of the document. */
  readonly pages: number;
  /** Wall time for one file, in milliseconds. */
  readonly milliseconds: number;
  /** Wall time of LibreOffice for one file, in milliseconds. */
  readonly conversionMilliseconds: number;
  /** Resident memory of the reading process, in bytes. */
  readonly residentBytes: number;
  /** Of that, JavaScript objects, in megabytes; set below the former so that the clearer of the two limits acts first. */
  readonly heapMegabytes: number;
}

/**
 * 200 MB holds a scanned record of 1,000 pages; the longest decision with annexes that offices exchange has some
 * hundred pages and is read in seconds. 1.5 GB is a quarter of the smallest server worth using.
 */
export const readingLimits: ReadingLimits = {
  fileBytes: 200_000_000,
  pages: 5000,
  milliseconds: 120_000,
  conversionMilliseconds: 90_000,
  residentBytes: 1_500_000_000,
  heapMegabytes: 1100,
};

/** The failure `file.too-large` ({ megabytes, limit }) for a file of so many bytes, or null when it may be read. */
export function refuseTooLarge(bytes: number, most: number): Result<never> | null {
  return bytes > most
    ? fail("file.too-large", { megabytes: Math.ceil(bytes / 1e6), limit: Math.floor(most / 1e6) })
    : null;
}
