import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ActionRequest, AgreementAnswer } from "../../src/contract/agreement.ts";
import type {
  AgreementLimitsAnswer,
  AgreementReportAnswer,
  AgreementSettingsAnswer,
  LimitAnswer,
} from "../../src/contract/agreement-lists.ts";
import type { MessagesAnswer } from "../../src/contract/message.ts";
import { textOfBlocks } from "../../src/domain/document/block.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { alertAgreements } from "../../src/operations/alert-agreements.ts";
import { provinceId, withProvince } from "../../src/store/database.ts";
import { insertUnits } from "../../src/store/units.ts";
import { jsonRequest, openRegisterApp, type RegisterApp } from "../support/register-app.ts";
import { day } from "../support/register-rows.ts";
import { madeUnit, unitNumber } from "../support/unit-rows.ts";
import { fillPosts } from "../support/urging-rows.ts";
import { jsonOf, refusalOf } from "./register-app.ts";

const province = provinceId(52) ?? missing();
const [health, foreign, committee] = [unitNumber(1), unitNumber(2), unitNumber(3)];
let app: RegisterApp;
let now = new Date("2026-03-02T03:00:00Z");
const onDay = (on: string) => {
  now = new Date(`${on}T03:00:00Z`);
};

function missing(): never {
  throw new Error("52 is a province");
}

const holding = (role: "focalOfficer" | "unitHead" | "leader", unit: string | null) => [
  { role, unit, actingFor: null },
];

beforeAll(async () => {
  app = await openRegisterApp(() => now, startReading(), {
    focal: { name: "Cán bộ đầu mối", province: 52, held: holding("focalOfficer", foreign) },
    head: { name: "Giám đốc Sở Y tế", province: 52, held: holding("unitHead", health) },
    leader: { name: "Lãnh đạo", province: 52, held: holding("leader", null) },
  });
  await withProvince(app.rows.kysely, province, (transaction) =>
    insertUnits(transaction, province, [
      { ...madeUnit(1, null), name: "Sở Y tế" },
      { ...madeUnit(2, null), name: "Sở Ngoại vụ", symbol: "SNgV" },
      { ...madeUnit(3, null), name: "UBND tỉnh Gia Lai", kind: "peoplesCommittee", gazetteerId: "ubnd-tinh" },
    ]),
  );
  const posts = [
    { person: "head", unit: 1, role: "unitHead" },
    { person: "focal", unit: 2, role: "focalOfficer" },
  ] as const;
  await fillPosts(app.rows.kysely, province, posts, day("2025-01-01"));
}, 120_000);
afterAll(async () => {
  expect(app.bugs).toEqual([]);
  await app.close();
});

const send = (person: string, method: string, path: string, body?: unknown) =>
  app.ask(person, path, body === undefined ? { method } : jsonRequest(method, body));

async function added(person: string, register: string, values: object, links: object = {}): Promise<string> {
  const owner = person === "head" ? health : null;
  const body = { values, links, owner, sure: true };
  return (await jsonOf<{ id: string }>(send(person, "POST", `/api/records/${register}`, body))).id;
}

const partners = new Map<string, string>();

async function agreement(
  title: string,
  {
    person = "focal",
    country = "LA",
    ...values
  }: Readonly<Record<string, unknown>> & {
    readonly person?: string;
    readonly country?: string;
  } = {},
): Promise<string> {
  const name = `Đối tác ${country}`;
  const partner =
    partners.get(country) ?? (await added("focal", "partners", { name, kind: "locality", country }));
  partners.set(country, partner);
  const head = { title, paper: "agreement", level: "peoplesCommittee", effect: "onSigning", months: "36" };
  return added(person, "agreements", { ...head, ...values }, { partners: [partner], signatory: [committee] });
}

function action(kind: ActionRequest["kind"], on: string, said: Partial<ActionRequest> = {}): ActionRequest {
  const silent = { body: null, bodyName: null, answer: null, documentNumber: null, note: null };
  return { kind, on, ...silent, validUntil: null, ...said };
}

async function live(
  id: string,
  [first, ...rest]: readonly ActionRequest[],
  { person = "focal", purpose = "conclude", onlyOutcome = false } = {},
): Promise<void> {
  const begun = await jsonOf<AgreementAnswer>(
    send(person, "POST", `/api/agreements/${id}/proceedings`, { purpose, onlyOutcome, action: first }),
  );
  const at = `/api/agreements/${id}/proceedings/${begun.proceedings.at(-1)?.id}/actions`;
  for (const one of rest) await jsonOf(send(person, "POST", at, one));
}

const limits = (months = 6) =>
  jsonOf<AgreementLimitsAnswer>(app.ask("leader", `/api/agreement-limits?months=${months}`));

