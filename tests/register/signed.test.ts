import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ImportAnswer } from "../../src/contract/document.ts";
import type { DutyAnswer, DutyListAnswer } from "../../src/contract/duty.ts";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import type {
  SignedListAnswer,
  SignedMatchAnswer,
  SignedPaperAnswer,
  SignedReceived,
} from "../../src/contract/signed.ts";
import { provinceNumber } from "../../src/domain/organisation/actor.ts";
import { firstUnits } from "../../src/domain/organisation/province-units.ts";
import type { HeldRole, Role } from "../../src/domain/organisation/rights.ts";
import type { Unit } from "../../src/domain/organisation/unit.ts";
import { mailOf } from "../../src/intake/mail/mail.fixture.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { watchMailFolder } from "../../src/main/mail-folder.ts";
import { beginProvince } from "../../src/operations/begin-province.ts";
import { receiveSigned } from "../../src/operations/receive-signed.ts";
import { sweepFiles } from "../../src/operations/sweep-files.ts";
import { type TakeMailWorld, takeMail } from "../../src/operations/take-mail.ts";
import { withProvince } from "../../src/store/database.ts";
import { loadUnits } from "../../src/store/units.ts";
import { realGazetteer, realUnitFiles } from "../support/gazetteer.ts";
import { jsonRequest, openRegisterApp, type RegisterApp, uploadOf } from "../support/register-app.ts";
import { day, madeId } from "../support/register-rows.ts";

const giaLai = provinceNumber(52) ?? misnumbered();
function misnumbered(): never {
  throw new Error("52 is the number of a province");
}

const head = (number: string, on: string) => `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: ${number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ${on}`;

const order = `${head("77/TB-UBND", "ngày 10 tháng 02 năm 2026")}
THÔNG BÁO
Kết luận về công tác đối ngoại
1. Giao Sở Tài chính lập dự toán kinh phí đối ngoại, trình Ủy ban nhân dân tỉnh trước ngày 15/4/2026.
2. Giao Sở Y tế rà soát các đề án hợp tác quốc tế về y tế, báo cáo kết quả trong tháng 3/2026.
3. Giao Sở Y tế tiếp nhận trang thiết bị do tổ chức phi chính phủ viện trợ, hoàn thành trước ngày 30/4/2026.
4. Giao Sở Y tế tổ chức đoàn bác sĩ khám bệnh tại tỉnh Attapeu, hoàn thành trước ngày 30/6/2026.
Nơi nhận:
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn Bình
`;

/** A signed document of a body under a committee. */
function answerOf(
  body: string,
  number: string,
  more: { province?: string; on?: string; cites?: string; subject?: string; mark?: string } = {},
): string {
  const {
    province = "GIA LAI",
    on = "ngày 18 tháng 03 năm 2026",
    cites = "Thông báo số 77/TB-UBND ngày 10/02/2026",
  } = more;
  return `UBND TỈNH ${province}
${body}
Số: ${number}
${more.mark ?? ""}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ${on}
BÁO CÁO
${more.subject ?? "Kết quả rà soát các đề án hợp tác quốc tế"}
Thực hiện ${cites} của Ủy ban nhân dân tỉnh, đơn vị báo cáo kết quả như sau:
1. Đã rà soát 12 đề án.
Nơi nhận:
- Lưu: VT.
GIÁM ĐỐC
Trần Thị Lan
`;
}

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

