import type { FileChild, ISectionOptions } from "docx";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { describeSchedule } from "../domain/calendar/describe.ts";
import type { Schedule } from "../domain/calendar/schedule.ts";
import { type AnnexColumn, type AnnexRow, annexTable } from "./annex-table.ts";
import { docxBytes } from "./docx-bytes.ts";
import { type BodyPart, statutoryBody } from "./statutory-body.ts";
import { type Closing, statutoryClosing } from "./statutory-closing.ts";
import {
  annexTitle,
  type DocumentTitle,
  type IssuerBlock,
  type Registration,
  statutoryHead,
  titleBlock,
} from "./statutory-head.ts";
import { statutorySection } from "./statutory-section.ts";

/** A row of the annex: a task with its six clears. Names of units as they are to be printed. */
export interface PlanTask {
  readonly label: string;
  readonly content: string;
  readonly leads: readonly string[];
  readonly coordinators: readonly string[];
  /** null prints an empty cell. */
  readonly schedule: Schedule | null;
  readonly result: string;
}

export interface PlanGroup {
  /** "I. Hội nhập kinh tế". */
  readonly heading: string;
  readonly tasks: readonly PlanTask[];
}

/** The annex that gives out the tasks, on landscape pages of its own. */
export interface PlanAnnex {
  readonly title: string;
  readonly attachedTo: string;
  readonly groups: readonly PlanGroup[];
}

/** Text that a decision issues: it has the issuer's head but no number, day or signature of its own. */
export interface AttachedPlan {
  readonly title: DocumentTitle;
  readonly body: readonly BodyPart[];
}

/**
 * A plan with an annex of tasks, or a notice, which gives out its tasks in its text. A plan that a decision issues is
 * `attached`; one that its body signs itself ("Kế hoạch số …/KH-…") has its text in `body`.
 */
export interface PlanDocument {
  readonly issuer: IssuerBlock;
  readonly registration: Registration;
  readonly title: DocumentTitle;
  readonly body: readonly BodyPart[];
  readonly closing: Closing;
  readonly attached: AttachedPlan | null;
  readonly annex: PlanAnnex | null;
  /** The day that the file carries as that of its making; a draft without a day has one too. */
  readonly printedOn: CalendarDate;
  readonly footNote?: string;
}

/** Columns of the annex: their widths fill the text of a landscape page. */
const columns: readonly AnnexColumn[] = [
  { heading: "STT", width: 12, align: "centre" },
  { heading: "Nội dung công việc", width: 68, align: "left" },
  { heading: "Đơn vị chủ trì", width: 42, align: "left" },
  { heading: "Đơn vị phối hợp", width: 52, align: "left" },
  { heading: "Thời gian thực hiện", width: 28, align: "centre" },
  { heading: "Kết quả", width: 50, align: "left" },
];

/**
 * Prints a plan as .docx in the statutory layout (Nghị định 30/2020/NĐ-CP, Phụ lục I): the signed text, the plan it
 * issues if there is one, and the annex of tasks, each with page numbers of its own. The same plan gives the same bytes.
 */
export async function printPlanDocument(plan: PlanDocument): Promise<Uint8Array> {
  return docxBytes([mainSection(plan), ...attachedSections(plan), ...annexSections(plan)], {
    title: plan.title.subject,
    creator: plan.issuer.issuer.join(" "),
    date: plan.printedOn,
  });
}

function mainSection(plan: PlanDocument): ISectionOptions {
  return upright(plan, [
    statutoryHead(plan.issuer, plan.registration),
    ...titleBlock(plan.title),
    ...statutoryBody(plan.body),
    statutoryClosing(plan.closing),
  ]);
}

function attachedSections(plan: PlanDocument): readonly ISectionOptions[] {
  if (!plan.attached) return [];
  return [
    upright(plan, [
      statutoryHead(plan.issuer, null),
      ...titleBlock(plan.attached.title),
      ...statutoryBody(plan.attached.body),
    ]),
  ];
}

function upright(plan: PlanDocument, children: readonly FileChild[]): ISectionOptions {
  return statutorySection(children, { orientation: "portrait", ...noteOf(plan) });
}

function annexSections(plan: PlanDocument): readonly ISectionOptions[] {
  if (!plan.annex) return [];
  const { title, attachedTo, groups } = plan.annex;
  const rows = groups.flatMap((group): readonly AnnexRow[] => [
    { kind: "group", text: group.heading },
    ...group.tasks.map((task): AnnexRow => ({ kind: "row", cells: cellsOf(task) })),
  ]);
  return [
    statutorySection(
      [...annexTitle({ label: "Phụ lục", title, attachedTo }, "landscape"), annexTable(columns, rows)],
      { orientation: "landscape", ...noteOf(plan) },
    ),
  ];
}

function cellsOf(task: PlanTask): readonly string[] {
  return [
    task.label,
    task.content,
    listed(task.leads),
    listed(task.coordinators),
    task.schedule ? describeSchedule(task.schedule, "vi") : "",
    task.result,
  ];
}

/** Names of units hold commas themselves, so a list of them is parted by semicolons. */
function listed(names: readonly string[]): string {
  const text = names.join("; ");
  return text.slice(0, 1).toLocaleUpperCase("vi") + text.slice(1);
}

function noteOf({ footNote }: PlanDocument): { readonly footNote?: string } {
  return footNote === undefined ? {} : { footNote };
}
