import { existsSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where the installers of LibreOffice put it when they put it on no search path. */
const usualPlaces = [
  "/usr/lib/libreoffice/program/soffice",
  "/opt/libreoffice/program/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];

/**
 * The program file of LibreOffice, absolute, or null when this machine has none. `searchPath` is the PATH of the
 * environment.
 */
export function findOffice(searchPath: string): string | null {
  const onPath = searchPath
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => [join(folder, "soffice"), join(folder, "soffice.exe")]);
  const found = [...onPath, ...usualPlaces].find((path) => existsSync(path));
  return found === undefined ? null : realpathSync(found);
}
