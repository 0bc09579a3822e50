import { type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Post } from "../domain/organisation/post.ts";
import type { PostRole } from "../domain/organisation/rights.ts";
import { foldedKey } from "../domain/text/fold.ts";
import type { ProvinceId } from "./database.ts";
import { plainText } from "./json-text.ts";
import { type Sight, unitsWithin } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./unit-tables.ts";

/** A post as lists and pages show it. */
export interface ShownPost extends Post {
  readonly version: number;
  readonly unitName: string | null;
  /** In whose stead he has it; null: his own. */
  readonly absent: string | null;
}

/** A person of the province. Personal fields are null before whom they are not shown. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly leftOn: CalendarDate | null;
  readonly version: number;
  /** Posts of the day. */
  readonly posts: readonly ShownPost[];
}

export interface PeopleFilter {
  /** Words of the name; of the e-mail too for whom personal data are shown. */
  readonly words: string | null;
  /** A unit with all below it. */
  readonly unit: string | null;
  readonly role: PostRole | null;
  readonly left: boolean;
}

/** Who asks: what he sees of the province, and of whom he sees personal data. */
export interface PeopleSight {
  readonly sight: Sight;
  /** Null: of nobody but himself. */
  readonly personal: Sight | null;
  readonly self: string;
  readonly day: CalendarDate;
}

const shownPost = sql`json_build_object('id', p.id, 'person', p.person_id, 'unit', p.unit_id, 'role', p.role,
  'title', p.title, 'from', p.from_day, 'to', p.to_day, 'actingFor', p.acting_for, 'document', p.document,
  'version', p.version, 'unitName', u.name, 'absent', away.name)`;

const postJoins = sql`
  left join unit u on u.province_id = p.province_id and u.id = p.unit_id
  left join post absent on absent.province_id = p.province_id and absent.id = p.acting_for
  left join person away on away.province_id = p.province_id and away.id = absent.person_id`;

const onDay = (day: CalendarDate) =>
  sql`p.from_day <= ${day}::date and (p.to_day is null or p.to_day >= ${day}::date)`;

/** People who have a post, now or at any time, in a unit in sight; all of them for the whole province. */
function personWithin(sight: Sight): RawBuilder<unknown> {
  if (sight.reach.kind === "province") return sql`true`;
  return oneOf(sql`select p.person_id from post p
    where p.province_id = ${sight.province} and p.unit_id = any (${unitsWithin(sight)})`);
}

/** The person under `h` is one of some: an array walks the index once, where a join would look each of them up. */
function oneOf(people: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`h.id = any (array(${people}))`;
}

/** The people under `h` whom the list shows when it is not narrowed. */
export function everybodyIn(asking: PeopleSight): RawBuilder<unknown> {
  return conditionsOf({ words: null, unit: null, role: null, left: false }, asking);
}

/** Whether personal data of the person under `h` are shown. */
function showsPersonal({ personal, self, day }: PeopleSight): RawBuilder<boolean> {
  if (personal?.reach.kind === "province") return sql`true`;
  if (personal === null) return sql`h.id = ${self}`;
  return sql`(h.id = ${self} or h.id in (select p.person_id from post p
    where p.province_id = ${personal.province} and p.unit_id = any (${unitsWithin(personal)}) and ${onDay(day)}))`;
}

function conditionsOf({ words, unit, role, left }: PeopleFilter, asking: PeopleSight): RawBuilder<unknown> {
  const { sight, day } = asking;
  const chosen = { ...sight, reach: { kind: "units" as const, roots: unit === null ? [] : [unit] } };
  const typed = foldedKey(words ?? "")
    .split(" ")
    .filter(Boolean)
    .slice(0, 8);
  const mail = (words ?? "").trim().toLowerCase();
  const has = [
    ...(unit === null ? [] : [sql`p.unit_id = any (${unitsWithin(chosen)})`]),
    ...(role === null ? [] : [sql`p.role = ${role}`]),
  ];
  return sql.join(
    [
      sql`h.province_id = ${sight.province}`,
      personWithin(sight),
      left ? sql`h.left_on < ${day}::date` : sql`(h.left_on is null or h.left_on >= ${day}::date)`,
      ...(typed.length === 0 && mail === "" ? [] : [foundBy(typed, mail, asking)]),
      ...(has.length === 0
        ? []
        : [
            oneOf(sql`select p.person_id from post p where p.province_id = ${sight.province}
                  and ${left ? sql`true` : onDay(day)} and ${sql.join(has, sql` and `)}`),
          ]),
    ],
    sql` and `,
  );
}

