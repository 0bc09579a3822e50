import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CoordinationAnswer, OpenRequestsAnswer } from "../../src/contract/coordination.ts";
import type { DutyListAnswer, ProofFilesAnswer } from "../../src/contract/duty.ts";
import type { LeadersAnswer } from "../../src/contract/leaders.ts";
import type { MessagesAnswer, WaitingAnswer } from "../../src/contract/message.ts";
import type { RegisteredTaskAnswer, TaskListAnswer } from "../../src/contract/task.ts";
import { jsonRequest, uploadOf } from "../support/register-app.ts";
import { refusalOf } from "./register-app.ts";
import { openUnits, type UnitsApp } from "./units-app.ts";

const order = `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: 92/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 10 tháng 02 năm 2026
THÔNG BÁO
Kết luận về công tác đối ngoại
1. Giao Sở Tài chính chủ trì, phối hợp với Sở Nội vụ và các đơn vị liên quan tổng hợp kinh phí đoàn ra, báo cáo trước ngày 15/4/2026.
2. Giao Sở Y tế rà soát các đề án hợp tác quốc tế, báo cáo kết quả trong tháng 3/2026.
Nơi nhận:
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn Bình
`;

let app: UnitsApp;
let task = "";
let duty = "";
beforeAll(async () => {
  app = await openUnits();
  app.hold("finance", "unitOfficer", "Sở Tài chính");
  app.hold("home", "unitHead", "Sở Nội vụ");
  app.hold("health", "unitHead", "Sở Y tế");
  app.hold("leader", "leader", null);
  await app.employ("finance", "unitOfficer", "Sở Tài chính");
  await app.employ("home", "unitHead", "Sở Nội vụ");
  await app.employ("health", "unitHead", "Sở Y tế");
  await app.accept(order, 2);
  const { tasks } = await app.read<TaskListAnswer>("mai", "/api/tasks?q=kinh+phi+doan+ra");
  task = tasks[0]?.id ?? "";
  const { duties } = await app.read<DutyListAnswer>("mai", `/api/duties?task=${task}`);
  duty = duties[0]?.id ?? "";
}, 120_000);
afterAll(() => app.close());

const seen = (who: string) => app.read<CoordinationAnswer>(who, `/api/tasks/${task}/coordination`);
const openOf = (who: string) => app.read<OpenRequestsAnswer>(who, "/api/requests");
const asked = (more: object = {}) => ({
  ...{
    units: [app.unit("Sở Nội vụ").id],
    content: "Gửi số liệu đoàn ra quý I",
    on: "2026-03-20",
    workingDays: 5,
  },
  ...more,
});
const ask = (who: string, body: object) =>
  app.ask(who, `/api/duties/${duty}/requests`, jsonRequest("POST", body));
const say = (who: string, id: string, body: object) =>
  app.ask(
    who,
    `/api/requests/${id}/facts`,
    jsonRequest("POST", { on: "2026-03-20", text: "", proofs: [], ...body }),
  );
/** What a person's messages tell of requests. */
async function told(who: string) {
  const { messages } = await app.read<MessagesAnswer>(who, "/api/messages");
  return messages.flatMap(({ requests }) => requests.map(({ kind, unit, waits }) => [kind, unit, waits]));
}
async function request(who = "home") {
  const found = (await seen(who)).requests.find(({ to }) => to.name === "Sở Nội vụ");
  if (!found) throw new Error("nobody asked");
  return found;
}

