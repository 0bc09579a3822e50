import type { Addressee, AddresseeRole } from "./addressee.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { remarkAt } from "./remarks.ts";
import type { BodyMatch } from "./scene.ts";
import { type AddresseeContext, asWritten, type Scene, sceneOf } from "./scene.ts";
import type { SharedHead } from "./shared-head.ts";

/** Where the reading of one list stands: changed step by step by the functions below, never seen outside. */
export interface ListReading {
  readonly scene: Scene;
  at: number;
  readonly addressees: Addressee[];
  readonly unplaced: string[];
  doubt: number;
  /** A run of common nouns not yet closed: indexes of words. */
  run: { readonly from: number; end: number; readonly textFrom: number } | null;
  shared: SharedHead | null;
  role: AddresseeRole;
  roleSaid: boolean;
  /** First addressee that a role said after the names still covers. */
  groupFrom: number;
  /** Where the group before it began. */
  lastGroupFrom: number;
  /** Indexes of addressees whose role the cell says. */
  readonly said: Set<number>;
  /** Whether a role stands before the names that follow. */
  announced: boolean;
  /** Whether the cell says behind a name that it leads ("chủ trì"), so that those without a role do not. */
  leadNamed: boolean;
  /** Whether the word before belongs to a name, so that more words in the same item are leftovers. */
  justNamed: boolean;
}

export function newReading(scene: Scene): ListReading {
  return {
    scene,
    at: 0,
    addressees: [],
    unplaced: [],
    doubt: 0,
    run: null,
    shared: null,
    role: "lead",
    roleSaid: false,
    groupFrom: 0,
    lastGroupFrom: 0,
    said: new Set(),
    announced: false,
    leadNamed: false,
    justNamed: false,
  };
}

function add(reading: ListReading, addressee: Addressee): void {
  if (reading.announced) reading.said.add(reading.addressees.length);
  reading.addressees.push(addressee);
}

export function addUnit(reading: ListReading, match: BodyMatch, textFrom: number): void {
  closeRun(reading);
  const unit = match.name ?? "";
  const text = textOf(reading.scene, textFrom, match.end);
  add(reading, { unit, text, role: reading.role, share: null });
  reading.doubt = Math.max(reading.doubt, match.doubt);
  reading.at = match.end;
  reading.justNamed = true;
}

/** Adds words to the open run, or opens one; `officeFrom` is where an office before them begins. */
export function addCollective(
  reading: ListReading,
  from: number,
  end: number,
  officeFrom: number | null,
  doubt = 0,
): void {
  if (reading.run) reading.run.end = end;
  else reading.run = { from, end, textFrom: officeFrom ?? from };
  reading.doubt = Math.max(reading.doubt, doubt);
  reading.shared = null;
  reading.justNamed = false;
  reading.at = end;
}

/** Closes the open run of common nouns: it becomes one collective. */
export function closeRun(reading: ListReading): void {
  const { run, scene } = reading;
  if (!run) return;
  reading.run = null;
  add(reading, {
    collective: asWritten(scene, run.from, run.end),
    text: textOf(scene, run.textFrom, run.end),
    role: reading.role,
    share: null,
  });
  reading.justNamed = true;
}

/**
 * A role said before names ("Phối hợp: …") holds for what follows; said after them ("… phối hợp") for the names of its
 * part of the list.
 */
export function assignRole(reading: ListReading, role: AddresseeRole, announces: boolean): void {
  closeRun(reading);
  if (announces) {
    reading.role = role;
    reading.announced = true;
  } else {
    replaceGroup(reading, (addressee) => ({ ...addressee, role }));
    for (let i = reading.groupFrom; i < reading.addressees.length; i++) reading.said.add(i);
  }
  reading.roleSaid = true;
  reading.lastGroupFrom = announces ? reading.addressees.length : reading.groupFrom;
  reading.groupFrom = reading.addressees.length;
  reading.justNamed = false;
}

/** Where some are said to lead ("Sở A chủ trì, Sở B"), those of which nothing is said take part. */
export function withRolesLeftOut({ addressees, said, leadNamed }: ListReading): readonly Addressee[] {
  return leadNamed
    ? addressees.map((addressee, i) => (said.has(i) ? addressee : { ...addressee, role: "with" }))
    : addressees;
}

/** A percentage is the last body's own; "theo phần việc" is said of all that stand before it. */
export function assignShare(reading: ListReading, share: string): void {
  closeRun(reading);
  if (share.endsWith("%")) reading.groupFrom = Math.max(reading.groupFrom, reading.addressees.length - 1);
  // "Bộ X chủ trì theo chức năng": the group that the role has just closed.
  if (reading.groupFrom === reading.addressees.length) reading.groupFrom = reading.lastGroupFrom;
  if (reading.groupFrom >= reading.addressees.length) reading.unplaced.push(share);
  replaceGroup(reading, (addressee) => ({ ...addressee, share: addressee.share ?? share }));
}

