import type { AgreementStep } from "../../../contract/agreement.ts";
import { agreementWords } from "../../../domain/language/web-agreements.ts";
import type { IconName } from "../../components/Icon.tsx";
import { State, type Tone } from "../../components/State.tsx";
import { sayDay } from "../../day-words.ts";
import { useWords } from "../../language.tsx";
import styles from "./Agreement.module.css";

const looks: Readonly<Record<AgreementStep["state"], readonly [Tone, IconName]>> = {
  done: ["done", "check"],
  doneLate: ["doneLate", "check"],
  open: ["open", "running"],
  late: ["late", "warning"],
  missed: ["noDeadline", "rejected"],
  ahead: ["noDeadline", "endless"],
};

/** Whether a step waits for the answer of somebody who was asked. */
function isAnswer({ key }: AgreementStep): boolean {
  return key === "opinionGiven" || key === "primeMinisterAnswered" || key === "partyAnswered";
}

/** The way of a proceeding as a line of steps, each with who, until when, and how it stands. */
export function AgreementSteps({ steps }: { readonly steps: readonly AgreementStep[] }) {
  const words = useWords(agreementWords);
  return (
    <ol className={styles.steps}>
      {steps.map((step) => {
        const [tone, icon] = looks[step.state];
        const body = step.name ?? (step.body && words.bodies[step.body]);
        const when = [
          ...(step.doneOn ? [sayDay(step.doneOn)] : []),
          ...(step.doneOn === null && step.since && isAnswer(step) ? [words.asked(sayDay(step.since))] : []),
          ...(step.lastDay && step.state !== "done" ? [words.due(sayDay(step.lastDay))] : []),
        ];
        return (
          <li key={`${step.key} ${step.body} ${step.name}`} className={styles.step} data-state={step.state}>
            <strong>{words.kinds[step.key]}</strong>
            {body && <span className="small">{body}</span>}
            <State tone={step.disagrees ? "late" : tone} icon={step.disagrees ? "warning" : icon}>
              {step.disagrees ? words.disagrees : words.states[step.state]}
            </State>
            {when.length > 0 && <span className="small muted numbers">{when.join(" · ")}</span>}
          </li>
        );
      })}
    </ol>
  );
}
