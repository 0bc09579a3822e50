import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DocumentAnswer, ImportAnswer } from "../../src/contract/document.ts";
import type { ScanLine, ScanStepAnswer, ScansAnswer } from "../../src/contract/scan.ts";
import { type ProvinceNumber, provinceNumber } from "../../src/domain/organisation/actor.ts";
import { type FileReading, startReading } from "../../src/intake/read-file.ts";
import { DrawnSheet, drawnFirstPage, machineRecogniser } from "../../src/intake/scan/drawn-scan.fixture.ts";
import { scannedPdf } from "../../src/intake/scan/scanned-pdf.fixture.ts";
import { sweepQuarantine } from "../../src/operations/check-quarantine.ts";
import type { ImportWorld } from "../../src/operations/import-document.ts";
import { mostTries, readScan } from "../../src/operations/read-scan.ts";
import { sweepFiles } from "../../src/operations/sweep-files.ts";
import { asLogin } from "../support/database.ts";
import { jsonRequest, openRegisterApp, type RegisterApp, uploadOf } from "../support/register-app.ts";

const province = provinceNumber(52) as ProvinceNumber; // 52 is the number of a province
const canRead = machineRecogniser !== null;
const reader = (): FileReading => startReading({ recogniser: async () => machineRecogniser });
const blind = (): FileReading => startReading();

let app: RegisterApp;
let now: Date;
const ends: (() => Promise<void> | void)[] = [];

async function open(reading: FileReading): Promise<void> {
  app = await openRegisterApp(() => now, reading, {}, { scans: true });
}

/** Works off the queue until the test ends, or until it is told to stop. */
async function work(lane: FileReading = reader()): Promise<{ readonly close: () => Promise<void> }> {
  const work = await app.startWork(lane);
  ends.push(work.close);
  return work;
}

beforeEach(() => {
  now = new Date("2026-03-06T03:00:00Z");
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  expect(app.bugs).toEqual([]);
  await app.close();
});

/** A plan of some pages; the pages after the first order one thing each. */
function plan(pages: number): Uint8Array {
  const others = Array.from({ length: pages - 1 }, (_, i) =>
    new DrawnSheet().lines(85, 80, [
      `${i + 5}. Giao Sở Y tế chuẩn bị phương án bảo đảm y tế cho lớp thứ ${i + 2},`,
      `hoàn thành trước ngày ${10 + i}/5/2026.`,
    ]),
  );
  return scannedPdf([drawnFirstPage(), ...others].map((sheet) => sheet.scanned()));
}

const secretPlan = () =>
  scannedPdf([drawnFirstPage().stamp(160, 140, "MẬT", { colour: "#b02020" }).scanned()]);

async function send(file: Uint8Array, query = "", name = "kế hoạch.pdf"): Promise<ImportAnswer["lines"]> {
  const answer = await app.ask("mai", `/api/documents${query}`, uploadOf([name, file]));
  expect(answer.status).toBe(200);
  return ((await answer.json()) as ImportAnswer).lines;
}

/** Sends a scan; its id. */
async function sendScan(file: Uint8Array, query = ""): Promise<string> {
  const [line] = await send(file, query);
  if (line?.outcome !== "waiting") throw new Error(JSON.stringify(line));
  return line.scan;
}

async function scans(person = "mai"): Promise<readonly ScanLine[]> {
  const answer = await app.ask(person, "/api/scans");
  expect(answer.status).toBe(200);
  return ((await answer.json()) as ScansAnswer).scans;
}

async function scan(id: string): Promise<ScanLine> {
  const found = (await scans()).find((line) => line.id === id);
  if (!found) throw new Error(`no scan ${id}`);
  return found;
}

/** The scan once it is at a step. */
async function at<Kind extends ScanStepAnswer["kind"]>(
  id: string,
  kind: Kind,
): Promise<Extract<ScanStepAnswer, { kind: Kind }>> {
  for (;;) {
    const { step } = await scan(id);
    // The kind was compared, which a type of the union does not follow.
    if (step.kind === kind) return step as Extract<ScanStepAnswer, { kind: Kind }>;
    if (step.kind === "failed") throw new Error(JSON.stringify(step));
    await sleep(50);
  }
}

async function change(id: string, what: string, body: unknown = {}): Promise<number> {
  return (await app.ask("mai", `/api/scans/${id}/${what}`, jsonRequest("POST", body))).status;
}