beforeAll(async () => {
  app = await openRegisterApp(clock, startReading(), {
    health: person("health", "Chuyên viên Sở Y tế"),
    finance: person("finance", "Chuyên viên Sở Tài chính"),
    focal: person("focal", "Chuyên viên Sở Ngoại vụ"),
    office: person("office", "Chuyên viên Văn phòng"),
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
  hold("focal", "focalOfficer", unitNamed("Sở Ngoại vụ").id);
  hold("office", "governmentOffice", null);
  hold("leader", "leader", null);
  const [line] = (await read<ImportAnswer>("mai", "/api/documents", uploadOf(["77.txt", order]))).lines;
  if (line?.outcome !== "imported") throw new Error(JSON.stringify(line));
  const { findings } = await read<FindingsAnswer>("mai", `/api/documents/${line.document.id}/findings`);
  expect(findings).toHaveLength(4);
  for (const { id, version } of findings)
    await read("mai", `/api/findings/${id}/decision`, jsonRequest("POST", { version, decision: "accepted" }));
}, 120_000);
afterAll(() => app.close());

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

const send = (who: string, text: string, query = "", name = "bao-cao.txt") =>
  read<SignedReceived>(who, `/api/signed${query}`, uploadOf([name, text]));

async function keep(who: string, text: string, query = ""): Promise<SignedPaperAnswer> {
  const [line] = (await send(who, text, query)).lines;
  if (line?.outcome !== "kept") throw new Error(JSON.stringify(line));
  return read<SignedPaperAnswer>(who, `/api/signed/${line.paper}`);
}

const waiting = (who: string) => read<SignedListAnswer>(who, "/api/signed");
const dutyOf = async (content: string): Promise<DutyAnswer> => {
  const { duties } = await read<DutyListAnswer>("mai", `/api/duties?q=${encodeURIComponent(content)}`);
  return read<DutyAnswer>("mai", `/api/duties/${duties[0]?.id}`);
};

function matching(paper: SignedPaperAnswer, duties: readonly DutyAnswer[], more: object = {}): RequestInit {
  return jsonRequest("POST", {
    ...{
      version: paper.version,
      number: paper.number ?? "",
      on: paper.issuedOn ?? "2026-03-18",
      claimsDone: true,
    },
    ...{ duties: duties.map(({ id, version }) => ({ id, version })), ...more },
  });
}

const backOf = ({ version }: SignedPaperAnswer) => jsonRequest("DELETE", { version });

// Each case goes on where the one before it ended.
describe("a signed document that comes back", () => {
  let paper: SignedPaperAnswer;

  it("waits with its unit known and the likeliest duty first; nothing is closed by itself", async () => {
    paper = await keep("health", answerOf("SỞ Y TẾ", "212/BC-SYT"));
    expect(paper).toMatchObject({ number: "212/BC-SYT", issuedOn: "2026-03-18", why: "choose", open: 3 });
    expect(paper.owner?.name).toBe("Sở Y tế");
    expect(paper.candidates[0]?.row.task.content).toMatch(/rà soát các đề án/);
    expect(paper.candidates[0]?.reasons.map(({ code }) => code)).toEqual(["cites", "words"]);
    expect((await dutyOf("rà soát")).submittedOn).toBeNull();
  });

  it("the same document is not taken twice, neither its bytes nor its number and day", async () => {
    for (const text of [answerOf("SỞ Y TẾ", "212/BC-SYT"), `${answerOf("SỞ Y TẾ", "212/BC-SYT")}\nBản sao`]) {
      const [line] = (await send("focal", text)).lines;
      expect(line).toMatchObject({ outcome: "refused", error: { code: "duty.signed-twice" } });
    }
    expect((await waiting("focal")).papers).toHaveLength(1);
  });

  it("one press closes the report that waits, with its number and day in the facts and its file as proof", async () => {
    const duty = await dutyOf("rà soát");
    await read(
      "health",
      `/api/duties/${duty.id}/reports`,
      jsonRequest("POST", {
        ...{
          version: duty.version,
          text: "Đã rà soát",
          claimsDone: true,
          nothing: false,
          measured: [],
          send: "kept",
        },
        proofs: [
          {
            kind: "document",
            reference: "212/BC-SYT",
            title: null,
            issuedOn: null,
            sha256: null,
            size: null,
          },
        ],
      }),
    );
    const again = await read<SignedPaperAnswer>("health", `/api/signed/${paper.id}`);
    expect(again.why).toBe("sure");
    expect(again.candidates.map(({ sure }) => sure)).toEqual([true, false, false]);
    const seen = await dutyOf("rà soát");
    const done = await read<SignedMatchAnswer>(
      "health",
      `/api/signed/${paper.id}/match`,
      matching(paper, [seen]),
    );
    expect(done).toEqual({ answered: [seen.id], refused: [] });
    const after = await dutyOf("rà soát");
    expect(after).toMatchObject({ state: "submitted", submittedOn: "2026-03-18" });
    expect(after.reports).toHaveLength(1);
    expect(after.reports[0]).toMatchObject({
      signedNumber: "212/BC-SYT",
      signedOn: "2026-03-18",
      text: "Đã rà soát",
    });
    expect(after.reports[0]?.proofs.map(({ kind }) => kind)).toEqual(["document", "file"]);
    expect(after.facts[0]).toMatchObject({ kind: "submitted", on: "2026-03-18", document: "212/BC-SYT" });
    const file = after.reports[0]?.proofs[1]?.id;
    expect((await app.ask("office", `/api/proofs/${file}/file`)).status).toBe(200);
  });

  it("a match is taken back: the report waits again without the file, the document waits for its place", async () => {
    const { papers } = await read<SignedListAnswer>("health", "/api/signed?state=matched");
    const [matched] = papers;
    expect(matched?.answers.map(({ content }) => content)).toEqual([expect.stringMatching(/rà soát/)]);
    await read("health", `/api/signed/${paper.id}/match`, backOf(matched ?? paper));
    const duty = await dutyOf("rà soát");
    expect(duty.submittedOn).toBeNull();
    expect(duty.reports[0]).toMatchObject({ approvedOn: null, signedNumber: null });
    expect(duty.reports[0]?.proofs.map(({ kind }) => kind)).toEqual(["document"]);
    paper = await read<SignedPaperAnswer>("health", `/api/signed/${paper.id}`);
    expect(paper).toMatchObject({ outcome: null, why: "sure" });
  });

  it("one document answers several duties of its unit at once; the books balance, and what cannot be is refused with a reason", async () => {
    const own = [await dutyOf("rà soát"), await dutyOf("tiếp nhận trang thiết bị"), await dutyOf("dự toán")];
    const done = await read<SignedMatchAnswer>(
      "focal",
      `/api/signed/${paper.id}/match`,
      matching(paper, own),
    );
    expect(done.answered).toHaveLength(2);
    expect(done.refused).toMatchObject([{ id: own[2]?.id, failure: { code: "duty.signed-other-unit" } }]);
    const made = await dutyOf("tiếp nhận trang thiết bị");
    expect(made).toMatchObject({ state: "submitted" });
    expect(made.product).toContain("212/BC-SYT");
    expect(made.reports[0]).toMatchObject({ claimsDone: true, signedNumber: "212/BC-SYT" });
    const kept = await read<SignedPaperAnswer>("focal", `/api/signed/${paper.id}`);
    expect(kept.answers).toHaveLength(2);
    // Taken back as a whole: the report that the match made is gone.
    await read("focal", `/api/signed/${paper.id}/match`, backOf(kept));
    expect((await dutyOf("tiếp nhận trang thiết bị")).reports).toEqual([]);
    paper = await read<SignedPaperAnswer>("health", `/api/signed/${paper.id}`);
  });

  it("what was confirmed since is not taken back, and what was answered is not answered again", async () => {
    const duty = await dutyOf("rà soát");
    await read("health", `/api/signed/${paper.id}/match`, matching(paper, [duty]));
    const second = await keep("focal", answerOf("SỞ Y TẾ", "230/BC-SYT"));
    const answered = await dutyOf("rà soát");
    const again = await read<SignedMatchAnswer>(
      "focal",
      `/api/signed/${second.id}/match`,
      matching(second, [answered]),
    );
    expect(again).toMatchObject({ answered: [], refused: [{ failure: { code: "duty.fact-not-allowed" } }] });
    expect((await read<SignedPaperAnswer>("focal", `/api/signed/${second.id}`)).outcome).toBeNull();
    await read(
      "office",
      "/api/duties/facts",
      jsonRequest("POST", {
        ...{ duties: [{ id: answered.id, version: answered.version }], kind: "confirmed", on: "2026-03-20" },
      }),
    );
    const kept = await read<SignedPaperAnswer>("focal", `/api/signed/${paper.id}`);
    expect(await refused("focal", `/api/signed/${paper.id}/match`, backOf(kept))).toBe(
      "duty.signed-worked-on",
    );
  });

  it("a document that answers nothing is put aside with a reason, and comes back", async () => {
    const [second] = (await waiting("focal")).papers;
    if (!second) throw new Error("none waits");
    const aside = (reason: string) => jsonRequest("POST", { version: second.version, reason });
    expect(await refused("focal", `/api/signed/${second.id}/aside`, aside(" "))).toBe("duty.reason-needed");
    await read("focal", `/api/signed/${second.id}/aside`, aside("Gửi nhầm"));
    const { papers, counts } = await read<SignedListAnswer>("focal", "/api/signed?state=aside");
    expect(papers).toMatchObject([{ reason: "Gửi nhầm", settledBy: "focal" }]);
    expect(counts).toEqual({ waiting: 0, matched: 1, aside: 1 });
    expect(await refused("focal", `/api/signed/${second.id}/aside`, backOf(second))).toBe(
      "duty.signed-changed",
    );
    await read("focal", `/api/signed/${second.id}/aside`, backOf(papers[0] ?? second));
    expect((await waiting("focal")).counts.waiting).toBe(1);
  });
});

describe("what is handed in wrongly", () => {
  it("a mark of secrecy ends it: nothing is kept, the log has the refusal alone", async () => {
    const [line] = (await send("health", answerOf("SỞ Y TẾ", "9/BC-SYT", { mark: "MẬT" }))).lines;
    expect(line).toMatchObject({ outcome: "refused", error: { code: "secrecy.marked" } });
    expect((await waiting("focal")).papers.map(({ number }) => number)).not.toContain("9/BC-SYT");
  });

  it("a file of no kind that can be read", async () => {
    const [line] = (await send("health", "\u0000\u0001\u0002", "", "anh.bin")).lines;
    expect(line?.outcome).toBe("refused");
  });

  it("another province's document waits with its reason, and answers nothing", async () => {
    const other = await keep("focal", answerOf("SỞ Y TẾ", "77/BC-SYT", { province: "ĐẮK LẮK" }));
    expect(other).toMatchObject({ why: "otherProvince", candidates: [], owner: null });
    const duty = await dutyOf("Attapeu");
    expect(await refused("focal", `/api/signed/${other.id}/match`, matching(other, [duty]))).toBe(
      "duty.signed-other-province",
    );
  });

  it("another unit's document answers no duty of one's own, and is not seen by a third", async () => {
    const foreign = await keep("finance", answerOf("SỞ NỘI VỤ", "5/BC-SNV", { subject: "Công tác cán bộ" }));
    expect(foreign.owner?.name).toBe("Sở Nội vụ");
    const own = await dutyOf("dự toán");
    const done = await read<SignedMatchAnswer>(
      "finance",
      `/api/signed/${foreign.id}/match`,
      matching(foreign, [own]),
    );
    expect(done).toMatchObject({ answered: [], refused: [{ failure: { code: "duty.signed-other-unit" } }] });
    expect(await refused("health", `/api/signed/${foreign.id}`, {})).toBe("duty.signed-unknown");
    expect(await refused("dung", `/api/signed/${foreign.id}`, {})).toBe("duty.signed-unknown");
    expect(await refused("leader", "/api/signed", {})).toBe("register.not-allowed");
  });

  it("at the page of another unit's duty, or of another unit", async () => {
    const duty = await dutyOf("dự toán");
    const file = uploadOf(["a.txt", answerOf("SỞ Y TẾ", "300/BC-SYT")]);
    expect(await refused("health", `/api/signed?duty=${duty.id}`, file)).toBe("duty.unknown");
    const again = uploadOf(["a.txt", answerOf("SỞ Y TẾ", "300/BC-SYT")]);
    expect(await refused("health", `/api/signed?unit=${unitNamed("Sở Tài chính").id}`, again)).toBe(
      "unit.unknown",
    );
  });

  it("dated before the order, in the future, or without a number", async () => {
    const early = await keep("focal", answerOf("SỞ Y TẾ", "1/BC-SYT", { on: "ngày 05 tháng 01 năm 2026" }));
    const duty = await dutyOf("Attapeu");
    const path = `/api/signed/${early.id}/match`;
    const done = await read<SignedMatchAnswer>("focal", path, matching(early, [duty]));
    expect(done.refused).toMatchObject([{ failure: { code: "duty.signed-too-early" } }]);
    expect(await refused("focal", path, matching(early, [duty], { on: "2027-01-01" }))).toBe(
      "duty.fact-in-future",
    );
    expect(await refused("focal", path, matching(early, [duty], { number: " " }))).toBe(
      "duty.signed-number-missing",
    );
  });

  it("its files stay while rows name them", async () => {
    const later = { ...app.register, clock: () => new Date(now + 3 * 86_400_000) };
    // What was refused or taken twice left its bytes behind, and they go; what waits stays.
    await sweepFiles(later);
    for (const { id } of (await waiting("focal")).papers)
      expect((await app.ask("focal", `/api/signed/${id}/file/0`)).status).toBe(200);
  });
});

describe("a mail that brings signed documents", () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const taking = (): TakeMailWorld => ({
    ...app.register,
    receive: (actor, files, hint) => receiveSigned(actor, { files, hint, declaredOpen: false }, app.register),
  });
  const take = (mail: string, provinces = [giaLai]) => takeMail(bytesOf(mail), provinces, taking());
  const file = (text: string, name = "bao-cao.txt") => ({ name, text });

  beforeAll(async () => {
    // The sender works for the Department of Health; another person has left.
    await withProvince(app.rows.kysely, giaLai, async (transaction) => {
      const people = [
        { id: "health", email: "lan@syt.gialai.gov.vn", left: null },
        { id: "gone", email: "gone@syt.gialai.gov.vn", left: "2026-01-31" },
      ];
      for (const { id, email, left } of people) {
        await sql`insert into person (province_id, id, name, email, left_on, folded)
          values (${giaLai}, ${id}, ${id}, ${email}, ${left}, '')`.execute(transaction);
        await sql`insert into post (province_id, id, person_id, unit_id, role, from_day)
          values (${giaLai}, ${madeId(`post-${id}`, 1)}, ${id}, ${unitNamed("Sở Y tế").id}, 'unitOfficer', '2026-01-01')`.execute(
          transaction,
        );
      }
    });
  });

  it("is taken in for the person of its sender, and waits like all others", async () => {
    const mail = mailOf("Lan <lan@SYT.gialai.gov.vn>", [
      file(answerOf("SỞ Y TẾ", "401/BC-SYT", { subject: "Đoàn bác sĩ khám bệnh tại tỉnh Attapeu" })),
      { name: "logo.png", text: "PNG", inline: true },
    ]);
    const taken = await take(mail);
    if (!taken.ok) throw new Error(taken.failure.code);
    expect(taken.value.lines).toMatchObject([
      { outcome: "kept" },
      { outcome: "refused", failure: { code: "mail.inline-picture" } },
    ]);
    expect(taken.value.ledger).toMatchObject({ in: 2, out: 1 });
    const paper = (await waiting("focal")).papers.find(({ number }) => number === "401/BC-SYT");
    expect(paper).toMatchObject({ sentBy: "health", mailFrom: "lan@syt.gialai.gov.vn", why: "choose" });
    expect(paper?.candidates[0]?.row.task.content).toMatch(/Attapeu/);
    expect(await take(mail)).toMatchObject({
      value: { lines: [{ outcome: "refused", failure: { code: "duty.signed-twice" } }, {}] },
    });
  });

  const report = answerOf("SỞ Y TẾ", "402/BC-SYT");
  it.each([
    ["nobody here", mailOf("x@y.vn", [file(report)]), "mail.sender-unknown"],
    ["one who has left", mailOf("gone@syt.gialai.gov.vn", [file(report)]), "mail.sender-unknown"],
    ["no attachment", mailOf("lan@syt.gialai.gov.vn", []), "mail.no-attachment"],
    ["no sender", mailOf("", [file(report)]), "mail.sender-missing"],
  ])("is refused with its reason: %s", async (_, mail, code) => {
    expect(await take(mail)).toMatchObject({ ok: false, failure: { code } });
  });

  it("of another province's person is not taken here", async () => {
    const other = provinceNumber(48) ?? giaLai;
    const mail = mailOf("lan@syt.gialai.gov.vn", [file(report)]);
    expect(await take(mail, [other])).toMatchObject({ failure: { code: "mail.sender-unknown" } });
  });

  it("put into the watched folder is removed when taken in; what is refused stays with the reason, a marked one does not", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sauro-mail-"));
    const long = new Date(0);
    const put = (name: string, mail: string) => {
      writeFileSync(join(folder, name), mail);
      utimesSync(join(folder, name), long, long);
    };
    const marked = answerOf("SỞ Y TẾ", "9/BC-SYT", { mark: "MẬT" });
    put("good.eml", mailOf("lan@syt.gialai.gov.vn", [file(report)]));
    put("unknown.EML", mailOf("x@y.vn", [file(report)]));
    put("secret.eml", mailOf("lan@syt.gialai.gov.vn", [file(marked)]));
    put("note.txt", "no mail");
    const bugs: unknown[] = [];
    const watch = watchMailFolder(folder, {
      ...{ clock, reportBug: (error) => bugs.push(error) },
      take: (mail) => takeMail(mail, [giaLai], taking()),
    });
    await watch.look();
    await watch.close();
    expect(bugs).toEqual([]);
    expect(readdirSync(folder).toSorted()).toEqual(["note.txt", "refused"]);
    const refusedFiles = readdirSync(join(folder, "refused")).map((name) => name.replace(/^\d+-/, ""));
    expect(refusedFiles.toSorted()).toEqual(["secret.eml.txt", "unknown.EML", "unknown.EML.txt"]);
    expect((await waiting("focal")).papers.map(({ number }) => number)).toContain("402/BC-SYT");
    rmSync(folder, { recursive: true });
  });
});