// Each case goes on where the one before it ended.
describe("what a lead asks of co-ordinating units", () => {
  it("a unit that co-ordinates sees its part, and owes nothing", async () => {
    const { parts, requests, mayName, asksFor } = await seen("home");
    expect(
      parts.map(({ name, toBeNamed, units }) => [name, toBeNamed, units.map((unit) => unit.name)]),
    ).toEqual([
      ["Sở Nội vụ", false, ["Sở Nội vụ"]],
      ["các đơn vị liên quan", true, []],
    ]);
    expect([requests, mayName, asksFor.all]).toEqual([[], false, false]);
    expect((await app.read<DutyListAnswer>("home", "/api/duties")).total).toBe(0);
  });

  it.each([
    ["neither words nor letter", { content: " " }, "422 duty.request-empty"],
    ["a letter without its day", { document: "12/STC" }, "422 duty.request-undated"],
    ["nobody", { units: [] }, "422 duty.request-nobody"],
    [
      "who does not co-ordinate",
      { units: ["01990000-0000-7000-8000-000000000000"] },
      "422 duty.request-unit",
    ],
    ["ahead of its day", { on: "2026-03-21" }, "422 duty.fact-in-future"],
    ["no working days", { workingDays: 0 }, "422 duty.request-term"],
    ["no day at all", { on: "mai" }, "400 server.bad-request"],
  ])("is refused: %s", async (_, more, code) => {
    expect(await refusalOf(ask("finance", asked(more)))).toBe(code);
  });

  it("is refused to who neither leads nor follows", async () => {
    expect(await refusalOf(ask("home", asked()))).toBe("404 duty.unknown");
    expect(await refusalOf(ask("leader", asked()))).toBe("403 register.not-allowed");
  });

  it("asked in writing, it waits with its age, in the work of the one and on the duty of the other", async () => {
    expect((await ask("finance", asked())).status).toBe(200);
    const open = await openOf("home");
    expect(open.total).toBe(1);
    expect(open.requests[0]).toMatchObject({
      ...{ state: "waiting", age: 0, dueOn: "2026-03-27", from: { name: "Sở Tài chính" } },
      ...{ allowed: ["answered", "declined"], task: { id: task } },
    });
    expect((await openOf("health")).total).toBe(0);
    expect((await seen("finance")).requests).toMatchObject([{ duty, allowed: ["withdrawn"], age: 0 }]);
    expect(await app.history("ask-unit")).toMatchObject([
      { subject: `duty:${duty}`, after: { unit: "Sở Nội vụ" } },
    ]);
  });

  it("the people of the unit that is asked are told beside the bell, and nobody else", async () => {
    expect(await told("home")).toEqual([["asked", "Sở Tài chính", true]]);
    for (const who of ["finance", "health"]) expect(await told(who)).toEqual([]);
    expect(await app.read<WaitingAnswer>("home", "/api/waiting")).toMatchObject({
      unread: 1,
      proposals: null,
    });
    await app.read("home", "/api/messages/read", jsonRequest("POST", { ids: null }));
    expect((await app.read<WaitingAnswer>("home", "/api/waiting")).unread).toBe(0);
  });

  it("past its day it is no lateness of anybody: not in the duties, nor in what leaders compare", async () => {
    const before = await app.read<LeadersAnswer>("leader", "/api/leaders");
    app.goTo("2026-04-10");
    expect(await request()).toMatchObject({ state: "overdue", age: 21 });
    expect((await app.read<DutyListAnswer>("home", "/api/duties")).total).toBe(0);
    const after = await app.read<LeadersAnswer>("leader", "/api/leaders");
    expect(JSON.stringify(before)).not.toContain("Sở Nội vụ");
    expect(JSON.stringify(after)).not.toContain("Sở Nội vụ");
    app.goTo("2026-03-20");
  });

  it("is answered with a file, which who asked can open and others cannot", async () => {
    const files = await app.read<ProofFilesAnswer>(
      "home",
      "/api/proofs?declared=1",
      uploadOf(["so-lieu.txt", "12 đoàn"]),
    );
    const [kept] = files.kept;
    const { id, version } = await request();
    const file = {
      kind: "file",
      reference: kept?.name,
      title: null,
      issuedOn: null,
      sha256: kept?.sha256,
      size: kept?.size,
    };
    const body = { version, kind: "answered", text: "Gửi kèm", proofs: [file] };
    expect(await refusalOf(say("home", id, { ...body, text: "", proofs: [] }))).toBe("422 duty.answer-empty");
    expect(await refusalOf(say("home", id, { ...body, version: 9 }))).toBe("409 duty.request-changed");
    expect(await refusalOf(say("finance", id, body))).toBe("409 duty.request-over");
    expect(await refusalOf(say("health", id, body))).toBe("404 duty.request-unknown");
    expect((await say("home", id, body)).status).toBe(200);
    const [answer] = (await seen("finance")).requests;
    expect(answer).toMatchObject({ state: "answered", age: null, answer: "Gửi kèm", allowed: [] });
    const path = `/api/proofs/${answer?.proofs[0]?.id}/file`;
    expect(await (await app.ask("finance", path)).text()).toBe("12 đoàn");
    expect((await app.ask("health", path)).status).toBe(404);
    expect((await openOf("home")).total).toBe(0);
    // Who asked is told of it; the request itself waits no more.
    expect(await told("finance")).toEqual([["answered", "Sở Nội vụ", false]]);
    expect(await told("home")).toEqual([["asked", "Sở Tài chính", false]]);
    expect((await app.read<WaitingAnswer>("finance", "/api/waiting")).unread).toBe(1);
  });

  it("is opened again, declined with a reason, taken back; each is in the log", async () => {
    const now = async () => (await request()).version;
    const { id } = await request();
    await say("home", id, { version: await now(), kind: "reopened" });
    expect(await refusalOf(say("home", id, { version: await now(), kind: "declined" }))).toBe(
      "422 duty.reason-needed",
    );
    await say("home", id, { version: await now(), kind: "declined", text: "Không có số liệu" });
    expect(await request()).toMatchObject({ state: "declined", answer: "Không có số liệu", proofs: [] });
    expect(await told("finance")).toEqual([
      ["declined", "Sở Nội vụ", false],
      ["answered", "Sở Nội vụ", false],
    ]);
    await say("home", id, { version: await now(), kind: "reopened" });
    // Who follows the register records what came by another way.
    await say("mai", id, { version: await now(), kind: "withdrawn" });
    expect(await request()).toMatchObject({ state: "withdrawn", allowed: [] });
    expect((await app.history("record-request-fact")).length).toBe(5);
  });
});