async function kept(): Promise<readonly string[]> {
  const hashes: string[] = [];
  for await (const { hash } of app.files.list()) hashes.push(hash);
  return hashes;
}

const quarantined = () => readdirSync(join(app.folder, "quarantine"));
const hashOf = (file: Uint8Array) => createHash("sha256").update(file).digest("hex");

/** What the log says, as one text. */
function log(): Promise<string> {
  return asLogin(app.database.superuser, async (client) =>
    JSON.stringify(
      (await client.query("select who, what, subject, after from history order by at, id")).rows,
    ),
  );
}

describe.skipIf(!canRead)("a scan", () => {
  it("waits in the quarantine for its head, then in the queue, and is read by a job into a document", async () => {
    await open(reader());
    const file = plan(3);
    const id = await sendScan(file);
    expect(await kept()).toEqual([]);
    expect(await at(id, "waiting")).toMatchObject({ before: 0, pages: 3 });
    expect([quarantined(), await kept()]).toEqual([[], [hashOf(file)]]);
    // What waits is needed, however long.
    const inTwoDays = { ...app.register, clock: () => new Date(now.getTime() + 2 * 86_400_000) };
    expect(await sweepFiles(inTwoDays)).toEqual({ count: 0, bytes: 0 });
    await work();
    const { lines } = await at(id, "done");
    const [line] = lines;
    if (line?.outcome !== "imported") throw new Error(JSON.stringify(lines));
    expect(line.document).toMatchObject({ number: "217/KH-UBND" });
    expect(line.findings).toBeGreaterThanOrEqual(2);
    const answer = await app.ask("mai", `/api/documents/${line.document.id}`);
    expect((await answer.json()) as DocumentAnswer).toMatchObject({ sha256: hashOf(file) });
  });

  it("can be had as a copy that is searched, from the pages that were read; the file stays as it came", async () => {
    await open(reader());
    const file = plan(2);
    await work();
    const { lines } = await at(await sendScan(file), "done");
    const [line] = lines;
    if (line?.outcome !== "imported") throw new Error(JSON.stringify(line));
    const path = `/api/documents/${line.document.id}/file/0`;
    const copy = await app.ask("mai", `${path}/searchable`);
    expect(copy.status).toBe(200);
    expect(copy.headers.get("content-disposition")).toContain("tim-duoc.pdf");
    const bytes = new Uint8Array(await copy.arrayBuffer());
    // A reader that cannot read pictures finds the words.
    const { extract } = await blind().read({ bytes });
    expect(extract).toMatchObject({ ok: true, value: { pageCount: 2, notices: [{ code: "hiddenText" }] } });
    expect(new Uint8Array(await (await app.ask("mai", path)).arrayBuffer())).toEqual(file);
  });

  it("with a mark of secrecy is refused: its copy is deleted, only the refusal is logged", async () => {
    await open(reader());
    const file = secretPlan();
    const id = await sendScan(file);
    await expect(at(id, "done")).rejects.toThrow("secrecy.marked");
    expect([quarantined(), await kept(), (await scan(id)).files]).toEqual([[], [], []]);
    const told = await log();
    expect(told).toContain(`"what":"refuse-secret","subject":"file:${hashOf(file)}"`);
    expect(told).not.toContain("kế hoạch");
  });

  it("is seen by its own province alone", async () => {
    await open(blind());
    const id = await sendScan(plan(1), "?declaredOpen=true");
    await at(id, "waiting");
    expect(await scans("dung")).toEqual([]);
    const tried = await app.ask("dung", `/api/scans/${id}/cancel`, { method: "POST" });
    expect(tried.status).toBe(404);
  });

  it("knows its place in the queue", async () => {
    await open(blind());
    const first = await sendScan(plan(1), "?declaredOpen=true");
    now = new Date(now.getTime() + 1000);
    const second = await sendScan(plan(2), "?declaredOpen=true");
    await at(first, "waiting");
    expect(await at(second, "waiting")).toEqual({ kind: "waiting", before: 1, pages: 2, secondsLeft: null });
  });

  it("is called off while it waits, and read after all when asked", async () => {
    await open(reader());
    const id = await sendScan(plan(1));
    await at(id, "waiting");
    expect(await change(id, "cancel")).toBe(200);
    expect((await scan(id)).step).toEqual({ kind: "cancelled" });
    expect(await change(id, "cancel")).toBe(409);
    const again = await app.ask("mai", `/api/scans/${id}/retry`, jsonRequest("POST", { force: [] }));
    const { scan: next } = (await again.json()) as { scan: string };
    await work();
    expect((await at(next, "done")).lines).toMatchObject([{ outcome: "imported" }]);
  });

  it("goes on behind the pages that were read when its reader was killed, and is imported once", async () => {
    await open(reader());
    const id = await sendScan(plan(4));
    await at(id, "waiting");
    const pages: number[] = [];
    const killed = Promise.withResolvers<void>();
    void readScan({ province, id }, noting(pages, 2, killed.resolve), never);
    await killed.promise;
    const later: number[] = [];
    await readScan({ province, id }, noting(later, null), never);
    expect((await at(id, "done")).lines).toMatchObject([{ outcome: "imported" }]);
    // The first page was read for its marks.
    expect([...pages, ...later].sort()).toEqual([2, 3, 4]);
    // Another that was late does nothing any more.
    await readScan({ province, id }, noting(later, null), never);
    const documents = await asLogin(app.database.superuser, (client) =>
      client.query("select 1 from document"),
    );
    expect(documents.rowCount).toBe(1);
  });

  it("that is called off while it is read stops at the next page", async () => {
    await open(reader());
    const id = await sendScan(plan(5));
    await at(id, "waiting");
    const pages: number[] = [];
    const { readDocuments } = app.register;
    const calledOff: ImportWorld = {
      ...app.register,
      readDocuments: (files, how) =>
        readDocuments(files, {
          ...how,
          onPage: (file, page) => {
            pages.push(page.page.number);
            void change(id, "cancel").then(() => how.onPage?.(file, page));
          },
        }),
    };
    await readScan({ province, id }, calledOff, never);
    expect((await scan(id)).step.kind).toBe("cancelled");
    expect(pages.length).toBeLessThan(4);
  });
});

