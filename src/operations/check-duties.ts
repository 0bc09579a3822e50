import type { Kysely } from "kysely";
import type { Failure } from "../domain/basics/result.ts";
import { differingColumns, type RebuiltDuty, rebuiltDuty } from "../domain/duty/rebuilt-duty.ts";
import { type ProvinceNumber, programActor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { type DutyWithFacts, loadDutiesWithFacts } from "../store/duty-check.ts";
import { saveStanding } from "../store/duty-facts.ts";
import { listProvinces } from "../store/provinces.ts";
import { noteWaiting } from "../store/reports.ts";
import type { Tables } from "../store/schema.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** A duty whose row is not what its facts say. */
export interface DifferingDuty {
  readonly province: ProvinceNumber;
  readonly id: string;
  readonly columns: readonly (keyof RebuiltDuty)[];
}

/** What a check of all duties found: checked = alike + differing. */
export interface DutyCheck {
  readonly checked: number;
  readonly alike: number;
  readonly differing: readonly DifferingDuty[];
}

const dutiesAtOnce = 2000;

/** Builds every duty of every province from its facts, and says which rows differ. Alters nothing. */
export async function checkDuties(kysely: Kysely<Tables>): Promise<DutyCheck> {
  let checked = 0;
  let alike = 0;
  const differing: DifferingDuty[] = [];
  for (const province of await listProvinces(kysely))
    for (let after: string | null = null; ; ) {
      const some: readonly DutyWithFacts[] = await withProvince(kysely, province, (transaction) =>
        loadDutiesWithFacts(transaction, province, { after, limit: dutiesAtOnce }),
      );
      checked += some.length;
      for (const duty of some) {
        const columns = differingColumns(duty.row, builtFrom(duty));
        if (columns.length === 0) alike++;
        else differing.push({ province, id: duty.row.id, columns });
      }
      const last = some.at(-1);
      if (!last || some.length < dutiesAtOnce) break;
      after = last.row.id;
    }
  return { checked, alike, differing };
}

function builtFrom({ row, givenDueOn, waitingSince, provedOn, facts }: DutyWithFacts): RebuiltDuty {
  // The last day in time follows from the settings of the day on which the due day was given; only more time is a fact.
  const ground = { dueOn: givenDueOn, lastDay: row.lastDay, unapprovedOn: waitingSince, provedOn };
  return rebuiltDuty(ground, facts);
}

/** Rows that a concern names; the others are counted. */
const rowsNamed = 20;

/** What a person should look at after a check: nothing, or the rows that differ, each with its province and columns. */
export function concernsOfDuties({ checked, differing }: DutyCheck): readonly Failure[] {
  if (differing.length === 0) return [];
  const named = differing
    .slice(0, rowsNamed)
    .map(({ province, id, columns }) => `${province}/${id} (${columns.join(", ")})`);
  const rows = [...named, ...(differing.length > rowsNamed ? ["…"] : [])].join("; ");
  return [{ code: "duty.rows-differ", detail: { count: differing.length, checked, rows } }];
}

/**
 * Sets rows of duties to what their facts say, each told in the history with what stood before; what was put right
 * meanwhile is left alone. Gives how many were altered.
 */
export async function repairDuties(
  duties: readonly DifferingDuty[],
  world: Pick<RegisterWorld, "kysely" | "clock" | "newId">,
): Promise<number> {
  let repaired = 0;
  for (const [province, some] of Map.groupBy(duties, (duty) => duty.province))
    repaired += await withProvince(world.kysely, province, async (transaction) => {
      const ids = some.map(({ id }) => id);
      const found = await loadDutiesWithFacts(transaction, province, { ids });
      const wrong = found.flatMap((duty) => {
        const rebuilt = builtFrom(duty);
        const columns = differingColumns(duty.row, rebuilt);
        return columns.length === 0 ? [] : [{ row: duty.row, rebuilt, columns }];
      });
      await saveStanding(
        transaction,
        province,
        wrong.map(({ row: { id }, rebuilt }) => ({ id, ...rebuilt })),
      );
      await noteWaiting(
        transaction,
        province,
        wrong.map(({ row }) => row.id),
      );
      await writeHistory(
        transaction,
        programActor("sauro check", province),
        world,
        wrong.map(({ row, rebuilt, columns }) => ({
          ...{ what: "repair-duty", subject: `duty:${row.id}` },
          before: Object.fromEntries(columns.map((column) => [column, row[column]])),
          after: Object.fromEntries(columns.map((column) => [column, rebuilt[column]])),
        })),
      );
      return wrong.length;
    });
  return repaired;
}
