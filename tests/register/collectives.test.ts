import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CollectivePreviewAnswer, CollectivesAnswer } from "../../src/contract/collective.ts";
import type { FoundPartiesAnswer, UnitAnswer, UnitListAnswer } from "../../src/contract/unit.ts";
import { jsonOf, refusalOf } from "./register-app.ts";
import { openUnitWorld } from "./unit-world.ts";

let world: Awaited<ReturnType<typeof openUnitWorld>>;
beforeAll(async () => {
  world = await openUnitWorld();
});
afterAll(() => world.close());

const shown = () => jsonOf<CollectivesAnswer>(world.ask("/api/collectives"));
const bind = (key: string, to: unknown) => world.send("POST", "/api/collective-wordings", { key, to });
const isBalanced = ({ addressees, resolved, unbound, nobody, unknown }: FoundPartiesAnswer) =>
  addressees === resolved + unbound + nobody + unknown;

describe("collectives of a province", () => {
  it("begin with those that documents speak of, seven border communes among them", async () => {
    const { collectives } = await shown();
    const means = Object.fromEntries(collectives.map(({ name, means }) => [name, means]));
    expect(means["UBND các xã biên giới"]).toBe(7);
    expect(means["UBND các xã, phường, đặc khu"]).toBe(135);
    expect(means["Các cơ quan, đơn vị, địa phương thuộc tỉnh"]).toBeGreaterThan(135);
  });

  it("words of the register are listed with the rule they likely mean, bound once, changed and unbound", async () => {
    const [wording] = (await shown()).wordings;
    expect(wording).toMatchObject({ words: "các sở, ban, ngành", collective: null, open: false });
    expect(wording?.proposed?.kinds).toEqual(["department"]);
    const { key = "", tasks = 0 } = wording ?? {};
    const bound = await jsonOf<FoundPartiesAnswer>(
      bind(key, { name: "Các sở của Gia Lai", rule: wording?.proposed }),
    );
    expect(isBalanced(bound)).toBe(true);
    expect(bound).toMatchObject({ unbound: 0 });
    expect(bound.parties).toBeGreaterThan(tasks);
    const after = await shown();
    const made = after.collectives.find(({ name }) => name === "Các sở của Gia Lai");
    expect(after.wordings[0]).toMatchObject({ collective: made?.id, proposed: null });
    const rule = { ...made?.rule, traits: ["island"] };
    const changed = await jsonOf<FoundPartiesAnswer>(
      world.send("PUT", `/api/collectives/${made?.id}`, { name: "Các sở của Gia Lai", rule, version: 1 }),
    );
    expect(changed.nobody).toBe(tasks);
    expect(isBalanced(changed)).toBe(true);
    const old = world.send("PUT", `/api/collectives/${made?.id}`, { name: "x", rule, version: 1 });
    expect(await refusalOf(old)).toBe("409 unit.changed-meanwhile");
    const unbound = await jsonOf<FoundPartiesAnswer>(bind(key, null));
    expect(unbound).toMatchObject({ unbound: tasks, nobody: 0 });
    expect(await refusalOf(bind("khong ai noi", null))).toBe("404 unit.wording-unknown");
    expect(await refusalOf(bind(key, { name: "UBND các xã biên giới", rule }))).toBe(
      "409 unit.collective-name-taken",
    );
  });

  it("say whom a rule means on a day", async () => {
    const [{ rule } = { rule: null }] = (await shown()).collectives.filter(({ name }) =>
      /biên giới/.test(name),
    );
    const preview = (day: string) =>
      jsonOf<CollectivePreviewAnswer>(world.send("POST", "/api/collectives/preview", { rule, day }));
    expect((await preview("2026-01-01")).units).toHaveLength(7);
    expect((await preview("2025-06-30")).units).toEqual([]);
  });
});

describe("names that are no unit yet", () => {
  it("are counted, tied to a unit as another spelling, and found from then on", async () => {
    const { unknown } = await shown();
    const name = unknown.find(({ words }) => words === "Sở Thử nghiệm 3");
    expect(name?.tasks).toBeGreaterThan(0);
    const tree = await jsonOf<UnitListAnswer>(world.ask("/api/units/list?closed=1"));
    const closed = tree.units.find(({ to }) => to === "2025-06-30");
    const department = await world.make("Sở Thử nghiệm và Chuyển giao");
    const tie = (unit: string | undefined) => world.send("POST", "/api/unit-names", { key: name?.key, unit });
    expect(closed).toBeDefined();
    const tied = await jsonOf<FoundPartiesAnswer>(tie(department));
    expect(isBalanced(tied)).toBe(true);
    expect((await shown()).unknown.some(({ key }) => key === name?.key)).toBe(false);
    const unit = await jsonOf<UnitAnswer>(world.ask(`/api/units/${department}`));
    expect(unit).toMatchObject({ given: name?.tasks, unit: { aliases: ["Sở Thử nghiệm 3"] } });
    expect(await refusalOf(tie(department))).toBe("404 unit.wording-unknown");
  });
});
