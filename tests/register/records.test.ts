import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  LinkTargetsAnswer,
  RecordAnswer,
  RecordListAnswer,
  RegistersAnswer,
} from "../../src/contract/record.ts";
import { declarations } from "../../src/domain/cooperation/declarations.ts";
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
let app: RegisterApp;

beforeAll(async () => {
  app = await openRegisterApp(() => new Date("2026-03-02T03:00:00Z"), startReading(), {
    focal: { name: "Cán bộ đầu mối", province: 52, held: role("focalOfficer", null) },
    head: { name: "Thủ trưởng", province: 52, held: role("unitHead", own) },
    officer: { name: "Cán bộ", province: 52, held: role("unitOfficer", other) },
    auditor: { name: "Kiểm tra", province: 52, held: role("auditor", null) },
  });
  const province = provinceId(52);
  if (province === null) throw new Error("52 is a province");
  await withProvince(app.rows.kysely, province, (transaction) =>
    insertUnits(transaction, province, [madeUnit(1, null), madeUnit(2, null)]),
  );
}, 120_000);
afterAll(async () => {
  expect(app.bugs).toEqual([]);
  await app.close();
});

const partners = "/api/records/partners";
const attapeu = { name: "Attapeu", kind: "Địa phương", country: "Lào", email: "vp@attapeu.la" };

function send(person: string, method: string, path: string, body: unknown): Promise<Response> {
  return app.ask(person, path, jsonRequest(method, body));
}

async function add(
  person: string,
  values: Readonly<Record<string, unknown>>,
  more: {
    register?: string;
    links?: Readonly<Record<string, readonly string[]>>;
    owner?: string | null;
    sure?: boolean;
  } = {},
): Promise<Response> {
  const { register = "partners", links = {}, owner = null, ...rest } = more;
  return send(person, "POST", `/api/records/${register}`, { values, links, owner, ...rest });
}

async function added(...asked: Parameters<typeof add>): Promise<string> {
  return (await jsonOf<{ id: string }>(add(...asked))).id;
}

function shown(person: string, id: string, register = "partners"): Promise<RecordAnswer> {
  return jsonOf<RecordAnswer>(app.ask(person, `/api/records/${register}/${id}`));
}

function listed(person: string, query = "", register = "partners"): Promise<RecordListAnswer> {
  return jsonOf<RecordListAnswer>(app.ask(person, `/api/records/${register}?${query}`));
}

