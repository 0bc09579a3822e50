import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type {
  DocumentAnswer,
  DocumentsAnswer,
  ImportAnswer,
  SourceAnswer,
} from "../../src/contract/document.ts";
import type { FindingAnswer, FindingsAnswer, ReviewAnswer } from "../../src/contract/review.ts";
import { asLogin } from "../support/database.ts";
import { jsonRequest, openRegisterApp, type RegisterApp, uploadOf } from "../support/register-app.ts";

let app: RegisterApp;
let now: Date;

beforeAll(async () => {
  app = await openRegisterApp(() => now);
});
afterAll(() => app.close());
beforeEach(async () => {
  now = new Date("2026-03-02T03:00:00Z");
  await asLogin(app.database.superuser, (client) =>
    client.query("truncate document, history cascade").then(() => undefined),
  );
});

/** A notice with four orders, the last a general exhortation, that cites a decision. */
function notice(number = "15/TB-UBND", more = ""): string {
  return `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: ${number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 10 tháng 02 năm 2026
THÔNG BÁO
Kết luận về công tác chuẩn bị hội nghị xúc tiến năm 2026
Căn cứ Quyết định số 77/QĐ-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh.
1. Giao Sở Tài chính lập dự toán kinh phí hội nghị, trình Ủy ban nhân dân tỉnh trước ngày 15/4/2026.
2. Giao Sở Xây dựng chủ trì, phối hợp với Công an tỉnh rà soát hạ tầng khu vực hội nghị; báo cáo kết quả trong tháng 5/2026.
3. Giao Sở Y tế chuẩn bị phương án bảo đảm y tế, hoàn thành trước ngày 30/5/2026.
${more}
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn Bình
`;
}

async function importText(text: string, name = "thông báo.txt", query = "", person = "mai") {
  const answer = await app.ask(person, `/api/documents${query}`, uploadOf([name, text]));
  expect(answer.status).toBe(200);
  return ((await answer.json()) as ImportAnswer).lines;
}

/** The id of a freshly imported notice. */
async function imported(text = notice()): Promise<string> {
  const [line] = await importText(text);
  if (line?.outcome !== "imported") throw new Error(JSON.stringify(line));
  return line.document.id;
}

async function get<T>(path: string, person = "mai"): Promise<T> {
  const answer = await app.ask(person, path);
  expect(answer.status, path).toBe(200);
  return (await answer.json()) as T;
}

async function send<T = ReviewAnswer>(method: string, path: string, body: unknown, status = 200): Promise<T> {
  const answer = await app.ask("mai", path, jsonRequest(method, body));
  const text = await answer.text();
  expect(answer.status, `${method} ${path}: ${text}; ${app.bugs.map(String)}`).toBe(status);
  return JSON.parse(text) as T;
}

interface Refusal {
  readonly error: { readonly code: string };
}

async function refusal(method: string, path: string, body: unknown, status: number): Promise<string> {
  return (await send<Refusal>(method, path, body, status)).error.code;
}

function findingsOf(id: string): Promise<FindingsAnswer> {
  return get<FindingsAnswer>(`/api/documents/${id}/findings`);
}

/** The first findings of a document; a test that finds fewer fails here. */
async function firstOf(id: string): Promise<[FindingAnswer, FindingAnswer, FindingAnswer]> {
  const [a, b, c] = (await findingsOf(id)).findings;
  if (!a || !b || !c) throw new Error("the notice gives three findings");
  return [a, b, c];
}

async function count(table: string): Promise<number> {
  return asLogin(app.database.superuser, async (client) =>
    Number((await client.query(`select count(*) from ${table}`)).rows[0].count),
  );
}

