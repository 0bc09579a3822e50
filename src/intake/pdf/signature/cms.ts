import { createHash, X509Certificate } from "node:crypto";
import * as asn1 from "asn1js";
import * as pkijs from "pkijs";
import type { SignatureReason, SignatureSigner } from "../../../domain/document/signature.ts";

/** What a CMS message (RFC 5652) says of the bytes it signs. */
export interface CmsJudgement {
  readonly isIntact: boolean | null;
  readonly reasons: readonly SignatureReason[];
  readonly certificate: pkijs.Certificate | null;
  /** All certificates that came with the message. */
  readonly certificates: readonly pkijs.Certificate[];
  /** What the signer's machine gave as the time. */
  readonly claimedAt: Date | null;
  /** The time of a third party's stamp over the signature; null without one, or when it does not fit. */
  readonly stampedAt: Date | null;
}

const oid = {
  messageDigest: "1.2.840.113549.1.9.4",
  signingTime: "1.2.840.113549.1.9.5",
  timestampToken: "1.2.840.113549.1.9.16.2.14",
  timestampInfo: "1.2.840.113549.1.9.16.1.4",
} as const;

/** Digests by their object identifiers; those of the first two can be forged. */
const digests: ReadonlyMap<string, string> = new Map([
  ["1.2.840.113549.2.5", "md5"],
  ["1.3.14.3.2.26", "sha1"],
  ["2.16.840.1.101.3.4.2.4", "sha224"],
  ["2.16.840.1.101.3.4.2.1", "sha256"],
  ["2.16.840.1.101.3.4.2.2", "sha384"],
  ["2.16.840.1.101.3.4.2.3", "sha512"],
]);

/** Reads a message; null when it is none. */
export function parseSignedData(bytes: Buffer): pkijs.SignedData | null {
  try {
    // The place for the signature is filled up with zeros.
    const parsed = asn1.fromBER(new Uint8Array(bytes));
    if (parsed.offset === -1) return null;
    const content = new pkijs.ContentInfo({ schema: parsed.result });
    return new pkijs.SignedData({ schema: content.content });
  } catch {
    // The library throws errors of many kinds for messages of another shape; all mean that it is none.
    return null;
  }
}

/** The certificates that came with a message, and the one of its signer. */
export function certificatesOf(
  message: pkijs.SignedData,
): Pick<CmsJudgement, "certificate" | "certificates"> {
  const certificates = (message.certificates ?? []).filter((item) => item instanceof pkijs.Certificate);
  const [signer] = message.signerInfos;
  return { certificates, certificate: signer ? certificateOf(signer, certificates) : null };
}

/** Judges a message over the bytes that it signs, which stand outside it. */
export async function judgeCms(message: pkijs.SignedData, data: Buffer): Promise<CmsJudgement> {
  const [signer] = message.signerInfos;
  const { certificates, certificate } = certificatesOf(message);
  const unjudged = (reason: SignatureReason): CmsJudgement => ({
    ...{ isIntact: null, reasons: [reason], certificate, certificates, claimedAt: null, stampedAt: null },
  });
  if (!signer) return unjudged("unreadable");
  const times = await timesOf(signer);
  const digest = digests.get(signer.digestAlgorithm.algorithmId);
  if (digest === undefined) return { ...unjudged("algorithmUnknown"), claimedAt: times.claimedAt };
  if (!certificate) return { ...unjudged("certificateMissing"), ...times };
  const judged = await judgeValue(message, signer, data, digest);
  const weak: readonly SignatureReason[] = digest === "md5" || digest === "sha1" ? ["algorithmWeak"] : [];
  return {
    isIntact: judged.isIntact,
    reasons: [...judged.reasons, ...weak, ...times.reasons],
    ...{ certificate, certificates, claimedAt: times.claimedAt, stampedAt: times.stampedAt },
  };
}

async function judgeValue(
  message: pkijs.SignedData,
  signer: pkijs.SignerInfo,
  data: Buffer,
  digest: string,
): Promise<{ readonly isIntact: boolean | null; readonly reasons: readonly SignatureReason[] }> {
  const said = attributeOf(signer.signedAttrs, oid.messageDigest);
  if (said instanceof asn1.OctetString) {
    const given = Buffer.from(said.valueBlock.valueHexView);
    if (!createHash(digest).update(data).digest().equals(given))
      return { isIntact: false, reasons: ["bytesDiffer"] };
  }
  try {
    const { signatureVerified } = await message.verify({
      signer: 0,
      data: exactBuffer(data),
      checkChain: false,
      extendedMode: true,
    });
    return signatureVerified ? { isIntact: true, reasons: [] } : { isIntact: false, reasons: ["valueWrong"] };
  } catch (error) {
    // The library says by its result that a value does not fit; it throws for what it cannot work out.
    if (error instanceof pkijs.SignedDataVerifyError && error.signatureVerified === false)
      return { isIntact: false, reasons: ["valueWrong"] };
    return { isIntact: null, reasons: ["algorithmUnknown"] };
  }
}

