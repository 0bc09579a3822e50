import type {
  DocumentAnswer,
  DocumentLine,
  DocumentLink,
  ImportLine,
  ReviewBalanceAnswer,
} from "../contract/document.ts";
import type { FindingAnswer, FindingsAnswer, ReviewAnswer } from "../contract/review.ts";
import { currentFinding, editableFields } from "../domain/duty/finding-edit.ts";
import type { DocumentListLine, DocumentReferenceLine } from "../domain/duty/registered-document.ts";
import { isClear, type ReviewBalance, type ReviewedFinding } from "../domain/duty/review.ts";
import type { Language } from "../domain/language/language.ts";
import type { ReceivedOutcome } from "../operations/receive-documents.ts";
import type { ReviewChange, ShownReview } from "../operations/review-findings.ts";
import type { ShownDocument } from "../operations/show-document.ts";
import { presentFailure } from "./answer.ts";

export function presentOutcome(outcome: ReceivedOutcome, language: Language): ImportLine {
  const { files } = outcome;
  switch (outcome.outcome) {
    case "imported": {
      const { key, findings, rejected, signatures } = outcome;
      const document = presentLink(outcome.document);
      return { outcome: "imported", files, key, document, findings, rejected, signatures };
    }
    case "duplicate": {
      const { key, why, findings } = outcome;
      return { outcome: "duplicate", files, key, why, of: presentLink(outcome.of), findings };
    }
    case "waiting":
      return { outcome: "waiting", files, scan: outcome.scan };
    case "refused":
      return { outcome: "refused", files, ...presentFailure(outcome.failure, language) };
  }
}

export function presentLine(line: DocumentListLine): DocumentLine {
  return {
    ...presentLink(line),
    ...{ kind: line.kind, importedAt: line.importedAt.toISOString() },
    ...{ reviewedAt: line.reviewedAt?.toISOString() ?? null, findings: line.findings, open: line.open },
    ...{ tasks: line.tasks, duplicateOf: line.duplicateOf },
  };
}

export function presentDocument(document: ShownDocument): DocumentAnswer {
  return {
    ...{ id: document.id, head: document.head, fileName: document.fileName, sha256: document.sha256 },
    files: document.files.map(({ position, name, format, sha256, size }) => ({
      ...{ position, name, format, sha256, size },
    })),
    ...{ importedAt: document.importedAt.toISOString(), importedBy: document.importedBy },
    reviewedAt: document.reviewedAt?.toISOString() ?? null,
    duplicateOf: document.duplicateOf && presentLink(document.duplicateOf),
    balance: presentBalance(document.balance),
    ledger: {
      steps: document.ledger.steps.map((step) => ({ ...step, rejected: [...step.rejected] })),
    },
    signatures: document.signatures,
    notices: document.notices.map(({ code, count, place }) => ({ code, count, place })),
    cites: document.cites.map(
      ({ number, kind, issuer, date, relation, asWritten, place, doubt, document: registered }) => ({
        ...{ number, kind, issuer, date, relation, asWritten, place, doubt },
        document: registered && presentLink(registered),
      }),
    ),
    citedBy: document.citedBy.map(({ document: citing, relation, asWritten, place }) => ({
      ...{ document: presentLink(citing), relation, asWritten, place },
    })),
    tasks: document.tasks.map(({ id, ref, content, leads, timeWords, general, unclear }) => ({
      ...{ id, ref, content, leads, timeWords, general, unclear },
    })),
  };
}

export function presentReview(review: ShownReview): FindingsAnswer {
  return {
    document: presentLink(review.document),
    findings: review.findings.map(presentFinding),
    balance: presentBalance(review.balance),
    reviewedAt: review.reviewedAt?.toISOString() ?? null,
  };
}

export function presentChange(change: ReviewChange): ReviewAnswer {
  return {
    findings: change.findings.map(presentFinding),
    removed: [...change.removed],
    balance: presentBalance(change.balance),
    reviewedAt: change.reviewedAt?.toISOString() ?? null,
  };
}

function presentFinding(finding: ReviewedFinding): FindingAnswer {
  const task = currentFinding(finding);
  return {
    ...{ id: finding.id, version: finding.version, position: finding.position, task, read: finding.read },
    edited: editableFields.filter((field) => finding.edited !== null && field in finding.edited),
    ...{ decision: finding.decision, reason: finding.reason },
    ...{ decidedAt: finding.decidedAt?.toISOString() ?? null, decidedBy: finding.decidedBy },
    ...{ taskId: finding.taskId, origin: finding.origin, parentId: finding.parentId },
    ...{ mergedInto: finding.mergedInto, doubt: finding.doubt, unclearCount: finding.unclearCount },
    clear: isClear(finding),
  };
}

export function presentLink(line: DocumentReferenceLine): DocumentLink {
  const { id, number, kindName, issuer, issuedOn, subject, fileName } = line;
  return { id, number, kindName, issuer, issuedOn, subject, fileName };
}

function presentBalance(balance: ReviewBalance): ReviewBalanceAnswer {
  return { ...balance };
}
