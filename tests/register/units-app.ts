import { sql } from "kysely";
import type { ImportAnswer } from "../../src/contract/document.ts";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import { provinceNumber } from "../../src/domain/organisation/actor.ts";
import { firstUnits } from "../../src/domain/organisation/province-units.ts";
import type { HeldRole, PostRole, Role } from "../../src/domain/organisation/rights.ts";
import type { Unit } from "../../src/domain/organisation/unit.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { beginProvince } from "../../src/operations/begin-province.ts";
import { withProvince } from "../../src/store/database.ts";
import { enterPerson, givePosts } from "../../src/store/posts.ts";
import { loadUnits } from "../../src/store/units.ts";
import { realGazetteer, realUnitFiles } from "../support/gazetteer.ts";
import { jsonRequest, openRegisterApp, type RegisterApp, uploadOf } from "../support/register-app.ts";
import { day, madeId } from "../support/register-rows.ts";

/** Gia Lai with its real units on 20/3/2026, and people who hold posts in them. "mai" is of the focal body. */
export interface UnitsApp {
  readonly rows: RegisterApp["rows"];
  readonly ask: RegisterApp["ask"];
  /** The answer, which must be good. */
  read<T>(who: string, path: string, init?: RequestInit): Promise<T>;
  unit(name: string): Unit;
  /** Gives a person a post in a unit, null: over the province. */
  hold(who: string, role: Role, unit: string | null): void;
  /** Notes a post of a person in the rows of the province, as far as messages go by them. */
  employ(who: string, role: PostRole, unit: string): Promise<void>;
  /** Imports a document of so many tasks and accepts all of them; gives the document. */
  accept(text: string, tasks: number): Promise<string>;
  /** What was written of one act, newest first. */
  history(what: string): Promise<readonly { readonly subject: string; readonly after: unknown }[]>;
  /** Moves the clock to a day. */
  goTo(day: string): void;
  close(): Promise<void>;
}

const people = ["officer", "finance", "health", "home", "focal", "office", "commune", "leader"] as const;

export async function openUnits(): Promise<UnitsApp> {
  const giaLai = provinceNumber(52);
  if (giaLai === null) throw new Error("52 is the number of a province");
  const roles = new Map<string, HeldRole[]>();
  let now = Date.parse("2026-03-20T03:00:00Z");
  // Each look at the clock is a moment later, so that what was done first is told first.
  const clock = () => new Date(now++);
  const app = await openRegisterApp(
    clock,
    startReading(),
    Object.fromEntries(
      people.map((id) => [
        id,
        {
          name: `Người ${id}`,
          province: 52,
          get held() {
            return roles.get(id) ?? [];
          },
        },
      ]),
    ),
  );
  let made = 0;
  const newId = () => madeId("begin", made++);
  await beginProvince({ id: "mai", name: "Trần Thị Mai", email: "mai@vd.gov.vn" }, giaLai, {
    ...{ kysely: app.rows.kysely, clock, today: () => day("2026-01-05"), newId },
    firstUnits: (province) =>
      firstUnits(realGazetteer(), realUnitFiles(), {
        ...{ code: String(province), day: day("2026-01-05"), newId },
      }),
  });
  const units = await withProvince(app.rows.kysely, giaLai, (transaction) => loadUnits(transaction, giaLai));
  const unit = (name: string) => {
    const found = units.find((one) => one.name === name && one.to === null);
    if (!found) throw new Error(`no unit ${name}`);
    return found;
  };
  const read = async <T>(who: string, path: string, init: RequestInit = {}): Promise<T> => {
    const answer = await app.ask(who, path, init);
    if (answer.status !== 200)
      throw new Error(`${path}: ${answer.status} ${await answer.text()}`, { cause: app.bugs.at(-1) });
    return (await answer.json()) as T;
  };
  return {
    ...{ rows: app.rows, ask: app.ask, read, unit, close: app.close },
    hold: (who, role, name) => {
      roles.set(who, [{ role, unit: name === null ? null : unit(name).id, actingFor: null }]);
    },
    employ: (who, role, name) =>
      withProvince(app.rows.kysely, giaLai, async (transaction) => {
        const email = `${who}@vd.gov.vn`;
        await enterPerson(transaction, giaLai, { id: who, name: `Người ${who}`, email, phone: null });
        const post = {
          person: who,
          unit: unit(name).id,
          role,
          title: null,
          from: day("2026-01-05"),
          to: null,
        };
        await givePosts(transaction, giaLai, [{ ...post, id: newId(), actingFor: null, document: null }]);
      }),
    accept: async (text, tasks) => {
      const [line] = (await read<ImportAnswer>("mai", "/api/documents", uploadOf(["a.txt", text]))).lines;
      if (line?.outcome !== "imported") throw new Error(JSON.stringify(line));
      const path = `/api/documents/${line.document.id}/findings`;
      const { findings } = await read<FindingsAnswer>("mai", path);
      if (findings.length !== tasks) throw new Error(`${findings.length} findings, not ${tasks}`);
      for (const { id, version } of findings)
        await read(
          "mai",
          `/api/findings/${id}/decision`,
          jsonRequest("POST", { version, decision: "accepted" }),
        );
      return line.document.id;
    },
    history: (what) =>
      withProvince(app.rows.kysely, giaLai, async (transaction) => {
        const { rows } = await sql<{ subject: string; after: unknown }>`
          select subject, after from history where what = ${what} order by at desc, id desc`.execute(
          transaction,
        );
        return rows;
      }),
    goTo: (text) => {
      now = Date.parse(`${text}T03:00:00Z`);
    },
  };
}
