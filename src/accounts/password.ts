import type { FailureCode } from "../domain/basics/result.ts";
import { fold } from "../domain/text/fold.ts";

/** Why a password is not taken, or null. Length is the rule; a password made of the person's own name is refused. */
export function passwordRefusal(
  password: string,
  person: { readonly name: string; readonly email: string },
  shortest: number,
): FailureCode | null {
  if ([...password].length < shortest) return "account.password-short";
  const letters = bare(password);
  const own = [person.name, person.email.split("@")[0] ?? ""].map(bare).filter((word) => word.length >= 4);
  const isOwn = own.some((word) => letters.includes(word) && letters.length - word.length < 6);
  return isOwn || new Set(password).size === 1 ? "account.password-is-personal" : null;
}

function bare(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, "");
}
