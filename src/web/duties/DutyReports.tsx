import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { DutyAnswer, ReportAnswer } from "../../contract/duty.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { dutyWords } from "../../domain/language/web-duties.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { sayDay, sayMoment } from "../day-words.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import record from "../tasks/TaskPlace.module.css";
import styles from "./Duties.module.css";
import { useDutyChanged } from "./use-duties.ts";

/** What the unit has said, newest first, with its proofs and how it was approved. */
export function DutyReports({ duty }: { duty: DutyAnswer }) {
  const words = useWords(dutyWords);
  return (
    <section aria-labelledby="reports-title">
      <h2 id="reports-title" className={record.heading}>
        {words.reports}
      </h2>
      {duty.reports.length === 0 ? (
        <p className="muted">{words.noReports}</p>
      ) : (
        <ol>
          {duty.reports.map((report, at) => (
            <Report key={report.id} report={report} duty={at === 0 ? duty : null} />
          ))}
        </ol>
      )}
    </section>
  );
}

/** One report; the newest, with its duty, may wait for approval. */
function Report({ report, duty }: { report: ReportAnswer; duty: DutyAnswer | null }) {
  const words = useWords(dutyWords);
  const { language } = useSpeech();
  const say = useNumber();
  const kind = report.nothing ? words.nothing : report.claimsDone ? words.claims : words.progress;
  const signed =
    report.signedNumber && report.signedOn && words.signed(report.signedNumber, sayDay(report.signedOn));
  const approved = report.approvedOn && words.approvedBy(report.approvedBy ?? "", sayDay(report.approvedOn));
  return (
    <li className={styles.report}>
      <p>
        <strong>{words.reportNumber(say(report.number))}</strong> · {kind}{" "}
        <span className="small muted">
          {report.writtenBy}, {sayMoment(report.writtenAt, language)}
        </span>
      </p>
      {report.text && <p className={styles.text}>{report.text}</p>}
      {report.measured.map(({ measure, typed }) => (
        <p key={measure} className="numbers">
          {measure}: {typed}
        </p>
      ))}
      {report.proofs.length > 0 && (
        <ul className={styles.proofs}>
          {report.proofs.map((proof) => (
            <li key={proof.id}>
              <ProofLine proof={proof} />
            </li>
          ))}
        </ul>
      )}
      <p className="small muted">{signed || approved || words.waiting}</p>
      {duty?.mayReport && report.approvedOn === null && <Approval duty={duty} />}
    </li>
  );
}

/** A proof as what it is: a file, an address, or a document by its number. */
export function ProofLine({ proof }: { proof: ReportAnswer["proofs"][number] }) {
  const name = proof.title ?? proof.reference;
  if (proof.kind === "file") return <a href={pathTo(apiPaths.proofFile, { id: proof.id })}>{name}</a>;
  if (proof.kind === "link")
    return (
      <a href={proof.reference} target="_blank" rel="noreferrer noopener">
        {name}
      </a>
    );
  const day = proof.issuedOn === null ? "" : `, ${sayDay(proof.issuedOn)}`;
  return (
    <span>
      {proof.reference}
      {day}
      {proof.title && `: ${proof.title}`}
    </span>
  );
}

/** Approves the report that waits: the head by a click, anybody of the unit by the signed document that came back. */
function Approval({ duty }: { duty: DutyAnswer }) {
  const words = useWords(dutyWords);
  const changed = useDutyChanged();
  const [number, setNumber] = useState("");
  const [on, setOn] = useState(duty.today);
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const approve = async (send: "approved" | { number: string; on: string }) => {
    const path = pathTo(apiPaths.dutyApproval, { id: duty.id });
    const answer = await ask("POST", path, { version: duty.version, send });
    setFailure(answer.ok ? null : answer.failure);
    await changed();
  };
  return (
    <div className={styles.form} data-screen-only>
      {failure && <FailureNote failure={failure} />}
      <div className={styles.buttons}>
        {duty.mayApprove && (
          <Button size="compact-sm" onClick={() => void approve("approved")}>
            {words.approve}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => setOpen(!open)} aria-expanded={open}>
          {words.signedWay}
        </Button>
      </div>
      {open && (
        <form
          className={styles.pair}
          onSubmit={(event) => {
            event.preventDefault();
            if (number.trim() !== "" && on !== "") void approve({ number: number.trim(), on });
          }}
        >
          <TextInput
            size="xs"
            label={words.signedNumber}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <TextInput
            size="xs"
            type="date"
            label={words.signedDay}
            value={on}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          <Button size="xs" type="submit">
            {words.send}
          </Button>
        </form>
      )}
    </div>
  );
}
