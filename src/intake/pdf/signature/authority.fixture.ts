import { createHash } from "node:crypto";
import * as asn1 from "asn1js";
import * as pkijs from "pkijs";

/** A key with its certificate, made for a test. */
export interface Identity {
  readonly certificate: pkijs.Certificate;
  readonly key: CryptoKey;
}

export interface CertificateWish {
  readonly name: string;
  readonly from?: string;
  readonly to?: string;
  /** Its own issuer when absent. */
  readonly issuer?: Identity;
}

let serial = 1;

/** Makes a certificate of elliptic curve P-256: an authority of its own, or issued by one. */
export async function makeIdentity(wish: CertificateWish): Promise<Identity> {
  const keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
    "sign",
    "verify",
  ]);
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1.Integer({ value: serial++ });
  certificate.subject.typesAndValues.push(
    nameOf("2.5.4.3", wish.name),
    nameOf("2.5.4.10", "Cơ quan thử nghiệm"),
  );
  const issuer = wish.issuer?.certificate.subject ?? certificate.subject;
  certificate.issuer.typesAndValues.push(...issuer.typesAndValues);
  certificate.notBefore.value = new Date(wish.from ?? "2024-01-01");
  certificate.notAfter.value = new Date(wish.to ?? "2034-01-01");
  certificate.extensions = [basicConstraints(wish.issuer === undefined)];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(wish.issuer?.key ?? keys.privateKey, "SHA-256");
  return { certificate, key: keys.privateKey };
}

function nameOf(type: string, value: string): pkijs.AttributeTypeAndValue {
  return new pkijs.AttributeTypeAndValue({ type, value: new asn1.Utf8String({ value }) });
}

function basicConstraints(isAuthority: boolean): pkijs.Extension {
  const value = new pkijs.BasicConstraints({ cA: isAuthority });
  return new pkijs.Extension({
    ...{ extnID: "2.5.29.19", critical: true, extnValue: value.toSchema().toBER(false), parsedValue: value },
  });
}

/** A trust list of these identities. */
export function trustListOf(identities: readonly Identity[]): string {
  const blocks = identities.map(({ certificate }) => {
    const lines =
      Buffer.from(certificate.toSchema().toBER(false))
        .toString("base64")
        .match(/.{1,64}/g) ?? [];
    return `Thử nghiệm\n-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
  });
  return blocks.join("\n");
}

export interface CmsWish {
  readonly signer: Identity;
  readonly chain?: readonly Identity[];
  /** What the signer's machine gives as the time; null leaves it out. */
  readonly claimedAt?: string | null;
  /** Who stamps the signature, and when. */
  readonly stamp?: { readonly by: Identity; readonly at: string; readonly over?: Buffer };
}

/** A detached CMS message over the bytes. */
export async function signCms(data: Buffer, wish: CmsWish): Promise<Buffer> {
  const digest = createHash("sha256").update(data).digest();
  const attributes = [
    attribute("1.2.840.113549.1.9.3", new asn1.ObjectIdentifier({ value: pkijs.ContentInfo.DATA })),
    attribute("1.2.840.113549.1.9.4", new asn1.OctetString({ valueHex: new Uint8Array(digest).buffer })),
  ];
  if (wish.claimedAt !== null)
    attributes.push(
      attribute(
        "1.2.840.113549.1.9.5",
        new asn1.UTCTime({ valueDate: new Date(wish.claimedAt ?? "2025-08-21T02:00:00Z") }),
      ),
    );
  const message = await signed(
    wish,
    new pkijs.EncapsulatedContentInfo({ eContentType: pkijs.ContentInfo.DATA }),
    attributes,
    data,
  );
  const [info] = message.signerInfos;
  if (wish.stamp && info) {
    const value = wish.stamp.over ?? Buffer.from(info.signature.valueBlock.valueHexView);
    const token = asn1.fromBER(new Uint8Array(await signStamp(value, wish.stamp.by, wish.stamp.at))).result;
    info.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({
      ...{ type: 1, attributes: [attribute("1.2.840.113549.1.9.16.2.14", token)] },
    });
  }
  return wrapped(message);
}

/** A time stamp (RFC 3161) over the bytes. */
export async function signStamp(data: Buffer, by: Identity, at: string): Promise<Buffer> {
  const digest = createHash("sha256").update(data).digest();
  const info = new pkijs.TSTInfo({
    version: 1,
    policy: "1.2.3.4",
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: "2.16.840.1.101.3.4.2.1" }),
      hashedMessage: new asn1.OctetString({ valueHex: new Uint8Array(digest).buffer }),
    }),
    serialNumber: new asn1.Integer({ value: serial++ }),
    genTime: new Date(at),
  });
  const eContent = new asn1.OctetString({ valueHex: info.toSchema().toBER(false) });
  const content = new pkijs.EncapsulatedContentInfo({ eContentType: "1.2.840.113549.1.9.16.1.4", eContent });
  return wrapped(await signed({ signer: by }, content, [], null));
}

async function signed(
  { signer, chain = [] }: Pick<CmsWish, "signer" | "chain">,
  content: pkijs.EncapsulatedContentInfo,
  attributes: readonly pkijs.Attribute[],
  data: Buffer | null,
): Promise<pkijs.SignedData> {
  const { issuer, serialNumber } = signer.certificate;
  const message = new pkijs.SignedData({
    version: 1,
    encapContentInfo: content,
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer, serialNumber }),
        ...(attributes.length > 0 && {
          signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: [...attributes] }),
        }),
      }),
    ],
    certificates: [signer, ...chain].map(({ certificate }) => certificate),
  });
  if (data) await message.sign(signer.key, 0, "SHA-256", new Uint8Array(data).buffer);
  else await message.sign(signer.key, 0, "SHA-256");
  return message;
}

function attribute(type: string, value: asn1.AsnType): pkijs.Attribute {
  return new pkijs.Attribute({ type, values: [value] });
}

function wrapped(message: pkijs.SignedData): Buffer {
  const content = new pkijs.ContentInfo({
    ...{ contentType: pkijs.ContentInfo.SIGNED_DATA, content: message.toSchema(true) },
  });
  return Buffer.from(content.toSchema().toBER(false));
}
