import type { DocumentSignature, SignatureReason } from "../../../domain/document/signature.ts";
import { addedSince } from "./added-since.ts";
import type { CmsJudgement } from "./cms.ts";
import { findSignedRanges, type SignedRange } from "./signed-ranges.ts";

/**
 * Judges all digital signatures of a PDF file: whole or changed, by whom, when, and whether an issuer of the trust list
 * (PEM) stands behind. Nothing outside is asked. A signature that cannot be judged says why; a file without signatures
 * gives none.
 */
export async function judgeSignatures(
  bytes: Uint8Array,
  trustList: string,
): Promise<readonly DocumentSignature[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = findSignedRanges(buffer);
  if (found.length === 0) return [];
  // Loaded for signed files alone.
  const cms = await import("./cms.ts");
  const trusted = cms.certificatesIn(trustList);
  const judged: DocumentSignature[] = [];
  for (const [i, range] of found.entries()) judged.push(await judge(buffer, range, i + 1, trusted, cms));
  return judged;
}

type Cms = typeof import("./cms.ts");
type Certificates = ReturnType<Cms["certificatesIn"]>;

async function judge(
  bytes: Buffer,
  range: SignedRange,
  number: number,
  trusted: Certificates,
  cms: Cms,
): Promise<DocumentSignature> {
  const isStamp = range.encoding === "ETSI.RFC3161";
  const kind = isStamp ? "timestamp" : "signature";
  const message = range.contents && cms.parseSignedData(range.contents);
  if (!message || !range.isContinuous || range.encoding === "adbe.x509.rsa_sha1") {
    const reason = !range.isContinuous ? "rangeWrong" : message ? "algorithmUnknown" : "unreadable";
    return {
      ...unjudged(number, kind, reason),
      signedAt: range.writtenAt,
      timeFrom: range.writtenAt ? "signer" : null,
    };
  }
  const [a, b, c, d] = range.ranges;
  const data = Buffer.concat([bytes.subarray(a, a + b), bytes.subarray(c, c + d)]);
  const judgement = isStamp ? await judgeStamp(message, data, cms) : await cms.judgeCms(message, data);
  const verdict = verdictOf(judgement, bytes, range.end);
  const claimed = judgement.claimedAt?.toISOString() ?? range.writtenAt;
  const stamped = judgement.stampedAt?.toISOString() ?? null;
  const signedAt = stamped ?? claimed;
  const trust = await trustOf(judgement, signedAt, trusted, cms);
  const ofTime: readonly SignatureReason[] = stamped ? [] : [claimed ? "timeClaimed" : "timeMissing"];
  return {
    ...{ number, kind, verdict: verdict.verdict, issuerTrust: trust.issuerTrust },
    reasons: [...new Set([...judgement.reasons, ...verdict.reasons, ...trust.reasons, ...ofTime])],
    signer: judgement.certificate ? cms.signerOf(judgement.certificate) : null,
    signedAt,
    timeFrom: stamped ? "timestamp" : claimed ? "signer" : null,
  };
}

function unjudged(
  number: number,
  kind: DocumentSignature["kind"],
  reason: SignatureReason,
): DocumentSignature {
  return {
    ...{ number, kind, verdict: "cannotJudge", issuerTrust: "cannotJudge", reasons: [reason] },
    ...{ signer: null, signedAt: null, timeFrom: null },
  };
}

/** A time stamp over the whole file (ISO 32000-2, 12.8.5). */
async function judgeStamp(
  message: Parameters<Cms["stampOver"]>[0],
  data: Buffer,
  cms: Cms,
): Promise<CmsJudgement> {
  const stampedAt = await cms.stampOver(message, data);
  const { certificate, certificates } = cms.certificatesOf(message);
  const reasons: readonly SignatureReason[] = stampedAt ? [] : ["timestampWrong"];
  return { isIntact: stampedAt !== null, reasons, certificate, certificates, claimedAt: null, stampedAt };
}

function verdictOf(
  { isIntact }: CmsJudgement,
  bytes: Buffer,
  end: number,
): { readonly verdict: DocumentSignature["verdict"]; readonly reasons: readonly SignatureReason[] } {
  if (isIntact === false) return { verdict: "changed", reasons: [] };
  if (isIntact === null) return { verdict: "cannotJudge", reasons: [] };
  switch (addedSince(bytes, end)) {
    case "nothing":
      return { verdict: "whole", reasons: [] };
    case "signatures":
      return { verdict: "whole", reasons: ["signedAgain"] };
    case "content":
      return { verdict: "changed", reasons: ["contentAdded"] };
    case "unclear":
      return { verdict: "cannotJudge", reasons: ["additionUnclear"] };
  }
}

async function trustOf(
  { certificate, certificates }: CmsJudgement,
  signedAt: string | null,
  trusted: Certificates,
  cms: Cms,
): Promise<{
  readonly issuerTrust: DocumentSignature["issuerTrust"];
  readonly reasons: readonly SignatureReason[];
}> {
  if (!certificate) return { issuerTrust: "cannotJudge", reasons: ["issuerUnknown"] };
  const at = signedAt === null ? null : new Date(signedAt);
  if (at && (at < certificate.notBefore.value || at > certificate.notAfter.value))
    return { issuerTrust: "notValid", reasons: ["certificateOutOfTime"] };
  const isTrusted = at !== null && (await cms.leadsToTrusted(certificate, certificates, trusted, at));
  return isTrusted
    ? { issuerTrust: "trusted", reasons: ["revocationUnknown"] }
    : { issuerTrust: "cannotJudge", reasons: ["issuerUnknown"] };
}
