import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DutyAnswer, DutyListAnswer } from "../../src/contract/duty.ts";
import type { RegisteredTaskAnswer, TaskListAnswer } from "../../src/contract/task.ts";
import { jsonRequest } from "../support/register-app.ts";
import { refusalOf } from "./register-app.ts";
import { openUnits, type UnitsApp } from "./units-app.ts";

const order = `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: 91/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 10 tháng 02 năm 2026
THÔNG BÁO
Kết luận về công tác đối ngoại
1. Giao Sở Tài chính, Sở Y tế lập đề án hợp tác y tế với tỉnh bạn, trình Ủy ban nhân dân tỉnh trước ngày 15/4/2026.
2. Giao Sở Nội vụ rà soát cán bộ đối ngoại, báo cáo kết quả trong tháng 3/2026.
Nơi nhận:
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn Bình
`;

let app: UnitsApp;
beforeAll(async () => {
  app = await openUnits();
  app.hold("finance", "unitHead", "Sở Tài chính");
  app.hold("health", "unitHead", "Sở Y tế");
  app.hold("office", "governmentOffice", null);
  await app.accept(order, 2);
}, 120_000);
afterAll(() => app.close());

const tasks = (query = "") => app.read<TaskListAnswer>("mai", `/api/tasks?${query}`);
async function joint(): Promise<RegisteredTaskAnswer> {
  const [first] = (await tasks("q=hop+tac+y+te")).tasks;
  return app.read("mai", `/api/tasks/${first?.id}`);
}
async function duties(): Promise<readonly DutyListAnswer["duties"][number][]> {
  return (await app.read<DutyListAnswer>("mai", "/api/duties?q=hop+tac+y+te&sort=unit")).duties;
}
const keyOf = ({ addressees }: RegisteredTaskAnswer, name: string) =>
  addressees.find((one) => one.name === name)?.key ?? null;
const put = (who: string, { id }: { id: string }, body: object) =>
  app.ask(who, `/api/tasks/${id}/answering`, jsonRequest("PUT", body));
// Each case goes on where the one before it ended.
describe("which of several leads answers for the whole", () => {
  it("is missing as long as nobody has said it: on the task, in the filter and on the duties", async () => {
    const task = await joint();
    expect(task.unclear.map(({ clear }) => clear)).toContain("responsible");
    expect((await tasks("unclear=responsible")).total).toBe(1);
    const [first] = await duties();
    const duty = await app.read<DutyAnswer>("mai", `/api/duties/${first?.id}`);
    expect([duty.answers, duty.unanswered]).toEqual([null, true]);
  });

  it("is refused to a unit, for a body that leads not, for one lead, ahead of its day and in an old version", async () => {
    const task = await joint();
    const { version } = task;
    const said = { version, body: keyOf(task, "Sở Y tế"), on: "2026-03-20" };
    expect(await refusalOf(put("health", task, said))).toBe("403 register.not-allowed");
    expect(await refusalOf(put("mai", task, { ...said, body: "so xay dung" }))).toBe(
      "422 register.answering-unknown",
    );
    expect(await refusalOf(put("mai", task, { ...said, on: "2027-01-01" }))).toBe(
      "422 register.fact-in-future",
    );
    expect(await refusalOf(put("mai", task, { ...said, version: 0 }))).toBe("409 register.task-changed");
    expect(await refusalOf(put("mai", task, { ...said, on: "hôm nay" }))).toBe("400 server.bad-request");
    const [single] = (await tasks("q=can+bo+doi+ngoai")).tasks;
    const alone = { version: single?.version, body: "so noi vu", on: "2026-03-20" };
    expect(await refusalOf(put("mai", { id: single?.id ?? "" }, alone))).toBe("422 register.answering-alone");
  });

  it("recorded, responsibility is clear, and each duty tells whose it is", async () => {
    const task = await joint();
    const body = { version: task.version, body: keyOf(task, "Sở Y tế"), on: "2026-03-20", document: "5/VP" };
    const answer = await put("mai", task, body);
    expect(answer.status).toBe(200);
    const after = await joint();
    expect(after.version).toBe(task.version + 1);
    expect(after.unclear.map(({ clear }) => clear)).not.toContain("responsible");
    expect((await tasks("unclear=responsible")).total).toBe(0);
    expect((await duties()).map(({ unit, answers }) => [unit.name, answers])).toEqual([
      ["Sở Tài chính", false],
      ["Sở Y tế", true],
    ]);
    const [entry] = await app.history("name-answering");
    expect(entry?.after).toEqual({ answers: "Sở Y tế", on: "2026-03-20", document: "5/VP" });
  });

  it("its confirmed duty ends the whole, though another lead still owes its own; taken back, the whole is open again", async () => {
    const duty = (await duties()).find(({ unit }) => unit.name === "Sở Y tế");
    const fact = { kind: "confirmed", on: "2026-03-20", product: "12/QĐ-UBND" };
    await app.read(
      "office",
      "/api/duties/facts",
      jsonRequest("POST", { duties: [{ id: duty?.id, version: duty?.version }], ...fact }),
    );
    const done = await joint();
    expect(done.state).toBe("done");
    expect((await duties()).map(({ state }) => state)).toEqual(["dueSoon", "done"]);
    const back = { version: done.version, body: null, on: "2026-03-20" };
    expect((await put("mai", done, back)).status).toBe(200);
    const open = await joint();
    expect([open.state, open.unclear.map(({ clear }) => clear).includes("responsible")]).toEqual([
      "dueSoon",
      true,
    ]);
    const again = { version: open.version, body: keyOf(open, "Sở Y tế"), on: "2026-03-20" };
    expect((await put("office", open, again)).status).toBe(200);
    expect((await joint()).state).toBe("done");
  });

  it("stays when other words of the task are edited, and goes with the body", async () => {
    const task = await joint();
    const edit = (body: object) =>
      app.read<RegisteredTaskAnswer>("mai", `/api/tasks/${task.id}`, jsonRequest("PATCH", body));
    const bodies = task.addressees.map(({ name, collective, role, written, share }) => ({
      ...{ name, collective, role, written, share },
    }));
    const more = [...bodies, { name: "Sở Nội vụ", collective: false, role: "with" }];
    const kept = await edit({ version: task.version, addressees: more, content: `${task.content} (sửa)` });
    expect(kept.addressees.find(({ name }) => name === "Sở Y tế")?.answers).toMatchObject({
      on: "2026-03-20",
    });
    expect(kept.unclear.map(({ clear }) => clear)).not.toContain("responsible");
    const others = more.filter(({ name }) => name !== "Sở Y tế");
    const lead = { name: "Sở Công Thương", collective: false, role: "lead" };
    const gone = await edit({ version: kept.version, addressees: [lead, ...others] });
    expect(gone.addressees.every(({ answers }) => answers === null)).toBe(true);
    expect(gone.unclear.map(({ clear }) => clear)).toContain("responsible");
    const marks = (await duties()).map(({ unit, answers }) => [unit.name, answers]);
    expect(marks).toContainEqual(["Sở Tài chính", null]);
  });
});
