import type { CalendarDate } from "../basics/calendar-date.ts";
import { fail, type Result, succeed } from "../basics/result.ts";
import type { CodeSystem } from "./unit.ts";

/** An identifier code of a unit with its days; null: not known, not ended. */
export interface UnitCode {
  readonly system: CodeSystem;
  readonly code: string;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** `000.00.00.H49`: levels three, two and one, then the province or ministry, 13 characters (QCVN 102:2016/BTTTT). */
const qcvn102 = /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/;
/** `H37.02.02`: the first level first, groups of digits and capitals (Quyết định 20/2020/QĐ-TTg, Điều 4). */
const qd20 = /^[A-Z]\d{2}(?:\.[0-9A-Z]+)*$/;
const longestQd20 = 35;

/**
 * Reads a code as people write it: spaces are left out, small letters are capitals. Fails with `unit.code-102-wrong` or
 * `unit.code-20-wrong`, which
 * names what was written.
 */
export function parseUnitCode(system: CodeSystem, written: string): Result<string> {
  const code = written.replace(/\s+/g, "").toUpperCase();
  const fits = system === "qcvn102" ? qcvn102.test(code) : code.length <= longestQd20 && qd20.test(code);
  return fits
    ? succeed(code)
    : fail(system === "qcvn102" ? "unit.code-102-wrong" : "unit.code-20-wrong", { code: written });
}

/**
 * The codes of a unit, read and with their days compared: in one system a unit has one code on a day. Fails with
 * the failures of `parseUnitCode`, `unit.code-days` (it ends before it begins) and `unit.code-overlap`.
 */
export function parseUnitCodes(written: readonly UnitCode[]): Result<readonly UnitCode[]> {
  const codes: UnitCode[] = [];
  for (const { system, code: text, from, to } of written) {
    const code = parseUnitCode(system, text);
    if (!code.ok) return code;
    if (from !== null && to !== null && to < from) return fail("unit.code-days", { code: code.value });
    const other = codes.find((one) => one.system === system && overlap(one, { from, to }));
    if (other) return fail("unit.code-overlap", { code: code.value, other: other.code });
    codes.push({ system, code: code.value, from, to });
  }
  return succeed(codes);
}

/** Whether two stretches of days have a day in common. */
export function overlap(a: Pick<UnitCode, "from" | "to">, b: Pick<UnitCode, "from" | "to">): boolean {
  const startsInTime = (from: CalendarDate | null, to: CalendarDate | null) =>
    from === null || to === null || from <= to;
  return startsInTime(a.from, b.to) && startsInTime(b.from, a.to);
}
