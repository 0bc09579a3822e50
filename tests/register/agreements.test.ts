import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ActionRequest, AgreementAnswer } from "../../src/contract/agreement.ts";
import type { AgreementSettingsAnswer } from "../../src/contract/agreement-lists.ts";
import type { ImportAnswer } from "../../src/contract/document.ts";
import type { DutyListAnswer } from "../../src/contract/duty.ts";
import type { RecordAnswer, RecordListAnswer } from "../../src/contract/record.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { provinceId, withProvince } from "../../src/store/database.ts";
import { insertUnits } from "../../src/store/units.ts";
import { jsonRequest, openRegisterApp, type RegisterApp, uploadOf } from "../support/register-app.ts";
import { madeUnit, unitNumber } from "../support/unit-rows.ts";
import { jsonOf, refusalOf } from "./register-app.ts";

const department = unitNumber(1);
let app: RegisterApp;
let now = new Date("2026-03-02T03:00:00Z");
const onDay = (day: string) => {
  now = new Date(`${day}T03:00:00Z`);
};

beforeAll(async () => {
  app = await openRegisterApp(() => now, startReading(), {
    focal: {
      name: "Cán bộ đầu mối",
      province: 52,
      held: [{ role: "focalOfficer", unit: null, actingFor: null }],
    },
    head: {
      name: "Thủ trưởng",
      province: 52,
      held: [{ role: "unitHead", unit: department, actingFor: null }],
    },
    other: {
      name: "Thủ trưởng khác",
      province: 52,
      held: [{ role: "unitHead", unit: unitNumber(2), actingFor: null }],
    },
  });
  const province = provinceId(52);
  if (province === null) throw new Error("52 is a province");
  await withProvince(app.rows.kysely, province, (transaction) =>
    insertUnits(transaction, province, [
      { ...madeUnit(1, null), name: "Sở Y tế" },
      madeUnit(2, null),
      { ...madeUnit(3, null), name: "Xã Ia Dom", traits: ["border"] },
    ]),
  );
}, 120_000);
afterAll(async () => {
  expect(app.bugs).toEqual([]);
  await app.close();
});

const send = (person: string, method: string, path: string, body?: unknown) =>
  app.ask(person, path, body === undefined ? { method } : jsonRequest(method, body));

async function added(register: string, values: object, links: object = {}): Promise<string> {
  const body = { values, links, owner: null, sure: true };
  return (await jsonOf<{ id: string }>(send("focal", "POST", `/api/records/${register}`, body))).id;
}

const head = { paper: "agreement", level: "peoplesCommittee", effect: "onSigning", months: "36" };
let partner: string;

async function agreement(title: string, values: object = {}, links: object = {}): Promise<string> {
  partner ??= await added("partners", { name: "Attapeu", kind: "locality", country: "LA" });
  return added(
    "agreements",
    { title, ...head, ...values },
    { partners: [partner], signatory: [department], ...links },
  );
}

function action(kind: ActionRequest["kind"], on: string, said: Partial<ActionRequest> = {}): ActionRequest {
  const silent = { body: null, bodyName: null, answer: null, documentNumber: null, note: null };
  return { kind, on, ...silent, validUntil: null, ...said };
}

const life = (id: string, person = "focal") =>
  jsonOf<AgreementAnswer>(app.ask(person, `/api/agreements/${id}`));

function begin(id: string, first: ActionRequest, purpose = "conclude", onlyOutcome = false) {
  return send("focal", "POST", `/api/agreements/${id}/proceedings`, { purpose, onlyOutcome, action: first });
}

async function record(id: string, given: ActionRequest, person = "focal"): Promise<Response> {
  const { proceedings } = await life(id);
  return send(person, "POST", `/api/agreements/${id}/proceedings/${proceedings.at(-1)?.id}/actions`, given);
}

/** The steps of the last proceeding in short. */
function steps({ proceedings }: AgreementAnswer): readonly string[] {
  return (proceedings.at(-1)?.steps ?? []).map(({ key, body, state }) =>
    [key, body, state].filter(Boolean).join(" "),
  );
}

async function asksParty(asks: boolean): Promise<void> {
  const { settings } = await jsonOf<AgreementSettingsAnswer>(app.ask("focal", "/api/agreement-settings"));
  await jsonOf(send("focal", "PUT", "/api/agreement-settings", { ...settings, asksParty: asks }));
}

const ministry = { body: "foreignMinistry" } as const;
const police = { body: "concerned", bodyName: "Công an tỉnh" } as const;

