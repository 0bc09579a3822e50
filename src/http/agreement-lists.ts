import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  type AgreementLimitsAnswer,
  type AgreementReportAnswer,
  type AgreementSettingsAnswer,
  agreementLimitsAnswer,
  agreementReportAnswer,
  agreementReportRequest,
  agreementSettingsAnswer,
  agreementSettingsRequest,
} from "../contract/agreement-lists.ts";
import { apiPaths } from "../contract/paths.ts";
import { openFigures } from "../domain/cooperation/agreement/settings.ts";
import { exportAgreementLimits } from "../operations/agreement-limit-sheets.ts";
import {
  type AgreementLimits,
  endingMonths,
  listAgreementLimits,
  type NamedAgreement,
} from "../operations/agreement-limits.ts";
import {
  draftAgreementReport,
  type ShownReport,
  showAgreementReport,
} from "../operations/agreement-report.ts";
import {
  changeAgreementSettings,
  type ShownAgreementSettings,
  showAgreementSettings,
} from "../operations/agreement-settings.ts";
import type { AgreementWorld } from "../operations/agreement-work.ts";
import { answerFailure } from "./answer.ts";
import {
  answers,
  fileAnswer,
  fileHeaders,
  forActors,
  jsonBody,
  type RegisterRouteDependencies,
} from "./register-route.ts";

type Dependencies = RegisterRouteDependencies & { readonly register: AgreementWorld };

/** What is listed and counted over all agreements, and how the province handles them. */
export function addAgreementListRoutes(app: OpenAPIHono, deps: Dependencies): void {
  addSettingRoutes(app, deps);
  addLimitRoutes(app, deps);
  addReportRoutes(app, deps);
}

function addSettingRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const shared = {
    ...{ path: apiPaths.agreementSettings, middleware: forActors(deps) },
    responses: answers("The settings, and the procedures in force", agreementSettingsAnswer),
  };
  const show = createRoute({
    ...{ method: "get", summary: "How the province handles agreements", ...shared },
  });
  app.openapi(show, async (c) => {
    const shown = await showAgreementSettings(c.var.actor, deps.register);
    return shown.ok ? c.json(presentSettings(shown.value), 200) : answerFailure(c, shown.failure);
  });
  const change = createRoute({
    ...{ method: "put", summary: "Change how the province handles agreements", ...shared },
    request: { body: jsonBody(agreementSettingsRequest) },
  });
  app.openapi(change, async (c) => {
    const changed = await changeAgreementSettings(c.var.actor, c.req.valid("json"), deps.register);
    return changed.ok ? c.json(presentSettings(changed.value), 200) : answerFailure(c, changed.failure);
  });
}

const limitsQuery = z.object({
  months: z
    .enum(endingMonths.map(String) as [string, ...string[]]) // a list of several
    .optional(),
});
const usualMonths = "6";

function addLimitRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const shared = { middleware: forActors(deps), request: { query: limitsQuery } };
  const list = createRoute({
    ...{ method: "get", path: apiPaths.agreementLimits, summary: "Time limits of agreements", ...shared },
    responses: answers("What ends soon, is due, late, or was done late", agreementLimitsAnswer),
  });
  app.openapi(list, async (c) => {
    const months = Number(c.req.valid("query").months ?? usualMonths);
    const limits = await listAgreementLimits(c.var.actor, months, deps.register);
    return limits.ok ? c.json(presentLimits(limits.value), 200) : answerFailure(c, limits.failure);
  });
  const sheets = createRoute({
    ...{ method: "get", path: apiPaths.agreementLimitsExport, summary: "The same as a workbook", ...shared },
    responses: fileAnswer,
  });
  app.openapi(sheets, async (c) => {
    const months = Number(c.req.valid("query").months ?? usualMonths);
    const sheet = await exportAgreementLimits(c.var.actor, months, deps.register);
    if (!sheet.ok) return answerFailure(c, sheet.failure);
    const name = `thoi-han-thoa-thuan-${deps.register.today()}.xlsx`;
    // A copy: the bytes may lie in a pool that Node shares.
    return c.body(new Uint8Array(sheet.value), 200, fileHeaders(name, sheet.value.length));
  });
}

function addReportRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const shared = { path: apiPaths.agreementReport, middleware: forActors(deps) };
  const show = createRoute({
    ...{ method: "get", summary: "The figures of the yearly report on agreements", ...shared },
    request: { query: z.object({ year: z.coerce.number().int().min(1990).max(2100).optional() }) },
    responses: answers("The figures, and the agreements behind them", agreementReportAnswer),
  });
  app.openapi(show, async (c) => {
    const shown = await showAgreementReport(c.var.actor, c.req.valid("query").year ?? null, deps.register);
    return shown.ok ? c.json(presentReport(shown.value), 200) : answerFailure(c, shown.failure);
  });
  const draft = createRoute({
    ...{ method: "post", summary: "Draft the yearly report on agreements", ...shared },
    request: { body: jsonBody(agreementReportRequest) },
    responses: fileAnswer,
  });
  app.openapi(draft, async (c) => {
    const request = c.req.valid("json");
    const drafted = await draftAgreementReport(c.var.actor, request, deps.register);
    if (!drafted.ok) return answerFailure(c, drafted.failure);
    const name = `bao-cao-thoa-thuan-${request.year}.docx`;
    return c.body(new Uint8Array(drafted.value), 200, fileHeaders(name, drafted.value.length));
  });
}

function presentSettings({ settings, procedures }: ShownAgreementSettings): AgreementSettingsAnswer {
  return {
    settings: {
      ...settings,
      ...{ alertDays: [...settings.alertDays], tellDays: [...settings.tellDays] },
      levels: settings.levels.map((one) => ({ ...one, alsoAsks: [...one.alsoAsks] })),
    },
    procedures: procedures.map((one) => ({
      ...{ level: one.level, decidedBy: one.decidedBy, opinionDays: one.opinionDays, source: one.source },
      asks: [...one.asks],
      copyDays: one.afterSigning.find(({ kind }) => kind === "copied")?.days ?? null,
      open: openFigures(one),
    })),
  };
}

function presentNamed<Named extends NamedAgreement>(one: Named) {
  return { ...one, partners: [...one.partners] };
}

function presentLimits({ endings, duties, opinions, ...rest }: AgreementLimits): AgreementLimitsAnswer {
  const present = <One extends { readonly agreement: NamedAgreement }>(one: One) => ({
    ...one,
    agreement: presentNamed(one.agreement),
  });
  return {
    ...rest,
    ...{ endings: endings.map(present), duties: duties.map(present), opinions: opinions.map(present) },
  };
}

function presentReport({ year, report, settings, dueOn, agreements }: ShownReport): AgreementReportAnswer {
  const { span, countedOn, byStatus, byField, notEvaluated, told } = report;
  const row = <Column extends string>({
    key,
    cells,
  }: {
    key: string;
    cells: Record<Column, readonly string[]>;
  }) => ({
    key,
    cells: copied(cells),
  });
  return {
    ...{ year, ...span, countedOn, dueOn, recipient: settings.recipient, form: settings.form },
    ...{
      whole: copied(report.whole),
      byLevel: report.byLevel.map(row),
      byCountry: report.byCountry.map(row),
    },
    byStatus: byStatus.map(({ key, cells }) => ({ key, cells: copied(cells) })),
    ...{ byField: byField.map(row), notEvaluated: [...notEvaluated], told: copied(told) },
    agreements: agreements.map(presentNamed),
  };
}

/** Lists of ids that may be handed on. */
function copied<Column extends string>(
  cells: Readonly<Record<Column, readonly string[]>>,
): Record<Column, string[]> {
  // The same keys, with copies of their lists.
  return Object.fromEntries(
    Object.entries<readonly string[]>(cells).map(([key, ids]) => [key, [...ids]]),
  ) as Record<Column, string[]>;
}
