import { partsOf } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { Declaration, YearlySums } from "../domain/cooperation/declaration.ts";
import { saySummed, sumHeading } from "../domain/cooperation/record-sums.ts";
import { recordSumWords } from "../domain/language/web-record-sums.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { type SpreadsheetSheet, writeSpreadsheet } from "../print/spreadsheet.ts";
import { withProvince } from "../store/database.ts";
import { findYears, type SummedRow, sumYear } from "../store/record-sums.ts";
import { logApart } from "./log-apart.ts";
import { askingOf, type RecordWorld, registerFor } from "./records.ts";

/** A year of a register summed up. */
export interface SummedYear {
  readonly year: number;
  /** Years of which there is anything, the newest first. */
  readonly years: readonly number[];
  readonly total: SummedRow;
  readonly tables: readonly { readonly by: readonly string[]; readonly rows: readonly SummedRow[] }[];
}

/** A year of a register to be summed up; null: the newest of which it holds anything, up to this one. */
export interface SumRequest {
  readonly register: string;
  readonly year: number | null;
}

/**
 * Sums a year of a register up, by what its declaration says. Fails with `record.register-unknown`, also for a register
 * that has no yearly sums. Two statements.
 */
export async function sumRecords(
  actor: Actor,
  request: SumRequest,
  world: RecordWorld,
): Promise<Result<SummedYear>> {
  const found = registerFor(actor, "see-records", request.register);
  if (!found.ok) return found;
  return summed(actor, found.value, request, world);
}

async function summed(
  actor: Actor,
  declaration: Declaration,
  request: SumRequest,
  { kysely, computed: all, today }: RecordWorld,
): Promise<Result<SummedYear>> {
  const { yearly } = declaration;
  if (!yearly) return fail("record.register-unknown", { register: request.register });
  const computed = all?.[declaration.key] ?? {};
  const asking = askingOf(actor);
  return withProvince(kysely, actor.province, async (transaction) => {
    const years = await findYears(transaction, asking, { declaration, yearly, computed });
    const thisYear = partsOf(today()).year;
    const year = request.year ?? years.find((one) => one <= thisYear) ?? thisYear;
    const asked = { declaration, yearly, year, computed };
    const [whole = [], ...rest] = await sumYear(transaction, asking, asked, [[], ...yearly.by]);
    const tables = yearly.by.map((by, at) => ({ by, rows: rest[at] ?? [] }));
    return succeed({ year, years, total: whole[0] ?? { of: [], count: 0, sums: {} }, tables });
  });
}

/** The same as a workbook, a sheet for each table; logged as an export. Fails as `sumRecords` does. */
export async function exportSums(
  actor: Actor,
  request: SumRequest,
  world: RecordWorld,
): Promise<Result<Uint8Array>> {
  const found = registerFor(actor, "export-register", request.register);
  if (!found.ok) return found;
  const declaration = found.value;
  const sums = await summed(actor, declaration, request, world);
  if (!sums.ok || !declaration.yearly) return sums.ok ? fail("record.unknown") : sums;
  const { yearly } = declaration;
  const { year, tables, total } = sums.value;
  const bytes = await writeSpreadsheet(
    tables.map(({ by, rows }) => sheetOf(declaration, yearly, { by, rows, total })),
  );
  const after = { format: "xlsx", year, count: total.count };
  const subject = `register:${declaration.key}`;
  await logApart(actor, { kind: "export", what: "export-records", subject, after }, world);
  return succeed(bytes);
}

function sheetOf(
  declaration: Declaration,
  yearly: YearlySums,
  { by, rows, total }: { by: readonly string[]; rows: readonly SummedRow[]; total: SummedRow },
): SpreadsheetSheet {
  const words = recordSumWords.vi;
  const headings = by.map((key) => sumHeading(declaration, key, "vi"));
  const balance = yearly.balance ? [words.balance] : [];
  const numbers = ({ count, sums }: SummedRow) => [
    count,
    ...yearly.sums.map((key) => sums[key] ?? 0),
    ...(yearly.balance ? [(sums[yearly.balance[0]] ?? 0) - (sums[yearly.balance[1]] ?? 0)] : []),
  ];
  return {
    name: headings.join(", "),
    columns: [
      ...headings.map((heading) => ({ heading, kind: "text" as const, width: 40 })),
      { heading: words.count, kind: "wholeNumber", width: 14 },
      ...[...yearly.sums.map((key) => sumHeading(declaration, key, "vi")), ...balance].map((heading) => ({
        ...{ heading, kind: "number" as const, width: 24 },
      })),
    ],
    rows: [
      ...rows.map((row) => [
        ...row.of.map((one, at) => saySummed(declaration, by[at] ?? "", one, "vi")),
        ...numbers(row),
      ]),
      [words.total, ...by.slice(1).map(() => null), ...numbers(total)],
    ],
  };
}
