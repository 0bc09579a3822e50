import { foldedKey } from "../../domain/text/fold.ts";

/** Words that a date may have or lack without meaning anything else. */
const silentWords = new Set(["ngay", "thang", "nam", "trong"]);

/** True when what was understood says no more than what is written: "Trong tháng 5/2026", "tháng 05/2026". */
export function saysTheSame(written: string, understood: string): boolean {
  return telling(written) === telling(understood);
}

function telling(text: string): string {
  return foldedKey(text)
    .split(" ")
    .filter((word) => !silentWords.has(word))
    .map((word) => word.replace(/^0+(?=\d)/, ""))
    .join(" ");
}
