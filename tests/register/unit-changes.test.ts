import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TaskHistoryAnswer } from "../../src/contract/task.ts";
import type { UnitAnswer, UnitListAnswer, UnitTreeAnswer, WishedChange } from "../../src/contract/unit.ts";
import { listRegisters } from "../../src/operations/list-registers.ts";
import { showRecord } from "../../src/operations/show-record.ts";
import { withProvince } from "../../src/store/database.ts";
import { saveOwner } from "../../src/store/record-owners.ts";
import { insertRecords } from "../../src/store/records.ts";
import { jsonOf, refusalOf, today } from "./register-app.ts";
import { change, giaLai, openUnitWorld, preview, snapshot } from "./unit-world.ts";

type World = Awaited<ReturnType<typeof openUnitWorld>>;
let world: World;
let three: string;
let six: string;

beforeAll(async () => {
  world = await openUnitWorld();
  three = await world.make("Sở Thử nghiệm 3");
  six = await world.make("Sở Thử nghiệm 6");
  await world.employ(three);
});
afterAll(() => world.close());

const unitOf = (id: string) => jsonOf<UnitAnswer>(world.ask(`/api/units/${id}`));
const treeOf = (query: string) => jsonOf<UnitTreeAnswer>(world.ask(`/api/units/tree${query}`));
const on = "2026-05-01";
const newUnit = (name: string) =>
  ({
    name,
    shortName: null,
    symbol: null,
    kind: "department",
    relation: "subordinate",
    parent: null,
  }) as const;

describe("the tree", () => {
  it("shows the units of a day, and those that ended only when asked for", async () => {
    const now = await jsonOf<UnitListAnswer>(world.ask("/api/units/list"));
    expect(now.units.filter(({ kind }) => kind === "commune")).toHaveLength(135);
    expect(now.units.some(({ to }) => to !== null)).toBe(false);
    const past = await jsonOf<UnitListAnswer>(world.ask("/api/units/list?day=2025-06-30"));
    expect(past.units.filter(({ kind }) => kind === "district").length).toBeGreaterThan(20);
    expect(past.units.some(({ kind }) => kind === "commune")).toBe(false);
    const all = await jsonOf<UnitListAnswer>(world.ask("/api/units/list?closed=1"));
    const tree = await treeOf("");
    expect(tree).toMatchObject({ present: now.units.length, closed: all.units.length - now.units.length });
    expect(tree.setUp).toMatchObject({ communes: 135, border: 7 });
  });

  it("comes by windows, two levels at first and what is opened below them", async () => {
    const [house] = (await treeOf("?q=so ngoai vu")).rows;
    const id = house?.unit.id ?? "";
    const room = { ...newUnit("Phòng Thử mở"), kind: "subdivision", parent: id } as const;
    const made = await change(world, { kind: "created", on, unit: room });
    const seen = async (query: string) =>
      (await treeOf(query)).rows
        .filter(({ unit }) => unit.id === id || unit.parent === id)
        .map(({ unit, level, below, isOpen }) => [unit.name, level, below, isOpen]);
    expect(await seen("")).toEqual([["Sở Ngoại vụ", 1, 1, false]]);
    const opened = [
      ["Sở Ngoại vụ", 1, 1, true],
      ["Phòng Thử mở", 2, 0, false],
    ];
    expect(await seen(`?open=${id}`)).toEqual(opened);
    expect(await seen("?open=all")).toEqual(opened);
    await jsonOf(world.send("POST", `/api/unit-changes/${made.id}/undo`, {}));
  });

  it("is narrowed without accents, each word the beginning of one in a name, and says what each stands under", async () => {
    const found = await treeOf("?q=ngoai so");
    expect(found.rows).toMatchObject([{ under: "UBND tỉnh", unit: { name: "Sở Ngoại vụ" } }]);
    expect((await treeOf("?q=goai")).total).toBe(0);
    expect((await treeOf("?q=so ngoai&kind=commune")).total).toBe(0);
    const border = await treeOf("?kind=commune&limit=20&from=130");
    expect([border.total, border.rows.length]).toEqual([135, 5]);
  });

  it("keeps other provinces out", async () => {
    expect((await jsonOf<UnitListAnswer>(world.ask("/api/units/list", { as: "other" }))).units).toEqual([]);
    expect(await refusalOf(world.ask(`/api/units/${three}`, { as: "other" }))).toBe("404 unit.unknown");
  });
});

