import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CollectivesAnswer } from "../../src/contract/collective.ts";
import type { ImportAnswer } from "../../src/contract/document.ts";
import type {
  DutyAnswer,
  DutyFactAnswer,
  DutyListAnswer,
  ProofFilesAnswer,
} from "../../src/contract/duty.ts";
import type { LeadersAnswer } from "../../src/contract/leaders.ts";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import type { RegisteredTaskAnswer } from "../../src/contract/task.ts";
import { provinceNumber } from "../../src/domain/organisation/actor.ts";
import { firstUnits } from "../../src/domain/organisation/province-units.ts";
import type { HeldRole, Role } from "../../src/domain/organisation/rights.ts";
import type { Unit } from "../../src/domain/organisation/unit.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { beginProvince } from "../../src/operations/begin-province.ts";
import { withProvince } from "../../src/store/database.ts";
import { loadUnits } from "../../src/store/units.ts";
import { realGazetteer, realUnitFiles } from "../support/gazetteer.ts";
import { loadHistory } from "../support/history.ts";
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
1. Giao Sở Tài chính lập dự toán kinh phí đối ngoại, trình Ủy ban nhân dân tỉnh trước ngày 15/4/2026.
2. Giao Sở Y tế rà soát các đề án hợp tác quốc tế, báo cáo kết quả trong tháng 3/2026.
3. Giao Ủy ban nhân dân các xã, phường báo cáo kết quả giao lưu nhân dân trong tháng 5/2026.
4. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh vận động nhân dân, hoàn thành trước ngày 01/3/2026.
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
/** Each look at the clock is a moment later, so that what was done first is told first. */
const clock = () => new Date(now++);

