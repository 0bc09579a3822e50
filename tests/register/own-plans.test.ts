import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ImportAnswer } from "../../src/contract/document.ts";
import type { QuestionsAnswer } from "../../src/contract/document-questions.ts";
import type { DutyAnswer, DutyListAnswer } from "../../src/contract/duty.ts";
import type { LineageAnswer, LineageProposalsAnswer } from "../../src/contract/lineage.ts";
import type { OwnPlanAnswer, OwnPlansAnswer, OwnStepsAnswer } from "../../src/contract/own-plan.ts";
import type { FindingsAnswer, ReviewAnswer } from "../../src/contract/review.ts";
import { provinceNumber } from "../../src/domain/organisation/actor.ts";
import { firstUnits } from "../../src/domain/organisation/province-units.ts";
import type { HeldRole, Role } from "../../src/domain/organisation/rights.ts";
import type { Unit } from "../../src/domain/organisation/unit.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { beginProvince } from "../../src/operations/begin-province.ts";
import { withProvince } from "../../src/store/database.ts";
import { loadUnits } from "../../src/store/units.ts";
import { realGazetteer, realUnitFiles } from "../support/gazetteer.ts";
import { jsonRequest, openRegisterApp, type RegisterApp, uploadOf } from "../support/register-app.ts";
import { day, madeId } from "../support/register-rows.ts";

const giaLai = provinceNumber(52) ?? misnumbered();
function misnumbered(): never {
  throw new Error("52 is the number of a province");
}

const order = `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: 77/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 10 tháng 02 năm 2026
THÔNG BÁO
Kết luận về công tác đối ngoại
1. Giao Sở Y tế rà soát các đề án hợp tác quốc tế về y tế, báo cáo kết quả trong tháng 9/2026.
2. Giao Sở Y tế, Sở Tài chính xây dựng kế hoạch thực hiện các nhiệm vụ được giao, hoàn thành trước ngày 15/3/2026.
3. Giao Sở Y tế tổ chức đoàn bác sĩ khám bệnh tại tỉnh Attapeu, hoàn thành trước ngày 30/6/2026.
4. Giao Sở Tài chính lập dự toán kinh phí đối ngoại, trình trước ngày 15/4/2026.
Nơi nhận:
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn Bình
`;

const plan = `UBND TỈNH GIA LAI
SỞ Y TẾ
Số: 31/KH-SYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 05 tháng 03 năm 2026
KẾ HOẠCH
Thực hiện công tác đối ngoại của ngành y tế năm 2026
Thực hiện Thông báo số 77/TB-UBND ngày 10/02/2026 của Ủy ban nhân dân tỉnh, Sở Y tế ban hành kế hoạch như sau:
1. Giao Phòng Kế hoạch - Tài chính rà soát các đề án hợp tác quốc tế về y tế còn hiệu lực, hoàn thành trước ngày 30/6/2026.
2. Giao Phòng Nghiệp vụ Y chuẩn bị đoàn bác sĩ khám bệnh tại tỉnh Attapeu, hoàn thành trước ngày 15/5/2026.
3. Giao Văn phòng Sở sửa chữa kho lưu trữ hồ sơ, hoàn thành trước ngày 20/5/2026.
Nơi nhận:
- Lưu: VT.
GIÁM ĐỐC
Trần Thị Lan
`;

const roles = new Map<string, HeldRole[]>();
const person = (id: string, name: string) => ({
  name,
  province: 52,
  get held() {
    return roles.get(id) ?? [];
  },
});

let app: RegisterApp;
let units: readonly Unit[];
let now = Date.parse("2026-03-20T03:00:00Z");
const clock = () => new Date(now++);
let parent = "";
let own = "";

