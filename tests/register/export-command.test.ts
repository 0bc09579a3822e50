import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { OverviewAnswer } from "../../src/contract/overview.ts";
import type { TaskListAnswer } from "../../src/contract/task.ts";
import type { TaskImportAnswer } from "../../src/contract/task-change.ts";
import { runProgram, type ServedProgram, serveProgram } from "../support/program.ts";
import { makeDataFolder } from "../support/server.ts";

let folder: string;
let data: string;
let program: ServedProgram;

const letter = `SỞ NGOẠI VỤ TỈNH GIA LAI
Số: 91/SNgV-HTQT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 05 tháng 3 năm 2026
Kính gửi: Các sở, ngành
1. Đề nghị Sở Du lịch gửi danh mục sự kiện quảng bá ở nước ngoài trước ngày 20/3/2026.
2. Đề nghị Sở Công Thương báo cáo kết quả xúc tiến thương mại năm 2025 trước ngày 25/3/2026.
`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sauro-export-"));
  data = makeDataFolder();
  writeFileSync(join(folder, "công văn.txt"), letter);
  program = await serveProgram({ SAURO_DATA: data });
});

afterAll(async () => {
  await program?.stop();
  for (const made of [folder, data]) rmSync(made, { recursive: true, force: true });
});

it("writes the accepted tasks beside the running program, and they come back unchanged", async () => {
  const token = program.setupLink?.split("#")[1];
  const person = { name: "Lê Văn Cau", email: "cau@vd.gov.vn", password: "chín nhịp cầu tre", province: 52 };
  const json = { "content-type": "application/json" };
  const made = await fetch(new URL("/api/setup", program.origin), {
    ...{ method: "POST", headers: json, body: JSON.stringify({ token, ...person }) },
  });
  const cookie = made.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const answer = await fetch(new URL(path, program.origin), {
      ...init,
      headers: { cookie, ...init.headers },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const sent = await runProgram(["import", join(folder, "công văn.txt"), "--json"], { SAURO_DATA: data });
  const { document } = JSON.parse(sent.stdout) as { document: { id: string } };
  const { findings } = await ask<{ findings: { id: string; version: number }[] }>(
    `/api/documents/${document.id}/findings`,
  );
  for (const { id, version } of findings)
    await ask(`/api/findings/${id}/decision`, {
      ...{ method: "POST", headers: json, body: JSON.stringify({ version, decision: "accepted" }) },
    });
  const { tasks } = await ask<TaskListAnswer>("/api/tasks?q=xuc%20tien%20thuong%20mai");
  expect(tasks).toMatchObject([
    { leads: [{ key: "so cong thuong" }], current: { dueOn: "2026-03-25", lastDay: "2026-03-24" } },
  ]);
  expect(await ask<OverviewAnswer>("/api/overview")).toMatchObject({
    ...{ total: 2, documents: { total: 1, toReview: 0 }, findings: { undecided: 0 } },
  });

  const path = join(folder, "nhiệm vụ.csv");
  const written = await runProgram(["export", path], { SAURO_DATA: data });
  expect(written).toMatchObject({ code: 0, stderr: "", stdout: `${path}: 2 nhiệm vụ / 2 tasks\n` });
  expect(readFileSync(path, "utf8")).toContain("Sở Du lịch");
  const body = new FormData();
  body.append("files", new File([readFileSync(path)], "nhiệm vụ.csv"));
  const back = await ask<TaskImportAnswer>("/api/tasks/import", { method: "POST", body });
  expect(back).toMatchObject({ dry: false, rows: 2, unchanged: 2, changed: [], refused: [] });

  const nowhere = await runProgram(["export", join(folder, "none", "a.csv")], { SAURO_DATA: data });
  expect(nowhere.code).toBe(2);
  expect(nowhere.stderr).toContain("ENOENT");
}, 120_000);
