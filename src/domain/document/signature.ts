/**
 * A digital signature in a file, judged by the bytes of the file and by the certificates at hand (Luật Giao dịch điện
 * tử 20/2023/QH15, điều 22; ETSI EN 319 142-1 for the form).
 */
export interface DocumentSignature {
  /** Place among the signatures of the file, from 1, in the order in which they were made. */
  readonly number: number;
  /** A person or body that signed, or only a time stamp over the file. */
  readonly kind: "signature" | "timestamp";
  /**
   * `whole`: what was signed is as it was, and nothing but signatures was added since. `changed`: the signed bytes or
   * what the file shows differ. `cannotJudge`: see the reasons.
   */
  readonly verdict: "whole" | "changed" | "cannotJudge";
  /** Whether the certificate leads to an issuer of the trust list, and held at the time of signing. */
  readonly issuerTrust: "trusted" | "cannotJudge" | "notValid";
  readonly reasons: readonly SignatureReason[];
  readonly signer: SignatureSigner | null;
  /** When it was signed, as an instant in ISO 8601; null when nothing says so. */
  readonly signedAt: string | null;
  /** Who says when: a time stamp of a third party, or the machine of the signer. */
  readonly timeFrom: "timestamp" | "signer" | null;
}

/** A signature with the name of its file, among the files of a document. */
export type FileSignature = DocumentSignature & { readonly file: string };

export interface SignatureSigner {
  readonly name: string | null;
  readonly organisation: string | null;
  /** The name of the issuer in the certificate. */
  readonly issuer: string | null;
  /** Hexadecimal. */
  readonly serial: string;
  /** Calendar days between which the certificate holds, in universal time. */
  readonly validFrom: string;
  readonly validTo: string;
}

/** Why a signature was judged as it was; each has a sentence in both languages. */
export type SignatureReason =
  /** The signed bytes are not the ones that were signed. */
  | "bytesDiffer"
  /** The value of the signature does not fit the key of the certificate. */
  | "valueWrong"
  /** After signing, something the file shows was changed, added or taken away. */
  | "contentAdded"
  /** What was added after signing could not be followed. */
  | "additionUnclear"
  /** Only further signatures were added after signing. */
  | "signedAgain"
  /** What was signed is not the whole file up to that point. */
  | "rangeWrong"
  | "algorithmUnknown"
  /** SHA-1 or MD5, which can be forged. */
  | "algorithmWeak"
  | "unreadable"
  | "certificateMissing"
  /** The certificate did not hold at the time of signing. */
  | "certificateOutOfTime"
  /** No issuer of the trust list stands behind the certificate, or the list is empty. */
  | "issuerUnknown"
  /** Whether the certificate was revoked is not known: nothing outside is asked. */
  | "revocationUnknown"
  /** The time is what the signer's machine said. */
  | "timeClaimed"
  | "timeMissing"
  | "timestampWrong";

/** The worst of several verdicts, for one word over a file; null without signatures. */
export function overallVerdict(
  signatures: readonly DocumentSignature[],
): DocumentSignature["verdict"] | null {
  const verdicts = new Set(signatures.map((signature) => signature.verdict));
  return (["changed", "cannotJudge", "whole"] as const).find((verdict) => verdicts.has(verdict)) ?? null;
}
