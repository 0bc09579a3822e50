import type { SecondFactorRule } from "./session-rules.ts";

/** Where people sign in once for all programs (OpenID Connect), as the administrator set it. */
export interface SingleSignOnSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where people are sent back to. */
  readonly callback: string;
  /** Words of the button. */
  readonly name: string;
  /** The claim that holds the person's official id; null: people are known by their confirmed e-mail. */
  readonly idClaim: string | null;
}

/** What the accounts are told about this installation. */
export interface AuthSettings {
  /** Signs cookies and encrypts second factors; 32 random bytes or more, kept with the installation. */
  readonly secret: string;
  /** Where people open the program: "https://sauro.gialai.gov.vn". */
  readonly origin: string;
  readonly secure: boolean;
  readonly shortestPassword: number;
  readonly longestPassword: number;
  /** Who must have a second factor. */
  readonly secondFactor: SecondFactorRule;
  /** False: people come in by single sign-on only, administrators also by a link from the command line. */
  readonly localAccounts: boolean;
  readonly singleSignOn: SingleSignOnSettings | null;
}