describe("a record of cooperation", () => {
  it("is entered as typed, kept as parsed, changed in the version that was seen, and tells its history", async () => {
    const id = await added("focal", attapeu);
    const record = await shown("focal", id);
    expect(record).toMatchObject({
      ...{ title: "Attapeu", version: 1, owner: null, mayEdit: true, hidden: [] },
      values: { ...attapeu, kind: "locality", country: "LA" },
    });
    const path = `${partners}/${id}`;
    await jsonOf(
      send("focal", "PATCH", path, { version: 1, values: { level: "province", email: "" }, links: {} }),
    );
    expect((await shown("focal", id)).values).toEqual({
      ...{ name: "Attapeu", kind: "locality", country: "LA", level: "province" },
    });
    expect(await refusalOf(send("focal", "PATCH", path, { version: 1, values: {}, links: {} }))).toBe(
      "409 record.changed",
    );
    const { changes, version } = await shown("focal", id);
    expect(changes.map(({ what, who }) => `${what} ${who}`)).toEqual([
      "change-record focal",
      "add-record focal",
    ]);
    expect(changes[0]).toMatchObject({
      before: { values: { level: "" }, personal: { email: "vp@attapeu.la" } },
      after: { values: { level: "Tỉnh, bang, vùng" }, personal: { email: "" } },
    });
    await jsonOf(send("focal", "PATCH", path, { version, values: { level: "Tỉnh, bang, vùng" }, links: {} }));
    expect((await shown("focal", id)).version).toBe(version);
  });

  it.each<[Record<string, unknown>, string, string]>([
    [{ kind: "body" }, "422 record.value-missing", "it needs a name"],
    [{ name: "A", kind: "hội kín" }, "422 record.choice-unknown", "no such kind"],
    [{ name: "A", kind: "body", since: "31/02/2026" }, "422 record.date-wrong", "no such day"],
    [
      { name: "A", kind: "body", since: "02/05/2026", lastMet: "01/05/2026" },
      "422 record.date-order",
      "met before they knew each other",
    ],
    [{ name: "A", kind: "body", colour: "red" }, "422 record.field-unknown", "no such field"],
    [{ name: "\u0000", kind: "body" }, "422 record.value-missing", "a name of nothing"],
    [{ name: "x".repeat(400), kind: "body" }, "422 record.text-long", "too long a name"],
    [{ name: { amount: 1 }, kind: "body" }, "400 server.bad-request", "no value at all"],
  ])("is refused as %j: %s, %s", async (values, refusal) => {
    expect(await refusalOf(add("focal", values))).toBe(refusal);
  });

  it("that is much like another is entered by who is sure", async () => {
    const id = await added("focal", { name: "Champasak", kind: "locality", country: "LA" });
    const again = { name: "tỉnh Champasack", kind: "locality", country: "Lào" };
    const refused = await add("focal", again);
    expect(await refused.clone().json()).toMatchObject({ error: { detail: { id, title: "Champasak" } } });
    expect(await refusalOf(refused)).toBe("409 record.likely-same");
    expect(await added("focal", again, { sure: true })).not.toBe(id);
  });

  it("is taken out and put back, but not while others link to it", async () => {
    const id = await added("focal", { name: "Yongsan", kind: "locality", country: "KR" });
    const event = await added(
      "focal",
      { name: "Gặp mặt Yongsan", kind: "exchange", when: "05/08/2026 - 08/08/2026" },
      { register: "events", links: { partners: [id] } },
    );
    expect((await shown("focal", id)).linked.groups).toEqual([
      {
        ...{ register: "events", field: "partners", count: 1, states: [] },
        latest: [{ id: event, name: "Gặp mặt Yongsan", on: "2026-08-05", state: null }],
      },
    ]);
    const path = `${partners}/${id}`;
    expect(await refusalOf(send("focal", "DELETE", path, { version: 1 }))).toBe("409 record.linked");
    await jsonOf(send("focal", "DELETE", `/api/records/events/${event}`, { version: 1 }));
    await jsonOf(send("focal", "DELETE", path, { version: 1 }));
    expect(await refusalOf(app.ask("focal", path))).toBe("404 record.unknown");
    expect((await listed("focal", "q=yongsan")).total).toBe(0);
    await jsonOf(send("focal", "POST", `${path}/restore`, { version: 2 }));
    expect((await listed("focal", "q=YONG")).records.map(({ title }) => title)).toEqual(["Yongsan"]);
  });

  it("links to what is there, and keeps what it linked to", async () => {
    const [id, name] = [unitNumber(1), "Izumisano"];
    const record = await added(
      "focal",
      { name, kind: "locality", country: "JP" },
      { links: { focalUnit: [id] } },
    );
    expect((await shown("auditor", record)).links).toEqual({
      focalUnit: [{ kind: "unit", id, name: "Đơn vị thử 1" }],
    });
    const nothing = "01990000-0000-7000-8000-000000000000";
    const links = { focalUnit: [nothing] };
    const path = `${partners}/${record}`;
    expect(await refusalOf(send("focal", "PATCH", path, { version: 1, values: {}, links }))).toBe(
      "422 record.link-unknown",
    );
    const both = { focalUnit: [unitNumber(1), unitNumber(2)] };
    expect(await refusalOf(send("focal", "PATCH", path, { version: 1, values: {}, links: both }))).toBe(
      "422 record.field-unknown",
    );
    const targets = `${partners}/targets?field=focalUnit&q=don vi`;
    expect(
      (await jsonOf<LinkTargetsAnswer>(app.ask("focal", targets))).targets.map((one) => one.name),
    ).toEqual([...["Đơn vị thử 1", "Đơn vị thử 2"]]);
  });
});