beforeAll(async () => {
  app = await openRegisterApp(clock, startReading(), {
    health: person("health", "Chuyên viên Sở Y tế"),
    office: person("office", "Văn phòng UBND tỉnh"),
  });
  let made = 0;
  await beginProvince({ id: "mai", name: "Trần Thị Mai", email: "mai@vd.gov.vn" }, giaLai, {
    ...{ kysely: app.rows.kysely, clock, today: () => day("2026-01-05") },
    newId: () => madeId("begin", made++),
    firstUnits: (province) =>
      firstUnits(realGazetteer(), realUnitFiles(), {
        ...{ code: String(province), day: day("2026-01-05"), newId: () => madeId("begin", made++) },
      }),
  });
  units = await withProvince(app.rows.kysely, giaLai, (transaction) => loadUnits(transaction, giaLai));
  const hold = (id: string, role: Role, unit: string | null) =>
    roles.set(id, [{ role, unit, actingFor: null }]);
  hold("health", "unitOfficer", unitNamed("Sở Y tế").id);
  hold("office", "governmentOffice", null);
  parent = await take("77.txt", order);
  for (const { id, version } of await findingsOf(parent))
    await read("mai", `/api/findings/${id}/decision`, jsonRequest("POST", { version, decision: "accepted" }));
  own = await take("31.txt", plan);
}, 120_000);
afterAll(() => app.close());

async function take(name: string, text: string): Promise<string> {
  const [line] = (await read<ImportAnswer>("mai", "/api/documents", uploadOf([name, text]))).lines;
  if (line?.outcome !== "imported") throw new Error(JSON.stringify(line));
  return line.document.id;
}

function unitNamed(name: string): Unit {
  const found = units.find((unit) => unit.name === name && unit.to === null);
  if (!found) throw new Error(`no unit ${name}`);
  return found;
}

async function read<T>(who: string, path: string, init: RequestInit = {}): Promise<T> {
  const answer = await app.ask(who, path, init);
  if (answer.status !== 200)
    throw new Error(`${path}: ${answer.status} ${await answer.text()}`, { cause: app.bugs.at(-1) });
  return (await answer.json()) as T;
}

async function refused(path: string, init: RequestInit): Promise<string> {
  const answer = await app.ask("mai", path, init);
  return ((await answer.json()) as { error: { code: string } }).error.code;
}

const findingsOf = async (document: string) =>
  (await read<FindingsAnswer>("mai", `/api/documents/${document}/findings`)).findings;
const plans = (who = "mai") => read<OwnPlansAnswer>(who, `/api/documents/${parent}/own-plans`);
const dutiesOf = async (query: string) =>
  (await read<DutyListAnswer>("mai", `/api/duties?limit=200&${query}`)).duties;
const proposals = async () =>
  (await read<LineageProposalsAnswer>("mai", `/api/documents/${own}/lineage`)).proposals;
const noting = (more: object = {}) =>
  jsonRequest("PUT", { unit: unitNamed("Sở Y tế").id, parent, answers: true, ...more });

