import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Result } from "../../src/domain/basics/result.ts";
import { allTasks } from "../../src/domain/duty/task-query.ts";
import { type Actor, provinceNumber } from "../../src/domain/organisation/actor.ts";
import type { Role } from "../../src/domain/organisation/rights.ts";
import { assignWork, showAssigningUnits, showAssignments } from "../../src/operations/assign-work.ts";
import { listTasks } from "../../src/operations/list-tasks.ts";
import { openRows, type Rows, withProvince } from "../../src/store/database.ts";
import { enterPerson, givePosts } from "../../src/store/posts.ts";
import { insertUnits } from "../../src/store/units.ts";
import { registerApp, today } from "../register/register-app.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { day, fillRegister, madeId } from "../support/register-rows.ts";
import { fillUnits, madeUnit, unitNumber } from "../support/unit-rows.ts";

let database: TestDatabase;
let rows: Rows;
let world: ReturnType<typeof registerApp>["register"];
let own: readonly string[];
let other: readonly string[];
const unit = unitNumber(1);
const room = unitNumber(9);

function province() {
  const found = provinceNumber(52);
  if (found === null) throw new Error("52 is a province");
  return found;
}

function actor(person: string, role: Role, place: string | null): Actor {
  return {
    person,
    name: person,
    province: province(),
    held: [{ role, unit: place, actingFor: null }],
    address: null,
  };
}

const head = actor("truong", "unitHead", unit);
const officer = actor("vien", "unitOfficer", unit);

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const codeOf = (result: Result<unknown>) => (result.ok ? "done" : result.failure.code);
const page = { order: { key: "due", descending: false }, after: null, limit: 200, withFacets: true } as const;

async function tasksOf(who: Actor, assignedTo: string | null = null): Promise<readonly string[]> {
  const list = given(await listTasks(who, { ...page, filter: { ...allTasks, assignedTo } }, world));
  expect(list.total).toBe(list.tasks.length);
  return list.tasks.map(({ id }) => id);
}

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  world = registerApp(rows).register;
  await fillRegister(rows.kysely, province(), { documents: 1, tasksEach: 60, units: 9, today });
  await fillUnits(rows.kysely, province(), 3);
  await withProvince(rows.kysely, province(), async (transaction) => {
    await insertUnits(transaction, province(), [madeUnit(9, unit)]);
    for (const [id, place] of [
      ["truong", unit],
      ["vien", room],
      ["khac", unitNumber(2)],
    ] as const) {
      await enterPerson(transaction, province(), {
        id,
        name: `Người ${id}`,
        email: `${id}@vd.vn`,
        phone: null,
      });
      await givePosts(transaction, province(), [
        {
          ...{ id: madeId(`post ${id}`, 1), person: id, unit: place, role: "unitOfficer", title: null },
          ...{ from: day("2026-01-01"), to: null, actingFor: null, document: null },
        },
      ]);
    }
  });
  own = await tasksOf(head);
  other = await tasksOf(actor("khac", "unitOfficer", unitNumber(2)));
});
afterAll(async () => {
  await rows.close();
  await database.drop();
});

describe("work inside a unit", () => {
  const fresh = (ids: readonly string[]) => ids.map((id) => ({ id, version: 0 }));

  it("is given by the head, of many tasks at once, and the officer finds it as his", async () => {
    const some = own.slice(0, 3);
    const wish = { unit, tasks: fresh(some), leader: "truong", room, officer: "vien" };
    expect(given(await assignWork(head, wish, world))).toEqual({ assigned: 3, refused: [] });
    expect((await tasksOf(officer, "vien")).toSorted()).toEqual(some.toSorted());
    expect((await tasksOf(officer)).length).toBe(own.length);
    const [shown] = given(await showAssignments(officer, some[0] ?? "", world)).assignments;
    expect(shown).toMatchObject({
      ...{
        unit: { id: unit },
        leader: { name: "Người truong" },
        room: { id: room },
        officer: { id: "vien" },
      },
      version: 1,
    });
  });

  it("is changed in part, in the version seen, with its history", async () => {
    const [id = ""] = own;
    const change = { unit, tasks: [{ id, version: 1 }], officer: null };
    given(await assignWork(head, change, world));
    const [shown] = given(await showAssignments(head, id, world)).assignments;
    expect(shown).toMatchObject({ leader: { id: "truong" }, officer: null, version: 2 });
    const late = { assigned: 0, refused: [{ task: id, code: "people.work-changed" }] };
    expect(given(await assignWork(head, change, world))).toEqual(late);
  });

  it.each([
    ["by an officer", () => officer, {}, "register.not-allowed"],
    ["in another unit", () => head, { unit: unitNumber(2) }, "unit.unknown"],
    ["to somebody of another unit", () => head, { officer: "khac" }, "people.not-in-unit"],
    ["to a room that is none of the unit", () => head, { room: unitNumber(2) }, "unit.unknown"],
  ])("is not given %s, and nothing is written", async (_, who, part, code) => {
    const last = own.slice(-1);
    const wish = { unit, officer: "vien", ...part, tasks: fresh(last) };
    expect(codeOf(await assignWork(who(), wish, world))).toBe(code);
    const [shown] = given(await showAssignments(head, last[0] ?? "", world)).assignments;
    expect(shown?.version).toBe(0);
  });

  it("is given of those tasks that the unit holds; the others are named with the reason, and the books balance", async () => {
    const [taken = "", nobodys = ""] = [own.at(-2), madeId("nothing", 1)];
    const [others = ""] = other.filter((id) => !own.includes(id));
    const asked = [taken, others, nobodys, taken];
    const done = given(await assignWork(head, { unit, tasks: fresh(asked), officer: "vien" }, world));
    expect(done.assigned).toBe(1);
    expect(done.refused.toSorted((a, b) => a.task.localeCompare(b.task))).toEqual(
      [others, nobodys]
        .toSorted((a, b) => a.localeCompare(b))
        .map((task) => ({ task, code: "people.work-not-held" })),
    );
    expect(
      given(await showAssignments(actor("khac", "unitHead", unitNumber(2)), others, world)).assignments,
    ).toMatchObject([{ officer: null, version: 0 }]);
  });

  it("given by two heads at the same moment is the work of one of them, and the other is told", async () => {
    const [id = ""] = own.slice(-3);
    const wish = { unit, tasks: fresh([id]) };
    const both = await Promise.all([
      assignWork(head, { ...wish, officer: "vien" }, world),
      assignWork(head, { ...wish, leader: "truong" }, world),
    ]);
    const counts = both.map((one) => given(one).assigned);
    expect(counts.toSorted()).toEqual([0, 1]);
  });

  it("is given in the units that the person heads", async () => {
    expect(given(await showAssigningUnits(head, world)).map(({ id }) => id)).toEqual([unit]);
    expect(codeOf(await showAssigningUnits(officer, world))).toBe("register.not-allowed");
  });

  it("says to the head alone that he may give it", async () => {
    const [id = ""] = own;
    expect(given(await showAssignments(head, id, world)).mayAssign).toEqual([unit]);
    expect(given(await showAssignments(officer, id, world)).mayAssign).toEqual([]);
    expect(codeOf(await showAssignments(head, other[0] ?? "", world))).toBe("register.task-unknown");
  });
});
