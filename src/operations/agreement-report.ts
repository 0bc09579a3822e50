import { partsOf } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import {
  type AgreementReport,
  agreementReport,
  reportDueOn,
  reportSpan,
} from "../domain/cooperation/agreement/agreement-report.ts";
import { type ListedAgreement, reportPaper } from "../domain/cooperation/agreement/report-paper.ts";
import type { ReportSettings } from "../domain/cooperation/agreement/settings.ts";
import { agreementStatus } from "../domain/cooperation/agreement/status.ts";
import { expiryOn } from "../domain/cooperation/agreement/validity.ts";
import { countryName } from "../domain/cooperation/country.ts";
import { levelWords } from "../domain/cooperation/records/agreement.ts";
import { fieldsOfWork } from "../domain/cooperation/records/common.ts";
import { permit } from "../domain/duty/permission.ts";
import type { LetterIssuer } from "../domain/duty/urging-letter.ts";
import { agreementReportWords } from "../domain/language/web-agreement-report.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { existsOn } from "../domain/organisation/gazetteer.ts";
import { printAgreementReport } from "../print/agreement-report.ts";
import { loadEvaluationsOf, loadPartnerCountries } from "../store/agreement-figures.ts";
import { withProvince } from "../store/database.ts";
import type { RecordTransaction } from "../store/record-rows.ts";
import { loadUnits } from "../store/units.ts";
import { type NamedAgreement, namedAgreement } from "./agreement-limits.ts";
import type { AgreementWorld } from "./agreement-work.ts";
import { loadAllAgreements, mayReadAgreements } from "./all-agreements.ts";
import { issuersOf } from "./draft-letter.ts";
import { logApart } from "./log-apart.ts";

/** The figures of a year with the agreements behind them, and how the report is sent. */
export interface ShownReport {
  readonly year: number;
  readonly report: AgreementReport;
  readonly settings: ReportSettings;
  readonly dueOn: ReturnType<typeof reportDueOn>;
  /** By their ids, in the order of their titles. */
  readonly agreements: readonly (NamedAgreement & Pick<ListedAgreement, "status" | "signedOn" | "endsOn">)[];
}

/** The yearly report on agreements; of this year when none is given. Fails with `register.not-allowed`. */
export async function showAgreementReport(
  actor: Actor,
  year: number | null,
  world: AgreementWorld,
): Promise<Result<ShownReport>> {
  const allowed = mayReadAgreements(actor, "see-records");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) =>
    succeed(await reportOf(transaction, actor, year ?? partsOf(world.today()).year, world)),
  );
}

/** Five statements. */
async function reportOf(
  transaction: RecordTransaction,
  actor: Actor,
  year: number,
  world: AgreementWorld,
): Promise<ShownReport> {
  const { agreements, settings } = await loadAllAgreements(transaction, actor, world);
  const countries = await loadPartnerCountries(transaction, actor.province);
  const evaluations = await loadEvaluationsOf(transaction, actor.province, year);
  const span = reportSpan(year, settings.report.period);
  const report = agreementReport(
    agreements.map(({ record: { id }, head, times, limits }) => ({
      ...{ id, level: head.level, times, limits },
      ...{ countries: countries.get(id) ?? [], evaluations: evaluations.get(id) ?? [] },
    })),
    span,
    world.today(),
  );
  const listed = agreements
    .map((one) => ({
      ...namedAgreement(one),
      ...{ status: agreementStatus(one.times, report.countedOn), signedOn: one.times.signedOn },
      endsOn: one.times.signedOn === null ? null : expiryOn(one.times, report.countedOn),
    }))
    .sort((one, other) => one.title.localeCompare(other.title, "vi"));
  return {
    ...{ year, report, settings: settings.report, agreements: listed },
    dueOn: reportDueOn(span, settings.report),
  };
}

/**
 * Drafts the yearly report as .docx; logged as an export. Nothing is sent: it is issued with its number elsewhere. Fails
 * with `duty.letter-no-issuer`.
 */
export async function draftAgreementReport(
  actor: Actor,
  { year, from }: { readonly year: number; readonly from: LetterIssuer },
  world: AgreementWorld,
): Promise<Result<Uint8Array>> {
  const allowed = permit(actor, "compare-units");
  if (!allowed.ok) return allowed;
  const today = world.today();
  const paper = await withProvince(world.kysely, actor.province, async (transaction) => {
    const units = (await loadUnits(transaction, actor.province)).filter((unit) => existsOn(unit, today));
    const issuers = issuersOf(actor, from, units);
    if (!issuers) return fail("duty.letter-no-issuer");
    const { report, settings, agreements } = await reportOf(transaction, actor, year, world);
    const listed = agreements.map((one) => ({ ...one, level: levelWords[one.level].vi }));
    return succeed(reportPaper(report, { year, settings, listed, names, ...issuers }));
  });
  if (!paper.ok) return paper;
  const bytes = await printAgreementReport(paper.value, today);
  await logApart(
    actor,
    {
      ...{ kind: "export", what: "draft-agreement-report", subject: "register:agreements" },
      after: { year, from },
    },
    world,
  );
  return succeed(bytes);
}

const names = {
  level: (key: string) => Object.entries(levelWords).find(([level]) => level === key)?.[1].vi ?? key,
  country: (key: string) => (key === "" ? agreementReportWords.vi.unknownCountry : countryName(key, "vi")),
  field: (key: string) => fieldsOfWork.find((one) => one.key === key)?.vi ?? key,
};
