import { afterAll, beforeAll, expect, it } from "vitest";
import type { ImportAnswer } from "../../src/contract/document.ts";
import type { QuestionsAnswer } from "../../src/contract/document-questions.ts";
import type { LineageAnswer } from "../../src/contract/lineage.ts";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import type { RegisteredTaskAnswer } from "../../src/contract/task.ts";
import { jsonRequest, openRegisterApp, type RegisterApp, uploadOf } from "../support/register-app.ts";

let register: RegisterApp;
beforeAll(async () => {
  register = await openRegisterApp(() => new Date("2026-08-10T02:00:00Z"));
});
afterAll(() => register.close());

async function answerOf<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await register.ask("mai", path, init);
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  // The program's own contract.
  return (await answer.json()) as T;
}

function decision(number: string, day: string, basis: string, orders: readonly string[]): string {
  return `ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
   TỈNH CÀ MAU                             Độc lập - Tự do - Hạnh phúc
Số: ${number}                          Cà Mau, ngày ${day}

                               KẾ HOẠCH
         Phát triển nuôi tôm bền vững

${basis}

${orders.join("\n")}

Nơi nhận:                                  TM. ỦY BAN NHÂN DÂN
- Các sở;                                      CHỦ TỊCH
                                            Lâm Văn Bi
`;
}

async function take(name: string, text: string): Promise<string> {
  const { lines } = await answerOf<ImportAnswer>("/api/documents", uploadOf([name, text]));
  const [line] = lines;
  if (line?.outcome !== "imported") throw new Error(JSON.stringify(line));
  const { findings } = await answerOf<FindingsAnswer>(`/api/documents/${line.document.id}/findings`);
  for (const { id, version } of findings)
    await answerOf(`/api/findings/${id}/decision`, jsonRequest("POST", { version, decision: "accepted" }));
  return line.document.id;
}

it("a plan that replaces another asks about each task half done, drops none, and balances", async () => {
  await take(
    "17.txt",
    decision("17/KH-UBND", "20 tháng 01 năm 2026", "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:", [
      "1. Sở Nông nghiệp và Môi trường lập danh mục vùng nuôi tôm siêu thâm canh, báo cáo trước ngày 30/9/2026.",
      "2. Sở Khoa học và Công nghệ xây dựng chỉ dẫn địa lý cho cua Năm Căn, hoàn thành trước ngày 30/10/2026.",
    ]),
  );
  const replacing = await take(
    "70.txt",
    decision(
      "70/KH-UBND",
      "05 tháng 8 năm 2026",
      "Kế hoạch này thay thế Kế hoạch số 17/KH-UBND ngày 20/01/2026 của Ủy ban nhân dân tỉnh.",
      ["1. Sở Tài chính bố trí kinh phí quan trắc môi trường nước, hoàn thành trước ngày 31/12/2026."],
    ),
  );
  const path = `/api/documents/${replacing}/questions`;
  const before = await answerOf<QuestionsAnswer>(path);
  expect(before.answered).toBe(0);
  expect(before.asked.map(({ question, task }) => `${question} ${task.ref}`).toSorted()).toEqual([
    "replaced 1",
    "replaced 2",
  ]);
  const [kept, withdrawn] = before.asked.map(({ task }) => task.id);
  const say = (task: string | undefined, answer: "kept" | "withdrawn") =>
    answerOf<QuestionsAnswer>(
      path,
      jsonRequest("POST", { task, question: "replaced", answer, reason: "theo kế hoạch mới" }),
    );
  const one = await say(kept, "kept");
  expect([one.asked.length, one.answered]).toEqual([1, 1]);
  const none = await say(withdrawn, "withdrawn");
  expect([none.asked.length, none.answered]).toEqual([0, 2]);
  const task = await answerOf<RegisteredTaskAnswer>(`/api/tasks/${withdrawn}`);
  expect(task.state).toBe("withdrawn");
  const { notes } = await answerOf<LineageAnswer>(`/api/tasks/${withdrawn}/lineage`);
  expect(notes.map(({ kind, document }) => `${kind} ${document?.number}`)).toEqual([
    "first 17/KH-UBND",
    "withdraws 70/KH-UBND",
  ]);
  const still = await answerOf<RegisteredTaskAnswer>(`/api/tasks/${kept}`);
  expect(still.state).not.toBe("withdrawn");
});
