import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { meetingList } from "../domain/duty/meeting-list.ts";
import { permit } from "../domain/duty/permission.ts";
import {
  type DueLetter,
  dueLetters,
  type IssuedLetter,
  type LetterKind,
  type UrgedItem,
} from "../domain/duty/urged-item.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { existsOn } from "../domain/organisation/gazetteer.ts";
import { printMeetingList } from "../print/meeting-list.ts";
import { withProvince } from "../store/database.ts";
import { loadRules } from "../store/province-settings.ts";
import { type Sight, sightOf } from "../store/sight.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { loadUnits } from "../store/units.ts";
import { deleteLetter, findLetters, findUrgedItems, insertLetter } from "../store/urging-letters.ts";
import { logApart } from "./log-apart.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** Letters of urging: what the ladder asks for, and what was issued, the newest first. */
export interface UrgingLetters {
  readonly due: readonly DueLetter[];
  readonly issued: readonly IssuedLetter[];
}

/** The letters that whoever follows duties has to have issued, and those that were. */
export async function listLetters(
  actor: Actor,
  world: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<UrgingLetters>> {
  const allowed = permit(actor, "record-report");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, (transaction) =>
    lettersNow(transaction, sightOf(actor, allowed.value), world),
  );
}

async function lettersNow(
  transaction: ProvinceTransaction,
  sight: Sight,
  { today }: Pick<RegisterWorld, "today">,
): Promise<Result<UrgingLetters>> {
  const rules = await loadRules(transaction, sight.province, today());
  const due = dueLetters(await findUrgedItems(transaction, sight, "letter", rules));
  return succeed({ due, issued: await findLetters(transaction, sight.province) });
}

/**
 * Records that a letter was issued to one unit over duties for which the ladder asks for one: the step is over, and the
 * duties count as urged once more. Fails with `duty.letter-day-future` and `duty.letter-not-due`.
 */
export async function recordLetter(
  actor: Actor,
  letter: {
    readonly kind: LetterKind;
    readonly duties: readonly string[];
    readonly number: string;
    readonly issuedOn: CalendarDate;
  },
  world: RegisterWorld,
): Promise<Result<UrgingLetters>> {
  const allowed = permit(actor, "record-report");
  if (!allowed.ok) return allowed;
  const { kind, number, issuedOn } = letter;
  const today = world.today();
  if (issuedOn > today) return fail("duty.letter-day-future", { on: issuedOn, today });
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const asked = new Set(letter.duties);
    const rules = await loadRules(transaction, actor.province, today);
    const items = (await findUrgedItems(transaction, sight, "letter", rules)).filter(({ id }) =>
      asked.has(id),
    );
    const [first] = items;
    if (!first || items.length < asked.size || items.some(({ unit }) => unit.id !== first.unit.id))
      return fail("duty.letter-not-due", { count: asked.size - items.length });
    const id = world.newId();
    const duties = items.map(({ id: duty, lastDay }) => ({ id: duty, lastDay }));
    await insertLetter(transaction, actor.province, {
      ...{ id, unit: first.unit.id, kind, number, issuedOn, duties, at: world.clock(), by: actor.person },
    });
    const after = { number, on: issuedOn, count: duties.length };
    await writeHistory(transaction, actor, world, [
      { what: "record-letter", subject: `unit:${first.unit.id}`, before: null, after },
    ]);
    return lettersNow(transaction, sight, world);
  });
}

/** Takes back that a letter was issued, which was recorded by mistake. Fails with `duty.letter-unknown`. */
export async function removeLetter(
  actor: Actor,
  id: string,
  world: RegisterWorld,
): Promise<Result<UrgingLetters>> {
  const allowed = permit(actor, "record-report");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const removed = await deleteLetter(transaction, actor.province, id);
    if (!removed) return fail("duty.letter-unknown");
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "remove-letter", subject: `unit:${removed.unit}` },
        ...{ before: { number: removed.number }, after: null },
      },
    ]);
    return lettersNow(transaction, sightOf(actor, allowed.value), world);
  });
}

/** The late duties for the chair's meeting; one goes off the list with the act that ends its reason. */
export async function listMeeting(
  actor: Actor,
  { kysely, today }: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<readonly UrgedItem[]>> {
  const allowed = permit(actor, "compare-units");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) => {
    const rules = await loadRules(transaction, actor.province, today());
    return succeed(await findUrgedItems(transaction, sightOf(actor, allowed.value), "meeting", rules));
  });
}

/** The same list as .docx; logged as an export. Fails with `duty.meeting-empty` and `duty.letter-no-issuer`. */
export async function printMeeting(actor: Actor, world: RegisterWorld): Promise<Result<Uint8Array>> {
  const items = await listMeeting(actor, world);
  if (!items.ok) return items;
  if (items.value.length === 0) return fail("duty.meeting-empty");
  const today = world.today();
  const units = await withProvince(world.kysely, actor.province, (transaction) =>
    loadUnits(transaction, actor.province),
  );
  const committee = units.find((unit) => unit.gazetteerId === "ubnd-tinh" && existsOn(unit, today));
  if (!committee) return fail("duty.letter-no-issuer");
  const bytes = await printMeetingList(meetingList(items.value, { committee, today }), today);
  const after = { count: items.value.length };
  await logApart(actor, { kind: "export", what: "print-meeting", subject: "duties", after }, world);
  return succeed(bytes);
}
