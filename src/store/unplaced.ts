import { type RawBuilder, sql } from "kysely";
import type { DocumentReferenceLine } from "../domain/duty/registered-document.ts";
import type {
  CountedUnplaced,
  UnplacedFilter,
  UnplacedKey,
  UnplacedMark,
  UnplacedPart,
} from "../domain/duty/unplaced.ts";
import {
  kindsToLookAt,
  type UnplacedCode,
  type UnplacedKind,
  unplacedKinds,
  unplacedReasons,
} from "../domain/language/unplaced-reasons.ts";
import type { ProvinceId } from "./database.ts";
import { referenceColumns } from "./documents.ts";
import { documentWithin, type Sight } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./document-tables.ts";

type Condition = RawBuilder<unknown>;

// The keys of the catalogue are its codes.
const codes = Object.keys(unplacedReasons) as readonly UnplacedCode[];
const patternOf = (code: UnplacedCode) => unplacedReasons[code].vi.replace("{ref}", "%");

/** Whether the reason of a part is one of these. */
function hasReason(wanted: readonly UnplacedCode[]): Condition {
  const patterns = wanted.map(patternOf);
  const exact = patterns.filter((pattern) => !pattern.includes("%"));
  const open = patterns.filter((pattern) => pattern.includes("%"));
  return sql`(e.part->>'why' = any(${exact}::text[]) or e.part->>'why' like any(${open}::text[]))`;
}

/** Whether a part is of one of these kinds; what no catalogue knows is text to be looked at. */
function ofKinds(kinds: readonly UnplacedKind[]): Condition {
  const inKinds = (of: readonly UnplacedKind[]) =>
    hasReason(codes.filter((code) => of.includes(unplacedReasons[code].kind)));
  if (!kinds.includes("text")) return inKinds(kinds);
  return sql`not ${inKinds(unplacedKinds.filter((kind) => !kinds.includes(kind)))}`;
}

/** The parts that readings (under `r`) left out, under `e` (`part`, `n` from 1), with their marks under `m`. */
const parts = sql`document_reading r
  cross join lateral jsonb_array_elements(r.left_out) with ordinality as e (part, n)
  left join unplaced_mark m on m.province_id = r.province_id and m.document_id = r.document_id
   and m.position = e.n - 1`;

/** How many parts of some documents (a condition on `r.document_id`) are to be looked at, as an expression. */
export function countToLookAt(province: ProvinceId, documents: Condition): RawBuilder<number> {
  return sql`(select count(*)::int from ${parts}
    where r.province_id = ${province} and ${documents} and m.mark is null and ${ofKinds(kindsToLookAt)})`;
}

/** The readings of documents in sight. */
function inSight(sight: Sight): Condition {
  return sql`r.province_id = ${sight.province} and ${documentWithin(sight, sql`r.document_id`)}`;
}

function conditionsOf(sight: Sight, { document, kind, code, mark }: UnplacedFilter): Condition {
  const conditions = [
    inSight(sight),
    mark === "open" ? sql`m.mark is null` : sql`m.mark = ${mark}`,
    ...(document === null ? [] : [sql`r.document_id = ${document}::uuid`]),
    ...(kind === null ? [] : [ofKinds(kind === "look" ? kindsToLookAt : [kind])]),
    ...(code === null ? [] : [code === "other" ? sql`not ${hasReason(codes)}` : hasReason([code])]),
  ];
  return sql.join(conditions, sql` and `);
}

interface PartRecord extends DocumentReferenceLine {
  readonly position: number;
  readonly what: string;
  readonly where: string;
  readonly why: string;
  readonly mark: UnplacedMark | null;
  readonly reason: string | null;
  readonly at: Date | null;
  readonly by: string | null;
  readonly finding_id: string | null;
  readonly turn: number;
}

const partColumns = sql`${referenceColumns("d")}, (e.n - 1)::int as position, e.part->>'what' as what,
  e.part->>'where' as "where", e.part->>'why' as why, m.mark, m.reason, m.at, coalesce(u.name, m.who) as by, m.finding_id`;
const partJoins = sql`join document d on d.province_id = r.province_id and d.id = r.document_id
  left join accounts.users u on u.id = m.who`;

/** Where a page begins: behind this part, whose document has this turn. */
export interface AfterUnplaced extends UnplacedKey {
  readonly turn: number;
}

