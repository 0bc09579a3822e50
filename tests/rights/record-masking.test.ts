import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { declarations } from "../../src/domain/cooperation/declarations.ts";
import { readOrder, readWhere } from "../../src/domain/cooperation/record-query.ts";
import { reachOf } from "../../src/domain/organisation/rights.ts";
import { jsonRequest, uploadOf } from "../support/register-app.ts";
import { routeDeclarations } from "./route-declarations.ts";
import { numbersIn, type SensitiveField } from "./sensitive-fields.ts";
import {
  answerOf,
  knowsAll,
  mayKnow,
  openSensitiveWorld,
  readAll,
  type SensitiveWorld,
  textOf,
  type Walker,
  walkers,
} from "./sensitive-walk.ts";

/** Which of the places that mask is out of order, to see that the walk finds it. */
const broken = vi.hoisted(() => ({ place: null as string | null }));

vi.mock(import("../../src/domain/cooperation/declarations.ts"), async (original) => {
  const real = await original();
  const { withSensitiveFields } = await import("./sensitive-fields.ts");
  const wide = withSensitiveFields(real.declarations);
  return { declarations: wide, declarationOf: (key) => wide.find((one) => one.key === key) ?? null };
});
vi.mock(import("../../src/domain/cooperation/record.ts"), async (original) => {
  const real = await original();
  const maskRecord: typeof real.maskRecord = (declaration, record, sight) =>
    broken.place === "maskRecord" ? { ...record, hidden: [] } : real.maskRecord(declaration, record, sight);
  const loggedRecord: typeof real.loggedRecord = (declaration, { title, written }) =>
    broken.place === "loggedRecord"
      ? { register: declaration.key, title, values: written }
      : real.loggedRecord(declaration, { title, written });
  return { ...real, maskRecord, loggedRecord };
});
vi.mock(import("../../src/domain/organisation/log-sight.ts"), async (original) => {
  const real = await original();
  const shownRecord: typeof real.shownRecord = (sight, subject, record) =>
    broken.place === "shownRecord" ? { record, hidden: [] } : real.shownRecord(sight, subject, record);
  return { ...real, shownRecord };
});
vi.mock(import("../../src/store/record-rows.ts"), async (original) => {
  const real = await original();
  const isKnownTo: typeof real.isKnownTo = (asking, alias) =>
    broken.place === "isKnownTo" ? sql`true` : real.isKnownTo(asking, alias);
  const isSeenLink: typeof real.isSeenLink = (asking) =>
    broken.place === "isSeenLink" ? sql`true` : real.isSeenLink(asking);
  return { ...real, isKnownTo, isSeenLink };
});

let world: SensitiveWorld;
let byNumber: ReadonlyMap<number, SensitiveField>;

beforeAll(async () => {
  world = await openSensitiveWorld(declarations);
  byNumber = new Map(world.fields.map((field) => [field.n, field]));
}, 240_000);
afterAll(async () => {
  expect(world.app.bugs).toEqual([]);
  await world.app.close();
});

/** The fields that an answer shows of what somebody may not see, each with where it was. */
function shownWrongly(walker: Walker, path: string, text: string): readonly string[] {
  return [...numbersIn(text)].flatMap((n) => {
    const field = byNumber.get(n);
    if (!field) throw new Error(`${path} shows a value numbered ${n}, which no field has`);
    return mayKnow(world, walker, field)
      ? []
      : [`${path} as ${walker.id} shows ${field.register}.${field.field.key} (${field.field.kind})`];
  });
}

