import { fail, type Result, succeed } from "./domain/basics/result.ts";

/** Who must have a second factor; "reachable": administrators, where the program can be reached from other machines. */
export type SecondFactorSetting = "reachable" | "administrators" | "everyone";

/** How people sign in, as the environment says. */
export interface SignInSettings {
  /** `SAURO_SECOND_FACTOR`: administrators or everyone; when not set, administrators of a program that others can reach. */
  readonly secondFactor: SecondFactorSetting;
  /** False: no passwords and passkeys, only single sign-on. `SAURO_LOCAL_ACCOUNTS`, on when not set. */
  readonly localAccounts: boolean;
  /** Null: off. `SAURO_SSO_ISSUER` and what belongs to it. */
  readonly singleSignOn: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    /** Words of the button. `SAURO_SSO_NAME`. */
    readonly name: string;
    /** The claim that holds a person's official id, or null: people are known by confirmed e-mail. `SAURO_SSO_CLAIM`. */
    readonly idClaim: string | null;
  } | null;
}

export const signInNames = [
  "SAURO_SECOND_FACTOR",
  "SAURO_LOCAL_ACCOUNTS",
  "SAURO_SSO_ISSUER",
  "SAURO_SSO_CLIENT_ID",
  "SAURO_SSO_CLIENT_SECRET",
  "SAURO_SSO_NAME",
  "SAURO_SSO_CLAIM",
] as const;

/**
 * Reads how people sign in. `value` gives the value of a name, null when it is not set. Fails with `setting.wrong-choice`,
 * `setting.wrong-sso` and `setting.sso-incomplete`; no secret is in a failure.
 */
export function readSignInSettings(
  value: (name: (typeof signInNames)[number]) => string | null,
): Result<SignInSettings> {
  const secondFactor = value("SAURO_SECOND_FACTOR") ?? "reachable";
  if (secondFactor !== "reachable" && secondFactor !== "administrators" && secondFactor !== "everyone")
    return fail("setting.wrong-choice", {
      ...{ name: "SAURO_SECOND_FACTOR", value: secondFactor, known: "administrators, everyone" },
    });
  const local = value("SAURO_LOCAL_ACCOUNTS") ?? "on";
  if (local !== "on" && local !== "off")
    return fail("setting.wrong-choice", { name: "SAURO_LOCAL_ACCOUNTS", value: local, known: "on, off" });
  const singleSignOn = readSingleSignOn(value);
  if (!singleSignOn.ok) return singleSignOn;
  if (local === "off" && singleSignOn.value === null)
    return fail("setting.sso-incomplete", { name: "SAURO_SSO_ISSUER" });
  return succeed({ secondFactor, localAccounts: local === "on", singleSignOn: singleSignOn.value });
}

function readSingleSignOn(
  value: (name: (typeof signInNames)[number]) => string | null,
): Result<SignInSettings["singleSignOn"]> {
  const issuer = value("SAURO_SSO_ISSUER");
  const clientId = value("SAURO_SSO_CLIENT_ID");
  const clientSecret = value("SAURO_SSO_CLIENT_SECRET");
  const parts = {
    SAURO_SSO_ISSUER: issuer,
    SAURO_SSO_CLIENT_ID: clientId,
    SAURO_SSO_CLIENT_SECRET: clientSecret,
  };
  const given = Object.values(parts).filter((part) => part !== null).length;
  if (given === 0) return succeed(null);
  if (issuer === null || clientId === null || clientSecret === null) {
    const [missing] = Object.entries(parts).find(([, part]) => part === null) ?? [""];
    return fail("setting.sso-incomplete", { name: missing });
  }
  if (!isIssuer(issuer)) return fail("setting.wrong-sso", { value: issuer });
  const name = value("SAURO_SSO_NAME") ?? new URL(issuer).hostname;
  return succeed({ issuer, clientId, clientSecret, name, idClaim: value("SAURO_SSO_CLAIM") });
}

/** https, or a provider on this very machine. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username } = new URL(text);
  const isLoopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return username === "" && (protocol === "https:" || (protocol === "http:" && isLoopback));
}
