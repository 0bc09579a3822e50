import type { Kysely } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { allTasks } from "../../src/domain/duty/task-query.ts";
import { type Actor, programActor, provinceNumber } from "../../src/domain/organisation/actor.ts";
import { listDocuments } from "../../src/operations/list-documents.ts";
import { listTasks } from "../../src/operations/list-tasks.ts";
import { showOverview } from "../../src/operations/overview.ts";
import { showTimeline } from "../../src/operations/timeline.ts";
import { summariseUnits } from "../../src/operations/units-summary.ts";
import type { Connection } from "../../src/store/connection.ts";
import { openRows, type Rows } from "../../src/store/database.ts";
import type { Tables } from "../../src/store/schema.ts";
import { registerApp, today } from "../register/register-app.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { fillRegister } from "../support/register-rows.ts";

const giaLai = provinceNumber(52);
const daNang = provinceNumber(48);
let database: TestDatabase;
let rows: Rows;

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  // The same ids in two provinces: whatever is not kept apart comes twice.
  for (const province of [giaLai, daNang])
    if (province !== null)
      await fillRegister(rows.kysely, province, { documents: 2, tasksEach: 50, units: 9, today });
});
afterAll(async () => {
  await rows.close();
  await database.drop();
});

/** Rows by which the province is taken out of every condition of the program's own SQL. */
function withoutFilter(connection: Connection) {
  let removed = 0;
  const open = openRows(connection, 2);
  const strip = (text: string) =>
    text.replace(/((?:"?\w+"?\.)?"?province_id"?) = (\$\d+)/g, (_, column: string, value: string) => {
      removed += 1;
      return `(${column} is not null and ${value}::int is not null)`;
    });
  open.pool.on("connect", (client) => {
    // A client's query takes its text first, in each of its forms that the program uses.
    const plain = client.query.bind(client) as (text: unknown, ...more: readonly unknown[]) => unknown;
    const query = (text: unknown, ...more: readonly unknown[]) =>
      plain(typeof text === "string" ? strip(text) : text, ...more);
    Object.assign(client, { query });
  });
  return { ...open, removed: () => removed };
}

async function everythingSeen(kysely: Kysely<Tables>, actor: Actor) {
  const world = { ...registerApp(rows).register, kysely };
  const order = { key: "due", descending: false } as const;
  const page = { filter: allTasks, order, after: null, limit: 200, withFacets: true };
  const documents = {
    filter: { words: null, kind: null, year: null, state: null, record: null },
    ...({ order: "issued", after: null, limit: 100 } as const),
  };
  return {
    tasks: await listTasks(actor, page, world),
    documents: await listDocuments(actor, documents, world),
    overview: await showOverview(actor, world),
    timeline: await showTimeline(actor, { from: 2024, to: 2030 }, world),
    units: await summariseUnits(actor, "today", world),
  };
}

it("shows the same when the program's own condition on the province is taken out of its SQL", async () => {
  if (giaLai === null) throw new Error("52 is a province");
  const actor = programActor("test", giaLai);
  const right = await everythingSeen(rows.kysely, actor);
  const open = withoutFilter(database.program);
  expect(await everythingSeen(open.kysely, actor)).toEqual(right);
  expect(open.removed()).toBeGreaterThan(10);
  await open.close();
  // A login before which row-level security is silent sees both provinces: the condition was taken out indeed.
  const naked = withoutFilter(database.superuser);
  expect(await everythingSeen(naked.kysely, actor)).not.toEqual(right);
  await naked.close();
  console.info(
    `${open.removed()} conditions on the province taken out of 5 reads; nothing of another province seen`,
  );
});