const never = new AbortController().signal;

/** The register, with the pages that are read noted; after so many of them the reader is gone as if it had been killed. */
function noting(pages: number[], most: number | null, onGone: () => void = () => undefined): ImportWorld {
  const { readDocuments } = app.register;
  const stop = new AbortController();
  return {
    ...app.register,
    readDocuments: (files, how) =>
      readDocuments(files, {
        ...how,
        signal: stop.signal,
        onPage: (file, page) => {
          if (stop.signal.aborted) return;
          pages.push(page.page.number);
          how.onPage?.(file, page);
          if (pages.length === most) stop.abort();
        },
      }).then((read) => {
        if (most === null) return read;
        onGone();
        return new Promise<never>(() => undefined);
      }),
  };
}

/** A picture file that says it is larger than any that is decoded, and holds nothing. */
function hugePicture(): Uint8Array {
  const head = Buffer.from("89504e470d0a1a0a0000000d494844520000000000000000080000000000000000", "hex");
  head.writeUInt32BE(40_000, 16);
  head.writeUInt32BE(40_000, 20);
  return new Uint8Array(head);
}

/** A PDF that a password locks, as far as anybody sees who has none. */
const locked = Buffer.from(
  "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 0 /Kids [] >>\nendobj\n" +
    `3 0 obj\n<< /Filter /Standard /V 1 /R 2 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> /P -4 >>\nendobj\n` +
    `trailer\n<< /Size 4 /Root 1 0 R /Encrypt 3 0 R /ID [<${"00".repeat(16)}> <${"00".repeat(16)}>] >>\n%%EOF\n`,
);

/** What people photograph and scan, and what becomes of each: its end, or the code of the sentence that says why not. */
function photographs(): readonly (readonly [name: string, file: Uint8Array, end: string])[] {
  const jpeg = (sheet: DrawnSheet, quarters: number) =>
    new Uint8Array(sheet.scanned({ quarters, degrees: 0.8 }).toBuffer("image/jpeg", 80));
  const numbered = (number: string) =>
    drawnFirstPage().text(160, 130, `Bản ${number}`, { size: 9, align: "center" });
  const whole = jpeg(numbered("cắt"), 0);
  return [
    ["ngược.jpg", jpeg(numbered("một"), 2), "imported"],
    ["nằm ngang.jpg", jpeg(drawnFirstPage(), 1), "duplicate"],
    ["quét.pdf", scannedPdf([paperSheet().scanned()]), "imported"],
    ["giấy trắng.pdf", scannedPdf([new DrawnSheet().scanned({ noise: 3 })]), "file.scan-blank"],
    ["có dấu mật.pdf", secretPlan(), "secrecy.marked"],
    ["cắt đôi.jpg", whole.subarray(0, 900), "file.scan-blank"],
    ["quá lớn.png", hugePicture(), "file.picture-too-large"],
    ["có mật khẩu.pdf", new Uint8Array(locked), "file.encrypted"],
    ["rỗng.jpg", new Uint8Array(), "file.empty"],
  ];
}

