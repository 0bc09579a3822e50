import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { DocumentAnswer, DocumentsAnswer } from "../../src/contract/document.ts";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import { runProgram, type ServedProgram, serveProgram } from "../support/program.ts";
import { makeDataFolder } from "../support/server.ts";

let folder: string;
let data: string;
let program: ServedProgram;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sauro-import-"));
  data = makeDataFolder();
  writeFileSync(join(folder, "công văn.txt"), letter);
  program = await serveProgram({ SAURO_DATA: data });
});
afterAll(async () => {
  await program?.stop();
  for (const made of [folder, data]) rmSync(made, { recursive: true, force: true });
});

const letter = `SỞ NGOẠI VỤ TỈNH GIA LAI
Số: 88/SNgV-HTQT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 03 tháng 3 năm 2026
Kính gửi: Các sở, ngành
1. Đề nghị Sở Tài chính cử cán bộ tham gia đoàn công tác trước ngày 20/3/2026.
2. Đề nghị Sở Y tế báo cáo kết quả hợp tác năm 2025 trước ngày 25/3/2026.
`;

async function ask<T>(path: string, init: RequestInit & { cookie?: string } = {}): Promise<T> {
  const { cookie = "", ...rest } = init;
  const headers = { cookie, "content-type": "application/json" };
  const answer = await fetch(new URL(path, program.origin), { ...rest, headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return JSON.parse(text) as T;
}

const person = { email: "sen@vd.gov.vn", password: "bảy cây cau vàng" };

/** Signs in and gives the cookie. */
async function cookieFrom(path: string, body: object): Promise<string> {
  const answer = await fetch(new URL(path, program.origin), {
    ...{ method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } },
  });
  expect(answer.status).toBe(200);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

it("imports beside the running program; what was accepted outlives a kill", async () => {
  const importing = () =>
    runProgram(["import", join(folder, "công văn.txt"), "--json"], { SAURO_DATA: data });
  const early = await importing();
  expect(early.code).toBe(2);
  expect(early.stderr).toContain("chọn tỉnh");

  const token = program.setupLink?.split("#")[1];
  let cookie = await cookieFrom("/api/setup", { token, name: "Nguyễn Thị Sen", ...person, province: 52 });
  const first = await importing();
  expect(first).toMatchObject({ code: 0, stderr: "" });
  const line = JSON.parse(first.stdout) as { outcome: string; document: { id: string } };
  expect(line).toMatchObject({ outcome: "imported", findings: 2, document: { number: "88/SNgV-HTQT" } });
  const again = await importing();
  expect(again.code).toBe(1);
  expect(JSON.parse(again.stdout)).toMatchObject({ outcome: "duplicate", of: { id: line.document.id } });

  const path = `/api/documents/${line.document.id}`;
  const { findings } = await ask<FindingsAnswer>(`${path}/findings`, { cookie });
  const decision = JSON.stringify({ version: 1, decision: "accepted" });
  await ask(`/api/findings/${findings[0]?.id}/decision`, { method: "POST", body: decision, cookie });
  program.process.kill("SIGKILL");
  await once(program.process, "close");
  program = await serveProgram({ SAURO_DATA: data });
  cookie = await cookieFrom("/api/session", person);
  const { balance, tasks, importedBy } = await ask<DocumentAnswer>(path, { cookie });
  expect(balance).toMatchObject({ read: 2, accepted: 1, open: 1 });
  expect(tasks).toHaveLength(1);
  expect(importedBy).toBe("sauro import");
  expect(await ask<DocumentsAnswer>("/api/documents?state=toReview", { cookie })).toMatchObject({ total: 1 });
});

it("says what is wrong with a call, and with a file that is not there", async () => {
  expect(await runProgram(["import"], { SAURO_DATA: data })).toMatchObject({ code: 2 });
  const run = await runProgram(["import", "/không có.txt"], { SAURO_DATA: data });
  expect(run).toMatchObject({ code: 1, stdout: "" });
  expect(run.stderr).toContain("Không tìm thấy tệp");
  const elsewhere = await runProgram(["import", "x.txt", "--province", "98"], { SAURO_DATA: data });
  expect(elsewhere.stderr).toContain("98");
  expect(elsewhere.code).toBe(2);
});
