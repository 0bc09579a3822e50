import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DocumentAnswer, ImportAnswer } from "../../src/contract/document.ts";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import type { RegisteredTaskAnswer } from "../../src/contract/task.ts";
import { type HeldRole, type Role, reachOf, roles, unitRoles } from "../../src/domain/organisation/rights.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { provinceId, withProvince } from "../../src/store/database.ts";
import { enterPerson, givePosts } from "../../src/store/posts.ts";
import { insertRecords } from "../../src/store/records.ts";
import { insertUnits } from "../../src/store/units.ts";
import { jsonRequest, openRegisterApp, type RegisterApp, uploadOf } from "../support/register-app.ts";
import { day, madeId } from "../support/register-rows.ts";
import { madeUnit } from "../support/unit-rows.ts";
import { type RouteDeclaration, routeDeclarations } from "./route-declarations.ts";

const ownUnit = madeId("unit", 1);
const otherUnit = madeId("unit", 2);
const theirUnit = madeId("unit", 3);

/** What a place holds: a document with an accepted task, an occurrence of it, and findings that nobody decided. */
interface Holding {
  readonly mark: string;
  readonly ids: Readonly<Record<NonNullable<RouteDeclaration["of"]>, string>>;
}

const places = ["own unit", "other unit", "other province"] as const;
type Place = (typeof places)[number];

/** Who walks: each role in the own unit, or over the province where the role needs none. */
function heldBy(role: Role): readonly HeldRole[] {
  return [{ role, unit: unitRoles.includes(role) ? ownUnit : null, actingFor: null }];
}

const walkers = Object.fromEntries(
  roles.map((role) => [role, { name: `Vai ${role}`, province: 52, held: heldBy(role) }]),
);

let app: RegisterApp;
let held: Readonly<Record<Place, Holding>>;
const now = new Date("2026-03-02T03:00:00Z");

beforeAll(async () => {
  app = await openRegisterApp(() => now, startReading(), {
    ...walkers,
    roleless: { name: "Không vai", province: 52, held: [] },
  });
  await fillPlaces();
}, 120_000);
afterAll(() => app.close());

async function fillPlaces(): Promise<void> {
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
  held = {
    "own unit": await holding("mai", "Zalphaz", ownUnit),
    "other unit": await holding("mai", "Zbravoz", otherUnit),
    "other province": await holding("dung", "Zcharliez", theirUnit),
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
function mailMark(mark: string): string {
  return `rieng${mark}`.toLowerCase();
}

let numbers = 100;

async function holding(person: "mai" | "dung", mark: string, unit: string): Promise<Holding> {
  const upload = uploadOf([`${mark}.txt`, documentWith(mark, ++numbers)]);
  const [line] = (await read<ImportAnswer>(person, "/api/documents", upload)).lines;
  if (line?.outcome !== "imported") throw new Error(JSON.stringify(line));
  const document = line.document.id;
  const [first, second] = (await read<FindingsAnswer>(person, `/api/documents/${document}/findings`))
    .findings;
  if (!first || !second) throw new Error("the document gives findings");
  const decision = { version: first.version, decision: "accepted" };
  await read(person, `/api/findings/${first.id}/decision`, jsonRequest("POST", decision));
  const [task] = (await read<DocumentAnswer>(person, `/api/documents/${document}`)).tasks;
  if (!task) throw new Error("the finding became a task");
  const { occurrences } = await read<RegisteredTaskAnswer>(person, `/api/tasks/${task.id}`);
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
  const worker = `nguoi-${numbers}`;
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

async function read<T>(person: string, path: string, init: RequestInit = {}): Promise<T> {
  const answer = await app.ask(person, path, init);
  if (answer.status !== 200) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: string;
}

async function allRoutes(): Promise<readonly Route[]> {
  const { paths } = await read<{ paths: Record<string, object> }>("mai", "/api/openapi.json");
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ name: `${method} ${path}`, method, path })),
  );
}

function declarationOf(name: string): RouteDeclaration {
  const declared = routeDeclarations[name];
  if (!declared) throw new Error(`${name} says nowhere what it asks: add it to route-declarations.ts`);
  return declared;
}

interface Walked {
  readonly status: number;
  readonly text: string;
}

async function walk(route: Route, person: string | null, place: Place): Promise<Walked> {
  const { of, sends } = declarationOf(route.name);
  const path = route.path
    .replace("{id}", of ? held[place].ids[of] : "")
    .replace("{position}", "0")
    .replace("{register}", "partners")
    // Parts of a thing that nobody has.
    .replace(/\{\w+\}/g, "01990000-0000-7000-8000-000000000000");
  const method = route.method.toUpperCase();
  const answer = await app.ask(person, path, { method, ...sends?.() });
  return { status: answer.status, text: await answer.text() };
}

