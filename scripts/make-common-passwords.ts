// Writes data/common-passwords.txt anew from the list of @zxcvbn-ts/language-common: folded, without what the rule of
// passwords refuses by itself (digits alone), each once, in order of letters.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { dictionary } from "@zxcvbn-ts/language-common";

const kept = new Set(
  dictionary["passwords-common"]
    .map((word) => String(word).toLowerCase())
    .filter((word) => /^[a-z0-9]{4,}$/.test(word) && !/^\d+$/.test(word)),
);
const head =
  "# Common passwords after @zxcvbn-ts/language-common (MIT); written by scripts/make-common-passwords.ts\n";
writeFileSync(
  join(import.meta.dirname, "../data/common-passwords.txt"),
  `${head}${[...kept].sort().join("\n")}\n`,
);
console.log(`${kept.size} passwords`);
