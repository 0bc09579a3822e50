import { unzipSync } from "fflate";
import type { Declaration, Field } from "../../src/domain/cooperation/declaration.ts";
import {
  type Action,
  type HeldRole,
  reachOf,
  roles,
  unitRoles,
} from "../../src/domain/organisation/rights.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { jsonRequest, openRegisterApp, type RegisterApp } from "../support/register-app.ts";
import { allRoutes, fillPlaces, type Holding, otherUnit, ownUnit, type Route, readAs } from "./places.ts";
import { routeDeclarations } from "./route-declarations.ts";
import { caseLink, markedText, type SensitiveField, sensitiveFields } from "./sensitive-fields.ts";

/** Somebody who asks, with all that he is. */
export interface Walker {
  readonly id: string;
  readonly province: number | null;
  readonly held: readonly HeldRole[];
}

const in52 = (id: string, ...held: readonly HeldRole[]): Walker => ({ id, province: 52, held });
const post = (role: HeldRole["role"], unit: string | null): HeldRole => ({ role, unit, actingFor: null });

/** Who entered everything, and may see everything. */
export const knowsAll = in52(
  "knows-all",
  ...[post("administrator", null), post("focalOfficer", null), post("unitHead", otherUnit)],
);

/** Each role where it is, the heads and officers of the unit that entered records and of the one beside it; and people with no role, no province, and of another one. */
export const walkers: readonly Walker[] = [
  ...roles.map((role) => in52(role, post(role, unitRoles.includes(role) ? ownUnit : null))),
  ...unitRoles.map((role) => in52(`${role}-owner`, post(role, otherUnit))),
  in52("office-owner", post("governmentOffice", otherUnit)),
  in52("roleless"),
  { id: "nowhere", province: null, held: [] },
  { id: "elsewhere", province: 48, held: [post("administrator", null), post("focalOfficer", null)] },
  knowsAll,
];

/** A record of each register with something in every sensitive field, and who may be asked for it. */
export interface SensitiveWorld {
  readonly app: RegisterApp;
  readonly declarations: readonly Declaration[];
  readonly fields: readonly SensitiveField[];
  readonly records: ReadonlyMap<string, string>;
  readonly holding: Holding;
  readonly routes: readonly Route[];
}

/** Whether somebody may see what stands in a field. */
export function mayKnow(
  { declarations }: SensitiveWorld,
  { held, province }: Walker,
  field: SensitiveField,
): boolean {
  const owner = ownerOf(declarations, field.register);
  const covers = (action: Action) => {
    const reach = reachOf(held, action);
    return reach?.kind === "province" || (owner !== null && reach?.roots.includes(owner));
  };
  return province === 52 && field.needs.every(covers);
}

/** Records of units are those of the second one; the others are the focal body's. */
function ownerOf(declarations: readonly Declaration[], register: string): string | null {
  return declarations.find(({ key }) => key === register)?.owned === "each" ? otherUnit : null;
}

export async function openSensitiveWorld(declarations: readonly Declaration[]): Promise<SensitiveWorld> {
  const people = Object.fromEntries(
    walkers.map(({ id, province, held }) => [id, { name: `Người ${id}`, province, held }]),
  );
  const app = await openRegisterApp(() => new Date("2026-03-02T03:00:00Z"), startReading(), people);
  const places = await fillPlaces(app);
  const world = {
    ...{ app, declarations, fields: sensitiveFields(declarations), records: new Map<string, string>() },
    ...{ holding: places["other unit"], routes: await allRoutes(app) },
  };
  for (const { key } of [...declarations].sort(restrictedFirst)) await enter(world, key);
  return world;
}

/** Others link to a case. */
function restrictedFirst(a: Declaration, b: Declaration): number {
  return Number(b.restricted ?? false) - Number(a.restricted ?? false);
}

/** Enters a record of a register, and first those of the registers that it has to link to. */
async function enter(
  world: SensitiveWorld & { readonly records: Map<string, string> },
  register: string,
): Promise<string> {
  const entered = world.records.get(register);
  if (entered !== undefined) return entered;
  const declaration = world.declarations.find(({ key }) => key === register);
  if (!declaration) throw new Error(`${register} is no register`);
  const numbers = new Map(
    world.fields.filter((field) => field.register === register).map(({ field, n }) => [field.key, n]),
  );
  const filled = declaration.fields.filter(
    ({ key, required }) => required || numbers.has(key) || (key === caseLink && !declaration.restricted),
  );
  const values: Record<string, string> = {};
  const links: Record<string, readonly string[]> = {};
  for (const field of filled)
    if (field.kind === "link") links[field.key] = [await targetOf(world, field)];
    else {
      const n = numbers.get(field.key);
      values[field.key] = n === undefined ? plainText(field) : markedText(field, n);
    }
  const owner = ownerOf(world.declarations, register);
  const body = { values, links, owner, sure: true };
  const { id } = await readAs<{ id: string }>(
    world.app,
    knowsAll.id,
    `/api/records/${register}`,
    jsonRequest("POST", body),
  );
  world.records.set(register, id);
  return id;
}

async function targetOf(
  world: SensitiveWorld & { readonly records: Map<string, string> },
  { to }: Extract<Field, { kind: "link" }>,
): Promise<string> {
  const { ids } = world.holding;
  // What everybody knows of is linked to, so that the other side of a link could tell of it.
  if (typeof to !== "object") return ids[to];
  return to.register === "partners" ? ids.record : enter(world, to.register);
}

