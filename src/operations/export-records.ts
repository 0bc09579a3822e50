import { parseIsoDate } from "../domain/basics/calendar-date.ts";
import { type Result, succeed } from "../domain/basics/result.ts";
import type { Declaration } from "../domain/cooperation/declaration.ts";
import { loggedSearch, maskRecord, type RegisteredRecord } from "../domain/cooperation/record.ts";
import { readOrder, readWhere } from "../domain/cooperation/record-query.ts";
import { type SheetColumn, sheetColumns } from "../domain/cooperation/record-sheet.ts";
import { sheetKinds } from "../domain/cooperation/record-value.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { writeCsv } from "../domain/text/csv.ts";
import { writeSpreadsheet } from "../print/spreadsheet.ts";
import { withProvince } from "../store/database.ts";
import { findRecords } from "../store/records.ts";
import type { RecordListRequest } from "./list-records.ts";
import { logApart } from "./log-apart.ts";
import { wordsOf } from "./record-draft.ts";
import { askingOf, type RecordWorld, registerFor } from "./records.ts";

/** More records than any register of a province holds. */
const allOfThem = 10_000_000;

/**
 * The records that a filter gives as a sheet (.xlsx or .csv) that may be edited and brought back, without what the person
 * may not see; logged as an export. Fails with `record.register-unknown` and `record.field-unknown`.
 */
export async function exportRecords(
  actor: Actor,
  request: Pick<RecordListRequest, "register" | "words" | "owner" | "where" | "sort"> & {
    readonly format: "xlsx" | "csv";
  },
  world: RecordWorld,
): Promise<Result<Uint8Array>> {
  const found = registerFor(actor, "export-register", request.register);
  if (!found.ok) return found;
  const declaration = found.value;
  const [fields, order] = [readWhere(declaration, request.where), readOrder(declaration, request.sort)];
  if (!fields.ok) return fields;
  if (!order.ok) return order;
  const { words, owner, format, where } = request;
  const page = {
    filter: { words, owner, fields: fields.value },
    ...{ order: order.value, after: null, limit: allOfThem, withWork: true },
  };
  const computed = world.computed?.[declaration.key];
  const { records } = await withProvince(world.kysely, actor.province, (transaction) =>
    findRecords(transaction, askingOf(actor), declaration, page, computed),
  );
  const masked = records.flatMap(({ record, sight }) => maskRecord(declaration, record, sight) ?? []);
  const bytes = format === "xlsx" ? await asWorkbook(declaration, masked) : asCsv(declaration, masked);
  const after = { format, count: masked.length, ...loggedSearch(declaration, { words, owner, where }) };
  const subject = `register:${declaration.key}`;
  await logApart(actor, { kind: "export", what: "export-records", subject, after }, world);
  return succeed(bytes);
}

function cellOf(column: SheetColumn, record: RegisteredRecord): string {
  switch (column.kind) {
    case "field":
      return wordsOf(column.field, record);
    case "id":
      return record.id;
    case "source":
      return record.sourceKey ?? "";
    case "owner":
      return record.owner?.name ?? "";
  }
}

function asWorkbook(declaration: Declaration, records: readonly RegisteredRecord[]): Promise<Uint8Array> {
  const columns = sheetColumns(declaration);
  const kindOf = (column: SheetColumn) =>
    column.kind === "field" ? (sheetKinds[column.field.kind] ?? "text") : "text";
  return writeSpreadsheet([
    {
      name: declaration.name.vi,
      columns: columns.map((column) => ({
        ...{ heading: column.heading, kind: kindOf(column) },
        width: column.kind === "field" ? (column.field.kind === "longText" ? 60 : 26) : 38,
      })),
      rows: records.map((record) =>
        columns.map((column) => {
          const value = column.kind === "field" ? record.values[column.key] : undefined;
          if (typeof value === "number" && kindOf(column) === "number") return value;
          if (typeof value === "string" && kindOf(column) === "date") return parseIsoDate(value) ?? value;
          return cellOf(column, record);
        }),
      ),
    },
  ]);
}

function asCsv(declaration: Declaration, records: readonly RegisteredRecord[]): Uint8Array {
  const columns = sheetColumns(declaration);
  const rows = records.map((record) => columns.map((column) => cellOf(column, record)));
  return new TextEncoder().encode(writeCsv([columns.map(({ heading }) => heading), ...rows]));
}
