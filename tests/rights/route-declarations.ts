import type { Action } from "../../src/domain/organisation/rights.ts";
import { jsonRequest, uploadOf } from "../support/register-app.ts";
import { madeId } from "../support/register-rows.ts";

/**
 * What a route asks: an action of the table of rights, of a thing when its path names one. `signedIn`: whoever is signed
 * in, whatever he is; `door`: everybody, for it is the way in, or tells nothing of the register; `countryReader`: who was
 * named at the machine, which no role gives.
 */
export interface RouteDeclaration {
  readonly asks: Action | "signedIn" | "door" | "countryReader";
  /** Actions each of which lets in too: what is shown then is what that action shows. */
  readonly orAsks?: readonly Action[];
  /** What the first blank of the path names. `own`: a thing that belongs to the person alone. */
  readonly of?:
    | "task"
    | "document"
    | "finding"
    | "occurrence"
    | "duty"
    | "request"
    | "unit"
    | "person"
    | "post"
    | "record"
    | "own";
  /** Asked only of who has just proved himself. */
  readonly proof?: true;
  /** Changes what a unit owns: who reaches over the province, and is of no unit, is refused. */
  readonly ownersOnly?: true;
  /** The right by which its answer may name documents and tasks; `see-tasks` when nothing is said. */
  readonly showsBy?: Action;
  /** The rest of the request: one that would change nothing, or nothing that matters to the walk. */
  readonly sends?: () => RequestInit;
}

const json = (body: unknown) => (method: string) => jsonRequest(method, body);
const stale = { version: 999 };
const nobodysId = "01990000-0000-7000-8000-000000000000";
const nobodysPart = { document: nobodysId, position: 0 };
const passkey = { id: "a", rawId: "a", type: "public-key" };
const invitation = {
  ...{ name: "Lê Thị Sen", email: "sen@vd.gov.vn", officialId: null, days: 7, mail: null },
  posts: [{ role: "unitOfficer", unit: madeId("unit", 1), title: null }],
};
const agreementAction = {
  ...{ kind: "proposed", on: "2026-01-05", body: null, bodyName: null, answer: null },
  ...{ documentNumber: null, note: null, validUntil: null },
};
const agreementSettings = {
  ...{ asksParty: false, alertDays: [], tellDays: [], levels: [], ...stale },
  report: { recipient: "Bộ Ngoại giao", due: null, period: "calendar", form: null },
};
const clause = { label: "Điều 2", content: "Trao đổi đoàn y tế", party: "ours" };
const end = { kind: "abolished", on: "2026-01-01", unit: nobodysId, heir: null };
const rule = { kinds: [], relations: [], traits: [], under: null, only: [], except: [] };
const sheet = () => ({ ...uploadOf(["a.csv", "Mã,Phiên bản\n"]) });

function sending(body: unknown, method: string): Pick<RouteDeclaration, "sends"> {
  return { sends: () => json(body)(method) };
}

