import type { ListedLogEntryAnswer } from "../../contract/log.ts";
import type { logWords } from "../../domain/language/web-log.ts";
import { places } from "../places.ts";

export type LogWords = (typeof logWords)["vi"];

type Entry = Pick<ListedLogEntryAnswer, "what" | "kind" | "who" | "subject" | "thing">;

/** What was done; of a refused right, its name in the table of rights. */
export function actOf(
  { what }: Pick<Entry, "what">,
  words: LogWords,
  rights: Readonly<Record<string, string>>,
): string {
  return words.deeds[what] ?? rights[what] ?? what;
}

/** Who did it: a person by name, a part of the program by its own. */
export function whoOf({ who }: Pick<Entry, "who">, words: LogWords): string {
  return who.name ?? words.program(who.id);
}

/** Kind and id of a subject: "task" and "0199…". */
export function partsOf(subject: string): { readonly kind: string; readonly id: string } {
  const at = subject.indexOf(":");
  return at < 0 ? { kind: subject, id: "" } : { kind: subject.slice(0, at), id: subject.slice(at + 1) };
}

/** What an entry concerns: the kind of thing, and its name as far as it has one. */
export function thingOf(
  { subject, thing }: Entry,
  words: LogWords,
  rights: Readonly<Record<string, string>>,
) {
  const { kind, id } = partsOf(subject);
  const name = kind === "right" ? (rights[id] ?? id) : (thing?.name ?? null);
  return { kind: words.things[kind] ?? kind, name };
}

/** Where the thing of an entry is shown; null: nowhere, or it is no longer there. */
export function placeOf({ subject, thing }: Pick<Entry, "subject" | "thing">): string | null {
  const { kind, id } = partsOf(subject);
  switch (kind) {
    case "settings":
      return places.settings;
    case "right":
      return places.rights;
    case "tasks":
      return places.tasks();
    case "log":
      return places.log();
  }
  if (thing === null) return null;
  switch (kind) {
    case "task":
      return places.task(id);
    case "document":
      return places.document(id);
    case "finding":
    case "unplaced":
      return thing.of && places.document(thing.of);
    case "unit":
      return places.unit(id);
    case "person":
      return places.person(id);
    case "collective":
      return places.collectives;
    case "key":
      return places.keys;
    default:
      return null;
  }
}
