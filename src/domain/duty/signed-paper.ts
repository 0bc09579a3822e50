import type { CalendarDate } from "../basics/calendar-date.ts";
import type { FileSignature } from "../document/signature.ts";
import type { Signer } from "../reading/findings.ts";
import type { DutyUnit } from "./duty-query.ts";
import type { SignedPaper } from "./signed-match.ts";

/** The mail by which a signed document came. */
export interface PaperMail {
  readonly from: string;
  readonly subject: string | null;
  readonly messageId: string | null;
}

/** Where a signed document was handed in: at the page of a unit or of a duty, by a mail; all null: anywhere. */
export interface SignedHint {
  readonly unit: string | null;
  readonly duty: string | null;
  readonly mail: PaperMail | null;
}

/** A file of a signed document. */
export interface PaperFile {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
}

/** A duty that a signed document answers. */
export interface PaperAnswer {
  readonly duty: string;
  readonly content: string;
  readonly holder: DutyUnit;
}

/** How a signed document ended: it answers duties, or a person put it aside with a reason. */
export type PaperOutcome = "matched" | "aside";

/** A signed document as it is kept. `unit`: whose page or person it came by; `owner`: who issued it, if that is known. */
export interface KeptPaper extends SignedPaper {
  readonly id: string;
  readonly sentAt: Date;
  /** The person's name, or what acted by itself. */
  readonly sentBy: string;
  readonly mail: PaperMail | null;
  readonly issuerName: string | null;
  readonly issuedOn: CalendarDate | null;
  readonly signer: Signer | null;
  readonly owner: DutyUnit | null;
  readonly signatures: readonly FileSignature[];
  readonly files: readonly PaperFile[];
  readonly outcome: PaperOutcome | null;
  readonly settledAt: Date | null;
  readonly settledBy: string | null;
  readonly reason: string | null;
  readonly answers: readonly PaperAnswer[];
  readonly version: number;
}