/** Every route of the application, by method and path. */
export const routeDeclarations: Readonly<Record<string, RouteDeclaration>> = {
  "get /api/session": { asks: "door" },
  "post /api/session": { asks: "door", ...sending({ email: "a@b.vn", password: "x" }, "POST") },
  "delete /api/session": { asks: "door" },
  "get /api/session/ways": { asks: "door" },
  "post /api/session/code": { asks: "door" },
  "post /api/session/passkey": { asks: "door" },
  "post /api/session/passkey/options": { asks: "door" },
  "post /api/session/entry": { asks: "door" },
  "get /api/session/sso": { asks: "door" },
  "get /api/session/sso/back": { asks: "door" },
  "post /api/session/proof": { asks: "signedIn", ...sending({ password: "x" }, "POST") },
  "post /api/session/proof/passkey": { asks: "signedIn", ...sending({ response: passkey }, "POST") },
  "get /api/account": { asks: "signedIn" },
  "patch /api/account": { asks: "signedIn", ...sending({ name: "Tên" }, "PATCH") },
  "put /api/account/password": {
    asks: "signedIn",
    ...sending({ old: "x", password: "bốn con trâu xanh" }, "PUT"),
  },
  "post /api/account/app": { asks: "signedIn", proof: true },
  "put /api/account/app": { asks: "signedIn", proof: true, ...sending({ code: "123456" }, "PUT") },
  "delete /api/account/app": { asks: "signedIn", proof: true },
  "post /api/account/codes": { asks: "signedIn", proof: true },
  "post /api/account/passkeys/options": { asks: "signedIn", proof: true },
  "post /api/account/passkeys": {
    ...{ asks: "signedIn", proof: true },
    ...sending({ name: "Máy ở cơ quan", response: passkey }, "POST"),
  },
  "delete /api/account/passkeys/{id}": { asks: "signedIn", of: "own", proof: true },
  "delete /api/account/sessions": { asks: "signedIn" },
  "delete /api/account/sessions/{id}": { asks: "signedIn", of: "own" },
  "get /api/invitations": { asks: "change-people" },
  "post /api/invitations": { asks: "change-people", proof: true, ...sending(invitation, "POST") },
  "delete /api/invitations/{id}": { asks: "change-people", of: "own" },
  "post /api/invitations/check": { asks: "door" },
  "post /api/invitations/accept": { asks: "door" },
  "post /api/recoveries": { asks: "change-rights", proof: true, ...sending({ person: "nobody" }, "POST") },
  "post /api/recoveries/check": { asks: "door" },
  "post /api/recoveries/use": { asks: "door" },
  "post /api/setup/check": { asks: "door", ...sending({ token: "x" }, "POST") },
  "post /api/setup": { asks: "door", ...sending({}, "POST") },
  "get /api/provinces": { asks: "signedIn" },
  "put /api/session/province": { asks: "signedIn", ...sending({ province: 52 }, "PUT") },
  "post /api/read": { asks: "signedIn", sends: () => uploadOf(["a.txt", "x"]) },
  "get /api/state": { asks: "signedIn" },
  "post /api/documents": { asks: "import-document", sends: () => uploadOf(["a.txt", "x"]) },
  "get /api/documents": { asks: "see-documents" },
  "get /api/documents/{id}": { asks: "see-documents", of: "document" },
  "get /api/documents/{id}/source": { asks: "see-documents", of: "document" },
  "get /api/documents/{id}/file/{position}": { asks: "see-documents", of: "document" },
  "get /api/documents/{id}/file/{position}/searchable": { asks: "see-documents", of: "document" },
  "get /api/documents/{id}/findings": { asks: "review-findings", of: "document" },
  "post /api/documents/{id}/findings": {
    ...{ asks: "review-findings", of: "document" },
    ...sending({ task: { content: "Thêm một việc" } }, "POST"),
  },
  "get /api/documents/{id}/unplaced/{position}": { asks: "see-documents", of: "document" },
  "get /api/unplaced": { asks: "see-documents", showsBy: "see-documents" },
  "post /api/unplaced/marks": {
    asks: "review-findings",
    ...sending({ parts: [nobodysPart], reason: "đã xem" }, "POST"),
  },
  "delete /api/unplaced/marks": {
    asks: "review-findings",
    ...sending({ parts: [nobodysPart] }, "DELETE"),
  },
  "post /api/unplaced/task": { asks: "review-findings", ...sending(nobodysPart, "POST") },
  "post /api/documents/{id}/accept-clear": { asks: "review-findings", of: "document" },
  "get /api/scans": { asks: "import-document" },
  "post /api/scans/{id}/cancel": { asks: "import-document", of: "own" },
  "post /api/scans/{id}/declaration": { asks: "import-document", of: "own" },
  "post /api/scans/{id}/retry": { asks: "import-document", of: "own", ...sending({ force: [] }, "POST") },
  "delete /api/scans/{id}": { asks: "import-document", of: "own" },
  "patch /api/findings/{id}": {
    ...{ asks: "review-findings", of: "finding" },
    ...sending({ ...stale, edited: { content: "Khác" } }, "PATCH"),
  },
  "post /api/findings/{id}/decision": {
    ...{ asks: "review-findings", of: "finding" },
    ...sending({ ...stale, decision: "accepted" }, "POST"),
  },
  "delete /api/findings/{id}/decision": {
    ...{ asks: "review-findings", of: "finding" },
    ...sending(stale, "DELETE"),
  },
  "post /api/findings/{id}/links": {
    ...{ asks: "review-findings", of: "finding" },
    ...sending({ ...stale, task: nobodysId, kind: "repeats" }, "POST"),
  },
  "delete /api/findings/{id}/links": {
    ...{ asks: "review-findings", of: "finding" },
    ...sending({ ...stale, task: nobodysId }, "DELETE"),
  },
  "post /api/findings/{id}/links/refusals": {
    ...{ asks: "review-findings", of: "finding" },
    ...sending({ ...stale, task: nobodysId }, "POST"),
  },
  "get /api/documents/{id}/lineage": { asks: "review-findings", of: "document", showsBy: "review-findings" },
  "post /api/documents/{id}/lineage": {
    ...{ asks: "review-findings", of: "document" },
    ...sending({ task: nobodysId, kind: "issue", number: null }, "POST"),
  },
  "post /api/documents/{id}/lineage/refusals": {
    ...{ asks: "review-findings", of: "document" },
    ...sending({ task: nobodysId }, "POST"),
  },
  "get /api/documents/{id}/ties": { asks: "see-documents", of: "document" },
  "get /api/documents/{id}/questions": {
    asks: "review-findings",
    of: "document",
    showsBy: "review-findings",
  },
  "post /api/documents/{id}/questions": {
    ...{ asks: "review-findings", of: "document" },
    ...sending({ task: nobodysId, question: "replaced", answer: "kept", reason: "còn cần" }, "POST"),
  },
  "post /api/documents/{id}/questions/carry-over": {
    ...{ asks: "review-findings", of: "document", showsBy: "review-findings" },
    ...sending({ pairs: [{ task: nobodysId, into: nobodysId }] }, "POST"),
  },
  "delete /api/documents/{id}/questions": {
    ...{ asks: "review-findings", of: "document", showsBy: "review-findings" },
    ...sending({ answers: [{ task: nobodysId, question: "replaced" }] }, "DELETE"),
  },
  "get /api/tasks/{id}/joins": { asks: "see-tasks", of: "task" },
  "get /api/tasks/{id}/joins/candidates": { asks: "edit-task", of: "task" },
  "get /api/tasks/{id}/joins/preview": { asks: "edit-task", of: "task" },
  "post /api/tasks/{id}/joins": {
    ...{ asks: "edit-task", of: "task" },
    ...sending({ ...stale, other: nobodysId, otherVersion: 1, words: nobodysId }, "POST"),
  },
  "delete /api/joins/{id}": { asks: "edit-task", of: "own" },
  "get /api/tasks/{id}/lineage": { asks: "see-tasks", of: "task" },
  "delete /api/lineage/{id}": { asks: "review-findings", of: "own" },
  "post /api/findings/{id}/split": {
    ...{ asks: "review-findings", of: "finding" },
    ...sending({ ...stale, parts: [{ content: "Một" }, { content: "Hai" }] }, "POST"),
  },
  "post /api/findings/merge": {
    asks: "review-findings",
    ...sending(
      {
        findings: [
          { id: nobodysId, ...stale },
          { id: nobodysId, ...stale },
        ],
      },
      "POST",
    ),
  },
  "get /api/tasks": { asks: "see-tasks" },
  "get /api/tasks/groups": { asks: "see-tasks" },
  "get /api/tasks/export.xlsx": { asks: "export-register" },
  "get /api/tasks/export.csv": { asks: "export-register" },
  "get /api/plans/export.xlsx": { asks: "export-register" },
  "post /api/plans/import": { asks: "set-plans", sends: sheet },
  "post /api/tasks/import": { asks: "edit-task", sends: sheet },
  "post /api/tasks/import/{id}/undo": { asks: "edit-task", of: "own" },
  "get /api/tasks/{id}": { asks: "see-tasks", of: "task" },
  "patch /api/tasks/{id}": { asks: "edit-task", of: "task", ...sending({ ...stale, label: "x" }, "PATCH") },
  "post /api/tasks/{id}/preview": {
    ...{ asks: "edit-task", of: "task" },
    ...sending({ version: 1, label: "x" }, "POST"),
  },
  "post /api/tasks/{id}/events": {
    ...{ asks: "edit-task", of: "task" },
    ...sending({ version: 1, on: "2026-05-01", document: "1/TB", term: { length: 1, unit: "D" } }, "POST"),
  },
  "put /api/tasks/{id}/answering": {
    ...{ asks: "edit-task", of: "task" },
    ...sending({ ...stale, body: null, on: "2026-05-01" }, "PUT"),
  },
  "get /api/tasks/{id}/coordination": { asks: "see-tasks", of: "task" },
  "put /api/tasks/{id}/named-units": {
    ...{ asks: "coordinate", of: "task" },
    ...sending({ ...stale, key: "lien quan", units: [], on: "2026-05-01" }, "PUT"),
  },
  "get /api/tasks/{id}/history": { asks: "see-tasks", of: "task" },
  "get /api/tasks/{id}/targets": { asks: "see-tasks", of: "task" },
  "get /api/tasks/{id}/targets/period": { asks: "see-tasks", of: "task" },
  "get /api/duties/{id}/targets": { asks: "see-duties", of: "duty" },
  "put /api/tasks/{id}/targets/source": {
    ...{ asks: "edit-task", of: "task" },
    ...sending({ target: "không có", source: null, version: null }, "PUT"),
  },
  "put /api/tasks/{id}/targets/plans": {
    ...{ asks: "set-plans", of: "task" },
    ...sending(
      {
        ...{ target: "x", period: "2026", document: null },
        plans: [{ unit: null, typed: "1", version: null }],
      },
      "PUT",
    ),
  },
  "post /api/occurrences/{id}/facts": {
    ...{ asks: "record-fact", of: "occurrence" },
    ...sending({ ...stale, kind: "started", on: "2026-03-01" }, "POST"),
  },
  "post /api/occurrences/fill": {
    asks: "record-fact",
    ...sending({ kind: "done", on: null, tasks: [] }, "POST"),
  },
  "get /api/duties": { asks: "see-duties", showsBy: "see-duties" },
  "get /api/duties/{id}": { asks: "see-duties", of: "duty", showsBy: "see-duties" },
  "post /api/duties/{id}/reports": {
    ...{ asks: "report-duty", of: "duty" },
    ...sending(
      { ...stale, text: "x", claimsDone: false, nothing: false, measured: [], proofs: [], send: "kept" },
      "POST",
    ),
  },
  "post /api/duties/{id}/approval": {
    ...{ asks: "report-duty", of: "duty" },
    ...sending({ ...stale, send: { number: "1/BC", on: "2026-02-20" } }, "POST"),
  },
  "post /api/duties/{id}/requests": {
    ...{ asks: "coordinate", of: "duty" },
    ...sending({ units: [nobodysId], content: "x", on: "2026-02-20", workingDays: 5 }, "POST"),
  },
  "get /api/requests": { asks: "see-duties", showsBy: "see-duties" },
  "post /api/requests/{id}/facts": {
    ...{ asks: "coordinate", of: "request" },
    ...sending({ ...stale, kind: "answered", on: "2026-02-20", text: "x", proofs: [] }, "POST"),
  },
  "post /api/duties/nothing": {
    asks: "report-duty",
    ...sending({ duties: [{ id: nobodysId, version: 1 }] }, "POST"),
  },
  "post /api/duties/facts": {
    asks: "see-duties",
    ...sending({ duties: [{ id: nobodysId, version: 1 }], kind: "recorded", on: "2026-03-01" }, "POST"),
  },
  "post /api/duties/letter": {
    asks: "record-report",
    ...sending({ duties: [nobodysId], from: "committee", answerBy: "2099-01-01" }, "POST"),
  },
  "get /api/documents/{id}/own-plan": { asks: "review-findings", of: "document" },
  "put /api/documents/{id}/own-plan": {
    ...{ asks: "review-findings", of: "document" },
    ...sending({ unit: nobodysId, parent: nobodysId, answers: false }, "PUT"),
  },
  "delete /api/documents/{id}/own-plan": { asks: "review-findings", of: "document" },
  "post /api/documents/{id}/own-plan/steps": { asks: "review-findings", of: "document" },
  "get /api/documents/{id}/own-plans": { asks: "see-tasks", of: "document" },
  "get /api/documents/{id}/own-plans/export.xlsx": { asks: "export-register", of: "document" },
  "post /api/documents/{id}/own-plans/orders": {
    ...{ asks: "review-findings", of: "document" },
    ...sending({ task: nobodysId, asks: true }, "POST"),
  },
  "get /api/tasks/{id}/steps": { asks: "see-tasks", of: "task" },
  "get /api/proposals": { asks: "see-duties", showsBy: "see-duties" },
  "post /api/duties/{id}/proposals": {
    ...{ asks: "report-duty", of: "duty", ...sending({ kind: "obstacle", text: " " }, "POST") },
  },
  "delete /api/proposals/{id}": { asks: "report-duty", of: "own", ...sending(stale, "DELETE") },
  "post /api/proposals/{id}/decision": {
    ...{ asks: "edit-task", of: "own" },
    ...sending({ ...stale, outcome: "noted", document: null, documentOn: null, note: null }, "POST"),
  },
  "delete /api/proposals/{id}/decision": { asks: "edit-task", of: "own", ...sending(stale, "DELETE") },
  "get /api/signed": { asks: "file-signed", showsBy: "file-signed" },
  "get /api/signed/scans": { asks: "file-signed" },
  "get /api/signed/{id}": { asks: "file-signed", of: "own" },
  "get /api/signed/{id}/file/{position}": { asks: "file-signed", of: "own" },
  "post /api/signed": { asks: "file-signed", sends: () => uploadOf(["a.txt", "x"]) },
  "post /api/signed/{id}/match": {
    ...{ asks: "file-signed", of: "own" },
    ...sending(
      {
        ...stale,
        number: "1/BC",
        on: "2026-02-20",
        duties: [{ id: nobodysId, version: 1 }],
        claimsDone: true,
      },
      "POST",
    ),
  },
  "delete /api/signed/{id}/match": { asks: "file-signed", of: "own", ...sending(stale, "DELETE") },
  "post /api/signed/{id}/aside": {
    ...{ asks: "file-signed", of: "own", ...sending({ ...stale, reason: "Trùng" }, "POST") },
  },
  "delete /api/signed/{id}/aside": { asks: "file-signed", of: "own", ...sending(stale, "DELETE") },
  "post /api/proofs": { asks: "report-duty", sends: () => uploadOf(["a.txt", "x"]) },
  "get /api/proofs/{id}/file": { asks: "see-duties", of: "own" },
  "get /api/leaders": { asks: "compare-units", showsBy: "compare-units" },
  "get /api/records": { asks: "see-records" },
  "get /api/records/{register}": { asks: "see-records", showsBy: "see-records" },
  "post /api/records/{register}": {
    asks: "edit-records",
    ...sending({ values: {}, links: {}, owner: null }, "POST"),
  },
  "put /api/records/{register}/owner": {
    asks: "own-registers",
    ...sending({ unit: null, sourceSystem: null, version: 999 }, "PUT"),
  },
  "get /api/records/{register}/sums": { asks: "see-records" },
  "get /api/records/{register}/sums.xlsx": { asks: "export-register" },
  "get /api/records/{register}/twins": { asks: "join-records", showsBy: "see-records" },
  "post /api/records/{register}/twins": {
    asks: "join-records",
    ...sending(
      {
        ...{ one: { id: nobodysId, version: 1 }, other: { id: madeId("record", 0), version: 1 } },
        kept: null,
      },
      "POST",
    ),
  },
  "delete /api/records/{register}/twins": {
    ...{ asks: "join-records", ...sending({ one: nobodysId, other: madeId("record", 0) }, "DELETE") },
  },
  "get /api/records/{register}/targets": { asks: "see-records", showsBy: "see-records" },
  "get /api/records/{register}/export.xlsx": { asks: "export-register", showsBy: "see-records" },
  "get /api/records/{register}/export.csv": { asks: "export-register", showsBy: "see-records" },
  "get /api/records/{register}/imports": { asks: "edit-records" },
  "post /api/records/{register}/imports/{id}/undo": { asks: "edit-records", of: "own" },
  "post /api/records/{register}/imports": { asks: "edit-records", sends: sheet },
  "post /api/records/{register}/imports/{id}/preview": {
    ...{ asks: "edit-records", of: "own" },
    ...sending({ mapping: [], likely: "refuse" }, "POST"),
  },
  "post /api/records/{register}/imports/{id}/take": {
    ...{ asks: "edit-records", of: "own" },
    ...sending({ mapping: [], likely: "refuse" }, "POST"),
  },
  "get /api/cooperation/border": { asks: "see-records", showsBy: "see-records" },
  "get /api/cooperation/world": { asks: "see-records" },
  "get /api/cooperation/calendar": { asks: "see-records" },
  "get /api/cooperation/calendar.ics": { asks: "export-register" },
  "get /api/records/{register}/{id}": { asks: "see-records", of: "record", showsBy: "see-records" },
  "patch /api/records/{register}/{id}": {
    ...{ asks: "edit-records", of: "record", ownersOnly: true, showsBy: "see-records" },
    ...sending({ ...stale, values: {}, links: {} }, "PATCH"),
  },
  "delete /api/records/{register}/{id}": {
    ...{ asks: "edit-records", of: "record", ownersOnly: true, showsBy: "see-records" },
    ...sending(stale, "DELETE"),
  },
  "post /api/records/{register}/{id}/restore": {
    ...{ asks: "edit-records", of: "own" },
    ...sending(stale, "POST"),
  },
  "get /api/country": { asks: "countryReader" },
  "get /api/units/{id}/fact-sheet": { asks: "compare-units", of: "unit", showsBy: "compare-units" },
  "post /api/units/{id}/fact-sheet": {
    asks: "compare-units",
    of: "unit",
    ...sending({ year: "2026", from: "committee" }, "POST"),
  },
  "post /api/leaders/notice": { asks: "compare-units", ...sending({ from: "committee" }, "POST") },
  "get /api/agreements/{id}": { asks: "see-records", of: "own" },
  "post /api/agreements/{id}/proceedings": {
    ...{ asks: "edit-records", of: "own" },
    ...sending({ purpose: "conclude", onlyOutcome: false, action: agreementAction }, "POST"),
  },
  "post /api/agreements/{id}/proceedings/{proceeding}/actions": {
    ...{ asks: "edit-records", of: "own", ...sending(agreementAction, "POST") },
  },
  "delete /api/agreements/{id}/actions/{action}": { asks: "edit-records", of: "own" },
  "post /api/agreements/{id}/clauses": { asks: "edit-records", of: "own", ...sending(clause, "POST") },
  "put /api/agreements/{id}/clauses/{clause}": {
    ...{ asks: "edit-records", of: "own", ...sending(clause, "PUT") },
  },
  "delete /api/agreements/{id}/clauses/{clause}": { asks: "edit-records", of: "own" },
  "post /api/agreements/{id}/clauses/{clause}/task": {
    ...{ asks: "edit-records", of: "own" },
    ...sending({ document: nobodysId, lead: "Sở Y tế", time: null, product: null }, "POST"),
  },
  "post /api/agreements/{id}/evaluations": {
    ...{ asks: "edit-records", of: "own" },
    ...sending({ year: 2026, field: "health", verdict: "partly", content: "Mới một lớp" }, "POST"),
  },
  "delete /api/agreements/{id}/evaluations/{evaluation}": { asks: "edit-records", of: "own" },
  "get /api/agreements/{id}/texts": { asks: "see-records", of: "own" },
  "put /api/agreements/{id}/texts/{language}": {
    ...{ asks: "edit-records", of: "own" },
    ...sending({ isAuthentic: true, document: null, content: "Điều 1." }, "PUT"),
  },
  "delete /api/agreements/{id}/texts/{language}": { asks: "edit-records", of: "own" },
  "get /api/agreement-settings": { asks: "see-settings" },
  "get /api/call-reviews/{id}": { asks: "see-records", of: "own" },
  "get /api/time-limits": { asks: "see-records" },
  "get /api/time-limits/{register}/{id}": { asks: "see-records", of: "own" },
  "put /api/time-limits/{register}/{id}/{limit}/{occurrence}": {
    ...{ asks: "edit-records", of: "own" },
    ...sending({ on: "2026-01-15", documentNumber: null }, "PUT"),
  },
  "delete /api/time-limits/{register}/{id}/{limit}/{occurrence}": { asks: "edit-records", of: "own" },
  "get /api/settings/time-limits": { asks: "see-settings" },
  "put /api/settings/time-limits": {
    asks: "change-settings",
    ...sending({ settings: { days: {}, steps: [], travel: {} }, version: 0 }, "PUT"),
  },
  "put /api/agreement-settings": { asks: "change-settings", ...sending(agreementSettings, "PUT") },
  "get /api/agreement-limits": { asks: "see-records" },
  "get /api/agreement-limits/export.xlsx": { asks: "export-register" },
  "get /api/agreement-report": { asks: "see-records" },
  "post /api/agreement-report": { asks: "compare-units", ...sending({ year: 2026, from: "own" }, "POST") },
  "get /api/overview": { asks: "see-tasks" },
  "get /api/units": { asks: "see-tasks" },
  "get /api/units/tree": { asks: "see-units" },
  "get /api/units/choices": { asks: "coordinate" },
  "get /api/units/list": { asks: "see-units" },
  "get /api/units/{id}": { asks: "see-units", of: "unit" },
  "patch /api/units/{id}": {
    asks: "change-units",
    of: "unit",
    ...sending({ ...stale, symbol: "X" }, "PATCH"),
  },
  "post /api/unit-changes": {
    asks: "change-units",
    ...sending(
      { change: end, document: null, note: null, seen: { tasks: 0, posts: 0, assignments: 0, units: 0 } },
      "POST",
    ),
  },
  "get /api/unit-plans": { asks: "see-units" },
  "delete /api/unit-plans/{id}": { asks: "change-units", of: "own" },
  "post /api/unit-changes/preview": { asks: "change-units", ...sending({ change: end }, "POST") },
  "post /api/unit-changes/{id}/undo": { asks: "change-units", of: "own" },
  // What is found is what the list of each kind shows; only who is shown no list is refused.
  "get /api/search": {
    asks: "see-units",
    orAsks: ["see-documents", "see-tasks", "see-records", "see-people"],
  },
  "get /api/people": { asks: "see-people" },
  "get /api/people/{id}": { asks: "see-people", of: "person" },
  "patch /api/people/{id}": {
    ...{ asks: "change-people", of: "person" },
    ...sending({ ...stale, name: "Khác", phone: null }, "PATCH"),
  },
  "post /api/people/{id}/leaving": {
    ...{ asks: "change-rights", of: "person", proof: true },
    ...sending({ ...stale, on: "2026-03-01", successor: null }, "POST"),
  },
  "post /api/people/{id}/posts": {
    ...{ asks: "change-people", of: "own", proof: true },
    ...sending(
      {
        role: "unitHead",
        unit: null,
        title: null,
        from: "2026-03-01",
        to: null,
        actingFor: null,
        document: null,
      },
      "POST",
    ),
  },
  "post /api/posts/{id}/end": {
    ...{ asks: "change-people", of: "post", proof: true },
    ...sending({ ...stale, on: "2026-03-01" }, "POST"),
  },
  "post /api/posts/{id}/hand-over": {
    ...{ asks: "change-people", of: "post", proof: true },
    ...sending({ ...stale, on: "2026-03-01", to: "x" }, "POST"),
  },
  "get /api/collectives": { asks: "bind-collectives" },
  "post /api/collectives": { asks: "bind-collectives", ...sending({ ...stale, name: " ", rule }, "POST") },
  "post /api/collectives/preview": { asks: "bind-collectives", ...sending({ rule, day: null }, "POST") },
  "put /api/collectives/{id}": {
    ...{ asks: "bind-collectives", of: "own" },
    ...sending({ ...stale, name: "x", rule }, "PUT"),
  },
  "post /api/collective-wordings": { asks: "bind-collectives", ...sending({ key: "x", to: null }, "POST") },
  "post /api/tasks/{id}/heir": {
    ...{ asks: "edit-task", of: "task" },
    ...sending({ position: 0, unit: nobodysId, heir: nobodysId }, "POST"),
  },
  "post /api/unit-names": { asks: "change-units", ...sending({ key: "x", unit: nobodysId }, "POST") },
  "get /api/keys": { asks: "manage-keys" },
  "post /api/keys": {
    ...{ asks: "manage-keys", proof: true },
    ...sending({ name: "Khóa thử", scopes: ["see-tasks"], lastDay: "2026-12-31" }, "POST"),
  },
  "delete /api/keys/{id}": { asks: "manage-keys", of: "own", proof: true },
  "get /api/tasks/{id}/assignments": { asks: "see-tasks", of: "task" },
  "get /api/assignments": { asks: "assign-work" },
  "post /api/assignments": {
    asks: "assign-work",
    ...sending({ unit: nobodysId, tasks: [{ id: nobodysId, version: 0 }], officer: null }, "POST"),
  },
  "get /api/rights": { asks: "see-rights" },
  "get /api/timeline": { asks: "see-tasks" },
  "get /api/views": { asks: "keep-views" },
  "post /api/views": { asks: "keep-views", ...sending({ name: "x", place: "tasks", query: "" }, "POST") },
  "delete /api/views/{id}": { asks: "keep-views", of: "own" },
  "get /api/log": { asks: "see-log" },
  "get /api/log/export.jsonl": { asks: "export-log" },
  "get /api/log/export.csv": { asks: "export-log" },
  "get /api/log/{id}": { asks: "see-log", of: "own" },
  "get /api/settings": { asks: "see-settings" },
  "put /api/settings": {
    asks: "change-settings",
    ...sending({ ...stale, startDay: null, soonDays: 30 }, "PUT"),
  },
  "post /api/settings/preview": {
    asks: "change-settings",
    ...sending({ ...stale, startDay: null, soonDays: 30 }, "POST"),
  },
  "get /api/urging": { asks: "change-settings" },
  "put /api/urging": {
    asks: "change-settings",
    ...sending({ ...stale, ladder: null, from: null, fromHour: 8, toHour: 17 }, "PUT"),
  },
  "post /api/urging/preview": {
    asks: "change-settings",
    ...sending({ ladder: null, from: "2026-01-01", toHour: 17 }, "POST"),
  },
  "post /api/urging/trial": { asks: "change-settings" },
  "post /api/urging/messages/{id}/retry": { asks: "change-settings", of: "own" },
  "get /api/urging/letters": { asks: "record-report", showsBy: "record-report" },
  "post /api/urging/letters": {
    asks: "record-report",
    ...sending({ kind: "letter", duties: [nobodysId], number: "1/SNgV", issuedOn: "2026-03-01" }, "POST"),
  },
  "delete /api/urging/letters/{id}": { asks: "record-report", of: "own" },
  "get /api/urging/meeting": { asks: "compare-units", showsBy: "compare-units" },
  "get /api/urging/meeting.docx": { asks: "compare-units" },
  "get /api/calendar": { asks: "see-duties" },
  "post /api/calendar": { asks: "see-duties" },
  "delete /api/calendar": { asks: "see-duties" },
  // Who has the link is who it was made for: it opens nothing else.
  "get /api/calendar/{token}": { asks: "door" },
  "get /api/settings/duties": { asks: "see-settings" },
  "put /api/settings/duties": {
    asks: "change-settings",
    ...sending(
      {
        ...{ confirmingDocument: null, confirmingFrom: null, extensionLimit: null, nothingUnapproved: true },
        ...stale,
      },
      "PUT",
    ),
  },
  "get /api/settings/days": { asks: "see-settings" },
  "post /api/settings/days": {
    asks: "change-settings",
    ...sending({ day: "2026-03-07", off: true, name: "Thứ Bảy đã nghỉ" }, "POST"),
  },
  "delete /api/settings/days": { asks: "change-settings", ...sending({ day: "2026-03-05" }, "DELETE") },
  "get /api/urging/webhook": { asks: "manage-keys" },
  "put /api/urging/webhook": {
    ...{ asks: "manage-keys", proof: true },
    ...sending({ ...stale, url: null, renew: false }, "PUT"),
  },
  "post /api/urging/webhook/trial": { asks: "manage-keys" },
  "get /api/messages": { asks: "see-duties", showsBy: "see-duties" },
  "get /api/waiting": { asks: "see-duties" },
  "post /api/messages/read": { asks: "see-duties", ...sending({ ids: null }, "POST") },
  "put /api/messages/mail": { asks: "see-duties", ...sending({ wanted: true }, "PUT") },
  "get /api/sample": { asks: "see-sample", showsBy: "see-sample" },
  "post /api/sample": { asks: "fill-sample", showsBy: "see-sample" },
  "delete /api/sample": { asks: "clear-sample", ...sending({ documents: 999, tasks: 999 }, "DELETE") },
};
