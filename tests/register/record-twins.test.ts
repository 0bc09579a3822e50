import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RecordAnswer, RecordListAnswer, TwinsAnswer } from "../../src/contract/record.ts";
import type { HeldRole } from "../../src/domain/organisation/rights.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { provinceId, withProvince } from "../../src/store/database.ts";
import { insertUnits } from "../../src/store/units.ts";
import { jsonRequest, openRegisterApp, type RegisterApp } from "../support/register-app.ts";
import { madeUnit, unitNumber } from "../support/unit-rows.ts";
import { jsonOf, refusalOf } from "./register-app.ts";

const [own, other] = [unitNumber(1), unitNumber(2)];
const role = (name: HeldRole["role"], unit: string | null): readonly HeldRole[] => [
  { role: name, unit, actingFor: null },
];
const province = provinceId(52) ?? misnumbered();
function misnumbered(): never {
  throw new Error("52 is a province");
}
let app: RegisterApp;

beforeAll(async () => {
  app = await openRegisterApp(() => new Date("2026-05-20T03:00:00Z"), startReading(), {
    focal: { name: "Cán bộ đầu mối", province: 52, held: role("focalOfficer", null) },
    head: { name: "Thủ trưởng", province: 52, held: role("unitHead", own) },
    officer: { name: "Cán bộ", province: 52, held: role("unitOfficer", other) },
  });
  await withProvince(app.rows.kysely, province, (transaction) =>
    insertUnits(transaction, province, [madeUnit(1, null), madeUnit(2, null)]),
  );
}, 120_000);
afterAll(async () => {
  expect(app.bugs).toEqual([]);
  await app.close();
});

const path = "/api/records/delegations/twins";
const send = (who: string, method: string, to: string, body: unknown) =>
  app.ask(who, to, jsonRequest(method, body));

const usual = { direction: "in", matter: "official", country: "LA", purpose: "talks", members: "12" };
function enter(
  who: string,
  owner: string | null,
  values: Readonly<Record<string, string>>,
  sure = true,
): Promise<Response> {
  const body = { values: { ...usual, ...values }, links: {}, owner, sure };
  return send(who, "POST", "/api/records/delegations", body);
}
const entered = async (...asked: Parameters<typeof enter>) =>
  (await jsonOf<{ id: string }>(enter(...asked))).id;
const twins = (who = "focal") => jsonOf<TwinsAnswer>(app.ask(who, path));
const total = async () => (await jsonOf<RecordListAnswer>(app.ask("head", "/api/records/delegations"))).total;
const shown = (id: string) => jsonOf<RecordAnswer>(app.ask("focal", `/api/records/delegations/${id}`));

/** All rows of records and their links, but for versions and when they were changed. */
async function rows(): Promise<unknown> {
  const { rows: found } = await withProvince(app.rows.kysely, province, (transaction) =>
    sql`select to_jsonb(r) - 'version' - 'changed_at' as row from record r
        union all select to_jsonb(l) from record_link l order by 1`.execute(transaction),
  );
  return found;
}

async function decide(kept: "one" | "other" | null, who = "focal"): Promise<Response> {
  const [pair] = (await twins()).pairs;
  if (!pair) throw new Error("no pair is proposed");
  const { one, other: second } = pair;
  return send(who, "POST", path, {
    one: { id: one.id, version: one.version },
    other: { id: second.id, version: second.version },
    kept: kept === null ? null : pair[kept].id,
  });
}

