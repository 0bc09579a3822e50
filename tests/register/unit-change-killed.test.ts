import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeUnits, previewUnitChange } from "../../src/operations/change-units.ts";
import type { WishedChange } from "../../src/operations/plan-unit-change.ts";
import { asLogin } from "../support/database.ts";
import { day } from "../support/register-rows.ts";
import { unwrap } from "../support/server.ts";
import { atAnswer, openUnitWorld, snapshot } from "./unit-world.ts";

let world: Awaited<ReturnType<typeof openUnitWorld>>;
let merger: WishedChange;

beforeAll(async () => {
  world = await openUnitWorld();
  const from = [await world.make("Sở Thử nghiệm 3"), await world.make("Sở Thử nghiệm 6")];
  await world.employ(from[0] ?? "");
  const into = {
    name: "Sở Hợp nhất",
    shortName: null,
    symbol: null,
    kind: "department",
    relation: "subordinate",
    parent: null,
  } as const;
  merger = { kind: "merged", on: day("2026-05-01"), from, into };
});
afterAll(() => world.close());

/** Ends every connection of the program to its database, as the death of the server's process would. */
const killConnections = () =>
  asLogin(world.database.superuser, async (client) => {
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = $1",
      [world.database.program.user],
    );
  });

const deaths: readonly [string, () => Promise<void>][] = [
  ["the connection dies", killConnections],
  [
    "the program dies",
    async () => {
      throw new Error("killed");
    },
  ],
];

describe.each(deaths)("when %s at any point of a merger", (_, death) => {
  it("the tree is as before or as after, and nothing between", async () => {
    const before = await snapshot(world.rows);
    let broken = 0;
    for (let n = 1; ; n++) {
      const plugin = atAnswer(n, death);
      const kysely = world.register.kysely.withPlugin(plugin);
      const shown = unwrap(await previewUnitChange(world.actor, merger, world.register));
      const request = { wish: merger, document: null, note: null, seen: shown.seen };
      // Rows of every kind move: parts in tasks, posts that end and go on, who works on what.
      expect(Math.min(shown.seen.tasks, shown.seen.posts, shown.seen.assignments)).toBeGreaterThan(1);
      const made = await changeUnits(world.actor, request, { ...world.register, kysely }).catch(() => null);
      const now = await snapshot(world.rows);
      if (made === null) {
        broken += 1;
        expect(now, `broken off at answer ${n}`).toBe(before);
        continue;
      }
      // Death came after the last answer: the merger is whole.
      expect(plugin.seen()).toBeLessThan(n);
      expect(now).not.toBe(before);
      const id = unwrap(made).id;
      expect((await world.send("POST", `/api/unit-changes/${id}/undo`, {})).status).toBe(200);
      break;
    }
    expect(broken).toBeGreaterThan(10);
    expect(await snapshot(world.rows)).toBe(before);
  });
});
