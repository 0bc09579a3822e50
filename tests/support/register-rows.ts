import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { type CalendarDate, parseIsoDate } from "../../src/domain/basics/calendar-date.ts";
import type { Schedule } from "../../src/domain/calendar/schedule.ts";
import { unsetDueSettings } from "../../src/domain/duty/due-day.ts";
import { occurrencesOfTask, type TaskAddressee, taskSearchText } from "../../src/domain/duty/task.ts";
import { keyOfBody } from "../../src/domain/organisation/body-key.ts";
import type { Clear } from "../../src/domain/reading/findings.ts";
import { foldedKey } from "../../src/domain/text/fold.ts";
import { type ProvinceId, withProvince } from "../../src/store/database.ts";
import "../../src/store/document-tables.ts";
import type { Tables } from "../../src/store/schema.ts";
import type { ProvinceTransaction } from "../../src/store/task-rows.ts";

/** How much of a register to make. The same numbers make the same rows. */
export interface RegisterSize {
  readonly documents: number;
  readonly tasksEach: number;
  readonly units: number;
  readonly today: CalendarDate;
}

/** The nth id of a kind: always the same, in the form of a UUID v7. */
export function madeId(kind: string, n: number): string {
  const hex = createHash("sha256").update(`${kind} ${n}`).digest("hex");
  return `0199${hex.slice(0, 4)}-${hex.slice(4, 8)}-7${hex.slice(8, 11)}-8${hex.slice(11, 14)}-${hex.slice(14, 26)}`;
}

/** A day of which the test knows that it exists. */
export function day(text: string): CalendarDate {
  const found = parseIsoDate(text);
  if (found === null) throw new Error(`${text} is no day`);
  return found;
}

const verbs = ["Xây dựng", "Rà soát", "Tổ chức", "Triển khai", "Phối hợp thực hiện", "Tham mưu ban hành"];
const things = [
  "kế hoạch hợp tác với địa phương nước ngoài",
  "chương trình xúc tiến đầu tư vào khu công nghiệp",
  "hội nghị gặp gỡ doanh nghiệp",
  "cơ sở dữ liệu về viện trợ phi chính phủ",
  "lớp tập huấn nghiệp vụ lễ tân",
  "đề án giao lưu nhân dân vùng biên giới",
  "quy chế quản lý đoàn ra, đoàn vào",
];
const fields = [
  "nông nghiệp",
  "du lịch",
  "giáo dục",
  "y tế",
  "công nghệ số",
  "văn hóa",
  "lao động",
  "môi trường",
];
const groups = [
  ...Array.from({ length: 9 }, (_, i) => `Nhóm ${i + 1}: nhiệm vụ về ${fields[i % fields.length]}`),
];
const clears: readonly Clear[] = ["who", "what", "when", "responsible", "empowered", "product"];

function scheduleOf(n: number): Schedule | null {
  const year = 2024 + (n % 5);
  const schedules: readonly (Schedule | null)[] = [
    { kind: "once", from: `${year}-01-01`, to: `${year}-12-31` },
    { kind: "recurring", every: "P1Y", from: "2025-01-01" },
    { kind: "once", from: null, to: `${year}-0${(n % 9) + 1}-15`, strictlyBefore: true },
    { kind: "recurring", every: "P3M", from: "2025-07-01", to: "2027-12-31" },
    { kind: "continuous" },
    { kind: "recurring", every: "P1Y", due: "--11-15", from: "2024-01-01" },
    { kind: "relative", after: "ngày ban hành", within: "P30D" },
    null,
  ];
  return schedules[n % schedules.length] ?? null;
}

function unitName(n: number): string {
  if (n === 0) return "Sở Ngoại vụ";
  if (n === 1) return "các sở, ban, ngành";
  return n % 3 === 0 ? `Sở Thử nghiệm ${n}` : `Ủy ban nhân dân xã Mẫu ${n}`;
}

function addresseesOf(n: number, units: number): readonly TaskAddressee[] {
  const chosen = [n % units, (n * 7 + 3) % units, (n * 13 + 5) % units];
  return [...new Set(chosen)].map((unit, index): TaskAddressee => {
    const name = unitName(unit);
    const role = index === 0 ? "lead" : "with";
    return {
      role,
      name,
      collective: unit === 1,
      written: name,
      share: null,
      nameKey: keyOfBody(name, unit === 1),
      gazetteerId: null,
      answers: null,
    };
  });
}

/** Fills a province with documents, tasks, addressees and occurrences, a third of which are done. */
export async function fillRegister(
  kysely: Kysely<Tables>,
  province: ProvinceId,
  size: RegisterSize,
): Promise<void> {
  for (let document = 0; document < size.documents; document++)
    await withProvince(kysely, province, (transaction) =>
      fillDocument(transaction, province, document, size),
    );
}

