import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PartnerMapAnswer } from "../../src/contract/partner-map.ts";
import type { RecordListAnswer } from "../../src/contract/record.ts";
import { provinceId, withProvince } from "../../src/store/database.ts";
import { insertUnits } from "../../src/store/units.ts";
import { jsonRequest, openRegisterApp, type RegisterApp } from "../support/register-app.ts";
import { madeUnit, unitNumber } from "../support/unit-rows.ts";
import { jsonOf } from "./register-app.ts";

let app: RegisterApp;

beforeAll(async () => {
  app = await openRegisterApp(() => new Date("2026-03-02T03:00:00Z"), undefined, {
    focal: {
      ...{ name: "Cán bộ đầu mối", province: 52 },
      held: [{ role: "focalOfficer", unit: null, actingFor: null }],
    },
  });
}, 120_000);
afterAll(async () => {
  expect(app.bugs).toEqual([]);
  await app.close();
});

async function enter(register: string, values: object, links: object = {}): Promise<string> {
  const body = { values, links, owner: null, sure: true };
  const answer = app.ask("focal", `/api/records/${register}`, jsonRequest("POST", body));
  return (await jsonOf<{ id: string }>(answer)).id;
}

const shown = () => jsonOf<PartnerMapAnswer>(app.ask("focal", "/api/cooperation/world"));

it("is empty where there is no partner", async () => {
  expect(await shown()).toEqual({ year: 2026, partners: 0, countries: [] });
});

it("counts partners, agreements in force and delegations of the year by country, each as its list does", async () => {
  const partner = (name: string, country?: string) =>
    enter("partners", { name, kind: "locality", ...(country && { country }) });
  const [attapeu, sekong, ratanakiri] = [
    await partner("Attapeu", "LA"),
    await partner("Sekong", "LA"),
    await partner("Ratanakiri", "KH"),
  ];
  await partner("Chuyên gia độc lập");
  const province = provinceId(52);
  if (province === null) throw new Error("52 is a province");
  await withProvince(app.rows.kysely, province, (transaction) =>
    insertUnits(transaction, province, [madeUnit(1, null)]),
  );
  const signatory = [unitNumber(1)];
  const agreement = { paper: "agreement", level: "department", effect: "onSigning" };
  const both = await enter(
    "agreements",
    { ...agreement, title: "Hợp tác ba bên" },
    { signatory, partners: [attapeu, sekong, ratanakiri] },
  );
  const proposed = await enter(
    "agreements",
    { ...agreement, title: "Mới đề xuất" },
    { signatory, partners: [attapeu] },
  );
  // What was signed is told by dated actions; here the row that holds the latest of them is enough.
  await withProvince(app.rows.kysely, province, (transaction) =>
    sql`insert into agreement (province_id, record_id, signed_on) values (52, ${both}::uuid, '2026-01-05')
        on conflict (province_id, record_id) do update set signed_on = excluded.signed_on`.execute(
      transaction,
    ),
  );
  const delegation = { direction: "in", matter: "official", purpose: "talks", members: "4" };
  await enter("delegations", {
    ...delegation,
    name: "Đoàn 1",
    country: "LA",
    when: "28/12/2025 - 02/01/2026",
  });
  await enter("delegations", { ...delegation, name: "Đoàn 2", country: "LA", when: "12/05/2025" });
  await enter("delegations", { ...delegation, name: "Đoàn 3", country: "JP", when: "12/05/2026" });
  const map = await shown();
  expect({
    ...map,
    countries: map.countries.map(({ agreed, ...one }) => ({ ...one, agreed: agreed.length })),
  }).toEqual({
    ...{ year: 2026, partners: 4 },
    countries: [
      { country: "LA", partners: 2, agreements: 1, agreed: 2, delegations: 1 },
      { country: "KH", partners: 1, agreements: 1, agreed: 1, delegations: 0 },
      { country: "JP", partners: 0, agreements: 0, agreed: 0, delegations: 1 },
    ],
  });
  const listed = async (register: string, where: string) =>
    (await jsonOf<RecordListAnswer>(app.ask("focal", `/api/records/${register}?where=${where}`))).total;
  for (const { country, partners, agreements, agreed, delegations } of map.countries) {
    expect(await listed("partners", `country:${country}`)).toBe(partners);
    expect(await listed("delegations", `country:${country};when:2026`)).toBe(delegations);
    if (agreements > 0)
      expect(await listed("agreements", `status:inForce;partners:${agreed.join(",")}`)).toBe(agreements);
  }
  expect(proposed).not.toBe(both);
});
