import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Result } from "../../src/domain/basics/result.ts";
import type { Actor } from "../../src/domain/organisation/actor.ts";
import { provinceNumber } from "../../src/domain/organisation/actor.ts";
import type { HeldRole, Role } from "../../src/domain/organisation/rights.ts";
import { heldRoles } from "../../src/operations/held-roles.ts";
import { editPerson, listPeople, type PeopleFilter, showPerson } from "../../src/operations/people.ts";
import {
  endPost,
  givePost,
  handOverPost,
  leaveProvince,
  type WantedPost,
} from "../../src/operations/posts.ts";
import { openRows, type Rows, withProvince } from "../../src/store/database.ts";
import { enterPerson, givePosts } from "../../src/store/posts.ts";
import { registerApp, today } from "../register/register-app.ts";
import { asLogin, openTestDatabase, type TestDatabase } from "../support/database.ts";
import { day, fillRegister, madeId } from "../support/register-rows.ts";
import { fillUnits, topUnit, unitNumber } from "../support/unit-rows.ts";

const province = provinceNumber(52) ?? nowhere();
function nowhere(): never {
  throw new Error("52 is a province");
}

let database: TestDatabase;
let rows: Rows;
let world: ReturnType<typeof registerApp>["register"];

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  world = registerApp(rows).register;
  await fillRegister(rows.kysely, province, { documents: 1, tasksEach: 10, units: 9, today });
  await fillUnits(rows.kysely, province, 4);
});
afterAll(async () => {
  await rows.close();
  await database.drop();
});

const named = [
  ["quan", "Trần Quản", "administrator", null],
  ["dau", "Lê Đầu", "focalOfficer", null],
  ["truong", "Đỗ Trưởng", "unitHead", unitNumber(1)],
  ["vien", "Ngô Viên", "unitOfficer", unitNumber(1)],
  ["khac", "Ngô Khác", "unitOfficer", unitNumber(2)],
] as const;

beforeEach(async () => {
  await asLogin(database.superuser, async (client) => {
    await client.query("truncate task_assignment, post, person cascade");
  });
  await withProvince(rows.kysely, province, async (transaction) => {
    for (const [id, name, role, unit] of named) {
      await enterPerson(transaction, province, { id, name, email: `${id}@vd.gov.vn`, phone: `09${id}` });
      await givePosts(transaction, province, [
        { ...post(id), person: id, role, unit, from: day("2026-01-01") },
      ]);
    }
  });
});

function post(id: string) {
  return { id: madeId(`post ${id}`, 1), title: null, to: null, actingFor: null, document: null };
}

const postOf = (id: string) => madeId(`post ${id}`, 1);

function actor(person: string, role: Role, unit: string | null = null): Actor {
  const held: readonly HeldRole[] = [{ role, unit, actingFor: null }];
  return { person, name: person, province, held, address: null };
}

const administrator = actor("quan", "administrator");
const head = actor("truong", "unitHead", unitNumber(1));

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

function codeOf(result: Result<unknown>): string {
  return result.ok ? "done" : result.failure.code;
}

const everybody: PeopleFilter = { words: null, unit: null, role: null, left: false };

async function found(who: Actor, filter: Partial<PeopleFilter>): Promise<string[]> {
  const page = await listPeople(who, { filter: { ...everybody, ...filter }, after: null, limit: 50 }, world);
  return given(page).people.map(({ id }) => id);
}

