import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import type { Secrets } from "./secrets.ts";

/** Seals secrets of others that stand in rows; `openSealer` makes it. */
export interface Sealer {
  readonly seal: (text: string) => string;
  /** Null: it was sealed by another installation, or altered. */
  readonly open: (sealed: string) => string | null;
}

/** Seals with AES-256-GCM by a key made from the installation's own, so that a copy of the database gives nothing away. */
export function openSealer({ session }: Pick<Secrets, "session">): Sealer {
  const key = createHmac("sha256", session).update("sealed text").digest();
  return {
    seal: (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length < 28) return null;
      const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
      cipher.setAuthTag(bytes.subarray(12, 28));
      try {
        return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString("utf8");
      } catch {
        return null;
      }
    },
  };
}