const said = (some: readonly LimitAnswer[], title: string) =>
  some
    .filter(({ agreement }) => agreement.title === title)
    .map((one) =>
      [one.step, one.name ?? one.body, one.lastDay, one.state, one.daysLate, one.proof].join(" "),
    );

const ministry = { body: "foreignMinistry" } as const;
const police = { body: "concerned", bodyName: "Công an tỉnh" } as const;

describe("time limits of agreements", () => {
  it("lists what is due, late, and done late with its proof; what was in time is counted", async () => {
    onDay("2026-04-20");
    const title = "Thỏa thuận đường sách";
    const id = await agreement(title);
    await live(id, [
      action("proposed", "2026-03-02"),
      action("opinionAsked", "2026-03-03", ministry),
      action("opinionAsked", "2026-03-03", police),
      action("opinionGiven", "2026-03-11", { ...ministry, answer: "agrees" }),
      action("opinionGiven", "2026-03-16", { ...police, answer: "comments", documentNumber: "88/CAT-PV01" }),
      action("decided", "2026-03-20"),
      action("signed", "2026-03-30"),
      action("copied", "2026-04-17", { documentNumber: "15/SNgV-HTQT" }),
    ]);
    const found = await limits();
    expect(said(found.opinions, title)).toEqual([
      "opinionGiven Công an tỉnh 2026-03-12 doneLate 4 88/CAT-PV01",
    ]);
    expect(said(found.duties, title)).toEqual([
      "reported primeMinister 2026-04-14 late 6 ",
      "copied foreignMinistry 2026-04-14 doneLate 3 15/SNgV-HTQT",
    ]);
    expect(found.inTime).toEqual({ duties: 0, opinions: 1 });
    await live(id, [action("proposed", "2026-04-01"), action("dropped", "2026-04-02")], { purpose: "end" });
    onDay("2026-04-03");
    expect(said((await limits()).duties, title)).toContain("reported primeMinister 2026-04-14 open 0 ");
  });

  it("asks for the notice of a suspension within fifteen days", async () => {
    onDay("2026-07-01");
    const title = "Thỏa thuận tạm đình chỉ";
    const id = await agreement(title);
    await live(id, [action("signed", "2026-01-05")], { onlyOutcome: true });
    await live(
      id,
      [
        action("proposed", "2026-05-04"),
        action("opinionAsked", "2026-05-04", ministry),
        action("opinionAsked", "2026-05-04", police),
        action("opinionGiven", "2026-05-11", { ...ministry, answer: "agrees" }),
        action("opinionGiven", "2026-05-11", { ...police, answer: "agrees" }),
        action("decided", "2026-05-20"),
        action("tookEffect", "2026-06-01"),
      ],
      { purpose: "suspend" },
    );
    expect(said((await limits()).duties, title)).toEqual(["notified foreignMinistry 2026-06-16 late 15 "]);
  });

  it("lists what ends within so many months, a renewal by the day of notice where it was entered", async () => {
    onDay("2027-01-10");
    const [ends, renews, silent] = [
      await agreement("Hết hạn thường"),
      await agreement("Tự gia hạn, báo trước sáu tháng", { renewalMonths: "12", noticeMonths: "6" }),
      await agreement("Tự gia hạn, chưa ghi ngày báo", { renewalMonths: "12" }),
    ];
    await live(ends, [action("signed", "2024-02-01")], { onlyOutcome: true });
    await live(renews, [action("signed", "2024-08-01")], { onlyOutcome: true });
    await live(silent, [action("signed", "2024-03-01")], { onlyOutcome: true });
    const titles = async (months: number) =>
      (await limits(months)).endings.map(({ agreement, kind, on, noticeBy, actBy }) =>
        [agreement.title, kind, on, noticeBy, actBy].join(" "),
      );
    expect(await titles(1)).toEqual([
      "Hết hạn thường expires 2027-02-01  2027-02-01",
      "Tự gia hạn, báo trước sáu tháng renews 2027-08-01 2027-02-01 2027-02-01",
    ]);
    expect((await titles(3)).at(-1)).toBe("Tự gia hạn, chưa ghi ngày báo renews 2027-03-01  2027-03-01");
    expect(await refusalOf(app.ask("leader", "/api/agreement-limits?months=5"))).toMatch(/^400/);
  });

  it("goes out as a workbook of three sheets", async () => {
    const answer = await app.ask("focal", "/api/agreement-limits/export.xlsx?months=1");
    const { extract } = await app.register.reading.read({
      bytes: new Uint8Array(await answer.arrayBuffer()),
    });
    if (!extract.ok || extract.value.content.kind !== "blocks") throw new Error("the workbook can be read");
    const text = textOfBlocks(extract.value.content.blocks);
    expect(text).toContain("Hết hạn thường");
    expect(text).toContain("15/SNgV-HTQT");
    expect(text).toContain("88/CAT-PV01");
  });
});

