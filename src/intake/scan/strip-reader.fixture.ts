import type { Recogniser } from "./recogniser.ts";
import { type StripReader, stripReader } from "./strip-reader.ts";

/** A reader that keeps nothing waiting, for a page by itself. */
export function promptReader(recogniser: Recogniser): StripReader {
  const reader = stripReader(recogniser);
  reader.end();
  return reader;
}