function plainText(field: Field): string {
  switch (field.kind) {
    case "choice":
    case "choices":
      return field.choices[0]?.key ?? "";
    case "integer":
    case "decimal":
      return String(field.min ?? 1);
    case "money":
      return "1.000.000 VND";
    case "date":
    case "period":
      return "05/08/2026";
    default:
      return markedText(field, 0).replace("zqv0000", "thường");
  }
}

/** Everything that a walker is answered by a route that only reads: each way of filling its blanks and its query. */
export async function* readAll(
  world: SensitiveWorld,
  walker: Walker,
  isWalked: (route: Route) => boolean = () => true,
): AsyncGenerator<{ readonly route: Route; readonly path: string; readonly text: string }> {
  const reading = world.routes.filter(({ method }) => method === "get").filter(isWalked);
  // The log tells of what was walked before it.
  for (const route of reading.toSorted((a, b) => Number(isLog(a)) - Number(isLog(b))))
    for (const path of await pathsOf(world, walker, route))
      yield { route, path, text: await answerOf(world.app, walker, path) };
}

function isLog({ path }: Route): boolean {
  return path.startsWith("/api/log");
}

/** What an answer holds, head and body; the parts of a workbook or a document one after another. */
export async function answerOf(
  app: RegisterApp,
  { id }: Walker,
  path: string,
  init: RequestInit = {},
): Promise<string> {
  const answer = await app.ask(id, path, init);
  const head = [...answer.headers].join("\n");
  return `${head}\n${textOf(new Uint8Array(await answer.arrayBuffer()))}`;
}

export function textOf(bytes: Uint8Array): string {
  const decode = (part: Uint8Array) => new TextDecoder().decode(part);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip ? Object.values(unzipSync(bytes)).map(decode).join("\n") : decode(bytes);
}

/** The ways to fill the blanks of a path and its query, each once. A blank that nobody says how to fill is a mistake. */
async function pathsOf(world: SensitiveWorld, walker: Walker, route: Route): Promise<readonly string[]> {
  const withRegister = route.path.includes("{register}")
    ? [...world.records, ["partners", world.holding.ids.record] as const].map(([register, id]) => ({
        ...{ register, id, path: route.path.replace("{register}", register) },
      }))
    : [{ register: null, path: route.path, id: null }];
  const paths: string[] = [];
  for (const { register, path, id } of withRegister) {
    const ids = !path.includes("{id}") ? [""] : id === null ? await idsFor(world, walker, route) : [id];
    for (const filled of ids.map((one) => path.replace("{id}", one).replace("{position}", "0"))) {
      const whole = filled.replace(
        "{token}",
        filled.includes("{token}") ? await calendarToken(world, walker) : "",
      );
      if (whole.includes("{")) throw new Error(`${route.name}: say what fills the blanks of ${whole}`);
      paths.push(...queriesOf(world, route, register).map((query) => `${whole}${query}`));
    }
  }
  return paths;
}

/** What the blank {id} of a route without a register may name. */
async function idsFor(
  { app, holding, records }: SensitiveWorld,
  walker: Walker,
  route: Route,
): Promise<readonly string[]> {
  const of = routeDeclarations[route.name]?.of;
  if (of !== "own" && of !== "record") return of === undefined ? [] : [holding.ids[of]];
  if (!isLog(route)) return [...records.values()];
  const log = await app.ask(walker.id, "/api/log?limit=200&kind=change");
  return log.status === 200
    ? ((await log.json()) as { entries: { id: string }[] }).entries.map(({ id }) => id)
    : [];
}

async function calendarToken({ app }: SensitiveWorld, { id }: Walker): Promise<string> {
  const made = await app.ask(id, "/api/calendar", { method: "POST" });
  const { path = "" } = (await made.json()) as { readonly path?: string };
  return path.split("/").at(-1) || "none";
}

/** Words of a query that no list of values says. */
const queryWords: Readonly<Record<string, readonly string[]>> = { q: ["zqv"], from: ["2026"], to: ["2026"] };

/** The plain query, and one for each value that each of its parts may have. */
function queriesOf(
  { declarations }: SensitiveWorld,
  { name, parameters }: Route,
  register: string | null,
): readonly string[] {
  const linkFields = new Map(
    declarations
      .find(({ key }) => key === register)
      ?.fields.flatMap((field) => (field.kind === "link" ? [[JSON.stringify(field.to), field.key]] : [])),
  );
  const asked = parameters.filter(({ in: where }) => where === "query");
  const valuesOf = ({ name: of, schema }: Route["parameters"][number]): readonly string[] => {
    if (of === "field") return [...linkFields.values()];
    return queryWords[of] ?? ("enum" in schema ? (schema.enum as readonly string[]) : []); // as OpenAPI has it
  };
  const needed = asked.filter(({ required }) => required);
  const base = needed.map((one): readonly [string, string] => {
    const [first] = valuesOf(one);
    if (first === undefined) throw new Error(`${name}: say in queryWords what fills ${one.name}`);
    return [one.name, first];
  });
  const written = (more: readonly (readonly [string, string])[]) => {
    const query = new URLSearchParams([...base, ...more].map(([key, value]) => [key, value])).toString();
    return query === "" ? "" : `?${query}`;
  };
  const varied = asked.flatMap((one) => valuesOf(one).map((value) => written([[one.name, value]])));
  return [...new Set([written([]), ...varied])];
}
