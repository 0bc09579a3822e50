import { describeSchedule } from "../../src/domain/calendar/describe.ts";
import type { PlanAnnex, PlanDocument, PlanGroup } from "../../src/print/plan-document.ts";
import type { BodyPart } from "../../src/print/statutory-body.ts";
import { dateInWords } from "../../src/print/statutory-words.ts";
import type {
  SampleAddressee,
  SampleGroup,
  SampleNotice,
  SampleOrder,
  SamplePlan,
  SampleTask,
  SampleUnitPlan,
} from "./facts.ts";

/** Stands at the foot of every page, so that no print of the sample is taken for a document in force. */
export const sampleNote = "Bản mẫu: dữ kiện thật, lời văn khác bản chính; không có hiệu lực.";
export const inventedNote = "Bản mẫu: nội dung giả định để thử phần mềm, không phải văn bản của cơ quan nào.";

type WithAnnex = PlanDocument & { readonly annex: PlanAnnex };

/** The decision, the plan it issues and the annex of 68 tasks. */
export function decisionWithPlan(plan: SamplePlan): WithAnnex {
  const { document } = plan;
  const attachedTo = `Quyết định số ${document.number} ${dateInWords(document.date)} của ${document.issuer}`;
  const subject = document.subject.replace(/^Ban hành Kế hoạch\s*/, "");
  return {
    issuer: { superior: null, issuer: ["Ủy ban nhân dân", "tỉnh Gia Lai"] },
    registration: { number: document.number, place: document.place, date: document.date },
    title: { kindName: document.kindName, subject: document.subject },
    body: decisionBody(plan),
    closing: { signer: document.signer, recipients: document.recipients },
    attached: {
      title: { kindName: "Kế hoạch", subject: capitalised(subject), attachedTo: `Kèm theo ${attachedTo}` },
      body: planBody(plan),
    },
    annex: {
      title: "Danh mục nhiệm vụ giao cho từng đơn vị",
      attachedTo: `Kèm theo ${attachedTo}`,
      groups: groupsOf(plan.groups, plan.tasks),
    },
    printedOn: document.date,
    footNote: sampleNote,
  };
}

/** The made-up plan of one department, which it signs itself. */
export function planOfUnit(plan: SampleUnitPlan): WithAnnex {
  const { document } = plan;
  return {
    issuer: { superior: document.superior, issuer: [document.issuer] },
    registration: { number: document.number, place: document.place, date: document.date },
    title: { kindName: document.kindName, subject: document.subject },
    body: unitBody(plan),
    closing: { signer: document.signer, recipients: document.recipients },
    attached: null,
    annex: {
      title: "Danh mục việc của Sở",
      attachedTo: `Kèm theo Kế hoạch số ${document.number} ${dateInWords(document.date)} của ${document.issuer}`,
      groups: groupsOf(plan.groups, plan.tasks),
    },
    printedOn: document.date,
    footNote: inventedNote,
  };
}

/** A notice of conclusions of a meeting: its orders stand in its text, numbered. Who signs is not always known. */
export function noticeOf(notice: SampleNotice): PlanDocument {
  const place = notice.issuer.replace(/^Ủy ban nhân dân tỉnh /, "");
  return {
    issuer: { superior: null, issuer: ["Ủy ban nhân dân", `tỉnh ${place}`] },
    registration: { number: notice.number ?? "/TB-UBND", place, date: notice.date },
    title: { kindName: "Thông báo", subject: `Kết luận tại cuộc họp về ${uncapitalised(notice.about)}` },
    body: [
      {
        kind: "text",
        text: `Sau khi nghe báo cáo và ý kiến của các thành viên dự họp, đồng chí ${notice.chair} kết luận như sau:`,
      },
      { kind: "section", text: `Việc giao tại cuộc họp ngày ${sayDay(notice.date)}` },
      ...notice.orders.map((order, at): BodyPart => {
        const end = at === notice.orders.length - 1 ? "./." : ".";
        return { kind: "text", label: `${at + 1}.`, text: `${noticeOrder(order)}${end}` };
      }),
    ],
    closing: {
      signer: notice.signer ?? { capacity: "TL. Chủ tịch", title: "Chánh Văn phòng", name: "" },
      recipients: ["Chủ tịch, các PCT UBND tỉnh", "Các cơ quan, đơn vị có tên trên", "Lưu: VT, T2"],
    },
    attached: null,
    annex: null,
    printedOn: notice.date,
    footNote: sampleNote,
  };
}

function sayDay(date: string): string {
  return date.split("-").toReversed().join("/");
}

function noticeOrder({ leads, coordinators, title, schedule, approver, general }: SampleOrder): string {
  const [lead, others] = [namesOf(leads).join(", "), namesOf(coordinators).join(", ")];
  const task = uncapitalised(title);
  if (general) return `${capitalised(lead)} ${task}`;
  const who = others === "" ? `Giao ${lead}` : `Giao ${lead} chủ trì, phối hợp với ${others}`;
  const report = approver === null || /báo cáo/i.test(title) ? "" : `, báo cáo ${approver}`;
  const words = schedule === null ? "" : uncapitalised(describeSchedule(schedule, "vi"));
  // An event is in the title itself: "khi có việc mới".
  const time =
    words === "" || schedule?.kind === "onDemand" ? "" : `, ${words.replace(/^tháng/, "trong tháng")}`;
  return `${who} ${task}${report}${time}`;
}

function uncapitalised(text: string): string {
  // "UBND", "PCI" keep their capitals.
  return /^.\p{Lu}/u.test(text) ? text : text.slice(0, 1).toLocaleLowerCase("vi") + text.slice(1);
}