beforeAll(async () => {
  app = await openRegisterApp(clock, startReading(), {
    officer: person("officer", "Chuyên viên Sở Tài chính"),
    head: person("head", "Giám đốc Sở Tài chính"),
    focal: person("focal", "Chuyên viên Sở Ngoại vụ"),
    office: person("office", "Chuyên viên Văn phòng"),
    commune: person("commune", "Công chức xã"),
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
  hold("officer", "unitOfficer", unitNamed("Sở Tài chính").id);
  hold("head", "unitHead", unitNamed("Sở Tài chính").id);
  hold("focal", "focalOfficer", unitNamed("Sở Ngoại vụ").id);
  hold("office", "governmentOffice", null);
  hold("commune", "unitOfficer", communes()[0]?.id ?? "");
  await importAndAccept();
  await bindCommunes();
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

let document = "";
async function importAndAccept(): Promise<void> {
  const [line] = (await read<ImportAnswer>("mai", "/api/documents", uploadOf(["77.txt", order]))).lines;
  if (line?.outcome !== "imported") throw new Error(JSON.stringify(line));
  document = line.document.id;
  const { findings } = await read<FindingsAnswer>("mai", `/api/documents/${document}/findings`);
  expect(findings).toHaveLength(4);
  for (const { id, version } of findings)
    await read("mai", `/api/findings/${id}/decision`, jsonRequest("POST", { version, decision: "accepted" }));
}

/** The words of the document for all communes mean the collective of all communes. */
async function bindCommunes(): Promise<void> {
  const { collectives, wordings } = await read<CollectivesAnswer>("mai", "/api/collectives");
  const collective = collectives.find(({ name }) => name === "UBND các xã, phường, đặc khu");
  const words = wordings.find(({ collective: bound }) => bound === null);
  if (!collective || !words) throw new Error(JSON.stringify(wordings));
  const body = { key: words.key, to: { collective: collective.id } };
  await read("mai", "/api/collective-wordings", jsonRequest("POST", body));
}

const list = (who: string, query = "") => read<DutyListAnswer>(who, `/api/duties?${query}`);

async function dutyOf(unit: string): Promise<DutyAnswer> {
  const { duties } = await list("mai", `unit=${unitNamed(unit).id}`);
  const [first] = duties;
  if (!first) throw new Error(`${unit} has no duty`);
  return read<DutyAnswer>("mai", `/api/duties/${first.id}`);
}

function record(who: string, duty: DutyAnswer, kind: string, more: object = {}) {
  const duties = [{ id: duty.id, version: duty.version }];
  return read<DutyFactAnswer>(
    who,
    "/api/duties/facts",
    jsonRequest("POST", { duties, kind, on: "2026-03-20", ...more }),
  );
}

const plain = { text: "", claimsDone: false, nothing: false, measured: [], proofs: [] };
const product = {
  ...{ kind: "document", reference: "52/STC-NS", title: "Tờ trình dự toán", issuedOn: "2026-03-18" },
  ...{ sha256: null, size: null },
};

function report(who: string, duty: DutyAnswer, more: object) {
  const body = { version: duty.version, ...plain, send: "kept", ...more };
  return app.ask(who, `/api/duties/${duty.id}/reports`, jsonRequest("POST", body));
}

describe("a task becomes duties", () => {
  it("one for each lead that is a unit, and one for each commune of a collective", async () => {
    const all = await list("mai", "limit=200");
    expect(all.total).toBe(communes().length + 3);
    const communal = new Set(communes().map(({ id }) => id));
    expect(all.duties.filter(({ holder }) => communal.has(holder.id))).toHaveLength(communal.size);
  });

  it("what is only asked of a body is never late", async () => {
    const front = await list("mai", "state=requested");
    expect(front.duties.map(({ holder, daysLate }) => [holder.name.includes("Mặt trận"), daysLate])).toEqual([
      [true, 0],
    ]);
  });

  it("a unit sees its own duties alone, the province all of them", async () => {
    expect((await list("officer")).duties.map(({ holder }) => holder.name)).toEqual(["Sở Tài chính"]);
    expect((await list("commune")).total).toBe(1);
    expect((await app.ask("commune", `/api/duties/${(await dutyOf("Sở Tài chính")).id}`)).status).toBe(404);
  });
});

describe("the way of a duty from report to confirmation", () => {
  it("done means a product: a claim without one is refused aloud", async () => {
    const answer = await report("officer", await dutyOf("Sở Tài chính"), {
      text: "Đã xong",
      claimsDone: true,
    });
    expect([answer.status, (await answer.json()).error.code]).toEqual([422, "duty.product-missing"]);
  });

  it("an officer's report waits for the head; his approval submits it", async () => {
    const claims = { text: "Đã trình dự toán", claimsDone: true, proofs: [product] };
    expect((await report("officer", await dutyOf("Sở Tài chính"), claims)).status).toBe(200);
    const waiting = await dutyOf("Sở Tài chính");
    expect([waiting.state, waiting.submittedOn, waiting.reports[0]?.approvedOn]).toEqual([
      "dueSoon",
      null,
      null,
    ]);
    const path = `/api/duties/${waiting.id}/approval`;
    const send = { version: waiting.version, send: "approved" };
    expect((await app.ask("officer", path, jsonRequest("POST", send))).status).toBe(403);
    const submitted = await read<DutyAnswer>("head", path, jsonRequest("POST", send));
    expect([submitted.state, submitted.submittedOn, submitted.product]).toEqual([
      "submitted",
      "2026-03-20",
      "Tờ trình dự toán",
    ]);
  });

  it("a changed report loses the approval, and is approved by the signed document that came back", async () => {
    const before = await dutyOf("Sở Tài chính");
    const claims = { text: "Đã trình lại dự toán", claimsDone: true, proofs: [product] };
    expect((await report("officer", before, claims)).status).toBe(200);
    const changed = await dutyOf("Sở Tài chính");
    expect([changed.state, changed.reports.length, changed.submittedOn]).toEqual(["dueSoon", 2, null]);
    const send = { number: "61/STC-NS", on: "2026-03-19" };
    const body = jsonRequest("POST", { version: changed.version, send });
    const signed = await read<DutyAnswer>("officer", `/api/duties/${changed.id}/approval`, body);
    expect([signed.state, signed.submittedOn, signed.reports[0]?.signedNumber]).toEqual([
      "submitted",
      "2026-03-19",
      "61/STC-NS",
    ]);
  });

  it("the focal body asks for more with a reason; the unit reports again", async () => {
    const duty = await dutyOf("Sở Tài chính");
    const seen = [{ id: duty.id, version: duty.version }];
    const bare = jsonRequest("POST", { duties: seen, kind: "sentBack", on: "2026-03-20" });
    expect((await app.ask("focal", "/api/duties/facts", bare)).status).toBe(422);
    await record("focal", duty, "sentBack", { note: "Bổ sung thuyết minh" });
    const back = await dutyOf("Sở Tài chính");
    expect([back.state, back.facts[0]?.note]).toEqual(["sentBack", "Bổ sung thuyết minh"]);
    const again = { text: "Đã bổ sung", claimsDone: true, proofs: [product], send: "approved" };
    expect((await report("head", back, again)).status).toBe(200);
    expect((await dutyOf("Sở Tài chính")).state).toBe("submitted");
  });

  it("the focal body records but does not confirm, the unit neither; the Office confirms, and the occurrence is done", async () => {
    const duty = await dutyOf("Sở Tài chính");
    expect(duty.allowed).not.toContain("moved");
    for (const who of ["focal", "head"]) {
      const refused = await record(who, duty, "confirmed");
      expect(refused.refused.map(({ failure }) => failure.code)).toEqual(["duty.not-yours"]);
    }
    await record("focal", duty, "recorded");
    await record("office", await dutyOf("Sở Tài chính"), "confirmed", { product: "Quyết định 15/QĐ-UBND" });
    const done = await dutyOf("Sở Tài chính");
    expect([done.state, done.daysLate, done.product]).toEqual(["done", 0, "Quyết định 15/QĐ-UBND"]);
    const task = await read<RegisteredTaskAnswer>("mai", `/api/tasks/${done.task.id}`);
    expect([task.state, task.occurrences[0]?.doneOn]).toEqual(["done", "2026-03-20"]);
  });

  it("opened again, the occurrence is open with it", async () => {
    await record("office", await dutyOf("Sở Tài chính"), "reopened", { note: "Sai số" });
    const duty = await dutyOf("Sở Tài chính");
    expect(duty.state).toBe("submitted");
    const task = await read<RegisteredTaskAnswer>("mai", `/api/tasks/${duty.task.id}`);
    expect(task.occurrences[0]?.doneOn).toBeNull();
  });

  it("a version that is no longer there is refused", async () => {
    const duty = await dutyOf("Sở Tài chính");
    const stale = { ...duty, version: duty.version - 1 };
    await expect(record("office", stale, "confirmed")).rejects.toThrow("duty.changed");
  });
});

describe("what a unit may ask for and leave out", () => {
  it("nothing to report is one tap of the officer", async () => {
    const { duties } = await list("commune");
    const seen = duties.map(({ id, version }) => ({ id, version }));
    const answer = await read<{ reported: number }>(
      "commune",
      "/api/duties/nothing",
      jsonRequest("POST", { duties: seen }),
    );
    expect(answer.reported).toBe(1);
    const [after] = (await list("commune")).duties;
    expect([after?.state, after?.submittedOn]).toEqual(["submitted", "2026-03-20"]);
  });

  it("more time is asked for late too, decided by the Office, and the new day counts while the first stays", async () => {
    now = Date.parse("2026-04-02T03:00:00Z");
    roles.set("officer", [{ role: "unitOfficer", unit: unitNamed("Sở Y tế").id, actingFor: null }]);
    const duty = await dutyOf("Sở Y tế");
    expect([duty.state, duty.daysLate]).toEqual(["silent", 2]);
    await record("officer", duty, "asked", { dueOn: "2026-05-15", note: "Chờ ý kiến Bộ", on: "2026-04-02" });
    expect((await list("office", "asked=1")).duties.map(({ id }) => id)).toEqual([duty.id]);
    const asked = await dutyOf("Sở Y tế");
    await record("office", asked, "extended", {
      dueOn: "2026-05-15",
      document: "900/UBND-KTTH",
      on: "2026-04-02",
    });
    const later = await dutyOf("Sở Y tế");
    expect([later.state, later.dueOn, later.firstDueOn, later.extensions]).toEqual([
      ...["open", "2026-05-15", "2026-03-31", 1],
    ]);
  });

  it("a photograph proves something once the person declares that it holds no secret", async () => {
    const picture = () => uploadOf(["anh.pdf", "%PDF-1.7 hỏng"]);
    const first = await read<ProofFilesAnswer>("officer", "/api/proofs", picture());
    expect(first.refused.map(({ failure }) => failure.code)).toEqual(["duty.file-undeclared"]);
    const kept = (await read<ProofFilesAnswer>("officer", "/api/proofs?declared=1", picture())).kept[0];
    const file = { kind: "file", reference: "anh.pdf", title: null, issuedOn: null, ...kept };
    const proof = {
      kind: "file",
      reference: "anh.pdf",
      title: null,
      issuedOn: null,
      sha256: file.sha256,
      size: file.size,
    };
    expect(
      (await report("officer", await dutyOf("Sở Y tế"), { text: "Có ảnh", proofs: [proof] })).status,
    ).toBe(200);
    const [shown] = (await dutyOf("Sở Y tế")).reports[0]?.proofs ?? [];
    const opened = await app.ask("officer", `/api/proofs/${shown?.id}/file`);
    expect(await opened.text()).toBe("%PDF-1.7 hỏng");
  });

  it("a file with a mark of secrecy never proves anything", async () => {
    const secret = uploadOf(["mat.txt", `MẬT\n${order}`]);
    const { kept, refused } = await read<ProofFilesAnswer>("officer", "/api/proofs?declared=1", secret);
    expect([kept, refused.map(({ failure }) => failure.code)]).toEqual([[], ["secrecy.marked"]]);
  });
});

describe("the letter that urges a unit", () => {
  const draft = (who: string, duties: readonly { readonly id: string }[], more: object = {}) => {
    const body = { duties: duties.map(({ id }) => id), from: "own", answerBy: "2026-06-20", ...more };
    return app.ask(who, "/api/duties/letter", jsonRequest("POST", body));
  };
  const codeOf = async (answer: Response) => (await answer.json()).error.code;

  it("is drafted of late duties of one unit, by who follows them, and told in the log", async () => {
    now = Date.parse("2026-06-10T03:00:00Z");
    const health = await dutyOf("Sở Y tế");
    expect([health.state, health.daysLate]).toEqual(["late", 26]);
    const answer = await draft("focal", [health]);
    expect(answer.status).toBe(200);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
    const log = await withProvince(app.rows.kysely, giaLai, (transaction) =>
      loadHistory(transaction, "duties"),
    );
    expect(log).toEqual(["draft-letter"]);
  });

  it.each<readonly [reason: string, code: string, more: object, of: readonly string[]]>([
    ["a day that has passed", "duty.letter-day-past", { answerBy: "2026-06-01" }, ["Sở Y tế"]],
    ["a duty that is handed in", "duty.letter-not-late", {}, ["Sở Tài chính"]],
    ["a role that is tied to no body", "duty.letter-no-issuer", { who: "mai" }, ["Sở Y tế"]],
  ])("refuses %s", async (_, code, { who = "focal", ...more }: { who?: string }, of) => {
    expect(await codeOf(await draft(who, await Promise.all(of.map(dutyOf)), more))).toBe(code);
  });

  it("goes to one unit, and is not for units to draft", async () => {
    const { duties } = await list("mai", "state=silent&limit=2");
    expect(await codeOf(await draft("focal", duties, { from: "committee" }))).toBe(
      "duty.letter-several-units",
    );
    expect((await draft("head", duties)).status).toBe(403);
  });
});

describe("what leaders see", () => {
  it("is what the lists give: five numbers, late by unit and group since the oldest, and due that balances", async () => {
    now = Date.parse("2026-06-10T04:00:00Z");
    const leaders = await read<LeadersAnswer>("office", "/api/leaders");
    const all = await list("mai", "facets=1");
    const counts = (states: LeadersAnswer["states"]) =>
      Object.fromEntries(states.map(({ state, count }) => [state, count]));
    expect(counts(leaders.states)).toEqual(
      Object.fromEntries((all.facets?.states ?? []).map(({ value, count }) => [value, count])),
    );
    const waiting = Object.fromEntries(leaders.waiting.map(({ what, count }) => [what, count]));
    expect(waiting.asked ?? 0).toBe((await list("mai", "asked=1")).total);
    expect(waiting.head).toBe((await list("mai", "head=1")).total);
    expect(leaders.waiting.find(({ what }) => what === "head")?.oldest).toBe("Sở Y tế");
    const late = (await list("mai", "state=late,silent")).total;
    expect(late).toBe(communes().length);
    for (const parts of [leaders.units.map(({ now: is }) => is), leaders.groups])
      expect(parts.reduce((sum, part) => sum + part.late, 0)).toBe(late);
    const health = leaders.units.find(({ name }) => name === "Sở Y tế");
    expect([health?.kind, health?.now, health?.months]).toEqual([
      "department",
      { late: 1, since: "2026-05-15", urged: 0, times: 0 },
      { "2026-05": 1 },
    ]);
    for (const unit of leaders.units) expect(unit.due).toBe(unit.inTime + unit.late + unit.silent);
    expect(leaders.months.slice(-2)).toEqual(["2026-05", "2026-06"]);
    // What the province only asks of a body is compared with nobody.
    expect(leaders.units.some(({ name }) => name.includes("Mặt trận"))).toBe(false);
    expect((await app.ask("head", "/api/leaders")).status).toBe(403);
  });
});
