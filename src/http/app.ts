import { OpenAPIHono } from "@hono/zod-openapi";
import { compress } from "hono/compress";
import { readLimits } from "../contract/limits.ts";
import { apiPaths } from "../contract/paths.ts";
import { addAccountRoutes } from "./account.ts";
import { addCodeRoutes } from "./account-codes.ts";
import { addOwnAccountRoutes } from "./account-own.ts";
import { addAgreementListRoutes } from "./agreement-lists.ts";
import { addAgreementTextRoutes } from "./agreement-texts.ts";
import { addAgreementRoutes } from "./agreements.ts";
import { refuse } from "./answer.ts";
import { addAnsweringRoute } from "./answering.ts";
import { addApiKeyRoutes } from "./api-keys.ts";
import { addAssignmentRoutes } from "./assignments.ts";
import { addBorderRoute } from "./border.ts";
import { addCalendarRoutes } from "./calendar.ts";
import { addCallReviewRoutes } from "./call-reviews.ts";
import { addChangeProposalRoutes } from "./change-proposals.ts";
import { addCollectiveRoutes } from "./collectives.ts";
import { addCoordinationRoutes } from "./coordination.ts";
import { addCountryRoute } from "./country.ts";
import type { AppDependencies } from "./dependencies.ts";
import { addDocumentRoutes } from "./documents.ts";
import { addDutyRoutes } from "./duties.ts";
import { addDutySettingsRoutes } from "./duty-settings.ts";
import { addFactSheetRoutes } from "./fact-sheet.ts";
import { faultyParts } from "./faulty-parts.ts";
import { addressKnown, hostCheck, originCheck, securityHeaders } from "./guard.ts";
import { addLeadersRoutes } from "./leaders.ts";
import { addLineageRoutes } from "./lineage.ts";
import { addLogRoutes } from "./log.ts";
import { addMessageRoutes } from "./messages.ts";
import { addOverviewRoutes } from "./overview.ts";
import { addOwnPlanRoutes } from "./own-plans.ts";
import { addPartnerMapRoute } from "./partner-map.ts";
import { addPeopleRoutes } from "./people.ts";
import { addPlanRoutes } from "./plans.ts";
import { paceKept } from "./rate-limit.ts";
import { addReadRoute } from "./read.ts";
import { addRecordCalendarRoutes } from "./record-calendar.ts";
import { addRecordFileRoutes } from "./record-files.ts";
import { addRecordSumRoutes } from "./record-sums.ts";
import { addTwinRoutes } from "./record-twins.ts";
import { addRecordRoutes } from "./records.ts";
import { refusalsLogged } from "./refusals-logged.ts";
import { addReviewRoutes } from "./review.ts";
import { addSampleRoutes } from "./sample.ts";
import { addScanRoutes } from "./scans.ts";
import { addSearchRoute } from "./search.ts";
import { addSettingsRoutes } from "./settings.ts";
import { addSignedRoutes } from "./signed.ts";
import { addStateRoutes } from "./state.ts";
import { webFiles } from "./static.ts";
import { addTargetRoutes } from "./targets.ts";
import { addTaskEventRoutes } from "./task-events.ts";
import { addTaskJoinRoutes } from "./task-joins.ts";
import { addTaskRoutes } from "./tasks.ts";
import { addTimeLimitRoutes } from "./time-limits.ts";
import { addUnitRoutes } from "./units.ts";
import { addUnplacedRoutes } from "./unplaced.ts";
import type { UploadLimits } from "./upload.ts";
import { addUrgingRoutes } from "./urging.ts";
import { addUrgingLetterRoutes } from "./urging-letters.ts";
import { addViewRoutes } from "./views.ts";
import { addWebhookRoutes } from "./webhook.ts";

/**
 * The HTTP application: guards first, then the routes of the API, then the built web application. It holds no state
 * and opens no port; `listen` does.
 */
export function createApp(deps: AppDependencies, limits: UploadLimits = readLimits): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return;
      return refuse(c, "server.bad-request", { part: faultyParts(result.error) });
    },
  });
  app.use(
    ...[addressKnown(deps.proxies), securityHeaders(deps.secure)],
    ...[hostCheck(deps.hosts), originCheck(deps.hosts)],
  );
  app.use("/api/*", paceKept(deps), compress(), refusalsLogged(deps));
  addReadRoute(app, deps, limits);
  addStateRoutes(app, deps);
  addAccountRoutes(app, deps);
  addOwnAccountRoutes(app, deps);
  addCodeRoutes(app, deps);
  addDocumentRoutes(app, deps, limits);
  addScanRoutes(app, deps);
  addReviewRoutes(app, deps);
  addLineageRoutes(app, deps);
  addTaskJoinRoutes(app, deps);
  addOwnPlanRoutes(app, deps);
  addUnplacedRoutes(app, deps);
  addSearchRoute(app, deps);
  addTaskRoutes(app, deps);
  addTargetRoutes(app, deps);
  addPlanRoutes(app, deps);
  addTaskEventRoutes(app, deps);
  addAnsweringRoute(app, deps);
  addDutyRoutes(app, deps);
  addSignedRoutes(app, deps, limits);
  addChangeProposalRoutes(app, deps);
  // Before the route of one record, which would take "export.csv" for an id.
  addRecordFileRoutes(app, deps);
  addRecordSumRoutes(app, deps);
  addCallReviewRoutes(app, deps);
  addTwinRoutes(app, deps);
  addRecordRoutes(app, deps);
  addRecordCalendarRoutes(app, deps);
  addPartnerMapRoute(app, deps);
  addBorderRoute(app, deps);
  addCoordinationRoutes(app, deps);
  addAgreementRoutes(app, deps);
  addTimeLimitRoutes(app, deps);
  addAgreementListRoutes(app, deps);
  addAgreementTextRoutes(app, deps);
  addOverviewRoutes(app, deps);
  addLeadersRoutes(app, deps);
  addCountryRoute(app, deps);
  addFactSheetRoutes(app, deps);
  addPeopleRoutes(app, deps);
  addApiKeyRoutes(app, deps);
  addAssignmentRoutes(app, deps);
  addUnitRoutes(app, deps);
  addCollectiveRoutes(app, deps);
  addViewRoutes(app, deps);
  addLogRoutes(app, deps);
  addSettingsRoutes(app, deps);
  addDutySettingsRoutes(app, deps);
  addUrgingRoutes(app, deps);
  addUrgingLetterRoutes(app, deps);
  addWebhookRoutes(app, deps);
  addMessageRoutes(app, deps);
  addCalendarRoutes(app, deps);
  addSampleRoutes(app, deps);
  app.doc31(apiPaths.openApi, { openapi: "3.1.0", info: { title: "Sáu Rõ", version: deps.version } });
  app.use(webFiles(deps.webFolder));
  app.notFound((c) => refuse(c, "server.not-found", { path: c.req.path }));
  app.onError((error, c) => {
    const reference = crypto.randomUUID().slice(0, 8);
    deps.reportBug(new Error(`${c.req.method} ${c.req.path} (${reference})`, { cause: error }));
    return refuse(c, "server.unexpected", { reference });
  });
  return app;
}
