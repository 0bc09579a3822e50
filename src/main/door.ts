import { provinceNumber } from "../domain/organisation/actor.ts";
import type { AccountsPort } from "../http/dependencies.ts";
import { startRegister } from "../operations/province-settings.ts";
import type { RegisterWorld } from "../operations/register.ts";

/** The accounts, with the register of a province begun on the day on which somebody first works for it. */
export function openDoor(accounts: AccountsPort, register: RegisterWorld): AccountsPort {
  const begin = async (person: string, name: string, province: number | undefined) => {
    const number = province === undefined ? null : provinceNumber(province);
    if (number !== null) await startRegister({ person, name, province: number }, register);
  };
  return {
    ...accounts,
    setUp: async (request) => {
      const session = await accounts.setUp(request);
      if (session.ok) await begin(session.value.user.id, request.name, request.province);
      return session;
    },
    chooseProvince: async (person, province) => {
      const chosen = await accounts.chooseProvince(person, province);
      if (chosen.ok) await begin(person, "", province);
      return chosen;
    },
  };
}