describe("import", () => {
  it("keeps document, file, text, citations and findings, and says so in one line", async () => {
    const [line] = await importText(notice());
    expect(line).toMatchObject({ outcome: "imported", findings: 3, document: { number: "15/TB-UBND" } });
    const id = line?.outcome === "imported" ? line.document.id : "";
    const document = await get<DocumentAnswer>(`/api/documents/${id}`);
    expect(document).toMatchObject({
      head: { number: "15/TB-UBND", date: "2026-02-10", issuer: "Ủy ban nhân dân tỉnh Gia Lai" },
      files: [{ position: 0, name: "thông báo.txt", format: "txt" }],
      balance: { read: 3, total: 3, open: 3 },
      cites: [{ number: "77/QĐ-UBND", relation: "basis", document: null }],
      reviewedAt: null,
    });
    const { source } = await get<SourceAnswer>(`/api/documents/${id}/source`);
    expect(JSON.stringify(source)).toContain("lập dự toán kinh phí");
    const file = await app.ask("mai", `/api/documents/${id}/file/0`);
    expect(await file.text()).toBe(notice());
    expect(file.headers.get("content-disposition")).toMatch(/^attachment;.*th%C3%B4ng%20b%C3%A1o\.txt/);
    expect(await count("history where what = 'import-document'")).toBe(1);
  });

  it("shows the same file again as a duplicate, and the person decides", async () => {
    const id = await imported();
    const [again] = await importText(notice());
    expect(again).toMatchObject({ outcome: "duplicate", why: "sameFile", of: { id } });
    const key = again?.outcome === "duplicate" ? again.key : "";
    const [taken] = await importText(notice(), "a.txt", `?force=${key}`);
    const second = taken?.outcome === "imported" ? taken.document.id : "";
    expect(await get<DocumentAnswer>(`/api/documents/${second}`)).toMatchObject({ duplicateOf: { id } });
  });

  it("knows the same number, issuer and day in another file", async () => {
    const id = await imported();
    const [again] = await importText(`${notice()}\n`);
    expect(again).toMatchObject({ outcome: "duplicate", why: "sameNumber", of: { id } });
    expect((await importText(notice("16/TB-UBND")))[0]?.outcome).toBe("imported");
  });

  it("two people who import the same file at the same moment make one document", async () => {
    const lines = (await Promise.all([importText(notice()), importText(notice())])).flat();
    expect(lines.map(({ outcome }) => outcome).sort()).toEqual(["duplicate", "imported"]);
    expect(await count("document")).toBe(1);
  });

  it("keeps nothing of a file with a mark of secrecy, and harms no other", async () => {
    const secret = notice("9/TB-UBND").replace("CỘNG HÒA", "MẬT\nCỘNG HÒA");
    const answer = await app.ask("mai", "/api/documents", uploadOf(["a.txt", secret], ["b.txt", notice()]));
    const { lines } = (await answer.json()) as ImportAnswer;
    expect(lines).toMatchObject([
      { outcome: "imported", files: ["b.txt"] },
      { outcome: "refused", files: ["a.txt"], error: { code: "secrecy.marked" } },
    ]);
    const kept: string[] = [];
    for await (const { hash } of app.files.list()) kept.push(hash);
    const stored = await asLogin(app.database.superuser, (client) =>
      client.query<{ sha256: string }>("select sha256 from document_file"),
    );
    expect(stored.rows).toHaveLength(1);
    const noted = await asLogin(app.database.superuser, (client) =>
      client.query("select what, after from history where subject like 'file:%'"),
    );
    expect(noted.rows).toEqual([{ what: "refuse-secret", after: { mark: "MẬT" } }]);
    expect(kept).not.toContain(createHash("sha256").update(secret).digest("hex"));
  });

  it("takes no document of which a part could not be read", async () => {
    const files = uploadOf(["chính.txt", notice()], ["phụ lục.txt", ""]);
    const answer = await app.ask("mai", "/api/documents?together=true", files);
    expect((await answer.json()) as ImportAnswer).toMatchObject({
      lines: [
        { files: ["phụ lục.txt"], error: { code: "file.empty" } },
        { files: ["chính.txt"], error: { code: "register.part-unread" } },
      ],
    });
    expect(await count("document")).toBe(0);
  });
});

