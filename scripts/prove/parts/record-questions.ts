import type { RecordListAnswer } from "../../../src/contract/record.ts";
import type { Declaration, KindOfField } from "../../../src/domain/cooperation/declaration.ts";
import { filterFields, isOrdered } from "../../../src/domain/cooperation/record-query.ts";

/** Something that a list is asked, as its address. */
export interface Question {
  readonly name: string;
  readonly path: string;
}

/**
 * What people ask of the list of a register: its first page with and without what it may be narrowed by, its last page, a
 * filter of each kind of field and of each column that is worked out, words, and an order by each kind of column.
 */
export async function questionsOf(
  declaration: Declaration,
  get: (path: string) => Promise<RecordListAnswer>,
): Promise<readonly Question[]> {
  const list = `/api/records/${declaration.key}`;
  const first = await get(`${list}?facets=1`);
  const question = (name: string, query: Readonly<Record<string, string>>): Question => ({
    name,
    path: `${list}?${new URLSearchParams(query)}`,
  });
  const filters = narrowing(declaration, first);
  const [common = "", rare = ""] = wordsIn(first);
  return [
    question("first page", { facets: "1" }),
    question("first page without counts", {}),
    question("last page", { limit: "200", ...(await lastPlace(list, get)) }),
    ...filters.map(([name, where]) => question(`filter: ${name}`, { where })),
    question("filter: owner", {
      owner: first.facets?.find(({ field }) => field === "owner")?.value ?? "focal",
    }),
    question("words of many", { q: common }),
    question("words of few", { q: rare }),
    question("words and filters", {
      q: common,
      where: filters
        .slice(0, 2)
        .map(([, where]) => where)
        .join(";"),
    }),
    ...orders(declaration).map((sort) => question(`by ${sort}`, { sort })),
  ];
}

/** One field of each kind, and every column that is worked out, with the value that most records have. */
function narrowing(
  declaration: Declaration,
  { facets }: RecordListAnswer,
): readonly (readonly [name: string, where: string])[] {
  const kinds = new Map<KindOfField, string>();
  for (const { kind, key } of filterFields(declaration).toReversed()) kinds.set(kind, key);
  const keys = [...kinds.values(), ...(declaration.computed ?? []).map(({ key }) => key)];
  return keys.flatMap((key) => {
    const [most] = facets?.filter(({ field }) => field === key) ?? [];
    return most ? [[key, `${key}:${most.value}`] as const] : [];
  });
}

/** Words that stand in many records, and words that stand in few, out of the first title: each ends in a number. */
function wordsIn({ records: [one] }: RecordListAnswer): readonly string[] {
  const words = (one?.title ?? "").split(/[ ,]+/);
  return [words.slice(0, 2).join(" "), words.slice(-3).join(" ")];
}

/** The first column of each kind, both ways for the first one, and every column that is worked out. */
function orders(declaration: Declaration): readonly string[] {
  const kinds = new Map<KindOfField, string>();
  for (const { kind, key } of declaration.fields.toReversed())
    if (isOrdered(declaration, key)) kinds.set(kind, key);
  const computed = (declaration.computed ?? []).map(({ key }) => key);
  return [declaration.title, `-${declaration.title}`, ...kinds.values(), ...computed, "-changed"];
}

/** Where the last page begins; nothing when it is the first. */
async function lastPlace(
  list: string,
  get: (path: string) => Promise<RecordListAnswer>,
): Promise<Readonly<Record<string, string>>> {
  let place = {};
  let { next } = await get(`${list}?limit=200`);
  while (next !== null) {
    place = { after: next };
    ({ next } = await get(`${list}?${new URLSearchParams({ limit: "200", after: next })}`));
  }
  return place;
}
