import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DutyAnswer, DutyListAnswer } from "../../src/contract/duty.ts";
import type { SettingsAnswer } from "../../src/contract/settings.ts";
import type { RegisteredTaskAnswer, TaskListAnswer } from "../../src/contract/task.ts";
import { jsonRequest } from "../support/register-app.ts";
import { refusalOf } from "./register-app.ts";
import { openUnits, type UnitsApp } from "./units-app.ts";

const order = `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: 94/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 10 tháng 02 năm 2026
THÔNG BÁO
Kết luận về công tác đối ngoại
1. Giao Sở Y tế thường xuyên cập nhật cơ sở dữ liệu hợp tác y tế với nước ngoài.
2. Giao Sở Tài chính lập dự toán kinh phí đối ngoại, trình Ủy ban nhân dân tỉnh trước ngày 15/12/2027.
Nơi nhận:
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn Bình
`;

let app: UnitsApp;
beforeAll(async () => {
  app = await openUnits();
  app.hold("health", "unitHead", "Sở Y tế");
  app.hold("finance", "unitHead", "Sở Tài chính");
  app.hold("leader", "leader", null);
  await app.accept(order, 2);
  const { id, version } = await task();
  const edit = { version, timeWords: "Thường xuyên", schedule: { kind: "continuous" } };
  await app.read("mai", `/api/tasks/${id}`, jsonRequest("PATCH", edit));
}, 120_000);
afterAll(() => app.close());

const words = "q=co+so+du+lieu+hop+tac+y+te";
async function task(who = "mai") {
  const [first] = (await app.read<TaskListAnswer>(who, `/api/tasks?${words}`)).tasks;
  if (!first) throw new Error("the task is there");
  return first;
}
async function duty(who = "mai") {
  const [first] = (await app.read<DutyListAnswer>(who, `/api/duties?${words}`)).duties;
  return app.read<DutyAnswer>(who, `/api/duties/${first?.id}`);
}
const quiet = async (who = "mai") => (await app.read<DutyListAnswer>(who, "/api/duties?quiet=1")).total;
const proof = { kind: "document", title: null, sha256: null, size: null, issuedOn: null };

async function report(proofs: readonly object[]) {
  const { id, version } = await duty("health");
  const body = { version, text: "Đã cập nhật", claimsDone: false, nothing: false, measured: [], proofs };
  return app.read<DutyAnswer>(
    "health",
    `/api/duties/${id}/reports`,
    jsonRequest("POST", { ...body, send: "approved" }),
  );
}

// Each case goes on where the one before it ended.
describe("the heartbeat of what has no deadline", () => {
  it("is not awaited before the first yearly return, and told to no unit", async () => {
    expect((await task()).heartbeat).toEqual({ state: "notYet", provedOn: null });
    expect((await task("leader")).heartbeat).toEqual({ state: "notYet", provedOn: null });
    expect((await task("health")).heartbeat).toBe(null);
    expect((await duty("health")).heartbeat).toBe(null);
    expect((await duty()).heartbeat).toEqual({ state: "notYet", provedOn: null });
    const dated = await app.read<TaskListAnswer>("mai", "/api/tasks?q=du+toan");
    expect(dated.tasks[0]?.heartbeat).toBe(null);
    expect(await quiet()).toBe(0);
  });

  it("without a proof it is quiet once the return was due; the filter shows it to who follows alone", async () => {
    app.goTo("2027-01-10");
    expect((await task()).heartbeat?.state).toBe("never");
    expect(await quiet()).toBe(1);
    // For the unit the filter narrows nothing: it sees its one duty as before.
    expect(await quiet("health")).toBe(1);
    expect(await quiet("finance")).toBe(1);
  });

  it("a report in words alone proves nothing; with a document it beats", async () => {
    await report([]);
    expect((await duty()).heartbeat).toEqual({ state: "never", provedOn: null });
    await report([{ ...proof, reference: "12/BC-SYT" }]);
    expect((await duty()).heartbeat).toEqual({ state: "beating", provedOn: "2027-01-10" });
    expect((await task()).heartbeat).toEqual({ state: "beating", provedOn: "2027-01-10" });
    expect(
      (await app.read<RegisteredTaskAnswer>("mai", `/api/tasks/${(await task()).id}`)).heartbeat?.state,
    ).toBe("beating");
    expect(await quiet()).toBe(0);
  });

  it("a province that asks for proof each quarter finds it stopped after one", async () => {
    const settings = await app.read<SettingsAnswer>("mai", "/api/settings");
    const { version, startDay, soonDays } = settings;
    const change = (heartbeat: unknown) =>
      app.ask("mai", "/api/settings", jsonRequest("PUT", { version, startDay, soonDays, heartbeat }));
    expect(await refusalOf(change("P5D"))).toBe("400 server.bad-request");
    expect((await change("P3M")).status).toBe(200);
    expect((await app.read<SettingsAnswer>("mai", "/api/settings")).heartbeat).toBe("P3M");
    app.goTo("2027-04-10");
    expect((await task()).heartbeat?.state).toBe("beating");
    app.goTo("2027-04-11");
    expect((await task()).heartbeat).toEqual({ state: "stopped", provedOn: "2027-01-10" });
    expect(await quiet()).toBe(1);
  });

  it("what shall be done daily beats by the day, and has one duty without a deadline", async () => {
    const { id, version } = await task();
    const schedule = { kind: "recurring", every: "P1D" };
    const edited = await app.read<RegisteredTaskAnswer>(
      "mai",
      `/api/tasks/${id}`,
      jsonRequest("PATCH", { version, schedule, timeWords: "hằng ngày" }),
    );
    expect(edited.occurrences.map(({ key, lastDay }) => [key, lastDay])).toEqual([["continuous", null]]);
    expect((await duty()).state).toBe("noDeadline");
    await report([{ ...proof, reference: "13/BC-SYT" }]);
    expect((await duty()).heartbeat?.state).toBe("beating");
    app.goTo("2027-04-13");
    expect((await duty()).heartbeat?.state).toBe("stopped");
  });
});
