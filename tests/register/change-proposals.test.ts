import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProposalsAnswer } from "../../src/contract/change-proposal.ts";
import type { ImportAnswer } from "../../src/contract/document.ts";
import type { DutyAnswer, DutyListAnswer } from "../../src/contract/duty.ts";
import type { LeadersAnswer } from "../../src/contract/leaders.ts";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import type { RegisteredTaskAnswer, TaskHistoryAnswer } from "../../src/contract/task.ts";
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

beforeAll(async () => {
  app = await openRegisterApp(clock, startReading(), {
    health: person("health", "Chuyên viên Sở Y tế"),
    finance: person("finance", "Chuyên viên Sở Tài chính"),
    leader: person("leader", "Phó Chủ tịch"),
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
  hold("finance", "unitOfficer", unitNamed("Sở Tài chính").id);
  hold("leader", "leader", null);
  parent = await take("77.txt", order);
  for (const { id, version } of await findingsOf(parent))
    await read("mai", `/api/findings/${id}/decision`, jsonRequest("POST", { version, decision: "accepted" }));
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

async function refused(who: string, path: string, init: RequestInit): Promise<string> {
  const answer = await app.ask(who, path, init);
  return ((await answer.json()) as { error: { code: string } }).error.code;
}

const findingsOf = async (document: string) =>
  (await read<FindingsAnswer>("mai", `/api/documents/${document}/findings`)).findings;
const list = (who: string, query = "") => read<ProposalsAnswer>(who, `/api/proposals?${query}`);

async function dutyOf(words: string): Promise<DutyAnswer> {
  const { duties } = await read<DutyListAnswer>("mai", `/api/duties?q=${encodeURIComponent(words)}`);
  return read<DutyAnswer>("mai", `/api/duties/${duties[0]?.id}`);
}

const taskOf = async ({ task }: DutyAnswer) => read<RegisteredTaskAnswer>("mai", `/api/tasks/${task.id}`);
const none = { document: null, documentOn: null, note: null };

// Each case goes on where the one before it ended.
describe("obstacles and proposals of units", () => {
  const text = "Đề nghị lùi thời hạn sang tháng 9/2026 vì chưa có thư mời của phía Lào";

  it("go from the duty of a unit to the list of the focal body; other units do not see them", async () => {
    const duty = await dutyOf("Attapeu");
    const path = `/api/duties/${duty.id}/proposals`;
    const write = (body: object) => jsonRequest("POST", body);
    expect(await refused("health", path, write({ kind: "change", text: " " }))).toBe("duty.proposal-empty");
    expect(await refused("finance", path, write({ kind: "change", text }))).toBe("duty.unknown");
    expect(await refused("leader", path, write({ kind: "change", text }))).toBe("register.not-allowed");
    await read("health", path, write({ kind: "change", text }));
    await read("health", path, write({ kind: "obstacle", text: "Thiếu kinh phí đi lại" }));
    const found = await list("mai", "state=waiting");
    expect(found).toMatchObject({ waiting: 2, mayDecide: true });
    expect(found.proposals.map(({ kind, holder, own }) => [kind, holder.name, own])).toEqual([
      ["obstacle", "Sở Y tế", false],
      ["change", "Sở Y tế", false],
    ]);
    expect((await list("health", `duty=${duty.id}`)).proposals.map(({ own }) => own)).toEqual([true, true]);
    expect((await list("finance")).proposals).toEqual([]);
    expect((await list("dung")).proposals).toEqual([]);
  });

  it("decided for, the task is amended with the deciding document, and its history shows before and after", async () => {
    const duty = await dutyOf("Attapeu");
    const task = await taskOf(duty);
    const proposal = (await list("mai", "state=waiting")).proposals.find(({ kind }) => kind === "change");
    const path = `/api/proposals/${proposal?.id}/decision`;
    const amend = (more: object = {}) =>
      jsonRequest("POST", {
        ...{ version: proposal?.version, outcome: "amended", taskVersion: task.version, ...none },
        ...{
          document: "95/UBND-NC",
          documentOn: "2026-03-18",
          change: { timeWords: "trước ngày 30/9/2026" },
        },
        ...more,
      });
    expect(await refused("health", path, amend())).toBe("register.not-allowed");
    expect(await refused("mai", path, amend({ documentOn: null }))).toBe("duty.proposal-ground-missing");
    expect(await refused("mai", path, amend({ documentOn: "2027-01-01" }))).toBe("duty.fact-in-future");
    expect(await refused("mai", path, amend({ change: { content: task.content } }))).toBe(
      "duty.proposal-nothing",
    );
    expect(await refused("mai", path, amend({ taskVersion: task.version + 1 }))).toBe(
      "register.task-changed",
    );
    await read("mai", path, amend());
    expect((await dutyOf("Attapeu")).dueOn).toBe("2026-09-30");
    const [decided] = (await list("health", "state=decided")).proposals;
    expect(decided).toMatchObject({ outcome: "amended", document: "95/UBND-NC", documentOn: "2026-03-18" });
    expect(decided?.changes.find(({ field }) => field === "timeWords")?.after).toBe("trước ngày 30/9/2026");
    const { changes } = await read<TaskHistoryAnswer>("mai", `/api/tasks/${task.id}/history`);
    const entry = changes.find(({ what }) => what === "amend-task");
    expect(entry?.after).toMatchObject({ document: "95/UBND-NC", timeWords: "trước ngày 30/9/2026" });
    expect(await refused("mai", path, amend())).toBe("duty.proposal-changed");
  });

  it("undone, the task and its days are as before and the proposal waits; not once somebody changed the task since", async () => {
    const [decided] = (await list("mai", "state=decided")).proposals;
    const path = `/api/proposals/${decided?.id}/decision`;
    await read("mai", path, jsonRequest("DELETE", { version: decided?.version }));
    expect((await dutyOf("Attapeu")).dueOn).toBe("2026-06-30");
    const again = (await list("mai", "state=waiting")).proposals.find(({ kind }) => kind === "change");
    const task = await taskOf(await dutyOf("Attapeu"));
    const note = "Đồng ý. PCT Bình, 19/3";
    await read(
      "mai",
      path,
      jsonRequest("POST", {
        ...{ ...none, version: again?.version, outcome: "amended", taskVersion: task.version, note },
        change: { result: "Báo cáo kết quả khám bệnh" },
      }),
    );
    const after = await taskOf(await dutyOf("Attapeu"));
    expect(after.result).toBe("Báo cáo kết quả khám bệnh");
    const edit = { version: after.version, group: "Y tế" };
    await read("mai", `/api/tasks/${after.id}`, jsonRequest("PATCH", edit));
    const [now] = (await list("mai", "state=decided")).proposals;
    expect(await refused("mai", path, jsonRequest("DELETE", { version: now?.version }))).toBe(
      "duty.proposal-task-changed",
    );
  });

  it("decided against, the reason stays; the unit takes back what nobody decided, and nothing else", async () => {
    const [waiting] = (await list("health", "state=waiting")).proposals;
    const path = `/api/proposals/${waiting?.id}`;
    const refuse = (note: string | null, version = waiting?.version) =>
      jsonRequest("POST", { ...none, version, outcome: "refused", note });
    expect(await refused("mai", `${path}/decision`, refuse(null))).toBe("duty.reason-needed");
    await read("mai", `${path}/decision`, refuse("Đã bố trí trong dự toán"));
    const [decided] = (await list("health", "state=decided")).proposals;
    expect(decided).toMatchObject({ outcome: "refused", note: "Đã bố trí trong dự toán" });
    const back = jsonRequest("DELETE", { version: decided?.version });
    expect(await refused("health", path, back)).toBe("duty.proposal-changed");
    await read("mai", `${path}/decision`, jsonRequest("DELETE", { version: decided?.version }));
    const [again] = (await list("health", "state=waiting")).proposals;
    expect(await refused("finance", path, jsonRequest("DELETE", { version: again?.version }))).toBe(
      "duty.proposal-unknown",
    );
    await read("health", path, jsonRequest("DELETE", { version: again?.version }));
    expect((await list("health", "state=waiting")).proposals).toEqual([]);
  });

  it("to withdraw the task is asked for, waits among the leaders' decisions, and is decided and taken back", async () => {
    const duty = await dutyOf("dự toán");
    const text = "Nội dung đã chuyển sang kế hoạch của trung ương";
    await read(
      "finance",
      `/api/duties/${duty.id}/proposals`,
      jsonRequest("POST", { kind: "withdrawal", text }),
    );
    const waiting = async () =>
      (await read<LeadersAnswer>("leader", "/api/leaders")).waiting.find(({ what }) => what === "withdrawal");
    expect(await waiting()).toMatchObject({ count: 1, oldest: "Sở Tài chính" });
    const [asked] = (await list("mai", "state=waiting&kind=withdrawal")).proposals;
    expect((await list("mai", "state=waiting&kind=obstacle")).proposals).toEqual([]);
    const path = `/api/proposals/${asked?.id}/decision`;
    const withdrawn = jsonRequest("POST", {
      ...{ version: asked?.version, outcome: "amended", taskVersion: (await taskOf(duty)).version, ...none },
      ...{ document: "96/UBND-NC", documentOn: "2026-03-19", change: { withdrawnOn: "2026-03-19" } },
    });
    await read("mai", path, withdrawn);
    const gone = await read<DutyAnswer>("mai", `/api/duties/${duty.id}`);
    expect([gone.state, gone.withdrawnOn]).toEqual(["withdrawn", "2026-03-19"]);
    expect(await waiting()).toBeUndefined();
    const [decided] = (await list("mai", "state=decided&kind=withdrawal")).proposals;
    expect(decided?.changes).toEqual([{ field: "withdrawnOn", before: null, after: "2026-03-19" }]);
    await read("mai", path, jsonRequest("DELETE", { version: decided?.version }));
    expect((await read<DutyAnswer>("mai", `/api/duties/${duty.id}`)).withdrawnOn).toBeNull();
    expect(await waiting()).toMatchObject({ count: 1 });
  });
});
