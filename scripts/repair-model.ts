// `node scripts/repair-model.ts FOLDER [PAGES]`: builds data/repair-model.bin.gz anew. FOLDER holds the unpacked packages and
// the pages that were printed and read; what is there is not made again. Sources and licences: data/README.md.
import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { encodeRepairModel, repairModelOf } from "../src/domain/text/repair-model.ts";
import { learnChannel, type Pair, seenWords } from "./repair-model/align.ts";
import { learnGrams } from "./repair-model/learn-grams.ts";
import { chances, mixedPage, scanOf } from "./repair-model/pages.ts";
import { printAndRead } from "./repair-model/print-pages.ts";
import { softwareSentences, syllables } from "./repair-model/texts.ts";

const checkout = new URL("..", import.meta.url).pathname;
/** Packages of Debian 12 under MPL-2.0 with running text in Vietnamese. */
const packages = ["libreoffice-help-vi", "libreoffice-l10n-vi", "firefox-esr-l10n-vi", "thunderbird-l10n-vi"];
const pagesAtOnce = 6;

function unpack(folder: string): void {
  for (const name of packages) {
    const target = join(folder, name);
    if (existsSync(target)) continue;
    mkdirSync(target, { recursive: true });
    execFileSync("apt-get", ["download", name], { cwd: target, stdio: "inherit" });
    execFileSync("sh", ["-c", "dpkg-deb -x *.deb ."], { cwd: target });
  }
}

function pairs(folder: string, wanted: number, sentences: readonly string[]): readonly Pair[] {
  const file = join(folder, "pages.jsonl");
  const read = (): readonly Pair[] =>
    existsSync(file)
      ? readFileSync(file, "utf8")
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line))
      : [];
  for (let made = read().length; made < wanted; made += pagesAtOnce) {
    const chance = chances(made);
    const pages = Array.from({ length: pagesAtOnce }, () => mixedPage(sentences, syllables(), chance));
    for (const pair of printAndRead(pages, scanOf(chance), chance, join(folder, "print")))
      appendFileSync(file, `${JSON.stringify(pair)}\n`);
    console.log(`${made + pagesAtOnce} of ${wanted} pages`);
  }
  return read();
}

function main([folder, pages = "300"]: readonly string[]): void {
  if (!folder) throw new Error("node scripts/repair-model.ts FOLDER [PAGES]");
  const root = resolve(folder);
  unpack(join(root, "packages"));
  const software = softwareSentences(join(root, "packages"));
  const grams = learnGrams(software);
  const words = seenWords(pairs(root, Number(pages), software));
  const bytes = encodeRepairModel(repairModelOf(grams, learnChannel(words)));
  const packed = gzipSync(bytes, { level: 9 });
  writeFileSync(join(checkout, "data", "repair-model.bin.gz"), packed);
  console.log(
    `${software.length} sentences, ${words.length} words seen, ${bytes.length} bytes, ${packed.length} packed`,
  );
}

main(process.argv.slice(2));
