import type { PasskeyOptions } from "../../contract/account.ts";
import { apiPaths } from "../../contract/paths.ts";
import { fail, type Result, succeed } from "../../domain/basics/result.ts";
import { ask } from "../api.ts";

/** What the newest browsers have and the types of this one do not yet all know (WebAuthn level 3). */
interface PasskeyFunctions {
  parseCreationOptionsFromJSON?: (options: unknown) => PublicKeyCredentialCreationOptions;
  parseRequestOptionsFromJSON?: (options: unknown) => PublicKeyCredentialRequestOptions;
}

function functionsHere(): PasskeyFunctions | null {
  return "PublicKeyCredential" in window
    ? // The class carries these functions where the browser knows them.
      (window.PublicKeyCredential as unknown as PasskeyFunctions)
    : null;
}

/** Whether this browser can use passkeys. */
export function canUsePasskeys(): boolean {
  return functionsHere()?.parseRequestOptionsFromJSON !== undefined;
}

/** Lets the browser make a passkey; gives what the server keeps of it. Fails with `account.passkey-refused`. */
export async function makePasskey(options: unknown): Promise<Result<unknown>> {
  const parse = functionsHere()?.parseCreationOptionsFromJSON;
  if (!parse) return fail("account.passkey-refused");
  return answered(() => navigator.credentials.create({ publicKey: parse(options) }));
}

/** Lets the browser prove that it has a passkey; gives the answer for the server. Fails as `makePasskey` does. */
export async function showPasskey(): Promise<Result<unknown>> {
  const parse = functionsHere()?.parseRequestOptionsFromJSON;
  if (!parse) return fail("account.passkey-refused");
  const asked = await ask<PasskeyOptions>("POST", apiPaths.sessionPasskeyOptions);
  if (!asked.ok) return asked;
  return answered(() => navigator.credentials.get({ publicKey: parse(asked.value.options) }));
}

/** A person who puts the browser's window away, or a device that has no key, is no bug. */
async function answered(question: () => Promise<Credential | null>): Promise<Result<unknown>> {
  try {
    const credential = await question();
    return credential === null
      ? fail("account.passkey-refused")
      : succeed((credential as PublicKeyCredential).toJSON()); // asked for a public key, so it is one
  } catch (error) {
    if (error instanceof DOMException) return fail("account.passkey-refused");
    throw error;
  }
}