describe("plain fields", () => {
  it("are corrected in the version that was seen, with codes read, and the history says what differed", async () => {
    const { version } = await unitOf(six);
    const codes = [{ system: "qd20", code: "h21.15", from: null, to: null }];
    const edited = await jsonOf<UnitAnswer>(
      world.send("PATCH", `/api/units/${six}`, {
        version,
        symbol: "STN6",
        aliases: [" Sở TN 6 ", ""],
        codes,
      }),
    );
    expect(edited).toMatchObject({ version: version + 1, unit: { symbol: "STN6", aliases: ["Sở TN 6"] } });
    expect(edited.codes).toMatchObject([{ code: "H21.15" }]);
    const late = world.send("PATCH", `/api/units/${six}`, { version, symbol: null });
    expect(await refusalOf(late)).toBe("409 unit.changed-meanwhile");
    const other = await unitOf(three);
    const taken = world.send("PATCH", `/api/units/${three}`, { version: other.version, codes });
    expect(await refusalOf(taken)).toBe("409 unit.code-taken");
    const same = world.send("PATCH", `/api/units/${three}`, { version: other.version, symbol: "stn6" });
    expect((await jsonOf<UnitAnswer>(same)).sharedSymbol.map(({ id }) => id)).toEqual([six]);
  });
});