const name = (who: string, body: object) =>
  app.ask(who, `/api/tasks/${task}/named-units`, jsonRequest("PUT", { on: "2026-03-20", ...body }));

describe("units that words leave open", () => {
  const key = async () => (await seen("finance")).parts.find(({ toBeNamed }) => toBeNamed)?.key ?? "";
  const named = async () =>
    (await seen("mai")).parts.find(({ toBeNamed }) => toBeNamed)?.units.map((unit) => unit.name);

  it("are named by the lead, and refused to who does not lead, and for a unit that is none", async () => {
    const { version } = await seen("finance");
    const units = [app.unit("Sở Công Thương").id, app.unit("Sở Y tế").id];
    expect(await refusalOf(name("home", { version, key: await key(), units }))).toBe("403 duty.not-yours");
    expect(await refusalOf(name("finance", { version, key: "so noi vu", units }))).toBe(
      "422 duty.naming-unasked",
    );
    expect(await refusalOf(name("finance", { version: 99, key: await key(), units }))).toBe(
      "409 register.task-changed",
    );
    const nobody = ["01990000-0000-7000-8000-000000000000"];
    expect(await refusalOf(name("finance", { version, key: await key(), units: nobody }))).toBe(
      "422 duty.naming-unit",
    );
    expect((await app.ask("health", `/api/tasks/${task}`)).status).toBe(404);
    expect((await name("finance", { version, key: await key(), units, document: "30/STC" })).status).toBe(
      200,
    );
    expect(await named()).toEqual(["Sở Công Thương", "Sở Y tế"]);
  });

  it("co-ordinate as others do: they see the task and can be asked", async () => {
    expect((await app.ask("health", `/api/tasks/${task}`)).status).toBe(200);
    const answer = await ask("finance", asked({ units: [app.unit("Sở Y tế").id], workingDays: 2 }));
    expect(answer.status).toBe(200);
    expect((await openOf("health")).total).toBe(1);
    expect(await app.history("name-units")).toMatchObject([
      { subject: `task:${task}`, after: { coordinators: "Sở Công Thương; Sở Y tế", document: "30/STC" } },
    ]);
  });

  it("stay named when the task is edited, and are open again when taken back; what was asked stays", async () => {
    const before = await app.read<RegisteredTaskAnswer>("mai", `/api/tasks/${task}`);
    const addressees = [
      ...before.addressees.map(({ name: body, collective, role, written, share }) => ({
        ...{ name: body, collective, role, written, share },
      })),
      { name: "Sở Xây dựng", collective: false, role: "with" },
    ];
    await app.read(
      "mai",
      `/api/tasks/${task}`,
      jsonRequest("PATCH", { version: before.version, addressees }),
    );
    expect(await named()).toEqual(["Sở Công Thương", "Sở Y tế"]);
    const { version } = await seen("mai");
    expect((await name("mai", { version, key: await key(), units: [] })).status).toBe(200);
    expect(await named()).toEqual([]);
    expect((await openOf("health")).total).toBe(1);
  });
});