describe("the life of an agreement", () => {
  it("goes from proposal to expiry, with a late opinion, a disagreement and a copy that was missed", async () => {
    const id = await agreement("Thỏa thuận hợp tác với Attapeu 2026-2029");
    expect((await life(id)).status).toBe("proposed");
    onDay("2026-03-20");
    await jsonOf(begin(id, action("proposed", "2026-03-02")));
    await jsonOf(record(id, action("opinionAsked", "2026-03-03", ministry)));
    await jsonOf(record(id, action("opinionAsked", "2026-03-03", police)));
    await jsonOf(record(id, action("opinionGiven", "2026-03-13", { ...police, answer: "disagrees" })));
    expect(await refusalOf(record(id, action("decided", "2026-03-20")))).toBe(
      "409 agreement.consent-missing",
    );
    const asked = await life(id);
    expect(asked.status).toBe("consulting");
    expect(steps(asked).slice(0, 5)).toEqual([
      "proposed done",
      "opinionGiven foreignMinistry late",
      "opinionGiven concerned doneLate",
      "primeMinisterAsked open",
      "decided chairOfCommittee ahead",
    ]);
    await jsonOf(record(id, action("primeMinisterAsked", "2026-03-16")));
    expect((await life(id)).status).toBe("atPrimeMinister");
    await jsonOf(record(id, action("primeMinisterAnswered", "2026-03-19", { answer: "agrees" })));
    await jsonOf(record(id, action("decided", "2026-03-20", { documentNumber: "812/QĐ-UBND" })));
    onDay("2026-05-20");
    const signed = await jsonOf<AgreementAnswer>(record(id, action("signed", "2026-03-30")));
    expect(signed).toMatchObject({ status: "inForce", effectiveOn: "2026-03-30", expiresOn: "2029-03-30" });
    expect(steps(signed).slice(-2)).toEqual(["reported primeMinister late", "copied foreignMinistry late"]);
    onDay("2028-06-01");
    expect((await life(id)).comingEnd).toEqual({ kind: "expires", on: "2029-03-30", noticeBy: null });
    onDay("2029-03-31");
    expect((await life(id)).status).toBe("expired");
    onDay("2026-05-20");
    const { changes } = await jsonOf<RecordAnswer>(app.ask("focal", `/api/records/agreements/${id}`));
    expect(changes.filter(({ what }) => what === "record-agreement-action")).toHaveLength(8);
  });

  it("stands in the list by its status of today, which narrows the list", async () => {
    const id = await agreement("Biên bản ghi nhớ với Ratanakiri");
    await jsonOf(begin(id, action("signed", "2024-01-15"), "conclude", true));
    const found = await jsonOf<RecordListAnswer>(
      app.ask("focal", `/api/records/agreements?facets=1&where=${encodeURIComponent("status:inForce")}`),
    );
    expect(found.records.map(({ title, computed }) => [title, computed])).toContainEqual([
      "Biên bản ghi nhớ với Ratanakiri",
      { status: "inForce", expiry: "2027-01-15" },
    ]);
    expect(found.facets).toContainEqual(expect.objectContaining({ field: "status", value: "inForce" }));
  });

  it("takes back what was recorded wrongly, while nothing stands on it", async () => {
    const id = await agreement("Thỏa thuận với Gyeonggi");
    await jsonOf(begin(id, action("proposed", "2026-03-02")));
    const asked = await jsonOf<AgreementAnswer>(record(id, action("opinionAsked", "2026-03-03", ministry)));
    const [first, second] = asked.proceedings[0]?.actions ?? [];
    const takeBack = (of: string | undefined) =>
      send("focal", "DELETE", `/api/agreements/${id}/actions/${of}`);
    expect(await refusalOf(takeBack(first?.id))).toBe("409 agreement.action-needed");
    await jsonOf(takeBack(second?.id));
    const left = await jsonOf<AgreementAnswer>(takeBack(first?.id));
    expect(left).toMatchObject({ status: "proposed", proceedings: [] });
    expect(await refusalOf(takeBack(first?.id))).toBe("404 agreement.action-unknown");
  });

  it("is extended, suspended and ended only after it was signed, each in a proceeding of its own", async () => {
    const id = await agreement("Thỏa thuận với Miyazaki");
    expect(await refusalOf(begin(id, action("proposed", "2026-03-02"), "extend"))).toBe(
      "409 agreement.purpose-not-allowed",
    );
    await jsonOf(begin(id, action("signed", "2024-01-15"), "conclude", true));
    expect(await refusalOf(begin(id, action("proposed", "2026-03-02")))).toBe(
      "409 agreement.purpose-not-allowed",
    );
    const longer = action("signed", "2026-04-01", { validUntil: "2030-01-15" });
    expect((await jsonOf<AgreementAnswer>(begin(id, longer, "extend", true))).expiresOn).toBe("2030-01-15");
    const suspended = await jsonOf<AgreementAnswer>(
      begin(id, action("tookEffect", "2026-05-01"), "suspend", true),
    );
    expect(suspended.status).toBe("suspended");
    const resumed = await jsonOf<AgreementAnswer>(
      begin(id, action("tookEffect", "2026-05-10"), "resume", true),
    );
    expect(resumed.status).toBe("inForce");
  });

  it("of a commune is signed on the border only, and of a district while there were any", async () => {
    const inland = await agreement("Thỏa thuận của xã trong nội địa", { level: "borderCommune" });
    const bySigning = (id: string, on: string) => begin(id, action("signed", on), "conclude", true);
    expect(await refusalOf(begin(inland, action("proposed", "2026-01-05")))).toBe(
      "422 agreement.not-on-border",
    );
    expect(await refusalOf(bySigning(inland, "2026-01-05"))).toBe("422 agreement.not-on-border");
    const border = await agreement(
      "Thỏa thuận của xã Ia Dom",
      { level: "borderCommune" },
      { signatory: [unitNumber(3)] },
    );
    expect((await jsonOf<AgreementAnswer>(bySigning(border, "2026-01-05"))).status).toBe("inForce");
    const district = await agreement("Thỏa thuận của huyện Đức Cơ", {
      ...{ level: "district", inherited: "có", formerSignatory: "UBND huyện Đức Cơ" },
    });
    expect(await refusalOf(bySigning(district, "2025-07-01"))).toBe("422 agreement.district-ended");
    expect((await jsonOf<AgreementAnswer>(bySigning(district, "2025-06-30"))).status).toBe("inForce");
  });

  it.each<[object, string, string]>([
    [{ paper: "aid" }, "422 agreement.not-an-agreement", "aid has a place of its own"],
    [{ paper: "odaLoan" }, "422 agreement.not-an-agreement", "loans are outside of the law"],
    [{ paper: "civilContract" }, "422 agreement.not-an-agreement", "so are contracts of civil law"],
    [{ paper: "pppContract" }, "422 agreement.not-an-agreement", "and of public-private partnership"],
    [{ paper: "treaty" }, "422 agreement.not-an-agreement", "treaties have a law of their own"],
    [{ level: "district" }, "422 agreement.district-ended", "no district signs anew"],
    [{ level: "district", inherited: "có" }, "422 agreement.former-missing", "the old signatory stays on it"],
  ])("%o is not filed: %s, because %s", async (values, refusal, _) => {
    partner ??= await added("partners", { name: "Attapeu", kind: "locality", country: "LA" });
    const body = {
      values: { title: "Văn bản khác", ...head, ...values },
      links: { partners: [partner], signatory: [department] },
      ...{ owner: null, sure: true },
    };
    expect(await refusalOf(send("focal", "POST", "/api/records/agreements", body))).toBe(refusal);
  });

  it("is written by its owner alone, and read by everybody who reads the database", async () => {
    const id = await agreement("Thỏa thuận chỉ đầu mối ghi");
    await jsonOf(begin(id, action("proposed", "2026-03-02")));
    expect((await life(id, "other")).mayEdit).toBe(false);
    expect(await refusalOf(record(id, action("dropped", "2026-03-05"), "other"))).toBe(
      "403 record.not-owner",
    );
    expect(await refusalOf(send("other", "POST", `/api/agreements/${id}/clauses`, clause))).toBe(
      "403 record.not-owner",
    );
  });

  it("asks Party bodies where the province says so, and keeps none of their words", async () => {
    await asksParty(true);
    const id = await agreement("Thỏa thuận hỏi cơ quan Đảng", { level: "organisation" });
    await jsonOf(begin(id, action("proposed", "2026-03-02")));
    const department = { body: "foreignAffairsDepartment" } as const;
    for (const body of [department, police]) {
      await jsonOf(record(id, action("opinionAsked", "2026-03-03", body)));
      await jsonOf(record(id, action("opinionGiven", "2026-03-05", { ...body, answer: "agrees" })));
    }
    expect(await refusalOf(record(id, action("decided", "2026-03-10")))).toBe(
      "409 agreement.party-not-asked",
    );
    const party = { bodyName: "Ban Thường vụ Đảng ủy UBND tỉnh" };
    expect(
      await refusalOf(record(id, action("partyAsked", "2026-03-06", { ...party, note: "nội dung" }))),
    ).toBe("422 agreement.party-text");
    await jsonOf(record(id, action("partyAsked", "2026-03-06", party)));
    await jsonOf(record(id, action("partyAnswered", "2026-03-09", { ...party, documentNumber: "15-CV/ĐU" })));
    await jsonOf(record(id, action("decided", "2026-03-10")));
    await asksParty(false);
  });
});

