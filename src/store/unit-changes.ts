import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Unit } from "../domain/organisation/unit.ts";
import type { FormerName } from "../domain/organisation/unit-change.ts";
import { foldedKey } from "../domain/text/fold.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText, plainText } from "./json-text.ts";
import type { PassedOn } from "./record-owners.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import { type KeptChange, unitSearchText } from "./units.ts";
import "./unit-tables.ts";

/** What a change altered, as it stood before: by it the change is taken back. */
export interface ChangeUndo {
  readonly created: readonly string[];
  readonly updated: readonly Unit[];
  readonly names: readonly { readonly unit: string; readonly to: CalendarDate }[];
  readonly parties: readonly {
    readonly task: string;
    readonly position: number;
    readonly unit: string;
    readonly from: string;
    readonly to: string;
  }[];
  /** Posts that ended with the change and the new ones in their place; one without a new one only ended. */
  readonly endedPosts: readonly {
    readonly id: string;
    readonly to: CalendarDate | null;
    readonly next: string | null;
  }[];
  readonly movedPosts: readonly { readonly id: string; readonly from: string }[];
  readonly assignments: readonly { readonly task: string; readonly from: string; readonly to: string }[];
  /** What of cooperation went to heirs; nothing is said in changes from before that was kept. */
  readonly passed?: PassedOn;
}

/** A change as a page shows it. */
export interface ShownChange extends KeptChange {
  readonly at: Date;
  readonly who: string;
  /** It was made here; what came with the province is known without what stood before it. */
  readonly madeHere: boolean;
}

/** Any number that nothing else locks by. */
const treeLock = 5202;

/** Holds other changes of the province's tree up until the transaction ends; `shared`: only that the tree stays as it is. */
export async function lockTree(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  how: "alone" | "shared" = "alone",
): Promise<void> {
  if (how === "alone")
    await sql`select pg_advisory_xact_lock(${treeLock}::int, ${province}::int)`.execute(transaction);
  else
    await sql`select pg_advisory_xact_lock_shared(${treeLock}::int, ${province}::int)`.execute(transaction);
}

/** Writes units as they are after a change. One statement. */
export async function updateUnits(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  units: readonly Unit[],
): Promise<void> {
  if (units.length === 0) return;
  const rows = units.map((unit) => ({
    ...{ id: unit.id, parent: unit.parent, name: plainText(unit.name), short_name: unit.shortName },
    ...{ symbol: unit.symbol, last: unit.to, key: foldedKey(unit.name), words: unitSearchText(unit) },
  }));
  await sql`update unit u set parent_id = w.parent, name = w.name, short_name = w.short_name, symbol = w.symbol,
                             to_day = w.last, name_key = w.key, folded = w.words, version = u.version + 1
      from jsonb_to_recordset(${jsonText(rows)}::jsonb)
        as w (id uuid, parent uuid, name text, short_name text, symbol text, last date, key text, words text)
     where u.province_id = ${province} and u.id = w.id`.execute(transaction);
}

/** Keeps names that units had. */
export async function insertFormerNames(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  names: readonly FormerName[],
): Promise<void> {
  if (names.length === 0) return;
  await transaction
    .insertInto("unit_name")
    .values(
      names.map(({ unit, name, shortName, symbol, to }) => ({
        ...{ province_id: province, unit_id: unit, to_day: to, name, short_name: shortName, symbol },
        name_key: foldedKey(name),
      })),
    )
    .execute();
}

