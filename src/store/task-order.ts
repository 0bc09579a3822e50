import { type RawBuilder, sql } from "kysely";
import { parseIsoDate } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import type { TaskOrder, TaskOrderKey } from "../domain/duty/task-query.ts";

/** One thing that tasks are ordered by: never null, and comparable again when it comes back as text. */
interface OrderPart {
  readonly value: RawBuilder<unknown>;
  readonly type: "date" | "uuid" | "bigint" | "text";
  readonly collation?: RawBuilder<unknown>;
}

const vietnamese = sql`collate "vi-VN-x-icu"`;
const natural = sql`collate reference.natural_order`;

/** What each order compares, the task's id last. Tasks are under the alias `t`, their documents under `d`. */
export function orderParts(key: TaskOrderKey, rules: StateRules): readonly OrderPart[] {
  return [...partsOf(key, rules), { value: sql`t.id`, type: "uuid" }];
}

function partsOf(key: TaskOrderKey, { startDay }: StateRules): readonly OrderPart[] {
  switch (key) {
    case "due":
      // What is awaited first, by its day; then what has no deadline, what is from before the start day, what is closed.
      return [
        {
          type: "bigint",
          value: sql`(case when t.current_done_on is not null or t.current_withdrawn_on is not null
              or t.withdrawn_on is not null then 3000000 when t.current_last_day is null then 1000000
              when t.current_last_day < ${startDay}::date then 2000000 else 0 end
            + coalesce(t.current_last_day - date '2000-01-01', 0))::bigint`,
        },
      ];
    case "content":
      return [{ value: sql`t.content`, type: "text", collation: vietnamese }];
    case "group":
      return [{ value: sql`coalesce(t.group_title, '')`, type: "text", collation: natural }, ...inDocument];
    case "document":
      return inDocument;
    case "lead":
      return [
        {
          value: sql`coalesce((select a.name from task_addressee a where a.province_id = t.province_id
            and a.task_id = t.id and a.role = 'lead' order by a.position limit 1), '')`,
          type: "text",
          collation: vietnamese,
        },
      ];
    case "accepted":
      return [{ value: sql`(extract(epoch from t.accepted_at) * 1000000)::bigint`, type: "bigint" }];
  }
}

const inDocument: readonly OrderPart[] = [
  { value: sql`coalesce(d.issued_on, date '0001-01-01')`, type: "date" },
  { value: sql`t.document_id`, type: "uuid" },
  { value: sql`t.ref`, type: "text", collation: natural },
];

/** The ORDER BY of an order. */
export function orderBy(order: TaskOrder, rules: StateRules): RawBuilder<unknown> {
  const direction = order.descending ? sql`desc` : sql`asc`;
  return sql.join(
    orderParts(order.key, rules).map(
      ({ value, collation }) => sql`${value} ${collation ?? sql``} ${direction}`,
    ),
  );
}

/** The values of a row that the next page begins after, as a text array. */
export function orderValues(order: TaskOrder, rules: StateRules): RawBuilder<readonly string[]> {
  return sql`array[${sql.join(orderParts(order.key, rules).map(({ value }) => sql`(${value})::text`))}]`;
}

/** Keeps what stands behind the last row of the page before. */
export function afterCondition(
  order: TaskOrder,
  rules: StateRules,
  values: readonly string[],
): RawBuilder<unknown> {
  const parts = orderParts(order.key, rules);
  const here = sql.join(parts.map(({ value, collation }) => sql`${value} ${collation ?? sql``}`));
  const there = sql.join(parts.map(({ type }, index) => sql`${values[index]}::${sql.raw(type)}`));
  return order.descending ? sql`(${here}) < (${there})` : sql`(${here}) > (${there})`;
}

/** The place after a row as a word for addresses. */
export function writeCursor(order: TaskOrder, values: readonly string[]): string {
  return Buffer.from(JSON.stringify([nameOf(order), ...values])).toString("base64url");
}

/** Reads it back. Fails with `register.page-unknown` for what another order wrote, or nobody. */
export function readCursor(order: TaskOrder, rules: StateRules, word: string): Result<readonly string[]> {
  const [name, ...values] = parseWords(word);
  const parts = orderParts(order.key, rules);
  const fits =
    name === nameOf(order) &&
    values.length === parts.length &&
    parts.every(({ type }, index) => isOfType(values[index] ?? "", type));
  return fits ? succeed(values) : fail("register.page-unknown");
}

function nameOf({ key, descending }: TaskOrder): string {
  return descending ? `-${key}` : key;
}

function parseWords(word: string): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(word, "base64url").toString("utf8"));
    return Array.isArray(parsed) && parsed.every((value) => typeof value === "string") ? parsed : [];
  } catch {
    return [];
  }
}

function isOfType(value: string, type: OrderPart["type"]): boolean {
  switch (type) {
    case "date":
      return parseIsoDate(value) !== null;
    case "uuid":
      return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value);
    case "bigint":
      return /^-?\d{1,18}$/.test(value);
    case "text":
      return !value.includes("\0");
  }
}
