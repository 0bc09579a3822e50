import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { day, fillRegister, madeId } from "../../tests/support/register-rows.ts";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { currentOccurrence, occurrenceState } from "../domain/duty/occurrence-state.ts";
import { openRows, provinceId, type Rows, withProvince } from "./database.ts";
import { saveSettings } from "./province-settings.ts";
import { occurrenceColumns, stateSql, taskColumns } from "./task-state.ts";

const today = day("2026-05-20");
const province = provinceId(52);
if (province === null) throw new Error("52 is a province");
let database: TestDatabase;
let rows: Rows;

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  await fillRegister(rows.kysely, province, { documents: 4, tasksEach: 170, units: 10, today });
  await withProvince(rows.kysely, province, async (t) => {
    // Facts on some of the rows, made from their own ids, so that every mixture of them is there.
    await sql`update occurrence set
        done_on = case when abs(hashtext(id::text)) % 5 = 0 then coalesce(due_on, ${today}::date)
          + (abs(hashtext('d' || id)) % 5 - 2) else done_on end,
        withdrawn_on = case when abs(hashtext('w' || id)) % 7 = 0 then ${today}::date end`.execute(t);
    await sql`update task set withdrawn_on = ${today}::date where abs(hashtext(id::text)) % 11 = 0`.execute(
      t,
    );
  });
});

afterAll(async () => {
  await rows.close();
  await database.drop();
});

interface Shown {
  readonly task: string;
  readonly id: string;
  readonly key: string;
  readonly dueOn: CalendarDate | null;
  readonly strictlyBefore: boolean;
  readonly lastDay: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
  readonly withdrawnOn: CalendarDate | null;
  readonly taskWithdrawnOn: CalendarDate | null;
  readonly current: string;
  readonly state: string;
  readonly taskState: string;
}

describe("the state in SQL", () => {
  const rules: readonly [string, CalendarDate | null, number][] = [
    ["nothing set", null, 30],
    ["a start day", day("2026-01-01"), 30],
    ["a start day in the future, nothing soon", day("2027-03-01"), 0],
    ["everything soon", day("2025-07-01"), 365],
  ];
  it.each(rules)(
    "is that of the rules for over 2,000 occurrences and their tasks: %s",
    async (_, startDay, soonDays) => {
      const stateRules = { today, startDay, soonDays };
      const found = await withProvince(rows.kysely, province, async (t) => {
        await saveSettings(t, province, { startDay, soonDays, version: 1 });
        const { rows: all } = await sql<Shown>`
        select o.task_id as task, o.id, o.key, o.due_on as "dueOn", o.strictly_before as "strictlyBefore",
               o.last_day as "lastDay", o.done_on as "doneOn", o.withdrawn_on as "withdrawnOn",
               t.withdrawn_on as "taskWithdrawnOn", t.current_occurrence as current,
               ${stateSql(occurrenceColumns, stateRules)} as state,
               ${stateSql(taskColumns, stateRules)} as "taskState"
          from occurrence o join task t on t.province_id = o.province_id and t.id = o.task_id`.execute(t);
        return all;
      });
      expect(found.length).toBeGreaterThan(2000);
      const stateOf = (row: Shown) =>
        occurrenceState(
          row.lastDay,
          { doneOn: row.doneOn, withdrawnOn: row.taskWithdrawnOn ?? row.withdrawnOn },
          stateRules,
        );
      expect(found.filter((row) => row.state !== stateOf(row))).toEqual([]);
      for (const [, occurrences] of Map.groupBy(found, (row) => row.task)) {
        const chosen = currentOccurrence(occurrences, startDay);
        if (chosen === null) throw new Error("a task of the list has an occurrence");
        expect({ id: occurrences[0]?.current, state: occurrences[0]?.taskState }).toEqual({
          id: chosen.id,
          state: stateOf(chosen),
        });
      }
      const seen = new Set(found.map((row) => row.state));
      for (const state of ["done", "doneLate", "withdrawn", "noDeadline"]) expect(seen).toContain(state);
    },
  );

  it("follows when occurrences come and go", async () => {
    const task = madeId("task", 0);
    const currentOf = () =>
      withProvince(rows.kysely, province, (t) =>
        t
          .selectFrom("task")
          .select(["current_occurrence", "current_last_day"])
          .where("id", "=", task)
          .executeTakeFirst(),
      );
    const id = madeId("added", 1);
    await withProvince(rows.kysely, province, async (t) => {
      await saveSettings(t, province, { startDay: null, soonDays: 30, version: 1 });
      await t.deleteFrom("occurrence").where("task_id", "=", task).execute();
    });
    expect(await currentOf()).toEqual({ current_occurrence: null, current_last_day: null });
    await withProvince(rows.kysely, province, (t) =>
      t
        .insertInto("occurrence")
        .values({
          province_id: province,
          id,
          task_id: task,
          key: "once",
          due_on: today,
          strictly_before: true,
          last_day: day("2026-05-19"),
          due_basis: "written",
        })
        .execute(),
    );
    expect(await currentOf()).toEqual({ current_occurrence: id, current_last_day: "2026-05-19" });
  });
});
