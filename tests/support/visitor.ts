import { fail, succeed } from "../../src/domain/basics/result.ts";
import type { InvitationsPort, OwnAccountPort, Visitor } from "../../src/http/account-port.ts";
import type { SignedInUser } from "../../src/http/dependencies.ts";

/** Somebody who is signed in, just proved it, and has to do nothing first. */
export function visitor(person: SignedInUser): Visitor {
  return {
    ...person,
    ...{ session: "session", administrator: false, hasSecondFactor: false, mustEnrol: false },
    ...{ way: "password", fresh: true },
  };
}

/** An own account where everything goes well and nothing happens: for tests of who is let in. */
export const quietAccount: OwnAccountPort = {
  ways: { passwords: true, singleSignOn: null },
  signInWithCode: async () => fail("account.wrong-code"),
  signInWithPasskey: async () => fail("account.passkey-refused"),
  beginSingleSignOn: async () => fail("account.sso-off"),
  finishSingleSignOn: async () => fail("account.sso-off"),
  askPasskey: async () => ({ options: {}, cookie: "a=b" }),
  beginPasskey: async () => ({ options: {}, cookie: "a=b" }),
  finishPasskey: async () => succeed(null),
  proveAgain: async () => succeed(null),
  proveWithPasskey: async () => succeed(null),
  hasPassword: async () => true,
  hasApp: async () => false,
  beginApp: async () => succeed({ uri: "", secret: "" }),
  finishApp: async () => succeed({ codes: [], cookies: [] }),
  newCodes: async () => succeed([]),
  removeApp: async () => succeed(null),
  passkeysOf: async () => [],
  removePasskey: async () => undefined,
  sessionsOf: async () => [],
  endSessions: async () => 0,
  rename: async () => undefined,
  changePassword: async () => succeed(null),
};

/** Invitations and codes for tests that do not come near them. */
export const noInvitations: InvitationsPort = {
  mail: false,
  ...{ invite: unasked, openInvitations: unasked, withdrawInvitation: unasked },
  ...{ checkInvitation: unasked, acceptInvitation: unasked, issueRecovery: unasked },
  ...{ checkPersonalCode: unasked, recover: unasked, enterByCode: unasked },
};

function unasked(): never {
  throw new Error("not to be asked in this test");
}