describe("a visit that two units tell of", () => {
  let first: string;
  let second: string;
  it("is asked about when it is entered, and proposed with what agrees and what differs", async () => {
    first = await entered("head", own, {
      ...{ name: "Đoàn đại biểu cấp cao tỉnh Attapeu thăm và làm việc", when: "10/03/2026 - 12/03/2026" },
      lead: "Ông Khamphan",
    });
    const again = {
      name: "Đón tiếp Đoàn cấp cao Attapeu",
      when: "11/03/2026",
      purpose: "exchange",
      lead: "Khamphan",
    };
    expect(await refusalOf(enter("officer", other, again, false))).toBe("409 record.likely-same");
    second = await entered("officer", other, again);
    await entered("officer", other, { name: "Đoàn tỉnh Sekong", when: "11/03/2026" });
    const { total: found, pairs } = await twins();
    expect([found, pairs.length]).toEqual([1, 1]);
    expect([pairs[0]?.one.id, pairs[0]?.other.id].toSorted()).toEqual([first, second].toSorted());
    expect(pairs[0]?.agrees).toEqual(["name", "direction", "country", "members", "lead"]);
    expect(pairs[0]?.differs).toEqual(["when", "purpose"]);
  });

  it("is decided by nobody whose own record it is", async () => {
    expect(await refusalOf(app.ask("head", path))).toBe("403 register.not-allowed");
    expect(await refusalOf(decide("one", "officer"))).toBe("403 register.not-allowed");
  });

  it("stands once: the other is kept as told by its unit, counts no more, and both come back exactly", async () => {
    // Something links to both, and something to the second alone.
    await withProvince(app.rows.kysely, province, (transaction) =>
      sql`insert into record_link (province_id, record_id, field, position, kind, target_id)
          select 52, r.id, 'visits', w.position, 'record', w.target
            from record r, (values (0, ${second}::uuid), (1, ${first}::uuid)) w (position, target)
           where r.title = 'Đoàn tỉnh Sekong'
          union all select 52, ${first}, 'visits', 0, 'record', ${second}::uuid`.execute(transaction),
    );
    const before = await rows();
    const [pair] = (await twins()).pairs;
    const kept = pair?.one.id === first ? "one" : "other";
    await jsonOf(decide(kept));
    expect(await total()).toBe(2);
    const { linked, changes } = await shown(first);
    expect(linked.toldBy).toEqual([
      { id: second, name: "Đón tiếp Đoàn cấp cao Attapeu", owner: "Đơn vị thử 2", sourceKey: null },
    ]);
    expect(changes[0]).toMatchObject({
      what: "join-records",
      after: { title: "Đón tiếp Đoàn cấp cao Attapeu", owner: "Đơn vị thử 2" },
    });
    expect((await twins()).total).toBe(0);
    // The second is the first's now: not restored by itself, and the first does not go while it tells of both.
    const restore = send("officer", "POST", `/api/records/delegations/${second}/restore`, { version: 2 });
    expect(await refusalOf(restore)).toBe("404 record.unknown");
    const { version } = await shown(first);
    expect(await refusalOf(send("head", "DELETE", `/api/records/delegations/${first}`, { version }))).toBe(
      "409 record.linked",
    );
    await jsonOf(send("focal", "DELETE", path, { one: second, other: first }));
    expect(await rows()).toEqual(before);
    expect((await twins()).total).toBe(1);
    expect(await refusalOf(send("focal", "DELETE", path, { one: second, other: first }))).toBe(
      "409 record.twins-undecided",
    );
  });

  it("is two when a person says so, and is not asked about again until that is taken back", async () => {
    const [pair] = (await twins()).pairs;
    await jsonOf(decide(null));
    expect([(await twins()).total, await total()]).toEqual([0, 3]);
    const seen = { one: { id: first, version: 99 }, other: { id: second, version: 99 }, kept: null };
    expect(await refusalOf(send("focal", "POST", path, seen))).toBe("409 record.changed");
    const versions = { one: await shown(first), other: await shown(second) };
    const again = {
      one: { id: first, version: versions.one.version },
      other: { id: second, version: versions.other.version },
      kept: first,
    };
    expect(await refusalOf(send("focal", "POST", path, again))).toBe("409 record.twins-decided");
    await jsonOf(send("focal", "DELETE", path, { one: pair?.one.id, other: pair?.other.id }));
    expect((await twins()).total).toBe(1);
  });
});
