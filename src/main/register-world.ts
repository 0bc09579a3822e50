import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import { type CalendarDate, calendarDate } from "../domain/basics/calendar-date.ts";
import { firstUnits } from "../domain/organisation/province-units.ts";
import type { AgreementWorld } from "../operations/agreement-work.ts";
import type { BeginWorld } from "../operations/begin-province.ts";
import type { ImportWorld } from "../operations/import-document.ts";
import type { TaskImportWorld } from "../operations/import-tasks.ts";
import { readDocuments } from "../operations/read-document.ts";
import type { EventWorld } from "../operations/record-event.ts";
import type { RegisterWorld } from "../operations/register.ts";
import type { ReviewWorld } from "../operations/review-findings.ts";
import type { BorderWorld } from "../operations/show-border.ts";
import type { LimitWorld } from "../operations/time-limits.ts";
import { agreementColumns } from "../store/agreements.ts";
import type { FileStore } from "../store/files.ts";
import { limitColumns } from "../store/limit-columns.ts";
import type { Tables } from "../store/schema.ts";
import { aidColumns, budgetColumns, callColumns, delegationColumns } from "../store/standing.ts";
import type { Reading } from "./reading.ts";

/** What the operations of the register stand on: rows, files, readers, clock and new ids. */
export function openRegister(parts: {
  readonly kysely: Kysely<Tables>;
  readonly files: FileStore;
  readonly reading: Reading;
  readonly clock: () => Date;
}): ImportWorld &
  ReviewWorld &
  TaskImportWorld &
  BeginWorld &
  EventWorld &
  AgreementWorld &
  LimitWorld &
  BorderWorld {
  const { kysely, files, reading, clock } = parts;
  const plain = plainWorld(kysely, clock);
  return {
    ...plain,
    ...{ files, reading: reading.reading },
    readDocuments: (sent, how) => readDocuments(sent, reading, how),
    firstUnits: (province) =>
      firstUnits(reading.gazetteer, reading.unitFiles(), {
        code: String(province).padStart(2, "0"),
        day: plain.today(),
        newId: plain.newId,
      }),
    get holidays() {
      return reading.holidays;
    },
    get agreementProcedures() {
      return reading.agreementProcedures;
    },
    get timeLimits() {
      return reading.timeLimits;
    },
    get borderMaps() {
      return reading.borderMaps;
    },
    get computed() {
      const today = plain.today();
      const limited = limitColumns(reading.timeLimits, today);
      return {
        ...limited,
        ...{ agreements: agreementColumns(today), aid: aidColumns(today), budget: budgetColumns() },
        delegations: { ...limited.delegations, ...delegationColumns() },
        calls: callColumns(),
      };
    },
    get gazetteer() {
      return reading.gazetteer;
    },
  };
}

/** All ids of this process, so that none stands before an earlier one. */
export const newIdAt = idsInOrder();

/** What operations stand on that need neither files nor readers. */
export function plainWorld(kysely: Kysely<Tables>, clock: () => Date): RegisterWorld {
  return {
    ...{ kysely, clock },
    today: () => dayInVietnam(clock()),
    newId: () => newIdAt(clock(), randomBytes(10)),
  };
}

/** The day that an instant falls on in Asia/Ho_Chi_Minh: seven hours ahead of UTC, without summer time since 1975. */
export function dayInVietnam(instant: Date): CalendarDate {
  const there = new Date(instant.getTime() + 7 * 3_600_000);
  const day = calendarDate(there.getUTCFullYear(), there.getUTCMonth() + 1, there.getUTCDate());
  if (day === null) throw new Error(`the clock shows no day: ${instant.getTime()}`);
  return day;
}

/**
 * Makes UUIDs of version 7 (RFC 9562, 5.7 and 6.2, method 1), each greater than the one before: 48 bits of milliseconds,
 * 12 that count on within a millisecond from a number by chance, and 62 by chance. What one process writes in one instant
 * so keeps its order; a clock that is put back makes no smaller ones. `random`: ten bytes.
 */
export function idsInOrder(): (instant: Date, random: Uint8Array) => string {
  let last = { time: 0, count: 0 };
  return (instant, random) => {
    const [high = 0, low = 0] = random;
    // The upper half is left free to count.
    const begin = { time: instant.getTime(), count: ((high << 8) | low) & 0x7ff };
    const isFull = last.count === 0xfff;
    if (begin.time > last.time) last = begin;
    else last = isFull ? { time: last.time + 1, count: begin.count } : { ...last, count: last.count + 1 };
    return idOf(last, random);
  };
}

function idOf(
  { time, count }: { readonly time: number; readonly count: number },
  random: Uint8Array,
): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(time, 0, 6);
  bytes.writeUInt16BE(0x7000 | count, 6);
  bytes.set(random.subarray(2, 10), 8);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