const clause = { label: "Điều 2", content: "Mỗi năm trao đổi một đoàn cán bộ y tế.", party: "ours" };

const paper = `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: 90/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 05 tháng 01 năm 2026
THÔNG BÁO
Về bản thỏa thuận hợp tác đã ký
1. Văn phòng lưu bản gốc của thỏa thuận.
Nơi nhận:
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn Bình
`;

describe("clauses of an agreement", () => {
  it("become tasks and so duties of their lead, once, from the text of the agreement", async () => {
    const [line] = (
      await jsonOf<ImportAnswer>(app.ask("focal", "/api/documents", uploadOf(["ban-van.txt", paper])))
    ).lines;
    if (line?.outcome !== "imported") throw new Error(JSON.stringify(line));
    const document = line.document.id;
    const id = await agreement("Thỏa thuận y tế với Champasak", {}, { documents: [document] });
    const written = await jsonOf<AgreementAnswer>(
      send("focal", "POST", `/api/agreements/${id}/clauses`, clause),
    );
    const at = `/api/agreements/${id}/clauses/${written.clauses[0]?.id}`;
    const order = { document, lead: "Sở Y tế", time: "trước ngày 30/9/2026", product: "Báo cáo kết quả" };
    expect(await refusalOf(send("focal", "POST", `${at}/task`, { ...order, document: partner }))).toBe(
      "422 agreement.text-missing",
    );
    const followed = await jsonOf<AgreementAnswer>(send("focal", "POST", `${at}/task`, order));
    expect(followed.clauses[0]?.task?.content).toBe(clause.content);
    const duties = await jsonOf<DutyListAnswer>(app.ask("focal", "/api/duties"));
    expect(
      duties.duties.map(({ task: { content }, dueOn, unit }) => [content, dueOn, unit.name]),
    ).toContainEqual([...[clause.content, "2026-09-30", "Sở Y tế"]]);
    expect(await refusalOf(send("focal", "POST", `${at}/task`, order))).toBe("409 agreement.clause-followed");
    const theirs = await jsonOf<AgreementAnswer>(
      send("focal", "PUT", at, { ...clause, label: null, content: "Đón đoàn." }),
    );
    expect(theirs.clauses[0]).toMatchObject({ label: null, content: "Đón đoàn.", task: expect.anything() });
    expect((await jsonOf<AgreementAnswer>(send("focal", "DELETE", at))).clauses).toEqual([]);
    expect(await refusalOf(send("focal", "DELETE", at))).toBe("404 agreement.clause-unknown");
  });

  it("of the other side are nobody's task here", async () => {
    const id = await agreement("Thỏa thuận bên bạn làm");
    const written = await jsonOf<AgreementAnswer>(
      send("focal", "POST", `/api/agreements/${id}/clauses`, { ...clause, party: "theirs" }),
    );
    const at = `/api/agreements/${id}/clauses/${written.clauses[0]?.id}/task`;
    const order = { document: partner, lead: "Sở Y tế", time: null, product: null };
    expect(await refusalOf(send("focal", "POST", at, order))).toBe("422 agreement.clause-theirs");
  });
});

it("is evaluated each year and field once; a second word takes the place of the first", async () => {
  const id = await agreement("Thỏa thuận được đánh giá");
  const path = `/api/agreements/${id}/evaluations`;
  const given = { year: 2026, field: "health", verdict: "partly", content: "Mới tổ chức một lớp." };
  await jsonOf(send("focal", "POST", path, given));
  const again = { ...given, verdict: "effective", content: "Đủ hai lớp." };
  const { evaluations } = await jsonOf<AgreementAnswer>(send("focal", "POST", path, again));
  expect(evaluations).toEqual([{ ...again, id: expect.any(String) }]);
  const dropped = await jsonOf<AgreementAnswer>(send("focal", "DELETE", `${path}/${evaluations[0]?.id}`));
  expect(dropped.evaluations).toEqual([]);
});