describe("the list of people", () => {
  it.each([
    ["without accents", { words: "ngo vien" }, ["vien"]],
    ["with them", { words: "Ngô" }, ["khac", "vien"]],
    ["by address", { words: "khac@vd" }, ["khac"]],
    ["by a sign that SQL knows", { words: "%" }, []],
    ["by a unit with all below it", { unit: topUnit }, ["khac", "truong", "vien"]],
    ["by role", { role: "focalOfficer" as const }, ["dau"]],
    ["by both", { role: "unitOfficer" as const, unit: unitNumber(2) }, ["khac"]],
  ])("is searched %s", async (_, filter, ids) => {
    expect((await found(administrator, filter)).toSorted()).toEqual(ids);
  });

  it("shows a unit head his own people only, and their personal data", async () => {
    expect(await found(head, {})).toEqual(["truong", "vien"]);
    const page = given(await listPeople(head, { filter: everybody, after: null, limit: 5 }, world));
    expect(page.people.map(({ phone }) => phone)).toEqual(["09truong", "09vien"]);
  });

  it("hides addresses from whom they are not shown, from a search by them too, and not his own", async () => {
    const leader = actor("dau", "leader");
    const page = given(await listPeople(leader, { filter: everybody, after: null, limit: 50 }, world));
    const shown = page.people.filter(({ email, phone }) => email !== null || phone !== null);
    expect(shown.map(({ id }) => id)).toEqual(["dau"]);
    expect(await found(leader, { words: "khac@vd" })).toEqual([]);
  });

  it("pages by name, in the order of Vietnamese, to the last", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { people: readonly { name: string }[]; next: string | null } = given(
        await listPeople(administrator, { filter: everybody, after, limit: 2 }, world),
      );
      seen.push(...page.people.map(({ name }) => name));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(["Đỗ Trưởng", "Lê Đầu", "Ngô Khác", "Ngô Viên", "Trần Quản"]);
  });
});