const paperSheet = () => new DrawnSheet().lines(85, 80, ["Ghi chép cuộc họp về lớp tiếng Khmer."]);

describe.skipIf(!canRead)("a stack of photographs and scans", () => {
  it("is taken in or refused one by one: each has its line, says why, and holds up no other", async () => {
    await open(reader());
    const stack = photographs();
    const answer = await app.ask(
      "mai",
      "/api/documents",
      uploadOf(...stack.map(([name, file]) => [name, file] as const)),
    );
    const { lines } = (await answer.json()) as ImportAnswer;
    expect(lines.flatMap(({ files }) => files).toSorted()).toEqual(stack.map(([name]) => name).toSorted());
    await work();
    const ends = new Map<string, string>();
    for (const line of lines) {
      const [name = ""] = line.files;
      if (line.outcome === "refused") {
        ends.set(name, line.error.code);
        expect(line.error.message, name).toMatch(/[à-ỹ].*[.]$/);
      } else if (line.outcome === "waiting") ends.set(name, await endOf(line.scan));
      else ends.set(name, line.outcome);
    }
    expect([...ends].toSorted()).toEqual(stack.map(([name, , end]) => [name, end]).toSorted());
  });
});

/** Where a scan comes to rest. */
async function endOf(id: string): Promise<string> {
  for (;;) {
    const { step } = await scan(id);
    if (step.kind === "failed") return step.error.code;
    if (step.kind === "done") {
      const [line] = step.lines;
      return line?.outcome === "refused" ? line.error.code : (line?.outcome ?? "nothing");
    }
    await sleep(100);
  }
}

describe("while pages cannot be read here", () => {
  it("a scan waits for somebody's word that it holds no state secrets; the word is logged", async () => {
    await open(blind());
    const file = plan(1);
    const id = await sendScan(file);
    await at(id, "undeclared");
    expect([quarantined(), await kept()]).toEqual([[id], []]);
    expect(await change(id, "declaration")).toBe(200);
    await at(id, "waiting");
    expect([quarantined(), await kept()]).toEqual([[], [hashOf(file)]]);
    expect(await log()).toContain(
      `"who":"mai","what":"declare-open","subject":"scan:${id}","after":{"sha256":["${hashOf(file)}"]}`,
    );
  });

  it("one that was declared when it was sent goes on at once", async () => {
    await open(blind());
    await at(await sendScan(plan(1), "?declaredOpen=true"), "waiting");
    expect(await log()).toContain("declare-open");
  });

  it("one that nobody declares in a day is removed, and its sender told", async () => {
    await open(blind());
    const id = await sendScan(plan(1));
    await at(id, "undeclared");
    now = new Date("2026-03-07T03:00:01Z");
    expect(await sweepQuarantine(app.register)).toBe(1);
    expect(quarantined()).toEqual([]);
    expect((await scan(id)).step).toMatchObject({ kind: "failed", error: { code: "scan.swept" } });
  });

  it("one that is called off in the quarantine leaves nothing", async () => {
    await open(blind());
    const id = await sendScan(plan(1));
    await at(id, "undeclared");
    expect(await change(id, "cancel")).toBe(200);
    expect([quarantined(), await scans()]).toEqual([[], []]);
  });
});

describe("a poisonous scan", () => {
  it("is given up after some tries with a clear sentence, and harms no other", async () => {
    await open(blind());
    const bad = await sendScan(plan(1), "?declaredOpen=true");
    await at(bad, "waiting");
    const dying = {
      ...app.register,
      readDocuments: () => Promise.reject(new Error("the whole process ended")),
    };
    for (let i = 0; i < mostTries; i++)
      await expect(readScan({ province, id: bad }, dying, never)).rejects.toThrow("ended");
    await readScan({ province, id: bad }, dying, never);
    const { step } = await scan(bad);
    expect(step).toMatchObject({
      kind: "failed",
      error: { code: "scan.gave-up", detail: { tries: mostTries } },
    });
    const good = await sendScan(plan(2), "?declaredOpen=true");
    await at(good, "waiting");
    await readScan({ province, id: good }, app.register, never);
    expect((await scan(good)).step.kind).toBe("done");
  });
});