/** All words in the name, each as the beginning of one of its words or inside it; or the text in the address shown. */
function foundBy(typed: readonly string[], mail: string, asking: PeopleSight): RawBuilder<unknown> {
  const like = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const byName = typed.map((word) => sql`h.folded like ${like(word)}`);
  const all = byName.length === 0 ? sql`false` : sql`(${sql.join(byName, sql` and `)})`;
  return mail === "" ? all : sql`(${all} or (h.email like ${like(mail)} and ${showsPersonal(asking)}))`;
}

function personColumns(asking: PeopleSight): RawBuilder<unknown> {
  const shows = showsPersonal(asking);
  return sql`h.id, h.name, case when ${shows} then h.email end as email, case when ${shows} then h.phone end as phone,
    h.left_on as "leftOn", h.version`;
}

/** A page of people by name, and how many the filter gives. Two statements. */
export async function findPeople(
  transaction: ProvinceTransaction,
  asking: PeopleSight,
  {
    filter,
    after,
    limit,
  }: { readonly filter: PeopleFilter; readonly after: PersonPlace | null; readonly limit: number },
): Promise<{
  readonly people: readonly ListedPerson[];
  readonly total: number;
  readonly next: PersonPlace | null;
}> {
  const wanted = conditionsOf(filter, asking);
  const behind = after
    ? sql`(h.name collate reference.natural_order, h.id) > (${after.name}, ${after.id})`
    : sql`true`;
  const { rows } = await sql<ListedPerson>`
    with page as materialized (
      select h.* from person h where ${wanted} and ${behind}
       order by h.name collate reference.natural_order, h.id limit ${limit + 1})
    select ${personColumns(asking)},
           coalesce((select json_agg(${shownPost} order by p.from_day, p.id) from post p ${postJoins}
             where p.province_id = h.province_id and p.person_id = h.id and ${onDay(asking.day)}), '[]') as posts
      from page h order by h.name collate reference.natural_order, h.id`.execute(transaction);
  const counted = await sql<{ count: number }>`
    select count(*)::int as count from person h where ${wanted}`.execute(transaction);
  const people = rows.slice(0, limit);
  const last = rows.length > limit ? people.at(-1) : undefined;
  return {
    ...{ people, total: counted.rows[0]?.count ?? 0 },
    next: last ? { name: last.name, id: last.id } : null,
  };
}

/** Where a page of people ends. */
export interface PersonPlace {
  readonly name: string;
  readonly id: string;
}

/** A person with all his posts, newest first, and who acts for him; null: none in sight has this id. One statement. */
export async function loadPerson(
  transaction: ProvinceTransaction,
  asking: PeopleSight,
  id: string,
  { locked = false }: { readonly locked?: boolean } = {},
): Promise<PersonRecord | null> {
  const { rows } = await sql<PersonRecord>`
    select ${personColumns(asking)},
           coalesce((select json_agg(${shownPost} order by p.from_day desc, p.id) from post p ${postJoins}
             where p.province_id = h.province_id and p.person_id = h.id), '[]') as posts,
           coalesce((select json_agg(json_build_object('post', s.acting_for, 'name', w.name, 'from', s.from_day,
                                                       'to', s.to_day) order by s.from_day desc)
              from post s join post o on o.province_id = s.province_id and o.id = s.acting_for
              join person w on w.province_id = s.province_id and w.id = s.person_id
             where o.province_id = h.province_id and o.person_id = h.id), '[]') as "standIns",
           (select count(*)::int from task_assignment a
             where a.province_id = h.province_id and (a.leader = h.id or a.officer = h.id)) as work
      from person h
     where h.province_id = ${asking.sight.province} and h.id = ${id} and ${personWithin(asking.sight)}
     ${locked ? sql`for update of h` : sql``}`.execute(transaction);
  return rows[0] ?? null;
}

export interface PersonRecord extends ListedPerson {
  /** Who acts in one of his posts. */
  readonly standIns: readonly {
    readonly post: string;
    readonly name: string;
    readonly from: CalendarDate;
    readonly to: CalendarDate | null;
  }[];
  /** Tasks of which he is the leader in charge or the officer. */
  readonly work: number;
}

