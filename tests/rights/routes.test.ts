import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type HeldRole, type Role, reachOf, roles, unitRoles } from "../../src/domain/organisation/rights.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { openRegisterApp, type RegisterApp } from "../support/register-app.ts";
import {
  allRoutes,
  fillPlaces,
  type Holding,
  mailMark,
  ownUnit,
  type Place,
  places,
  type Route,
} from "./places.ts";
import { type RouteDeclaration, routeDeclarations } from "./route-declarations.ts";

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
  held = await fillPlaces(app);
}, 120_000);
afterAll(() => app.close());

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
    .replace("{language}", "vi")
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
    const names = (await allRoutes(app)).map(({ name }) => name);
    expect(names.toSorted()).toEqual(Object.keys(routeDeclarations).toSorted());
  });

  it("refuses who is not signed in, who works for no province, and who has no role", async () => {
    const routes = await allRoutes(app);
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
    for (const route of await allRoutes(app)) {
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
    const routes = await allRoutes(app);
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
