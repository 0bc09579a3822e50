import { expect, it } from "vitest";
import { buildCompoundFile } from "./compound-file-fixture.ts";
import { refuseOldWorkbook } from "./old-workbook.ts";

/** A stream of records: code, and the length of what follows. */
function workbook(...records: readonly (readonly [code: number, length: number])[]): Uint8Array {
  const bytes = Buffer.alloc(4096);
  let at = 0;
  for (const [code, length] of records) {
    bytes.writeUInt16LE(code, at);
    bytes.writeUInt16LE(length, at + 2);
    at += 4 + length;
  }
  return buildCompoundFile(["Workbook"], { Workbook: bytes });
}

const cases: readonly [string, Uint8Array, string | null][] = [
  ["whole", workbook([0x0809, 16], [0x0042, 2]), null],
  ["locked by a password", workbook([0x0809, 16], [0x002f, 54]), "file.encrypted"],
  ["an empty stream", buildCompoundFile(["Workbook"]), "file.damaged"],
  ["other bytes", workbook([0x1234, 16]), "file.damaged"],
  ["without its stream", buildCompoundFile(["Sheet"]), "file.damaged"],
];
it.each(cases)("an old workbook: %s", (_what, bytes, expected) => {
  const refused = refuseOldWorkbook(bytes);
  expect(refused && !refused.ok ? refused.failure.code : null).toBe(expected);
});
