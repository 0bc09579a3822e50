import { afterAll, beforeAll, expect, it } from "vitest";
import type { ImportAnswer } from "../../src/contract/document.ts";
import type { AnswersOutcome, QuestionsAnswer } from "../../src/contract/document-questions.ts";
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
  expect(before.answers).toEqual([]);
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
  expect([one.asked.length, one.answers.length]).toEqual([1, 1]);
  const none = await say(withdrawn, "withdrawn");
  expect([none.asked.length, none.answers.length]).toEqual([0, 2]);
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

it("half-done tasks go on in those of the new document, with what was said of them, and can be taken back", async () => {
  await take(
    "21.txt",
    decision("21/KH-UBND", "12 tháng 01 năm 2026", "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:", [
      "1. Sở Nông nghiệp và Môi trường lập bản đồ vùng nuôi hàu thương phẩm cửa Hốc Năng, báo cáo trước ngày 30/6/2026.",
      "2. Sở Khoa học và Công nghệ đăng ký nhãn hiệu tập thể cho mật ong rừng U Minh Hạ, hoàn thành trước ngày 31/7/2026.",
      "3. Sở Xây dựng sửa chữa cầu tàu Hòn Khoai, hoàn thành trước ngày 15/9/2026.",
    ]),
  );
  const replacing = await take(
    "82.txt",
    decision(
      "82/KH-UBND",
      "06 tháng 8 năm 2026",
      "Kế hoạch này thay thế Kế hoạch số 21/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân tỉnh.",
      [
        "1. Sở Khoa học và Công nghệ hoàn thành đăng ký nhãn hiệu tập thể cho mật ong rừng U Minh Hạ trước ngày 30/11/2026.",
        "2. Sở Nông nghiệp và Môi trường lập bản đồ vùng nuôi hàu thương phẩm cửa Hốc Năng, báo cáo trước ngày 31/10/2026.",
      ],
    ),
  );
  const path = `/api/documents/${replacing}/questions`;
  const asked = await answerOf<QuestionsAnswer>(path);
  const pairs = asked.asked.flatMap(({ task, carry }) =>
    carry ? [{ task: task.id, into: carry.into }] : [],
  );
  const words = (id: string) => asked.into.find((one) => one.id === id)?.content;
  expect(
    asked.asked.map(({ task, carry }) => [task.ref, carry?.sure, carry && words(carry.into)?.slice(0, 12)]),
  ).toEqual([
    ["1", true, "Sở Nông nghi"],
    ["2", true, "Sở Khoa học "],
    ["3", undefined, null],
  ]);
  const [oysters] = asked.asked;
  const before = await answerOf<RegisteredTaskAnswer>(`/api/tasks/${oysters?.task.id}`);
  const [time] = before.occurrences;
  const started = { version: time?.version, kind: "started", on: "2026-03-02" };
  await answerOf(`/api/occurrences/${time?.id}/facts`, jsonRequest("POST", started));

  const carried = await answerOf<AnswersOutcome>(`${path}/carry-over`, jsonRequest("POST", { pairs }));
  expect([carried.done.length, carried.refused.length]).toEqual([2, 0]);
  expect([carried.left.asked.length, carried.left.answers.length]).toEqual([1, 2]);
  const joint = await answerOf<RegisteredTaskAnswer>(`/api/tasks/${oysters?.task.id}`);
  expect([joint.id, joint.document.number]).toEqual([pairs[0]?.into, "82/KH-UBND"]);
  expect(joint.occurrences).toHaveLength(1);
  expect(joint.occurrences[0]).toMatchObject({
    ...{ dueOn: "2026-10-31", firstDueOn: "2026-06-30", startedOn: "2026-03-02" },
  });
  const { notes } = await answerOf<LineageAnswer>(`/api/tasks/${joint.id}/lineage`);
  expect(notes.map(({ kind, document, joinedFrom }) => [kind, document?.number, joinedFrom])).toEqual([
    ["first", "21/KH-UBND", "1"],
    ["repeats", "82/KH-UBND", null],
  ]);

  // Once more, of a task that is not asked about, and into a task of another document: each refused by itself.
  const again = [...pairs, { task: asked.asked[2]?.task.id, into: asked.asked[2]?.task.id }];
  const refused = await answerOf<AnswersOutcome>(`${path}/carry-over`, jsonRequest("POST", { pairs: again }));
  expect([refused.done, refused.refused.map(({ failure }) => failure.code)]).toEqual([
    [],
    ["register.not-asked", "register.not-asked", "register.not-asked"],
  ]);

  const answers = carried.left.answers.map(({ task, question }) => ({ task, question }));
  const back = await answerOf<AnswersOutcome>(path, jsonRequest("DELETE", { answers }));
  expect([back.done.length, back.left.asked.length, back.left.answers.length]).toEqual([2, 3, 0]);
  const parted = await answerOf<RegisteredTaskAnswer>(`/api/tasks/${oysters?.task.id}`);
  expect([parted.id, parted.occurrences[0]?.dueOn, parted.occurrences[0]?.firstDueOn]).toEqual([
    ...[before.id, "2026-06-30", null],
  ]);

  const [, , jetty] = asked.asked;
  const body = { task: jetty?.task.id, question: "replaced", answer: "withdrawn", reason: "không còn" };
  await answerOf(path, jsonRequest("POST", body));
  await answerOf(path, jsonRequest("DELETE", { answers: [{ task: jetty?.task.id, question: "replaced" }] }));
  const open = await answerOf<RegisteredTaskAnswer>(`/api/tasks/${jetty?.task.id}`);
  expect([open.withdrawnOn, open.state]).toEqual([null, "open"]);
  const chain = await answerOf<LineageAnswer>(`/api/tasks/${jetty?.task.id}/lineage`);
  expect(chain.notes.map(({ kind }) => kind)).toEqual(["first"]);
});