describe("what is personal or restricted", { timeout: 600_000 }, () => {
  it("is in every register, of every kind of field", () => {
    expect([...world.records.keys()].toSorted()).toEqual(declarations.map(({ key }) => key).toSorted());
    for (const { key } of declarations) {
      const kinds = world.fields.filter(({ register }) => register === key).map(({ field }) => field.kind);
      expect([key, new Set(kinds).size]).toEqual([key, 16]);
    }
  });

  it("leaves by no route for who has no right to it, over all registers, fields, routes and people", async () => {
    const wrong: string[] = [];
    const routes = new Set<string>();
    let asked = 0;
    for (const walker of walkers)
      for await (const { route, path, text } of readAll(world, walker)) {
        asked += 1;
        routes.add(route.name);
        wrong.push(...shownWrongly(walker, path, text));
      }
    expect(wrong).toEqual([]);
    const reading = Object.keys(routeDeclarations).filter((name) => name.startsWith("get "));
    expect([...routes].toSorted()).toEqual(reading.toSorted());
    console.info(
      `${world.records.size} registers × ${world.fields.length} sensitive fields × ${routes.size} reading routes × ${walkers.length} people: ${asked} requests, nothing shown without the right`,
    );
  });

  it("is shown to everybody who has the right, on pages; in sheets and the log too", async () => {
    const isPage = (name: string) => name === "get /api/records/{register}/{id}";
    for (const walker of walkers) {
      const shown = new Set<number>();
      for await (const { text } of readAll(world, walker, ({ name }) => isPage(name)))
        for (const n of numbersIn(text)) shown.add(n);
      const reads = reachOf(walker.held, "see-records") !== null;
      const known = world.fields.filter(
        (field) =>
          reads && mayKnow(world, walker, field) && (field.isMarked || field.field.key.startsWith("zqk")),
      );
      expect([walker.id, known.filter(({ n }) => !shown.has(n)).map(({ n }) => n)]).toEqual([walker.id, []]);
    }
    for (const path of ["export.xlsx", "export.csv", "/api/log/export.jsonl", "/api/log/export.csv"]) {
      const shown = new Set<number>();
      for await (const answer of readAll(world, knowsAll, (route) => route.path.endsWith(path)))
        for (const n of numbersIn(answer.text)) shown.add(n);
      const missing = world.fields.filter(({ n, isMarked }) => isMarked && !shown.has(n));
      expect([path, missing.map(({ n, field }) => [n, field.kind])]).toEqual([path, []]);
    }
  });

  it("is told by no refusal, question of sameness or look at a list", async () => {
    const wrong: string[] = [];
    let asked = 0;
    const look = async (walker: Walker, path: string, init: RequestInit) => {
      const text = await answerOf(world.app, walker, path, init);
      asked += 1;
      wrong.push(...shownWrongly(walker, `${init.method} ${path}`, text));
      return text;
    };
    const writing = Object.entries(routeDeclarations).filter(
      ([name]) =>
        /^(post|put|patch|delete) \/api\/(records|agreements)/.test(name) && !name.includes("{id}/take"),
    );
    for (const walker of walkers)
      for (const [register, id] of world.records) {
        for (const [name, { sends }] of writing) {
          const [method = "", path = ""] = name.split(" ");
          const filled = path.replace("{register}", register).replace("{id}", id);
          const blank = filled.replace(/\{\w+\}/g, "01990000-0000-7000-8000-000000000000");
          await look(walker, blank, { method: method.toUpperCase(), ...sends?.() });
        }
        // The list that he may take away himself, a letter changed in each row, and the same names once more.
        const list = await world.app.ask(walker.id, `/api/records/${register}/export.csv`);
        const csv = textOf(new Uint8Array(await list.arrayBuffer()));
        const sent = uploadOf(["list.csv", csv.replaceAll("thường", "thường!")]);
        await look(walker, `/api/records/${register}/imports`, sent);
        await look(
          walker,
          `/api/records/${register}/imports`,
          uploadOf(["list.csv", csv.replace(/,[^,\r\n]*\r\n/g, ",\r\n")]),
        );
      }
    expect(wrong).toEqual([]);
    console.info(`${asked} requests that change, refuse or ask back: nothing told without the right`);
  });

  it("is not told by the words that somebody looked for and kept", async () => {
    const [secret] = world.fields.filter(
      ({ register, field }) => register === "cases" && field.key === "reference",
    );
    const q = `zqv${secret?.n}`;
    await answerOf(world.app, knowsAll, `/api/records/cases/export.csv?q=${q}`);
    const view = { name: "Vụ đang theo", place: "cases", query: `q=${q}` };
    await answerOf(world.app, knowsAll, "/api/views", jsonRequest("POST", view));
    for (const walker of walkers)
      for await (const { path, text } of readAll(world, walker, ({ path: of }) => of.startsWith("/api/log")))
        expect(shownWrongly(walker, path, text)).toEqual([]);
  });

  it("orders and narrows no list: who cannot see it cannot feel for it", () => {
    for (const declaration of declarations)
      for (const { register, field, needs } of world.fields) {
        if (register !== declaration.key) continue;
        const isOwn = declaration.restricted && !needs.includes("see-personal-data");
        if (isOwn) continue;
        expect([field.key, readOrder(declaration, field.key).ok]).toEqual([field.key, false]);
        expect([field.key, readWhere(declaration, `${field.key}:x`).ok]).toEqual([field.key, false]);
      }
  });
});

