import { sql } from "kysely";
import type pg from "pg";
import { declarations } from "../../../src/domain/cooperation/declarations.ts";
import { taskSearchText } from "../../../src/domain/duty/task.ts";
import { foldedKey } from "../../../src/domain/text/fold.ts";
import { type ProvinceId, type Rows, withProvince } from "../../../src/store/database.ts";
import { jsonText } from "../../../src/store/json-text.ts";
import { insertUnits } from "../../../src/store/units.ts";
import { fillRecords } from "../../../tests/support/record-rows.ts";
import { madeId } from "../../../tests/support/register-rows.ts";
import { madeUnit, topUnit, unitNumber } from "../../../tests/support/unit-rows.ts";
import { families, given, middles } from "./made-names.ts";

/** How much a country of the proof holds: the province that is asked, and each of the others. */
export interface SearchedSize {
  readonly units: number;
  readonly documents: number;
  readonly tasksEach: number;
  readonly people: number;
  readonly recordsEach: number;
  /** Documents, with their tasks, of each other province. */
  readonly otherDocuments: number;
}

const verbs = ["Chủ trì xây dựng", "Rà soát, sửa đổi", "Tổ chức", "Tham mưu ban hành", "Phối hợp triển khai"];
const things = [
  "kế hoạch hợp tác với các địa phương Nam Lào và Đông Bắc Campuchia",
  "chương trình xúc tiến đầu tư, thương mại và du lịch tại Nhật Bản",
  "hội nghị gặp gỡ doanh nghiệp có vốn đầu tư nước ngoài",
  "cơ sở dữ liệu về đối tác, thỏa thuận quốc tế và viện trợ phi chính phủ nước ngoài",
  "lớp tập huấn nghiệp vụ lễ tân, biên phiên dịch và ngoại giao kinh tế",
  "đề án giao lưu nhân dân vùng biên giới, kết nghĩa cụm dân cư hai bên",
  "quy chế quản lý đoàn ra, đoàn vào và hội nghị, hội thảo quốc tế",
];
const aims = [
  "bảo đảm thiết thực, hiệu quả, đúng quy định của pháp luật",
  "gắn với phát triển kinh tế - xã hội và giữ vững quốc phòng, an ninh",
  "tranh thủ nguồn lực bên ngoài cho chuyển đổi số, tăng trưởng xanh",
  "nâng cao năng lực hội nhập cho cán bộ, doanh nghiệp và người dân",
];
const leads = [
  "Sở Ngoại vụ",
  "Sở Tài chính",
  "Ủy ban nhân dân các xã biên giới",
  "Sở Công Thương",
  "Công an tỉnh",
];
function one(among: readonly string[], n: number): string {
  return among[n % among.length] ?? "";
}

