import { rootStream } from "./compound-file.ts";

const filePass = 0x002f;
const mostRecords = 16;

/**
 * Whether an old workbook (BIFF8) is locked by a password: the record "FilePass" stands among the first
 * (MS-XLS 2.1.7.20.3).
 */
export function isLockedWorkbook(bytes: Uint8Array): boolean {
  const stream = rootStream(bytes, "Workbook");
  let at = 0;
  for (let i = 0; stream && i < mostRecords && at + 4 <= stream.length; i++) {
    if (stream.readUInt16LE(at) === filePass) return true;
    at += 4 + stream.readUInt16LE(at + 2);
  }
  return false;
}
