import { type RawBuilder, sql, type Transaction } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { CollectiveRule } from "../domain/organisation/collective-rule.ts";
import type { Party, PartyAddressee } from "../domain/organisation/task-parties.ts";
import type { ProvinceId } from "./database.ts";
import type { Tables } from "./schema.ts";
import "./unit-tables.ts";

/** A task with what its parties are looked up by. */
export interface AddressedTask {
  readonly id: string;
  readonly assignedOn: CalendarDate;
  /** The body above the issuer, and where the document was issued: what tells the province. */
  readonly issuer: string | null;
  /** It is neither withdrawn nor done as a whole. */
  readonly isOpen: boolean;
  readonly addressees: readonly PartyAddressee[];
}

const rowsAtOnce = 2000;

/** Some tasks, those with a collective in certain words, or those with names that are no unit yet. */
export type WhichTasks =
  | { readonly tasks: readonly string[] }
  | { readonly wordings: readonly string[] }
  | { readonly names: readonly string[] };

/** The task under `t` is neither withdrawn nor done: an occurrence that stands for it is open as long as it has any. */
export const isOpenTask = sql`t.withdrawn_on is null and t.current_done_on is null and t.current_withdrawn_on is null`;

/** An addressee that has no party: none was found, or nobody looked. */
const isOpen = sql`not exists (select from task_party p where p.province_id = a.province_id
                               and p.task_id = a.task_id and p.position = a.position)`;

/** Tasks with their addressees. One statement. */
export async function loadAddressedTasks(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  which: WhichTasks,
): Promise<readonly AddressedTask[]> {
  const chosen =
    "tasks" in which
      ? sql`t.id = any (${which.tasks}::uuid[])`
      : "wordings" in which
        ? sql`t.id in (select task_id from task_addressee where province_id = ${province} and collective
                        and name_key = any (${which.wordings}))`
        : sql`t.id in (select n.task_id from task_addressee n where n.province_id = ${province} and not n.collective
                        and n.name_key = any (${which.names})
                        and not exists (select from task_party p where p.province_id = n.province_id
                                          and p.task_id = n.task_id and p.position = n.position))`;
  return addressedTasks(transaction, province, chosen);
}

/** The next tasks by their ids with those of their addressees that have no party. One statement. */
export function loadOpenAddressees(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly AddressedTask[]> {
  const rest = after === null ? sql`true` : sql`t.id > ${after}::uuid`;
  return addressedTasks(transaction, province, sql`${rest} and ${isOpen}`, limit);
}

async function addressedTasks(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  chosen: RawBuilder<unknown>,
  limit: number | null = null,
): Promise<readonly AddressedTask[]> {
  const { rows } = await sql<AddressedTask>`
    select t.id, t.assigned_on as "assignedOn", coalesce(d.issuer_superior, d.issuer) as issuer,
           (${isOpenTask}) as "isOpen",
           json_agg(json_build_object('position', a.position, 'name', a.name, 'nameKey', a.name_key,
                                      'collective', a.collective, 'gazetteerId', a.gazetteer_id,
                      'named', (select coalesce(json_agg(n.unit_id), '[]') from named_unit n
                                 where n.province_id = a.province_id and n.task_id = a.task_id
                                   and n.name_key = a.name_key and a.role = 'with'))
                    order by a.position) as addressees
      from task t
      join document d on d.province_id = t.province_id and d.id = t.document_id
      join task_addressee a on a.province_id = t.province_id and a.task_id = t.id
     where t.province_id = ${province} and ${chosen}
     group by t.province_id, t.id, d.issuer_superior, d.issuer order by t.id limit ${limit}`.execute(
    transaction,
  );
  return rows;
}

/** The rules that words of documents are bound to, by the key of the words. One statement. */
export async function loadWordings(
  transaction: Transaction<Tables>,
  province: ProvinceId,
): Promise<ReadonlyMap<string, CollectiveRule>> {
  const rows = await transaction
    .selectFrom("collective_wording as w")
    .innerJoin("collective as c", (join) =>
      join.onRef("c.province_id", "=", "w.province_id").onRef("c.id", "=", "w.collective_id"),
    )
    .select(["w.wording_key", "c.rule"])
    .where("w.province_id", "=", province)
    .execute();
  return new Map(rows.map(({ wording_key, rule }) => [wording_key, rule]));
}

/** Who takes over from units that ended by a merger, a split or an end, the one that takes the rest first; with former names. */
export async function loadUnitPast(
  transaction: Transaction<Tables>,
  province: ProvinceId,
): Promise<{
  readonly heirs: ReadonlyMap<string, readonly string[]>;
  readonly formerNames: ReadonlyMap<string, readonly string[]>;
}> {
  const { rows } = await sql<{ unit: string; heirs: readonly string[] | null; name_key: string | null }>`
    select b.unit_id as unit, array_agg(a.unit_id order by a.position) as heirs, null as name_key
      from unit_change c
      join unit_change_part b on b.province_id = c.province_id and b.change_id = c.id and b.side = 'before'
      join unit_change_part a on a.province_id = c.province_id and a.change_id = c.id and a.side = 'after'
      join unit u on u.province_id = b.province_id and u.id = b.unit_id and u.to_day is not null
     where c.province_id = ${province} and c.kind in ('merged', 'split', 'abolished')
       and not exists (select from unit_change_part same where same.province_id = c.province_id
                        and same.change_id = c.id and same.side = 'after' and same.unit_id = b.unit_id)
     group by b.unit_id
    union all
    select unit_id, null, name_key from unit_name where province_id = ${province}`.execute(transaction);
  const names = rows.filter(({ name_key }) => name_key !== null);
  const byName = Map.groupBy(names, ({ name_key }) => name_key ?? "");
  return {
    heirs: new Map(rows.flatMap(({ unit, heirs }) => (heirs ? [[unit, heirs] as const] : []))),
    formerNames: new Map([...byName].map(([key, found]) => [key, found.map(({ unit }) => unit)])),
  };
}

/** Who holds a unit's part in a task. */
export interface HeldPart {
  readonly task: string;
  readonly unit: string;
  readonly holder: string;
  readonly toChoose: boolean;
}

/** Takes the parties of tasks away, and gives who held what. One statement. */
export async function takeParties(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  tasks: readonly string[],
): Promise<readonly HeldPart[]> {
  const { rows } = await sql<HeldPart>`
    delete from task_party where province_id = ${province} and task_id = any (${tasks}::uuid[])
    returning task_id as task, unit_id as unit, holder_id as holder, to_choose as "toChoose"`.execute(
    transaction,
  );
  return rows;
}

/** Adds parties of tasks; one that is there already stays. One statement for each 2,000. */
export async function insertParties(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  tasks: readonly { readonly id: string; readonly parties: readonly Party[] }[],
): Promise<void> {
  const rows = tasks.flatMap(({ id, parties }) => parties.map((party) => ({ ...party, id })));
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce);
    await sql`insert into task_party (province_id, task_id, position, unit_id, holder_id, to_choose)
      select ${province}::int, * from unnest(${some.map(({ id }) => id)}::uuid[],
        ${some.map(({ position }) => position)}::smallint[], ${some.map(({ unit }) => unit)}::uuid[],
        ${some.map(({ holder }) => holder)}::uuid[], ${some.map(({ toChoose }) => toChoose)}::boolean[])
      on conflict do nothing`.execute(transaction);
  }
}
