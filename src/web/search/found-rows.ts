import type { FoundThingAnswer, SearchAnswer } from "../../contract/search.ts";
import type { Language } from "../../domain/language/language.ts";
import type { searchWords } from "../../domain/language/web-search.ts";
import { searchQuery } from "../../domain/text/search-query.ts";
import type { IconName } from "../components/Icon.tsx";
import { sayDay } from "../day-words.ts";
import { places } from "../places.ts";
import { findPlaces } from "./found-places.ts";

/** One line of what was found. */
export interface FoundRow {
  readonly href: string;
  readonly icon: IconName;
  readonly title: string;
  /** What stands below: number, register, who, day. */
  readonly about: readonly string[];
}

/** Lines under one heading. */
export interface FoundRows {
  readonly name: string;
  readonly rows: readonly FoundRow[];
  /** Ways to the whole list, with the words. */
  readonly lists: readonly { readonly href: string; readonly label: string }[];
}

const icons: Readonly<Record<FoundThingAnswer["kind"], IconName>> = {
  ...{ document: "documents", unit: "units", record: "cooperation", person: "person", task: "tasks" },
};

interface Saying {
  readonly words: (typeof searchWords)["vi"];
  readonly language: Language;
}

/** A thing as a line. */
export function rowOf(thing: FoundThingAnswer, language: Language): FoundRow {
  const { kind, title, number, register, detail, on } = thing;
  const about = [number, register?.[language], detail, on && sayDay(on)];
  return {
    ...{ href: addressOf(thing), icon: icons[kind], title },
    about: about.flatMap((part) => part || []),
  };
}

function addressOf({ kind, id, register }: FoundThingAnswer): string {
  switch (kind) {
    case "document":
      return places.document(id);
    case "unit":
      return places.unit(id);
    case "person":
      return places.person(id);
    case "task":
      return places.task(id);
    case "record":
      return places.record(register?.key ?? "", id);
  }
}

/** What was found for words, as lines under headings: places of the program first, then kinds as the server orders them. */
export function foundRows(
  { groups, listWords }: Pick<SearchAnswer, "groups" | "listWords">,
  typed: string,
  may: Parameters<typeof findPlaces>[1],
  saying: Saying,
): readonly FoundRows[] {
  const { words, language } = saying;
  const query = searchQuery(typed);
  const found = query ? findPlaces(query, may, language) : [];
  const placed: FoundRows = {
    ...{ name: words.places, lists: [] },
    rows: found.map(({ href, name }) => ({ href, title: name, icon: "source", about: [] })),
  };
  const kinds = groups.map(({ kind, things }): FoundRows => {
    const rows = things.map((thing) => rowOf(thing, language));
    return { name: words.kinds[kind], rows, lists: listsOf(kind, things, listWords, saying) };
  });
  return [...(found.length > 0 ? [placed] : []), ...kinds];
}

function listsOf(
  kind: FoundThingAnswer["kind"],
  things: readonly FoundThingAnswer[],
  q: string,
  { words, language }: Saying,
): FoundRows["lists"] {
  if (kind === "record") {
    const registers = new Map(things.flatMap(({ register }) => (register ? [[register.key, register]] : [])));
    return [...registers.values()].map(({ key, ...name }) => ({
      href: places.records(key, { q }),
      label: words.all(name[language]),
    }));
  }
  const list = {
    document: places.documents,
    ...{ unit: places.organisation, person: places.people, task: places.tasks },
  }[kind];
  return [{ href: list({ q }), label: words.all(words.kinds[kind]) }];
}