// Each case goes on where the one before it ended.
describe("plans that units owe", () => {
  it("a task that may ask for plans is asked about; nobody owes one before a person has said so", async () => {
    const before = await plans();
    expect(before.orders.map(({ content, asks }) => [content.includes("kế hoạch"), asks])).toEqual([
      [true, null],
    ]);
    expect(before.rows).toEqual([]);
    const body = jsonRequest("POST", { task: before.orders[0]?.task, asks: true });
    const after = await read<OwnPlansAnswer>("mai", `/api/documents/${parent}/own-plans/orders`, body);
    expect(after.rows.map(({ unit, plans: of, led }) => [unit.name, of.length, led])).toEqual([
      ["Sở Tài chính", 0, 1],
      ["Sở Y tế", 0, 2],
    ]);
  });

  it("the document of a unit is proposed as its plan, by its head and what it carries out", async () => {
    const shown = await read<OwnPlanAnswer>("mai", `/api/documents/${own}/own-plan`);
    expect(shown).toMatchObject({ plan: null, proposed: { unit: unitNamed("Sở Y tế").id, parent } });
    expect((await read<OwnPlanAnswer>("mai", `/api/documents/${parent}/own-plan`)).proposed).toBeNull();
  });

  it("noted, it answers the unit's duty to make it, and its rows are steps of tasks that the unit leads", async () => {
    await read("mai", `/api/documents/${own}/own-plan`, noting());
    // A unit's plan does not take up what others lead: nothing dropped out.
    const { asked } = await read<QuestionsAnswer>("mai", `/api/documents/${own}/questions`);
    expect(asked).toEqual([]);
    const [row] = (await plans()).rows.filter(({ unit }) => unit.name === "Sở Y tế");
    expect(row).toMatchObject({
      plans: [{ number: "31/KH-SYT", issuedOn: "2026-03-05" }],
      covered: 0,
      led: 2,
    });
    const duty = await read<DutyAnswer>("mai", `/api/duties/${row?.duty?.id}`);
    expect(duty).toMatchObject({ state: "submitted", submittedOn: "2026-03-05" });
    expect(duty.facts[0]).toMatchObject({ kind: "submitted", document: "31/KH-SYT" });
    const found = await proposals();
    expect(found.map(({ kind }) => kind)).toEqual(["step", "step"]);
    expect(found.map(({ task }) => /rà soát|Attapeu/.exec(task.content)?.[0]).toSorted()).toEqual([
      "Attapeu",
      "rà soát",
    ]);
  });

  it("a row that is tied makes no task and no duty; it stands on the page of its task, not in its chain", async () => {
    const before = (await dutiesOf("")).length;
    for (const { finding, task } of await proposals()) {
      const version = (await findingsOf(own)).find(({ id }) => id === finding)?.version;
      const link = jsonRequest("POST", { version, task: task.id, kind: "step" });
      await read("mai", `/api/findings/${finding}/links`, link);
    }
    expect((await dutiesOf("")).length).toBe(before);
    const tied = (await findingsOf(own)).map(({ decision }) => decision);
    expect(tied.filter((decision) => decision === "linked")).toHaveLength(2);
    const [row] = (await plans()).rows.filter(({ unit }) => unit.name === "Sở Y tế");
    expect(row).toMatchObject({ led: 2, covered: 2, steps: 2 });
    const [duty] = await dutiesOf(`q=${encodeURIComponent("Attapeu")}`);
    const { steps } = await read<OwnStepsAnswer>("health", `/api/tasks/${duty?.task.id}/steps`);
    expect(steps).toMatchObject([
      { unit: { name: "Sở Y tế" }, document: { number: "31/KH-SYT" }, dueOn: "2026-05-15" },
    ]);
    const chain = await read<LineageAnswer>("mai", `/api/tasks/${duty?.task.id}/lineage`);
    expect(chain.notes.map(({ kind }) => kind)).toEqual(["first"]);
  });

  it("a row is untied with one press, and the plan is kept while any is tied", async () => {
    expect(await refused(`/api/documents/${own}/own-plan`, { method: "DELETE" })).toBe("register.plan-tied");
    expect(
      await refused(`/api/documents/${own}/own-plan`, noting({ unit: unitNamed("Sở Tài chính").id })),
    ).toBe("register.plan-tied");
    for (const { id, version, decision } of await findingsOf(own)) {
      if (decision !== "linked") continue;
      await read("mai", `/api/findings/${id}/decision`, jsonRequest("DELETE", { version }));
    }
    expect((await findingsOf(own)).every(({ decision }) => decision === null)).toBe(true);
    expect((await plans()).rows.find(({ unit }) => unit.name === "Sở Y tế")).toMatchObject({ covered: 0 });
    await read("mai", `/api/documents/${own}/own-plan`, { method: "DELETE" });
    expect((await read<OwnPlanAnswer>("mai", `/api/documents/${own}/own-plan`)).plan).toBeNull();
  });

  it("without the note, the duty that it answered is open again; noted anew it is answered anew", async () => {
    const dutyOf = async () => {
      const [row] = (await plans()).rows.filter(({ unit }) => unit.name === "Sở Y tế");
      return read<DutyAnswer>("mai", `/api/duties/${row?.duty?.id}`);
    };
    expect(await dutyOf()).toMatchObject({ submittedOn: null, reports: [] });
    expect((await dutyOf()).facts[0]).toMatchObject({ kind: "reopened", document: "31/KH-SYT" });
    const path = `/api/documents/${own}/own-plan`;
    await read("mai", path, noting());
    expect(await dutyOf()).toMatchObject({ submittedOn: "2026-03-05" });
    // Somebody else's plan after all: the duty of the first unit is open again, and that of the second is answered by nobody.
    await read("mai", path, noting({ unit: unitNamed("Sở Tài chính").id }));
    expect(await dutyOf()).toMatchObject({ submittedOn: null, reports: [] });
    await read("mai", path, { method: "DELETE" });
  });

  it("all rows are tied with one press, each to what is proposed for it, and untied one by one", async () => {
    await read("mai", `/api/documents/${own}/own-plan`, noting({ answers: false }));
    const wanted = new Map((await proposals()).map(({ finding, task }) => [finding, task.id]));
    const tie = `/api/documents/${own}/own-plan/steps`;
    const tied = await read<ReviewAnswer>("mai", tie, jsonRequest("POST", {}));
    expect(new Map(tied.findings.map(({ id, taskId }) => [id, taskId]))).toEqual(wanted);
    expect(wanted.size).toBe(2);
    const again = await read<ReviewAnswer>("mai", tie, jsonRequest("POST", {}));
    expect(again.findings).toEqual([]);
    for (const { id, version } of tied.findings)
      await read("mai", `/api/findings/${id}/decision`, jsonRequest("DELETE", { version }));
    expect((await findingsOf(own)).every(({ decision }) => decision === null)).toBe(true);
    await read("mai", `/api/documents/${own}/own-plan`, { method: "DELETE" });
    expect((await read<ReviewAnswer>("mai", tie, jsonRequest("POST", {}))).findings).toEqual([]);
  });

  it("a note stays whose duty somebody went on with", async () => {
    const path = `/api/documents/${own}/own-plan`;
    await read("mai", path, noting());
    const [row] = (await plans()).rows.filter(({ unit }) => unit.name === "Sở Y tế");
    const duty = await read<DutyAnswer>("mai", `/api/duties/${row?.duty?.id}`);
    const fact = (kind: string) =>
      jsonRequest("POST", { duties: [{ id: duty.id, version: null }], kind, on: "2026-03-20" });
    await read("office", "/api/duties/facts", fact("confirmed"));
    expect(await refused(path, { method: "DELETE" })).toBe("duty.signed-worked-on");
    await read("office", "/api/duties/facts", fact("reopened"));
    await read("mai", path, { method: "DELETE" });
  });

  it("a row is tied to nothing outside of its parent, and to nothing before the plan is noted", async () => {
    const [finding] = await findingsOf(own);
    const [duty] = await dutiesOf(`q=${encodeURIComponent("Attapeu")}`);
    const link = jsonRequest("POST", { version: finding?.version, task: duty?.task.id, kind: "step" });
    expect(await refused(`/api/findings/${finding?.id}/links`, link)).toBe("register.step-outside-plan");
  });

  it("what is noted wrongly is refused: of itself, of nobody, of a plan's plan, of no document", async () => {
    const path = `/api/documents/${own}/own-plan`;
    expect(await refused(path, noting({ parent: own }))).toBe("register.plan-of-itself");
    expect(await refused(path, noting({ unit: madeId("no", 1) }))).toBe("register.plan-unit-unknown");
    expect(await refused(path, noting({ parent: madeId("no", 1) }))).toBe("register.plan-parent-unknown");
    await read("mai", path, noting({ answers: false }));
    expect(await refused(`/api/documents/${parent}/own-plan`, noting({ parent: own }))).toBe(
      "register.plan-of-itself",
    );
    expect((await app.ask("dung", `/api/documents/${parent}/own-plans`)).status).toBe(404);
  });

  it("a unit sees its own row alone; the list leaves as a sheet", async () => {
    expect((await plans("health")).rows.map(({ unit }) => unit.name)).toEqual(["Sở Y tế"]);
    expect((await plans("health")).maySay).toBe(false);
    const sheet = await app.ask("mai", `/api/documents/${parent}/own-plans/export.xlsx?only=none`);
    expect(sheet.status).toBe(200);
    expect((await sheet.arrayBuffer()).byteLength).toBeGreaterThan(1000);
  });
});
