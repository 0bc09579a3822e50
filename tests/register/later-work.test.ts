import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CollectivesAnswer } from "../../src/contract/collective.ts";
import type { RegisteredTaskAnswer, TaskHistoryAnswer } from "../../src/contract/task.ts";
import type { WishedChange } from "../../src/contract/unit.ts";
import { passOnAll } from "../../src/operations/pass-on-parties.ts";
import { jsonOf, refusalOf } from "./register-app.ts";
import { change, giaLai, openUnitWorld, taskParties } from "./unit-world.ts";

let world: Awaited<ReturnType<typeof openUnitWorld>>;
let three: string;
let six: string;

// Departments with work, some of it done.
beforeEach(async () => {
  world = await openUnitWorld();
  three = await world.make("Sở Thử nghiệm 3");
  six = await world.make("Sở Thử nghiệm 6");
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
const on = "2026-05-01";

/** Makes a change; gives the units after it. */
const heirsBy = async (wish: WishedChange) => (await change(world, wish)).after;
const split = (from: string, names: readonly string[], given: readonly string[] = []): WishedChange => ({
  ...{ kind: "split", on, from, into: names.map(named), given: given.map((task) => ({ task, heir: 1 })) },
});

const given = async (unit: string) => (await taskParties(world.rows)).filter((part) => part.unit === unit);
const taskOf = (id: string) => jsonOf<RegisteredTaskAnswer>(world.ask(`/api/tasks/${id}`));
const waiting = async () => (await jsonOf<CollectivesAnswer>(world.ask("/api/collectives"))).toChoose;

/** A task of a unit that is done as a whole. */
async function doneTask(unit: string): Promise<string> {
  const task = (await given(unit)).find(({ done }) => done)?.task;
  if (task === undefined) throw new Error("nothing of it is done");
  return task;
}

async function reopen(id: string): Promise<void> {
  const { occurrences } = await taskOf(id);
  const done = occurrences.find(({ doneOn }) => doneOn !== null);
  const fact = { kind: "reopened", on: "2026-05-10", product: null, note: null, version: done?.version };
  await jsonOf(world.send("POST", `/api/occurrences/${done?.id}/facts`, fact));
}

/** Who holds a unit's part in a task by now. */
const holderOf = async (unit: string, task: string) => (await given(unit)).find((part) => part.task === task);

describe("work that is open again after its unit ended", () => {
  it("merged: is the successor's, which the history of the task tells", async () => {
    const task = await doneTask(three);
    const [heir = ""] = await heirsBy({ kind: "merged", on, from: [three, six], into: named("Sở Hợp nhất") });
    expect(await holderOf(three, task)).toMatchObject({ holder: three });
    await reopen(task);
    expect(await holderOf(three, task)).toMatchObject({ holder: heir, toChoose: false });
    const { changes } = await jsonOf<TaskHistoryAnswer>(world.ask(`/api/tasks/${task}/history`));
    // The other merged unit has a part in it too, told in the same moment.
    const passed = changes.filter(({ what }) => what === "unit-work-passed");
    expect(passed).toContainEqual(
      expect.objectContaining({
        before: expect.objectContaining({ holder: "Sở Thử nghiệm 3" }),
        after: expect.objectContaining({ holder: "Sở Hợp nhất" }),
      }),
    );
    expect(await waiting()).toEqual([]);
  });

  it("split: a person is asked, and until then the heir that takes the rest holds it", async () => {
    const task = await doneTask(three);
    const [a = "", b = ""] = await heirsBy(split(three, ["Sở Ba A", "Sở Ba B"]));
    await reopen(task);
    expect(await holderOf(three, task)).toMatchObject({ holder: a, toChoose: true });
    const [part] = await waiting();
    expect(part).toMatchObject({
      ...{ task, unit: three, holder: a },
      heirs: [
        { id: a, name: "Sở Ba A" },
        { id: b, name: "Sở Ba B" },
      ],
    });
    const choose = (heir: string) =>
      world.send("POST", `/api/tasks/${task}/heir`, { position: part?.position, unit: three, heir });
    expect(await refusalOf(choose(six))).toBe("422 unit.not-heir");
    await jsonOf(choose(b));
    expect(await holderOf(three, task)).toMatchObject({ holder: b, toChoose: false });
    expect(await refusalOf(choose(a))).toBe("409 unit.nothing-to-choose");
    expect(await waiting()).toEqual([]);
  });

  it("split and then one of the heirs merged: asked is between those that are there today", async () => {
    const task = await doneTask(three);
    const [a = "", b = ""] = await heirsBy(split(three, ["Sở Ba A", "Sở Ba B"]));
    const into = named("Sở Hợp nhất");
    const [c = ""] = await heirsBy({ kind: "merged", on: "2026-05-10", from: [a, six], into });
    await reopen(task);
    expect(await holderOf(three, task)).toMatchObject({ holder: c, toChoose: true });
    expect((await waiting()).map(({ heirs }) => heirs.map(({ id }) => id))).toEqual([[c, b]]);
  });

  it("ended without a successor: stays where it is, however often it is looked at", async () => {
    const task = await doneTask(three);
    await heirsBy({ kind: "abolished", on, unit: three, heir: null });
    await reopen(task);
    expect(await passOnAll(giaLai, world.register)).toBe(0);
    expect(await holderOf(three, task)).toMatchObject({ holder: three, toChoose: false });
  });
});

describe("addressees that are edited or accepted after a change", () => {
  const edit = async (id: string, add: string) => {
    const { version, addressees } = await taskOf(id);
    const plain = addressees.map(({ name, collective, role }) => ({ name, collective, role }));
    const more = [{ name: add, collective: false, role: "with" }, ...plain];
    await jsonOf(world.send("PATCH", `/api/tasks/${id}`, { version, addressees: more }));
  };

  it("a part that a split gave to one heir stays with it, wherever its addressee stands by now", async () => {
    const [task = ""] = (await given(three)).filter(({ done }) => !done).map((part) => part.task);
    const [, b = ""] = await heirsBy(split(three, ["Sở Ba A", "Sở Ba B"], [task]));
    await edit(task, "Sở Ngoại vụ");
    expect(await holderOf(three, task)).toMatchObject({ holder: b, toChoose: false });
  });

  it("a new part of a unit that has been split since asks a person; one of a merged unit does not", async () => {
    const of = new Set((await given(three)).map(({ task }) => task));
    const other = (await given(six)).find(({ task, done }) => !done && !of.has(task))?.task ?? "";
    const [a = ""] = await heirsBy(split(three, ["Sở Ba A", "Sở Ba B"]));
    await edit(other, "Sở Thử nghiệm 3");
    expect(await holderOf(three, other)).toMatchObject({ holder: a, toChoose: true });
    expect(await holderOf(six, other)).toMatchObject({ holder: six, toChoose: false });
  });
});
