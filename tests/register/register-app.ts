import { randomUUID } from "node:crypto";
import { OpenAPIHono } from "@hono/zod-openapi";
import { addCollectiveRoutes } from "../../src/http/collectives.ts";
import type { AccountsPort } from "../../src/http/dependencies.ts";
import { addOverviewRoutes } from "../../src/http/overview.ts";
import { addSettingsRoutes } from "../../src/http/settings.ts";
import { addTaskEventRoutes } from "../../src/http/task-events.ts";
import { addTaskRoutes } from "../../src/http/tasks.ts";
import { addUnitRoutes } from "../../src/http/units.ts";
import { addUnplacedRoutes } from "../../src/http/unplaced.ts";
import { addViewRoutes } from "../../src/http/views.ts";
import { type FileReading, startReading } from "../../src/intake/read-file.ts";
import type { TaskImportWorld } from "../../src/operations/import-tasks.ts";
import type { EventWorld } from "../../src/operations/record-event.ts";
import type { Rows } from "../../src/store/database.ts";
import { realGazetteer } from "../support/gazetteer.ts";
import { realHolidays } from "../support/holidays.ts";
import { day } from "../support/register-rows.ts";
import { worksThere } from "../support/roles.ts";
import { listenTo } from "../support/statements.ts";
import { visitor } from "../support/visitor.ts";

export const today = day("2026-05-20");

/** People of the tests, by the name in their header "x-person", with the province they work for. */
const people: Readonly<Record<string, { id: string; province: number | null }>> = {
  mai: { id: "mai", province: 52 },
  other: { id: "other", province: 48 },
};

function refused(): never {
  throw new Error("not asked for in these tests");
}

const accounts: AccountsPort = {
  hasAdministrator: async () => true,
  userOf: async (headers) => {
    const person = people[headers.get("x-person") ?? ""];
    return person
      ? visitor({ id: person.id, name: `Người ${person.id}`, email: `${person.id}@vd.vn` })
      : null;
  },
  provinceOf: async (id) => {
    const number = people[id]?.province ?? null;
    return number === null ? null : { id: number, name: `Tỉnh ${number}`, nameEn: `Province ${number}` };
  },
  heldRoles: async () => worksThere,
  provinces: refused,
  chooseProvince: refused,
  signIn: refused,
  signOut: refused,
  checkSetupLink: refused,
  setUp: refused,
};

/** The routes of tasks over a real database; `statements` are what it was asked, session and transaction apart. */
export function registerApp(rows: Rows, reading: FileReading = startReading()) {
  const { kysely, statements } = listenTo(rows);
  let seconds = 0;
  const register: TaskImportWorld & EventWorld = {
    ...{ kysely, reading, gazetteer: realGazetteer(), holidays: realHolidays() },
    // Each look at the clock is a second later, so that what was done first is told first.
    clock: () => new Date(Date.parse("2026-05-20T02:00:00Z") + 1000 * seconds++),
    today: () => today,
    newId: randomUUID,
  };
  const app = new OpenAPIHono();
  const deps = { accounts, register };
  addTaskRoutes(app, deps);
  addTaskEventRoutes(app, deps);
  addOverviewRoutes(app, deps);
  addUnitRoutes(app, deps);
  addUnplacedRoutes(app, deps);
  addCollectiveRoutes(app, deps);
  addViewRoutes(app, deps);
  addSettingsRoutes(app, deps);
  const ask = (path: string, init: RequestInit & { as?: string } = {}) =>
    app.request(`http://localhost${path}`, {
      ...init,
      headers: { "x-person": init.as ?? "mai", ...(init.headers as Record<string, string>) },
    });
  const send = (method: string, path: string, body: unknown, as = "mai") =>
    ask(path, { method, as, body: JSON.stringify(body), headers: { "content-type": "application/json" } });
  return { app, ask, send, statements, register };
}

/** The answer as JSON of the shape that the contract gives it; a refusal fails the test with its text. */
export async function jsonOf<T>(answer: Response | Promise<Response>): Promise<T> {
  const given = await answer;
  if (given.status !== 200) throw new Error(`${given.status}: ${await given.text()}`);
  return (await given.json()) as T;
}

/** The code of a refusal, with its status: "404 register.task-unknown". */
export async function refusalOf(answer: Response | Promise<Response>): Promise<string> {
  const given = await answer;
  const { error } = (await given.json()) as { error?: { code: string } };
  return `${given.status} ${error?.code ?? "no failure"}`;
}
