import { afterAll, beforeAll, expect, it } from "vitest";
import type { UnitsAnswer } from "../../src/contract/overview.ts";
import type { TaskListAnswer } from "../../src/contract/task.ts";
import { jsonOf } from "./register-app.ts";
import { change, openUnitWorld } from "./unit-world.ts";

let world: Awaited<ReturnType<typeof openUnitWorld>>;
let three: string;
let six: string;
let heir: string;

// Two departments became one while they had open work.
beforeAll(async () => {
  world = await openUnitWorld();
  three = await world.make("Sở Thử nghiệm 3");
  six = await world.make("Sở Thử nghiệm 6");
  const kind = { kind: "department", relation: "subordinate" } as const;
  const into = { ...kind, name: "Sở Hợp nhất", shortName: null, symbol: null, parent: null };
  const made = await change(world, { kind: "merged", on: "2026-05-01", from: [three, six], into });
  heir = made.after[0] ?? "";
});
afterAll(() => world.close());

const total = async (query: string) =>
  (await jsonOf<TaskListAnswer>(world.ask(`/api/tasks?limit=1&${query}`))).total;
const figures = (as: string) => jsonOf<UnitsAnswer>(world.ask(`/api/units?as=${as}`));

it("as reported the old units stand with all that they were given, as today the heir with what is open", async () => {
  const reported = await figures("reported");
  expect(reported.units.find(({ key }) => key === heir)).toBeUndefined();
  const old = reported.units.find(({ key }) => key === three);
  expect(old).toMatchObject({ name: "Sở Thử nghiệm 3", unit: true, closed: "2026-04-30" });
  const today = await figures("today");
  const now = today.units.find(({ key }) => key === heir);
  expect(now?.leads).toBeGreaterThan(0);
  expect(today.units.find(({ key }) => key === three)?.leads ?? 0).toBeLessThan(old?.leads ?? 0);
});

it.each(["reported", "today"])("as %s every number opens its list, and no task counts twice", async (as) => {
  const { units } = await figures(as);
  expect(units.filter(({ unit }) => !unit).length).toBeGreaterThan(2);
  for (const { key, leads, coordinates, states } of units) {
    const of = (more: string) => total(`unit=${encodeURIComponent(key)}&as=${as}&${more}`);
    expect(await of("role=lead")).toBe(leads);
    expect(await of("role=with")).toBe(coordinates);
    expect(await of("role=lead&general=false&state=late")).toBe(states.late);
  }
});

it("a task of both counts once with the one that they became", async () => {
  const both = async (unit: string) => {
    const list = await jsonOf<TaskListAnswer>(world.ask(`/api/tasks?limit=200&unit=${unit}&as=reported`));
    return list.tasks.map(({ id }) => id);
  };
  const [inThree, inSix] = [new Set(await both(three)), await both(six)];
  expect(inSix.some((id) => inThree.has(id))).toBe(true);
  const held = await total(`unit=${heir}`);
  const rest = (await total(`unit=${three}`)) + (await total(`unit=${six}`));
  expect(held).toBeLessThan(inThree.size + inSix.length);
  expect(held + rest).toBeGreaterThanOrEqual(new Set([...inThree, ...inSix]).size);
});

it("the filter offers the units by name, and names as written where one was asked for", async () => {
  const facets = async (query: string) =>
    (await jsonOf<TaskListAnswer>(world.ask(`/api/tasks?limit=1&facets=1&${query}`))).facets?.leads ?? [];
  expect((await facets("")).find(({ value }) => value === heir)?.label).toBe("Sở Hợp nhất");
  expect((await facets("as=reported")).find(({ value }) => value === three)?.label).toBe("Sở Thử nghiệm 3");
  const named = await facets("unit=so%20thu%20nghiem%203");
  expect(named.find(({ value }) => value === "so thu nghiem 3")?.label).toBe("Sở Thử nghiệm 3");
});
