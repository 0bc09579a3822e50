import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BorderAnswer } from "../../src/contract/border.ts";
import { hasLandBorder } from "../../src/domain/cooperation/border-map.ts";
import type { HeldRole } from "../../src/domain/organisation/rights.ts";
import { showPartnerMap } from "../../src/operations/partner-map.ts";
import { showBorder } from "../../src/operations/show-border.ts";
import { provinceId, withProvince } from "../../src/store/database.ts";
import { insertUnits } from "../../src/store/units.ts";
import { realBorderMaps } from "../support/border-maps.ts";
import { realGazetteer } from "../support/gazetteer.ts";
import { jsonRequest, openRegisterApp, type RegisterApp } from "../support/register-app.ts";
import { listenTo } from "../support/statements.ts";
import { madeUnit, unitNumber } from "../support/unit-rows.ts";
import { jsonOf } from "./register-app.ts";

let app: RegisterApp;
const focal: readonly HeldRole[] = [{ role: "focalOfficer", unit: null, actingFor: null }];
const [iaDom, elsewhere] = [unitNumber(1), unitNumber(2)];

beforeAll(async () => {
  app = await openRegisterApp(() => new Date("2026-03-02T03:00:00Z"), undefined, {
    focal: { name: "Cán bộ đầu mối", province: 52, held: focal },
    capital: { name: "Cán bộ Hà Nội", province: 1, held: focal },
    twoCountries: { name: "Cán bộ Quảng Ngãi", province: 51, held: focal },
  });
  const province = provinceId(52);
  if (province === null) throw new Error("52 is a province");
  const commune = { ...madeUnit(1, null), name: "UBND xã Ia Dom", shortName: "xã Ia Dom" };
  await withProvince(app.rows.kysely, province, (transaction) =>
    insertUnits(transaction, province, [
      { ...commune, gazetteerId: "ubnd-xa/23872" },
      { ...madeUnit(2, null), gazetteerId: "ubnd-xa/23575" },
    ]),
  );
}, 120_000);
afterAll(async () => {
  expect(app.bugs).toEqual([]);
  await app.close();
});

async function enter(register: string, values: object, links: object = {}): Promise<void> {
  const body = { values, links, owner: null, sure: true };
  await jsonOf(app.ask("focal", `/api/records/${register}`, jsonRequest("POST", body)));
}

const shown = (person: string) => jsonOf<BorderAnswer>(app.ask(person, "/api/cooperation/border"));

describe("the border of a province", () => {
  it("has its communes in order, by the names of their units or of the list of communes", async () => {
    const { map, communes } = await shown("focal");
    expect(communes.map(({ code, name, unit }) => `${code} ${name} ${unit === iaDom}`)).toEqual([
      ...["23782 xã Ia O false", "23788 xã Ia Chia false", "23872 xã Ia Dom true", "23884 xã Ia Nan false"],
      ...["23881 xã Ia Pnôn false", "23917 xã Ia Púch false", "23938 xã Ia Mơ false"],
    ]);
    expect(map?.communes.map(({ code }) => code)).toEqual(communes.map(({ code }) => code));
    expect(new Set(map?.communes.flatMap(({ countries }) => countries))).toEqual(new Set(["KH"]));
  });

  it("lies along two countries where it does", async () => {
    const { map } = await shown("twoCountries");
    expect([...new Set(map?.communes.flatMap(({ countries }) => countries))]).toEqual(["LA", "KH"]);
  });

  it("is none where the province has none", async () => {
    expect(await shown("capital")).toEqual({ map: null, communes: [], records: [] });
  });

  it("comes with pairs of villages, gates, events of the other side and the partners that border it", async () => {
    const pair = { village: "Làng Mook Trêl", foreignVillage: "Phum Pờ Lớ", country: "KH" };
    await enter("twins", pair, { commune: [iaDom] });
    const gate = { name: "Lệ Thanh", kind: "international", foreignGate: "Oyadav", country: "KH" };
    await enter("gates", gate, { commune: [iaDom] });
    await enter("gates", { ...gate, name: "Lối mở thử" }, { commune: [elsewhere] });
    await enter("otherside", { name: "Quốc khánh Campuchia", country: "KH", usualDay: "09/11" });
    await enter("partners", { name: "Ratanakiri", kind: "locality", country: "KH", border: true });
    await enter("partners", { name: "Izumisano", kind: "locality", country: "JP" });
    const { records } = await shown("focal");
    expect(records.map(({ register, title }) => `${register} ${title}`).toSorted()).toEqual([
      ...["gates Lệ Thanh", "gates Lối mở thử", "otherside Quốc khánh Campuchia", "partners Ratanakiri"],
      "twins Làng Mook Trêl",
    ]);
    expect(records.find(({ register }) => register === "twins")?.links.commune?.[0]?.id).toBe(iaDom);
  });
});

it("asks the database twice for the border, once for the world", async () => {
  const { kysely, statements } = listenTo(app.rows);
  const province = provinceId(52);
  if (province === null) throw new Error("52 is a province");
  const actor = { person: "focal", name: "", province, held: focal, address: null };
  expect((await showBorder(actor, { ...app.register, kysely })).ok).toBe(true);
  expect(statements.splice(0).length).toBe(2);
  expect((await showPartnerMap(actor, { ...app.register, kysely })).ok).toBe(true);
  expect(statements.length).toBe(1);
});

describe("the file of border maps", () => {
  const maps = realBorderMaps();

  it("has a map for each province that is known to have a land border, and no other", () => {
    const known = Array.from({ length: 99 }, (_, at) => at + 1).filter(hasLandBorder);
    expect([...maps.keys()].map(Number).toSorted((a, b) => a - b)).toEqual(known);
  });

  it("draws communes of that province alone, each once and within the drawing", () => {
    const communes = new Map(
      realGazetteer()
        .communes()
        .all.map((one) => [one.code, one.province]),
    );
    for (const [province, map] of maps) {
      const codes = map.communes.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      for (const { code, x, y, countries } of map.communes) {
        expect([code, communes.get(code)]).toEqual([code, province]);
        expect(countries.length).toBeGreaterThan(0);
        expect(x > 0 && x < map.width && y > 0 && y < map.height).toBe(true);
      }
    }
  });
});
