import { sql } from "kysely";
import type { DocumentAnswer, ImportAnswer } from "../../src/contract/document.ts";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import type { RegisteredTaskAnswer } from "../../src/contract/task.ts";
import { provinceId, withProvince } from "../../src/store/database.ts";
import { enterPerson, givePosts } from "../../src/store/posts.ts";
import { insertRecords } from "../../src/store/records.ts";
import { insertUnits } from "../../src/store/units.ts";
import { jsonRequest, type RegisterApp, uploadOf } from "../support/register-app.ts";
import { day, madeId } from "../support/register-rows.ts";
import { madeUnit } from "../support/unit-rows.ts";
import type { RouteDeclaration } from "./route-declarations.ts";

export const ownUnit = madeId("unit", 1);
export const otherUnit = madeId("unit", 2);
const theirUnit = madeId("unit", 3);

/** What a place holds: a document with an accepted task, an occurrence of it, and findings that nobody decided. */
export interface Holding {
  readonly mark: string;
  readonly ids: Readonly<Record<NonNullable<RouteDeclaration["of"]>, string>>;
}

export const places = ["own unit", "other unit", "other province"] as const;
export type Place = (typeof places)[number];

/** Two units of Gia Lai and one of Đà Nẵng, with what each of them holds. */
export async function fillPlaces(app: RegisterApp): Promise<Readonly<Record<Place, Holding>>> {
  for (const number of [52, 48] as const) {
    const province = provinceId(number);
    if (province === null) throw new Error(`${number} is no province`);
    await withProvince(app.rows.kysely, province, (transaction) =>
      insertUnits(
        transaction,
        province,
        number === 52 ? [madeUnit(1, null), madeUnit(2, null)] : [madeUnit(3, null)],
      ),
    );
  }
  return {
    "own unit": await holding(app, { person: "mai", mark: "Zalphaz", unit: ownUnit, number: 101 }),
    "other unit": await holding(app, { person: "mai", mark: "Zbravoz", unit: otherUnit, number: 102 }),
    "other province": await holding(app, { person: "dung", mark: "Zcharliez", unit: theirUnit, number: 103 }),
  };
}

/** A document of three orders, each with a word that stands nowhere else. */
function documentWith(mark: string, number: number): string {
  return `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: ${number}/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 10 tháng 02 năm 2026
THÔNG BÁO
Kết luận về ${mark}
1. Giao Sở Tài chính lập dự toán ${mark}, trình Ủy ban nhân dân tỉnh trước ngày 15/4/2026.
2. Giao Sở Xây dựng rà soát hạ tầng ${mark}; báo cáo kết quả trong tháng 5/2026.
3. Giao Sở Y tế chuẩn bị phương án ${mark}, hoàn thành trước ngày 30/5/2026.
Nơi nhận:
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn Bình
`;
}

/** Stands in the personal data of the worker of a place, and nowhere else. */
export function mailMark(mark: string): string {
  return `rieng${mark}`.toLowerCase();
}

