import { functionsOf, isTest, type Offence, type SourceFile } from "./source-files.ts";

/** Lines of a file and of a function beyond which it must be parted. Generated files and data are not counted. */
export const sizeLimits = { file: 400, testFile: 700, function: 80 } as const;

/** Files and functions that have grown too long to be read at one sitting. */
export function oversized(files: readonly SourceFile[]): readonly Offence[] {
  return files.flatMap((file) => [...longFile(file), ...longFunctions(file)]);
}

function longFile(file: SourceFile): readonly Offence[] {
  const lines = file.text.split("\n").length - 1;
  const most = isTest(file.path) || file.path.startsWith("tests/") ? sizeLimits.testFile : sizeLimits.file;
  return lines > most
    ? [{ where: file.path, what: `${lines} lines, at most ${most}: part it by what it does` }]
    : [];
}

function longFunctions(file: SourceFile): readonly Offence[] {
  // A describe() block of a test is a function only in form.
  if (isTest(file.path) || file.path.startsWith("tests/")) return [];
  return functionsOf(file)
    .filter((found) => found.lines > sizeLimits.function)
    .map((found) => ({
      where: `${file.path}:${found.line}`,
      what: `function ${found.name} has ${found.lines} lines, at most ${sizeLimits.function}: name its steps`,
    }));
}
