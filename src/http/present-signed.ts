import type { SignedPaperAnswer, SignedReceived } from "../contract/signed.ts";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Language } from "../domain/language/language.ts";
import type { ReceivedSigned } from "../operations/receive-signed.ts";
import type { ShownPaper } from "../operations/show-signed.ts";
import { presentFailure } from "./answer.ts";
import { presentDutyRow } from "./present-duty.ts";

/** A signed document with the duties that it may answer. */
export function presentPaper(
  { paper, why, candidates, open }: ShownPaper,
  today: CalendarDate,
): SignedPaperAnswer {
  const { signer, issuer } = paper;
  return {
    ...{ id: paper.id, version: paper.version, number: paper.number, issuedOn: paper.issuedOn },
    ...{ subject: paper.subject, signer: signer && [signer.title, signer.name].filter(Boolean).join(" ") },
    ...{ issuer: paper.issuerName, owner: paper.owner, doubtful: issuer.kind === "unit" && issuer.doubt > 0 },
    cites: [...new Set(paper.cites.map(({ number }) => number))],
    ...{ sentAt: paper.sentAt.toISOString(), sentBy: paper.sentBy, mailFrom: paper.mail?.from ?? null },
    files: paper.files.map(({ name, size }) => ({ name, size })),
    ...{ signatures: paper.signatures, why, open },
    candidates: candidates.map(({ row, score, sure, reasons }) => ({
      ...{ row: presentDutyRow(row, { today }), score, sure, reasons: reasons.map((one) => ({ ...one })) },
    })),
    ...{
      outcome: paper.outcome,
      settledAt: paper.settledAt?.toISOString() ?? null,
      settledBy: paper.settledBy,
    },
    ...{ reason: paper.reason, answers: paper.answers.map((one) => ({ ...one })) },
  };
}

/** What became of files that were handed in. */
export function presentReceived(line: ReceivedSigned, language: Language): SignedReceived["lines"][number] {
  const files = [...line.files];
  switch (line.outcome) {
    case "kept":
      return { outcome: "kept", files, paper: line.paper };
    case "waiting":
      return { outcome: "waiting", files, scan: line.scan };
    case "refused":
      return { outcome: "refused", files, ...presentFailure(line.failure, language) };
  }
}