describe("the walk itself", { timeout: 240_000 }, () => {
  afterAll(() => {
    broken.place = null;
  });

  it.each([
    ["maskRecord", "auditor", "/api/records/{register}/{id}", "a page hands out the whole record"],
    ["maskRecord", "auditor", "/api/records/{register}/export.xlsx", "a workbook does"],
    ["maskRecord", "auditor", "/api/records/{register}/export.csv", "a sheet does"],
    ["maskRecord", "auditor", "/api/records/{register}", "a list does"],
    [
      "isKnownTo",
      "auditor",
      "/api/records/{register}/targets",
      "a restricted record is proposed as a target",
    ],
    [
      "isSeenLink",
      "auditor",
      "/api/records/{register}/{id}",
      "the other side of a restricted link tells of it",
    ],
    ["shownRecord", "auditor", "/api/log/{id}", "an entry of the log is shown as it was written"],
    ["shownRecord", "auditor", "/api/log/export.jsonl", "the log is handed out as it was written"],
    ["shownRecord", "auditor", "/api/log/export.csv", "as a sheet too"],
  ])("finds it when %s fails and %s asks %s: %s", async (place, who, path) => {
    const walker = walkers.find(({ id }) => id === who);
    if (!walker) throw new Error(`${who} is nobody`);
    const isWalked = (route: { readonly path: string }) => route.path === path;
    const walked = async () => {
      const wrong: string[] = [];
      for await (const answer of readAll(world, walker, isWalked))
        wrong.push(...shownWrongly(walker, answer.path, answer.text));
      return wrong;
    };
    broken.place = place;
    expect((await walked()).length).toBeGreaterThan(0);
    broken.place = null;
    expect(await walked()).toEqual([]);
  });

  it("finds it when the log is written without parts for what is sensitive", async () => {
    const [partner] = world.fields.filter(
      ({ register, field }) => register === "partners" && field.key === "email",
    );
    const auditor = walkers.find(({ id }) => id === "auditor");
    if (!partner || !auditor) throw new Error("partners have addresses, and auditors are there");
    broken.place = "loggedRecord";
    const id = world.records.get("partners");
    const change = { values: { email: `zqv${partner.n}@khac.vn` }, links: {}, version: 1 };
    await answerOf(world.app, knowsAll, `/api/records/partners/${id}`, jsonRequest("PATCH", change));
    broken.place = null;
    const wrong: string[] = [];
    for await (const { path, text } of readAll(
      world,
      auditor,
      (route) => route.path === "/api/log/export.csv",
    ))
      wrong.push(...shownWrongly(auditor, path, text));
    expect(wrong.length).toBeGreaterThan(0);
  });
});
