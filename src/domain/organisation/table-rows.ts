/** The rows of a tab-separated file of `data/` below its heading, without comments and empty lines. */
export function rowsOfTable(file: string): readonly (readonly string[])[] {
  return file
    .split("\n")
    .slice(1)
    .map((line) => line.replace(/\r$/, ""))
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}