describe("review", () => {
  it("accepts, keeps as general, drops with a reason; the books balance and the document is done", async () => {
    const id = await imported();
    const [a, b, c] = await firstOf(id);
    const path = (finding: FindingAnswer) => `/api/findings/${finding.id}/decision`;
    const accepted = await send("POST", path(a), { version: a.version, decision: "accepted" });
    expect(accepted.findings[0]).toMatchObject({ decision: "accepted", decidedBy: "mai", version: 2 });
    await send("POST", path(b), { version: b.version, decision: "general" });
    expect(await refusal("POST", path(c), { version: c.version, decision: "dropped" }, 422)).toBe(
      "register.reason-needed",
    );
    const done = await send("POST", path(c), { version: c.version, decision: "dropped", reason: "trùng" });
    expect(done.balance).toMatchObject({ read: 3, accepted: 1, general: 1, dropped: 1, open: 0 });
    expect(done.reviewedAt).toBe(now.toISOString());
    const { tasks } = await get<DocumentAnswer>(`/api/documents/${id}`);
    expect(tasks).toMatchObject([
      { leads: ["Sở Tài chính"], general: false },
      { leads: ["Sở Xây dựng"], general: true },
    ]);
    expect(await count("occurrence where due_on = '2026-04-15' and strictly_before")).toBe(1);
    expect(await count("history where subject like 'finding:%'")).toBe(3);
  });

  it("refuses who saw an older version, with both texts", async () => {
    const [a] = await firstOf(await imported());
    const edit = (content: string) => ({ version: a.version, edited: { content } });
    await send("PATCH", `/api/findings/${a.id}`, edit("Lập dự toán, thẩm định"));
    const late = await send<{ error: { code: string; detail: object } }>(
      "PATCH",
      `/api/findings/${a.id}`,
      edit("Lập dự toán sớm"),
      409,
    );
    expect(late.error).toMatchObject({
      code: "register.changed-meanwhile",
      detail: { now: "Lập dự toán, thẩm định", yours: "Lập dự toán sớm" },
    });
  });

  it("edits by words, and accepts what was edited", async () => {
    const [a] = await firstOf(await imported());
    const edited = { leadText: "Sở Ngoại vụ", time: "Quý III/2026" };
    const { findings } = await send("PATCH", `/api/findings/${a.id}`, { version: 1, edited });
    expect(findings[0]).toMatchObject({
      edited: ["leads", "leadText", "time", "schedule"],
      task: { leads: [{ unit: "Sở Ngoại vụ" }], schedule: { kind: "once", to: "2026-09-30" } },
      read: { leads: [{ unit: "Sở Tài chính" }] },
    });
    await send("POST", `/api/findings/${a.id}/decision`, { version: 2, decision: "accepted" });
    expect(await count("task_addressee where name_key = 'so ngoai vu' and role = 'lead'")).toBe(1);
    const again = { version: 3, edited: { content: "Khác" } };
    expect(await refusal("PATCH", `/api/findings/${a.id}`, again, 409)).toBe("register.finding-decided");
  });

  it("splits, and takes the parts back while none is decided", async () => {
    const [a] = await firstOf(await imported());
    const split = { version: 1, parts: [{ content: "Lập dự toán" }, { content: "Trình dự toán" }] };
    const made = await send("POST", `/api/findings/${a.id}/split`, split);
    expect(made.findings.map(({ task }) => task.ref)).toEqual(
      expect.arrayContaining([`${a.task.ref}/1`, `${a.task.ref}/2`]),
    );
    expect(made.balance).toMatchObject({ read: 3, fromSplit: 2, total: 5, split: 1, open: 4 });
    const undone = await send("DELETE", `/api/findings/${a.id}/decision`, { version: 2 });
    expect(undone.removed).toHaveLength(2);
    expect(undone.balance).toMatchObject({ total: 3, open: 3, split: 0 });

    const again = await send("POST", `/api/findings/${a.id}/split`, { ...split, version: 3 });
    const part = again.findings.find(({ parentId }) => parentId === a.id);
    await send("POST", `/api/findings/${part?.id}/decision`, { version: 1, decision: "accepted" });
    expect(await refusal("DELETE", `/api/findings/${a.id}/decision`, { version: 4 }, 409)).toBe(
      "register.parts-decided",
    );
  });

  it("merges, and takes the merged one back", async () => {
    const id = await imported();
    const [a, b, c] = await firstOf(id);
    const findings = [a, b].map((finding) => ({ id: finding.id, version: 1 }));
    const made = await send("POST", "/api/findings/merge", { findings });
    const merged = made.findings.find(({ origin }) => origin === "merge");
    expect(merged?.task.content).toBe(`${a.task.content}\n${b.task.content}`);
    expect(made.balance).toMatchObject({ total: 4, merged: 2, fromMerge: 1, open: 2 });
    expect((await findingsOf(id)).findings.map((finding) => finding.id)).toEqual([
      a.id,
      b.id,
      merged?.id,
      c.id,
    ]);
    const undone = await send("DELETE", `/api/findings/${b.id}/decision`, { version: 2 });
    expect(undone).toMatchObject({ removed: [merged?.id], balance: { total: 3, open: 3, merged: 0 } });
    const twice = [findings[0], findings[0]];
    expect(await refusal("POST", "/api/findings/merge", { findings: twice }, 422)).toBe(
      "register.merge-too-few",
    );
  });

  it("adds what the reading missed, where it stands", async () => {
    const id = await imported();
    const [a, b] = await firstOf(id);
    const task = { content: "Gửi giấy mời", leadText: "Văn phòng UBND tỉnh", time: "Trước ngày 20/4/2026" };
    const made = await send("POST", `/api/documents/${id}/findings`, { task, after: a.id });
    const [added] = made.findings;
    expect(added).toMatchObject({ origin: "added", task: { ref: "BS.1" }, unclearCount: 1 });
    expect(made.balance).toMatchObject({ read: 3, added: 1, total: 4 });
    const order = (await findingsOf(id)).findings.map((finding) => finding.id);
    expect(order.slice(0, 3)).toEqual([a.id, added?.id, b.id]);
  });

  it("accepts all that is clear at once, and only that", async () => {
    const id = await imported();
    const before = (await findingsOf(id)).findings;
    const clear = before.filter((finding) => finding.clear).length;
    const made = await send("POST", `/api/documents/${id}/accept-clear`, {});
    expect(made.findings).toHaveLength(clear);
    expect(made.balance).toMatchObject({ accepted: clear, open: before.length - clear });
    expect(await count("task")).toBe(clear);
    expect((await send("POST", `/api/documents/${id}/accept-clear`, {})).findings).toEqual([]);
  });

  it("refuses a schedule of no kind that there is, and names the part", async () => {
    const [a] = await firstOf(await imported());
    const edited = { schedule: { kind: "sometimes" } };
    const answer = await app.ask(
      "mai",
      `/api/findings/${a.id}`,
      jsonRequest("PATCH", { version: 1, edited }),
    );
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { detail: { part: "edited.schedule.kind" } } });
  });

  it("takes what the reader calls sure for clear, in the bar as in the rows", async () => {
    const id = await imported();
    const [a] = await firstOf(id);
    // A doubt as it comes back from a column of single precision.
    await asLogin(app.database.superuser, (client) =>
      client.query("update finding set doubt = 0.1, unclear_count = 0 where id = $1", [a.id]),
    );
    const { findings, balance } = await findingsOf(id);
    expect(findings.find((finding) => finding.id === a.id)).toMatchObject({ doubt: 0.1, clear: true });
    expect(balance.doubtful).toBe(findings.filter((finding) => finding.doubt > 0.1).length);
    const made = await send("POST", `/api/documents/${id}/accept-clear`, {});
    expect(made.findings.map((finding) => finding.id)).toContain(a.id);
  });

  it("takes a task back, unless progress was recorded for it", async () => {
    const id = await imported();
    const [a, b] = await firstOf(id);
    for (const finding of [a, b])
      await send("POST", `/api/findings/${finding.id}/decision`, { version: 1, decision: "accepted" });
    const undone = await send("DELETE", `/api/findings/${a.id}/decision`, { version: 2 });
    expect(undone.findings[0]).toMatchObject({ decision: null, taskId: null });
    expect(await count("task")).toBe(1);
    await asLogin(app.database.superuser, (client) =>
      client.query(`insert into occurrence_fact (province_id, id, occurrence_id, kind, on_day, at, who)
        select province_id, gen_random_uuid(), id, 'started', '2026-03-01', now(), 'mai' from occurrence`),
    );
    expect(await refusal("DELETE", `/api/findings/${b.id}/decision`, { version: 2 }, 409)).toBe(
      "register.task-in-use",
    );
    expect(await refusal("DELETE", `/api/findings/${a.id}/decision`, { version: 3 }, 409)).toBe(
      "register.finding-open",
    );
  });

  it("two people who decide the same finding make one task", async () => {
    const [a] = await firstOf(await imported());
    const decide = () =>
      app.ask(
        "mai",
        `/api/findings/${a.id}/decision`,
        jsonRequest("POST", { version: 1, decision: "accepted" }),
      );
    const statuses = (await Promise.all([decide(), decide(), decide()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409, 409]);
    expect(await count("task")).toBe(1);
  });
});