/** The person of an address of mail (lower case) who works for the province on a day; null: nobody, or several. One statement. */
export async function findPersonByMail(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  email: string,
  day: CalendarDate,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const { rows } = await sql<{ id: string; name: string }>`
    select h.id, h.name from person h
     where h.province_id = ${province} and h.email = ${email}
       and (h.left_on is null or h.left_on >= ${day}::date) limit 2`.execute(transaction);
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

/** One post, held until the transaction ends; null: there is none. */
export async function lockPost(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  id: string,
): Promise<(Post & { readonly version: number }) | null> {
  const { rows } = await sql<Post & { readonly version: number }>`
    select id, person_id as person, unit_id as unit, role, title, from_day as "from", to_day as "to",
           acting_for as "actingFor", document, version
      from post where province_id = ${province} and id = ${id}::uuid for update`.execute(transaction);
  return rows[0] ?? null;
}

/** Whether a unit is one of those in sight. */
export async function isUnitWithin(
  transaction: ProvinceTransaction,
  sight: Sight,
  unit: string,
): Promise<boolean> {
  const inReach = sight.reach.kind === "province" ? sql`true` : sql`u.id = any (${unitsWithin(sight)})`;
  const { rows } = await sql`
    select from unit u where u.province_id = ${sight.province} and u.id = ${unit}::uuid and ${inReach}`.execute(
    transaction,
  );
  return rows.length > 0;
}

/** What a person says of himself, in the next version. */
export async function savePerson(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { id, name, phone, leftOn }: Pick<ListedPerson, "id" | "name" | "phone" | "leftOn">,
): Promise<void> {
  await sql`
    update person set name = ${plainText(name)}, phone = ${phone}, left_on = ${leftOn},
           folded = ${foldedKey(name)}, version = version + 1
     where province_id = ${province} and id = ${id}`.execute(transaction);
}

/** Ends posts on a day, with what others have in their stead; such as had not begun are taken away. Gives their ids. */
export async function endPosts(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  posts: readonly string[],
  on: CalendarDate,
): Promise<readonly string[]> {
  const which = sql`province_id = ${province} and (id = any (${posts}::uuid[]) or acting_for = any (${posts}::uuid[]))`;
  const gone = await sql<{ id: string }>`
    delete from post where ${which} and from_day > ${on}::date and acting_for is not null returning id`.execute(
    transaction,
  );
  const notBegun = await sql<{ id: string }>`
    delete from post where ${which} and from_day > ${on}::date returning id`.execute(transaction);
  const ended = await sql<{ id: string }>`
    update post set to_day = ${on}, version = version + 1
     where ${which} and (to_day is null or to_day > ${on}::date) returning id`.execute(transaction);
  return [...gone.rows, ...notBegun.rows, ...ended.rows].map(({ id }) => id);
}

/** Moves work inside units from one person to another; of one unit with all below it, or (null) of all. Gives the tasks. */
export async function moveAssignments(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { from, to, unit }: { readonly from: string; readonly to: string; readonly unit: string | null },
): Promise<readonly string[]> {
  const where =
    unit === null
      ? sql`true`
      : sql`unit_id = any ((select units_under(${province}::int, array[${unit}]::uuid[]))::uuid[])`;
  const { rows } = await sql<{ task: string }>`
    update task_assignment set leader = case when leader = ${from} then ${to} else leader end,
           officer = case when officer = ${from} then ${to} else officer end, version = version + 1
     where province_id = ${province} and (leader = ${from} or officer = ${from}) and ${where}
     returning task_id as task`.execute(transaction);
  return [...new Set(rows.map(({ task }) => task))];
}

/** Holds up whoever else changes administrators, and gives their posts. */
export async function lockAdministrators(
  transaction: ProvinceTransaction,
  province: ProvinceId,
): Promise<readonly (Post & { readonly left: boolean })[]> {
  await sql`select pg_advisory_xact_lock(5203::int, ${province}::int)`.execute(transaction);
  const { rows } = await sql<Post & { readonly left: boolean }>`
    select p.id, p.person_id as person, p.role, p.from_day as "from", p.to_day as "to", p.acting_for as "actingFor",
           h.left_on is not null as "left"
      from post p join person h on h.province_id = p.province_id and h.id = p.person_id
     where p.province_id = ${province} and p.role = 'administrator'`.execute(transaction);
  return rows;
}
