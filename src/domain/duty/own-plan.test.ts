import { describe, expect, it } from "vitest";
import type { NewDirective } from "./lineage.ts";
import { LineagePool } from "./lineage-likeness.ts";
import { asksOwnPlan, type ParentTask, proposeSteps } from "./own-plan.ts";

describe("whether a task asks its leads for a plan of their own", () => {
  it.each([
    ["Căn cứ chức năng, khẩn trương xây dựng kế hoạch thực hiện các nhiệm vụ được phân công", true],
    ["Lập kế hoạch chi tiết và tổ chức thực hiện các việc được giao", true],
    ["Ban hành kế hoạch cụ thể trước ngày 30/9/2026", true],
    ["Các đơn vị cụ thể hóa bằng kế hoạch để triển khai Quyết định này", true],
    // A plan about something else is a product like any other.
    ["Phối hợp xây dựng kế hoạch đẩy mạnh hợp tác với các tỉnh Nam Lào", false],
    ["Tổ chức thực hiện Kế hoạch này", false],
    ["Báo cáo kết quả thực hiện các nhiệm vụ được giao", false],
  ])("%s: %s", (content, asks) => {
    expect(asksOwnPlan(content)).toBe(asks);
  });
});

const plain = { result: null, timeWords: null, heading: null, subject: null, leads: [], coordinators: [] };

function row(id: string, content: string): NewDirective {
  return {
    ...{ ...plain, id, content, row: true, general: false, dueOn: null, strictlyBefore: false },
    collectiveLeads: false,
  };
}

function task(id: string, content: string, label: string, led: boolean): ParentTask {
  const document = { id: "d", number: "88/QĐ-UBND", kind: "QĐ", subject: null, givenOn: null };
  return {
    ...{ ...plain, id, content, label, led, document, general: false, collectiveLeads: true },
    ...{ givenOn: null, dueOn: null, doneOn: null, withdrawnOn: null, numbers: ["88/QĐ-UBND"], issuedAs: [] },
  };
}

const tasks = [
  task("friends", "Tổ chức giao lưu nhân dân với các bản kết nghĩa của Lào", "12", true),
  task("news", "Đăng tin, bài về công tác đối ngoại trên cổng thông tin", "2", true),
  task("border", "Tuần tra chung tại cột mốc biên giới với Campuchia", "24", false),
];

function stepsOf(...rows: readonly NewDirective[]) {
  return proposeSteps(rows, tasks, new LineagePool([...rows, ...tasks], [], []));
}

describe("the task that a row of a unit's own plan is a step of", () => {
  it.each([
    ["the likest words", row("1", "Mời đoàn giao lưu nhân dân của bản kết nghĩa sang dự lễ hội"), "friends"],
    ["its number in the document", row("2", "Thực hiện nhiệm vụ số 24 của Kế hoạch tỉnh"), "border"],
    ["nothing like it", row("3", "Sửa chữa trụ sở"), null],
    ["an exact copy", row("4", "Đăng tin, bài về công tác đối ngoại trên cổng thông tin của xã"), "news"],
  ])("%s", (_, given, expected) => {
    expect(stepsOf(given)[0]?.task ?? null).toBe(expected);
  });

  it("one task may have several rows, a row one task at most", () => {
    const found = stepsOf(
      row("1", "Đăng tin, bài trên cổng thông tin hằng tháng"),
      row("2", "Viết tin, bài về công tác đối ngoại"),
    );
    expect(found.map(({ directive, task: of }) => [directive, of])).toEqual([
      ["1", "news"],
      ["2", "news"],
    ]);
  });
});
