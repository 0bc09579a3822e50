import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CollectivesAnswer } from "../../src/contract/collective.ts";
import type { ImportAnswer } from "../../src/contract/document.ts";
import type { DutyAnswer, DutyFactAnswer, DutyListAnswer, ReportRequest } from "../../src/contract/duty.ts";
import type { FactSheetAnswer } from "../../src/contract/fact-sheet.ts";
import type { OverviewAnswer } from "../../src/contract/overview.ts";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import type { TargetPeriodAnswer, TaskTargetsAnswer } from "../../src/contract/target.ts";
import type {
  RegisteredTaskAnswer,
  TaskGroupsAnswer,
  TaskHistoryAnswer,
  TaskListAnswer,
} from "../../src/contract/task.ts";
import type { TaskImportAnswer } from "../../src/contract/task-change.ts";
import { textOfBlocks } from "../../src/domain/document/block.ts";
import { provinceNumber } from "../../src/domain/organisation/actor.ts";
import { firstUnits } from "../../src/domain/organisation/province-units.ts";
import type { HeldRole, Role } from "../../src/domain/organisation/rights.ts";
import type { Unit } from "../../src/domain/organisation/unit.ts";
import { writeCsv } from "../../src/domain/text/csv.ts";
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

const plan = `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: 91/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 10 tháng 01 năm 2026
KẾ HOẠCH
Công tác đối ngoại năm 2026
1. Giao Sở Tài chính và Sở Công Thương tổ chức ít nhất 04 hội nghị xúc tiến thương mại trong năm 2026.
2. Giao Sở Tài chính mời gọi số lượng dự án theo chỉ tiêu Ủy ban nhân dân tỉnh giao trong năm 2026.
3. Giao Ủy ban nhân dân các xã, phường đăng ít nhất 05 tin bài/đơn vị trong năm 2026.
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
let tasks: TaskListAnswer["tasks"] = [];
let now = Date.parse("2026-06-30T03:00:00Z");
const clock = () => new Date(now++);

beforeAll(async () => {
  app = await openRegisterApp(clock, startReading(), {
    finance: person("finance", "Giám đốc Sở Tài chính"),
    trade: person("trade", "Giám đốc Sở Công Thương"),
    focal: person("focal", "Chuyên viên Sở Ngoại vụ"),
    office: person("office", "Chuyên viên Văn phòng"),
    commune: person("commune", "Chủ tịch xã"),
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
  hold("finance", "unitHead", unitNamed("Sở Tài chính").id);
  hold("trade", "unitHead", unitNamed("Sở Công Thương").id);
  hold("focal", "focalOfficer", unitNamed("Sở Ngoại vụ").id);
  hold("office", "governmentOffice", null);
  hold("commune", "unitHead", communes()[0]?.id ?? "");
  await importAndAccept();
  ({ tasks } = await read<TaskListAnswer>("focal", "/api/tasks?sort=document"));
}, 120_000);
afterAll(() => app.close());

function unitNamed(name: string): Unit {
  const found = units.find((unit) => unit.name === name && unit.to === null);
  if (!found) throw new Error(`no unit ${name}`);
  return found;
}

function communes(): readonly Unit[] {
  return units.filter(({ kind, to }) => kind === "commune" && to === null);
}

async function read<T>(who: string, path: string, init: RequestInit = {}): Promise<T> {
  const answer = await app.ask(who, path, init);
  if (answer.status !== 200)
    throw new Error(`${path}: ${answer.status} ${await answer.text()}`, { cause: app.bugs.at(-1) });
  return (await answer.json()) as T;
}

async function refused(who: string, path: string, init: RequestInit = {}): Promise<string> {
  const answer = await app.ask(who, path, init);
  return answer.status === 200 ? "200" : ((await answer.json()) as { error: { code: string } }).error.code;
}

async function importAndAccept(): Promise<void> {
  const [line] = (await read<ImportAnswer>("mai", "/api/documents", uploadOf(["91.txt", plan]))).lines;
  if (line?.outcome !== "imported") throw new Error(JSON.stringify(line));
  const { findings } = await read<FindingsAnswer>("mai", `/api/documents/${line.document.id}/findings`);
  expect(findings).toHaveLength(3);
  for (const { id, version } of findings)
    await read("mai", `/api/findings/${id}/decision`, jsonRequest("POST", { version, decision: "accepted" }));
  const { collectives, wordings } = await read<CollectivesAnswer>("mai", "/api/collectives");
  const collective = collectives.find(({ name }) => name === "UBND các xã, phường, đặc khu");
  const words = wordings.find(({ collective: bound }) => bound === null);
  if (!collective || !words) throw new Error(JSON.stringify(wordings));
  const body = { key: words.key, to: { collective: collective.id } };
  await read("mai", "/api/collective-wordings", jsonRequest("POST", body));
}

function taskAbout(words: string): string {
  const found = tasks.find(({ content }) => content.includes(words));
  if (!found) throw new Error(`no task about ${words}`);
  return found.id;
}

const targetsOf = (who: string, task: string) => read<TaskTargetsAnswer>(who, `/api/tasks/${task}/targets`);
const detail = (who: string, task: string, target: string, period = "2026") =>
  read<TargetPeriodAnswer>(
    who,
    `/api/tasks/${task}/targets/period?target=${encodeURIComponent(target)}&period=${period}`,
  );
const putPlans = (task: string, body: object) =>
  ["office", `/api/tasks/${task}/targets/plans`, jsonRequest("PUT", body)] as const;

/** The task that the filter for missing plans gives, and how many the overview counts. */
async function withoutPlan(): Promise<readonly [string | undefined, number]> {
  const found = await read<TaskListAnswer>("focal", "/api/tasks?plan=missing&facets=1");
  expect(found.tasks.length).toBe(found.total);
  return [found.tasks[0]?.id, (await read<OverviewAnswer>("focal", "/api/overview")).withoutPlan];
}

/** The tasks that the filter for targets behind their plan gives; its groups have as many. */
async function behind(): Promise<readonly string[]> {
  const found = await read<TaskListAnswer>("focal", "/api/tasks?plan=behind&facets=1");
  const groups = await read<TaskGroupsAnswer>("focal", "/api/tasks/groups?plan=behind&by=document");
  expect([found.tasks.length, groups.total]).toEqual([found.total, found.total]);
  return found.tasks.map(({ id }) => id);
}

async function sheetTargets(unit: string): Promise<FactSheetAnswer["targets"]> {
  const path = `/api/units/${unitNamed(unit).id}/fact-sheet?year=2026`;
  return (await read<FactSheetAnswer>("office", path)).targets;
}

async function dutyOf(who: string, task: string): Promise<DutyAnswer> {
  const { duties } = await read<DutyListAnswer>(who, `/api/duties?task=${task}`);
  return read<DutyAnswer>(who, `/api/duties/${duties[0]?.id}`);
}

async function report(
  who: string,
  task: string,
  typed: string,
  more: Partial<ReportRequest> = {},
): Promise<DutyAnswer> {
  const duty = await dutyOf(who, task);
  const body: ReportRequest = {
    ...{ version: duty.version, text: "", claimsDone: false, nothing: false, proofs: [], send: "approved" },
    measured: [{ measure: duty.targets[0]?.measure ?? "", typed }],
    ...more,
  };
  return read(who, `/api/duties/${duty.id}/reports`, jsonRequest("POST", body));
}

describe("a joint target", () => {
  it("adds what its units reported once, claimed beside proven, and shows the reports behind it", async () => {
    const task = taskAbout("xúc tiến thương mại");
    const before = await targetsOf("focal", task);
    expect(before).toMatchObject({
      mayPlan: true,
      targets: [
        {
          running: "2026",
          periods: [{ key: "2026", wanted: 4, claimed: null, standing: "behind", owing: 2 }],
        },
      ],
    });
    await report("finance", task, "02 hội nghị");
    await report("finance", task, "03", { text: "thêm một hội nghị" });
    const proof = {
      kind: "document" as const,
      reference: "12/BC-SCT",
      title: null,
      issuedOn: null,
      sha256: null,
      size: null,
    };
    await report("trade", task, "khoảng 1", { claimsDone: true, proofs: [proof] });
    const { id, version } = await dutyOf("trade", task);
    const recorded = await read<DutyFactAnswer>(
      "office",
      "/api/duties/facts",
      jsonRequest("POST", { duties: [{ id, version }], kind: "confirmed", on: "2026-06-30" }),
    );
    expect(recorded.refused).toEqual([]);
    const { targets } = await targetsOf("focal", task);
    expect(targets[0]?.periods).toMatchObject([
      { claimed: 4, proven: 1, exact: false, standing: "met", owing: 2, told: 2, reached: null },
    ]);
    const behind = await detail("focal", task, targets[0]?.key ?? "");
    expect(behind.books).toEqual({ told: 3, counted: 2, leftOut: 1 });
    expect(
      behind.records.map(({ typed, leftOut, source }) => [
        ...[typed, leftOut, source.kind === "report" ? source.number : source.id],
      ]),
    ).toEqual(
      expect.arrayContaining([
        ["03", null, 2],
        ["02 hội nghị", "replaced", 1],
        ["khoảng 1", null, 1],
      ]),
    );
    expect(behind.units.map(({ unit, claimed, standing }) => [unit.name, claimed, standing])).toEqual(
      expect.arrayContaining([
        ["Sở Tài chính", 3, null],
        ["Sở Công Thương", 1, null],
      ]),
    );
  });

  it("shows a unit the figure of all, but the records and units in its sight alone", async () => {
    const task = taskAbout("xúc tiến thương mại");
    const { targets, mayPlan } = await targetsOf("trade", task);
    expect([targets[0]?.periods[0]?.claimed, mayPlan]).toEqual([4, false]);
    const behind = await detail("trade", task, targets[0]?.key ?? "");
    expect(behind.units.map(({ unit }) => unit.name)).toEqual(["Sở Công Thương"]);
    expect(behind.records.map(({ unit }) => unit.name)).toEqual(["Sở Công Thương"]);
    expect(behind.books.told).toBe(3);
  });

  it("refuses a figure in another unit of measure aloud", async () => {
    const task = taskAbout("xúc tiến thương mại");
    const duty = await dutyOf("finance", task);
    const body = {
      ...{ version: duty.version, text: "", claimsDone: false, nothing: false, proofs: [], send: "approved" },
      measured: [{ measure: duty.targets[0]?.measure, typed: "5 lớp" }],
    };
    expect(await refused("finance", `/api/duties/${duty.id}/reports`, jsonRequest("POST", body))).toBe(
      "register.measure-unit",
    );
  });
});

describe("a figure that another act sets", () => {
  it("is missing until its plan is given, which counts from then on and stands in the history", async () => {
    const task = taskAbout("mời gọi");
    const { targets } = await targetsOf("focal", task);
    const [target] = targets;
    expect(target?.periods).toMatchObject([{ key: "2026", wanted: null, standing: "missingPlan" }]);
    const key = target?.key ?? "";
    expect(await withoutPlan()).toEqual([task, 1]);
    const given = { target: key, period: "2026", document: "45/QĐ-UBND" };
    const body = { ...given, plans: [{ unit: null, typed: "12 dự án", version: null }] };
    const after = await read<TaskTargetsAnswer>(...putPlans(task, body));
    expect(after.targets[0]?.periods).toMatchObject([
      { wanted: 12, standing: "behind", plan: { value: 12, document: "45/QĐ-UBND", version: 1 } },
    ]);
    expect(await withoutPlan()).toEqual([undefined, 0]);
    // Behind an even pace it stands in that filter too, in its groups, and on the fact sheet of the unit.
    expect(await behind()).toContain(task);
    const own = await sheetTargets("Sở Tài chính");
    expect(own.find(({ task: { id } }) => id === task)).toMatchObject({
      ...{ period: "2026", shared: true, wanted: 12, claimed: null, standing: "behind" },
    });
    const { changes } = await read<TaskHistoryAnswer>("focal", `/api/tasks/${task}/history`);
    expect(changes[0]).toMatchObject({
      what: "set-plans",
      before: { plans: [{ unit: null, value: null }] },
      after: { period: "2026", plans: [{ unit: null, value: 12 }] },
    });
    await report("finance", task, "12");
    expect((await targetsOf("focal", task)).targets[0]?.periods[0]).toMatchObject({ standing: "met" });
    expect(await behind()).not.toContain(task);
    expect((await sheetTargets("Sở Tài chính")).find(({ task: { id } }) => id === task)).toMatchObject({
      ...{ claimed: 12, proven: null, standing: "met" },
    });
    const taken = { ...given, plans: [{ unit: null, typed: null, version: 1 }] };
    const without = await read<TaskTargetsAnswer>(...putPlans(task, taken));
    expect(without.targets[0]?.periods[0]).toMatchObject({ standing: "missingPlan", plan: null });
  });

  it.each<[string, object, string]>([
    [
      "a plan that somebody else changed",
      { plans: [{ unit: null, typed: "3", version: 7 }] },
      "register.plan-changed",
    ],
    ["an estimate", { plans: [{ unit: null, typed: "khoảng 3", version: null }] }, "register.plan-inexact"],
    ["a range", { plans: [{ unit: null, typed: "3-5", version: null }] }, "register.plan-inexact"],
    ["words", { plans: [{ unit: null, typed: "nhiều", version: null }] }, "register.measure-vague"],
    [
      "another unit of measure",
      { plans: [{ unit: null, typed: "3%", version: null }] },
      "register.measure-unit",
    ],
    [
      "a year in which nothing is due",
      { period: "2031", plans: [{ unit: null, typed: "3", version: null }] },
      "register.plan-period",
    ],
    [
      "what is no period",
      { period: "năm nay", plans: [{ unit: null, typed: "3", version: null }] },
      "register.plan-period",
    ],
    [
      "a target that the task has not",
      { target: "tin", plans: [{ unit: null, typed: "3", version: null }] },
      "register.target-unknown",
    ],
    [
      "a unit that does not owe it",
      { plans: [{ unit: "of-health", typed: "3", version: null }] },
      "register.plan-unit",
    ],
    ["no plans", { plans: [] }, "server.bad-request"],
  ])("refuses %s", async (_, change, code) => {
    const task = taskAbout("mời gọi");
    const key = (await targetsOf("focal", task)).targets[0]?.key;
    const body = JSON.stringify({ target: key, period: "2026", document: null, ...change });
    const named = JSON.parse(body.replace("of-health", unitNamed("Sở Y tế").id));
    expect(await refused(...putPlans(task, named))).toBe(code);
  });

  it("is set by the focal body and the office alone", async () => {
    const task = taskAbout("mời gọi");
    const key = (await targetsOf("focal", task)).targets[0]?.key;
    const body = jsonRequest("PUT", {
      target: key,
      period: "2026",
      document: null,
      plans: [{ unit: null, typed: "1", version: null }],
    });
    for (const who of ["finance", "commune"])
      expect(await refused(who, `/api/tasks/${task}/targets/plans`, body)).toBe("register.not-allowed");
    expect(await refused("focal", `/api/tasks/${task}/targets/plans`, body)).toBe("200");
  });
});

describe("a target of each unit", () => {
  it("judges every commune by its own figure or plan", async () => {
    const task = taskAbout("tin bài");
    const all = communes().length;
    const { targets } = await targetsOf("focal", task);
    expect(targets[0]).toMatchObject({
      target: { scope: "each" },
      periods: [{ owing: all, reached: { met: 0, of: all } }],
    });
    const key = targets[0]?.key ?? "";
    await report("commune", task, "6");
    const [first, second] = communes();
    const body = {
      target: key,
      period: "2026",
      document: null,
      plans: [{ unit: first?.id, typed: "8", version: null }],
    };
    await read(...putPlans(task, body));
    const { units: rows, line } = await detail("focal", task, key);
    expect(line).toMatchObject({ reached: { met: 0, of: all }, told: 1, standing: "behind" });
    const row = (id: string | undefined) => rows.find(({ unit }) => unit.id === id);
    expect(row(first?.id)).toMatchObject({ wanted: 8, claimed: 6, standing: "running", plan: { value: 8 } });
    expect(row(second?.id)).toMatchObject({ wanted: 5, claimed: null, standing: "behind", plan: null });
    const shown = await detail("commune", task, key);
    expect(shown.units.map(({ unit }) => unit.id)).toEqual([first?.id]);
  });

  it("becomes joint when a person says so, and goes back", async () => {
    const task = taskAbout("tin bài");
    const before = await read<RegisteredTaskAnswer>("focal", `/api/tasks/${task}`);
    const joint = before.targets.map(({ each: _, ...target }) => ({ ...target, scope: "joint" as const }));
    const change = { version: before.version, targets: joint };
    const changed = await read<RegisteredTaskAnswer>(
      "focal",
      `/api/tasks/${task}`,
      jsonRequest("PATCH", change),
    );
    expect((await targetsOf("focal", task)).targets[0]?.periods[0]).toMatchObject({
      claimed: 6,
      wanted: 5,
      standing: "met",
    });
    const back = { version: changed.version, targets: before.targets };
    await read("focal", `/api/tasks/${task}`, jsonRequest("PATCH", back));
    expect((await targetsOf("focal", task)).targets[0]?.periods[0]).toMatchObject({ reached: { met: 0 } });
  });
});

describe("a sheet of plans", () => {
  const bring = (bytes: Uint8Array<ArrayBuffer> | string, dry: boolean, who = "office") => {
    const body = new FormData();
    body.append("files", new File([bytes], typeof bytes === "string" ? "a.csv" : "a.xlsx"));
    return [who, `/api/plans/import${dry ? "?dry=1" : ""}`, { method: "POST", body }] as const;
  };
  const exported = async () =>
    new Uint8Array(await (await app.ask("office", "/api/plans/export.xlsx?year=2026")).arrayBuffer());

  /** The rows of the exported sheet as texts, by heading, changed and written as .csv. */
  async function edited(change: (row: Map<string, string>) => boolean): Promise<string> {
    const { extract } = await startReading().read({ bytes: await exported() });
    if (!extract.ok || extract.value.content.kind !== "blocks") throw new Error("a workbook is read");
    const table = extract.value.content.blocks.find((block) => block.kind === "table");
    if (table?.kind !== "table") throw new Error("the sheet is a table");
    const [heading, ...lines] = table.rows.map((row) => {
      const cells = Array.from({ length: table.columnCount }, () => "");
      for (const { column, blocks } of row.cells) cells[column] = textOfBlocks(blocks);
      return cells;
    });
    if (!heading) throw new Error("the sheet has a heading");
    const rows = lines.map((cells) => new Map(heading.map((name, at) => [name, cells[at] ?? ""])));
    return writeCsv([heading, ...rows.filter(change).map((row) => [...row.values()])]);
  }

  it("comes back unchanged: a row for each joint target, and one for every commune", async () => {
    const back = await read<TaskImportAnswer>(...bring(await exported(), false));
    expect(back).toMatchObject({ rows: communes().length + 2, changed: [], refused: [] });
    expect(back.unchanged).toBe(back.rows);
  });

  it("sets, changes and takes away plans, first as a trial", async () => {
    const [first, second] = communes();
    const sheet = await edited((row) => {
      if (row.get("Mã đơn vị") === second?.id) row.set("Kế hoạch", "9 tin bài").set("Văn bản giao", "7/KH");
      if (row.get("Mã đơn vị") === first?.id) row.set("Kế hoạch", "");
      return true;
    });
    const trial = await read<TaskImportAnswer>(...bring(sheet, true));
    expect(trial).toMatchObject({ dry: true, refused: [] });
    expect(trial.changed.map(({ changes }) => changes.map(({ after }) => after))).toEqual(
      expect.arrayContaining([["9 tin bài", "7/KH"], [null]]),
    );
    const written = await read<TaskImportAnswer>(...bring(sheet, false));
    expect(written.changed).toHaveLength(2);
    const task = taskAbout("tin bài");
    const key = (await targetsOf("focal", task)).targets[0]?.key ?? "";
    const rows = (await detail("focal", task, key)).units;
    expect(rows.find(({ unit }) => unit.id === first?.id)).toMatchObject({ plan: null, wanted: 5 });
    expect(rows.find(({ unit }) => unit.id === second?.id)).toMatchObject({
      plan: { value: 9, document: "7/KH" },
    });
    // The same sheet again: what it saw is no more.
    const again = await read<TaskImportAnswer>(...bring(sheet, false));
    expect(again.refused.map(({ column, error }) => [column, error.code])).toContainEqual([
      "Phiên bản",
      "register.plan-changed",
    ]);
  });

  it.each<[string, (row: Map<string, string>) => void, string]>([
    ["an estimate", (row) => row.set("Kế hoạch", "khoảng 5"), "register.plan-inexact"],
    ["words", (row) => row.set("Kế hoạch", "nhiều"), "register.measure-vague"],
    ["another unit of measure", (row) => row.set("Kế hoạch", "5%"), "register.measure-unit"],
    ["a changed target", (row) => row.set("Chỉ tiêu", "khác").set("Kế hoạch", "5"), "register.column-fixed"],
    ["another period", (row) => row.set("Kỳ", "2019").set("Kế hoạch", "5"), "register.plan-row-unknown"],
    [
      "a task that there is not",
      (row) => row.set("Mã nhiệm vụ", madeId("task", 999)),
      "register.plan-row-unknown",
    ],
    ["no code", (row) => row.set("Mã nhiệm vụ", ""), "register.row-new"],
  ])("refuses %s, and the books balance", async (_, change, code) => {
    const sheet = await edited((row) => {
      if (row.get("Nội dung")?.includes("mời gọi")) change(row);
      return !row.get("Nội dung")?.includes("tin bài");
    });
    const back = await read<TaskImportAnswer>(...bring(sheet, true));
    expect(back.refused.map(({ error }) => error.code)).toEqual([code]);
    expect(back.rows).toBe(back.unchanged + back.changed.length + back.refused.length + back.left);
  });

  it("is taken from the focal body and the office alone", async () => {
    expect(await refused(...bring("Mã\n", true, "commune"))).toBe("register.not-allowed");
  });
});

describe("a target that is counted from a register", () => {
  const add = async (who: string, owner: string | null, name: string, when: string, more = {}) => {
    const body = { values: { name, kind: "festival", when, ...more }, links: {}, owner, sure: true };
    return (await read<{ id: string }>(who, "/api/records/events", jsonRequest("POST", body))).id;
  };
  it("counts its records live, each once, whoever enters it, and opens the list of exactly these", async () => {
    const task = taskAbout("xúc tiến thương mại");
    const [target] = (await targetsOf("focal", task)).targets;
    const put = (who: string, body: object) =>
      [who, `/api/tasks/${task}/targets/source`, jsonRequest("PUT", body)] as const;
    const source = { register: "events", where: "kind:festival", day: "when", owner: null, summed: null };
    const asked = { target: target?.key, source, version: null };
    expect(await refused(...put("finance", asked))).toBe("register.not-allowed");
    const wrong = { ...asked, source: { ...source, register: "cases" } };
    expect(await refused(...put("focal", wrong))).toBe("register.source-unfit");
    await read(...put("focal", asked));
    expect(await refused(...put("focal", asked))).toBe("register.source-changed");
    await add("focal", null, "Lễ hội cồng chiêng", "05/03/2026 - 07/03/2026");
    await add("finance", unitNamed("Sở Tài chính").id, "Lễ hội cà phê", "10/06/2026", {
      report: "https://baogialai.vn/1",
    });
    await add("focal", null, "Lễ hội năm trước", "30/12/2025 - 02/01/2026");
    await add("focal", null, "Hội chợ", "10/06/2026", { kind: "fair" });
    const shown = await detail("focal", task, target?.key ?? "");
    expect(shown.line).toMatchObject({ claimed: 2, proven: 1 });
    expect(shown.source).toMatchObject({ register: "events", version: 1, name: { vi: "Sự kiện" } });
    const counted = shown.records.filter(({ leftOut }) => leftOut === null);
    expect(counted.map(({ typed, proven, unit }) => [typed, proven, unit.name]).toSorted()).toEqual([
      ["Lễ hội cà phê", 1, "Sở Tài chính"],
      ["Lễ hội cồng chiêng", null, "cơ quan đầu mối / the focal body"],
    ]);
    // What units reported before stays to be seen, and counts no more.
    expect(new Set(shown.records.flatMap(({ leftOut }) => leftOut ?? []))).toContain("sourced");
    const { first, last } = shown.line;
    const where = `kind:festival;when:${first}~${last}`;
    const list = await read<{ total: number }>("trade", `/api/records/events?where=${where}`);
    expect(list.total).toBe(shown.books.counted);
    // The fact sheet of its lead judges by the same records.
    const standing = async () =>
      (await sheetTargets("Sở Công Thương")).find(({ task: { id } }) => id === task)?.standing;
    expect(await standing()).toBe("running");
    await add("focal", null, "Lễ hội hoa dã quỳ", "12/06/2026");
    await add("focal", null, "Lễ hội đâm trâu", "13/06/2026");
    expect(await standing()).toBe("met");
    expect(await behind()).not.toContain(task);
    await read(...put("focal", { target: target?.key, source: null, version: 1 }));
    expect((await targetsOf("focal", task)).targets[0]).toEqual(target);
  });
});
