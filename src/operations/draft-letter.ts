import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { DutyRow } from "../domain/duty/duty-query.ts";
import { awaitingStates } from "../domain/duty/duty-state.ts";
import { permit } from "../domain/duty/permission.ts";
import {
  type LateDuty,
  type LetterIssuer,
  type UrgingLetter,
  urgingLetter,
} from "../domain/duty/urging-letter.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { existsOn } from "../domain/organisation/gazetteer.ts";
import type { Unit } from "../domain/organisation/unit.ts";
import { printUrgingLetter } from "../print/urging-letter.ts";
import { withProvince } from "../store/database.ts";
import { loadChosenDuties } from "../store/duties.ts";
import { loadRules } from "../store/province-settings.ts";
import { sightOf } from "../store/sight.ts";
import { loadUnits } from "../store/units.ts";
import { logApart } from "./log-apart.ts";
import type { RegisterWorld } from "./register.ts";

export interface LetterRequest {
  /** Ids of late duties of one unit. */
  readonly duties: readonly string[];
  readonly from: LetterIssuer;
  /** By when an answer is asked for. */
  readonly answerBy: CalendarDate;
}

/**
 * Drafts the official letter that urges one unit over its late duties, as .docx; logged as an export. Nothing is sent
 * and nothing recorded of the duties: the letter is issued with its number elsewhere. Fails with `duty.unknown`,
 * `duty.letter-not-late`, `duty.letter-several-units`, `duty.letter-no-issuer` and `duty.letter-day-past`.
 */
export async function draftLetter(
  actor: Actor,
  { duties: ids, from, answerBy }: LetterRequest,
  world: RegisterWorld,
): Promise<Result<Uint8Array>> {
  const allowed = permit(actor, "record-report");
  if (!allowed.ok) return allowed;
  const today = world.today();
  if (answerBy < today) return fail("duty.letter-day-past", { on: answerBy, today });
  const letter = await withProvince(world.kysely, actor.province, async (transaction) => {
    const rules = await loadRules(transaction, actor.province, today);
    const duties = await loadChosenDuties(transaction, sightOf(actor, allowed.value), ids, rules);
    if (duties.length < new Set(ids).size) return fail("duty.unknown");
    const units = (await loadUnits(transaction, actor.province)).filter((unit) => existsOn(unit, today));
    return letterOf(duties, units, { actor, from, answerBy, today });
  });
  if (!letter.ok) return letter;
  const bytes = await printUrgingLetter(letter.value, today);
  const after = { unit: letter.value.addressee, from, count: ids.length, answerBy };
  await logApart(actor, { kind: "export", what: "draft-letter", subject: "duties", after }, world);
  return succeed(bytes);
}

function letterOf(
  duties: readonly DutyRow[],
  units: readonly Unit[],
  how: {
    readonly actor: Actor;
    readonly from: LetterIssuer;
    readonly answerBy: CalendarDate;
    readonly today: CalendarDate;
  },
): Result<UrgingLetter> {
  const { actor, from, answerBy, today } = how;
  const late = duties.flatMap(lateOf);
  if (late.length < duties.length)
    return fail("duty.letter-not-late", { count: duties.length - late.length });
  const holders = new Set(duties.map(({ holder }) => holder.id));
  if (holders.size !== 1) return fail("duty.letter-several-units", { count: holders.size });
  const addressee = units.find(({ id }) => holders.has(id));
  const issuers = issuersOf(actor, from, units);
  if (!addressee || !issuers) return fail("duty.letter-no-issuer");
  return succeed(urgingLetter(late, { ...issuers, addressee, today, answerBy }));
}

/** Who issues what is drafted, with the people's committee of the province; null: the units do not say. */
export function issuersOf(
  actor: Actor,
  from: LetterIssuer,
  units: readonly Unit[],
): { readonly issuer: Unit; readonly committee: Unit } | null {
  const committee = units.find(({ gazetteerId }) => gazetteerId === "ubnd-tinh");
  const issuer = from === "committee" ? committee : issuerOf(actor, from, units);
  return issuer && committee ? { issuer, committee } : null;
}

/** The Office, or the unit of the post by which the actor follows duties. */
function issuerOf({ held }: Actor, from: "own" | "office", units: readonly Unit[]): Unit | undefined {
  if (from === "office") return units.find(({ gazetteerId }) => gazetteerId === "vp-ubnd");
  const own = held.flatMap(({ role, unit }) =>
    (role === "focalOfficer" || role === "governmentOffice") && unit !== null ? [unit] : [],
  );
  return units.find(({ id }) => own.includes(id));
}

function lateOf({ state, daysLate, lastDay, task, document }: DutyRow): readonly LateDuty[] {
  if (daysLate === 0 || lastDay === null || !awaitingStates.includes(state)) return [];
  return [{ content: task.content, lastDay, daysLate, silent: state === "silent", document }];
}
