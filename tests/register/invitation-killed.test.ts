import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Accounts } from "../../src/accounts/open-accounts.ts";
import { firstUnits } from "../../src/domain/organisation/province-units.ts";
import { openDoor } from "../../src/main/door.ts";
import { openInvitationDesk } from "../../src/main/invitations.ts";
import { openTestAccounts } from "../support/accounts.ts";
import { asLogin } from "../support/database.ts";
import { realGazetteer, realUnitFiles } from "../support/gazetteer.ts";
import { unwrap } from "../support/server.ts";
import { today } from "./register-app.ts";
import { atAnswer, giaLai, openUnitWorld } from "./unit-world.ts";

let world: Awaited<ReturnType<typeof openUnitWorld>>;
let accounts: Accounts;
let unit: string;
let people = 0;

beforeAll(async () => {
  world = await openUnitWorld();
  accounts = openTestAccounts(world.rows, () => new Date());
  unit = await world.make("Sở Thử nghiệm 5");
});
afterAll(() => world.close());

const here = { address: null, agent: null };
const nobody = { name: null, password: "bốn con trâu xanh" };

/** Invites one more person to two posts of the unit; gives the code. */
async function invited(): Promise<string> {
  people += 1;
  const request = {
    ...{ name: `Người ${people}`, email: `nguoi${people}@vd.gov.vn`, officialId: null, days: 7, mail: null },
    posts: [
      { role: "unitOfficer", unit, title: null },
      { role: "unitHead", unit, title: "Giám đốc" },
    ],
  } as const;
  const desk = openInvitationDesk(accounts, world.register, null);
  return unwrap(await desk.invite(world.actor, request, null)).code;
}

/** What stands of a person in the register and the log. */
async function standingOf(email: string) {
  return asLogin(world.database.superuser, async (client) => {
    const count = async (text: string) => {
      const { rows } = await client.query<{ n: number }>(text, [email]);
      return rows[0]?.n;
    };
    const person = "(select id from accounts.users where email = $1)";
    return {
      accounts: await count("select count(*)::int n from accounts.users where email = $1"),
      people: await count("select count(*)::int n from person where email = $1"),
      open: await count(
        "select count(*)::int n from accounts.invitations where email = $1 and entered_at is null",
      ),
      posts: await count(`select count(*)::int n from post where person_id = ${person}`),
      told: await count(
        `select count(*)::int n from history where what = 'enter-invited' and subject = 'person:' || ${person}`,
      ),
    };
  });
}

/** The person's next request: what the program does when it finds out which roles he has. */
async function comesAgain(email: string): Promise<readonly string[]> {
  const user = await world.rows.pool.query<{ id: string; name: string; email: string }>(
    "select id, name, email from accounts.users where email = $1",
    [email],
  );
  const [person] = user.rows;
  if (!person) throw new Error(`${email} has no account`);
  const gazetteer = realGazetteer();
  const newId = world.register.newId;
  const door = openDoor(accounts, {
    ...world.register,
    firstUnits: () => firstUnits(gazetteer, realUnitFiles(), { code: "52", day: today, newId }),
  });
  return (await door.heldRoles(person, giaLai)).map(({ role }) => role).toSorted();
}

const whole = { accounts: 1, people: 1, open: 0, posts: 2, told: 1 };
const without = { accounts: 1, people: 0, open: 1, posts: 0, told: 0 };

describe("when the program dies between the acceptance of an invitation and its posts", () => {
  it("the account is there without posts or with all of them, and the next request makes it whole, once", async () => {
    let broken = 0;
    for (let n = 1; ; n++) {
      const code = await invited();
      const email = `nguoi${people}@vd.gov.vn`;
      const dies = atAnswer(n, () => Promise.reject(new Error("killed")));
      const dying = { ...world.register, kysely: world.register.kysely.withPlugin(dies) };
      const desk = openInvitationDesk(accounts, dying, null);
      const entered = await desk.acceptInvitation({ ...nobody, code }, null, here).catch(() => null);
      if (entered !== null) {
        unwrap(entered);
        expect(dies.seen()).toBeLessThan(n);
        expect(await standingOf(email)).toEqual(whole);
        break;
      }
      broken += 1;
      const standing = await standingOf(email);
      expect([without, whole], `broken off at answer ${n}`).toContainEqual(standing);
      expect(await comesAgain(email)).toEqual(["unitHead", "unitOfficer"]);
      expect(await comesAgain(email)).toEqual(["unitHead", "unitOfficer"]);
      expect(await standingOf(email)).toEqual(whole);
    }
    expect(broken).toBeGreaterThan(3);
  });

  it("posts that were taken away afterwards are not given again", async () => {
    const code = await invited();
    const email = `nguoi${people}@vd.gov.vn`;
    const desk = openInvitationDesk(accounts, world.register, null);
    unwrap(await desk.acceptInvitation({ ...nobody, code }, null, here));
    await asLogin(world.database.superuser, (client) =>
      client.query("delete from post using accounts.users u where u.email = $1 and post.person_id = u.id", [
        email,
      ]),
    );
    expect(await comesAgain(email)).toEqual([]);
    expect(await standingOf(email)).toEqual({ ...whole, posts: 0 });
  });
});
