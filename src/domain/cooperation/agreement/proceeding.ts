import type { CalendarDate } from "../../basics/calendar-date.ts";
import { fail, type Result, succeed } from "../../basics/result.ts";
import type { Holidays } from "../../calendar/holidays.ts";
import { addWorkingDays } from "../../calendar/working-days.ts";
import {
  type AgreementConcern,
  type AgreementProcedure,
  bodiesToAsk,
  type OpinionBody,
} from "./procedure.ts";

/**
 * What a proceeding is for. Amending and extending go the way of concluding (Luật 70/2020/QH14 Điều 33); ending,
 * withdrawing and suspending are decided by the same authority in like manner (Điều 34).
 */
export const proceedingPurposes = [
  ...(["conclude", "amend", "extend"] as const),
  ...(["suspend", "resume", "end", "withdraw"] as const),
] as const;
export type ProceedingPurpose = (typeof proceedingPurposes)[number];

/** Purposes whose outcome is a signed paper; those of the others is a decision that takes effect. */
export const signedPurposes: readonly ProceedingPurpose[] = ["conclude", "amend", "extend"];

/**
 * What happens in a proceeding, with a day.
 * - opinionAsked: the full dossier reached the body; opinionGiven: it answered
 * - partyAsked, partyAnswered: standing bodies of the Party; body, day and number only, never a text
 * - decided, refused: by the deciding authority; dropped: the proposer gave it up
 * - tookEffect: of a signed paper that waits for notices, or of a decision to suspend, resume, end or withdraw
 * - reported, copied, notified: the authorities that have to know were told
 * - renewalDeclined: notice was given that the agreement will not renew by itself
 */
export const agreementActionKinds = [
  ...(["proposed", "opinionAsked", "opinionGiven", "partyAsked", "partyAnswered"] as const),
  ...(["primeMinisterAsked", "primeMinisterAnswered", "decided", "refused", "dropped"] as const),
  ...(["signed", "tookEffect", "reported", "copied", "notified", "renewalDeclined"] as const),
] as const;
export type AgreementActionKind = (typeof agreementActionKinds)[number];

export const opinionAnswers = ["agrees", "comments", "disagrees"] as const;
export type OpinionAnswer = (typeof opinionAnswers)[number];

/** One dated action as it is given. */
export interface GivenAction {
  readonly kind: AgreementActionKind;
  readonly on: CalendarDate;
  /** Whom it was asked of or who answered: one of the procedure's bodies. Null for what concerns no body. */
  readonly body: OpinionBody | null;
  /** The name of the body where the procedure's word names several ("concerned"), or a Party body. */
  readonly bodyName: string | null;
  readonly answer: OpinionAnswer | null;
  readonly documentNumber: string | null;
  /** Words about it; never of what a Party body said. */
  readonly note: string | null;
  /** Of "signed": the last day of validity as the paper gives it anew. */
  readonly validUntil: CalendarDate | null;
}

export interface AgreementAction extends GivenAction {
  readonly id: string;
}

/** One proceeding of an agreement. */
export interface Proceeding {
  readonly purpose: ProceedingPurpose;
  /** Only its outcome is known: inherited, or older than the system. */
  readonly onlyOutcome: boolean;
  /** In the order in which they happened. */
  readonly actions: readonly AgreementAction[];
}

/** What the rules of a proceeding stand on. */
export interface ProceedingRules {
  readonly procedure: AgreementProcedure;
  readonly concerns: readonly AgreementConcern[];
  /** Whether the province asks its Party bodies before it decides: a setting. */
  readonly asksParty: boolean;
  readonly holidays: Holidays;
}

/** One asked opinion, with its answer when there is one. */
export interface AskedOpinion {
  readonly body: OpinionBody;
  readonly name: string | null;
  readonly askedOn: CalendarDate;
  /** The last day of the answer's time. */
  readonly lastDay: CalendarDate;
  readonly answeredOn: CalendarDate | null;
  readonly answer: OpinionAnswer | null;
}

