import { Button } from "@mantine/core";
import { useState } from "react";
import type { DutyAnswer } from "../../contract/duty.ts";
import { sayTarget } from "../../domain/duty/target-words.ts";
import { answeringWords } from "../../domain/language/web-answering.ts";
import { dutyWords } from "../../domain/language/web-duties.ts";
import { heartbeatWords } from "../../domain/language/web-heartbeat.ts";
import { signedWords } from "../../domain/language/web-signed.ts";
import { urgingWords } from "../../domain/language/web-urging.ts";
import { FailureError } from "../api.ts";
import { type Fact, Facts } from "../components/Facts.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { Coordination } from "../coordination/Coordination.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link, useGo, usePart } from "../navigation.tsx";
import { places } from "../places.ts";
import { useMay } from "../session.ts";
import record from "../tasks/TaskPlace.module.css";
import { DutyActions } from "./DutyActions.tsx";
import { DutyLife } from "./DutyLife.tsx";
import { DutyProposals } from "./DutyProposals.tsx";
import { DutyReports } from "./DutyReports.tsx";
import { DutyStateMark } from "./DutyStateMark.tsx";
import { HeartbeatMark } from "./HeartbeatMark.tsx";
import { NothingDialog } from "./NothingDialog.tsx";
import { ReportForm } from "./ReportForm.tsx";
import { useDuty } from "./use-duties.ts";

/** One duty: what is asked of whom by when, what the unit says, what was recorded, and what may be done now. */
export default function DutyPlace() {
  const id = usePart("id");
  const duty = useDuty(id);
  if (duty.error instanceof FailureError)
    return <FailureNote failure={duty.error.failure} onRetry={() => void duty.refetch()} />;
  return duty.data ? <Shown duty={duty.data} key={id} /> : <Waiting />;
}

function Shown({ duty }: { duty: DutyAnswer }) {
  const words = useWords(dutyWords);
  const signed = useWords(signedWords);
  const files = useMay("file-signed");
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const [writing, setWriting] = useState(false);
  const waiting = duty.reports[0] !== undefined && duty.reports[0].approvedOn === null;
  return (
    <Page
      title={duty.holder.name}
      line={<Link href={places.task(duty.task.id)}>{words.toTask}</Link>}
      actions={
        <>
          {duty.mayReport && !writing && (
            <Button size="xs" onClick={() => setWriting(true)}>
              {waiting ? words.rewrite : duty.submittedOn ? words.again : words.write}
            </Button>
          )}
          {duty.mayReport && (
            <Button size="xs" variant="default" onClick={() => setAsking(true)}>
              {words.nothing}
            </Button>
          )}
          {files && duty.confirmedOn === null && (
            <Button size="xs" variant="default" onClick={() => go(places.signed({ duty: duty.id }))}>
              {signed.uploadHere}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => window.print()}>
            {words.print}
          </Button>
        </>
      }
    >
      <div className={record.record}>
        <div className={record.column}>
          <p className={record.content}>{duty.task.content}</p>
          <DutyFacts duty={duty} />
        </div>
        <div className={record.column}>
          {writing && <ReportForm duty={duty} onClose={() => setWriting(false)} />}
          <DutyActions duty={duty} />
          <DutyReports duty={duty} />
          <Coordination
            task={duty.task.id}
            duty={{ id: duty.id, lead: duty.holder.id, over: !!(duty.confirmedOn || duty.withdrawnOn) }}
          />
          <DutyProposals duty={duty} />
          <DutyLife duty={duty} />
        </div>
      </div>
      {asking && (
        <NothingDialog duties={[duty]} onClose={() => setAsking(false)} onSent={() => setAsking(false)} />
      )}
    </Page>
  );
}

/** What few duties have: a heartbeat in the place of a deadline, and others that lead beside them. */
function useSeldomFacts(duty: DutyAnswer): readonly Fact[] {
  const answering = useWords(answeringWords);
  const heartbeat = useWords(heartbeatWords);
  return [
    ...(duty.heartbeat === null
      ? []
      : [{ label: heartbeat.title, value: <HeartbeatMark heartbeat={duty.heartbeat} /> }]),
    ...(duty.answers === null && !duty.unanswered
      ? []
      : [{ label: answering.answers, value: answering.ofDuty[answersOf(duty)] }]),
  ];
}

/** Whether the unit answers for the whole; "open": several lead, and nobody has said which does. */
function answersOf({ answers }: DutyAnswer): "yes" | "no" | "open" {
  return answers === null ? "open" : answers ? "yes" : "no";
}

/** Who, when, which product; what the unit claims beside what was proven. */
function DutyFacts({ duty }: { duty: DutyAnswer }) {
  const words = useWords(dutyWords);
  const urging = useWords(urgingWords);
  const { language } = useSpeech();
  const say = useNumber();
  const due = duty.lastDay ?? duty.dueOn;
  const notes = [
    ...(duty.daysLate > 0 ? [words.late(say(duty.daysLate))] : []),
    ...(duty.firstDueOn && duty.firstDueOn !== duty.dueOn ? [words.firstDue(sayDay(duty.firstDueOn))] : []),
    ...(duty.extensions > 0 ? [words.extended(say(duty.extensions))] : []),
  ];
  const seldom = useSeldomFacts(duty);
  const facts: readonly Fact[] = [
    {
      label: words.filters.state,
      value: <DutyStateMark state={duty.state} unapprovedOn={duty.unapprovedOn} />,
    },
    {
      label: words.facts.due,
      value: (
        <>
          {due ? sayDay(due) : words.noDue}
          {notes.length > 0 && <span className={record.second}>{notes.join(" · ")}</span>}
        </>
      ),
    },
    ...(duty.unit.id === duty.holder.id ? [] : [{ label: words.facts.given, value: duty.unit.name }]),
    ...(duty.task.result ? [{ label: words.facts.wanted, value: duty.task.result }] : []),
    ...(duty.targets.length === 0
      ? []
      : [
          {
            label: words.facts.targets,
            value: duty.targets.map((target) => sayTarget(target, language)).join("; "),
          },
        ]),
    ...seldom,
    {
      label: words.facts.claimed,
      value: duty.submittedOn
        ? `${duty.product ?? words.nothing} (${sayDay(duty.submittedOn)})`
        : words.notYet,
    },
    {
      label: words.facts.proven,
      value: duty.confirmedOn ? `${duty.product ?? ""} (${sayDay(duty.confirmedOn)})` : words.notYet,
    },
    ...(duty.urged.times === 0
      ? []
      : [
          {
            label: urging.urged,
            value: [
              urging.times(say(duty.urged.times)),
              ...duty.urged.letters.map(({ number, issuedOn }) =>
                urging.letterNamed(number, sayDay(issuedOn)),
              ),
            ].join("; "),
          },
        ]),
    ...(duty.step && duty.stepOn
      ? [{ label: words.facts.lies, value: `${words.steps[duty.step]}, ${words.since(sayDay(duty.stepOn))}` }]
      : []),
    {
      label: words.facts.document,
      value: (
        <Link href={places.document(duty.document.id)}>
          {[duty.document.number, duty.document.issuedOn && sayDay(duty.document.issuedOn)]
            .filter(Boolean)
            .join(", ")}
        </Link>
      ),
    },
  ];
  return <Facts facts={facts} />;
}