it("of twenty files of one import each is told apart: one twice, one secret, one broken, one empty, the rest taken in", async () => {
  const good = Array.from({ length: 16 }, (_, n) => [`tb-${n + 1}.txt`, notice(`${n + 1}/TB-UBND`)] as const);
  const secret = notice("90/TB-UBND").replace("THÔNG BÁO", "MẬT\n\nTHÔNG BÁO");
  const broken = "PK\u0003\u0004 not a package";
  const files = [
    ...good,
    ["tb-1 (1).txt", notice("1/TB-UBND")],
    ["mat.txt", secret],
    ["hong.docx", broken],
    ["rong.txt", ""],
  ] as const;
  const answer = await app.ask("mai", "/api/documents", uploadOf(...files));
  const { lines } = (await answer.json()) as {
    lines: { outcome: string; files: string[]; error?: { code: string } }[];
  };
  expect(lines.flatMap((line) => line.files).toSorted()).toEqual(files.map(([name]) => name).toSorted());
  const byOutcome = (outcome: string) => lines.filter((line) => line.outcome === outcome);
  expect(byOutcome("imported")).toHaveLength(16);
  expect(byOutcome("duplicate")).toHaveLength(1);
  expect(
    byOutcome("refused")
      .map((line) => `${line.files[0]} ${line.error?.code}`)
      .toSorted(),
  ).toEqual(["hong.docx file.damaged", "mat.txt secrecy.marked", "rong.txt file.empty"]);
  expect(await count("document")).toBe(16);
});

