import type { Accounts } from "../accounts/open-accounts.ts";
import { codeLink } from "../contract/paths.ts";
import type { MailPort } from "../delivery/mail.ts";
import { fail, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import { provinceNumber } from "../domain/organisation/actor.ts";
import type { InvitationsPort } from "../http/account-port.ts";
import { enterInvited, mayInvite, namesOfPostUnits } from "../operations/invite-person.ts";
import { mailInvitation } from "../operations/mail-invitation.ts";
import type { RegisterWorld } from "../operations/register.ts";

/** Invitations and codes: accounts know the codes, the register knows who may give which post. */
export function openInvitationDesk(
  accounts: Accounts,
  world: RegisterWorld,
  /** Null: no mail server is set. `origin` is where people open the program. */
  post: { readonly mail: MailPort; readonly origin: string } | null,
): InvitationsPort {
  return {
    mail: post !== null,
    invite: async (actor, { posts, mail: language, ...request }, address) => {
      const allowed = await mayInvite(actor, posts, world);
      if (!allowed.ok) return allowed;
      const numbered = posts.map((post) => ({ ...post, id: world.newId() }));
      const wish = { ...request, posts: numbered, province: actor.province };
      const made = await accounts.invite(actor.person, wish, address);
      if (!made.ok || language === null) return made.ok ? succeed({ ...made.value, mailed: null }) : made;
      if (post === null) return succeed({ ...made.value, mailed: fail("mail.off") });
      const opened = await accounts.checkInvitation(made.value.code);
      if (!opened.ok) throw new Error("an invitation just made does not open");
      const link = codeLink(post.origin, "invitation", made.value.code);
      const letter = { ...opened.value, ...made.value, link };
      const mailed = await mailInvitation(actor, letter, language, { ...world, mail: post.mail });
      return succeed({ ...made.value, mailed });
    },
    openInvitations: async (actor) => {
      const allowed = permit(actor, "change-people");
      if (!allowed.ok) return allowed;
      const found = await accounts.openInvitations(actor.province);
      const reach = allowed.value;
      const own =
        reach.kind === "province" ? found : found.filter(({ issuedBy }) => issuedBy.id === actor.person);
      const units = await namesOfPostUnits(
        actor,
        own.flatMap(({ posts }) => posts),
        world,
      );
      const nameOf = (unit: string | null) => units.find(({ id }) => id === unit)?.name ?? null;
      return {
        ok: true,
        value: own.map((entry) => ({
          ...entry,
          issuedBy: entry.issuedBy.name,
          posts: entry.posts.map(({ role, unit, title }) => ({ role, unit, title, unitName: nameOf(unit) })),
        })),
      };
    },
    withdrawInvitation: async (actor, id, address) => {
      const allowed = permit(actor, "change-people");
      if (!allowed.ok) return allowed;
      const only = allowed.value.kind === "province" ? null : actor.person;
      return accounts.withdrawInvitation(actor.person, { province: actor.province, id, only }, address);
    },
    checkInvitation: accounts.checkInvitation,
    acceptInvitation: async (given, visitor, caller) => {
      const accepted = await accounts.acceptInvitation(given, visitor, caller);
      if (accepted.ok) await finishInvitations(accounts, accepted.value.user.id, world);
      return accepted;
    },
    issueRecovery: async (actor, person, address) => {
      const allowed = permit(actor, "change-rights");
      if (!allowed.ok) return allowed;
      return accounts.issueRecovery(actor.person, { person, province: actor.province }, address);
    },
    checkPersonalCode: accounts.checkPersonalCode,
    recover: accounts.recover,
    enterByCode: accounts.enterByCode,
  };
}

/** Gives the posts of invitations that a person accepted; also those that were cut off before. */
export async function finishInvitations(
  accounts: Pick<Accounts, "acceptedOf">,
  person: string,
  world: RegisterWorld,
): Promise<void> {
  for (const invitation of await accounts.acceptedOf(person)) {
    const province = provinceNumber(invitation.province);
    if (province === null) throw new Error(`an invitation into province ${invitation.province}`);
    await enterInvited({ ...invitation, province }, world);
  }
}
