/** A web page taken out of an archive of one file (MHTML, RFC 2557), with the charset that its part declares. */
export interface PagePart {
  readonly bytes: Uint8Array;
  readonly charset: string | null;
}

interface Part {
  readonly headers: string;
  readonly body: string;
}

/** The first page of an MHTML file; null when the bytes are none, the file itself then is the page. */
export function pageOfMhtml(bytes: Uint8Array): PagePart | null {
  const head = Buffer.from(bytes.subarray(0, 8192)).toString("latin1");
  const boundary = /^content-type:\s*multipart\/related;[\s\S]*?boundary="?([^"\r\n;]+)/im.exec(head)?.[1];
  if (!boundary) return null;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  for (const section of text.split(`--${boundary}`).slice(1)) {
    const part = splitPart(section);
    if (part && /^content-type:\s*text\/html/im.test(part.headers)) return decodePart(part);
  }
  return null;
}

function splitPart(section: string): Part | null {
  const blankLine = /\r?\n\r?\n/.exec(section);
  return blankLine
    ? {
        headers: section.slice(0, blankLine.index),
        body: section.slice(blankLine.index + blankLine[0].length),
      }
    : null;
}

function decodePart({ headers, body }: Part): PagePart {
  const transfer = /^content-transfer-encoding:\s*([\w-]+)/im.exec(headers)?.[1]?.toLowerCase();
  const charset = /^content-type:[^\n]*(?:\n\s[^\n]*)*?charset="?([\w-]+)/im.exec(headers)?.[1] ?? null;
  const bytes =
    transfer === "base64"
      ? Buffer.from(body, "base64")
      : Buffer.from(transfer === "quoted-printable" ? unquote(body) : body, "latin1");
  return { bytes, charset };
}

/** Quoted-printable (RFC 2045 §6.7): "=" at the end of a line joins lines, "=E1" is a byte. */
function unquote(body: string): string {
  return body
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