describe("the list of documents", () => {
  it("is found without accents, narrowed, sorted and turned page by page", async () => {
    for (const number of ["1/TB-UBND", "2/TB-UBND", "10/TB-UBND"]) {
      now = new Date(now.getTime() + 1000);
      await imported(notice(number));
    }
    const first = await get<DocumentsAnswer>("/api/documents?sort=number&limit=2");
    expect(first).toMatchObject({ total: 3, toReview: 3, years: [{ year: 2026, count: 3 }] });
    expect(first.kinds).toMatchObject([{ kind: "TB", count: 3 }]);
    const second = await get<DocumentsAnswer>(`/api/documents?sort=number&limit=2&after=${first.next}`);
    const numbers = [...first.documents, ...second.documents].map(({ number }) => number);
    expect(numbers).toEqual(["1/TB-UBND", "2/TB-UBND", "10/TB-UBND"]);
    expect(second.next).toBeNull();
    for (const sort of ["-issued", "issued", "-imported", "imported"]) {
      const one = await get<DocumentsAnswer>(`/api/documents?sort=${sort}&limit=2`);
      const rest = await get<DocumentsAnswer>(`/api/documents?sort=${sort}&limit=2&after=${one.next}`);
      expect(new Set([...one.documents, ...rest.documents].map(({ id }) => id)).size, sort).toBe(3);
    }
    const found = async (query: string) => (await get<DocumentsAnswer>(`/api/documents?${query}`)).total;
    expect(await found("q=xuc+tien+hoi+nghi")).toBe(3);
    expect(await found("q=10/TB")).toBe(1);
    expect(await found("q=khong+co+gi")).toBe(0);
    expect(await found("state=reviewed")).toBe(0);
    expect(await found("kind=TB&year=2026&state=toReview")).toBe(3);
    expect(await found("year=2025")).toBe(0);
  });

  it("ties citations to the registered document, both ways", async () => {
    const citing = await imported();
    const decision = notice("77/QĐ-UBND")
      .replace("ngày 10 tháng 02", "ngày 05 tháng 01")
      .replace("THÔNG BÁO", "QUYẾT ĐỊNH");
    const cited = await imported(decision);
    const { cites } = await get<DocumentAnswer>(`/api/documents/${citing}`);
    expect(cites[0]?.document).toMatchObject({ id: cited, number: "77/QĐ-UBND" });
    const { citedBy } = await get<DocumentAnswer>(`/api/documents/${cited}`);
    expect(citedBy).toMatchObject([{ document: { id: citing }, relation: "basis" }]);
  });
});

it("reads a damaged number as the one that the register knows", async () => {
  const damaged = readFileSync("tests/corpus/damaged/cv-dak-lak.ocr.txt", "utf8").replace(
    "Cong van s6 4406/BYT-PB",
    "Nghi quyét s6 S9-NQ/TW",
  );
  const cited = async () => {
    const key = createHash("sha256").update(damaged).digest("hex");
    const [line] = await importText(damaged, "công văn.txt", `?force=${key}`);
    if (line?.outcome !== "imported") throw new Error(JSON.stringify(line));
    const { cites } = await get<DocumentAnswer>(`/api/documents/${line.document.id}`);
    return cites.find(({ number }) => number.endsWith("9-NQ/TW"));
  };
  expect(await cited()).toMatchObject({ number: "59-NQ/TW", doubt: 0.5 });
  await imported(notice("16/TB-UBND", "Thực hiện Nghị quyết số 89-NQ/TW của Bộ Chính trị."));
  expect(await cited()).toMatchObject({ number: "89-NQ/TW", doubt: 0.2 });
});

describe("another province", () => {
  it("is not told what this one has: an empty list, and the same file is no duplicate there", async () => {
    const before = await findingsOf(await imported());
    const answer = await app.ask("dung", "/api/documents");
    expect(await answer.json()).toMatchObject({ documents: [], total: 0, kinds: [], toReview: 0 });
    expect((await importText(notice(), "a.txt", "", "dung"))[0]?.outcome).toBe("imported");
    expect(await count("document")).toBe(2);
    expect(await findingsOf(before.document.id)).toEqual(before);
    expect(app.bugs).toEqual([]);
  });
});
