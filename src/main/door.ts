import type { Accounts } from "../accounts/open-accounts.ts";
import { needsSecondFactor } from "../accounts/session-rules.ts";
import { provinceNumber } from "../domain/organisation/actor.ts";
import type { AccountsPort } from "../http/dependencies.ts";
import { type BeginWorld, beginProvince, type Founder } from "../operations/begin-province.ts";
import { heldRoles } from "../operations/held-roles.ts";
import { finishInvitations } from "./invitations.ts";

/**
 * The accounts, with what a person is in a province, and with a province begun on the day on which somebody first works
 * for it. A beginning or an invitation that was cut off shows as a person without any role, and is made up for then.
 */
export function openDoor(accounts: Accounts, world: BeginWorld): AccountsPort {
  const begin = async (founder: Founder, province: number | undefined) => {
    const number = province === undefined ? null : provinceNumber(province);
    if (number !== null) await beginProvince(founder, number, world);
  };
  return {
    ...accounts,
    userOf: async (headers) => {
      const visitor = await accounts.userOf(headers);
      if (visitor === null) return null;
      const rule = accounts.settings.secondFactor;
      const asked = { ...visitor, administrator: true };
      // Who would not be asked even as an administrator is asked nothing about his posts.
      const administrator =
        visitor.administrator ||
        (needsSecondFactor(asked, rule) && (await isAdministrator(accounts, visitor.id, world)));
      return { ...visitor, mustEnrol: needsSecondFactor({ ...visitor, administrator }, rule) };
    },
    heldRoles: async (person, province) => {
      const held = await heldRoles(person.id, province, world);
      if (held.length > 0) return held;
      await finishInvitations(accounts, person.id, world);
      await beginProvince(person, province, world);
      return heldRoles(person.id, province, world);
    },
    setUp: async (request, caller) => {
      const session = await accounts.setUp(request, caller);
      if (session.ok) await begin(session.value.user, request.province);
      return session;
    },
    chooseProvince: async (person, province) => {
      const chosen = await accounts.chooseProvince(person, province);
      if (chosen.ok) await begin(person, province);
      return chosen;
    },
  };
}

/** Whether a person is an administrator in any province that he works for. */
export async function isAdministrator(
  accounts: Pick<Accounts, "provincesOf">,
  person: string,
  world: BeginWorld,
): Promise<boolean> {
  for (const number of await accounts.provincesOf(person)) {
    const province = provinceNumber(number);
    const held = province === null ? [] : await heldRoles(person, province, world);
    if (held.some(({ role, actingFor }) => role === "administrator" && actingFor === null)) return true;
  }
  return false;
}