async function holding(
  app: RegisterApp,
  place: {
    readonly person: "mai" | "dung";
    readonly mark: string;
    readonly unit: string;
    readonly number: number;
  },
): Promise<Holding> {
  const { person, mark, unit, number } = place;
  const read = <T>(path: string, init: RequestInit = {}) => readAs<T>(app, person, path, init);
  const upload = uploadOf([`${mark}.txt`, documentWith(mark, number)]);
  const [line] = (await read<ImportAnswer>("/api/documents", upload)).lines;
  if (line?.outcome !== "imported") throw new Error(JSON.stringify(line));
  const document = line.document.id;
  const [first, second] = (await read<FindingsAnswer>(`/api/documents/${document}/findings`)).findings;
  if (!first || !second) throw new Error("the document gives findings");
  const decision = { version: first.version, decision: "accepted" };
  await read(`/api/findings/${first.id}/decision`, jsonRequest("POST", decision));
  const [task] = (await read<DocumentAnswer>(`/api/documents/${document}`)).tasks;
  if (!task) throw new Error("the finding became a task");
  const { occurrences } = await read<RegisteredTaskAnswer>(`/api/tasks/${task.id}`);
  const province = provinceId(person === "mai" ? 52 : 48);
  if (province === null) throw new Error("a province of the tests");
  await withProvince(app.rows.kysely, province, (transaction) =>
    sql`insert into task_party (province_id, task_id, position, unit_id, holder_id)
      values (${province}, ${task.id}, 0, ${unit}, ${unit})`.execute(transaction),
  );
  const occurrence = occurrences[0]?.id ?? "";
  const duty = madeId(`duty ${mark}`, 1);
  await withProvince(app.rows.kysely, province, (transaction) =>
    sql`insert into duty (province_id, id, task_id, occurrence_id, unit_id, holder_id, owed)
      values (${province}, ${duty}, ${task.id}, ${occurrence}, ${unit}, ${unit}, true)`.execute(transaction),
  );
  const request = madeId(`request ${mark}`, 1);
  await withProvince(app.rows.kysely, province, (transaction) =>
    sql`insert into coordination_request (province_id, id, duty_id, unit_id, holder_id, content, asked_on,
                                          working_days, due_on, asked_at, asked_by)
      values (${province}, ${request}, ${duty}, ${unit}, ${unit}, ${mark}, '2026-02-20', 5, '2026-02-27', now(), 'x')`.execute(
      transaction,
    ),
  );
  const found = { task: task.id, document, finding: second.id, occurrence, duty, request };
  const record = madeId(`record ${mark}`, 1);
  const values = { name: `Đối tác ${mark}`, kind: "body", email: `${mailMark(mark)}@vd.gov.vn` };
  const at = new Date("2026-03-01T00:00:00Z");
  await withProvince(app.rows.kysely, province, (transaction) =>
    insertRecords(
      transaction,
      province,
      [
        {
          ...{ id: record, register: "partners", title: values.name, values, folded: "", owner: unit },
          ...{ sourceKey: null, links: [] },
        },
      ],
      at,
    ),
  );
  const worker = `nguoi-${number}`;
  const post = madeId(`post ${mark}`, 1);
  await withProvince(app.rows.kysely, province, async (transaction) => {
    const given = { id: post, person: worker, unit, role: "unitOfficer", title: null } as const;
    await enterPerson(transaction, province, {
      ...{ id: worker, name: "Nguyễn Văn Mẫu", email: `${mailMark(mark)}@vd.gov.vn`, phone: mailMark(mark) },
    });
    await givePosts(transaction, province, [
      { ...given, from: day("2026-01-01"), to: null, actingFor: null, document: null },
    ]);
  });
  const contact = JSON.stringify({ person: mailMark(mark), phone: mailMark(mark), address: "1 Lê Lợi" });
  await withProvince(app.rows.kysely, province, (transaction) =>
    sql`update unit set contact = ${contact}::jsonb where id = ${unit}`.execute(transaction),
  );
  return { mark, ids: { ...found, record, unit, person: worker, post, own: madeId("nothing", 1) } };
}

/** What somebody is answered, who has to be. */
export async function readAs<T>(
  app: RegisterApp,
  person: string,
  path: string,
  init: RequestInit = {},
): Promise<T> {
  const answer = await app.ask(person, path, init);
  if (answer.status !== 200) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

export interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: object;
  }[];
}

/** Every route of the application, as it tells of itself. */
export async function allRoutes(app: RegisterApp): Promise<readonly Route[]> {
  type Told = { readonly parameters?: Route["parameters"] };
  const { paths } = await readAs<{ paths: Record<string, Record<string, Told>> }>(
    app,
    "mai",
    "/api/openapi.json",
  );
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [] }]) => ({
      ...{ name: `${method} ${path}`, method, path, parameters },
    })),
  );
}
