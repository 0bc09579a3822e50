import { unitePlaces } from "../document/place.ts";
import type { Addressee } from "../organisation/addressee.ts";
import { unclearOf } from "../reading/clears.ts";
import type { TaskFinding } from "../reading/findings.ts";
import { currentFinding, differences, type EditedFields, type EditedFinding } from "./finding-edit.ts";
import { ordered } from "./same-value.ts";

/** A finding that is put among the others of its document, before anybody gave it an id. */
export interface NewFinding extends EditedFinding {
  readonly ref: string;
  /** Between its neighbours; findings stand in this order. */
  readonly position: number;
}

/** Positions of `count` new findings between two others (`next` null: nothing stands behind). */
export function positionsBetween(before: number, next: number | null, count: number): readonly number[] {
  const gap = (next ?? before + 1) - before;
  return Array.from({ length: count }, (_, i) => before + (gap * (i + 1)) / (count + 1));
}

/**
 * The parts that a finding is split into: each is the finding as it was read with what the person made of it and of the
 * part. Their refs are that of the finding with "/1", "/2", …
 */
export function splitFinding(
  finding: EditedFinding & { readonly ref: string; readonly position: number },
  parts: readonly (EditedFields | null)[],
  next: number | null,
): readonly NewFinding[] {
  const positions = positionsBetween(finding.position, next, parts.length);
  return parts.map((edited, i) => {
    const ref = `${finding.ref}/${i + 1}`;
    return { read: { ...finding.read, ref }, edited, ref, position: positions[i] ?? finding.position };
  });
}

/**
 * The one finding that several become, in the order given: their words one under the other, everybody and every place
 * that any of them names. It keeps apart what was read and what people made of the several.
 */
export function mergeFindings(
  findings: readonly (EditedFinding & { readonly ref: string })[],
): EditedFinding & { readonly ref: string } {
  const ref = findings.map((finding) => finding.ref).join("+");
  const read = { ...joined(findings.map((finding) => finding.read)), ref };
  const now = joined(findings.map(currentFinding));
  return { ref, read, edited: differences(read, now, now.doubts) };
}

function joined(tasks: readonly TaskFinding[]): TaskFinding {
  const [first] = tasks;
  if (!first) throw new Error("nothing to merge");
  const leads = distinctBodies(tasks.flatMap((task) => task.leads));
  const leading = new Set(leads.map(nameOf));
  const merged: TaskFinding = {
    ...first,
    content: tasks.map((task) => task.content).join("\n"),
    leads,
    coordinators: distinctBodies(tasks.flatMap((task) => task.coordinators)).filter(
      (addressee) => !leading.has(nameOf(addressee)),
    ),
    leadText: joinWords(tasks.map((task) => task.leadText)),
    coordinatingText: joinWords(tasks.map((task) => task.coordinatingText)),
    time: joinWords(tasks.map((task) => task.time)),
    schedule: joinSchedules(tasks),
    result: joinWords(tasks.map((task) => task.result)),
    targets: tasks.flatMap((task) => task.targets),
    approver: tasks.find((task) => task.approver !== null)?.approver ?? null,
    cells: tasks.flatMap((task) => task.cells),
    sources: unitePlaces(tasks.flatMap((task) => task.sources)),
    alsoAt: tasks.flatMap((task) => task.alsoAt),
    general: tasks.every((task) => task.general),
    doubts: greatestDoubts(tasks),
  };
  return { ...merged, unclear: merged.general ? [] : unclearOf(merged) };
}

function joinWords(texts: readonly (string | null)[]): string | null {
  const said = texts.filter((text) => text !== null && text !== "");
  return said.length === 0 ? null : [...new Set(said)].join("\n");
}

function joinSchedules(tasks: readonly TaskFinding[]): TaskFinding["schedule"] {
  const distinct = new Map(
    tasks.flatMap(({ schedule }) => (schedule ? [[ordered(schedule), schedule]] : [])),
  );
  const schedules = [...distinct.values()].flatMap((schedule) =>
    schedule.kind === "several" ? schedule.parts : [schedule],
  );
  const [only] = schedules;
  return only === undefined || schedules.length === 1
    ? (only ?? null)
    : { kind: "several", parts: schedules };
}

function distinctBodies(bodies: readonly Addressee[]): readonly Addressee[] {
  const known = new Map<string, Addressee>();
  for (const body of bodies) {
    const key = `${nameOf(body)}/${body.role}/${body.share ?? ""}`;
    if (!known.has(key)) known.set(key, body);
  }
  return [...known.values()];
}

function greatestDoubts(tasks: readonly TaskFinding[]): TaskFinding["doubts"] {
  const greatest = new Map<string, number>();
  for (const task of tasks)
    for (const [field, doubt] of Object.entries(task.doubts))
      greatest.set(field, Math.max(doubt, greatest.get(field) ?? 0));
  return Object.fromEntries(greatest);
}

function nameOf(addressee: Addressee): string {
  return "unit" in addressee ? addressee.unit : addressee.collective;
}