describe("alerts before the end of an agreement", () => {
  const alertsOf = async (person: string) =>
    (await jsonOf<MessagesAnswer>(app.ask(person, "/api/messages"))).alerts;

  it("go to those who enter it for its owner, once for each step, by the daily job", async () => {
    onDay("2029-01-01");
    const own = await agreement("Thỏa thuận của Sở Y tế", { person: "head", level: "department" });
    await live(own, [action("signed", "2026-06-30")], { onlyOutcome: true, person: "head" });
    const focal = await agreement("Thỏa thuận của đầu mối");
    await live(focal, [action("signed", "2026-07-20")], { onlyOutcome: true });
    const { reached, told, overtaken, unheard } = await alertAgreements(province, app.register);
    expect(reached).toBe(told + overtaken + unheard);
    expect(unheard).toBe(0);
    expect(await alertsOf("head")).toEqual([
      {
        ...{ id: expect.any(String), on: "2029-01-01", isRead: false },
        agreement: { id: own, title: "Thỏa thuận của Sở Y tế" },
        end: { kind: "expires", on: "2029-06-30", noticeBy: null },
      },
    ]);
    expect(await alertAgreements(province, app.register)).toMatchObject({ reached: 0 });
    onDay("2029-01-21");
    await alertAgreements(province, app.register);
    expect((await alertsOf("focal")).map(({ agreement }) => agreement.title)).toContain(
      "Thỏa thuận của đầu mối",
    );
    onDay("2029-06-10");
    expect(await alertAgreements(province, app.register)).toMatchObject({ unheard: 0 });
    expect(await alertsOf("head")).toHaveLength(2);
  });

  it("count at the bell until they are read", async () => {
    const unread = async () => (await jsonOf<MessagesAnswer>(app.ask("head", "/api/messages"))).unread;
    expect(await unread()).toBe(2);
    const [first] = await alertsOf("head");
    await jsonOf(send("head", "POST", "/api/messages/read", { ids: [first?.id] }));
    expect(await unread()).toBe(1);
    expect((await alertsOf("head")).map(({ isRead }) => isRead)).toEqual([true, false]);
    await jsonOf(send("head", "POST", "/api/messages/read", { ids: null }));
    expect(await unread()).toBe(0);
  });

  it("follow the days that the province sets, and are silent without any", async () => {
    const { settings } = await jsonOf<AgreementSettingsAnswer>(app.ask("focal", "/api/agreement-settings"));
    const silent = { ...settings, alertDays: [] };
    const saved = await jsonOf<AgreementSettingsAnswer>(
      send("focal", "PUT", "/api/agreement-settings", silent),
    );
    onDay("2029-06-29");
    expect(await alertAgreements(province, app.register)).toMatchObject({ reached: 0 });
    const daily = { ...saved.settings, alertDays: [1] };
    await jsonOf(send("focal", "PUT", "/api/agreement-settings", daily));
    expect(await alertAgreements(province, app.register)).toMatchObject({ told: 1 });
  });

  it("remind of the copy before its fifteen days are over, and not once it was sent", async () => {
    onDay("2029-08-10");
    const id = await agreement("Thỏa thuận vừa ký", { person: "head", level: "department", months: "120" });
    const department = { body: "foreignAffairsDepartment" } as const;
    await live(
      id,
      [
        action("proposed", "2029-07-02"),
        action("opinionAsked", "2029-07-02", department),
        action("opinionAsked", "2029-07-02", police),
        action("opinionGiven", "2029-07-05", { ...department, answer: "agrees" }),
        action("opinionGiven", "2029-07-05", { ...police, answer: "agrees" }),
        action("decided", "2029-07-20"),
        action("signed", "2029-08-01"),
      ],
      { person: "head" },
    );
    const reminders = async () =>
      (await alertsOf("head")).filter(({ agreement }) => agreement.id === id).map(({ end }) => end);
    await alertAgreements(province, app.register);
    expect(await reminders()).toEqual([]);
    onDay("2029-08-11");
    await alertAgreements(province, app.register);
    await alertAgreements(province, app.register);
    expect(await reminders()).toEqual([{ kind: "copied", on: "2029-08-16", noticeBy: null }]);
    const { proceedings } = await jsonOf<AgreementAnswer>(app.ask("head", `/api/agreements/${id}`));
    const at = `/api/agreements/${id}/proceedings/${proceedings[0]?.id}/actions`;
    await jsonOf(send("head", "POST", at, action("copied", "2029-08-11", { documentNumber: "20/SYT-VP" })));
    onDay("2029-08-15");
    await alertAgreements(province, app.register);
    expect(await reminders()).toHaveLength(1);
    await jsonOf(send("head", "POST", "/api/messages/read", { ids: null }));
  });
});