function decisionBody({ document }: SamplePlan): readonly BodyPart[] {
  const { submission, bases } = document;
  const grounds = bases.map(
    ({ name, number, date, issuer }) =>
      `Căn cứ ${name}${number === null ? "" : ` số ${number}`} ${dateInWords(date)}${issuer === null ? "" : ` của ${issuer}`};`,
  );
  return [
    { kind: "centred", text: document.issuer.toLocaleUpperCase("vi") },
    ...grounds.map((text): BodyPart => ({ kind: "basis", text })),
    {
      kind: "basis",
      text: `Theo đề nghị của Giám đốc ${submission.by} (Văn bản số ${submission.number} ${dateInWords(submission.date)}).`,
    },
    { kind: "centred", text: "QUYẾT ĐỊNH:" },
    {
      kind: "text",
      label: "Điều 1.",
      text: "Kèm theo Quyết định này là Kế hoạch hội nhập quốc tế của tỉnh và Phụ lục danh mục nhiệm vụ.",
    },
    { kind: "text", label: "Điều 2.", text: "Quyết định có hiệu lực từ ngày ký." },
    {
      kind: "text",
      text: "Chánh Văn phòng UBND tỉnh, Giám đốc Sở Ngoại vụ, người đứng đầu các đơn vị có tên trong Phụ lục thi hành Quyết định này./.",
    },
  ];
}

function planBody(plan: SamplePlan): readonly BodyPart[] {
  return [
    { kind: "section", text: "I. Mục đích" },
    {
      kind: "text",
      text: "Kế hoạch nói rõ từng việc thuộc về ai, làm cùng ai, lúc nào xong và cho ra kết quả gì, để mọi đơn vị trong tỉnh cùng hiểu một cách.",
    },
    { kind: "section", text: "II. Mục tiêu" },
    {
      kind: "text",
      text: "Nguồn lực bên ngoài được dùng cho sự phát triển của Gia Lai, còn bản sắc, chủ quyền và sự bình yên của vùng đất được giữ vững.",
    },
    { kind: "section", text: "III. Nhiệm vụ" },
    {
      kind: "text",
      text: `Toàn bộ ${plan.tasks.length} nhiệm vụ thuộc ${plan.groups.length} nhóm nằm ở Phụ lục.`,
    },
    { kind: "section", text: "IV. Tổ chức thực hiện" },
    ...organisationParts(plan.organisation),
  ];
}

/** Orders side by side that go to the same body stand under one numbered heading, a single one on its line. */
function organisationParts(orders: readonly SampleOrder[]): readonly BodyPart[] {
  const blocks: { readonly name: string; readonly orders: SampleOrder[] }[] = [];
  for (const order of orders) {
    const name = capitalised(namesOf(order.leads).join(" và "));
    const last = blocks.at(-1);
    if (last && last.name === name) last.orders.push(order);
    else blocks.push({ name, orders: [order] });
  }
  return blocks.flatMap(({ name, orders: given }, at): readonly BodyPart[] => {
    const [only] = given;
    const end = at === blocks.length - 1 ? "./." : ".";
    if (given.length === 1 && only) {
      const asked = only.request ? `Đề nghị ${name}` : name;
      return [{ kind: "text", label: `${at + 1}. ${asked}:`, text: `${only.title}${end}` }];
    }
    return [
      { kind: "clause", text: `${at + 1}. ${name}` },
      ...given.map((order): BodyPart => ({ kind: "text", text: `- ${order.title}.` })),
    ];
  });
}

function unitBody({ document, groups, tasks }: SampleUnitPlan): readonly BodyPart[] {
  const parents = [...new Set(tasks.flatMap((task) => task.parents))].sort((a, b) => a - b);
  return [
    { kind: "section", text: "I. Mục đích" },
    {
      kind: "text",
      text: `${document.issuer} chia các nhiệm vụ số ${parents.join(", ")} của Quyết định số 1520/QĐ-UBND ngày 21 tháng 8 năm 2025 thành việc của từng phòng.`,
    },
    { kind: "section", text: "II. Nội dung" },
    { kind: "text", text: `Phụ lục nêu ${tasks.length} việc thuộc ${groups.length} nhóm./.` },
  ];
}

function groupsOf(groups: readonly SampleGroup[], tasks: readonly SampleTask[]): readonly PlanGroup[] {
  return groups.map((group) => ({
    heading: headingOf(group),
    tasks: tasks
      .filter((task) => task.group === group.label)
      .map((task) => ({
        label: String(task.number),
        content: task.title,
        leads: namesOf(task.leads),
        coordinators: namesOf(task.coordinators),
        schedule: task.schedule,
        result: task.result,
      })),
  }));
}

/** A group as its row in the annex says it. */
export function headingOf(group: SampleGroup): string {
  return `${group.label}. ${group.title}`;
}

function namesOf(addressees: readonly SampleAddressee[]): readonly string[] {
  return addressees.map((addressee) => ("unit" in addressee ? addressee.unit : addressee.collective));
}

function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase("vi") + text.slice(1);
}

/** Every document of the sample by the name of its file. */
export function sampleDocuments(sample: {
  readonly plan: SamplePlan;
  readonly notices: readonly SampleNotice[];
  readonly unitPlan: SampleUnitPlan;
}): ReadonlyMap<string, PlanDocument> {
  return new Map([
    ...sample.notices
      .filter(({ date }) => date < sample.plan.document.date)
      .map((notice) => [`${notice.id}.docx`, noticeOf(notice)] as const),
    ["qd-1520-ke-hoach-hoi-nhap.docx", decisionWithPlan(sample.plan)],
    ...sample.notices
      .filter(({ date }) => date > sample.plan.document.date)
      .map((notice) => [`${notice.id}.docx`, noticeOf(notice)] as const),
    ["ke-hoach-cua-so-ban-mau.docx", planOfUnit(sample.unitPlan)],
  ]);
}