function replaceGroup(reading: ListReading, change: (addressee: Addressee) => Addressee): void {
  for (const [i, addressee] of reading.addressees.entries())
    if (i >= reading.groupFrom) reading.addressees[i] = change(addressee);
}

export function leaveUnplaced(reading: ListReading, end: number): void {
  const to = Math.max(end, reading.at + 1);
  reading.unplaced.push(asWritten(reading.scene, reading.at, to));
  reading.doubt = Math.max(reading.doubt, 0.3);
  reading.at = to;
}

type Read = (
  text: string,
  gazetteer: Gazetteer,
  context: AddresseeContext,
) => { readonly addressees: readonly Addressee[] };

/**
 * A bracket after a name: a role, a share, or words that stay part of the text; after a collective the bodies that it
 * names. Moves past it and returns true, unless nothing stands before the bracket: then it is read like other text.
 */
export function closeBracket(reading: ListReading, read: Read): boolean {
  const { scene } = reading;
  const first = scene.words[reading.at];
  const open = scene.text.lastIndexOf("(", first?.start);
  const close = scene.text.indexOf(")", first?.start);
  const isRun = reading.run !== null;
  closeRun(reading);
  const last = reading.addressees.at(-1);
  if (!last || close < 0) return false;
  let end = reading.at;
  while (end < scene.words.length && (scene.words[end]?.start ?? 0) < close) end++;
  const inner = scene.text.slice(open + 1, close);
  const remark = remarkAt(sceneOf(inner, scene.gazetteer, scene.context, "list"), 0, true);
  const members = isRun
    ? read(inner, scene.gazetteer, scene.context).addressees.filter((a) => "unit" in a)
    : [];
  const text = `${last.text} (${inner})`;
  const index = reading.addressees.length - 1;
  if (remark?.kind === "role") {
    reading.addressees[index] = { ...last, text };
    assignBracketed(reading, remark.role, inner, end);
  } else if (remark?.kind === "share") reading.addressees[index] = { ...last, text, share: remark.share };
  else if (members.length > 0) {
    reading.addressees[index] = { ...last, text };
    for (const member of members) reading.addressees.push({ ...member, role: reading.role });
  } else if (isRun && "collective" in last)
    reading.addressees[index] = { ...last, collective: `${last.collective} (${inner})`, text };
  else reading.addressees[index] = { ...last, text };
  reading.at = end;
  return true;
}

/**
 * A role in brackets is that of the name before it; of the whole run when it ends its part of the list and somebody's
 * role was said before ("Sở A (chủ trì); Sở B, Sở C (phối hợp)"), or when all of the run lead.
 */
function assignBracketed(reading: ListReading, role: AddresseeRole, inner: string, end: number): void {
  const last = reading.addressees.length - 1;
  const next = reading.scene.words[end];
  const ends = next === undefined || /[;\n]/.test(next.gap);
  const ofRun = ends && (role === "lead" || (role === "with" && reading.leadNamed));
  const from = reading.groupFrom;
  if (!ofRun) reading.groupFrom = last;
  assignRole(reading, role, false);
  if (!ofRun && role !== "lead" && role !== "with") reading.groupFrom = from;
  if (saysLead(inner)) reading.leadNamed = true;
}

/** Whether words say who leads, and not that several do. */
export function saysLead(words: string): boolean {
  return (
    /chủ trì|chịu trách nhiệm chính/iu.test(words.normalize("NFC")) &&
    !/đồng chủ/iu.test(words.normalize("NFC"))
  );
}

function textOf(scene: Scene, from: number, to: number): string {
  return scene.text.slice(scene.words[from]?.start, scene.words[to - 1]?.end);
}

/** One body named twice in one role ("UBND tỉnh, Chủ tịch UBND tỉnh") is one addressee; its text keeps both. */
export function withoutRepeats(addressees: readonly Addressee[]): readonly Addressee[] {
  const kept: Addressee[] = [];
  for (const addressee of addressees) {
    const before = kept.findIndex(
      (other) =>
        "unit" in other &&
        "unit" in addressee &&
        other.unit === addressee.unit &&
        other.role === addressee.role,
    );
    const first = kept[before];
    if (first) kept[before] = { ...first, text: `${first.text}, ${addressee.text}` };
    else kept.push(addressee);
  }
  return kept;
}