describe("two units with open work", () => {
  const merger = (): WishedChange => ({
    kind: "merged",
    on,
    from: [three, six],
    into: newUnit("Sở Hợp nhất"),
  });

  it("a preview says what moves and changes nothing", async () => {
    const before = await snapshot(world.rows);
    const shown = await preview(world, merger());
    expect(shown.seen.tasks).toBeGreaterThan(10);
    expect(new Set(shown.tasks.map(({ task }) => task)).size).toBe(shown.seen.tasks);
    expect(shown.posts.map(({ name, title }) => [name, title])).toEqual([
      ["Lê Hà", "Giám đốc"],
      ["Lê Hà", null],
    ]);
    expect(shown.closed.map(({ name }) => name).toSorted()).toEqual(["Sở Thử nghiệm 3", "Sở Thử nghiệm 6"]);
    expect(await snapshot(world.rows)).toBe(before);
  });

  it("become one: open work, posts and who works on it move, what was done stays; and it is taken back", async () => {
    const before = await snapshot(world.rows);
    const shown = await preview(world, merger());
    const wrong = { ...shown.seen, tasks: shown.seen.tasks - 1 };
    const request = { change: merger(), document: "12/QĐ-UBND", note: null };
    expect(await refusalOf(world.send("POST", "/api/unit-changes", { ...request, seen: wrong }))).toBe(
      "409 unit.moves-changed",
    );
    const made = await change(world, merger());
    const [heir = ""] = made.after;
    const merged = await unitOf(heir);
    expect(merged).toMatchObject({ given: 0, held: shown.seen.tasks, unit: { from: on } });
    expect(merged.people.map(({ title }) => title).toSorted()).toEqual(["Giám đốc", null]);
    const old = await unitOf(three);
    expect(old.unit.to).toBe("2026-04-30");
    expect(old.people).toEqual([]);
    expect(old.given).toBeGreaterThan(0);
    // What was done stays with whom it was given to.
    const open = new Set(shown.tasks.map(({ task }) => task));
    expect(old.held + (await unitOf(six)).held).toBe(await doneTasks([three, six]));
    const moved = await withProvince(world.rows.kysely, giaLai, (transaction) =>
      sql<{ task_id: string }>`select task_id from task_assignment where unit_id = ${heir}`.execute(
        transaction,
      ),
    );
    expect(moved.rows.length).toBeGreaterThan(0);
    expect(moved.rows.every(({ task_id }) => open.has(task_id))).toBe(true);
    const [first = ""] = open;
    const { changes } = await jsonOf<TaskHistoryAnswer>(world.ask(`/api/tasks/${first}/history`));
    expect(changes[0]).toMatchObject({ what: "unit-merged", after: { holder: "Sở Hợp nhất" } });
    expect(merged.changes.map(({ kind, document }) => [kind, document])).toEqual([["merged", "12/QĐ-UBND"]]);
    await jsonOf(world.send("POST", `/api/unit-changes/${made.id}/undo`, {}));
    expect(await snapshot(world.rows)).toBe(before);
  });

  it("the heir enters what they entered, whole registers too, and its own key at the source stands", async () => {
    const record = (owner: string | null, sourceKey: string | null, register = "events") => ({
      ...{ id: randomUUID(), register, title: "Sự kiện", values: { name: "Sự kiện" }, folded: "su kien" },
      ...{ owner, sourceKey, links: [] },
    });
    const records = [
      ...[record(three, "A1"), record(three, null, "calls"), record(six, "A1"), record(six, "B2")],
      record(null, "A1"),
    ];
    await withProvince(world.rows.kysely, giaLai, async (transaction) => {
      await insertRecords(transaction, giaLai, records, new Date("2026-03-01T03:00:00Z"));
      await saveOwner(transaction, giaLai, { register: "calls", unit: three, sourceSystem: "QLDA" });
    });
    const before = await snapshot(world.rows);
    const made = await change(world, merger());
    const [heir = ""] = made.after;
    const held = await withProvince(world.rows.kysely, giaLai, (transaction) =>
      sql<{ owner: string | null; key: string | null }>`
        select owner_id as owner, source_key as key from record order by source_key, owner_id`.execute(
        transaction,
      ),
    );
    expect(held.rows).toEqual([
      { owner: heir, key: "A1" },
      { owner: null, key: "A1" },
      { owner: heir, key: "B2" },
      { owner: heir, key: null },
      { owner: heir, key: null },
    ]);
    const listed = await listRegisters(world.actor, world.rows);
    const calls = listed.ok && listed.value.registers.find(({ declaration }) => declaration.key === "calls");
    expect(calls).toMatchObject({ owner: { unit: { name: "Sở Hợp nhất" } } });
    const changes = async () => {
      const place = { register: "events", id: records[0]?.id ?? "" };
      const shown = await showRecord(world.actor, place, world.register);
      return shown.ok ? shown.value.changes : shown.failure;
    };
    expect(await changes()).toMatchObject([
      {
        ...{ what: "pass-on-record", before: { owner: "Sở Thử nghiệm 3" } },
        after: { owner: "Sở Hợp nhất" },
      },
    ]);
    // What the heir has entered since could belong to nobody.
    const since = record(heir, null);
    await withProvince(world.rows.kysely, giaLai, (transaction) =>
      insertRecords(transaction, giaLai, [since], new Date("2026-03-02T03:00:00Z")),
    );
    expect(await refusalOf(world.send("POST", `/api/unit-changes/${made.id}/undo`, {}))).toBe(
      "409 unit.change-used",
    );
    await withProvince(world.rows.kysely, giaLai, (transaction) =>
      sql`delete from record where id = ${since.id}::uuid`.execute(transaction),
    );
    await jsonOf(world.send("POST", `/api/unit-changes/${made.id}/undo`, {}));
    expect(await snapshot(world.rows)).toBe(before);
    expect(await changes()).toMatchObject([
      { what: "pass-back-record", after: { owner: "Sở Thử nghiệm 3" } },
      { what: "pass-on-record" },
    ]);
  });

  it("a split gives chosen tasks to one heir and the rest to the first", async () => {
    const before = await snapshot(world.rows);
    const split = (given: readonly { task: string; heir: number }[]): WishedChange => ({
      ...{ kind: "split", on, from: three, given: [...given] },
      into: [newUnit("Sở Ba A"), newUnit("Sở Ba B")],
    });
    const shown = await preview(world, split([]));
    const some = [...new Set(shown.tasks.map(({ task }) => task))].slice(0, 2);
    const made = await change(world, split(some.map((task) => ({ task, heir: 1 }))));
    const [a = "", b = ""] = made.after;
    expect((await unitOf(b)).held).toBe(2);
    expect((await unitOf(a)).held).toBe(shown.seen.tasks - 2);
    expect(await refusalOf(world.send("POST", "/api/unit-changes/preview", { change: split([]) }))).toBe(
      "422 unit.closed",
    );
    // Work that came with the split cannot be taken back from under a unit that has changed again.
    const renamed = await change(world, {
      kind: "renamed",
      on: today,
      unit: b,
      name: "Sở Ba Bê",
      shortName: null,
      symbol: null,
    });
    expect(await refusalOf(world.send("POST", `/api/unit-changes/${made.id}/undo`, {}))).toBe(
      "409 unit.change-followed",
    );
    expect((await unitOf(b)).formerNames).toMatchObject([{ name: "Sở Ba B", to: "2026-05-19" }]);
    await jsonOf(world.send("POST", `/api/unit-changes/${renamed.id}/undo`, {}));
    await jsonOf(world.send("POST", `/api/unit-changes/${made.id}/undo`, {}));
    expect(await snapshot(world.rows)).toBe(before);
  });

  it("an end without an heir leaves the work where it is, and says so", async () => {
    const shown = await preview(world, { kind: "abolished", on, unit: six, heir: null });
    expect(shown.seen.tasks).toBe(0);
    expect(shown.tasks.length).toBeGreaterThan(0);
    expect(shown.tasks.every(({ to }) => to === null)).toBe(true);
  });

  it("changes that came with the province are not taken back, with the reason", async () => {
    const tree = await jsonOf<UnitListAnswer>(world.ask("/api/units/list?closed=1"));
    const district = tree.units.find(({ kind }) => kind === "district");
    const [first] = (await unitOf(district?.id ?? "")).changes;
    expect(await refusalOf(world.send("POST", `/api/unit-changes/${first?.id}/undo`, {}))).toBe(
      "409 unit.change-first",
    );
  });
});

/** How many tasks units hold that are done or withdrawn. */
async function doneTasks(units: readonly string[]): Promise<number> {
  const { rows } = await withProvince(world.rows.kysely, giaLai, (transaction) =>
    sql<{ count: number }>`select count(distinct (p.task_id, p.unit_id))::int as count from task_party p
      join task t on t.id = p.task_id where p.unit_id = any (${units}::uuid[])
       and (t.withdrawn_on is not null or t.current_done_on is not null or t.current_withdrawn_on is not null)`.execute(
      transaction,
    ),
  );
  return rows[0]?.count ?? 0;
}
