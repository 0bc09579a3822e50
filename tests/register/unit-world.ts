import { randomUUID } from "node:crypto";
import { type KyselyPlugin, sql } from "kysely";
import type { UnitChangeAnswer, UnitChangePreviewAnswer, WishedChange } from "../../src/contract/unit.ts";
import { type ProvinceNumber, programActor, provinceNumber } from "../../src/domain/organisation/actor.ts";
import { firstUnits } from "../../src/domain/organisation/province-units.ts";
import { beginProvince } from "../../src/operations/begin-province.ts";
import { openRows, type Rows, withProvince } from "../../src/store/database.ts";
import { enterPerson, givePosts } from "../../src/store/posts.ts";
import { openTestDatabase } from "../support/database.ts";
import { realGazetteer, realUnitFiles } from "../support/gazetteer.ts";
import { day, fillRegister } from "../support/register-rows.ts";
import { worksThere } from "../support/roles.ts";
import { jsonOf, registerApp, today } from "./register-app.ts";

export const giaLai: ProvinceNumber = provinceNumber(52) ?? misnumbered();

function misnumbered(): never {
  throw new Error("52 is the number of a province");
}

/** Gia Lai on its first day with a small register, and departments of its own that the tasks were given to. */
export async function openUnitWorld() {
  const database = await openTestDatabase();
  const rows = openRows(database.program);
  const app = registerApp(rows);
  const gazetteer = realGazetteer();
  await beginProvince({ id: "mai", name: "Trần Thị Mai", email: "mai@vd.vn" }, giaLai, {
    ...app.register,
    firstUnits: () => firstUnits(gazetteer, realUnitFiles(), { code: "52", day: today, newId: randomUUID }),
  });
  await fillRegister(rows.kysely, giaLai, { documents: 2, tasksEach: 60, units: 8, today });
  const make = async (name: string) => {
    const unit = {
      name,
      shortName: null,
      symbol: null,
      kind: "department",
      relation: "subordinate",
      parent: null,
    } as const;
    const made = await change(app, { kind: "created", on: "2020-01-01", unit });
    const [id] = made.after;
    if (id === undefined) throw new Error("nothing was made");
    return id;
  };
  return {
    ...{ database, rows, ...app, make, employ: (unit: string) => employ(rows, unit) },
    actor: { ...programActor("mai", giaLai), held: worksThere },
    close: () => rows.close().then(() => database.drop()),
  };
}

/** Lets Lê Hà lead a unit, now and by a second post that begins later, and work on all that it was given. */
async function employ(rows: Rows, unit: string): Promise<void> {
  const post = { role: "unitHead", title: "Giám đốc", to: null, actingFor: null, document: null } as const;
  await withProvince(rows.kysely, giaLai, async (transaction) => {
    await enterPerson(transaction, giaLai, { id: "ha", name: "Lê Hà", email: "ha@vd.vn", phone: null });
    const first = { ...post, id: randomUUID(), person: "ha", unit, from: day("2025-08-01") };
    await givePosts(transaction, giaLai, [
      first,
      { ...first, id: randomUUID(), from: day("2026-05-15"), title: null },
    ]);
    await sql`insert into task_assignment (province_id, task_id, unit_id, officer)
      select ${giaLai}::int, task_id, unit_id, 'ha' from task_party where unit_id = ${unit} group by 1, 2, 3`.execute(
      transaction,
    );
  });
}

type App = Pick<ReturnType<typeof registerApp>, "send">;

/** What a change would do. */
export function preview({ send }: App, wish: WishedChange): Promise<UnitChangePreviewAnswer> {
  return jsonOf(send("POST", "/api/unit-changes/preview", { change: wish }));
}

/** Makes a change as its preview said. */
export async function change(app: App, wish: WishedChange) {
  const { seen } = await preview(app, wish);
  return jsonOf<UnitChangeAnswer>(
    app.send("POST", "/api/unit-changes", { change: wish, document: "12/QĐ-UBND", note: null, seen }),
  );
}

/** Everything of the tree and of who holds what, as one text: two of the same are the same tree. */
export async function snapshot(rows: Rows): Promise<string> {
  return withProvince(rows.kysely, giaLai, async (transaction) => {
    const { rows: found } = await sql<{ part: string; row: unknown }>`
      select 'unit' as part, to_jsonb(u) - 'version' - 'folded' as row from unit u
      union all select 'name', to_jsonb(n) from unit_name n
      union all select 'change', to_jsonb(c) - 'undo' from unit_change c
      union all select 'part', to_jsonb(p) from unit_change_part p
      union all select 'party', to_jsonb(p) from task_party p
      union all select 'post', to_jsonb(p) - 'version' from post p
      union all select 'assignment', to_jsonb(a) - 'version' from task_assignment a
      union all select 'record', to_jsonb(r) - 'version' from record r
      union all select 'register', to_jsonb(w) - 'version' from record_owner w
      order by 1, 2`.execute(transaction);
    return JSON.stringify(found);
  });
}

/** Does something at the nth answer of the database, before it reaches the program. */
export function atAnswer(
  n: number,
  happens: () => Promise<void>,
): KyselyPlugin & { readonly seen: () => number } {
  let answers = 0;
  return {
    seen: () => answers,
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (++answers === n) await happens();
      return result;
    },
  };
}

/** Every unit's part in every task: who holds it, whether that waits for a person, and whether the task is done. */
export async function taskParties(rows: Rows) {
  const found = await withProvince(rows.kysely, giaLai, (transaction) =>
    sql<{ task: string; unit: string; holder: string; toChoose: boolean; done: boolean }>`
      select p.task_id as task, p.unit_id as unit, p.holder_id as holder, p.to_choose as "toChoose",
             t.current_done_on is not null as done
        from task_party p join task t on t.id = p.task_id order by t.id, p.position`.execute(transaction),
  );
  return found.rows;
}
