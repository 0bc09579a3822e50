import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { type Reach, reachOf } from "../domain/organisation/rights.ts";
import { withProvince } from "../store/database.ts";
import {
  findPeople,
  type ListedPerson,
  loadPerson,
  type PeopleFilter,
  type PeopleSight,
  type PersonPlace,
  type PersonRecord,
  savePerson,
} from "../store/people.ts";
import { type Sight, sightOf } from "../store/sight.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

export type { ListedPerson, PeopleFilter, PersonRecord } from "../store/people.ts";

/** What an actor may see of people: all of whom his right reaches, and personal data of fewer. */
export function peopleSight(actor: Actor, reach: Reach, day: CalendarDate): PeopleSight {
  const personal = reachOf(actor.held, "see-personal-data");
  return {
    sight: sightOf(actor, reach),
    personal: personal && sightOf(actor, personal),
    ...{ self: actor.person, day },
  };
}

export interface PeoplePage {
  readonly people: readonly ListedPerson[];
  readonly total: number;
  readonly next: string | null;
}

/** People of the province by name, page by page. Fails with `register.page-unknown`. */
export async function listPeople(
  actor: Actor,
  request: { readonly filter: PeopleFilter; readonly after: string | null; readonly limit: number },
  { kysely, today }: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<PeoplePage>> {
  const allowed = permit(actor, "see-people");
  if (!allowed.ok) return allowed;
  const after = request.after === null ? null : readPlace(request.after);
  if (request.after !== null && after === null) return fail("register.page-unknown");
  const asking = peopleSight(actor, allowed.value, today());
  return withProvince(kysely, actor.province, async (transaction) => {
    const { next, ...page } = await findPeople(transaction, asking, { ...request, after });
    return succeed({ ...page, next: next && writePlace(next) });
  });
}

function writePlace({ name, id }: PersonPlace): string {
  return Buffer.from(JSON.stringify([name, id])).toString("base64url");
}

function readPlace(word: string): PersonPlace | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(word, "base64url").toString("utf8"));
    const [name, id] = Array.isArray(parsed) ? parsed : [];
    return typeof name === "string" && typeof id === "string" ? { name, id } : null;
  } catch {
    return null;
  }
}

/** One person with posts past, present and to come. */
export interface ShownPerson {
  readonly person: PersonRecord;
  readonly today: CalendarDate;
  /** Whether the actor may edit him and his posts inside units. */
  readonly mayChange: boolean;
  /** Whether the actor may give roles over the province. */
  readonly mayGiveAll: boolean;
}

/** One person; logged as a view where personal data of somebody else are shown. Fails with `people.unknown`. */
export async function showPerson(
  actor: Actor,
  id: string,
  world: RegisterWorld,
): Promise<Result<ShownPerson>> {
  const allowed = permit(actor, "see-people");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const shown = await shownPerson(transaction, actor, allowed.value, id, world);
    if (shown.ok && shown.value.person.email !== null && id !== actor.person)
      await writeHistory(transaction, actor, world, [
        { kind: "view", what: "show-person", subject: `person:${id}`, before: null, after: null },
      ]);
    return shown;
  });
}

/** The person as the transaction sees him. */
export async function shownPerson(
  transaction: ProvinceTransaction,
  actor: Actor,
  reach: Reach,
  id: string,
  { today }: Pick<RegisterWorld, "today">,
): Promise<Result<ShownPerson>> {
  const person = await loadPerson(transaction, peopleSight(actor, reach, today()), id);
  if (person === null) return fail("people.unknown", { id });
  const change = reachOf(actor.held, "change-people");
  const within = change && (await loadPerson(transaction, peopleSight(actor, change, today()), id));
  return succeed({
    ...{ person, today: today(), mayChange: within !== null },
    mayGiveAll: reachOf(actor.held, "change-rights") !== null,
  });
}

/** Everything about a person that may be changed is shown to whom changes it. */
export function changingSight(actor: Actor, reach: Reach, day: CalendarDate): PeopleSight {
  const sight: Sight = sightOf(actor, reach);
  return { sight, personal: { ...sight, reach: { kind: "province" } }, self: actor.person, day };
}

/** Corrects name and telephone in the version seen. Fails with `people.unknown` and `people.changed`. */
export async function editPerson(
  actor: Actor,
  id: string,
  edit: { readonly version: number; readonly name: string; readonly phone: string | null },
  world: RegisterWorld,
): Promise<Result<ShownPerson>> {
  const allowed = permit(actor, "change-people");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const asking = changingSight(actor, allowed.value, world.today());
    const person = await loadPerson(transaction, asking, id, { locked: true });
    if (person === null) return fail("people.unknown", { id });
    if (person.version !== edit.version) return fail("people.changed", { name: person.name });
    const { name, phone } = edit;
    await savePerson(transaction, actor.province, { ...person, name, phone });
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "edit-person", subject: `person:${id}` },
        before: { name: person.name, phone: person.phone },
        after: { name, phone },
      },
    ]);
    return shownPerson(transaction, actor, allowed.value, id, world);
  });
}
