import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { searchNamesOf } from "../domain/document/search-names.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { type Action, type Reach, reachOf } from "../domain/organisation/rights.ts";
import { searchQuery, wordsForLists, wordsToMark } from "../domain/text/search-query.ts";
import { withProvince } from "../store/database.ts";
import {
  type FoundKind,
  type FoundReference,
  type FoundThing,
  findEverywhere,
  foundKinds,
  type SearchSight,
} from "../store/search.ts";
import { sightOf } from "../store/sight.ts";
import { peopleSight } from "./people.ts";
import { askingOf } from "./records.ts";
import type { ReadingWorld } from "./register.ts";

export type { FoundThing } from "../store/search.ts";

type SearchWorld = Pick<ReadingWorld, "kysely" | "today" | "gazetteer">;

/** Things of one kind that were found, the best first. */
export interface FoundGroup {
  readonly kind: FoundKind;
  readonly things: readonly FoundThing[];
  /** There are more than these. */
  readonly more: boolean;
}

export interface FoundEverywhere {
  /** The kind with the best find first. */
  readonly groups: readonly FoundGroup[];
  /** Words that titles may be marked by (`markFound`). */
  readonly marks: readonly string[];
  /** The words to go on with in the list of a kind. */
  readonly listWords: string;
}

const mostEach = 6;

/**
 * Looks for words in everything of the province that the person may see in the list of its kind: documents, tasks, units,
 * records of cooperation, people. At most six of a kind. Fails with `register.not-allowed` for whom no list is open. One
 * statement.
 */
export async function searchProvince(
  actor: Actor,
  typed: string,
  { kysely, today, gazetteer }: SearchWorld,
): Promise<Result<FoundEverywhere>> {
  const sight = searchSight(actor, today());
  if (!sight.ok) return sight;
  const query = searchQuery(typed, searchNamesOf(gazetteer));
  if (query === null) return succeed({ groups: [], marks: [], listWords: "" });
  const found = await withProvince(kysely, actor.province, (transaction) =>
    findEverywhere(transaction, sight.value, { query, mostEach: mostEach + 1 }),
  );
  const groups = foundKinds
    .map((kind) => found.filter((thing) => thing.kind === kind))
    .filter((things) => things.length > 0)
    .toSorted(([a], [b]) => (a?.rank ?? 0) - (b?.rank ?? 0))
    .map((things): FoundGroup => {
      const kind = things[0]?.kind ?? "task";
      return { kind, things: things.slice(0, mostEach), more: things.length > mostEach };
    });
  return succeed({ groups, marks: wordsToMark(query), listWords: wordsForLists(typed, query) });
}

/**
 * Things that the person opened before, in the order given; those that he may see no longer are left out. Fails as
 * `searchProvince`. One statement.
 */
export async function findOpened(
  actor: Actor,
  things: readonly FoundReference[],
  { kysely, today }: Pick<SearchWorld, "kysely" | "today">,
): Promise<Result<readonly FoundThing[]>> {
  const sight = searchSight(actor, today());
  if (!sight.ok) return sight;
  if (things.length === 0) return succeed([]);
  const found = await withProvince(kysely, actor.province, (transaction) =>
    findEverywhere(transaction, sight.value, { things }),
  );
  return succeed(
    things.flatMap(({ kind, id }) => found.find((thing) => thing.kind === kind && thing.id === id) ?? []),
  );
}

function searchSight(actor: Actor, day: SearchSight["day"]): Result<SearchSight> {
  const of = <Seen>(action: Action, seen: (reach: Reach) => Seen): Seen | null => {
    const reach = reachOf(actor.held, action);
    return reach && seen(reach);
  };
  const within = (reach: Reach) => sightOf(actor, reach);
  const sight: SearchSight = {
    ...{ province: actor.province, day, documents: of("see-documents", within) },
    ...{ tasks: of("see-tasks", within), units: of("see-units", within) },
    records: of("see-records", () => askingOf(actor)),
    people: of("see-people", (reach) => peopleSight(actor, reach, day)),
  };
  const { documents, tasks, units, records, people } = sight;
  const seesAny = [documents, tasks, units, records, people].some((part) => part !== null);
  return seesAny ? succeed(sight) : fail("register.not-allowed", { action: "see-units" });
}
