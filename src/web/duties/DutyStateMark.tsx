import type { DutyRowAnswer } from "../../contract/duty.ts";
import { dutyWords } from "../../domain/language/web-duties.ts";
import type { IconName } from "../components/Icon.tsx";
import { State, type Tone } from "../components/State.tsx";
import { sayDay } from "../day-words.ts";
import { useWords } from "../language.tsx";
import styles from "../tasks/TasksPlace.module.css";

export type DutyStateName = DutyRowAnswer["state"];

const looks: Readonly<Record<DutyStateName, { readonly tone: Tone; readonly icon: IconName }>> = {
  sentBack: { tone: "dueSoon", icon: "past" },
  silent: { tone: "silent", icon: "question" },
  late: { tone: "late", icon: "warning" },
  dueSoon: { tone: "dueSoon", icon: "clock" },
  open: { tone: "open", icon: "running" },
  noDeadline: { tone: "noDeadline", icon: "endless" },
  submitted: { tone: "open", icon: "upload" },
  requested: { tone: "noDeadline", icon: "person" },
  beforeStart: { tone: "noDeadline", icon: "past" },
  doneLate: { tone: "doneLate", icon: "check" },
  done: { tone: "done", icon: "check" },
  withdrawn: { tone: "noDeadline", icon: "rejected" },
};

/** The state of a duty: icon, word and colour; and a report that waits for the head of the unit. */
export function DutyStateMark(props: {
  readonly state: DutyStateName;
  readonly unapprovedOn?: string | null;
}) {
  const { state, unapprovedOn = null } = props;
  const words = useWords(dutyWords);
  const waits = unapprovedOn !== null && state !== "done" && state !== "doneLate" && state !== "withdrawn";
  return (
    <>
      <State tone={looks[state].tone} icon={looks[state].icon}>
        {words.states[state]}
      </State>
      {waits && <span className={styles.second}>{words.headSince(sayDay(unapprovedOn))}</span>}
    </>
  );
}