/** The number of a made document. */
export function documentNumber(document: number): string {
  return `${document + 1}/KH-UBND`;
}

async function fillDocument(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  document: number,
  size: RegisterSize,
): Promise<void> {
  const id = madeId("document", document);
  const issuedOn = day(`202${4 + (document % 3)}-0${(document % 9) + 1}-1${document % 10}`);
  const at = new Date("2026-01-02T03:04:05.678Z");
  await transaction
    .insertInto("document")
    .values({
      ...{ province_id: province, id, number: documentNumber(document), kind: "KH", kind_name: "Kế hoạch" },
      ...{ issuer: "Ủy ban nhân dân tỉnh", issued_on: issuedOn, subject: `Kế hoạch thử ${document}` },
      ...{ file_name: `ke-hoach-${document}.docx`, sha256: madeId("file", document), imported_at: at },
      ...{ issuer_superior: null, place: null, recipients: "[]", attached_to: null, doubts: "{}" },
      ...{ imported_by: "test", folded: foldedKey(documentNumber(document)) },
    })
    .execute();
  const numbers = Array.from({ length: size.tasksEach }, (_, i) => document * size.tasksEach + i);
  const tasks = numbers.map((n) => madeTask(n, { size, document, issuedOn }));
  await transaction
    .insertInto("task")
    .values(tasks.map(({ row }) => ({ province_id: province, document_id: id, accepted_at: at, ...row })))
    .execute();
  await transaction
    .insertInto("task_addressee")
    .values(
      tasks.flatMap(({ row, addressees }) =>
        addressees.map(({ nameKey, gazetteerId, answers: _, ...addressee }, position) => ({
          ...{
            province_id: province,
            task_id: row.id,
            position,
            name_key: nameKey,
            gazetteer_id: gazetteerId,
            ...addressee,
          },
        })),
      ),
    )
    .execute();
  await transaction
    .insertInto("occurrence")
    .values(
      tasks.flatMap(({ row, occurrences }) =>
        occurrences.map((one) => ({ province_id: province, task_id: row.id, ...one })),
      ),
    )
    .execute();
}

function madeTask(
  n: number,
  { size, document, issuedOn }: { size: RegisterSize; document: number; issuedOn: CalendarDate },
) {
  const schedule = scheduleOf(n);
  const isGeneral = n % 20 === 19;
  const addressees = addresseesOf(n, size.units);
  const unclear = n % 4 === 0 ? [{ clear: clears[n % 6] ?? "who", reason: "chưa nêu", words: null }] : [];
  const words = {
    ...{ ref: `II.${(n % size.tasksEach) + 1}`, label: `${(n % size.tasksEach) + 1}`, part: null },
    ...{ group: groups[n % 10] ?? null, timeWords: `Mốc ${n % 7}`, result: n % 2 === 0 ? "Báo cáo" : null },
    ...{ content: contentOf(n), approver: null },
  };
  return {
    addressees,
    row: {
      ...{ id: madeId("task", n), ref: words.ref, label: words.label, part: null, group_title: words.group },
      ...{ content: words.content, lead_text: addressees[0]?.written ?? null, coordinating_text: null },
      ...{ time_words: words.timeWords, schedule: schedule && JSON.stringify(schedule) },
      ...{ schedule_kind: schedule?.kind ?? null, result: words.result, targets: "[]", approver: null },
      ...{
        unclear: JSON.stringify(unclear),
        unclear_count: unclear.length,
        general: isGeneral,
        sources: "[]",
      },
      ...{ assigned_on: issuedOn, accepted_by: "test" },
      folded: taskSearchText(words, addressees, documentNumber(document)),
    },
    occurrences: isGeneral
      ? []
      : occurrencesOfTask(schedule, {
          ...{ assignedOn: issuedOn, today: size.today, due: unsetDueSettings },
        }).map((one, index) => {
          const isDone = (n + index) % 3 === 0 && (one.dueOn === null || one.dueOn < size.today);
          return {
            ...{ id: madeId("occurrence", n * 1000 + index), key: one.key, starts_on: one.startsOn },
            ...{ due_on: one.dueOn, strictly_before: one.strictlyBefore },
            ...{ last_day: one.lastDay, due_basis: one.basis },
            ...{ done_on: isDone ? (one.dueOn ?? size.today) : null, product: isDone ? "12/BC" : null },
          };
        }),
  };
}

function contentOf(n: number): string {
  const verb = verbs[n % verbs.length];
  const thing = things[(n * 3) % things.length];
  const field = fields[(n * 5) % fields.length];
  return `${verb} ${thing} trong lĩnh vực ${field}, bảo đảm thiết thực, hiệu quả và đúng tiến độ được giao (việc số ${n}).`;
}
