import { provinceNumber } from "../domain/organisation/actor.ts";
import type { AccountsPort } from "../http/dependencies.ts";
import { type BeginWorld, beginProvince, type Founder } from "../operations/begin-province.ts";
import { heldRoles } from "../operations/held-roles.ts";

/** The accounts by themselves, which know people but not what they are in a province. */
type PlainAccounts = Omit<AccountsPort, "heldRoles">;

/**
 * The accounts, with what a person is in a province, and with a province begun on the day on which somebody first works
 * for it. A beginning that was cut off shows as a person without any role, and is made up for then.
 */
export function openDoor(accounts: PlainAccounts, world: BeginWorld): AccountsPort {
  const begin = async (founder: Founder, province: number | undefined) => {
    const number = province === undefined ? null : provinceNumber(province);
    if (number !== null) await beginProvince(founder, number, world);
  };
  return {
    ...accounts,
    heldRoles: async (person, province) => {
      const held = await heldRoles(person.id, province, world);
      if (held.length > 0) return held;
      await beginProvince(person, province, world);
      return heldRoles(person.id, province, world);
    },
    setUp: async (request) => {
      const session = await accounts.setUp(request);
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