/** Whether a unit has had a name until that day already: it was renamed twice for one day. */
export async function hasFormerName(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { unit, to }: Pick<FormerName, "unit" | "to">,
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from unit_name where province_id = ${province} and unit_id = ${unit} and to_day = ${to}) as found`.execute(
    transaction,
  );
  return rows[0]?.found ?? false;
}

/** Keeps with a change how it is taken back. */
export async function saveUndo(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  change: string,
  undo: ChangeUndo,
): Promise<void> {
  await sql`update unit_change set undo = ${jsonText(undo)}::jsonb where province_id = ${province} and id = ${change}`.execute(
    transaction,
  );
}

/** Changes of the tree that units take part in, newest first. One statement. */
export async function loadChangesOf(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  units: readonly string[],
): Promise<readonly ShownChange[]> {
  const { rows } = await sql<ShownChange>`
    select c.id, c.kind, c.on_day as "on", c.document, c.note, c.at, coalesce(h.name, c.who) as who, c.undo is not null as "madeHere",
           coalesce(json_agg(p.unit_id order by p.position) filter (where p.side = 'before'), '[]') as before,
           coalesce(json_agg(p.unit_id order by p.position) filter (where p.side = 'after'), '[]') as after
      from unit_change c
      left join unit_change_part p on p.province_id = c.province_id and p.change_id = c.id
      left join person h on h.province_id = c.province_id and h.id = c.who
     where c.province_id = ${province}
       and c.id in (select change_id from unit_change_part where province_id = ${province}
                       and unit_id = any (${units}::uuid[]))
     group by c.id, c.kind, c.on_day, c.document, c.note, c.at, c.undo, h.name, c.who
     order by c.on_day desc, c.at desc, c.id desc`.execute(transaction);
  return rows;
}

/** A change with what it takes to undo it, and whether another change of its units came after it; null: unknown. */
export async function loadUndo(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  change: string,
): Promise<{
  readonly kind: KeptChange["kind"];
  readonly on: CalendarDate;
  readonly undo: ChangeUndo | null;
  readonly followed: boolean;
} | null> {
  const { rows } = await sql<{
    kind: KeptChange["kind"];
    on: CalendarDate;
    undo: ChangeUndo | null;
    followed: boolean;
  }>`
    select c.kind, c.on_day as "on", c.undo,
           exists (select from unit_change later
                     join unit_change_part lp on lp.province_id = later.province_id and lp.change_id = later.id
                     join unit_change_part own on own.province_id = c.province_id and own.change_id = c.id
                                              and own.unit_id = lp.unit_id
                    where later.province_id = c.province_id and later.id <> c.id
                      and (later.at, later.id) > (c.at, c.id)) as followed
      from unit_change c where c.province_id = ${province} and c.id = ${change}`.execute(transaction);
  return rows[0] ?? null;
}

/** What stands on units. */
export interface UnitUses {
  readonly tasks: number;
  readonly people: number;
  readonly units: number;
  readonly records: number;
}

/** Why created units cannot go again: what stands on them beside what came with the change. One statement. */
export async function countUses(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  undo: ChangeUndo,
): Promise<UnitUses> {
  const own = [...undo.endedPosts.flatMap(({ next }) => next ?? []), ...undo.movedPosts.map(({ id }) => id)];
  const known = undo.updated.map(({ id }) => id);
  const passed = (undo.passed?.records ?? []).map(({ id }) => id);
  const { rows } = await sql<UnitUses>`
    select (select count(distinct task_id)::int from task_party
             where province_id = ${province} and unit_id = any (${undo.created}::uuid[])) as tasks,
           (select count(*)::int from post where province_id = ${province}
               and unit_id = any (${undo.created}::uuid[]) and not id = any (${own}::uuid[])) as people,
           (select count(*)::int from unit where province_id = ${province}
               and (parent_id = any (${undo.created}::uuid[]) or standing_id = any (${undo.created}::uuid[]))
               and not id = any (${known}::uuid[]) and not id = any (${undo.created}::uuid[])) as units,
           (select count(*)::int from record where province_id = ${province}
               and owner_id = any (${undo.created}::uuid[]) and not id = any (${passed}::uuid[])) as records`.execute(
    transaction,
  );
  return rows[0] ?? { tasks: 0, people: 0, units: 0, records: 0 };
}

/** How many parts of open work that units gave up have come to their heirs since, other than those of a change. */
export async function countLater(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  {
    parties,
    heirs,
  }: { readonly parties: ChangeUndo["parties"]; readonly heirs: ReadonlyMap<string, readonly string[]> },
): Promise<number> {
  const pairs = [...heirs].flatMap(([from, to]) => to.map((heir) => ({ from, heir })));
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
      from task_party p
      join unnest(${pairs.map(({ from }) => from)}::uuid[], ${pairs.map(({ heir }) => heir)}::uuid[]) as h (old, heir)
        on p.unit_id = h.old and p.holder_id = h.heir and h.old <> h.heir
     where p.province_id = ${province}
       and not exists (select from unnest(${parties.map(({ task }) => task)}::uuid[],
                                          ${parties.map(({ unit }) => unit)}::uuid[]) as m (task, unit)
                        where m.task = p.task_id and m.unit = p.unit_id)`.execute(transaction);
  return rows[0]?.count ?? 0;
}

/** Takes a change and what it made out of the tree; everything that points there has been moved before. */
export async function deleteChange(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  change: string,
  { created, names }: Pick<ChangeUndo, "created" | "names">,
): Promise<void> {
  await sql`delete from unit_change_part where province_id = ${province} and change_id = ${change}`.execute(
    transaction,
  );
  await sql`delete from unit_change where province_id = ${province} and id = ${change}`.execute(transaction);
  await sql`delete from unit_name n using unnest(${names.map(({ unit }) => unit)}::uuid[],
              ${names.map(({ to }) => to)}::date[]) as w (unit, last)
             where n.province_id = ${province} and n.unit_id = w.unit and n.to_day = w.last`.execute(
    transaction,
  );
  for (const table of ["unit_name", "unit_code"] as const)
    await sql`delete from ${sql.table(table)} where province_id = ${province} and unit_id = any (${created}::uuid[])`.execute(
      transaction,
    );
  await sql`delete from unit where province_id = ${province} and id = any (${created}::uuid[])`.execute(
    transaction,
  );
}
