import type { LimitStandingAnswer, TimeLimitAnswer } from "../../../contract/time-limit.ts";
import type { LimitState } from "../../../domain/cooperation/time-limit/time-limit.ts";
import { timeLimitWords } from "../../../domain/language/web-time-limits.ts";
import type { IconName } from "../../components/Icon.tsx";
import { State, type Tone } from "../../components/State.tsx";
import { sayDay, sayDistance } from "../../day-words.ts";
import { useSpeech, useWords } from "../../language.tsx";
import styles from "../Records.module.css";

const looks: Readonly<Record<LimitState, { readonly tone: Tone; readonly icon: IconName }>> = {
  notYet: { tone: "noDeadline", icon: "running" },
  due: { tone: "dueSoon", icon: "clock" },
  late: { tone: "late", icon: "warning" },
  done: { tone: "done", icon: "check" },
  doneLate: { tone: "doneLate", icon: "check" },
  beforeStart: { tone: "noDeadline", icon: "past" },
};

/** How something with a last day stands, by colour, picture and word; a step without one by its word. */
export function LimitStateWord({ state }: { readonly state: LimitStandingAnswer["state"] }) {
  const words = useWords(timeLimitWords);
  if (state === null) return <span className="muted">{words.open}</span>;
  return <State {...looks[state]}>{words.states[state]}</State>;
}

/** The last day, and how far it is while nothing is done. */
export function LimitDue(props: {
  readonly standing: Pick<LimitStandingAnswer, "due" | "doneOn" | "state">;
  readonly today: string;
}) {
  const { due, doneOn, state } = props.standing;
  const { language } = useSpeech();
  if (due === null) return null;
  const isOpen = doneOn === null && state !== "beforeStart";
  return (
    <>
      <span className={`numbers ${styles.whole}`}>{sayDay(due)}</span>
      {isOpen && <span className="small muted"> {sayDistance(due, props.today, language)}</span>}
    </>
  );
}

/** A rule by its name, with the period that it is for and where it stands written. */
export function LimitName(props: {
  readonly limit: TimeLimitAnswer;
  readonly standing: Pick<LimitStandingAnswer, "period" | "source" | "isUnverified">;
}) {
  const { limit, standing } = props;
  const words = useWords(timeLimitWords);
  const { language } = useSpeech();
  const { period, source, isUnverified } = standing;
  const notes = [
    ...(period ? [words.period(sayDay(period.from), sayDay(period.to))] : []),
    source || words.own,
    ...(isUnverified ? [words.unverified] : []),
  ];
  return (
    <>
      {limit[language]}
      <span className="small muted"> · {notes.join(" · ")}</span>
    </>
  );
}

/** When something was done, and by which document. */
export function LimitProof({
  standing,
}: {
  readonly standing: Pick<LimitStandingAnswer, "doneOn" | "documentNumber">;
}) {
  const { doneOn, documentNumber } = standing;
  if (doneOn === null) return null;
  return (
    <>
      <span className={`numbers ${styles.whole}`}>{sayDay(doneOn)}</span>
      {documentNumber && <span className="small"> · {documentNumber}</span>}
    </>
  );
}
