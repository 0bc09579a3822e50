import { type CalendarDate, parseIsoDate } from "../../basics/calendar-date.ts";
import { fail, type Result, succeed } from "../../basics/result.ts";
import type { SignatoryLevel } from "./procedure.ts";

/** What a paper signed with a foreign side can be; only the first is an international agreement of the law. */
export const paperKinds = ["agreement", "treaty", "aid", "odaLoan", "civilContract", "pppContract"] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Whether the unit that signs is such a signatory, as the register of units says. */
export interface Signatory {
  readonly level: SignatoryLevel;
  /** The unit is a commune on the border. */
  readonly isBorderCommune: boolean;
  /** The agreement was signed by a body that is no more, and came to its successor. */
  readonly inherited: boolean;
  readonly signedOn: CalendarDate | null;
}

/** Districts signed until the day before they ended (Nghị quyết 203/2025/QH15). */
export const lastDayOfDistricts = parseIsoDate("2025-06-30");

/**
 * Whether a paper may be filed as an international agreement. Fails with `agreement.not-an-agreement`: treaties, aid,
 * loans, contracts of civil law and of public-private partnership are outside of the law (70/2020/QH14 Điều 1 khoản 2);
 * `agreement.not-on-border`: of communes only those on the border sign (Điều 2 khoản 2); `agreement.district-ended`:
 * what districts signed is inherited, and was signed before they ended (Nghị định 177/2025/NĐ-CP).
 */
export function mayBeFiled(paper: PaperKind, signatory: Signatory): Result<null> {
  if (paper !== "agreement") return fail("agreement.not-an-agreement", { paper });
  if (signatory.level === "borderCommune" && !signatory.isBorderCommune)
    return fail("agreement.not-on-border");
  const { inherited, signedOn } = signatory;
  const byDistrict =
    inherited && signedOn !== null && lastDayOfDistricts !== null && signedOn <= lastDayOfDistricts;
  return signatory.level === "district" && !byDistrict ? fail("agreement.district-ended") : succeed(null);
}