/** The nth task; as in life, one after the other. */
function taskNumber(n: number): string {
  return `01990000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

/** Number of the nth document. */
export function numberOf(document: number): string {
  return `${document + 1}/${one(["QĐ", "KH", "TB", "CTr"], document)}-UBND`;
}

/** Fills the province that is asked, then the others from its rows; the same size makes the same rows. */
export async function fillCountry(
  { rows, owner }: { readonly rows: Rows; readonly owner: pg.Client },
  province: ProvinceId,
  others: readonly number[],
  size: SearchedSize,
): Promise<void> {
  await withProvince(rows.kysely, province, async (transaction) => {
    const numbers = Array.from({ length: size.units }, (_, i) => i + 1);
    const units = [madeUnit(0, null), ...numbers.map((n) => madeUnit(n, topUnit))];
    const named = units.map((unit, n) =>
      n === 1 ? { ...unit, name: "Sở Ngoại vụ", symbol: "SNgV", aliases: ["Cơ quan đầu mối"] } : unit,
    );
    await insertUnits(transaction, province, named);
  });
  for (let document = 0; document < size.documents; document++)
    await fillDocument(rows, province, document, size);
  await fillPeople(rows, province, size);
  const counts = new Map(
    declarations.map(({ key }) => [key, Math.ceil(size.recordsEach / declarations.length)]),
  );
  const few = Array.from({ length: 40 }, (_, n) => n);
  await fillRecords(rows.kysely, province, {
    ...{ counts, units: few.map((n) => unitNumber(n + 1)) },
    ...{ documents: few.map((n) => madeId("document", n)), tasks: few.map((n) => taskNumber(n)) },
  });
  for (const other of others) await copyTo(owner, province, other, size);
  await owner.query("vacuum analyze");
}

async function fillDocument(
  rows: Rows,
  province: ProvinceId,
  document: number,
  { tasksEach, units }: SearchedSize,
): Promise<void> {
  const [id, number] = [madeId("document", document), numberOf(document)];
  const subject = `Về ${one(things, document)}, ${one(aims, document)} (văn bản thứ ${document + 1})`;
  const tasks = Array.from({ length: tasksEach }, (_, i) => {
    const n = document * tasksEach + i;
    const words = {
      ...{ ref: `II.${i + 1}`, label: `${i + 1}`, group: `Nhóm ${i % 7}: ${one(things, i)}`, approver: null },
      ...{ timeWords: `Quý ${(i % 4) + 1} năm 2026`, result: "Báo cáo, kế hoạch được phê duyệt" },
      content: `${one(verbs, n)} ${one(things, n * 3 + document)}, ${one(aims, n)}; kịp thời báo cáo, đề xuất Ủy ban nhân dân tỉnh những khó khăn, vướng mắc vượt thẩm quyền (việc v${n}q).`,
    };
    const lead = one(leads, n);
    const addressee = { role: "lead", name: lead, collective: false, written: lead, share: null } as const;
    const folded = taskSearchText(
      words,
      [{ ...addressee, nameKey: "", gazetteerId: null, answers: null }],
      number,
    );
    return { id: taskNumber(n), ...words, lead, folded, unit: unitNumber((n % units) + 1) };
  });
  await withProvince(rows.kysely, province, async (transaction) => {
    await sql`insert into document (province_id, id, number, kind, kind_name, issuer, issued_on, subject, file_name, sha256,
        imported_at, imported_by, folded)
      values (${province}, ${id}, ${number}, 'QĐ', 'Quyết định', 'Ủy ban nhân dân tỉnh', date '2024-01-01' + ${document}::int,
        ${subject}, ${`van-ban-${document}.docx`}, ${id}, now(), 'proof',
        ${foldedKey(`${number} Quyết định Ủy ban nhân dân tỉnh ${subject}`)})`.execute(transaction);
    await sql`insert into task (province_id, id, document_id, ref, label, group_title, content, lead_text, time_words, result,
        assigned_on, accepted_at, accepted_by, folded)
      select ${province}::int, t.id, ${id}, t.ref, t.label, t."group", t.content, t.lead, t."timeWords", t.result,
             date '2024-01-01' + ${document}::int, now(), 'proof', t.folded
        from jsonb_to_recordset(${jsonText(tasks)}::jsonb) as t (id uuid, ref text, label text, "group" text, content text,
             lead text, "timeWords" text, result text, folded text)`.execute(transaction);
    await sql`insert into task_addressee (province_id, task_id, position, role, name, collective, written, name_key)
      select ${province}::int, t.id, 0, 'lead', t.lead, false, t.lead, ''
        from jsonb_to_recordset(${jsonText(tasks)}::jsonb) as t (id uuid, lead text)`.execute(transaction);
    await sql`insert into task_party (province_id, task_id, position, unit_id, holder_id)
      select ${province}::int, t.id, 0, t.unit, t.unit
        from jsonb_to_recordset(${jsonText(tasks)}::jsonb) as t (id uuid, unit uuid)`.execute(transaction);
  });
}

async function fillPeople(rows: Rows, province: ProvinceId, { people, units }: SearchedSize): Promise<void> {
  const made = Array.from({ length: people }, (_, n) => {
    const name = [one(families, n), one(middles, n), one(given, n)].join(" ");
    const unit = unitNumber((n % units) + 1);
    return {
      id: `p${n}`,
      name,
      folded: foldedKey(name),
      email: `nguoi${n}@vd.gov.vn`,
      post: madeId("post", n),
      unit,
    };
  });
  await withProvince(rows.kysely, province, async (transaction) => {
    await sql`insert into person (province_id, id, name, email, folded)
      select ${province}::int, p.id, p.name, p.email, p.folded
        from jsonb_to_recordset(${jsonText(made)}::jsonb) as p (id text, name text, email text, folded text)`.execute(
      transaction,
    );
    await sql`insert into post (province_id, id, person_id, unit_id, role, from_day)
      select ${province}::int, p.post, p.id, p.unit, 'unitOfficer', date '2026-01-01'
        from jsonb_to_recordset(${jsonText(made)}::jsonb) as p (id text, post uuid, unit uuid)`.execute(
      transaction,
    );
  });
}

/** The records, and some documents with their tasks, again in another province. */
async function copyTo(
  owner: pg.Client,
  from: ProvinceId,
  to: number,
  { otherDocuments, tasksEach }: SearchedSize,
): Promise<void> {
  await owner.query("create temporary table if not exists copied (kind text, row jsonb)");
  const within = async (province: number, statements: readonly (readonly [string, readonly unknown[]])[]) => {
    await owner.query("begin");
    await owner.query("select set_config('app.province', $1, true)", [String(province)]);
    for (const [statement, values] of statements) await owner.query(statement, [...values]);
    await owner.query("commit");
  };
  if ((await owner.query("select from copied limit 1")).rowCount === 0)
    await within(from, [
      ["insert into copied select 'record', to_jsonb(r) || '{\"owner_id\": null}' from record r", []],
      [
        "insert into copied select 'document', to_jsonb(d) - 'search' from document d where id = any ($1::uuid[])",
        [Array.from({ length: otherDocuments }, (_, n) => madeId("document", n))],
      ],
      [
        "insert into copied select 'task', to_jsonb(t) - 'search' from task t where id = any ($1::uuid[])",
        [Array.from({ length: otherDocuments * tasksEach }, (_, n) => taskNumber(n))],
      ],
    ]);
  const columns = async (table: string) => {
    const { rows } = await owner.query<{ names: string; made: string }>(
      `select string_agg(quote_ident(column_name), ', ') as names,
              string_agg('made.' || quote_ident(column_name), ', ') as made from information_schema.columns
        where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
      [table],
    );
    const [listed] = rows;
    if (!listed) throw new Error(`${table} has columns`);
    return listed;
  };
  const copies: (readonly [string, readonly unknown[]])[] = [];
  for (const table of ["document", "task", "record"]) {
    const { names, made } = await columns(table);
    copies.push([
      `insert into ${table} (${names}) select ${made} from copied
        cross join lateral jsonb_populate_record(null::public.${table}, copied.row || jsonb_build_object('province_id', $1::int)) made
        where copied.kind = '${table}'`,
      [to],
    ]);
  }
  await within(to, copies);
}
