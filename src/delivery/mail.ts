import { createTransport } from "nodemailer";
import { fail, type Result, succeed } from "../domain/basics/result.ts";

/** The server that takes the program's mail, and who the mail is from. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 465); otherwise it begins by STARTTLS. */
  readonly tls: boolean;
  /** Null: the server takes mail from this machine without asking who it is. */
  readonly login: { readonly user: string; readonly password: string } | null;
  /** The address of the sender. */
  readonly from: string;
}

/** One message to one address. `text` is what is read; `html` the same for readers that show it. */
export interface Mail {
  /**
   * What names the letter for good: one that is sent again because nobody heard the server's answer goes out under the
   * same Message-ID (RFC 5322, 3.6.4), by which whoever takes it can tell that it is the same. Without it a new one is made.
   */
  readonly id?: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly {
    readonly name: string;
    readonly type: string;
    readonly bytes: Uint8Array;
  }[];
}

/** Sends mail; `openMail` makes it. */
export interface MailPort {
  /**
   * Hands a message to the server. Fails with `mail.refused` when the server will never take it (a wrong address: sending
   * again is of no use), and with `mail.unsent` when it may be tried again later (no answer, a full box, a wrong login).
   */
  readonly send: (mail: Mail) => Promise<Result<null>>;
}

/** How long (ms) the server may be silent: until it is reached, until it greets, and at any time after. */
const usualPatience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * A client of one SMTP server (RFC 5321), which connects when something is sent and not before. Passwords and letters go
 * over TLS alone, except to this very machine.
 */
export function openMail({ host, port, tls, login, from }: MailServer, patience = usualPatience): MailPort {
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);
  const transport = createTransport({
    ...{ ...patience, host, port, secure: tls, requireTLS: !tls && !isHere, ignoreTLS: !tls && isHere },
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
    // A letter is what it was given, never a file or an address that its text names.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return {
    send: async ({ id, to, subject, text, html, attachments = [] }) => {
      try {
        await transport.sendMail({
          ...{ from, subject, text, ...(html === undefined ? {} : { html }) },
          ...(id === undefined ? {} : { messageId: `<${id}@${from.slice(from.lastIndexOf("@") + 1)}>` }),
          // As an object: the address is one address, whatever signs are in it.
          to: { name: "", address: to },
          attachments: attachments.map(({ name, type, bytes }) => ({
            ...{ filename: name, contentType: type, content: Buffer.from(bytes) },
          })),
        });
        return succeed(null);
      } catch (error) {
        return failureOf(error, { to, server: `${host}:${port}` });
      }
    },
  };
}

/** What the server said, as the catalogue says it; an error that is none of the server's or the network's is a bug. */
function failureOf(error: unknown, { to, server }: { to: string; server: string }): Result<never> {
  if (!(error instanceof Error && "code" in error && typeof error.code === "string")) throw error;
  const status = "responseCode" in error && typeof error.responseCode === "number" ? error.responseCode : 0;
  const said = "response" in error && typeof error.response === "string" ? error.response : error.message;
  // Of the answers to a recipient or a letter, those of the 500s are final (RFC 5321, 4.2.1).
  const isFinal =
    (error.code === "EENVELOPE" || error.code === "EMESSAGE") && (status >= 500 || status === 0);
  return fail(isFinal ? "mail.refused" : "mail.unsent", { to, server, said: said.slice(0, 200) });
}
