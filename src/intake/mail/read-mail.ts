import PostalMime from "postal-mime";
import { fail, type Result, succeed } from "../../domain/basics/result.ts";

/** A file that came with a mail. */
export interface MailAttachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** A picture shown inside the text: a logo, a signature drawn below. */
  readonly inline: boolean;
}

/** A mail as far as it brings documents. */
export interface ReadMail {
  /** The address of its sender, the first of several, in lower case. */
  readonly from: string;
  readonly subject: string | null;
  readonly messageId: string | null;
  readonly attachments: readonly MailAttachment[];
}

/** Bytes of a mail with its attachments, base64 and all. */
export const mostMailBytes = 60_000_000;

/**
 * Takes a mail apart (RFC 5322, MIME). Its text is not looked at. Fails with `mail.too-large`, `mail.unreadable` for what
 * is no mail, and `mail.sender-missing` where no address sent it.
 */
export async function readMail(bytes: Uint8Array): Promise<Result<ReadMail>> {
  if (bytes.length > mostMailBytes) return fail("mail.too-large", { most: mostMailBytes / 1_000_000 });
  let mail: Awaited<ReturnType<typeof PostalMime.parse>>;
  try {
    mail = await PostalMime.parse(bytes, { attachmentEncoding: "arraybuffer", maxNestingDepth: 20 });
  } catch {
    // The parser throws on what nests too deep or has a head without end; what it says is of no use to people.
    return fail("mail.unreadable");
  }
  if (mail.headers.length === 0) return fail("mail.unreadable");
  const address = mail.from?.address?.trim().toLowerCase() ?? "";
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) return fail("mail.sender-missing");
  return succeed({
    from: address,
    subject: mail.subject?.trim() || null,
    messageId: mail.messageId ?? null,
    attachments: mail.attachments.map(({ filename, content, disposition, related }, at) => ({
      name: filename?.trim().normalize("NFC") || `tep-${at + 1}`,
      // Asked for above as bytes; a text can only be one that the parser decoded.
      bytes: typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content),
      inline: disposition === "inline" && related === true,
    })),
  });
}
