import type { FailureCode } from "../domain/basics/result.ts";
import { fold } from "../domain/text/fold.ts";

/** Passwords that many people have, folded: lower-case letters without accents and digits. */
export type CommonPasswords = ReadonlySet<string>;

/** Reads lists of common passwords: one on a line, `#` begins a remark. Shorter ones than four signs say nothing. */
export function readCommonPasswords(...lists: readonly string[]): CommonPasswords {
  const lines = lists.flatMap((list) => list.split("\n")).map((line) => line.replace(/#.*/, ""));
  return new Set(lines.map(bare).filter((word) => word.length >= 4));
}

/**
 * Why a password is not taken, or null. Length is the rule; a password made of the person's own name is refused, and one
 * that is known from breaches or is made of nothing but such passwords and digits (NIST SP 800-63B, 3.1.1.2).
 */
export function passwordRefusal(
  password: string,
  person: { readonly name: string; readonly email: string },
  { shortest, common }: { readonly shortest: number; readonly common: CommonPasswords },
): FailureCode | null {
  if ([...password].length < shortest) return "account.password-short";
  const letters = bare(password);
  const own = [person.name, person.email.split("@")[0] ?? ""].map(bare).filter((word) => word.length >= 4);
  const isOwn = own.some((word) => letters.includes(word) && letters.length - word.length < 6);
  if (isOwn || new Set(password).size === 1) return "account.password-is-personal";
  return isCommon(letters, common) || isCommon(withoutLeet(letters, password), common)
    ? "account.password-common"
    : null;
}

/** Two common passwords in a row are found at once; beyond this length such a pair is as good as two rare words. */
const longestPair = 16;

function isCommon(letters: string, common: CommonPasswords): boolean {
  if (common.has(letters)) return true;
  const core = letters.replace(/^\d+|\d+$/g, "");
  if (core === "" || common.has(core) || isRepeated(core, common)) return true;
  return (
    core.length <= longestPair &&
    Array.from({ length: core.length - 1 }, (_, at) => at + 1).some(
      (at) => common.has(core.slice(0, at)) && common.has(core.slice(at)),
    )
  );
}

/** "matkhaumatkhau": a common word again and again, or a short one that only fills the length. */
function isRepeated(core: string, common: CommonPasswords): boolean {
  for (let length = 1; length <= core.length / 2; length++) {
    const word = core.slice(0, length);
    if ((length < 4 || common.has(word)) && word.repeat(core.length / length) === core) return true;
  }
  return false;
}

/** "P@ssw0rd" as it is meant. */
function withoutLeet(letters: string, password: string): string {
  const meant: Readonly<Record<string, string>> = {
    "@": "a",
    $: "s",
    "0": "o",
    "1": "i",
    "3": "e",
    "5": "s",
  };
  const ending = /\d*$/.exec(letters)?.[0].length ?? 0;
  const start = password.slice(0, password.length - ending);
  return bare([...start].map((sign) => meant[sign] ?? sign).join(""));
}

function bare(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, "");
}