/** What the table of rights and the declaration say must come of it. */
function expectedOf(
  { asks, of, ownersOnly }: RouteDeclaration,
  role: Role,
  place: Place,
): "refused" | "unknown" | "let in" {
  if (asks === "signedIn" || asks === "door") return "let in";
  const reach = asks === "countryReader" ? null : reachOf(heldBy(role), asks);
  if (reach === null) return "refused";
  if (of === undefined || of === "own") return "let in";
  if (place === "other province") return "unknown";
  // Everybody reads records; nobody changes another's.
  if (ownersOnly) return reach.kind === "units" && place === "own unit" ? "let in" : "refused";
  return reach.kind === "units" && place === "other unit" ? "unknown" : "let in";
}

function outcomeOf({ status, text }: Walked, { of }: RouteDeclaration): string {
  if (status >= 500 || status === 400 || status === 401) return `${status} ${text.slice(0, 200)}`;
  if (status === 403) return "refused";
  return status === 404 && of !== undefined && of !== "own" ? "unknown" : "let in";
}

/** Words of places, and of the personal data there, that the role must not see in any answer. */
function hiddenMarks(role: Role, { showsBy = "see-tasks" }: RouteDeclaration): readonly string[] {
  const reach = reachOf(heldBy(role), showsBy);
  const others = reach?.kind === "province" ? [] : [held["other unit"].mark];
  const personal = reachOf(heldBy(role), "see-personal-data");
  const theirs = personal?.kind === "province" ? [] : [mailMark(held["other unit"].mark)];
  return [
    ...[held["other province"].mark, mailMark(held["other province"].mark), ...others, ...theirs],
    ...(reach === null ? [held["own unit"].mark] : []),
    ...(personal === null ? [mailMark(held["own unit"].mark)] : []),
  ];
}

describe("every route of the application", () => {
  it("says what it asks, and no declaration is of a route that is not there", async () => {
    const names = (await allRoutes()).map(({ name }) => name);
    expect(names.toSorted()).toEqual(Object.keys(routeDeclarations).toSorted());
  });

  it("refuses who is not signed in, who works for no province, and who has no role", async () => {
    const routes = await allRoutes();
    for (const route of routes) {
      const { asks } = declarationOf(route.name);
      if (asks === "door") continue;
      expect({ route: route.name, status: (await walk(route, null, "own unit")).status }).toEqual({
        ...{ route: route.name, status: 401 },
      });
      if (asks === "signedIn") continue;
      const lost = await walk(route, "an", "own unit");
      expect({ route: route.name, refused: lost.text.includes("register.no-province") }).toEqual({
        ...{ route: route.name, refused: true },
      });
      const roleless = await walk(route, "roleless", "own unit");
      expect({ route: route.name, status: roleless.status }).toEqual({ route: route.name, status: 403 });
    }
  });

  it("asks for a new proof where its declaration says so, and nowhere else", async () => {
    const asked: string[] = [];
    const declared: string[] = [];
    for (const route of await allRoutes()) {
      const { asks, proof } = declarationOf(route.name);
      if (asks === "door") continue;
      if (proof) declared.push(route.name);
      const walked = await walk(route, "mai; stale", "own unit");
      if (walked.text.includes("account.proof-needed")) asked.push(route.name);
    }
    expect(asked).toEqual(declared);
    expect(declared.length).toBeGreaterThan(10);
  });

  it("answers each role, in its own unit, another unit and another province, as the table of rights says", async () => {
    const routes = await allRoutes();
    const wrong: string[] = [];
    let asked = 0;
    for (const route of routes)
      for (const role of roles)
        for (const place of places) {
          const declared = declarationOf(route.name);
          // Doors end sessions and make people; they ask for no role.
          if (declared.asks === "door") continue;
          const walked = await walk(route, role, place);
          asked += 1;
          const [outcome, expected] = [outcomeOf(walked, declared), expectedOf(declared, role, place)];
          if (outcome !== expected)
            wrong.push(`${route.name} as ${role}, ${place}: ${outcome}, should be ${expected}`);
          for (const mark of hiddenMarks(role, declared))
            if (walked.text.includes(mark)) wrong.push(`${route.name} as ${role}, ${place}: shows ${mark}`);
        }
    expect(wrong).toEqual([]);
    expect(app.bugs).toEqual([]);
    const doors = routes.filter(({ name }) => declarationOf(name).asks === "door").length;
    console.info(
      `${routes.length} routes (${doors} of them doors) × ${roles.length} roles × ${places.length} places: ${asked} requests, each as the table of rights says`,
    );
  }, 240_000);
});
