import { createHash, randomBytes } from "node:crypto";
import { addDays } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import { calendarWords } from "../domain/language/letters.ts";
import { type Actor, provinceNumber } from "../domain/organisation/actor.ts";
import { calendarText } from "../exchange/calendar.ts";
import {
  type CalendarLink,
  findCalendarDuties,
  findWorker,
  insertCalendarLink,
  loadCalendarLink,
  ownerOfLink,
  revokeCalendarLink,
} from "../store/calendar-links.ts";
import { withProvince } from "../store/database.ts";
import { heldRolesOf } from "../store/posts.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** What is late stands in a calendar for so many days, what is to come for a year. */
const [daysBefore, daysAfter] = [60, 366];
/** After how many hours a calendar asks again. */
const hours = 6;

/** The person's own link, without its token; null: he has none. */
export async function showCalendarLink(
  actor: Actor,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<CalendarLink | null>> {
  const allowed = permit(actor, "see-duties");
  if (!allowed.ok) return allowed;
  return succeed(await loadCalendarLink(kysely, actor.province, actor.person));
}

/**
 * Makes the person's own link in place of the one he had: 256 random bits, given this once and kept as their SHA-256 (what
 * cannot be guessed needs no slow hash).
 */
export async function makeCalendarLink(
  actor: Actor,
  world: RegisterWorld,
): Promise<Result<{ readonly token: string }>> {
  const allowed = permit(actor, "see-duties");
  if (!allowed.ok) return allowed;
  const { province, person } = actor;
  const token = randomBytes(32).toString("base64url");
  const at = world.clock();
  await withProvince(world.kysely, province, async (transaction) => {
    await revokeCalendarLink(transaction, province, { person, at });
    const id = world.newId();
    await insertCalendarLink(transaction, province, { id, person, hash: hashOf(token), at });
    await writeHistory(transaction, actor, world, [
      { what: "make-calendar-link", subject: `person:${person}`, before: null, after: null },
    ]);
  });
  return succeed({ token });
}

/** Revokes the person's own link at once; where he has none, nothing happens. */
export async function endCalendarLink(actor: Actor, world: RegisterWorld): Promise<Result<null>> {
  const allowed = permit(actor, "see-duties");
  if (!allowed.ok) return allowed;
  const { province, person } = actor;
  return withProvince(world.kysely, province, async (transaction) => {
    if (await revokeCalendarLink(transaction, province, { person, at: world.clock() }))
      await writeHistory(transaction, actor, world, [
        { what: "end-calendar-link", subject: `person:${person}`, before: null, after: null },
      ]);
    return succeed(null);
  });
}

/**
 * The due days of the units in which the owner of a link has posts today, as far as he sees them today. `origin` is where
 * people open the program. Fails with `duty.calendar-unknown` when the link is not or no more, or its owner has left.
 */
export async function readCalendar(
  token: string,
  origin: string,
  { kysely, clock, today }: RegisterWorld,
): Promise<Result<string>> {
  const owner = await ownerOfLink(kysely, hashOf(token), clock());
  const province = owner && provinceNumber(owner.province);
  if (!owner || !province) return fail("duty.calendar-unknown");
  const { person } = owner;
  const day = today();
  return withProvince(kysely, province, async (transaction): Promise<Result<string>> => {
    const worker = await findWorker(transaction, province, { person, day });
    const held = worker ? await heldRolesOf(transaction, province, person, day) : [];
    const allowed = permit({ person, name: worker?.name ?? "", province, held, address: null }, "see-duties");
    if (!allowed.ok) return fail("duty.calendar-unknown");
    // Who sees the whole province still has the due days of his own unit alone.
    const roots =
      allowed.value.kind === "units" ? allowed.value.roots : held.flatMap(({ unit }) => unit ?? []);
    const days = { from: addDays(day, -daysBefore), to: addDays(day, daysAfter) };
    const duties = await findCalendarDuties(transaction, { province, reach: { kind: "units", roots } }, days);
    const words = calendarWords.vi;
    const events = duties.map(({ id, lastDay, ...told }) => ({
      ...{ uid: `duty.${province}.${id}@sauro`, day: lastDay },
      ...{ summary: words.summary(told), description: words.description(told) },
      url: `${origin}/duties/${id}`,
    }));
    return succeed(calendarText(events, { name: words.name, stamp: clock(), hours }));
  });
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