/** The last action of a kind; null when there is none. */
export function latest({ actions }: Proceeding, kind: AgreementActionKind): AgreementAction | null {
  return actions.findLast((action) => action.kind === kind) ?? null;
}

/** Every opinion asked so far, in order. A body that was asked again answers the later asking. */
export function askedOpinions(
  { actions }: Proceeding,
  { procedure, holidays }: ProceedingRules,
): readonly AskedOpinion[] {
  return actions.flatMap((asked, at) => {
    if (asked.kind !== "opinionAsked" || asked.body === null) return [];
    const given = actions
      .slice(at + 1)
      .find((later) => sameBody(later, asked) && later.kind.startsWith("opinion"));
    const answer = given?.kind === "opinionGiven" ? given : null;
    if (given?.kind === "opinionAsked") return [];
    return [
      {
        ...{ body: asked.body, name: asked.bodyName, askedOn: asked.on },
        lastDay: addWorkingDays(asked.on, procedure.opinionDays, holidays),
        ...{ answeredOn: answer?.on ?? null, answer: answer?.answer ?? null },
      },
    ];
  });
}

function sameBody(one: GivenAction, other: GivenAction): boolean {
  return one.body === other.body && one.bodyName === other.bodyName;
}

/** The bodies that the procedure names and nobody has asked yet. */
export function unaskedBodies(proceeding: Proceeding, rules: ProceedingRules): readonly OpinionBody[] {
  const asked = new Set(askedOpinions(proceeding, rules).map(({ body }) => body));
  return bodiesToAsk(rules.procedure, rules.concerns).filter((body) => !asked.has(body));
}

/**
 * A proceeding with one more action. Fails with `agreement.action-not-allowed`, `agreement.action-in-future`,
 * `agreement.action-too-early` (before what it follows), `agreement.body-missing`, `agreement.answer-missing`,
 * `agreement.party-text`, `agreement.not-asked` (a body of the procedure), `agreement.opinion-awaited` (its time has not
 * run out) and `agreement.consent-missing` (a body disagrees and the Prime Minister has not consented, Điều 19).
 */
export function addAction<P extends Proceeding>(
  proceeding: P,
  action: AgreementAction,
  rules: ProceedingRules,
  today: CalendarDate,
): Result<P> {
  if (action.on > today) return fail("agreement.action-in-future", { on: action.on, today });
  const unfit = wordsFault(action);
  if (!unfit.ok) return unfit;
  const before = precedingKind(proceeding, action.kind);
  if (before === null || isClosed(proceeding, action.kind))
    return fail("agreement.action-not-allowed", { kind: action.kind });
  const preceding = before === "nothing" ? null : precedingAction(proceeding, before, action);
  if (before !== "nothing" && preceding === null)
    return fail("agreement.action-not-allowed", { kind: action.kind });
  if (preceding !== null && action.on < preceding.on)
    return fail("agreement.action-too-early", { on: action.on, before: preceding.on });
  if (action.kind === "decided" && !proceeding.onlyOutcome) {
    const ready = readyToDecide(proceeding, rules, action.on);
    if (!ready.ok) return ready;
  }
  return succeed({ ...proceeding, actions: inOrder([...proceeding.actions, action]) });
}

/** What may be recorded next, the words and the day apart. */
export function allowedKinds(proceeding: Proceeding): readonly AgreementActionKind[] {
  return agreementActionKinds.filter((kind) => {
    const before = precedingKind(proceeding, kind);
    const isThere = before === "nothing" || (before !== null && latest(proceeding, before) !== null);
    return isThere && !isClosed(proceeding, kind);
  });
}