interface SigningTimes {
  readonly claimedAt: Date | null;
  readonly stampedAt: Date | null;
  readonly reasons: readonly SignatureReason[];
}

/** When it was signed: as the signer says, and as a third party stamped the signature (RFC 3161, RFC 5126 6.1.1). */
async function timesOf(signer: pkijs.SignerInfo): Promise<SigningTimes> {
  const written = attributeOf(signer.signedAttrs, oid.signingTime);
  const claimedAt =
    written instanceof asn1.UTCTime || written instanceof asn1.GeneralizedTime ? written.toDate() : null;
  const token = attributeOf(signer.unsignedAttrs, oid.timestampToken);
  if (!token) return { claimedAt, stampedAt: null, reasons: [] };
  const stamp = parseSignedData(Buffer.from(token.toBER(false)));
  const value = Buffer.from(signer.signature.valueBlock.valueHexView);
  const stampedAt = stamp ? await stampOver(stamp, value) : null;
  return { claimedAt, stampedAt, reasons: stampedAt ? [] : ["timestampWrong"] };
}

/** The time of a stamp over these bytes; null when it is over others, or its own signature does not fit. */
export async function stampOver(stamp: pkijs.SignedData, data: Buffer): Promise<Date | null> {
  const content = stamp.encapContentInfo.eContent;
  if (stamp.encapContentInfo.eContentType !== oid.timestampInfo || !content) return null;
  try {
    const info = pkijs.TSTInfo.fromBER(content.getValue());
    const digest = digests.get(info.messageImprint.hashAlgorithm.algorithmId);
    const given = Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView);
    if (digest === undefined || !createHash(digest).update(data).digest().equals(given)) return null;
    const isRight = await stamp.verify({ signer: 0, data: exactBuffer(data), checkChain: false });
    return isRight ? info.genTime : null;
  } catch {
    // A stamp of another shape, or with an algorithm that the library does not know, proves no time.
    return null;
  }
}

/** The library takes whole buffers; what Node cuts out of a larger one has others beside it. */
function exactBuffer(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function attributeOf(
  attributes: pkijs.SignedAndUnsignedAttributes | undefined,
  type: string,
): asn1.AsnType | undefined {
  return attributes?.attributes.find((attribute) => attribute.type === type)?.values[0];
}

/** The certificate that the signer names by issuer and number. */
function certificateOf(
  signer: pkijs.SignerInfo,
  certificates: readonly pkijs.Certificate[],
): pkijs.Certificate | null {
  const { sid } = signer;
  if (sid instanceof pkijs.IssuerAndSerialNumber)
    return (
      certificates.find(
        (certificate) =>
          certificate.issuer.isEqual(sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber),
      ) ?? null
    );
  return certificates.length === 1 ? (certificates[0] ?? null) : null;
}

/** The facts of a certificate for people. */
export function signerOf(certificate: pkijs.Certificate): SignatureSigner {
  return {
    name: nameIn(certificate.subject, "2.5.4.3"),
    organisation: nameIn(certificate.subject, "2.5.4.10"),
    issuer: nameIn(certificate.issuer, "2.5.4.3") ?? nameIn(certificate.issuer, "2.5.4.10"),
    serial: Buffer.from(certificate.serialNumber.valueBlock.valueHexView).toString("hex"),
    validFrom: certificate.notBefore.value.toISOString().slice(0, 10),
    validTo: certificate.notAfter.value.toISOString().slice(0, 10),
  };
}

function nameIn(name: pkijs.RelativeDistinguishedNames, type: string): string | null {
  const found = name.typesAndValues.find((entry) => entry.type === type);
  const value: unknown = found?.value.valueBlock.value;
  return typeof value === "string" && value.trim() !== "" ? value.normalize("NFC").trim() : null;
}

/** The certificates of a trust list: PEM blocks with free text around them. A block that is no certificate is left out. */
export function certificatesIn(pem: string): readonly pkijs.Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.flatMap((block) => {
    try {
      return [pkijs.Certificate.fromBER(new Uint8Array(new X509Certificate(block).raw))];
    } catch {
      return [];
    }
  });
}

/**
 * Whether a chain leads from the certificate to an issuer of the trust list at that time (RFC 5280, 6). Nothing outside
 * is asked, so revocation is not known.
 */
export async function leadsToTrusted(
  certificate: pkijs.Certificate,
  others: readonly pkijs.Certificate[],
  trusted: readonly pkijs.Certificate[],
  at: Date,
): Promise<boolean> {
  if (trusted.length === 0) return false;
  const engine = new pkijs.CertificateChainValidationEngine({
    trustedCerts: [...trusted],
    // The library asks for the certificate in question at the end.
    certs: [...others.filter((other) => other !== certificate), certificate],
    checkDate: at,
  });
  try {
    return (await engine.verify()).result;
  } catch {
    // An algorithm of the chain that the library does not know proves nothing.
    return false;
  }
}
