import type { MailPort } from "../delivery/mail.ts";
import type { Result } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Language } from "../domain/language/language.ts";
import { letterWords } from "../domain/language/letters.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** An invitation just made, as its letter tells it. */
export interface LetterOfInvitation {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly province: string;
  readonly code: string;
  readonly link: string;
  readonly expiresAt: Date;
}

/**
 * Sends an invitation to the person invited, and logs what came of it; the code, which opens by itself, is not logged.
 * Fails with `register.not-allowed` and as the mail does: the invitation stands all the same, and its code can be printed.
 */
export async function mailInvitation(
  actor: Actor,
  invitation: LetterOfInvitation,
  language: Language,
  world: RegisterWorld & { readonly mail: MailPort },
): Promise<Result<null>> {
  const allowed = permit(actor, "change-people");
  if (!allowed.ok) return allowed;
  const { id, email } = invitation;
  const words = letterWords[language].invitation;
  const until = new Intl.DateTimeFormat(language === "vi" ? "vi-VN" : "en-GB", {
    ...({ day: "2-digit", month: "2-digit", year: "numeric" } as const),
    ...({ hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" } as const),
  }).format(invitation.expiresAt);
  const sent = await world.mail.send({
    ...{ to: email, subject: words.subject(invitation.province) },
    text: words.text({ ...invitation, inviter: actor.name, until }),
  });
  const after = sent.ok ? { email, sent: true } : { email, sent: false, failure: sent.failure.code };
  await withProvince(world.kysely, actor.province, (transaction) =>
    writeHistory(transaction, actor, world, [
      { what: "mail-invitation", subject: `invitation:${id}`, before: null, after },
    ]),
  );
  return sent;
}
