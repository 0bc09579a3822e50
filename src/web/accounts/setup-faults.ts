import { shortestPassword } from "../../contract/limits.ts";
import type { accountWords } from "../../domain/language/web-accounts.ts";

export interface SetupFields {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly again: string;
}

/** What is missing or wrong in the form, by field, in words. The server checks again. */
export function faultsOf(
  { name, email, password, again }: SetupFields,
  { errors }: (typeof accountWords)["vi"],
): Partial<Record<keyof SetupFields, string>> {
  const length = [...password].length;
  return {
    ...(name.trim() === "" ? { name: errors.nameMissing } : {}),
    ...(email.trim() === ""
      ? { email: errors.emailMissing }
      : /^\S+@\S+\.\S+$/.test(email.trim())
        ? {}
        : { email: errors.emailWrong }),
    ...(password === ""
      ? { password: errors.passwordMissing }
      : length < shortestPassword
        ? { password: errors.passwordShort(shortestPassword, length) }
        : {}),
    ...(again === password ? {} : { again: errors.passwordDiffers }),
  };
}
