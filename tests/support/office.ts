import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** LibreOffice with its part for sheets; null: it is not on this machine. */
export const officeForSheets: string | null = existsSync("/usr/lib/libreoffice/program/libsclo.so")
  ? (["/usr/bin/soffice", "/usr/bin/libreoffice"].find((path) => existsSync(path)) ?? null)
  : null;

const filters = { xlsx: "Calc MS Excel 2007 XML", xls: "MS Excel 97", ods: "calc8" } as const;

/** A workbook as LibreOffice opens and saves it, as its own kind or another. */
export function throughLibreOffice(
  workbook: Uint8Array,
  kind: keyof typeof filters = "xlsx",
): Uint8Array<ArrayBuffer> {
  const folder = mkdtempSync(join(tmpdir(), "sauro-office-"));
  try {
    writeFileSync(join(folder, "a.xlsx"), workbook);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const words = [
      "--headless",
      "--convert-to",
      `${kind}:${filters[kind]}`,
      "--outdir",
      join(folder, "saved"),
    ];
    const done = spawnSync(officeForSheets ?? "", [profile, ...words, join(folder, "a.xlsx")], {
      timeout: 90_000,
    });
    if (done.status !== 0) throw new Error(String(done.stderr));
    return new Uint8Array(readFileSync(join(folder, "saved", `a.${kind}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