describe("who enters records", () => {
  it("enters his own unit's only, and nobody types for somebody else", async () => {
    const id = await added("head", { name: "Sekong", kind: "locality", country: "LA" }, { owner: own });
    const path = `${partners}/${id}`;
    const change = { version: 1, values: { within: "Nam Lào" }, links: {} };
    for (const person of ["focal", "officer"])
      expect(await refusalOf(send(person, "PATCH", path, change))).toBe("403 record.not-owner");
    expect(await refusalOf(send("auditor", "PATCH", path, change))).toBe("403 register.not-allowed");
    await jsonOf(send("head", "PATCH", path, change));
    expect(await refusalOf(add("head", { name: "B", kind: "body" }, { owner: other }))).toBe(
      "422 record.owner-needed",
    );
    expect(await refusalOf(add("head", { name: "B", kind: "body" }))).toBe("422 record.owner-needed");
    expect(await refusalOf(add("focal", { name: "B", kind: "body" }, { owner: own }))).toBe(
      "422 record.owner-needed",
    );
  });

  it("sees the registers with what he may enter", async () => {
    const { registers, enters } = await jsonOf<RegistersAnswer>(app.ask("head", "/api/records"));
    expect(registers.map(({ key }) => key)).toEqual(declarations.map(({ key }) => key));
    expect(registers[0]).toMatchObject({ key: "partners", owner: null, mayEnter: true });
    expect(enters).toEqual({ focal: false, units: [{ id: own, name: "Đơn vị thử 1" }] });
    const auditor = await jsonOf<RegistersAnswer>(app.ask("auditor", "/api/records"));
    expect(auditor.registers.some(({ mayEnter }) => mayEnter)).toBe(false);
  });

  it("does not see nor change another's personal data, and keeps them when he changes the rest", async () => {
    const values = { name: "Salavan", kind: "locality", email: "a@salavan.la" };
    const id = await added("officer", values, { owner: other });
    const masked = await shown("officer", id);
    expect([masked.values.email, masked.hidden]).toEqual([undefined, ["email"]]);
    const path = `${partners}/${id}`;
    const typed = { version: 1, values: { email: "b@salavan.la" }, links: {} };
    expect(await refusalOf(send("officer", "PATCH", path, typed))).toBe("403 record.field-hidden");
    await jsonOf(send("officer", "PATCH", path, { version: 1, values: { within: "Nam Lào" }, links: {} }));
    expect((await shown("focal", id)).values.email).toBe("a@salavan.la");
    expect(JSON.stringify(await shown("head", id))).not.toContain("a@salavan.la");
  });
});

describe("the list of a register", () => {
  it("is narrowed by words without accents, kinds, countries and owners, and ordered", async () => {
    expect(
      (await listed("auditor", "q=dia+phuong&where=country:LA&sort=name")).records.map((one) => one.title),
    ).toEqual(
      ["Attapeu", "Champasak", "Sekong", "tỉnh Champasack"].toSorted((a, b) => a.localeCompare(b, "vi")),
    );
    expect((await listed("auditor", `owner=${own}`)).records.map(({ title }) => title)).toEqual(["Sekong"]);
    expect((await listed("auditor", "where=country:-")).records.map(({ title }) => title)).toEqual([
      "Salavan",
    ]);
    expect(await refusalOf(app.ask("auditor", `${partners}?where=email:a`))).toBe("422 record.field-unknown");
    expect(await refusalOf(app.ask("auditor", `${partners}?after=xyz`))).toBe("400 register.page-unknown");
  });

  it("comes page by page, each record once, whatever it is ordered by", async () => {
    for (const sort of ["name", "-name", "country", "-lastMet", "-changed"]) {
      const titles: string[] = [];
      let after = "";
      do {
        const page = await listed("auditor", `sort=${sort}&limit=2${after && `&after=${after}`}`);
        titles.push(...page.records.map(({ id }) => id));
        after = page.next ?? "";
      } while (after !== "");
      const { total } = await listed("auditor");
      expect([sort, titles.length, new Set(titles).size]).toEqual([sort, total, total]);
    }
  });

  it("counts the values to narrow by", async () => {
    const { facets } = await listed("auditor", "facets=1");
    const of = (field: string) => facets?.filter((facet) => facet.field === field);
    expect(of("country")?.find(({ value }) => value === "LA")?.count).toBe(4);
    expect(of("owner")?.map(({ name }) => name)).toContain("Đơn vị thử 1");
    expect(of("focalUnit")).toEqual([{ field: "focalUnit", value: own, name: "Đơn vị thử 1", count: 1 }]);
  });
});
