import { fail, type Result } from "../domain/basics/result.ts";
import { rootStream } from "./compound-file.ts";

/** Beginnings of a sheet or a workbook of BIFF5 to 8, and the record that stands first in a locked one. */
const beginning = 0x0809;
const filePass = 0x002f;
const mostRecords = 16;

/**
 * Why an old workbook is not worth opening, or null: `file.encrypted` when it is locked by a password (the record
 * "FilePass" stands among the first, MS-XLS 2.1.7.20.3), `file.damaged` ({ part }) when its stream does not begin as
 * one. LibreOffice would take such bytes for a text and give signs without meaning.
 */
export function refuseOldWorkbook(bytes: Uint8Array): Result<never> | null {
  const part = "Workbook";
  const stream = rootStream(bytes, part) ?? rootStream(bytes, "Book");
  if (!stream || stream.length < 8 || stream.readUInt16LE(0) !== beginning)
    return fail("file.damaged", { part });
  let at = 0;
  for (let i = 0; i < mostRecords && at + 4 <= stream.length; i++) {
    if (stream.readUInt16LE(at) === filePass) return fail("file.encrypted");
    at += 4 + stream.readUInt16LE(at + 2);
  }
  return null;
}
