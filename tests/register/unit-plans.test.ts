import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RegisteredTaskAnswer } from "../../src/contract/task.ts";
import type { UnitAnswer, UnitPlansAnswer, WishedChange } from "../../src/contract/unit.ts";
import { carryOutPlans } from "../../src/operations/unit-plans.ts";
import { day } from "../support/register-rows.ts";
import { jsonOf, refusalOf } from "./register-app.ts";
import { atAnswer, change, giaLai, openUnitWorld, preview, snapshot, taskParties } from "./unit-world.ts";

let world: Awaited<ReturnType<typeof openUnitWorld>>;
let three: string;
let six: string;

beforeEach(async () => {
  world = await openUnitWorld();
  three = await world.make("Sở Thử nghiệm 3");
  six = await world.make("Sở Thử nghiệm 6");
  await world.employ(three);
});
afterEach(() => world.close());

const like = {
  shortName: null,
  symbol: null,
  kind: "department",
  relation: "subordinate",
  parent: null,
} as const;
const named = (name: string) => ({ ...like, name });
const on = "2026-06-01";
const merger = (): WishedChange => ({ kind: "merged", on, from: [three, six], into: named("Sở Hợp nhất") });
const plans = async () => (await jsonOf<UnitPlansAnswer>(world.ask("/api/unit-plans"))).plans;
const worldOn = (text: string) => ({ ...world.register, today: () => day(text) });
const unitOf = (id: string) => jsonOf<UnitAnswer>(world.ask(`/api/units/${id}`));

describe("a change that is decided for a day to come", () => {
  it("moves nothing before its day, and is shown", async () => {
    const before = await snapshot(world.rows);
    const made = await change(world, merger());
    expect(made).toMatchObject({ after: [], found: null });
    expect(await carryOutPlans(giaLai, world.register)).toEqual({ made: 0, failed: 0 });
    expect(await snapshot(world.rows)).toBe(before);
    expect(await plans()).toMatchObject([
      {
        ...{ kind: "merged", on, document: "12/QĐ-UBND", failure: null },
        before: [{ name: "Sở Thử nghiệm 3" }, { name: "Sở Thử nghiệm 6" }],
        after: [{ id: null, name: "Sở Hợp nhất" }],
      },
    ]);
  });

  it("is made on its day as it was planned, also when that day has passed; once", async () => {
    await change(world, merger());
    const later = worldOn("2026-06-03");
    const both = await Promise.all([carryOutPlans(giaLai, later), carryOutPlans(giaLai, later)]);
    expect(both.reduce((sum, { made }) => sum + made, 0)).toBe(1);
    expect(await plans()).toEqual([]);
    const old = await unitOf(three);
    expect(old.unit.to).toBe("2026-05-31");
    const [merged] = old.changes;
    expect(merged).toMatchObject({ kind: "merged", on, document: "12/QĐ-UBND", who: "Trần Thị Mai" });
    const heir = await unitOf(merged?.after[0] ?? "");
    expect(heir.held).toBeGreaterThan(0);
  });

  it("is cancelled before its day, and then nothing happens", async () => {
    const before = await snapshot(world.rows);
    const { id } = await change(world, merger());
    await jsonOf(world.send("DELETE", `/api/unit-plans/${id}`, undefined));
    expect(await carryOutPlans(giaLai, worldOn(on))).toEqual({ made: 0, failed: 0 });
    expect(await snapshot(world.rows)).toBe(before);
    expect(await refusalOf(world.send("DELETE", `/api/unit-plans/${id}`, undefined))).toBe(
      "404 unit.plan-unknown",
    );
  });

  it("stands alone for the units that it alters", async () => {
    await change(world, merger());
    const end: WishedChange = { kind: "abolished", on: "2026-07-01", unit: six, heir: null };
    const { seen } = await preview(world, end);
    const second = world.send("POST", "/api/unit-changes", { change: end, document: null, note: null, seen });
    expect(await refusalOf(second)).toBe("409 unit.plan-there");
  });

  it("that cannot be made any more stays with its reason, and is not tried again", async () => {
    await change(world, { kind: "abolished", on, unit: six, heir: three });
    await change(world, { kind: "abolished", on: "2026-05-10", unit: six, heir: null });
    const before = await snapshot(world.rows);
    expect(await carryOutPlans(giaLai, worldOn(on))).toEqual({ made: 0, failed: 1 });
    expect(await carryOutPlans(giaLai, worldOn(on))).toEqual({ made: 0, failed: 0 });
    expect(await snapshot(world.rows)).toBe(before);
    expect(await plans()).toMatchObject([{ failure: { code: "unit.closed" } }]);
  });

  it("a split: what was given stays given, and of work that came since a person is asked", async () => {
    const parts = async (unit: string) =>
      (await taskParties(world.rows)).filter((part) => part.unit === unit);
    const open = (await parts(three)).filter(({ done }) => !done).map(({ task }) => task);
    const [second = "", ...others] = open;
    const given = [{ task: second, heir: 1 }];
    await change(world, {
      kind: "split",
      on,
      from: three,
      into: [named("Sở Ba A"), named("Sở Ba B")],
      given,
    });
    const later = (await parts(six)).find(({ task, done }) => !done && !open.includes(task))?.task ?? "";
    const { version, addressees } = await jsonOf<RegisteredTaskAnswer>(world.ask(`/api/tasks/${later}`));
    const plain = addressees.map(({ name, collective, role }) => ({ name, collective, role }));
    const more = [...plain, { name: "Sở Thử nghiệm 3", collective: false, role: "with" }];
    await jsonOf(world.send("PATCH", `/api/tasks/${later}`, { version, addressees: more }));
    expect(await carryOutPlans(giaLai, worldOn(on))).toEqual({ made: 1, failed: 0 });
    const [a, b] = (await unitOf(three)).changes[0]?.after ?? [];
    const held = new Map((await parts(three)).map((part) => [part.task, part]));
    expect(held.get(second)).toMatchObject({ holder: b, toChoose: false });
    expect(held.get(others[0] ?? "")).toMatchObject({ holder: a, toChoose: false });
    expect(held.get(later)).toMatchObject({ holder: a, toChoose: true });
  });

  it("when the program dies at any point, is there or made, and nothing between", async () => {
    await change(world, merger());
    const before = await snapshot(world.rows);
    const later = worldOn(on);
    for (let n = 1; ; n++) {
      const dies = atAnswer(n, () => Promise.reject(new Error("killed")));
      const kysely = world.register.kysely.withPlugin(dies);
      const done = await carryOutPlans(giaLai, { ...later, kysely }).catch(() => null);
      const planned = (await plans()).length;
      if (planned === 0) {
        expect(await snapshot(world.rows)).not.toBe(before);
        expect(n).toBeGreaterThan(10);
        if (done !== null) break;
        continue;
      }
      expect(await snapshot(world.rows), `broken off at answer ${n}`).toBe(before);
    }
  });
});
