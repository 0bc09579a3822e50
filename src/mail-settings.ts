import type { MailServer } from "./delivery/mail.ts";
import { fail, type Result, succeed } from "./domain/basics/result.ts";

export const mailNames = [
  "SAURO_MAIL_SERVER",
  "SAURO_MAIL_FROM",
  "SAURO_MAIL_USER",
  "SAURO_MAIL_PASSWORD",
] as const;

/**
 * Reads the mail server: `SAURO_MAIL_SERVER` ("smtp://mail.example.gov.vn:587", "smtps://…:465"), `SAURO_MAIL_FROM` (the
 * sender's address), and `SAURO_MAIL_USER` with `SAURO_MAIL_PASSWORD` where it asks for them. Null: no mail is sent. Fails
 * with `setting.mail-incomplete` and `setting.wrong-mail`; no secret is in a failure.
 */
export function readMailSettings(
  value: (name: (typeof mailNames)[number]) => string | null,
): Result<MailServer | null> {
  const [server, from, user, password] = mailNames.map(value);
  if (mailNames.every((name) => value(name) === null)) return succeed(null);
  if (!server) return fail("setting.mail-incomplete", { name: "SAURO_MAIL_SERVER" });
  if (!from) return fail("setting.mail-incomplete", { name: "SAURO_MAIL_FROM" });
  if (!user !== !password)
    return fail("setting.mail-incomplete", { name: user ? "SAURO_MAIL_PASSWORD" : "SAURO_MAIL_USER" });
  if (!/^[^\s@<>",;]+@[^\s@<>",;]+$/.test(from))
    return fail("setting.wrong-mail", { name: "SAURO_MAIL_FROM", value: from });
  const place = /^(smtps?):\/\/([a-z\d.-]+|\[[a-f\d:]+\])(?::(\d{1,5}))?\/?$/i.exec(server);
  // An address with a password in it is refused without being repeated.
  if (!place)
    return fail("setting.wrong-mail", {
      ...{ name: "SAURO_MAIL_SERVER", value: server.includes("@") ? "…@…" : server },
    });
  const tls = place[1]?.toLowerCase() === "smtps";
  const host = (place[2] ?? "").replace(/^\[|\]$/g, "");
  const port = Number(place[3] ?? (tls ? 465 : 587));
  return succeed({ host, port, tls, from, login: user && password ? { user, password } : null });
}
