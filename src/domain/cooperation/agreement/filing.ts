import { type CalendarDate, parseIsoDate } from "../../basics/calendar-date.ts";
import { fail, type Result, succeed } from "../../basics/result.ts";
import type { SignatoryLevel } from "./procedure.ts";

/** What a paper signed with a foreign side can be; only the first is an international agreement of the law. */
export const paperKinds = ["agreement", "treaty", "aid", "odaLoan", "civilContract", "pppContract"] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Districts signed until the day before they ended (Nghị quyết 203/2025/QH15). */
const lastDayOfDistricts = parseIsoDate("2025-06-30");

/**
 * Whether a paper may be filed as an international agreement. Fails with `agreement.not-an-agreement`: treaties, aid,
 * loans, contracts of civil law and of public-private partnership are outside of the law (70/2020/QH14 Điều 1 khoản 2);
 * `agreement.district-ended`: what districts signed is inherited (Nghị định 177/2025/NĐ-CP).
 */
export function mayBeFiled(
  paper: PaperKind,
  { level, inherited }: { readonly level: SignatoryLevel; readonly inherited: boolean },
): Result<null> {
  if (paper !== "agreement") return fail("agreement.not-an-agreement", { paper });
  return level === "district" && !inherited ? fail("agreement.district-ended") : succeed(null);
}

/**
 * Whether an inherited paper says whom it comes from. Fails with `agreement.former-missing`: the signatory of its day
 * stays on it beside the successor (Nghị định 177/2025/NĐ-CP).
 */
export function namesFormer({
  inherited,
  former,
}: {
  readonly inherited: boolean;
  readonly former: string | null;
}): Result<null> {
  return inherited && !former?.trim() ? fail("agreement.former-missing") : succeed(null);
}

/** Whether a unit may sign at a level. Fails with `agreement.not-on-border`: of communes only those on the border (Điều 2). */
export function maySignAt(
  level: SignatoryLevel,
  { isOnBorder }: { readonly isOnBorder: boolean },
): Result<null> {
  return level === "borderCommune" && !isOnBorder ? fail("agreement.not-on-border") : succeed(null);
}

/**
 * Whether a paper of a level can have been signed on a day. Fails with `agreement.not-on-border`: of communes only those
 * on the border sign (Điều 2 khoản 2); `agreement.district-ended` for a day on which there were no districts.
 */
export function mayBeSigned(
  level: SignatoryLevel,
  { on, isOnBorder }: { readonly on: CalendarDate; readonly isOnBorder: boolean },
): Result<null> {
  const fits = maySignAt(level, { isOnBorder });
  if (!fits.ok) return fits;
  const isOver = lastDayOfDistricts !== null && on > lastDayOfDistricts;
  return level === "district" && isOver ? fail("agreement.district-ended") : succeed(null);
}