describe("posts", () => {
  const wish: WantedPost = {
    ...({ role: "unitOfficer" } as const),
    ...{ unit: unitNumber(1), title: "Chuyên viên", from: day("2026-05-01") },
    ...{ to: null, actingFor: null, document: "12/QĐ-SNgV" },
  };

  it("are given by the administrator anywhere, by a head in his own unit", async () => {
    expect(codeOf(await givePost(administrator, "khac", wish, world))).toBe("done");
    expect(codeOf(await givePost(head, "dau", wish, world))).toBe("done");
    expect(codeOf(await givePost(head, "dau", { ...wish, unit: unitNumber(2) }, world))).toBe("unit.unknown");
    const leader = { ...wish, role: "leader", unit: null } as const;
    expect(codeOf(await givePost(head, "vien", leader, world))).toBe("register.not-allowed");
    expect(codeOf(await givePost(actor("dau", "focalOfficer"), "vien", wish, world))).toBe(
      "register.not-allowed",
    );
  });

  it.each([
    ["a unit role without a unit", { unit: null }, "people.unit-needed"],
    ["days that are reversed", { to: day("2026-04-01") }, "people.days-reversed"],
    ["nobody's post to act in", { actingFor: madeId("none", 1) }, "people.post-unknown"],
  ])("refuse %s", async (_, part, code) => {
    expect(codeOf(await givePost(administrator, "khac", { ...wish, ...part }, world))).toBe(code);
  });

  it("let somebody act for who is away, dated, seen on both, and with his rights on those days only", async () => {
    const stead = { ...wish, from: day("2026-05-10"), to: day("2026-05-31"), actingFor: postOf("truong") };
    const shown = given(await givePost(head, "vien", stead, world));
    expect(shown.person.posts.find(({ actingFor }) => actingFor !== null)).toMatchObject({
      ...{ role: "unitHead", unit: unitNumber(1), absent: "Đỗ Trưởng" },
    });
    expect(given(await showPerson(head, "truong", world)).person.standIns).toMatchObject([
      { name: "Ngô Viên" },
    ]);
    const on = (text: string) => heldRoles("vien", province, { ...world, today: () => day(text) });
    expect((await on("2026-05-10")).map(({ role, actingFor }) => [role, actingFor])).toEqual([
      ["unitOfficer", null],
      ["unitHead", "truong"],
    ]);
    expect(await on("2026-06-01")).toHaveLength(1);
    expect(codeOf(await givePost(head, "truong", stead, world))).toBe("people.acting-for-oneself");
  });

  it("end on a day with what others have in their stead", async () => {
    const stead = { ...wish, from: day("2026-05-10"), to: null, actingFor: postOf("truong") };
    given(await givePost(head, "vien", stead, world));
    const end = { version: 1, on: day("2026-05-20") };
    given(await endPost(administrator, postOf("truong"), end, world));
    const posts = given(await showPerson(administrator, "vien", world)).person.posts;
    expect(posts.find(({ actingFor }) => actingFor !== null)?.to).toBe("2026-05-20");
    expect(codeOf(await endPost(administrator, postOf("truong"), end, world))).toBe("people.changed");
    expect(codeOf(await endPost(head, postOf("khac"), end, world))).toBe("people.post-unknown");
  });

  it("never leave the province without an administrator", async () => {
    const end = { version: 1, on: today };
    expect(codeOf(await endPost(administrator, postOf("quan"), end, world))).toBe(
      "people.last-administrator",
    );
    expect(
      codeOf(await endPost(administrator, postOf("quan"), { ...end, on: day("2027-01-01") }, world)),
    ).toBe("people.last-administrator");
    const leaving = { version: 1, on: today, successor: null };
    expect(codeOf(await leaveProvince(administrator, "quan", leaving, world))).toBe(
      "people.last-administrator",
    );
    expect(given(await showPerson(administrator, "quan", world)).person.posts[0]?.to).toBeNull();
    given(await givePost(administrator, "dau", { ...wish, role: "administrator", unit: null }, world));
    expect(codeOf(await endPost(administrator, postOf("quan"), end, world))).toBe("done");
  });

  it("of two administrators who end each other at once, one stays", async () => {
    const given2 = given(
      await givePost(administrator, "dau", { ...wish, role: "administrator", unit: null }, world),
    );
    const second = given2.person.posts.find(({ role }) => role === "administrator");
    const end = { version: 1, on: today };
    const codes = await Promise.all([
      endPost(administrator, postOf("quan"), end, world),
      endPost(actor("dau", "administrator"), second?.id ?? "", end, world),
    ]);
    expect(codes.map(codeOf).toSorted()).toEqual(["done", "people.last-administrator"]);
  });

  it("are handed over with the work inside the unit, and nothing of other units moves", async () => {
    await assign([
      [1, unitNumber(1), "vien"],
      [2, unitNumber(1), "truong"],
      [3, unitNumber(2), "vien"],
    ]);
    const request = { version: 1, on: day("2026-05-31"), to: "dau" };
    given(await handOverPost(head, postOf("vien"), request, world));
    expect(await officers()).toEqual(["dau", "truong", "vien"]);
    const successor = given(await showPerson(administrator, "dau", world)).person;
    expect(successor.posts.find(({ role }) => role === "unitOfficer")).toMatchObject({
      from: "2026-06-01",
      to: null,
    });
  });

  it("all end when a person leaves, and his work goes to the one who is named", async () => {
    await assign([[1, unitNumber(1), "vien"]]);
    const leaving = { version: 1, on: day("2026-05-19"), successor: "truong" };
    expect(codeOf(await leaveProvince(head, "vien", leaving, world))).toBe("register.not-allowed");
    const shown = given(await leaveProvince(administrator, "vien", leaving, world));
    expect(shown.person.posts.map(({ to }) => to)).toEqual(["2026-05-19"]);
    expect(await officers()).toEqual(["truong"]);
    expect(await found(administrator, { words: "vien" })).toEqual([]);
    expect(await found(administrator, { words: "vien", left: true })).toEqual(["vien"]);
    expect(codeOf(await givePost(administrator, "vien", wish, world))).toBe("people.left");
  });

  async function assign(work: readonly (readonly [task: number, unit: string, officer: string])[]) {
    await withProvince(rows.kysely, province, async (transaction) => {
      for (const [task, unit, officer] of work)
        await sql`insert into task_assignment (province_id, task_id, unit_id, officer)
          values (${province}, ${madeId("task", task)}, ${unit}, ${officer})`.execute(transaction);
    });
  }

  async function officers() {
    return withProvince(rows.kysely, province, async (transaction) => {
      const { rows: found } = await sql<{ officer: string }>`select officer from task_assignment`.execute(
        transaction,
      );
      return found.map(({ officer }) => officer).toSorted();
    });
  }
});

describe("a person", () => {
  it("is corrected in the version seen, with a history", async () => {
    const edit = { version: 1, name: "Ngô Thị Viên", phone: null };
    expect(given(await editPerson(head, "vien", edit, world)).person).toMatchObject({ name: "Ngô Thị Viên" });
    expect(codeOf(await editPerson(head, "vien", edit, world))).toBe("people.changed");
    expect(codeOf(await editPerson(head, "khac", edit, world))).toBe("people.unknown");
    expect(await found(administrator, { words: "thi vien" })).toEqual(["vien"]);
    const { rows: written } = await asLogin(database.superuser, (client) =>
      client.query(
        "select what, before, after from history where subject = 'person:vien' and what = 'edit-person'",
      ),
    );
    expect(written).toMatchObject([{ before: { name: "Ngô Viên" }, after: { name: "Ngô Thị Viên" } }]);
  });
});