describe("how a province handles agreements", () => {
  const settingsNow = () => jsonOf<AgreementSettingsAnswer>(app.ask("focal", "/api/agreement-settings"));

  it("is kept in the version that was seen, with the procedures in force beside it", async () => {
    onDay("2026-03-02");
    const { settings, procedures } = await settingsNow();
    expect(procedures.map(({ level }) => level)).not.toContain("district");
    expect(procedures.find(({ level }) => level === "department")?.open).toEqual({
      opinionDays: true,
      copyDays: true,
    });
    const report = {
      recipient: "Bộ Ngoại giao",
      due: { month: 12, day: 20 },
      period: "decree09",
      form: "Mẫu 01",
    };
    const wanted = { ...settings, report };
    expect(
      (await jsonOf<AgreementSettingsAnswer>(send("focal", "PUT", "/api/agreement-settings", wanted)))
        .settings,
    ).toMatchObject({
      report,
      version: settings.version + 1,
    });
    expect(await refusalOf(send("focal", "PUT", "/api/agreement-settings", wanted))).toBe(
      "409 register.settings-changed",
    );
    expect(await refusalOf(send("head", "PUT", "/api/agreement-settings", wanted))).toMatch(/^403/);
  });

  it("decides which further bodies are asked, and in how many days where the law was not read", async () => {
    const { settings } = await settingsNow();
    const levels = [{ level: "department", alsoAsks: ["provincialPolice"], opinionDays: 3, copyDays: null }];
    await jsonOf(send("focal", "PUT", "/api/agreement-settings", { ...settings, levels }));
    onDay("2026-03-20");
    const id = await agreement("Thỏa thuận của sở hỏi thêm công an", { level: "department" });
    await live(id, [
      action("proposed", "2026-03-02"),
      action("opinionAsked", "2026-03-02", { body: "foreignAffairsDepartment" }),
    ]);
    const { proceedings } = await jsonOf<AgreementAnswer>(app.ask("focal", `/api/agreements/${id}`));
    const steps = proceedings[0]?.steps.map(({ key, body, lastDay }) => [key, body, lastDay].join(" "));
    expect(steps).toContain("opinionGiven foreignAffairsDepartment 2026-03-05");
    expect(steps).toContain("opinionAsked provincialPolice ");
  });
});

describe("the yearly report on agreements", () => {
  it("counts from the data, each figure with the agreements behind it", async () => {
    onDay("2035-12-20");
    const id = await agreement("Thỏa thuận với Nhật Bản", { country: "JP" });
    await live(id, [action("signed", "2035-03-01")], { onlyOutcome: true });
    const evaluation = { year: 2035, field: "health", verdict: "effective", content: "Đủ hai lớp." };
    await jsonOf(send("focal", "POST", `/api/agreements/${id}/evaluations`, evaluation));
    const report = await jsonOf<AgreementReportAnswer>(app.ask("leader", "/api/agreement-report?year=2035"));
    expect(report).toMatchObject({
      from: "2034-12-15",
      to: "2035-12-14",
      dueOn: "2035-12-20",
      form: "Mẫu 01",
    });
    expect(report.whole.signed).toEqual([id]);
    expect(report.byCountry.find(({ key }) => key === "JP")?.cells.inForce).toEqual([id]);
    expect(report.byField).toEqual([
      { key: "health", cells: { effective: [id], partly: [], notCarriedOut: [] } },
    ]);
    const listed = new Set(report.agreements.map((one) => one.id));
    expect(
      Object.values(report.whole)
        .flat()
        .filter((one) => !listed.has(one)),
    ).toEqual([]);
  });

  it("is drafted as a document whose figures lead to its list", async () => {
    const answer = await send("focal", "POST", "/api/agreement-report", { year: 2035, from: "own" });
    expect(answer.status).toBe(200);
    const { extract } = await app.register.reading.read({
      bytes: new Uint8Array(await answer.arrayBuffer()),
    });
    if (!extract.ok || extract.value.content.kind !== "blocks") throw new Error("the document can be read");
    const text = textOfBlocks(extract.value.content.blocks);
    expect(text).toMatch(/Kính gửi: Bộ Ngoại giao/);
    expect(text).toMatch(/Thực hiện Mẫu 01, Sở Ngoại vụ báo cáo/);
    expect(text).toMatch(/Ký trong kỳ: 1 \(\d+\)/);
    expect(text).toContain("Thỏa thuận với Nhật Bản");
    expect(
      await refusalOf(send("head", "POST", "/api/agreement-report", { year: 2035, from: "own" })),
    ).toMatch(/^403/);
  });
});