/** A page of parts, documents newest first, each in the order of its books. One statement. */
export async function findUnplaced(
  transaction: ProvinceTransaction,
  sight: Sight,
  request: { readonly filter: UnplacedFilter; readonly after: AfterUnplaced | null; readonly limit: number },
): Promise<{ readonly parts: readonly UnplacedPart[]; readonly next: AfterUnplaced | null }> {
  const { filter, after, limit } = request;
  // Days before a far day: smaller is newer, so that one direction orders all.
  const turn = sql`coalesce(date '2200-01-01' - d.issued_on, 1000000)`;
  const beyond =
    after === null
      ? sql`true`
      : sql`(${turn}, d.id, e.n) > (${after.turn}, ${after.document}::uuid, ${after.position + 1})`;
  const { rows } = await sql<PartRecord>`
    select ${partColumns}, ${turn} as turn from ${parts} ${partJoins}
     where ${conditionsOf(sight, filter)} and ${beyond}
     order by ${turn}, d.id, e.n limit ${limit + 1}`.execute(transaction);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    parts: shown.map(partOf),
    next: last ? { turn: last.turn, document: last.id, position: last.position } : null,
  };
}

function partOf(row: PartRecord): UnplacedPart {
  const { id, number, kindName, issuer, issuedOn, subject, fileName } = row;
  return {
    document: { id, number, kindName, issuer, issuedOn, subject, fileName },
    ...{ position: row.position, what: row.what, where: row.where, why: row.why },
    marked:
      row.mark === null || row.at === null
        ? null
        : {
            mark: row.mark,
            reason: row.reason,
            at: row.at,
            by: row.by ?? "",
            findingId: row.finding_id,
          },
  };
}

/** All parts that the readings left out, counted by document, reason and mark. One statement. */
export async function countUnplaced(
  transaction: ProvinceTransaction,
  sight: Sight,
): Promise<readonly CountedUnplaced[]> {
  const named = codes.filter((code) => unplacedReasons[code].vi.includes("{ref}"));
  const why = sql`case ${sql.join(
    named.map((code) => sql`when e.part->>'why' like ${patternOf(code)} then ${unplacedReasons[code].vi}`),
    sql` `,
  )} else e.part->>'why' end`;
  const { rows } = await sql<DocumentReferenceLine & Pick<CountedUnplaced, "why" | "mark" | "count">>`
    select ${referenceColumns("d")}, counted.why, counted.mark, counted.count
      from (select r.document_id, ${why} as why, coalesce(m.mark, 'open') as mark, count(*)::int as count
              from ${parts} where ${inSight(sight)} group by 1, 2, 3) as counted
      join document d on d.province_id = ${sight.province} and d.id = counted.document_id`.execute(
    transaction,
  );
  return rows.map(({ why: reason, mark, count, ...document }) => ({ document, why: reason, mark, count }));
}

/** Parts by document and position, in no order; those that are none are left out. One statement. */
export async function loadUnplaced(
  transaction: ProvinceTransaction,
  sight: Sight,
  keys: readonly UnplacedKey[],
): Promise<readonly UnplacedPart[]> {
  const { rows } = await sql<PartRecord>`
    select ${partColumns}, 0 as turn
      from unnest(${keys.map((key) => key.document)}::uuid[], ${keys.map((key) => key.position)}::int[])
             as wanted (document, position)
      join (${parts} ${partJoins})
        on r.document_id = wanted.document and e.n - 1 = wanted.position
     where ${inSight(sight)}`.execute(transaction);
  return rows.map(partOf);
}

/** Writes what a person said of parts. One statement. */
export async function saveMarks(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  keys: readonly UnplacedKey[],
  said: {
    readonly mark: UnplacedMark;
    readonly reason: string | null;
    readonly findingId: string | null;
    readonly at: Date;
    readonly who: string;
  },
): Promise<void> {
  await sql`
    insert into unplaced_mark (province_id, document_id, position, mark, reason, finding_id, at, who)
    select ${province}, wanted.document, wanted.position, ${said.mark}, ${said.reason}, ${said.findingId}::uuid,
           ${said.at}, ${said.who}
      from unnest(${keys.map((key) => key.document)}::uuid[], ${keys.map((key) => key.position)}::int[])
             as wanted (document, position)`.execute(transaction);
}

/** Takes back what was said of parts. One statement. */
export async function removeMarks(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  keys: readonly UnplacedKey[],
): Promise<void> {
  await sql`
    delete from unplaced_mark m
     using unnest(${keys.map((key) => key.document)}::uuid[], ${keys.map((key) => key.position)}::int[])
             as wanted (document, position)
     where m.province_id = ${province} and m.document_id = wanted.document
       and m.position = wanted.position`.execute(transaction);
}

/** Lets others who mark parts of these documents wait until the transaction ends. One statement. */
export async function lockUnplaced(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  documents: readonly string[],
): Promise<void> {
  await sql`select 1 from document where province_id = ${province} and id = any(${documents}::uuid[])
             order by id for update`.execute(transaction);
}