/** By day; of one day as they were given. */
function inOrder(actions: readonly AgreementAction[]): readonly AgreementAction[] {
  return [...actions].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

function wordsFault({ kind, body, bodyName, answer, note }: GivenAction): Result<null> {
  const isParty = kind === "partyAsked" || kind === "partyAnswered";
  const needsBody = kind === "opinionAsked" || kind === "opinionGiven";
  if ((needsBody && body === null) || ((isParty || body === "concerned") && !bodyName?.trim()))
    return fail("agreement.body-missing");
  if (isParty && note !== null) return fail("agreement.party-text");
  if ((kind === "opinionGiven" || kind === "primeMinisterAnswered") && answer === null)
    return fail("agreement.answer-missing");
  return succeed(null);
}

/** What must have happened before an action: "nothing" for what may come first, null for what does not belong here. */
function precedingKind(
  { purpose, onlyOutcome, actions }: Proceeding,
  kind: AgreementActionKind,
): AgreementActionKind | "nothing" | null {
  const signs = signedPurposes.includes(purpose);
  const done = signs ? "signed" : "tookEffect";
  switch (kind) {
    case "proposed":
      return actions.length === 0 && !onlyOutcome ? "nothing" : null;
    case "opinionGiven":
      return "opinionAsked";
    case "partyAnswered":
      return "partyAsked";
    case "primeMinisterAnswered":
      return "primeMinisterAsked";
    case "signed":
      return signs ? (onlyOutcome ? "nothing" : "decided") : null;
    case "tookEffect":
      return signs ? "signed" : onlyOutcome ? "nothing" : "decided";
    case "reported":
    case "copied":
      return signs ? "signed" : null;
    case "notified":
      return done;
    case "renewalDeclined":
      return purpose === "end" ? (onlyOutcome ? "nothing" : "proposed") : null;
    default:
      return onlyOutcome ? null : "proposed";
  }
}

/** The action that another follows: an answer follows the asking of the same body. */
function precedingAction(
  { actions }: Proceeding,
  kind: AgreementActionKind,
  action: GivenAction,
): AgreementAction | null {
  const fits = (one: AgreementAction) =>
    one.kind === kind && (action.kind !== "opinionGiven" || sameBody(one, action));
  return actions.findLast(fits) ?? null;
}

/** Nothing follows a refusal or a giving up; what is decided or signed is so once; an answer answers once. */
function isClosed(proceeding: Proceeding, kind: AgreementActionKind): boolean {
  const { actions } = proceeding;
  const has = (one: AgreementActionKind) => latest(proceeding, one) !== null;
  if (has("refused") || has("dropped")) return true;
  const after = has("signed") || (!signedPurposes.includes(proceeding.purpose) && has("tookEffect"));
  const afterwards: readonly AgreementActionKind[] = ["tookEffect", "reported", "copied", "notified"];
  if (after && !afterwards.includes(kind)) return true;
  const once: readonly AgreementActionKind[] = ["decided", "refused", "dropped", "signed", ...afterwards];
  if (kind === "opinionGiven") return false;
  return once.includes(kind) && actions.some((one) => one.kind === kind);
}

/** Whether the deciding authority may decide on a day: all bodies asked and heard, or their time has run out. */
function readyToDecide(proceeding: Proceeding, rules: ProceedingRules, on: CalendarDate): Result<null> {
  const [unasked] = unaskedBodies(proceeding, rules);
  if (unasked !== undefined) return fail("agreement.not-asked", { body: unasked });
  const opinions = askedOpinions(proceeding, rules);
  const awaited = opinions.find(({ answeredOn, lastDay }) => answeredOn === null && on <= lastDay);
  if (awaited) return fail("agreement.opinion-awaited", { body: awaited.body, until: awaited.lastDay });
  if (rules.asksParty && latest(proceeding, "partyAnswered") === null)
    return fail("agreement.party-not-asked");
  const disagrees = opinions.some(({ answer }) => answer === "disagrees");
  if (!disagrees || rules.procedure.onDisagreement === null) return succeed(null);
  const consent = latest(proceeding, "primeMinisterAnswered")?.answer;
  return consent === "agrees" || consent === "comments" ? succeed(null) : fail("agreement.consent-missing");
}
