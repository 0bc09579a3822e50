import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provinceId, withProvince } from "../../src/store/database.ts";
import { openRegisterApp, type RegisterApp } from "../support/register-app.ts";

let app: RegisterApp;

beforeAll(async () => {
  app = await openRegisterApp(() => new Date("2026-03-01T02:30:00Z"), undefined, {
    leader: {
      ...{ name: "Lãnh đạo", province: 52 },
      held: [{ role: "leader", unit: null, actingFor: null }],
    },
  });
});
afterAll(() => app.close());

/** What stands in the log of a province, oldest first. */
async function logOf(number: number) {
  const province = provinceId(number);
  if (province === null) throw new Error("a province of the list");
  return withProvince(app.rows.kysely, province, (transaction) =>
    transaction
      .selectFrom("history")
      .select(["who", "kind", "what", "subject", "address", "after"])
      .orderBy("id")
      .execute(),
  );
}

describe("the log", () => {
  it("tells what was refused, to whom and by which way, though nothing was changed", async () => {
    const init = { method: "PUT", headers: { "content-type": "application/json" }, body: "{}" };
    const refused = await app.ask("leader", "/api/settings", {
      ...init,
      body: '{"version":1,"startDay":null,"soonDays":5}',
    });
    expect([refused.status, app.bugs]).toEqual([403, []]);
    expect(await logOf(52)).toMatchObject([
      {
        ...{ who: "leader", kind: "refusal", what: "change-settings", subject: "right:change-settings" },
        after: { path: "/api/settings" },
      },
    ]);
  });

  it("tells of an export with its filter and its count, and says nothing of contents", async () => {
    const file = await app.ask("dung", "/api/tasks/export.csv?q=hoi+nghi");
    expect(file.status).toBe(200);
    const [entry, ...more] = await logOf(48);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ who: "dung", kind: "export", what: "export-tasks" });
    expect(entry?.after).toMatchObject({ format: "csv", count: 0, filter: { words: "hoi nghi" } });
  });
});
