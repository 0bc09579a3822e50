import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ImportAnswer } from "../../src/contract/document.ts";
import type { DutyAnswer, DutyListAnswer } from "../../src/contract/duty.ts";
import type { LineageAnswer } from "../../src/contract/lineage.ts";
import type { RecordAnswer } from "../../src/contract/record.ts";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import type { RegisteredTaskAnswer, TaskListAnswer } from "../../src/contract/task.ts";
import type { JoinCandidatesAnswer, JoinPreviewAnswer, JoinsAnswer } from "../../src/contract/task-join.ts";
import { type Actor, provinceNumber } from "../../src/domain/organisation/actor.ts";
import { firstUnits } from "../../src/domain/organisation/province-units.ts";
import type { HeldRole } from "../../src/domain/organisation/rights.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { beginProvince } from "../../src/operations/begin-province.ts";
import { joinTasks } from "../../src/operations/join-tasks.ts";
import { withProvince } from "../../src/store/database.ts";
import { asLogin } from "../support/database.ts";
import { realGazetteer, realUnitFiles } from "../support/gazetteer.ts";
import { jsonRequest, openRegisterApp, type RegisterApp, uploadOf } from "../support/register-app.ts";
import { day, madeId } from "../support/register-rows.ts";

const giaLai = provinceNumber(52) ?? misnumbered();
function misnumbered(): never {
  throw new Error("52 is the number of a province");
}

function notice(number: string, on: string, orders: readonly string[]): string {
  return `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: ${number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày ${on}
THÔNG BÁO
Kết luận về công tác đối ngoại
${orders.map((order, at) => `${at + 1}. ${order}`).join("\n")}
Nơi nhận:
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn Bình
`;
}

const first = notice("77/TB-UBND", "10 tháng 02 năm 2026", [
  "Giao Sở Tài chính xây dựng Đề án vận động vốn cho làng dệt thổ cẩm Glar, trình Ủy ban nhân dân tỉnh trước ngày 15/4/2026.",
  "Giao Sở Y tế báo cáo kết quả hợp tác đào tạo điều dưỡng với bệnh viện của Nhật Bản, hằng năm.",
  "Giao Sở Công Thương lập danh mục hàng xuất khẩu qua cửa khẩu Lệ Thanh, hoàn thành trước ngày 30/4/2026.",
  "Giao Sở Nội vụ rà soát biên chế làm công tác đối ngoại.",
]);
const second = notice("121/TB-UBND", "05 tháng 3 năm 2026", [
  "Giao Sở Tài chính khẩn trương hoàn thành Đề án vận động vốn cho làng dệt thổ cẩm Glar, trình trước ngày 30/5/2026.",
  "Giao Sở Y tế báo cáo kết quả hợp tác đào tạo điều dưỡng với bệnh viện của Nhật Bản trước ngày 20/6/2026.",
  "Giao Sở Công Thương và Sở Xây dựng lập danh mục hàng xuất khẩu qua cửa khẩu Lệ Thanh, hoàn thành trước ngày 25/5/2026.",
  "Giao Sở Nội vụ rà soát biên chế làm công tác đối ngoại, báo cáo hằng quý.",
]);

const roles = new Map<string, HeldRole[]>();
const person = (id: string, name: string) => ({
  name,
  province: 52,
  get held() {
    return roles.get(id) ?? [];
  },
});

let app: RegisterApp;
let now = Date.parse("2026-05-10T03:00:00Z");
const clock = () => new Date(now++);
/** Tasks by document and number: "77/1". */
const tasks = new Map<string, string>();

