import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { existsSync, linkSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { replaceFileSync } from "./durable-file.ts";

/** The key with which an installation signs the heads of its log (Ed25519, RFC 8032). */
export interface LogKey {
  /** The public half, base64url without padding, 43 letters. */
  readonly publicKey: string;
  /** SHA-256 over the 32 bytes of the public half, hexadecimal. */
  readonly fingerprint: string;
  /** Signs a text; base64url. */
  readonly sign: (text: string) => string;
}

const fileName = "log-key.pem";

/** The key of a data folder; makes one, readable by this account alone, when there is none. Several programs may ask at once. */
export function openLogKey(folder: string): LogKey {
  const path = join(folder, fileName);
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync("ed25519");
    const draft = `${path}.${process.pid}.draft`;
    replaceFileSync(draft, privateKey.export({ type: "pkcs8", format: "pem" }).toString(), 0o600);
    try {
      // A link never replaces: of two programs that begin together, both get the key of the first.
      linkSync(draft, path);
    } catch (error) {
      if (!existsSync(path)) throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  const privateKey = createPrivateKey(readFileSync(path, "utf8"));
  const publicKey = publicHalf(createPublicKey(privateKey));
  return {
    publicKey,
    fingerprint: fingerprintOf(publicKey),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString("base64url"),
  };
}

/** SHA-256 over a public half, hexadecimal. */
export function fingerprintOf(publicKey: string): string {
  return createHash("sha256").update(Buffer.from(publicKey, "base64url")).digest("hex");
}

/** Whether a text is a public half. */
export function isPublicKey(text: string): boolean {
  return /^[\w-]{43}$/.test(text) && Buffer.from(text, "base64url").length === 32;
}

/** Whether a signature over a text was made with the private half of a public key. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64url"));
}

function publicHalf(key: KeyObject): string {
  const { x } = key.export({ format: "jwk" });
  if (x === undefined) throw new Error("an Ed25519 key has a public half");
  return x;
}