beforeAll(async () => {
  app = await openRegisterApp(clock, startReading(), {
    head: person("head", "Giám đốc"),
    office: person("office", "Chuyên viên Văn phòng"),
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
  roles.set("office", [{ role: "governmentOffice", unit: null, actingFor: null }]);
  await take("77", first);
  await take("121", second);
}, 120_000);
afterAll(() => app.close());

async function read<T>(who: string, path: string, init: RequestInit = {}): Promise<T> {
  const answer = await app.ask(who, path, init);
  if (answer.status !== 200)
    throw new Error(`${path}: ${answer.status} ${await answer.text()}`, { cause: app.bugs.at(-1) });
  // The program's own contract.
  return (await answer.json()) as T;
}

async function codeOf(path: string, init: RequestInit, who = "mai"): Promise<string> {
  const answer = await app.ask(who, path, init);
  // A refusal has its code.
  return answer.ok ? "ok" : ((await answer.json()) as { error: { code: string } }).error.code;
}

async function take(name: string, text: string): Promise<void> {
  const [line] = (await read<ImportAnswer>("mai", "/api/documents", uploadOf([`${name}.txt`, text]))).lines;
  if (line?.outcome !== "imported") throw new Error(JSON.stringify(line));
  const path = `/api/documents/${line.document.id}/findings`;
  for (const { id, version } of (await read<FindingsAnswer>("mai", path)).findings)
    await read("mai", `/api/findings/${id}/decision`, jsonRequest("POST", { version, decision: "accepted" }));
  const { tasks: found } = await read<TaskListAnswer>("mai", `/api/tasks?document=${line.document.id}`);
  expect(found).toHaveLength(4);
  for (const { id, ref } of found) tasks.set(`${name}/${ref}`, id);
}

function taskOf(name: string): string {
  const id = tasks.get(name);
  if (id === undefined) throw new Error(`no task ${name} in ${[...tasks.keys()].join()}`);
  return id;
}

const show = (id: string) => read<RegisteredTaskAnswer>("mai", `/api/tasks/${id}`);
const dutiesOf = async (id: string) => (await read<DutyListAnswer>("mai", `/api/duties?task=${id}`)).duties;

/** Says of a duty, as the head of its unit, that it is handed in or under way. */
async function report(
  duty: DutyListAnswer["duties"][number],
  text: string,
  claimsDone: boolean,
): Promise<void> {
  roles.set("head", [{ role: "unitHead", unit: duty.holder.id, actingFor: null }]);
  const { version } = await read<DutyAnswer>("head", `/api/duties/${duty.id}`);
  const proof = {
    kind: "document",
    reference: "12/TTr",
    title: "Tờ trình",
    issuedOn: "2026-05-01",
    sha256: null,
    size: null,
  };
  const body = {
    version,
    text,
    claimsDone,
    nothing: false,
    measured: [],
    proofs: claimsDone ? [proof] : [],
    send: "approved",
  };
  await read("head", `/api/duties/${duty.id}/reports`, jsonRequest("POST", body));
}

async function joinRequestOf(one: string, other: string, words = one) {
  const [a, b] = [await show(one), await show(other)];
  return jsonRequest("POST", { version: a.version, other, otherVersion: b.version, words });
}

async function join(one: string, other: string): Promise<RegisteredTaskAnswer> {
  return read<RegisteredTaskAnswer>("mai", `/api/tasks/${one}/joins`, await joinRequestOf(one, other));
}

async function part(into: string): Promise<void> {
  const { joins } = await read<JoinsAnswer>("mai", `/api/tasks/${into}/joins`);
  await read("mai", `/api/joins/${joins[0]?.id}`, { method: "DELETE" });
}

/** All rows of tasks with what hangs on them; versions, which only go up, apart. */
async function rowsOf(...ids: readonly string[]): Promise<unknown> {
  return asLogin(app.database.superuser, async (client) => {
    await client.query("select set_config('app.province', '52', false)");
    const { rows } = await client.query<{ all: unknown }>("select rows_of_tasks($1::uuid[]) as all", [ids]);
    return JSON.parse(JSON.stringify(rows[0]?.all, (key, value) => (key === "version" ? undefined : value)));
  });
}

describe("two tasks that turned out to be one", () => {
  it("proposes the likeliest first, and says beforehand what will be", async () => {
    const { tasks: like } = await read<JoinCandidatesAnswer>(
      "mai",
      `/api/tasks/${taskOf("121/1")}/joins/candidates`,
    );
    expect(like[0]?.task.id).toBe(taskOf("77/1"));
    const path = `/api/tasks/${taskOf("121/1")}/joins/preview?other=${taskOf("77/1")}`;
    const { kept, gone, occurrences, units: held } = await read<JoinPreviewAnswer>("mai", path);
    expect([kept.id, gone.id]).toEqual([taskOf("77/1"), taskOf("121/1")]);
    expect(occurrences).toEqual([
      {
        key: "once",
        keptDue: "2026-04-15",
        goneDue: "2026-05-30",
        dueOn: "2026-05-30",
        firstDueOn: "2026-04-15",
        doneOn: null,
      },
    ]);
    expect(held).toEqual([{ name: "Sở Tài chính", kept: 1, gone: 1, met: 1 }]);
  });

  it("keeps facts and reports of both, the newest day and the first, and an old link leads to the one", async () => {
    const [older, newer] = [taskOf("77/1"), taskOf("121/1")];
    for (const [id, text] of [
      [older, "đã lấy ý kiến"],
      [newer, "đã hoàn chỉnh dự thảo"],
    ] as const)
      for (const duty of await dutiesOf(id)) await report(duty, text, false);
    // The one that goes on reported first, then the other, then the one that goes on again.
    for (const duty of await dutiesOf(older)) await report(duty, "đã trình lại", false);
    const before = await rowsOf(older, newer);
    const joint = await join(newer, older);
    expect([joint.id, joint.occurrences.length]).toEqual([older, 1]);
    expect(joint.occurrences[0]).toMatchObject({ dueOn: "2026-05-30", firstDueOn: "2026-04-15" });
    const [duty, ...others] = await dutiesOf(older);
    expect(others).toEqual([]);
    const shown = await read<DutyAnswer>("office", `/api/duties/${duty?.id}`);
    expect(shown.firstDueOn).toBe("2026-04-15");
    expect(shown.reports.map(({ number, text }) => [number, text])).toEqual([
      [3, "đã trình lại"],
      [2, "đã hoàn chỉnh dự thảo"],
      [1, "đã lấy ý kiến"],
    ]);
    const { notes } = await read<LineageAnswer>("mai", `/api/tasks/${older}/lineage`);
    expect(notes.map(({ kind, document, joinedFrom }) => [kind, document?.number, joinedFrom])).toEqual([
      ["first", "77/TB-UBND", null],
      ["repeats", "121/TB-UBND", "1"],
    ]);
    expect((await show(newer)).id).toBe(older);
    const { tasks: listed } = await read<TaskListAnswer>("mai", "/api/tasks?q=th%E1%BB%95+c%E1%BA%A9m");
    expect(listed.map(({ id }) => id)).toEqual([older]);
    await part(older);
    expect(await rowsOf(older, newer)).toEqual(before);
    expect((await show(newer)).id).toBe(newer);
  });

  it("brings leads along that only one had, with their duties, and takes them away again", async () => {
    const [older, newer] = [taskOf("77/3"), taskOf("121/3")];
    const before = await rowsOf(older, newer);
    const joint = await join(older, newer);
    expect(joint.addressees.map(({ name }) => name)).toEqual(["Sở Công Thương", "Sở Xây dựng"]);
    const held = await dutiesOf(older);
    expect(held.map(({ holder }) => holder.name).toSorted()).toEqual(["Sở Công Thương", "Sở Xây dựng"]);
    expect(new Set(held.map(({ dueOn }) => dueOn))).toEqual(new Set(["2026-05-25"]));
    await part(older);
    expect(await rowsOf(older, newer)).toEqual(before);
  });

  it("keeps the row of the one that goes on where both have one that can stand once", async () => {
    const [older, newer] = [taskOf("77/4"), taskOf("121/4")];
    const said = (
      task: string,
    ) => sql`insert into own_plan_order (province_id, task_id, asks, said_at, said_by)
      values (52, ${task}, ${task === older}, now(), 'mai')`;
    await withProvince(app.rows.kysely, giaLai, async (t) => {
      await said(older).execute(t);
      await said(newer).execute(t);
    });
    const before = await rowsOf(older, newer);
    await join(older, newer);
    const { rows } = await withProvince(app.rows.kysely, giaLai, (t) =>
      sql<{ asks: boolean }>`select asks from own_plan_order where task_id = ${older}`.execute(t),
    );
    expect(rows).toEqual([{ asks: true }]);
    await part(older);
    expect(await rowsOf(older, newer)).toEqual(before);
  });

  it("keeps the rhythm of one that recurs, whose open time takes the day of the other", async () => {
    const [older, newer] = [taskOf("77/2"), taskOf("121/2")];
    const [times, before] = [(await show(older)).occurrences, await rowsOf(older, newer)];
    const joint = await join(older, newer);
    expect(joint.schedule).toMatchObject({ kind: "recurring" });
    expect(joint.occurrences.map(({ key }) => key)).toEqual(times.map(({ key }) => key));
    expect(joint.occurrences[0]).toMatchObject({ dueOn: "2026-06-20", firstDueOn: times[0]?.dueOn });
    await part(older);
    expect(await rowsOf(older, newer)).toEqual(before);
  });

  it("leads the links of records to the one, and each back where it led, whatever was edited meanwhile", async () => {
    const [older, newer] = [taskOf("77/1"), taskOf("121/1")];
    const add = async (name: string, links: readonly string[]) => {
      const values = { name, kind: "other", when: "12/4/2026" };
      const body = { values, links: { tasks: links }, owner: null, sure: true };
      return (await read<{ id: string }>("mai", "/api/records/events", jsonRequest("POST", body))).id;
    };
    const linked = async (id: string) =>
      ((await read<RecordAnswer>("mai", `/api/records/events/${id}`)).links.tasks ?? []).map(
        (link) => link.id,
      );
    const ofOne = await add("Hội chợ dệt thổ cẩm", [newer]);
    const ofOther = await add("Ngày hội dệt thổ cẩm", [older]);
    const ofBoth = await add("Trưng bày thổ cẩm Glar", [newer, older]);
    await join(older, newer);
    for (const id of [ofOne, ofOther, ofBoth]) expect(await linked(id)).toEqual([older]);
    // Joined tasks are found no more, and a form of before the join is out of date.
    const form = { version: 1, values: {}, links: { tasks: [newer] } };
    expect(await codeOf(`/api/records/events/${ofOne}`, jsonRequest("PATCH", form))).toBe("record.changed");
    const { version } = await read<RecordAnswer>("mai", `/api/records/events/${ofOne}`);
    const edit = { version, values: { place: "Pleiku" }, links: { tasks: [older] } };
    await read("mai", `/api/records/events/${ofOne}`, jsonRequest("PATCH", edit));
    await part(older);
    expect([await linked(ofOne), await linked(ofOther), await linked(ofBoth)]).toEqual([
      [newer],
      [older],
      [newer, older],
    ]);
  });

  it("refuses what cannot be, and changes nothing", async () => {
    const [one, other] = [taskOf("77/1"), taskOf("121/1")];
    const path = `/api/tasks/${one}/joins`;
    const before = await rowsOf(one, other);
    const nobody = "01990000-0000-7000-8000-000000000000";
    const { version } = await show(one);
    const body = { version, other: nobody, otherVersion: 1, words: one };
    expect(await codeOf(path, jsonRequest("POST", { ...body, other: one, otherVersion: version }))).toBe(
      "register.join-self",
    );
    expect(await codeOf(path, jsonRequest("POST", body))).toBe("register.task-unknown");
    expect(await codeOf(path, jsonRequest("POST", { ...body, other, version: 99 }))).toBe(
      "register.task-changed",
    );
    expect(await codeOf(path, await joinRequestOf(one, other), "dung")).toBe("register.task-unknown");
    expect(await codeOf(`/api/joins/${nobody}`, { method: "DELETE" })).toBe("register.join-unknown");
    expect(await rowsOf(one, other)).toEqual(before);
  });

  it("does not join what is withdrawn, nor what was done before the later document gave it", async () => {
    const [older, newer] = [taskOf("77/4"), taskOf("121/4")];
    const { version } = await show(newer);
    await read("mai", `/api/tasks/${newer}`, jsonRequest("PATCH", { version, withdrawnOn: "2026-05-01" }));
    expect(await codeOf(`/api/tasks/${older}/joins`, await joinRequestOf(older, newer))).toBe(
      "register.join-withdrawn",
    );
    const again = await show(newer);
    await read(
      "mai",
      `/api/tasks/${newer}`,
      jsonRequest("PATCH", { version: again.version, withdrawnOn: null }),
    );
    const [time] = (await show(older)).occurrences;
    const done = { version: time?.version, kind: "done", on: "2026-02-20", product: "3/BC-SNV" };
    await read("mai", `/api/occurrences/${time?.id}/facts`, jsonRequest("POST", done));
    expect(await codeOf(`/api/tasks/${older}/joins`, await joinRequestOf(older, newer))).toBe(
      "register.join-closed",
    );
    const closed = (await show(older)).occurrences[0];
    const reopened = { version: closed?.version, kind: "reopened", on: "2026-05-10" };
    await read("mai", `/api/occurrences/${time?.id}/facts`, jsonRequest("POST", reopened));
  });

  it("joins once when two people join in both directions at the same time", async () => {
    const [older, newer] = [taskOf("77/1"), taskOf("121/1")];
    const [there, back] = [await joinRequestOf(older, newer), await joinRequestOf(newer, older)];
    const codes = await Promise.all([
      codeOf(`/api/tasks/${older}/joins`, there),
      codeOf(`/api/tasks/${newer}/joins`, back),
    ]);
    expect(codes.toSorted()).toEqual(["ok", "register.task-joined"]);
    await part(older);
  });

  it("is not taken back once something was reported of the joint task", async () => {
    const [older, newer] = [taskOf("77/3"), taskOf("121/3")];
    await join(older, newer);
    const [duty] = await dutiesOf(older);
    if (duty) await report(duty, "sau khi gộp", false);
    const { joins } = await read<JoinsAnswer>("mai", `/api/tasks/${older}/joins`);
    expect(await codeOf(`/api/joins/${joins[0]?.id}`, { method: "DELETE" })).toBe("register.join-in-use");
    expect((await show(newer)).id).toBe(older);
  });

  const actor: Actor = {
    ...{ person: "mai", name: "Trần Thị Mai", province: giaLai, address: null },
    held: [{ role: "focalOfficer", unit: null, actingFor: null }],
  };

  it("leaves both as before when it breaks off at any step", async () => {
    const [one, other] = [taskOf("77/2"), taskOf("121/2")];
    const before = await rowsOf(one, other);
    const seen = { one: await show(one), other: await show(other) };
    let reached = 0;
    for (let breaksAt = 0; ; breaksAt++) {
      let made = 0;
      const newId = () => {
        if (made++ === breaksAt) throw new Error("broken off");
        return app.register.newId();
      };
      const request = { one: seen.one, other: seen.other, words: one };
      const outcome = joinTasks(actor, request, { ...app.register, newId });
      if (
        await outcome.then(
          ({ ok }) => ok,
          () => false,
        )
      )
        break;
      reached++;
      expect(await rowsOf(one, other)).toEqual(before);
    }
    expect(reached).toBeGreaterThan(2);
    await part(one);
    expect(await rowsOf(one, other)).toEqual(before);
  });

  it("stands as it did after any work on either, joined and parted", async () => {
    const names = ["77/1", "77/2", "77/4", "121/1", "121/2", "121/4"];
    const work = fc.record({
      one: fc.constantFrom(...names),
      other: fc.constantFrom(...names),
      deeds: fc.array(fc.record({ task: fc.nat(5), duty: fc.nat(3), done: fc.boolean() }), { maxLength: 2 }),
    });
    let joined = 0;
    let refused = 0;
    let reported = 0;
    for (const { one, other, deeds } of fc.sample(work, { numRuns: 25, seed: 11 })) {
      for (const deed of deeds) {
        const held = await dutiesOf(taskOf(names[deed.task] ?? ""));
        const duty = held[deed.duty % Math.max(1, held.length)];
        if (!duty || duty.submittedOn !== null) continue;
        await report(duty, `việc ${deed.duty}`, deed.done);
        reported++;
      }
      const ids = [taskOf(one), taskOf(other)] as const;
      const before = await rowsOf(...ids);
      const code = await codeOf(`/api/tasks/${ids[0]}/joins`, await joinRequestOf(...ids));
      if (code === "ok") {
        joined++;
        const { id } = await show(ids[0]);
        await part(id);
      } else refused++;
      expect([code, await rowsOf(...ids)]).toEqual([code, before]);
    }
    expect(joined).toBeGreaterThan(8);
    expect(reported).toBeGreaterThan(5);
    expect(joined + refused).toBe(25);
    const { rows } = await withProvince(app.rows.kysely, giaLai, (t) =>
      sql<{
        left: number;
      }>`select count(*)::int as left from task_join where task_id = ${taskOf("77/1")}`.execute(t),
    );
    expect(rows).toEqual([{ left: 0 }]);
  }, 120_000);
});
